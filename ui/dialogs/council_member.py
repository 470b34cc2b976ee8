"""One seat of the council as a form: someone from outside the staff, or any seat to be corrected or ended."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kimhoa_app.domain.councils import CouncilRole, Member, MemberDraft
from kimhoa_app.domain.labels import label
from kimhoa_app.services import councils
from ui.dialogs.base import FormDialog
from ui.pages.context import PageContext
from ui.widgets.date_edit import DateEdit


def open_member_dialog(
    context: PageContext,
    council_id: int,
    done: Callable[[Any], object],
    *,
    member: Member | None = None,
    parent: QWidget | None = None,
) -> FormDialog:
    """Open the form of a new seat for someone from outside, or of `member`."""

    def save(values: dict[str, Any]) -> int:
        draft = MemberDraft(**values, person_id=member.person_id if member else None)
        if member is None:
            return councils.add_member(context.workspace, council_id, draft)
        councils.change_member(context.workspace, member.member_id, draft)
        return member.member_id

    heading = f"Thành viên: {member.full_name}" if member else "Thành viên ngoài danh sách cán bộ"
    dialog = FormDialog(context.runner, heading, save, done, columns=2, parent=parent)
    form = dialog.form
    roles = QComboBox()
    for role in CouncilRole:
        roles.addItem(label(role), role)
    form.add("full_name", "Họ và tên", QLineEdit(), required=True)
    form.add("position", "Chức vụ, đơn vị", QLineEdit(), help_text="Ghi như trong quyết định thành lập.")
    form.add("role", "Vai trò trong Hội đồng", roles, required=True, wide=True)
    form.add("valid_from", "Tham gia từ ngày", DateEdit(), help_text="Để trống: từ khi lập Hội đồng.")
    form.add("valid_to", "Đến hết ngày", DateEdit(), help_text="Để trống: còn tham gia.")
    form.fill({"role": CouncilRole.MEMBER})
    if member is not None:
        form.fill({field: getattr(member, field) for field in ("full_name", "position", "role")})
        form.fill({"valid_from": member.valid_from, "valid_to": member.valid_to})
    dialog.open()
    return dialog


def open_end_dialog(
    context: PageContext, member: Member, day: date, done: Callable[[Any], object], parent: QWidget | None = None
) -> FormDialog:
    """Open the form that asks for the last day of `member`, `day` proposed."""
    dialog = FormDialog(
        context.runner,
        f"{member.full_name} thôi tham gia Hội đồng",
        lambda values: councils.end_member(context.workspace, member.member_id, values["last_day"]),
        done,
        explain="Các cuộc họp trước ngày này vẫn giữ nguyên thành viên.",
        parent=parent,
    )
    dialog.form.add("last_day", "Ngày cuối cùng tham gia", DateEdit(), required=True)
    dialog.form.fill({"last_day": day})
    dialog.open()
    return dialog
