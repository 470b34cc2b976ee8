"""The dialogs around issuing: number and day, now or later, and the reason for changing what has been issued."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kimhoa_app.services import documents, issuing
from kimhoa_app.services.documents import DocumentDraft
from ui.dialogs.base import FormDialog
from ui.pages.context import PageContext
from ui.widgets.date_edit import DateEdit
from ui.widgets.number_edit import NumberEdit


class Printed(Enum):
    """How number and day come onto the paper."""

    READY = "In sẵn"
    BY_PEN = "Chừa chỗ, ghi bằng bút"
    LATER = "Chưa có số: chốt để ký, ghi số sau"


_LARGEST: Final = 99999
_EXPLAIN: Final = "Ghi theo sổ văn bản của văn thư. Sau khi ban hành, nội dung được khóa; muốn sửa phải ghi lý do."
_EXPLAIN_NUMBER: Final = "Ghi số và ngày mà văn thư đã ghi bằng bút; bản in đã ký giữ nguyên."
_HELP: Final = {
    Printed.READY: "Số và ngày đứng sẵn trên bản in, bản Word và PDF.",
    Printed.BY_PEN: "Số và ngày vào Sổ văn bản; trên giấy chừa chỗ, văn thư ghi tay sau khi ký.",
    Printed.LATER: "Nội dung khóa ngay để trình ký; số và ngày ghi vào sổ khi văn thư cấp.",
}


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
        self.printed = QComboBox()
        for way in Printed:
            self.printed.addItem(way.value, way)
        self._add_fields(asks_how=not waits)
        self.day.show_date(today)
        self.day.textChanged.connect(self._follow_day)
        self.printed.currentIndexChanged.connect(lambda _index: self._follow_printed())

    def _add_fields(self, *, asks_how: bool) -> None:
        if self._entry.symbol:
            self.number.setValue(self._proposed)
            self.form.add(
                "number", f"Số (…/{self._entry.symbol})", self.number, required=True, help_text=self._series()
            )
        self.form.add("day", "Ngày ban hành", self.day, required=True)
        if asks_how:
            self.form.add("printed", "Số và ngày trên giấy", self.printed, help_text=_HELP[Printed.READY])

    def _issue(self, values: dict[str, Any]) -> None:
        workspace, document_id = self._context.workspace, self._entry.id
        if values["printed"] is Printed.LATER:
            issuing.lock_for_signing(workspace, document_id)
            return
        by_pen = values["printed"] is Printed.BY_PEN
        documents.issue(workspace, document_id, values.get("number"), values["day"], written_by_pen=by_pen)

    def _give_number(self, values: dict[str, Any]) -> None:
        issuing.give_number(self._context.workspace, self._entry.id, values.get("number"), values["day"])

    def _follow_printed(self) -> None:
        way: Printed = self.printed.currentData()
        self.number.setEnabled(way is not Printed.LATER)
        self.day.setEnabled(way is not Printed.LATER)
        self.save_button.setText("Chốt để ký" if way is Printed.LATER else "Ban hành")
        self.form.field("printed").show_remark(_HELP[way])

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
