"""The words of a text, split once for all rules."""

import re
from dataclasses import dataclass
from functools import lru_cache

LETTER = r"[^\W\d_]"
SMALL = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_WORD = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff]+")
_CHUNK = re.compile(r"\S+")
_ODD = re.compile(r"[\d@/\\_#&=+*<>{}~^]|\w[.'’]\w")
_KEPT = 4096  # texts: the papers of a day


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of letters; `is_plain` is False in symbols, addresses, file names, sums and the like."""

    start: int
    text: str
    lower: str
    is_plain: bool

    @property
    def end(self) -> int:
        """Where the word ends in its text."""
        return self.start + len(self.text)


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in reading order."""
    found: list[Word] = []
    for chunk in _CHUNK.finditer(text):
        written, offset = chunk[0], chunk.start()
        is_plain = _ODD.search(written) is None
        for match in _WORD.finditer(written):
            found.append(Word(offset + match.start(), match[0], match[0].lower(), is_plain))
    return tuple(found)


def begins_sentence(text: str, start: int) -> bool:
    """Return whether what stands at `start` begins the text, a sentence, a list item or a quoted name."""
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?:;“\"'‘(-–+•…" or before.endswith(".”")
