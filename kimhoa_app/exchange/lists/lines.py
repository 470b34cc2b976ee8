"""The lines of a list under its header: what is a line, under which heading it stands, what is none and why."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kimhoa_app.exchange.lists.cells import CellFault, CellValue, Merge
from kimhoa_app.exchange.lists.endings import ends_list, is_sum
from kimhoa_app.exchange.lists.heads import Header
from kimhoa_app.exchange.lists.kinds import RULES, ListKind, header_key
from kimhoa_app.text.normal import tidy

_ORDINAL_OF_GROUP = re.compile(r"[IVXLC]+\.?|[A-ZĐ]\.?|\d+(?:\.\d+)+\.?", re.IGNORECASE)
_LINE_NUMBER = re.compile(r"\d+\.?")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|\(?[A-Za-z]\)?|\d+\s*=\s*[\d+\s]+")
_LABEL = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|\d+)\s*[.)/-]\s+")
_AS_ABOVE = re.compile(
    r"[-–—/\s\"'“”.]*(?:n\s*\.?\s*t\.?|như trên|nhu tren)[-–—/\s\"'“”.]*|[-–]?\s*[/\"″〃”“']{1,4}\s*[-–]?",
    re.IGNORECASE,
)
_TICKS = frozenset({"x", "v", "1", "+", "✓", "✔", "√", "☑", "☒", "có", "đk", "đăng ký", "đạt", "true"})
_NO_TICKS = frozenset({"-", "–", "0", "không", "ko", "k", "☐", "false"})
_OF_ONE_LINE = frozenset({"ordinal", "full_name", "name_rest", "family_names", "given_name", "national_id", "birth"})

Cells = Mapping[str, CellValue]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its number in the file, its cells by the name of their column, the heading above it.

    `faults` are sentences about cells that have no value to take.
    """

    number: int
    cells: Cells
    group: str = ""
    faults: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """Return the cell as text on one line, "" for an empty or missing one."""
        value = self.cells.get(name)
        if type(value) is str:
            return value if "\n" not in value and "\r" not in value else tidy(value)
        return "" if value is None else str(value)

    def lines_of(self, name: str) -> list[str]:
        """Return the texts that stand one under the other in the cell."""
        value = self.cells.get(name)
        return [] if value is None else [text for part in str(value).splitlines() if (text := tidy(part))]

    def corrected(self, cells: Mapping[str, str], heads: Mapping[str, str]) -> "Line":
        """Return the line with these cells instead, "" for an empty one; `heads` gives the heads of its columns."""
        kept = {**self.cells, **cells}
        gone = tuple(f"Ô “{heads.get(name, name)}” " for name in cells)
        faults = tuple(fault for fault in self.faults if not fault.startswith(gone))
        return replace(self, cells={name: value for name, value in kept.items() if value != ""}, faults=faults)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row that is no line of the list: a sum, or where the signatures begin; `reason` says which."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines and what was passed over."""

    lines: tuple[Line, ...]
    passed_over: tuple[PassedOver, ...]


def lines_under(header: Header, kind: ListKind) -> Lines:
    """Return the lines under `header`."""
    return _Walk(header, kind).lines()


class _Walk:
    def __init__(self, header: Header, kind: ListKind) -> None:
        self._header = header
        self._places = {column.place: column.name for column in header.columns}
        self._ticked = {column.name: column for column in header.columns if column.ticked}
        self._carries = RULES[kind].carries
        self._post = header.place_of("position")
        self._ordinal = header.place_of("ordinal")
        self._name = next((place for place, name in self._places.items() if name in RULES[kind].names), None)
        self._head_keys = {place: header_key(head.split(" - ")[0]) for place, head in header.heads.items()}
        self._covered = dict(_covered(header.sheet.merges, header.row))
        self._wide = {merge.first_row for merge in header.sheet.merges if merge.last_column - merge.first_column >= 2}
        self._above: dict[str, CellValue] = {}
        self._group = ""
        self._has_ended = False
        self._lines: list[Line] = []
        self._passed: list[PassedOver] = []

    def lines(self) -> Lines:
        values: dict[tuple[int, int], CellValue] = {}
        for number, cells in self._header.sheet.rows[self._header.end + 1 :]:
            filled = self._filled(number, cells, values)
            self._take(number, filled, own=len(cells))
        return Lines(tuple(self._lines), tuple(self._passed))

    def _filled(
        self, number: int, cells: Mapping[int, CellValue], values: dict[tuple[int, int], CellValue]
    ) -> dict[int, CellValue]:
        """Return the cells of a row with those that a merged cell above covers."""
        filled = dict(cells)
        for place in self._places:
            first = self._covered.get((number, place))
            if first is None:
                continue
            if first == number and place in cells:
                values[first, place] = cells[place]
            elif place not in filled and (first, place) in values:
                filled[place] = values[first, place]
        return filled

    def _take(self, number: int, cells: dict[int, CellValue], own: int) -> None:
        named = self._with_ticks({name: cells[place] for place, name in self._places.items() if place in cells})
        is_numbered = _LINE_NUMBER.fullmatch(str(named.get("ordinal", ""))) is not None
        first = self._first_text(cells)
        if not is_numbered and is_sum(first):
            self._passed.append(PassedOver(number, f"“{first}” là dòng cộng nên bỏ qua."))
        elif not is_numbered and (self._has_ended or ends_list(first)) and not self._repeats_header(cells):
            if not self._has_ended:
                self._passed.append(PassedOver(number, f"Hết danh sách từ dòng “{first}”."))
            self._has_ended = True
        elif self._repeats_header(cells) or _only_numbers_columns(cells):
            self._has_ended = False
        elif (heading := self._heading(number, cells, named, own)) is not None:
            self._group = heading
        elif named:
            self._lines.append(self._line(number, named))
            self._has_ended = False

    def _with_ticks(self, named: dict[str, CellValue]) -> dict[str, CellValue]:
        """Return the cells with what is ticked under its meaning, one under the other where there are several."""
        kept = {name: value for name, value in named.items() if name not in self._ticked}
        for name, column in self._ticked.items():
            said = tidy(str(named.get(name, "")))
            if said and said.lower() not in _NO_TICKS:
                words = column.ticked if said.lower() in _TICKS else said
                kept[column.meaning] = f"{kept[column.meaning]}\n{words}" if column.meaning in kept else words
        return kept

    def _line(self, number: int, named: dict[str, CellValue]) -> Line:
        faults = tuple(
            f"Ô “{self._head_of(name)}” {value.reason}."
            for name, value in named.items()
            if isinstance(value, CellFault)
        )
        kept: dict[str, CellValue] = {name: value for name, value in named.items() if not isinstance(value, CellFault)}
        for name, value in kept.items():
            if name not in _OF_ONE_LINE and isinstance(value, str) and _AS_ABOVE.fullmatch(value.strip()):
                kept[name] = self._above.get(name, "")
        if self._goes_on(kept):
            kept = {**{name: self._above[name] for name in self._carries if name in self._above}, **kept}
        self._above = {**self._above, **kept} if self._goes_on(kept) else kept
        return Line(number, {name: value for name, value in kept.items() if value != ""}, self._group, faults)

    def _goes_on(self, cells: Mapping[str, CellValue]) -> bool:
        """Return whether a line has nothing of what names its subject, so that it goes on with the one above."""
        subject = {"full_name", "collective", "given_name", "name"} & self._carries
        return bool(subject) and not any(name in cells for name in (*subject, "ordinal")) and bool(self._above)

    def _head_of(self, name: str) -> str:
        return next((column.head for column in self._header.columns if column.name == name), name)

    def _first_text(self, cells: Mapping[int, CellValue]) -> str:
        """Return the text that a row begins with, "" for none; a post only when alone, as signatures are posts."""
        texts = [(place == self._post, place, cell) for place, cell in cells.items() if isinstance(cell, str)]
        return tidy(min(texts, default=(False, 0, ""))[2])

    def _heading(self, number: int, cells: dict[int, CellValue], named: Cells, own: int) -> str | None:
        """Return the heading of a group of lines: alone or merged in its row, or after a Roman number or a letter."""
        texts = [cell for cell in cells.values() if isinstance(cell, str)]
        if own == 1 and texts and (len(cells) == 1 or number in self._wide):
            return _LABEL.sub("", tidy(texts[0]))
        if _ORDINAL_OF_GROUP.fullmatch(str(named.get("ordinal", ""))) is None:
            return None
        others = [tidy(str(cell)) for place, cell in cells.items() if place != self._ordinal]
        words = [text for text in others if not text.replace(".", "").isdigit()]
        return words[0] if len(words) == 1 else None

    def _repeats_header(self, cells: Mapping[int, CellValue]) -> bool:
        name = cells.get(-1 if self._name is None else self._name)
        if not isinstance(name, str) or header_key(name) != self._head_keys[self._name or 0]:
            return False
        same = sum(header_key(str(cell)) == self._head_keys.get(place) for place, cell in cells.items())
        return same >= min(2, len(self._head_keys)) and same * 2 >= len(cells)


def _covered(merges: tuple[Merge, ...], header_row: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Give for each cell under the header that a merge over several rows covers the row in which its value stands."""
    for merge in merges:
        if (
            merge.first_row > header_row
            and merge.first_row < merge.last_row
            and merge.first_column == merge.last_column
        ):
            for row in range(merge.first_row, min(merge.last_row, merge.first_row + 500) + 1):
                yield (row, merge.first_column), merge.first_row


def _only_numbers_columns(cells: Mapping[int, CellValue]) -> bool:
    """Whether a row only numbers the columns: (1), (2), A, B, or divides the header above it once more."""
    texts = (tidy(str(cell)) for cell in cells.values())
    return len(cells) >= 2 and all(
        _COLUMN_NUMBER.fullmatch(text) or header_key(text) in ("nam", "nu") for text in texts
    )
