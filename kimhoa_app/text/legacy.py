"""Text typed in the fonts of before Unicode, TCVN3 (ABC) and VNI-Windows, read as Unicode.

Such a text holds Latin letters and signs that only its font draws as Vietnamese; a file keeps the name of the font for
each run, and a plain text is guessed by how many of its words are Vietnamese syllables once decoded.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from itertools import islice

from kimhoa_app.text.normal import nfc


class TextEncoding(StrEnum):
    """How the letters of a text are coded."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


_TCVN3 = str.maketrans(
    "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8\u00c9\u00cb\u00ae"
    "\u00cc\u00d0\u00ce\u00cf\u00d1\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7\u00dd\u00d8\u00dc\u00de\u00df\u00e3"
    "\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9\u00ac\u00ea\u00ed\u00eb\u00ec\u00ee\u00ef\u00f3\u00f1"
    "\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd\u00fb\u00fc\u00fe\u00a1\u00a2\u00a7\u00a3\u00a4"
    "\u00a5\u00a6",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)

# The tone or shape that a sign gives to the letter before it; ô and ö are the letters ơ and ư.
_TONES = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX = {"â": "", **dict(zip("àáåãä", _TONES.values(), strict=True))}
_BREVE = {"ê": "", **dict(zip("èéúüë", _TONES.values(), strict=True))}
_ALONE = {"ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
_MARKED = {
    "a": {**_TONES, **{sign: "\u0302" + tone for sign, tone in _CIRCUMFLEX.items()}}
    | {sign: "\u0306" + tone for sign, tone in _BREVE.items()},
    "e": {**_TONES, **{sign: "\u0302" + tone for sign, tone in _CIRCUMFLEX.items()}},
    "o": {**_TONES, **{sign: "\u0302" + tone for sign, tone in _CIRCUMFLEX.items()}},
    "u": _TONES,
    "y": _TONES,
    "ô": _TONES,
    "ö": _TONES,
}
VNI_SIGNS = frozenset(sign for signs in _MARKED.values() for mark in signs for sign in (mark, mark.upper()))

# What Windows-1258 shows for codes that Windows-1252 shows as the signs above.
_FROM_1258 = str.maketrans(
    "\u0102\u0300\u0110\u0309\u01a0\u01af\u0303\u0103\u0301\u0111\u0323\u01a1\u01b0\u20ab",
    "\u00c3\u00cc\u00d0\u00d2\u00d5\u00dd\u00de\u00e3\u00ec\u00f0\u00f2\u00f5\u00fd\u00fe",
)
_SURELY_UNICODE = re.compile("[\u1ea0-\u1ef9]")
_RARELY_LEGACY = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9]")
_ONSETS = "b|ch?|d|đ|gi|gh?|h|kh?|l|m|ngh|ng|nh|n|ph?|qu|r|s|th|tr|t|v|x"
_NUCLEI = "uyê|uya|uy|iê|ia|yê|uâ|uê|ua|uô|uơ|ưa|ươ|oa|oă|oe|oo|[aăâeêioôơuưy]"
_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:{_NUCLEI})(?:ch|ng|nh|[mnptciyou])?")
_TONE_MARKS = re.compile(f"[{''.join(_TONES.values())}]")
_AROUND_WORDS = "\"'()[]{}<>.,;:!?/\\|*-_+=&%#@“”‘’–—…0123456789"
_SAMPLE = 5000  # words by which a text is judged


def _vni_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for sign, letter in _ALONE.items():
        pairs |= {sign: letter, sign.upper(): letter.upper()}
    for base, marks in _MARKED.items():
        for sign, mark in marks.items():
            letter = nfc(_ALONE.get(base, base) + mark)
            for small_or_capital in (sign, sign.upper()):
                pairs |= {base + small_or_capital: letter, base.upper() + small_or_capital: letter.upper()}
    del pairs["yï"], pairs["yÏ"], pairs["Yï"], pairs["YÏ"]
    return pairs


_VNI = _vni_pairs()
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def decode_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Return a TCVN3 text in Unicode, NFC; `capitals` for a font that draws small letters as capitals (.VnTimeH)."""
    decoded = nfc(text.translate(_FROM_1258).translate(_TCVN3))
    return nfc(decoded.upper()) if capitals else decoded


def decode_vni(text: str) -> str:
    """Return a VNI-Windows text in Unicode, NFC; two signs that make one letter are taken before one."""
    return nfc(_VNI_LETTER.sub(lambda found: _VNI[found.group()], text.translate(_FROM_1258)))


def decode(text: str, encoding: TextEncoding, *, capitals: bool = False) -> str:
    """Return `text` in Unicode, NFC."""
    if encoding is TextEncoding.TCVN3:
        return decode_tcvn3(text, capitals=capitals)
    return decode_vni(text) if encoding is TextEncoding.VNI else nfc(text)


def encoding_of_font(name: str) -> TextEncoding:
    """Return how a run in the font `name` is coded: ".VnTime" TCVN3, "VNI-Times" VNI, anything else Unicode."""
    if name.casefold().startswith(".vn"):
        return TextEncoding.TCVN3
    return TextEncoding.VNI if name.casefold().startswith("vni") else TextEncoding.UNICODE


def draws_capitals(font: str) -> bool:
    """Return whether a TCVN3 font draws small letters as capitals: its name ends with H."""
    return encoding_of_font(font) is TextEncoding.TCVN3 and font.endswith("H")


def is_surely_unicode(text: str) -> bool:
    """Return whether `text` holds letters that no legacy font has a code for (U+1EA0 to U+1EF9)."""
    return _SURELY_UNICODE.search(text) is not None


def guess_encoding(text: str) -> tuple[TextEncoding, float]:
    """Return how a text without fonts seems to be coded, and the share of its marked words that are then Vietnamese.

    Unicode when it holds letters that legacy texts do not show, when no word has a mark, or when it reads as well so.
    """
    marked = list(islice((word for word in text.split() if not word.isascii()), _SAMPLE))
    words = [word for word in (each.strip(_AROUND_WORDS) for each in marked) if not word.isascii()]
    if not words:
        return TextEncoding.UNICODE, 1.0
    if _RARELY_LEGACY.search(text):
        return TextEncoding.UNICODE, vietnamese_share(words)
    decoders: tuple[tuple[TextEncoding, Callable[[str], str]], ...] = (
        (TextEncoding.UNICODE, nfc),
        (TextEncoding.TCVN3, decode_tcvn3),
        (TextEncoding.VNI, decode_vni),
    )
    scored = [(encoding, vietnamese_share([read(word) for word in words])) for encoding, read in decoders]
    return max(scored, key=lambda each: each[1])


def vietnamese_share(words: list[str]) -> float:
    """Return the share of `words` whose every part between hyphens is a Vietnamese syllable, 0 to 1; 1 for none."""
    if not words:
        return 1.0
    return sum(map(_is_vietnamese, words)) / len(words)


def _is_vietnamese(word: str) -> bool:
    toneless = nfc(_TONE_MARKS.sub("", unicodedata.normalize("NFD", word.lower())))
    return all(_SYLLABLE.fullmatch(part) for part in re.split(r"[-–/.,;:]", toneless) if part)
