"""Telling that a list is of another kind than the one it is read as."""

from collections.abc import Sequence
from typing import Final

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.exchange.lists.cells import Sheet
from kimhoa_app.exchange.lists.heads import Header, find_header, is_fit
from kimhoa_app.exchange.lists.kinds import RULES, ListKind
from kimhoa_app.text.search_keys import search_key

_OF_A_REGISTER: Final = frozenset({"gender", "gender_male", "gender_female", "start_date"})
"""What is kept of staff: a list with such a column is one of staff, whatever else it tells."""
_ASKED_FOR: Final = search_key("đăng ký")
_ONE_TABLE: Final = frozenset({ListKind.AWARDS, ListKind.REGISTRATIONS})
"""Kinds whose lists may have the same columns; then only the title tells which it is."""


class NoListFound(UnusableFile):
    """A file has no header of a list of the kind asked for; `fitting` is the kind it seems to be, None for none."""

    def __init__(self, message: str, fitting: ListKind | None) -> None:
        super().__init__(message)
        self.fitting = fitting


def fitting_kind(sheets: Sequence[Sheet], kind: ListKind, taken: Sequence[Header]) -> ListKind | None:
    """Return the kind that fits the sheets clearly better than `kind`, read with the headers `taken`; None for none.

    It has the columns that its lists need and those of `kind` are missing; where staff is asked for, whose lists need
    only names, it has more columns that mean something.
    """
    known = frozenset[str]().union(*(header.meanings for header in taken))
    has_needs = bool(taken) and all(is_fit(header, kind) for header in taken)
    if has_needs and (RULES[kind].needs or known & _OF_A_REGISTER):
        return None
    headers = {
        other: header for other in ListKind if other is not kind and (header := _best(sheets, other)) is not None
    }
    better = {other: header for other, header in headers.items() if len(header.meanings) > len(known)}
    if not better:
        return None
    most = max(_weight(other, header) for other, header in better.items())
    best = {other: header for other, header in better.items() if _weight(other, header) == most}
    if len(best) == 1:
        return next(iter(best))
    return ListKind.REGISTRATIONS if best.keys() == _ONE_TABLE and _asks(best[ListKind.REGISTRATIONS]) else None


def _best(sheets: Sequence[Sheet], kind: ListKind) -> Header | None:
    headers = [header for sheet in sheets if not sheet.is_hidden and (header := find_header(sheet, kind)) is not None]
    return max((each for each in headers if is_fit(each, kind)), key=lambda each: len(each.meanings), default=None)


def _weight(kind: ListKind, header: Header) -> tuple[int, bool]:
    """Return how well a kind fits: by its columns, then by needing one that few lists have."""
    return len(header.meanings), bool(RULES[kind].needs)


def _asks(header: Header) -> bool:
    titles = (str(value) for _number, cells in header.sheet.rows[: header.start] for value in cells.values())
    return any(_ASKED_FOR in search_key(title) for title in titles)
