"""Pictures of every page and dialog with the data at hand, at the size of the offices' screens."""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.background import Runner
from ui.shell.main_window import MainWindow

SCREEN: Final = (1366, 768)
SETTLE_MS: Final = 60


class Photographer(QObject):
    """Visits page after page, saves `<place>-<key>.png` and `<place>-<key>-<name>.png`, then says `finished`."""

    finished = Signal()

    def __init__(self, window: MainWindow, runner: Runner, folder: Path, scale: float = 1.0) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._folder = folder
        self._steps: deque[Callable[[], None]] = deque()
        window.resize(round(SCREEN[0] / scale), round(SCREEN[1] / scale))

    def start(self) -> None:
        """Take all pictures; the event loop must run."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._window.page is None:
            self._steps.append(partial(self._save, "00-bat-dau"))
            self._go_on()
            return
        for place, entry in enumerate(self._window.entries, start=1):
            self._steps.append(partial(self._window.navigate, entry.key))
            self._steps.append(partial(self._picture_page, f"{place:02d}-{entry.key}"))
        self._go_on()

    def _go_on(self) -> None:
        QTimer.singleShot(SETTLE_MS, self._step)

    def _step(self) -> None:
        if not self._runner.is_idle:
            self._go_on()
        elif self._steps:
            self._steps.popleft()()
            self._go_on()
        else:
            self.finished.emit()

    def _picture_page(self, name: str) -> None:
        self._save(name)
        page = self._window.page
        if page is None:
            return
        cases: list[Callable[[], None]] = []
        for case, show in page.showcase().items():
            cases += self._case(f"{name}-{case}", show)
        self._steps.extendleft(reversed(cases))

    def _case(self, name: str, show: Callable[[], QWidget | None]) -> list[Callable[[], None]]:
        shown: list[QWidget | None] = []

        def put_away() -> None:
            if shown[0] is not None:
                shown[0].close()

        return [lambda: shown.append(show()), lambda: self._save(name, shown[0]), put_away]

    def _save(self, name: str, dialog: QWidget | None = None) -> None:
        picture = self._window.grab()
        if isinstance(dialog, QDialog) or (dialog is not None and dialog.isWindow()):
            picture = _lay_over(picture, dialog)
        picture.save(str(self._folder / f"{name}.png"))


def _lay_over(ground: QPixmap, dialog: QWidget) -> QPixmap:
    """Return the picture of the window with the dialog in its middle and the rest dimmed."""
    QApplication.processEvents()
    top = dialog.grab()
    painter = QPainter(ground)
    room = ground.deviceIndependentSize().toSize()
    painter.setOpacity(0.35)
    painter.fillRect(0, 0, room.width(), room.height(), Qt.GlobalColor.black)
    painter.setOpacity(1.0)
    size = top.deviceIndependentSize().toSize()
    painter.drawPixmap((room.width() - size.width()) // 2, (room.height() - size.height()) // 2, top)
    painter.end()
    return ground
