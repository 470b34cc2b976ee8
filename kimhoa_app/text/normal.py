"""One spelling for one text: Unicode NFC, and white space as people mean it."""

import unicodedata

_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})


def nfc(text: str) -> str:
    """Return `text` with every letter and its marks as one character where Unicode has one."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Return `text` in NFC on one line: trimmed, one plain space between words, nothing that cannot be seen.

    Zero-width characters, soft hyphens, text-direction marks and control characters go; spaces that do not break
    and line ends become spaces.
    """
    seen = "".join(char for char in text if char.isspace() or unicodedata.category(char) not in _UNSEEN_CATEGORIES)
    return " ".join(nfc(seen).split())
