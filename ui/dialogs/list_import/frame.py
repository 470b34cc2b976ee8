"""What the wizard looks like: its head, its steps, its remarks and its foot; a file dropped on it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.dialogs.base import size_within
from ui.dialogs.list_import.columns_step import ColumnsStep
from ui.dialogs.list_import.done_step import DoneStep
from ui.dialogs.list_import.file_step import FileStep
from ui.dialogs.list_import.foot import Foot
from ui.dialogs.list_import.occasion_bar import OccasionBar
from ui.dialogs.list_import.rows_step import RowsStep
from ui.dialogs.list_import.steps import StepBar
from ui.widgets.banner import Banner
from ui.widgets.confirm_bar import ConfirmBar
from ui.widgets.dropping import dropped_files
from ui.widgets.progress_row import ProgressRow

SIZE: Final = (1120, 660)


class WizardFrame(QDialog):
    """The parts of the wizard in their places; what they do is the wizard's."""

    files_dropped = Signal(list)

    def __init__(self, bar: OccasionBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhập từ Excel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.bar = bar
        self.banner, self.leaving, self.progress = Banner(), ConfirmBar(), ProgressRow()
        self.steps = StepBar()
        self.file_step, self.columns_step = FileStep(), ColumnsStep()
        self.rows_step, self.done_step = RowsStep(), DoneStep()
        self.foot = Foot()
        self._lay_out()

    @property
    def step(self) -> int:
        """The place of the step that is shown."""
        return self._stack.currentIndex()

    def show_step(self, step: int) -> None:
        """Show the step at that place."""
        self._stack.setCurrentIndex(step)

    def let_work(self, *, allowed: bool) -> None:
        """Let the head and the step be worked on, or not while something runs."""
        for widget in (self.bar, self._stack_holder):
            widget.setEnabled(allowed)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.steps, 1)
        head.addWidget(self.bar)
        self._stack_holder = QWidget()
        self._stack = QStackedLayout(self._stack_holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for step in (self.file_step, self.columns_step, self.rows_step, self.done_step):
            self._stack.addWidget(step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        for widget in (self.leaving, self.banner, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self._stack_holder, 1)
        layout.addWidget(self.foot)
        size_within(self, *SIZE)
