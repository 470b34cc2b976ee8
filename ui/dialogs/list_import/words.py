"""What the wizard calls things: the kinds of list, what becomes of a line, the fields that change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kimhoa_app.services.imports import (
    FieldChange,
    ImportOutcome,
    ImportPlan,
    ListKind,
    PlannedRow,
    RowAction,
    meaning_words,
)
from ui.theme import State


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind of list: its name, what one line of it is called, what it needs, which data it changes, its sample."""

    name: str
    noun: str
    needs: str
    announced: tuple[str, ...]
    sample: str


KINDS: Final = {
    ListKind.STAFF: KindWords(
        "Danh sách cán bộ",
        "người",
        "Chỉ cần cột Họ và tên; ngày sinh, giới tính, chức vụ, đơn vị, căn cước, ngày tuyển dụng được tự nhận ra.",
        ("people", "units"),
        "Mau danh sach can bo",
    ),
    ListKind.RATINGS: KindWords(
        "Xếp loại chất lượng",
        "xếp loại",
        "Cần cột Họ và tên và cột Xếp loại; nhiều năm thì mỗi năm một cột. Có cột Kỷ luật thì cũng đọc.",
        ("ratings", "people", "units"),
        "Mau xep loai chat luong",
    ),
    ListKind.AWARDS: KindWords(
        "Khen thưởng đã có",
        "khen thưởng",
        "Cần cột Họ và tên hoặc tập thể và cột Danh hiệu, Hình thức khen thưởng; số, ngày quyết định được tự nhận ra.",
        ("awards", "people", "units", "documents"),
        "Mau khen thuong da co",
    ),
    ListKind.INITIATIVES: KindWords(
        "Sáng kiến",
        "sáng kiến",
        "Cần cột Tên sáng kiến và cột Tác giả; nhiều tác giả thì ghi tỷ lệ: Trần Văn A (60%), Lê Thị B (40%).",
        ("initiatives", "people", "units", "awards"),
        "Mau sang kien",
    ),
    ListKind.REGISTRATIONS: KindWords(
        "Đăng ký thi đua",
        "đăng ký",
        "Phiếu mà đơn vị gửi lại, nhiều phiếu một lần cũng được; hoặc danh sách có cột Họ và tên và cột Danh hiệu.",
        ("registrations",),
        "Mau dang ky thi dua",
    ),
}
ACTIONS: Final = {
    RowAction.NEW: ("Thêm mới", State.GOOD),
    RowAction.CHANGE: ("Cập nhật", State.ACTIVE),
    RowAction.SAME: ("Không đổi", State.QUIET),
    RowAction.AMBIGUOUS: ("Chưa rõ là ai", State.ATTENTION),
    RowAction.REFUSED: ("Không nhập được", State.WRONG),
    RowAction.SKIPPED: ("Bỏ qua", State.QUIET),
}
AUTHORS: Final = "authors"
"""The one field that changes and is no column: it is made of two."""


def describe(row: PlannedRow, kind: ListKind) -> str:
    """Return what is new, what changes from what into what, or why nothing is done, with the line's warnings."""
    about = "" if kind is ListKind.STAFF else row.content  # of a person the changes tell whose they are, not which year
    match row.action:
        case RowAction.NEW:
            parts = [row.content]
        case RowAction.CHANGE:
            parts = ["; ".join(_change(change, kind) for change in row.changes), about]
        case RowAction.SAME:
            parts = ["Đã có, giống như trong danh sách", about]
        case RowAction.SKIPPED:
            parts = ["Đã chọn bỏ qua."]
        case _:
            parts = [row.reason]
    parts += [warning for warning in row.warnings if warning != row.reason]
    return " · ".join(part for part in parts if part)


def source_line(plan: ImportPlan) -> str:
    """Return where in the file the list was found and which columns were read."""
    columns = ", ".join(" ".join(header.split()) for header in plan.columns.values() if header)
    return f"Trang tính “{plan.sheet}”, tiêu đề ở dòng {plan.header_row}. Đã nhận ra các cột: {columns}."


def consequences(plans: Sequence[ImportPlan]) -> str:
    """Return what the import does besides the lines: new units and people, moves from today; empty when nothing."""
    parts = []
    units = dict.fromkeys(unit for plan in plans for unit in plan.new_units)
    people = dict.fromkeys(person for plan in plans for person in plan.new_people)
    if units:
        parts.append(f"Thêm {len(units)} đơn vị mới: {_some(list(units))}.")
    if people:
        parts.append(f"Thêm {len(people)} người chưa có trong danh sách cán bộ: {_some(list(people))}.")
    staff = [plan for plan in plans if plan.kind is ListKind.STAFF]
    fields = {change.field for plan in staff for row in plan.with_action(RowAction.CHANGE) for change in row.changes}
    if fields & {"position", "unit"}:
        parts.append("Chức vụ, đơn vị khác trước được ghi là chuyển từ hôm nay.")
    return " ".join(parts)


def told(kind: ListKind, outcomes: Sequence[ImportOutcome]) -> str:
    """Return in a sentence what an import has done."""
    noun = KINDS[kind].noun
    parts = {
        f"đã thêm {{}} {noun}": sum(each.added for each in outcomes),
        f"cập nhật {{}} {noun}": sum(each.changed for each in outcomes),
        "thêm {} người vào danh sách cán bộ": sum(each.people_added for each in outcomes),
        "thêm {} đơn vị": sum(each.units_added for each in outcomes),
    }
    return f"Nhập xong: {', '.join(words.format(count) for words, count in parts.items() if count)}."


def kind_doubted(kind: ListKind, fitting: ListKind) -> str:
    """Return in a sentence that a list brought in as `kind` looks like one of `fitting`."""
    return f"Đang nhập loại “{KINDS[kind].name}”, nhưng các cột trong tệp giống loại “{KINDS[fitting].name}” hơn."


def shortened(file_name: str, most: int = 24) -> str:
    """Return the name of a file as a button has room for it."""
    return file_name if len(file_name) <= most else f"{file_name[: most - 1]}…"


def _some(names: Sequence[str], most: int = 8) -> str:
    return ", ".join(names[:most]) + (f" và {len(names) - most} tên khác" if len(names) > most else "")


def _change(change: FieldChange, kind: ListKind) -> str:
    field = meaning_words("full_name" if change.field == AUTHORS else change.field, kind)
    return f"{field[:1].lower()}{field[1:]}: {change.old or 'chưa có'} → {change.new}"
