"""A staff list as people keep it in Excel, read into people."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender
from kimhoa_app.exchange.cell_values import national_id_of, partial_date_of
from kimhoa_app.exchange.sheet_reading import SheetRow, SheetRows, read_list
from kimhoa_app.text.names import tidy_name
from kimhoa_app.text.search_keys import search_key

_NAMES = frozenset({"full_name", "given_name"})
_GENDERS = {"nam": Gender.MALE, "nu": Gender.FEMALE, "m": Gender.MALE, "f": Gender.FEMALE}


@dataclass(frozen=True, slots=True)
class StaffRow:
    """What one line says of one person; `warnings` are sentences about cells that were not taken over."""

    row: int
    full_name: str
    birth: PartialDate | None
    gender: Gender | None
    honorific: str | None
    position: str
    unit: str
    national_id: str | None
    start_date: date | None
    note: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A line that is no person, or not one that can be read."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class StaffSheet:
    """The list as found in the file and its lines."""

    found: SheetRows
    people: tuple[StaffRow, ...]
    rejected: tuple[RejectedRow, ...]


def read_staff_sheet(path: Path) -> StaffSheet:
    """Return the staff list in the .xlsx file at `path`; raises UnusableFile."""
    found = read_list(path, "staff", _NAMES)
    has_unit = "unit" in found.columns
    is_numbered = any(row.text("ordinal").isdigit() for row in found.rows)
    people: list[StaffRow] = []
    rejected: list[RejectedRow] = []
    for row in found.rows:
        reason = _reason_against(row, is_numbered=is_numbered)
        if reason is None:
            people.append(_person(row, has_unit=has_unit))
        else:
            rejected.append(RejectedRow(row.number, reason))
    return StaffSheet(found, tuple(people), tuple(rejected))


def _reason_against(row: SheetRow, *, is_numbered: bool) -> str | None:
    name = _name(row)
    if not name:
        return "Thiếu họ và tên."
    if not any(char.isalpha() for char in name):
        return f"“{name}” không phải là họ và tên."
    known = {"birth", "birth_male", "birth_female", "national_id"} & row.cells.keys()
    if is_numbered and not row.text("ordinal") and not known:
        return "Không có số thứ tự, ngày sinh và số định danh; có vẻ không phải dòng của một người."
    return None


def _person(row: SheetRow, *, has_unit: bool) -> StaffRow:
    warnings: list[str] = []
    gender = _GENDERS.get(search_key(row.text("gender")))
    if row.text("gender") and gender is None:
        warnings.append(f"Giới tính “{row.text('gender')}” không rõ nên để trống.")
    for meaning, implied in (("birth_male", Gender.MALE), ("birth_female", Gender.FEMALE)):
        gender = implied if row.text(meaning) else gender
    birth = _date(row, ("birth", "birth_male", "birth_female"), "Ngày sinh", warnings)
    return StaffRow(
        row=row.number,
        full_name=_name(row),
        birth=birth,
        gender=gender,
        honorific=row.text("honorific") or None,
        position=row.text("position"),
        unit=row.text("unit") if has_unit else row.group,
        national_id=_national_id(row, birth, warnings),
        start_date=_full_date(row, warnings),
        note=row.text("note"),
        warnings=tuple(warnings),
    )


def _name(row: SheetRow) -> str:
    parts = [row.text(meaning) for meaning in ("full_name", "name_rest", "family_names", "given_name")]
    return tidy_name(" ".join(parts))


def _date(row: SheetRow, meanings: tuple[str, ...], label: str, warnings: list[str]) -> PartialDate | None:
    for meaning in meanings:
        value = row.cells.get(meaning)
        if value is not None:
            try:
                return partial_date_of(value)
            except ValueError:
                warnings.append(f"{label} “{value}” không đọc được nên để trống.")
    return None


def _full_date(row: SheetRow, warnings: list[str]) -> date | None:
    start = _date(row, ("start_date",), "Ngày tuyển dụng", warnings)
    if start is None:
        return None
    if start.month is None or start.day is None:
        warnings.append(f"Ngày tuyển dụng chỉ ghi năm {start.year} nên để trống.")
        return None
    return date(start.year, start.month, start.day)


def _national_id(row: SheetRow, birth: PartialDate | None, warnings: list[str]) -> str | None:
    value = row.cells.get("national_id")
    if value is None:
        return None
    try:
        return national_id_of(value, birth)
    except InvalidInput as error:
        warnings.append(error.message)
        return None
