"""One spelling for one text: Unicode NFC, and white space as people mean it."""

import re
import unicodedata

_LINE_END = re.compile("\r\n?|\v")
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})


def nfc(text: str) -> str:
    """Return `text` with every letter and its marks as one character where Unicode has one."""
    return unicodedata.normalize("NFC", text)


def printable(text: str) -> str:
    """Return `text` in NFC with line ends as line feeds, without what XML 1.0 forbids and no page can show.

    Those are control characters, lone surrogates and U+FFFE, U+FFFF; tabs and line feeds stay.
    """
    return nfc(_UNPRINTABLE.sub("", _LINE_END.sub("\n", text)))


def tidy(text: str) -> str:
    """Return `text` in NFC on one line: trimmed, one plain space between words, nothing that cannot be seen.

    Zero-width characters, soft hyphens, text-direction marks and control characters go; spaces that do not break
    and line ends become spaces.
    """
    if not text.isprintable():
        text = "".join(char for char in text if char.isspace() or unicodedata.category(char) not in _UNSEEN_CATEGORIES)
    return " ".join(nfc(text).split())
