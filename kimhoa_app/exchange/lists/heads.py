"""Finding the header of a list: its rows under the titles, one to three, and the columns by their meaning."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kimhoa_app.exchange.lists.cells import CellValue, Sheet
from kimhoa_app.exchange.lists.columns import Column, column_under, shown
from kimhoa_app.exchange.lists.kinds import RULES, ListKind, exact_meaning, header_key, meaning_of, year_in
from kimhoa_app.text.normal import tidy

HEADER_WITHIN = 40
MIN_COLUMNS = 2
MAX_DEPTH = 3

_LONGEST_HEAD = 160
_HALVES = ("nam", "nu")
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a list on its sheet; `start` and `end` are the indexes of its rows, `heads` its texts by place."""

    sheet: Sheet
    start: int
    end: int
    columns: tuple[Column, ...]
    heads: Mapping[int, str]

    @property
    def row(self) -> int:
        """The number of its first row in the file."""
        return self.sheet.rows[self.start][0]

    @property
    def meanings(self) -> set[str]:
        """What its columns mean."""
        return {column.meaning for column in self.columns}

    @property
    def fingerprint(self) -> str:
        """What lists of one source have in common: their headers, in their places."""
        words = "\n".join(f"{place} {header_key(head)}" for place, head in sorted(self.heads.items()))
        return hashlib.sha256(words.encode()).hexdigest()

    def place_of(self, meaning: str) -> int | None:
        """Return where the first column of `meaning` stands."""
        return next((column.place for column in self.columns if column.meaning == meaning), None)


def find_header(
    sheet: Sheet, kind: ListKind, row: int | None = None, chosen: Mapping[int, str] | None = None
) -> Header | None:
    """Return the header of a list of `kind` on the sheet, the one with the most meanings, or None.

    `row` is the number of the row where it is known to begin; `chosen` gives meanings by place, "" for none.
    """
    best: Header | None = None
    for start, (number, _cells) in enumerate(sheet.rows[:HEADER_WITHIN] if row is None else sheet.rows):
        if row is not None and number != row:
            continue
        for depth in range(1, MAX_DEPTH + 1):
            header = _header(sheet, kind, start, depth, chosen or {})
            if header is None:
                break
            if _fits(header, kind, strict=row is None) and (best is None or _is_better(header, best)):
                best = header
    return best


def is_fit(header: Header, kind: ListKind) -> bool:
    """Return whether the header has a column for what a list of this kind is about."""
    needs = RULES[kind].needs
    return not needs or bool(needs & header.meanings)


def _fits(header: Header, kind: ListKind, *, strict: bool) -> bool:
    if not RULES[kind].names & header.meanings:
        return False
    return not strict or len(header.meanings) >= MIN_COLUMNS


def _is_better(header: Header, best: Header) -> bool:
    """Return whether it has more columns, or as many and one more row of the same header."""
    count, known = (len({column.name for column in each.columns}) for each in (header, best))
    return count > known or (count == known and header.start == best.start)


def _header(sheet: Sheet, kind: ListKind, start: int, depth: int, chosen: Mapping[int, str]) -> Header | None:
    """Read `depth` rows from index `start` as one header; None where the last of them is no row of a header."""
    stacks = _stacks(sheet, start, depth)
    if not stacks or (depth > 1 and not _goes_on(sheet, kind, start + depth - 1, stacks)):
        return None
    if not any(_names(stack[0], kind) for stack in stacks.values()) and not set(chosen.values()) & RULES[kind].names:
        return None
    columns: list[Column] = []
    for place in sorted(stacks.keys() | chosen.keys()):
        found = column_under(place, stacks[place], kind) if place in stacks else None
        if place in chosen:
            ticked = found.ticked if found and found.meaning == chosen[place] else ""
            head = shown(stacks.get(place, []))
            found = Column(place, chosen[place], head, found.year if found else None, ticked)
        if found is not None and found.meaning:
            _add(columns, found)
    _add_rest(columns, sheet, stacks, start + depth)
    _part_birth(columns)
    heads = {place: shown(stack) for place, stack in stacks.items()}
    return Header(sheet, start, start + depth - 1, tuple(columns), heads)


def _add(columns: list[Column], found: Column) -> None:
    """Take a column in, the first of its meaning; a second one beside the name is its rest."""
    taken = {column.name: column for column in columns}
    if found.name not in taken:
        columns.append(found)
    elif found.meaning == "full_name" and taken["full_name"].place == found.place - 1:
        columns.append(Column(found.place, "name_rest", found.head))


def _part_birth(columns: list[Column]) -> None:
    """Read "Nam" beside Ngày and Tháng as the year of birth: without diacritics năm and nam are one word."""
    meanings = {column.meaning for column in columns}
    if {"birth_day", "birth_month", "birth_male"} <= meanings and "birth_female" not in meanings:
        index = next(index for index, column in enumerate(columns) if column.meaning == "birth_male")
        columns[index] = replace(columns[index], meaning="birth_year")


def _add_rest(columns: list[Column], sheet: Sheet, stacks: Mapping[int, list[str]], below: int) -> None:
    """Take the column after the name as its rest where nothing stands above it and names stand in it."""
    name = next((column for column in columns if column.meaning == "full_name"), None)
    if name is None or name.place + 1 in stacks or any(column.place == name.place + 1 for column in columns):
        return
    texts = [value for _number, value in sheet.filled(name.place + 1, below) if isinstance(value, str)]
    beside = sum(name.place in cells for _number, cells in sheet.rows[below:])
    if len(texts) * 2 > beside > 0:
        columns.append(Column(name.place + 1, "name_rest", name.head))


def _stacks(sheet: Sheet, start: int, depth: int) -> dict[int, list[str]]:
    """Return the texts of the header above each column, from the top, merged cells in all the columns they cover."""
    stacks: dict[int, list[str]] = {}
    for index in range(start, min(start + depth, len(sheet.rows))):
        number, own = sheet.rows[index]
        texts = {place: text for place, value in own.items() if (text := _head_text(value))}
        for place, text in sorted(_spread(sheet, number, texts, index == start).items()):
            stacks.setdefault(place, [])
            if not stacks[place] or stacks[place][-1] != text:
                stacks[place].append(text)
    if depth > 1:
        _lend_parents(stacks, sheet, start)
    return stacks


def _spread(sheet: Sheet, number: int, texts: dict[int, str], is_first: bool) -> dict[int, str]:
    spread = dict(texts)
    for merge in sheet.merges:
        if merge.first_row <= number <= merge.last_row and (is_first or merge.first_row == number):
            source = texts.get(merge.first_column)
            if merge.first_row < number:
                source = _head_text(_cell(sheet, merge.first_row, merge.first_column))
            for place in range(merge.first_column, min(merge.last_column, merge.first_column + 40) + 1):
                if source:
                    spread.setdefault(place, source)
    return spread


def _lend_parents(stacks: dict[int, list[str]], sheet: Sheet, start: int) -> None:
    """Give a header under an empty cell the one to the left above it, as a merged cell taken apart leaves it."""
    top = {place for place, value in sheet.rows[start][1].items() if _head_text(value)}
    for place in sorted(stacks):
        left = max((each for each in top if each < place), default=None)
        if place not in top and left is not None and len(stacks[place]) == 1:
            parent = stacks[left][0]
            if parent != stacks[place][0]:
                stacks[place].insert(0, parent)


def _goes_on(sheet: Sheet, kind: ListKind, index: int, stacks: Mapping[int, list[str]]) -> bool:
    """Return whether the row at `index` divides the header above it, instead of being a line of the list."""
    if index >= len(sheet.rows):
        return False
    own = sheet.rows[index][1]
    texts = {place: text for place, value in own.items() if (text := _head_text(value))}
    if not texts or len(texts) < len(own):
        return False
    dividing = [_divides(place, stacks[place], kind) for place in texts if place in stacks]
    named = [
        _divides(place, stack, kind)
        for place, stack in stacks.items()
        if place in texts and len(stack) > 1 and _names(stack[0], kind)
    ]
    return sum(dividing) >= MIN_COLUMNS and all(named)


def _names(head: str, kind: ListKind) -> bool:
    meaning = meaning_of(head, kind)
    return meaning is not None and (meaning in RULES[kind].names or meaning == "family_names")


def _divides(place: int, stack: Sequence[str], kind: ListKind) -> bool:
    if len(stack) < 2:
        return meaning_of(stack[-1], kind) is not None
    last = stack[-1]
    if not header_key(last):
        return year_in(last) is not None
    return (
        header_key(last) in _HALVES
        or column_under(place, stack[-1:], kind) is not None
        or (exact_meaning(" ".join(stack), kind) is not None)
    )


def _cell(sheet: Sheet, number: int, place: int) -> CellValue | None:
    return next((cells.get(place) for row, cells in sheet.rows[: HEADER_WITHIN + MAX_DEPTH] if row == number), None)


def _head_text(value: CellValue | None) -> str:
    """Return the text of a cell that can be a header, "" for any other: a year is one, a day or a quantity is not."""
    if isinstance(value, str):
        text = tidy(value)
        return text if len(text) <= _LONGEST_HEAD else ""
    return str(value) if type(value) is int and value in _YEARS else ""
