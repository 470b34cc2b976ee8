"""How far a long job is, with a button that stops it and leaves nothing half done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from kimhoa_app.domain.errors import KimHoaError
from ui.background import Listener, Progress, Runner
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label


class ProgressRow(QWidget):
    """Hidden until a job runs; one job at a time. `settled` comes when it ends, whatever the outcome."""

    started = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._text = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = plain_button("Dừng", self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a job runs."""
        return not self.isHidden()

    def run(
        self,
        runner: Runner,
        text: str,
        work: Callable[[Progress], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[KimHoaError], None],
    ) -> None:
        """Run `work` on `runner` and show its progress until its outcome is delivered."""
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()
        self.started.emit()
        self._progress = runner.submit_long(work, Listener(done, failed, self._show_progress, self._settle))

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        if self._progress is not None:
            self._progress.cancel()
            self._stop.setEnabled(False)
            self._text.setText("Đang dừng…")

    def _settle(self) -> None:
        self.hide()
        self.settled.emit()

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if text:
            self._text.setText(text)
