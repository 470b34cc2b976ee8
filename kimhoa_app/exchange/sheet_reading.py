"""Finding the list in a workbook: the sheet, the header under the title rows, the columns by their meaning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.exchange.list_endings import ends_list, is_sum
from kimhoa_app.exchange.workbooks import CellValue, Sheet, read_workbook
from kimhoa_app.text.normal import tidy
from kimhoa_app.text.search_keys import search_key
from resources import read_toml

HEADER_WITHIN = 40
MIN_COLUMNS = 2

_REMARK = re.compile(r"\([^)]*\)")
_NOT_WORDS = re.compile(r"[^\w]+")
_ORDINAL_OF_GROUP = re.compile(r"[IVXLC]+|[A-ZĐ]", re.IGNORECASE)
_LINE_NUMBER = re.compile(r"\d+\.?")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|[A-Z]")

Cells = Mapping[str, CellValue]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of a list: its number in the file, its cells by meaning, the heading under which it stands."""

    number: int
    cells: Cells
    group: str = ""

    def text(self, meaning: str) -> str:
        """Return the cell as text, "" for an empty or missing one."""
        value = self.cells.get(meaning)
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A line that is no line of the list: a sum, or where the signatures begin; `reason` says which."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The list that was found; `columns` gives for each meaning the header as it stands in the file."""

    sheet: str
    header_row: int
    columns: Mapping[str, str]
    rows: tuple[SheetRow, ...]
    passed_over: tuple[PassedOver, ...] = ()


@dataclass(frozen=True, slots=True)
class _Header:
    sheet: Sheet
    row_index: int
    places: Mapping[str, int]
    titles: Mapping[str, str]


def read_list(path: Path, kind: str, names: frozenset[str]) -> SheetRows:
    """Return the list of `kind` ("staff", "registrations") in the .xlsx file at `path`: the one with the most columns.

    Raises UnusableFile as `read_lists`.
    """
    return max(read_lists(path, kind, names), key=lambda found: len(found.columns))


def read_lists(path: Path, kind: str, names: frozenset[str]) -> list[SheetRows]:
    """Return the list of `kind` on each visible sheet of the .xlsx file at `path` that has one, in their order.

    A header needs one of the meanings in `names` and one more. Raises UnusableFile when no sheet has such a header or
    when the file cannot be read.
    """
    headers = [header for sheet in read_workbook(path) if (header := _header_of(sheet, kind, names)) is not None]
    if not headers:
        raise UnusableFile(
            f"Không tìm thấy dòng tiêu đề trong {path.name}; cần có cột Họ và tên cùng ít nhất một cột khác "
            "(ví dụ Ngày sinh, Chức vụ, Đơn vị)."
        )
    return [_list_under(header) for header in headers]


def header_key(text: str) -> str:
    """Return what headers are compared by: no remarks in brackets, no signs, no diacritics, small letters."""
    return tidy(_NOT_WORDS.sub(" ", search_key(_REMARK.sub(" ", text))))


@cache
def _synonyms(kind: str) -> dict[str, str]:
    columns: dict[str, list[str]] = read_toml("catalogue/columns.toml")[kind]
    return {header_key(synonym): meaning for meaning, synonyms in columns.items() for synonym in synonyms}


def meaning_of(header: str, kind: str) -> str | None:
    """Return the meaning of a column by its header, by the longest synonym that it begins with, or None."""
    key = header_key(header)
    synonyms = _synonyms(kind)
    if key in synonyms:
        return synonyms[key]
    beginning = [known for known in synonyms if " " in known and key.startswith(known + " ")]
    return synonyms[max(beginning, key=len)] if beginning else None


def _header_of(sheet: Sheet, kind: str, names: frozenset[str]) -> _Header | None:
    best: _Header | None = None
    for index, (_number, cells) in enumerate(sheet.rows[:HEADER_WITHIN]):
        places: dict[str, int] = {}
        titles: dict[str, str] = {}
        for place, cell in enumerate(cells):
            meaning = meaning_of(cell, kind) if isinstance(cell, str) else None
            if meaning is not None and meaning not in places:
                places[meaning] = place
                titles[meaning] = str(cell)
        has_name = bool(names & places.keys())
        if has_name and len(places) >= MIN_COLUMNS and (best is None or len(places) > len(best.places)):
            best = _Header(sheet, index, _with_halves(sheet, index, places), titles)
    return best


def _with_halves(sheet: Sheet, index: int, places: Mapping[str, int]) -> dict[str, int]:
    """Add columns that a merged header covers: a name in two cells, a birthday under "Nam" or under "Nữ"."""
    header = sheet.rows[index][1]
    below = sheet.rows[index + 1][1] if index + 1 < len(sheet.rows) else ()
    found = dict(places)
    name = places.get("full_name")
    if name is not None and name + 1 < len(header) and header[name + 1] is None:
        found["name_rest"] = name + 1
    birth = places.get("birth")
    if birth is not None and [header_key(str(cell)) for cell in below[birth : birth + 2]] == ["nam", "nu"]:
        found["birth_male"], found["birth_female"] = found.pop("birth"), birth + 1
    return found


def _list_under(header: _Header) -> SheetRows:
    rows: list[SheetRow] = []
    passed_over: list[PassedOver] = []
    group, has_ended = "", False
    for number, cells in header.sheet.rows[header.row_index + 1 :]:
        by_meaning = {meaning: cells[place] for meaning, place in header.places.items() if cells[place] is not None}
        is_numbered = _LINE_NUMBER.fullmatch(str(by_meaning.get("ordinal", ""))) is not None
        first = _first_text(cells, post=header.places.get("position"))
        if not is_numbered and is_sum(first):
            passed_over.append(PassedOver(number, f"“{first}” là dòng cộng nên bỏ qua."))
        elif not is_numbered and (has_ended or ends_list(first)):
            passed_over.extend([] if has_ended else [PassedOver(number, f"Hết danh sách từ dòng “{first}”.")])
            has_ended = True
        elif (heading := _group_heading(by_meaning, cells)) is not None:
            group = heading
        elif by_meaning and not _is_second_header(cells):
            rows.append(SheetRow(number, by_meaning, group))
            has_ended = False
    head_row = header.sheet.rows[header.row_index][0]
    return SheetRows(header.sheet.name, head_row, header.titles, tuple(rows), tuple(passed_over))


def _first_text(cells: tuple[CellValue, ...], post: int | None) -> str:
    """Return the text that a line begins with, "" for none; a post only when alone, as signatures are posts."""
    texts = [(place == post, cell) for place, cell in enumerate(cells) if isinstance(cell, str)]
    return min(texts, key=lambda text: text[0], default=(False, ""))[1]


def _group_heading(by_meaning: Cells, cells: tuple[CellValue, ...]) -> str | None:
    """Return the heading of a group of lines ("I | Văn phòng"): alone in its line, or after a Roman number."""
    ordinal = str(by_meaning.get("ordinal", ""))
    texts = [cell for cell in cells if isinstance(cell, str)]
    if len(texts) == 1 and texts == [cell for cell in cells if cell is not None]:
        return texts[0]
    if len(texts) == 2 and texts[0] == ordinal and _ORDINAL_OF_GROUP.fullmatch(ordinal):
        return texts[1]
    return None


def _is_second_header(cells: tuple[CellValue, ...]) -> bool:
    """Whether a line only numbers the columns or divides the header above it."""
    filled = [str(cell) for cell in cells if cell is not None]
    return all(_COLUMN_NUMBER.fullmatch(text) or header_key(text) in ("nam", "nu") for text in filled)
