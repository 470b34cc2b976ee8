"""A throw-away page with every widget on it, to look at and to test the frame with."""

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.text.collation import name_key
from ui.dialogs.base import FormDialog
from ui.models.records import RIGHT, Column
from ui.pages.base import Page, Showcase
from ui.theme import State
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.date_edit import DateEdit, PartialDateEdit
from ui.widgets.filter_combo import Choice, FilterCombo
from ui.widgets.search_edit import SearchEdit
from ui.widgets.stat import Stat
from ui.widgets.stepper import Step, Stepper


@dataclass(frozen=True, slots=True)
class Nominee:
    id: int
    name: str
    unit: str
    title: str
    votes: int | None
    result: str
    state: State


NOMINEES = (
    Nominee(1, "Nguyễn Thị Ánh", "Phòng Văn hóa - Xã hội", "CSTĐ cơ sở", 10, "đạt", State.GOOD),
    Nominee(2, "Lê Văn Bình", "Văn phòng HĐND và UBND", "CSTĐ cơ sở", 7, "không đạt", State.WRONG),
    Nominee(3, "Trần Đức Cường", "Phòng Kinh tế", "LĐTT", 10, "đạt", State.GOOD),
    Nominee(4, "Phạm Thị Dung", "Trung tâm Phục vụ hành chính công", "LĐTT", 9, "đạt", State.GOOD),
    Nominee(5, "Đặng Quốc Hưng", "Ban Chỉ huy Quân sự", "LĐTT", 9, "tổng 11 > 10", State.ATTENTION),
    Nominee(6, "Võ Thị Ương", "Trường Tiểu học Kim Hoa", "LĐTT", None, "chưa nhập", State.ACTIVE),
)
COLUMNS = (
    Column[Nominee]("TT", lambda row: str(row.id), lambda row: row.id, RIGHT),
    Column[Nominee]("Họ và tên", lambda row: row.name, lambda row: name_key(row.name)),
    Column[Nominee]("Đơn vị", lambda row: row.unit, stretch=True),
    Column[Nominee]("Danh hiệu", lambda row: row.title),
    Column[Nominee]("Đồng ý", lambda row: "" if row.votes is None else str(row.votes), lambda row: row.votes, RIGHT),
    Column[Nominee]("Kết quả", lambda row: row.result, chip=lambda row: row.state),
)
STEPS = (
    Step("Giấy mời", State.GOOD, "đã gửi 20/11"),
    Step("Điểm danh", State.GOOD, "10/11"),
    Step("Nhập kết quả", State.ACTIVE),
    Step("Biên bản họp", State.QUIET),
    Step("Thôn Kim Lĩnh chưa nộp", State.WRONG, "trễ 5 ngày"),
)


class GalleryPage(Page):
    reads = frozenset({"people"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.times_read = 0
        self.focused: dict[str, object] = {}
        self.add = primary_button("Kiểm phiếu xong", self.open_form)
        self.offer(plain_button("In phiếu bầu", self.mark_stale, icon="print"), self.add)
        self.say("Họp xét thi đua năm 2026", "Hội đồng Thi đua - Khen thưởng xã Kim Hoa · 27/11/2026 · bàn thư ký")
        self.table: DataTable[Nominee] = DataTable(
            "gallery", COLUMNS, key=lambda row: row.id, empty="Chưa có ai trong danh sách."
        )
        self.search = SearchEdit("Tìm trong danh sách…")
        self.search.textChanged.connect(self.table.filter)
        self.body.addLayout(self._stats())
        below = QHBoxLayout()
        below.addWidget(self._votes(), 3)
        below.addWidget(self._side(), 1)
        self.body.addLayout(below, 1)

    @override
    def refresh(self) -> None:
        self.times_read += 1
        self.read(lambda _workspace: NOMINEES, self.table.show_rows)

    @override
    def focus_on(self, **args: object) -> None:
        self.focused = args

    @override
    def showcase(self) -> Showcase:
        return {"them": self.open_form, "sai": self.open_wrong_form, "bao-loi": self.show_trouble}

    def open_form(self) -> FormDialog:
        dialog = FormDialog(
            self.context.runner,
            "Thêm cán bộ",
            self.refuse,
            lambda _saved: None,
            explain="Mỗi người nhập một lần; mọi danh sách và văn bản lấy từ đây.",
            columns=2,
            parent=self,
        )
        form = dialog.form
        form.add("full_name", "Họ và tên", QLineEdit(), required=True, wide=True)
        form.add("birth", "Ngày sinh", PartialDateEdit(), help_text="Có thể chỉ ghi năm.")
        form.add("start", "Ngày tuyển dụng", DateEdit())
        form.add("unit", "Đơn vị", FilterCombo([Choice(1, "Văn phòng"), Choice(2, "Phòng Kinh tế")]), required=True)
        form.add("party", "Đảng viên", QCheckBox("Là đảng viên"))
        form.add("note", "Ghi chú", QPlainTextEdit(), wide=True).setFixedHeight(84)
        dialog.open()
        return dialog

    def open_wrong_form(self) -> FormDialog:
        dialog = self.open_form()
        dialog.form.fill({"full_name": "Nguyễn Thị Ánh", "unit": 2})
        dialog.form.field("start").editor.setText("42/1/2026")
        dialog.save()
        return dialog

    def show_trouble(self) -> None:
        self.banner.say(
            "Tệp Excel đang mở ở chương trình khác; hãy đóng tệp rồi thử lại.", mend_text="Thử lại", mend=self.refresh
        )
        self.context.notify("Đã xóa 3 người.", self.refresh)

    def refuse(self, _values: dict[str, object]) -> None:
        raise InvalidInput("full_name", "Đã có người này trong danh sách.")

    def _stats(self) -> QGridLayout:
        stats = QGridLayout()
        stats.setSpacing(12)
        cases = (
            ("cán bộ đã đăng ký", "41 / 45", "4 người còn thiếu · hạn 15/01/2026", 41 / 45, State.ACTIVE),
            ("đủ điều kiện Lao động tiên tiến", "38", "3 người cần xem lại", 0.84, State.GOOD),
            ("Chiến sĩ thi đua cơ sở · trần 15%", "5 / 5", "đã dùng hết chỉ tiêu", 1.0, State.ATTENTION),
            ("hồ sơ trình tỉnh đã đủ", "2 / 3", "thiếu 1 giấy xác nhận sáng kiến", 2 / 3, State.WRONG),
        )
        for place, (name, figure, note, share, state) in enumerate(cases):
            stat = Stat(name, pressable=True)
            stat.show_figure(figure, note, share=share, state=state)
            stats.addWidget(stat, 0, place)
            stats.setColumnStretch(place, 1)
        return stats

    def _votes(self) -> Card:
        card = Card("Kết quả bỏ phiếu kín", "phát ra 10 · thu về 10 · hợp lệ 10")
        self.search.setMaximumWidth(220)
        card.add_to_head(self.search)
        card.body.addWidget(self.table)
        return card

    def _side(self) -> Card:
        card = Card("Các bước")
        card.body.addWidget(Stepper(STEPS))
        card.body.addStretch(1)
        return card
