"""Reading the list of one kind from a spreadsheet: its sheet, its header, its lines."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kimhoa_app.exchange.lists.decoding import DecodedText, Decoding, decoded
from kimhoa_app.exchange.lists.examples import examples_in
from kimhoa_app.exchange.lists.fitting import NoListFound, fitting_kind
from kimhoa_app.exchange.lists.heads import Header, find_header, is_fit
from kimhoa_app.exchange.lists.kinds import RULES, ListKind, year_in
from kimhoa_app.exchange.lists.lines import Line, PassedOver, lines_under
from kimhoa_app.exchange.lists.opening import read_book
from kimhoa_app.text.legacy import TextEncoding

_OF_A_PAPER = re.compile(r"\b(?:số|ngày)\b", re.IGNORECASE)

Remembered = Callable[[str], Mapping[int, str]]
"""What was chosen before for the columns of a header, by its fingerprint."""


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """What the clerk has chosen instead of what would be found; `columns` gives meanings by place, "" for none.

    `corrections` gives by sheet and row the cells that are to be read otherwise, by the names of their columns.
    """

    sheet: str | None = None
    header_row: int | None = None
    columns: Mapping[int, str] | None = None
    encoding: TextEncoding | None = None
    corrections: Mapping[tuple[str, int], Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundList:
    """The list that was found on a sheet.

    `columns` gives for the name of each column its header in the file, `heads` every header by its place, `meanings`
    what each place means, `examples` the first different values of each; `year` is that of the titles above the header.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, str]
    heads: Mapping[int, str]
    meanings: Mapping[int, str]
    fingerprint: str
    lines: tuple[Line, ...]
    passed_over: tuple[PassedOver, ...] = ()
    year: int | None = None
    encoding: TextEncoding = TextEncoding.UNICODE
    samples: tuple[DecodedText, ...] = ()
    mixed_rows: tuple[int, ...] = ()
    examples: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundLists:
    """The lists that are read, the sheets of the file, and those that have a list as well and are left aside.

    `fitting` is another kind that fits clearly better, None for none.
    """

    lists: tuple[FoundList, ...]
    sheets: tuple[str, ...]
    left_aside: tuple[str, ...] = field(default=())
    fitting: ListKind | None = None


def read_lists(
    path: Path, kind: ListKind, choice: ReadingChoice | None = None, remembered: Remembered | None = None
) -> FoundLists:
    """Return the list of `kind` in the spreadsheet at `path`: the one with the best header, a hidden one last.

    Of registrations all that have titles are read. Raises NoListFound when no sheet has such a header, with the kind
    that would fit, and UnusableFile when the file cannot be read.
    """
    chosen = choice or ReadingChoice()
    read = [
        decoded(raw, chosen.encoding) for raw in read_book(path) if chosen.sheet is None or raw.name == chosen.sheet
    ]
    headed = [(header, each) for each in read if (header := _header(each, kind, chosen, remembered)) is not None]
    fitting = [(header, each) for header, each in headed if is_fit(header, kind)] or (headed if _tells(kind) else [])
    taken = _taken(fitting, kind)
    sheets = [each.sheet for each in ([one for _header, one in taken] or read)]
    fitting_better = None if chosen.columns else fitting_kind(sheets, kind, [header for header, _each in taken])
    if not taken:
        why = f"Không tìm thấy dòng tiêu đề trong {path.name}; cần có cột {RULES[kind].wanted}."
        raise NoListFound(why, fitting_better)
    others = [each.sheet.name for header, each in fitting if each not in [one for _header, one in taken]]
    return FoundLists(
        tuple(_found(header, each, kind, chosen) for header, each in taken),
        tuple(each.sheet.name for each in read),
        tuple(others),
        fitting_better,
    )


def _tells(kind: ListKind) -> bool:
    """Return whether a list without the column that it is about still says line by line what is missing."""
    return RULES[kind].takes_every_sheet


def _header(each: Decoding, kind: ListKind, choice: ReadingChoice, remembered: Remembered | None) -> Header | None:
    found = find_header(each.sheet, kind, choice.header_row, choice.columns)
    if found is None or choice.columns is not None or remembered is None:
        return found
    before = remembered(found.fingerprint)
    return find_header(each.sheet, kind, found.row, before) if before else found


def _taken(fitting: list[tuple[Header, Decoding]], kind: ListKind) -> list[tuple[Header, Decoding]]:
    visible = [(header, each) for header, each in fitting if not each.sheet.is_hidden]
    if RULES[kind].takes_every_sheet:
        return visible or fitting
    return [max(visible or fitting, key=lambda found: len(found[0].meanings))] if fitting else []


def _found(header: Header, each: Decoding, kind: ListKind, choice: ReadingChoice) -> FoundList:
    under = lines_under(header, kind)
    columns = {column.name: column.head for column in header.columns}
    corrected = {row: cells for (sheet, row), cells in choice.corrections.items() if sheet == each.sheet.name}
    lines = (
        line.corrected(corrected[line.number], columns) if line.number in corrected else line for line in under.lines
    )
    return FoundList(
        sheet=each.sheet.name,
        header_row=header.row,
        columns=columns,
        heads=header.heads,
        meanings={column.place: column.meaning for column in header.columns},
        fingerprint=header.fingerprint,
        lines=tuple(lines) if corrected else under.lines,
        passed_over=under.passed_over,
        year=_year_of_titles(header),
        encoding=each.encoding,
        samples=each.samples,
        mixed_rows=each.mixed_rows,
        examples=examples_in(header.sheet.rows[header.end + 1 :]),
    )


def _year_of_titles(header: Header) -> int | None:
    """Return the one year that the titles above the header name, None for none or several."""
    titles = [str(value) for _number, cells in header.sheet.rows[: header.start] for value in cells.values()]
    found = {year for title in titles if not _OF_A_PAPER.search(title) and (year := year_in(title)) is not None}
    return found.pop() if len(found) == 1 else None
