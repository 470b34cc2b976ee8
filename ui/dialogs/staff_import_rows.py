"""What an import would do with each line, in words."""

from collections.abc import Callable
from typing import Final

from kimhoa_app.services.imports import WRITTEN, FieldChange, ImportPlan, PlannedRow, RowAction
from ui.models.records import RIGHT, Column
from ui.theme import State

WORDS: Final = {
    RowAction.NEW: ("Thêm mới", State.GOOD),
    RowAction.CHANGE: ("Cập nhật", State.ACTIVE),
    RowAction.SAME: ("Không đổi", State.QUIET),
    RowAction.AMBIGUOUS: ("Chưa rõ là ai", State.ATTENTION),
    RowAction.REFUSED: ("Không nhập được", State.WRONG),
    RowAction.SKIPPED: ("Bỏ qua", State.QUIET),
}
_FIELDS: Final = {
    "full_name": "họ và tên",
    "birth": "ngày sinh",
    "gender": "giới tính",
    "national_id": "số căn cước",
    "honorific": "xưng hô",
    "position": "chức vụ",
    "unit": "đơn vị",
    "start_date": "ngày tuyển dụng",
    "note": "ghi chú",
}


def import_columns(is_wanted: Callable[[PlannedRow], bool]) -> tuple[Column[PlannedRow], ...]:
    """Return the columns of the list; `is_wanted` says whether a line that can be written is to be."""

    def ticked(row: PlannedRow) -> bool | None:
        return is_wanted(row) if row.action in WRITTEN else None

    return (
        Column("Nhập", lambda row: "x" if ticked(row) else "", ticked=ticked),
        Column("Dòng", lambda row: str(row.row), lambda row: row.row, RIGHT),
        Column("Họ và tên", lambda row: row.name),
        Column("Sẽ làm", lambda row: WORDS[row.action][0], chip=lambda row: WORDS[row.action][1]),
        Column("Nội dung", describe, stretch=True),
    )


def describe(row: PlannedRow) -> str:
    """Return what is new, what changes from what into what, or why nothing is done, with the line's warnings."""
    match row.action:
        case RowAction.NEW:
            parts = [row.content]
        case RowAction.CHANGE:
            parts = ["; ".join(_change(change) for change in row.changes)]
        case RowAction.SAME:
            parts = ["Đã có, giống như trong danh sách."]
        case _:
            parts = [row.reason]
    parts += [warning for warning in row.warnings if warning != row.reason]
    return " · ".join(part for part in parts if part)


def source_line(plan: ImportPlan) -> str:
    """Return where in the file the list was found and which columns were read."""
    columns = ", ".join(" ".join(header.split()) for header in plan.columns.values())
    return f"Trang tính “{plan.sheet}”, tiêu đề ở dòng {plan.header_row}. Đã nhận ra các cột: {columns}."


def consequences(plan: ImportPlan) -> str:
    """Return what the import does besides the lines: new units, moves from today; empty when nothing."""
    parts = []
    if plan.new_units:
        parts.append(f"Thêm {len(plan.new_units)} đơn vị mới: {', '.join(plan.new_units)}.")
    fields = {change.field for row in plan.with_action(RowAction.CHANGE) for change in row.changes}
    if fields & {"position", "unit"}:
        parts.append("Chức vụ, đơn vị khác trước được ghi là chuyển từ hôm nay.")
    return " ".join(parts)


def _change(change: FieldChange) -> str:
    return f"{_FIELDS[change.field]}: {change.old or 'chưa có'} → {change.new}"
