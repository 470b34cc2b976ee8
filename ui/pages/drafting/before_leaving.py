"""The question before a document leaves the desk: what is still open in it, in one sentence, whoever knows of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.asking_bar import AskingBar
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Concern:
    """Something open in a document: `count` of `what` ("lỗi chưa sửa"), which `show` brings into view."""

    count: int
    what: str
    show_text: str
    show: Callable[[], object]


class BeforeLeaving(AskingBar):
    """Lets a document go when nothing is open in it, else asks; every `add`ed source tells what it knows.

    `settled` calls back once the sources are up to date.
    """

    def __init__(self, settled: Callable[[Callable[[], object]], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._settled = settled
        self._sources: list[Callable[[], Concern]] = []
        self._leave: Callable[[], object] | None = None
        self._sentence = label(wrap=True)
        self._ways: list[QPushButton] = []
        self._leave_button = plain_button("", self.leave)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 6, 8, 6)
        self._layout.addWidget(self._sentence, 1)
        self._layout.addWidget(self._leave_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What was asked last."""
        return self._sentence.text()

    def add(self, source: Callable[[], Concern]) -> None:
        """Ask `source` too; a count of 0 is no concern. What was added first is offered first."""
        self._sources.append(source)

    def ask(self, leave_text: str, leave: Callable[[], object]) -> None:
        """Call `leave` when nothing is open; else say what is, with `leave_text` ("Vẫn xuất") as the way to go on."""
        self._settled(lambda: self._ask(leave_text, leave))

    def leave(self) -> None:
        """Leave with what is open."""
        leave, self._leave = self._leave, None
        self.hide()
        if leave is not None:
            leave()

    def _ask(self, leave_text: str, leave: Callable[[], object]) -> None:
        concerns = [concern for concern in (source() for source in self._sources) if concern.count]
        if not concerns:
            self.hide()
            leave()
            return
        self._leave = leave
        counts = " và ".join(f"{concern.count} {concern.what}" for concern in concerns)
        self._sentence.setText(f"Văn bản còn {counts}.")
        self._leave_button.setText(leave_text)
        self._offer(concerns)
        self.show()
        self._ways[0].setFocus()

    def _offer(self, concerns: Sequence[Concern]) -> None:
        """Put a button for each concern before the one that leaves, the first of them filled."""
        for old in self._ways:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        made = [primary_button if place == 0 else plain_button for place in range(len(concerns))]
        self._ways = [
            make(each.show_text, partial(self._look, each)) for make, each in zip(made, concerns, strict=True)
        ]
        for way in self._ways:
            self._layout.insertWidget(self._layout.count() - 1, way)

    def _look(self, concern: Concern) -> None:
        self._leave = None
        self.hide()
        concern.show()
