"""Saving a text as it is typed: a moment after the last key, off the UI thread, and before anyone leaves."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject, QTimer, Signal

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import KimHoaError
from ui.background import Runner

Save = Callable[[OfficialDocument], object]
WAIT_MS: Final = 1200
LONGEST_SETTLE_MS: Final = 5000


class Autosave(QObject):
    """Keeps the last text given until it is saved; `saved` carries the time, `failed` what went wrong."""

    changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[OfficialDocument, Save] | None = None
        self._runner: Runner | None = None
        self._has_failed = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self.flush)

    @property
    def has_failed(self) -> bool:
        """Whether the last save went wrong, so that what is kept waits for another."""
        return self._has_failed

    @property
    def is_settled(self) -> bool:
        """Whether everything that was given has been saved."""
        return self._kept is None

    def keep(self, runner: Runner, document: OfficialDocument, save: Save) -> None:
        """Take `document`, to be saved by `save` a moment after the last one was given."""
        self._runner = runner
        self._kept = (document, save)
        self._clock.start()
        self.changed.emit()

    def flush(self) -> None:
        """Save now what is kept; it stays kept until it is known to be saved."""
        self._clock.stop()
        kept = self._kept
        if kept is None or self._runner is None:
            return
        document, save = kept
        self._runner.submit(lambda: save(document), done=lambda _none: self._confirm(kept), failed=self._tell)

    def settle(self) -> bool:
        """Save now and wait until it is done; False when it could not be saved."""
        self.flush()
        waited = QElapsedTimer()
        waited.start()
        while self._runner is not None and not self._runner.is_idle and waited.elapsed() < LONGEST_SETTLE_MS:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)
        return self.is_settled

    def _confirm(self, saved: tuple[OfficialDocument, Save]) -> None:
        if self._kept is saved:
            self._kept = None
        self._has_failed = False
        self.saved.emit(datetime.now().astimezone())

    def _tell(self, error: KimHoaError) -> None:
        self._has_failed = True
        self.failed.emit(error)
