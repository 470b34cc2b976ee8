"""What the file itself may not say: the kind of list, the year it is about, the day on which it came."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from kimhoa_app.services.imports import ListKind
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.dialogs.list_import.sources import Occasion
from ui.dialogs.list_import.words import KINDS
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import label

OF_A_YEAR: Final = frozenset({ListKind.RATINGS, ListKind.AWARDS, ListKind.INITIATIVES})
YEARS_BACK: Final = 15


class OccasionBar(QWidget):
    """`changed` comes when another kind, year or day was chosen."""

    changed = Signal()

    def __init__(self, workspace: Workspace, kind: ListKind, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = year
        self.kind, self.year, self.received = QComboBox(), QComboBox(), DateEdit()
        for each, words in KINDS.items():
            self.kind.addItem(words.name, each)
        self.kind.setCurrentIndex(list(KINDS).index(kind))
        self.year.addItem("theo danh sách", None)
        for each_year in range(year, year - YEARS_BACK, -1):
            self.year.addItem(str(each_year), each_year)
        self.year.setToolTip("Năm của những dòng mà danh sách không ghi năm")
        self.received.show_date(workspace.today)
        self.received.setToolTip("Ngày đơn vị nộp danh sách, phiếu; sau hạn thì đăng ký ghi là trễ hạn")
        self.received.setMaximumWidth(140)
        self._shown = self.received.text()
        self._lay_out()
        self._show_fields()
        self.kind.activated.connect(lambda _place: self._choose_kind())
        self.year.activated.connect(lambda _place: self.changed.emit())
        self.received.editingFinished.connect(self._take_day)

    def occasion(self) -> Occasion:
        """Return what is chosen; raises ValueError with a sentence for a day that cannot be read."""
        kind = ListKind(self.kind.currentData())
        if kind is ListKind.REGISTRATIONS:
            return Occasion(kind, self._year, self.received.typed_date())
        return Occasion(kind, self.year.currentData() if kind in OF_A_YEAR else None)

    def choose_kind(self, kind: ListKind) -> None:
        """Choose another kind, as the clerk does in the list."""
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self._choose_kind()

    def _choose_kind(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _take_day(self) -> None:
        if self.received.text() != self._shown:
            self._shown = self.received.text()
            self.changed.emit()

    def _show_fields(self) -> None:
        kind = ListKind(self.kind.currentData())
        self._year_name.setVisible(kind in OF_A_YEAR)
        self.year.setVisible(kind in OF_A_YEAR)
        self._received_name.setVisible(kind is ListKind.REGISTRATIONS)
        self.received.setVisible(kind is ListKind.REGISTRATIONS)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        self._year_name = _named(layout, "Năm", self.year)
        self._received_name = _named(layout, "Ngày nhận", self.received)
        _named(layout, "Loại", self.kind)


def _named(layout: QHBoxLayout, name: str, editor: QWidget) -> QLabel:
    """Put the field with its name before it."""
    heading = label(name, "field")
    heading.setBuddy(editor)
    editor.setAccessibleName(name)
    layout.addWidget(heading)
    layout.addWidget(editor)
    return heading
