"""Titles and forms of commendation as lists write them: by name, by abbreviation, several in one cell."""

import re

from kimhoa_app.domain.awards import Award, AwardKind, award, catalogue
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.text.search_keys import search_key

_FLAG = "CTĐT"
_TICKS = ("x", "co")
_BETWEEN_TITLES = re.compile(r"[;,+\n]")


def read_titles(written: str, flag: str = "") -> list[Award]:
    """Return the titles that a cell names, and the flag of the province when the column for it is not empty.

    Raises InvalidInput for `title` when there is none, or one that is not known or not certain.
    """
    if not written and not flag:
        raise InvalidInput("title", "Chưa ghi danh hiệu đăng ký.")
    parts = [written] if _named(written, AwardKind.TITLE) else _BETWEEN_TITLES.split(written)
    titles = [_award(part, AwardKind.TITLE) for part in parts if part.strip()]
    if flag:
        titles.append(award(_FLAG) if search_key(flag) in _TICKS else _award(flag, AwardKind.TITLE))
    return titles


def read_form(written: str) -> Award | None:
    """Return the form of commendation that a cell names, None for an empty one; raises InvalidInput for `title`."""
    return _award(written, AwardKind.FORM) if written else None


def _award(written: str, kind: AwardKind) -> Award:
    """Return the award that is named by its code, its name, or the beginning that only one name has."""
    key = _key(written)
    found = _named(written, kind) or [
        entry for entry in _of_kind(kind) if key and any(search_key(name).startswith(key) for name in entry.all_names)
    ]
    if not found:
        raise InvalidInput("title", f"Không rõ danh hiệu, hình thức “{written.strip()}”.")
    if len(found) > 1:
        raise InvalidInput("title", f"“{written.strip()}” có thể là nhiều danh hiệu, hình thức; cần ghi đủ tên.")
    return found[0]


def _named(written: str, kind: AwardKind) -> list[Award]:
    """Return the award whose code or whole name this is, none or one."""
    key = _key(written)
    return [entry for entry in _of_kind(kind) if key in map(search_key, (entry.code, *entry.all_names))]


def _key(written: str) -> str:
    return search_key(written).removeprefix("danh hieu ").strip(" .")


def _of_kind(kind: AwardKind) -> list[Award]:
    return [entry for entry in catalogue().values() if entry.kind is kind]
