"""Letters of other scripts that look like ours, and text left in the code of an old font."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.text.legacy import TextEncoding, decode, guess_encoding, is_surely_unicode, vietnamese_share

_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = str.maketrans(
    "АВЕЅЗКМНОРСТУХІЈаеіјорсухѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοаνι", "ABESЗKMHOPCTYXIJaeijopcyxsdhABEZHIKMNOPTYXoavi"
)
_LEGACY = re.compile("[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßã«å¬­¡¢§£¤¥¦ïøûùñö]")
_MARKED_WORDS = 2
_SURE, _UNSURE = 0.9, 0.5


def _look_alikes(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        if not _OTHER_SCRIPT.search(text.words):
            continue
        for match in _WORD.finditer(text.words):
            strange = _OTHER_SCRIPT.findall(match[0])
            right = match[0].translate(_LATIN)
            if strange and len(strange) < len(match[0]) and not _OTHER_SCRIPT.search(right):
                message = f"Chữ “{strange[0]}” trong “{match[0]}” là chữ cái Nga hoặc Hy Lạp trông giống chữ Việt."
                yield hit_in(text, *match.span(), message, right)


def _legacy_text(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        words = text.words
        if not _LEGACY.search(words) or is_surely_unicode(words):
            continue
        marked = [word for word in words.split() if not word.isascii()]
        encoding, share = guess_encoding(words)
        if encoding is TextEncoding.UNICODE or len(marked) < _MARKED_WORDS:
            continue
        if share >= _SURE and vietnamese_share(marked) < _UNSURE:
            name = "TCVN3 (.VnTime)" if encoding is TextEncoding.TCVN3 else "VNI"
            message = f"Đoạn này còn gõ theo bảng mã cũ {name}, đọc bằng phông chữ Unicode không ra chữ."
            yield hit_in(text, 0, len(words), message, decode(words, encoding))


RULES = (
    Rule(
        "look-alike-letter",
        "language",
        Severity.ERROR,
        "Chữ cái Nga, Hy Lạp lẫn trong chữ Việt",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I: bộ mã ký tự Unicode theo TCVN 6909:2001",
        _look_alikes,
    ),
    Rule(
        "legacy-encoding",
        "language",
        Severity.ERROR,
        "Đoạn chữ còn theo bảng mã cũ TCVN3, VNI",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I: bộ mã ký tự Unicode theo TCVN 6909:2001",
        _legacy_text,
    ),
)
