"""A meeting of the council as a form: prepared with what is proposed, changed, or opened again with a reason."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kimhoa_app.domain.councils import CouncilKind, VoteBase, VoteMethod, vote_methods
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.services import council_desk, meetings
from kimhoa_app.services.council_desk import MeetingProposal
from kimhoa_app.services.meetings import MeetingDraft
from ui.dialogs.base import FormDialog
from ui.pages.context import PageContext
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import Form


def open_prepare_dialog(
    context: PageContext,
    proposal: MeetingProposal,
    done: Callable[[tuple[int, int]], object],
    parent: QWidget | None = None,
    kind: CouncilKind = CouncilKind.EMULATION,
) -> FormDialog:
    """Open the form of a new meeting; `done` gets its number and how many cases were put before it."""

    def save(values: dict[str, Any]) -> tuple[int, int]:
        return council_desk.prepare(context.workspace, context.year, **values, kind=kind)

    is_initiatives = kind is CouncilKind.INITIATIVE
    what = "Mọi sáng kiến đã nộp mà chưa xét" if is_initiatives else "Mọi đăng ký của năm"
    dialog = FormDialog(
        context.runner,
        f"Chuẩn bị cuộc họp xét {'sáng kiến' if is_initiatives else 'thi đua'} năm {context.year}",
        save,
        done,
        explain=f"{what} được đưa ngay vào danh sách xét; thành viên lấy theo Hội đồng vào ngày họp.",
        save_text="Chuẩn bị",
        parent=parent,
    )
    _add_place_fields(dialog.form)
    dialog.form.fill({"held_on": proposal.held_on, "starts_at": proposal.starts_at, "place": proposal.place})
    dialog.open()
    return dialog


def open_change_dialog(
    context: PageContext, record: MeetingRecord, done: Callable[[Any], object], parent: QWidget | None = None
) -> FormDialog:
    """Open the form that changes the meeting."""

    def save(values: dict[str, Any]) -> None:
        meetings.change_meeting(context.workspace, record.meeting_id, MeetingDraft(ends_at=record.ends_at, **values))

    dialog = FormDialog(context.runner, "Sửa cuộc họp", save, done, columns=2, parent=parent)
    form = dialog.form
    _add_place_fields(form)
    form.add("vote_method", "Cách biểu quyết", _combo(vote_methods(record.council_kind)))
    form.add("vote_base", "Tỷ lệ phiếu tính trên", _combo(VoteBase))
    form.add("written_opinions", "Ý kiến bằng văn bản", QCheckBox("Nhận ý kiến của người vắng mặt"), wide=True)
    form.add("note", "Ghi chú", QPlainTextEdit(), wide=True)
    form.field("note").editor.setFixedHeight(64)
    shown = ("held_on", "starts_at", "place", "vote_method", "vote_base", "written_opinions", "note")
    form.fill({field: getattr(record, field) for field in shown})
    dialog.open()
    return dialog


def open_reopen_dialog(
    context: PageContext, meeting_id: int, done: Callable[[Any], object], parent: QWidget | None = None
) -> FormDialog:
    """Open the form that asks why a closed meeting is opened again."""
    dialog = FormDialog(
        context.runner,
        "Mở lại cuộc họp",
        lambda values: meetings.reopen_meeting(context.workspace, meeting_id, values["reason"]),
        done,
        explain="Lý do được giữ trong lịch sử của cuộc họp. Văn bản đã phát hành không tự thay đổi.",
        save_text="Mở lại",
        parent=parent,
    )
    dialog.form.add(
        "reason", "Lý do", QLineEdit(), required=True, help_text="Ví dụ: nhập sai phiếu của một trường hợp."
    )
    dialog.open()
    return dialog


def _add_place_fields(form: Form) -> None:
    form.add("held_on", "Ngày họp", DateEdit(), required=True)
    form.add("starts_at", "Giờ bắt đầu", QLineEdit(), required=True, help_text="Ghi theo dạng 08:00.")
    form.add("place", "Địa điểm", QLineEdit(), required=True, wide=True)


def _combo(values: Iterable[VoteMethod | VoteBase]) -> QComboBox:
    made = QComboBox()
    for value in values:
        made.addItem(label(value), value)
    return made
