"""Where last year's document comes from, a file, the data file or a pasted text, and for which year it is made."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.documents.reading.kinds import kind_name
from kimhoa_app.domain.errors import InvalidInput, KimHoaError, Refused
from kimhoa_app.services import rolling
from kimhoa_app.services.documents import DocumentEntry
from kimhoa_app.services.rolling import RollPlan
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.dialogs.file_choice import WRITTEN, ask_which
from ui.pages.drafting.naming import issue_line
from ui.widgets.buttons import plain_button
from ui.widgets.field import FieldRow
from ui.widgets.labels import label
from ui.widgets.number_edit import NumberEdit

FIRST_YEAR, LAST_YEAR = 1999, 2100
PASTE_WAIT_MS: Final = 500
NO_FILE: Final = "Chưa chọn tệp"
UNSAID: Final = "theo chữ trong văn bản"
TEXT_HEIGHT: Final = 96
MOST_LETTERS: Final = 24

Make = Callable[[Workspace, int, int | None], RollPlan]


class LastYearSource(QScrollArea):
    """The fields; `changed` says that there is something to read anew by `make`."""

    changed = Signal()

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: Make | None = None
        self._from: FieldRow | None = None
        self._file_name = label(NO_FILE, "muted")
        self.choice = QComboBox()
        self.pasted = QPlainTextEdit()
        self.years = NumberEdit(FIRST_YEAR + 1, LAST_YEAR)
        self.old_years = NumberEdit(FIRST_YEAR, LAST_YEAR)
        self.file = FieldRow("Tệp năm trước", self._file_chooser(), help_text="Tệp .docx hoặc .txt, kéo thả cũng được.")
        self.stored = FieldRow("Hoặc văn bản đã có ở đây", self.choice)
        self.text = FieldRow("Hoặc dán nội dung vào đây", self.pasted, help_text="Dán cả phần đầu và nơi nhận.")
        self.from_year = FieldRow("Văn bản cũ là của năm", self.old_years)
        self.to_year = FieldRow("Soạn cho năm", self.years)
        self._rows = (self.file, self.stored, self.from_year, self.to_year, self.text)
        self._fields = QFrame()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PASTE_WAIT_MS)
        self._lay_out()
        self._connect(year)

    @property
    def year(self) -> int:
        """The year that the draft is for."""
        return self.years.value()

    def make(self) -> Callable[[Workspace], RollPlan] | None:
        """Return what reads the chosen document with the years as they are now, None while none is chosen."""
        make, year, old = self._make, self.year, self.old_years.value()
        if make is None:
            return None
        return lambda workspace: make(workspace, year, old if old > FIRST_YEAR else None)

    def take_file(self, path: Path) -> None:
        """Have the file at `path` read."""
        self._file_name.setText(_short(path.name))
        self._file_name.setToolTip(path.name)
        self._take(self.file, lambda workspace, year, old: rolling.plan_from_file(workspace, path, year, old))

    def take_stored(self, document_id: int) -> None:
        """Have a document of the data file read."""
        self._take(self.stored, lambda workspace, year, _old: rolling.plan_from_document(workspace, document_id, year))

    def show_stored(self, entries: Sequence[DocumentEntry]) -> None:
        """Offer the documents of the year before; without any the field is left out."""
        chosen = self.choice.currentData()
        self.choice.clear()
        self.choice.addItem("Chọn văn bản…", None)
        for entry in entries:
            self.choice.addItem(f"{kind_name(entry.kind)} {issue_line(entry)}: {entry.subject}", entry.id)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self.stored.setVisible(bool(entries))

    def show_error(self, error: KimHoaError | None) -> bool:
        """Say what is wrong beside the field that mends it, None for nothing; False where there is no such field."""
        for each in self._rows:
            each.show_error("")
        row = self._from
        if isinstance(error, InvalidInput) and error.field == "from_year":
            row = self.from_year
            row.show()
        elif isinstance(error, Refused):
            row = self.to_year
        if row is not None and error is not None:
            row.show_error(error.message)
        return row is not None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Take the width that the fields need in the fonts of the screen."""
        super().showEvent(event)
        self.setMinimumWidth(self._fields.minimumSizeHint().width() + theme.PAGE_MARGIN)

    def _file_chooser(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_button("Chọn tệp…", self._choose, icon="folder"))
        row.addWidget(self._file_name, 1)
        return made

    def _lay_out(self) -> None:
        self._fields.setProperty("look", "plain")
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, theme.STEP, 0)
        fields.setSpacing(12)
        for row in self._rows:
            fields.addWidget(row, 1 if row is self.text else 0)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pasted.setTabChangesFocus(True)
        self.pasted.setMinimumHeight(TEXT_HEIGHT)
        self.pasted.setAcceptDrops(False)
        self.old_years.setSpecialValueText(UNSAID)
        self.stored.hide()
        self.from_year.hide()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._fields)
        self.viewport().setAutoFillBackground(False)

    def _connect(self, year: int) -> None:
        self.years.setValue(year)
        self.years.valueChanged.connect(lambda _year: self.changed.emit())
        self.old_years.valueChanged.connect(lambda _year: self.changed.emit())
        self.pasted.textChanged.connect(self._clock.start)
        self._clock.timeout.connect(self._take_pasted)
        self.choice.activated.connect(lambda _row: self._take_chosen())

    def _choose(self) -> None:
        ask_which(self, "Chọn văn bản năm trước", WRITTEN, self.take_file)

    def _take_chosen(self) -> None:
        document_id = self.choice.currentData()
        if document_id is not None:
            self.take_stored(document_id)

    def _take_pasted(self) -> None:
        text = self.pasted.toPlainText()
        if text.strip():
            self._take(self.text, partial(_plan_from_text, text))

    def _take(self, source: FieldRow, make: Make) -> None:
        """Have another document read; the year that was given for the one before is forgotten."""
        self._from, self._make = source, make
        self.old_years.blockSignals(True)
        self.old_years.setValue(FIRST_YEAR)
        self.old_years.blockSignals(False)
        self.from_year.hide()
        if source is not self.file:
            self._file_name.setText(NO_FILE)
        if source is not self.stored:
            self.choice.setCurrentIndex(0)
        self.changed.emit()


def _short(name: str) -> str:
    return name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS // 2]}…{name[-MOST_LETTERS // 2 :]}"


def _plan_from_text(text: str, workspace: Workspace, year: int, old: int | None) -> RollPlan:
    return rolling.plan_from_text(workspace, text, year, old)
