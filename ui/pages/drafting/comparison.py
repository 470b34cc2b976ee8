"""Two documents side by side, scrolling together, with the words that differ marked."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget
from shiboken6 import isValid

from kimhoa_app.documents.comparing import Comparison, compare
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import KimHoaError
from ui import theme
from ui.background import Runner
from ui.pages.drafting.comparison_page import ComparisonPage, comparison_page
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label

LONG: Final = 1000  # rows, from which Qt needs too long to set them all
ABOVE: Final = 60  # pixels of what stands before a difference that stay in view
SAME: Final = "Hai bản giống nhau từng chữ."
LEGEND: Final = (
    "Gạch ngang: chữ chỉ có ở bên trái · Gạch chân: chữ chỉ có ở bên phải · F7, Shift+F7: chỗ khác sau, trước"
)


class ComparisonView(QWidget):
    """Shows what differs between two documents; they are compared off the UI thread."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._asked = 0
        self._comparison = Comparison()
        self._count = 0
        self._current = 0
        self._counted = label("", "subject")
        self._left, self._right = label("", "muted"), label("", "muted")
        self.only_differences = QCheckBox("Chỉ hiện chỗ khác")
        self.previous_button = plain_button("Trước", self.to_previous, icon="chevron-up")
        self.next_button = plain_button("Sau", self.to_next, icon="chevron-down")
        self.text = QTextBrowser()
        self._lay_out()
        self._connect()

    @property
    def count(self) -> int:
        """How many places differ."""
        return self._count

    @property
    def current(self) -> int:
        """The difference that was gone to last, counted from 1; 0 before the first."""
        return self._current

    @property
    def counted(self) -> str:
        """What the head says about the differences."""
        return self._counted.text()

    def show_documents(self, left: OfficialDocument, right: OfficialDocument, left_name: str, right_name: str) -> None:
        """Compare `left` with `right`, and show them under their names once that is done."""
        self._left.setText(left_name)
        self._right.setText(right_name)
        self._counted.setText("Đang so sánh…")
        self._submit(lambda: compare(left, right))

    def to_next(self) -> None:
        """Go to the next difference; after the last one comes the first."""
        self._go_to(self._current % self._count + 1 if self._count else 0)

    def to_previous(self) -> None:
        """Go to the difference before; before the first one comes the last."""
        self._go_to((self._current - 2) % self._count + 1 if self._count else 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.STEP)
        head.addWidget(self._counted, 1)
        for widget in (self.only_differences, self.previous_button, self.next_button):
            head.addWidget(widget)
        names = QHBoxLayout()
        names.setContentsMargins(theme.PAGE_MARGIN * 2, 0, theme.PAGE_MARGIN, 0)
        names.addWidget(self._left, 1)
        names.addWidget(self._right, 1)
        self.text.setAccessibleName("So sánh hai bản")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        layout.addLayout(head)
        layout.addLayout(names)
        layout.addWidget(self.text, 1)
        layout.addWidget(label(LEGEND, "small", wrap=True))

    def _connect(self) -> None:
        self.only_differences.toggled.connect(lambda _on: self._submit(lambda: self._comparison))
        for keys, act in (("F7", self.to_next), ("Shift+F7", self.to_previous)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._offer()

    def _submit(self, work: Callable[[], Comparison]) -> None:
        """Have the page made off the UI thread; only that of the last question is shown."""
        self._asked += 1
        asked, is_wanted = self._asked, self.only_differences.isChecked()

        def make() -> tuple[Comparison, ComparisonPage]:
            comparison = work()
            return comparison, comparison_page(comparison, only_differences=is_wanted or len(comparison.rows) > LONG)

        def done(made: tuple[Comparison, ComparisonPage]) -> None:
            if isValid(self) and asked == self._asked:
                self._show(*made)

        self._runner.submit(make, done=done, failed=self._tell)

    def _show(self, comparison: Comparison, page: ComparisonPage) -> None:
        self._comparison, self._count = comparison, page.count
        self._counted.setText(f"{page.count} chỗ khác" if page.count else SAME)
        self.text.setHtml(page.html)
        self._current = 0
        self._offer()
        self.to_next()

    def _tell(self, error: KimHoaError) -> None:
        if isValid(self):
            self._counted.setText(error.message)

    def _go_to(self, number: int) -> None:
        if number:
            self._current = number
            self._counted.setText(f"Chỗ khác {number}/{self._count}")
            self.text.scrollToAnchor(str(number))
            bar = self.text.verticalScrollBar()
            if bar.value() < bar.maximum():
                bar.setValue(bar.value() - ABOVE)

    def _offer(self) -> None:
        for button in (self.previous_button, self.next_button):
            button.setEnabled(self._count > 0)
        self.only_differences.setEnabled(self._count > 0 and len(self._comparison.rows) <= LONG)
