"""Titles and forms of commendation as lists write them: by name, by abbreviation, several in one cell."""

import re
from collections.abc import Collection

from kimhoa_app.domain.awards import Award, AwardKind, award, catalogue
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.exchange.lists.values import code_of, word_key

_FLAG = "CTĐT"
_TICKS = ("x", "co", "v", "1")
_BETWEEN = re.compile(r"[;,+\n]|\bvà\b")
_IN_FRONT = ("danh hieu ", "tang ", "dat ", "duoc tang ", "cong nhan ", "dang ky ")
_EVERY = frozenset(AwardKind)


def read_titles(written: str, flag: str = "") -> list[Award]:
    """Return the titles that a cell names, and the flag of the province when the column for it is not empty.

    Raises InvalidInput for `title` when there is none, or one that is not known or not certain.
    """
    if not written and not flag:
        raise InvalidInput("title", "Chưa ghi danh hiệu đăng ký.")
    titles = _several(written, {AwardKind.TITLE})
    if flag:
        titles.append(award(_FLAG) if word_key(flag) in _TICKS else _award(flag, {AwardKind.TITLE}))
    return titles


def read_awards(written: str) -> list[Award]:
    """Return the titles and forms of commendation that a cell names; raises InvalidInput as `read_titles`."""
    return _several(written, _EVERY)


def read_form(written: str) -> Award | None:
    """Return the form of commendation that a cell names, None for an empty one; raises InvalidInput for `title`."""
    return _award(written, {AwardKind.FORM}) if written else None


def _several(written: str, kinds: Collection[AwardKind]) -> list[Award]:
    parts = [written] if _named(written, kinds) else _BETWEEN.split(written)
    return list(dict.fromkeys(_award(part, kinds) for part in parts if part.strip(" -.")))


def _award(written: str, kinds: Collection[AwardKind]) -> Award:
    """Return the award that is named by its code, its name or another word for it, or the beginning of one name."""
    named = _named(written, kinds)
    if named is not None:
        return named
    key = _key(written)
    found = [
        entry
        for entry in catalogue().values()
        if entry.kind in kinds and key and any(word_key(name).startswith(key) for name in entry.all_names)
    ]
    if not found:
        raise InvalidInput("title", f"Không rõ danh hiệu, hình thức “{written.strip()}”.")
    if len(found) > 1:
        raise InvalidInput("title", f"“{written.strip()}” có thể là nhiều danh hiệu, hình thức; cần ghi đủ tên.")
    return found[0]


def _named(written: str, kinds: Collection[AwardKind]) -> Award | None:
    """Return the award that these words are the code, the name or a usual abbreviation of, or None."""
    entry = catalogue().get(code_of(_key(written), "award") or "")
    return entry if entry is not None and entry.kind in kinds else None


def _key(written: str) -> str:
    key = word_key(re.sub(r"\([^)]*\)", " ", written))
    for words in _IN_FRONT:
        key = key.removeprefix(words)
    return key
