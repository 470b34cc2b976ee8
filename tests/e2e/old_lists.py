"""The lists of a fictional commune as they lie on the office's disk: the staff in .VnTime with errors, and the rest."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.styles import Font

from tests.e2e.commune import STAFF, Member
from tests.text.test_legacy import TO_TCVN3, in_tcvn3

MISWRITTEN: Final = STAFF[10]
"""Of this member the old list has the given name alone."""
IMPOSSIBLE: Final = STAFF[12]
"""The birthday of this member is on a day that no month has."""
BEST, WEAK, INVENTOR = STAFF[12], STAFF[13], STAFF[14]
IDEA: Final = "Lập danh bạ số để tra hồ sơ địa chính của xã"


def write_old_staff_list(path: Path) -> Path:
    """Write the staff under .VnTime, heads in two rows, below titles, with "nt", a total and two errors."""
    rows: list[Sequence[object]] = [
        ("UBND XÃ KIM HOA",),
        (),
        (None, None, "Danh sách cán bộ, công chức, viên chức"),
        ("STT", "Họ và tên", "Ngày sinh", None, "Chức vụ", "Đơn vị công tác", "Ghi chú"),
        (None, None, "Nam", "Nữ"),
    ]
    above = ""
    for number, member in enumerate(STAFF, start=1):
        unit = "nt" if member.unit == above else member.unit
        rows.append((number, _name(member), *_births(member), member.post, unit))
        above = member.unit
    rows += [(), (None, f"Tổng cộng: {len(STAFF)} người")]
    return _write(path, rows, font=".VnTime", merged=("C4:D4",))


def write_ratings(path: Path) -> Path:
    """Write the ratings of two years side by side, in words and in letters."""
    rows: list[Sequence[object]] = [
        ("KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG",),
        ("TT", "Họ tên", "Đơn vị", "Năm 2025", "Năm 2026"),
    ]
    for number, member in enumerate(STAFF, start=1):
        now = {BEST: "HTXSNV", WEAK: "Hoàn thành nhiệm vụ"}.get(member, "Hoàn thành tốt nhiệm vụ")
        rows.append((number, member.name, member.unit, "HTTNV", now))
    return _write(path, rows)


def write_awards(path: Path) -> Path:
    """Write what was given last year, each line with its decision in one cell."""
    rows: list[Sequence[object]] = [
        ("TỔNG HỢP KHEN THƯỞNG NĂM 2025",),
        ("STT", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu", "Số, ngày quyết định"),
    ]
    for number, member in enumerate((BEST, WEAK, INVENTOR), start=1):
        decision = "125/QĐ-UBND ngày 20/12/2025"
        rows.append((number, member.name, f"{member.post}, {member.unit}", "Lao động tiên tiến", decision))
    return _write(path, rows)


def write_initiatives(path: Path) -> Path:
    """Write the initiatives of the year, one of two authors."""
    rows: list[Sequence[object]] = [
        ("DANH SÁCH SÁNG KIẾN NĂM 2026",),
        ("STT", "Tên sáng kiến", "Tác giả", "Quyết định công nhận"),
        (1, IDEA, f"{BEST.name} (60%), {INVENTOR.name} (40%)", "31/QĐ-UBND ngày 25/11/2026"),
    ]
    return _write(path, rows)


def fill_form(path: Path, titles: dict[Member, str]) -> Path:
    """Choose titles on the form of a unit, as its people do in Excel."""
    book = openpyxl.load_workbook(path)
    sheet = book["Cá nhân"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "STT")
    title = next(cell.column for cell in head if str(cell.value).startswith("Danh hiệu"))
    lines = {row[1].value: row[0].row for row in sheet.iter_rows()}
    for member, text in titles.items():
        sheet.cell(lines[member.name], title, text)
    book.save(path)
    return path


def _name(member: Member) -> str:
    return member.name.split()[-1] if member == MISWRITTEN else member.name


def _births(member: Member) -> tuple[str | None, str | None]:
    birth = f"{member.birth.day}-{member.birth.month}-{member.birth.year}"
    if member == IMPOSSIBLE:
        birth = f"42/{member.birth.month}/{member.birth.year}"
    return (None, birth) if member.gender == "Nữ" else (birth, None)


def _write(path: Path, rows: Sequence[Sequence[object]], font: str = "", merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place, _old(value) if font and isinstance(value, str) else value)
            if font:
                cell.font = Font(name=font)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def _old(text: str) -> str:
    """Return the text as it is typed under .VnTime, which has no capitals with marks."""
    return in_tcvn3("".join(char if char.isascii() or char in TO_TCVN3 else char.lower() for char in text))
