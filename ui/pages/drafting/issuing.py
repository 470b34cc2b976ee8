"""The dialogs around issuing: number and day, now or later, and the reason for changing what has been issued."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kimhoa_app.services import documents, issuing
from kimhoa_app.services.documents import DocumentDraft
from ui.dialogs.base import FormDialog
from ui.pages.context import PageContext
from ui.widgets.date_edit import DateEdit
from ui.widgets.number_edit import NumberEdit

_LARGEST: Final = 99999
_EXPLAIN: Final = "Ghi theo sổ văn bản của văn thư. Sau khi ban hành, nội dung được khóa; muốn sửa phải ghi lý do."
_EXPLAIN_NUMBER: Final = "Ghi số và ngày mà văn thư đã ghi bằng bút; bản in đã ký giữ nguyên."
_LATER_HELP: Final = "In với số và ngày để trống, trình ký; nội dung khóa ngay, số và ngày ghi vào sổ khi có."


class IssueDialog(FormDialog):
    """Asks for the number and the day of issue; the next free number of the day's year is proposed.

    A draft may also be locked for signing with both to come later; a paper that waits for them is only asked for them.
    """

    def __init__(
        self,
        context: PageContext,
        entry: DocumentDraft,
        proposed: int,
        today: date,
        done: Callable[[None], object],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._entry = entry
        self._proposed = proposed
        self._series_year = today.year
        waits = entry.awaits_number
        super().__init__(
            context.runner,
            "Ghi số và ngày" if waits else "Ban hành văn bản",
            self._give_number if waits else self._issue,
            done,
            explain=_EXPLAIN_NUMBER if waits else _EXPLAIN,
            save_text="Ghi vào sổ" if waits else "Ban hành",
            parent=parent,
        )
        self.number = NumberEdit(1, _LARGEST)
        self.day = DateEdit()
        self.later = QCheckBox("Chưa có số: chốt để ký, ghi số sau")
        self._add_fields(asks_how=not waits)
        self.day.show_date(today)
        self.day.textChanged.connect(self._follow_day)
        self.later.toggled.connect(self._follow_later)

    def _add_fields(self, *, asks_how: bool) -> None:
        if self._entry.symbol:
            self.number.setValue(self._proposed)
            self.form.add(
                "number", f"Số (…/{self._entry.symbol})", self.number, required=True, help_text=self._series()
            )
        self.form.add("day", "Ngày ban hành", self.day, required=True)
        if asks_how:
            self.form.add(
                "written_by_pen", "Bản in", QCheckBox("Chừa chỗ ghi số và ngày bằng bút"),
                help_text="Số và ngày vẫn vào Sổ văn bản; trên giấy văn thư ghi tay sau khi ký.",
            )  # fmt: skip
            self.form.add("later", "Trình ký trước", self.later, help_text=_LATER_HELP)

    def _issue(self, values: dict[str, Any]) -> None:
        workspace, document_id = self._context.workspace, self._entry.id
        if values["later"]:
            issuing.lock_for_signing(workspace, document_id)
            return
        documents.issue(
            workspace, document_id, values.get("number"), values["day"], written_by_pen=values["written_by_pen"]
        )

    def _give_number(self, values: dict[str, Any]) -> None:
        issuing.give_number(self._context.workspace, self._entry.id, values.get("number"), values["day"])

    def _follow_later(self, later: bool) -> None:
        for field in ("number", "day", "written_by_pen"):
            if self.form.has(field):
                self.form.field(field).editor.setEnabled(not later)
        self.save_button.setText("Chốt để ký" if later else "Ban hành")

    def _series(self) -> str:
        return f"Số tiếp theo của ký hiệu {self._entry.symbol} năm {self._series_year}: {self._proposed:02d}."

    def _follow_day(self) -> None:
        """Propose the number of another year's series when the day moves there."""
        try:
            day = self.day.typed_date()
        except ValueError:
            return  # half typed; the form says so when it is read
        if day is None or day.year == self._series_year or not self._entry.symbol:
            return
        self._series_year = day.year
        self._context.runner.submit(
            lambda: documents.next_number(self._context.workspace, self._entry.symbol, day),
            done=self._propose,
            failed=lambda error: self.banner.say(error.message),
        )

    def _propose(self, number: int) -> None:
        untouched = self.number.value() == self._proposed
        self._proposed = number
        if untouched:
            self.number.setValue(number)
        self.form.field("number").show_remark(self._series())


def correction_dialog(
    context: PageContext, document_id: int, done: Callable[[None], object], parent: QWidget
) -> FormDialog:
    """Return the dialog that asks why an issued document is changed and keeps what was issued."""
    dialog = FormDialog(
        context.runner,
        "Sửa bản đã ban hành",
        lambda values: documents.start_correction(context.workspace, document_id, values["reason"]),
        done,
        explain="Bản đã ban hành được giữ nguyên ở Phiên bản, cùng với lý do sửa; Sổ văn bản ghi ngày và lý do.",
        save_text="Mở để sửa",
        parent=parent,
    )
    dialog.form.add("reason", "Lý do sửa", QLineEdit(), required=True, help_text="Ví dụ: đính chính ngày ở mục IV.")
    return dialog
