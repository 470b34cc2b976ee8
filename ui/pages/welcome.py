"""The first start: the office's particulars, then the staff list, or a look around in sample data."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from kimhoa_app.domain.office import Signer, SigningCapacity
from kimhoa_app.services import office, sample
from kimhoa_app.services.sample import SampleCounts
from ui import theme
from ui.dialogs.office import POSITIONS, add_office_fields, office_of
from ui.pages.base import Page
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form
from ui.widgets.labels import label

WIDEST: Final = 980
SAMPLE_TEXT: Final = (
    "Một xã hư cấu với 45 cán bộ và 5 năm thi đua, khen thưởng: đăng ký, họp Hội đồng, quyết định. Mọi tên người, số "
    "liệu đều là giả; xem xong, vào Cài đặt › Dữ liệu để bắt đầu dữ liệu thật của cơ quan."
)


class WelcomePage(Page):
    """`finished` says which page comes next, and what to show there."""

    finished = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(columns=2)
        self._add_fields()
        self.save_button = primary_button("Tiếp tục", self.save)
        self.sample_button = plain_button("Xem thử với dữ liệu mẫu", self.look_around)
        self.say(
            "Chào mừng đến với Kim Hoa",
            "Khai báo cơ quan một lần; mọi danh sách và văn bản về sau lấy từ đây. Sửa được ở trang Cài đặt.",
        )
        self._lay_out_steps()

    @override
    def refresh(self) -> None:
        self.form.field("name").editor.setFocus()

    @override
    def fail(self, error: KimHoaError) -> None:
        if not (isinstance(error, InvalidInput) and self.form.show_error(error)):
            super().fail(error)

    def save(self) -> None:
        """Save the particulars and go on to the staff list."""
        try:
            values = self.form.values()
        except InvalidInput:
            return  # the form has marked the fields
        period, signers = office_of(values), signers_of(values)
        self.save_button.setEnabled(False)
        context = self.context
        # Told to nobody yet: the frame would leave this page before the staff list has been offered.
        context.runner.submit(
            lambda: office.set_up(context.workspace, period, signers),
            done=lambda _saved: self._offer_import(period.short_name),
            failed=self.fail,
            settled=lambda: self.save_button.setEnabled(True),
        )

    def look_around(self) -> None:
        """Fill the empty data with the fictional commune and go to the overview."""
        self.sample_button.setEnabled(False)
        self.save_button.setEnabled(False)
        self.run_long("Đang tạo dữ liệu mẫu…", lambda workspace, _progress: sample.fill(workspace), self._show_sample)

    def _show_sample(self, counts: SampleCounts) -> None:
        self.context.notify(f"Đã tạo dữ liệu mẫu: {counts.people} cán bộ, {counts.years} năm. Tất cả là hư cấu.")
        self.finished.emit("tong-quan", {})

    def _offer_import(self, name: str) -> None:
        self.say(f"Đã khai báo {name}", "Bước 2: danh sách cán bộ")
        self.show_empty(
            EmptyState(
                "people",
                "Nhập danh sách cán bộ từ Excel",
                "Chọn tệp danh sách đang dùng, cột nào cũng được: chương trình tự nhận ra họ tên, ngày sinh, chức vụ, "
                "đơn vị và cho xem trước khi nhập.",
                ("Nhập danh sách cán bộ", lambda: self.finished.emit("can-bo", {"show": "import"})),
                ("Để sau", lambda: self.finished.emit("tong-quan", {})),
            )
        )

    def _add_fields(self) -> None:
        add_office_fields(self.form)
        head = "Họ và tên Chủ tịch UBND"
        self.form.add("head", head, QLineEdit(), help_text="Người ký văn bản; sửa, thêm ở trang Cài đặt")
        deputies = QPlainTextEdit()
        deputies.setTabChangesFocus(True)
        deputies.setFixedHeight(66)
        deputies.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.form.add("deputies", "Họ và tên các Phó Chủ tịch", deputies, help_text="Mỗi người một dòng")

    def _lay_out_steps(self) -> None:
        particulars = Card("1. Cơ quan", "bước 2: nhập danh sách cán bộ")
        particulars.body.addWidget(self.form)
        particulars.body.addLayout(_to_the_right(self.save_button))
        sample = Card("Hoặc xem thử trước")
        sample.body.addWidget(label(SAMPLE_TEXT, wrap=True))
        sample.body.addLayout(_to_the_right(self.sample_button))
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.CARD_GAP)
        inner.addWidget(particulars)
        inner.addWidget(sample)
        inner.addStretch(1)
        self.body.addWidget(column, 1)
        self.body.setAlignment(column, Qt.AlignmentFlag(0))


def signers_of(values: dict[str, Any]) -> list[Signer]:
    """Return the signers that the form names: the head, and each line of the deputies."""
    names = [(values["head"], SigningCapacity.HEAD)]
    names += [(line, SigningCapacity.DEPUTY) for line in values["deputies"].splitlines()]
    return [Signer(name, capacity, POSITIONS[capacity]) for name, capacity in names if name.strip()]


def _to_the_right(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    return row
