"""The person or the collective that a line of a list speaks of, whatever the list is about."""

import re
from dataclasses import dataclass
from datetime import date

from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.values import code_of, day_of, national_id_of
from kimhoa_app.text.names import listed_name

_BRACKETED = re.compile(r"\s*\(([^)]*)\)")
_TWO_NAMES = re.compile(r"[;\n]|,(?=\s*\S+\s+\S)|\S \S+\s*/\s*\S+ \S")


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Who a line speaks of; `warnings` are sentences about cells that were not taken over, `reason` why it is nobody.

    `group` is the heading above, `post_and_unit` the words of a column that holds both.
    """

    row: int
    full_name: str
    birth: PartialDate | None = None
    gender: Gender | None = None
    honorific: str | None = None
    position: str = ""
    unit: str = ""
    national_id: str | None = None
    note: str = ""
    group: str = ""
    post_and_unit: str = ""
    warnings: tuple[str, ...] = ()
    reason: str = ""


def person_of(line: Line, today: date) -> ListedPerson:
    """Return whom `line` speaks of."""
    warnings: list[str] = list(line.faults)
    written = " ".join(line.text(part) for part in ("full_name", "name_rest", "family_names", "given_name"))
    remarks = [found for found in _BRACKETED.findall(written) if found.strip() and "%" not in found]
    name, said = listed_name(_BRACKETED.sub(" ", written))
    if remarks:
        warnings.append(f"Phần “({'; '.join(remarks)})” sau họ tên được chuyển sang ghi chú.")
    gender = _gender(line, warnings)
    birth, implied = _birth(line, today, warnings)
    gender = gender or implied
    national_id, remark = (None, "")
    if "national_id" in line.cells:
        national_id, remark = national_id_of(line.cells["national_id"], birth, gender)
    warnings += [remark] if remark else []
    return ListedPerson(
        row=line.number,
        full_name=name,
        birth=birth,
        gender=gender,
        honorific=line.text("honorific") or said,
        position=line.text("position"),
        unit=line.text("unit"),
        national_id=national_id,
        note="; ".join([*([line.text("note")] if line.text("note") else []), *remarks]),
        group=line.group,
        post_and_unit=line.text("position_unit"),
        warnings=tuple(warnings),
        reason=_reason_against(line, name),
    )


def _reason_against(line: Line, name: str) -> str:
    if not name:
        return "Thiếu họ và tên."
    if not any(char.isalpha() for char in name):
        return f"“{name}” không phải là họ và tên."
    lines = line.lines_of("full_name")
    if _TWO_NAMES.search(line.text("full_name")) or (len(lines) > 1 and all(" " in one for one in lines)):
        return f"Ô họ và tên “{name}” có nhiều người; hãy tách mỗi người một dòng."
    return ""


def _gender(line: Line, warnings: list[str]) -> Gender | None:
    written = line.text("gender")
    if written:
        code = code_of(written, "gender")
        if code is None:
            warnings.append(f"Giới tính “{written}” không rõ nên để trống.")
        return None if code is None else Gender(code)
    marked = [gender for gender in Gender if line.text(f"gender_{gender}")]
    return marked[0] if len(marked) == 1 else None


def _birth(line: Line, today: date, warnings: list[str]) -> tuple[PartialDate | None, Gender | None]:
    """Return the birth, and the gender that its column says."""
    by_column: tuple[tuple[str, Gender | None], ...] = (
        ("birth", None),
        ("birth_male", Gender.MALE),
        ("birth_female", Gender.FEMALE),
        ("gender_male", Gender.MALE),
        ("gender_female", Gender.FEMALE),
    )
    for column, gender in by_column:
        value = _parted_birth(line) or line.cells.get(column)
        if value is None or (column.startswith("gender") and not any(char.isdigit() for char in str(value))):
            continue
        told = day_of(value, "Ngày sinh", today, is_birth=True)
        if told.remark:
            warnings.append(told.remark)
        return told.value, gender
    return None, None


def _parted_birth(line: Line) -> str:
    """Return the birth that stands in columns of its own for day, month and year, "" where there are none."""
    parts = [line.text(f"birth_{part}") for part in ("day", "month", "year")]
    return "/".join(parts) if all(parts) else parts[-1]
