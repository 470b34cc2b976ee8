"""Work off the UI thread: one lane for the data, outcomes delivered on the thread of the window."""

import itertools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from typing_extensions import override

from kimhoa_app.domain.errors import KimHoaError

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside long work when the person has cancelled it; nobody shows it."""


class Progress:
    """What long work is given: it says how far it is, and hears whether to stop."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` steps are over; raises `Cancelled` when asked to stop."""
        if self._cancelled:
            raise Cancelled
        self._report(done, total, text)


@dataclass(frozen=True, slots=True)
class Listener:
    """Who hears of a piece of work, always on the UI thread; `settled` comes first, whatever the outcome."""

    done: Callable[[Any], None]
    failed: Callable[[KimHoaError], None]
    progressed: Callable[[int, int, str], None] | None = None
    settled: Callable[[], None] | None = None

    def deliver(self, value: object, error: Exception | None) -> None:
        """Hand on the outcome; an error that no person can mend goes to the hook for bugs."""
        if self.settled is not None:
            self.settled()
        if error is None:
            self.done(value)
        elif isinstance(error, KimHoaError):
            self.failed(error)
        elif not isinstance(error, Cancelled):
            sys.excepthook(type(error), error, error.__traceback__)


class Runner(Protocol):
    """What pages know of the background."""

    def submit(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[KimHoaError], None],
        settled: Callable[[], None] | None = None,
    ) -> None:
        """Run `work` and deliver its value or its mendable failure on the UI thread."""

    def submit_long(self, work: Callable[[Progress], object], listener: Listener) -> Progress:
        """Run work that reports its progress; the returned value cancels it."""

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs and every outcome has been delivered."""


class _Job(QRunnable):
    def __init__(self, token: int, work: Callable[[], object], settled: Callable[..., None]) -> None:
        super().__init__()
        self._token = token
        self._work = work
        self._settled = settled

    @override
    def run(self) -> None:
        value: object = None
        error: Exception | None = None
        try:
            value = self._work()
        except Exception as exc:  # noqa: BLE001 every outcome crosses to the UI thread and is shown or logged there
            error = exc
        self._settled(self._token, value, error)


class BackgroundRunner(QObject):
    """Runs work on one background thread and delivers its outcome on the thread that made the runner."""

    _settled = Signal(int, object, object)
    _progressed = Signal(int, int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._tokens = itertools.count()
        self._waiting: dict[int, Listener] = {}
        self._running: dict[int, Progress] = {}
        self._settled.connect(self._deliver)
        self._progressed.connect(self._show_progress)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs and every outcome has been delivered."""
        return not self._waiting

    def submit(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[KimHoaError], None],
        settled: Callable[[], None] | None = None,
    ) -> None:
        """Run `work` and deliver its value or its mendable failure on the UI thread."""
        self._start(next(self._tokens), work, Listener(done, failed, settled=settled))

    def submit_long(self, work: Callable[[Progress], object], listener: Listener) -> Progress:
        """Run work that reports its progress; the returned value cancels it."""
        token = next(self._tokens)
        progress = Progress(lambda done, total, text: self._progressed.emit(token, done, total, text))
        self._running[token] = progress
        self._start(token, lambda: work(progress), listener)
        return progress

    def close(self) -> None:
        """Cancel what can be cancelled, wait for what runs, and deliver nothing more."""
        for progress in self._running.values():
            progress.cancel()
        self._pool.clear()
        self._waiting.clear()
        self._running.clear()
        self._pool.waitForDone()

    def _start(self, token: int, work: Callable[[], object], listener: Listener) -> None:
        self._waiting[token] = listener
        self._pool.start(_Job(token, work, self._settled.emit))

    @Slot(int, object, object)
    def _deliver(self, token: int, value: object, error: Exception | None) -> None:
        self._running.pop(token, None)
        listener = self._waiting.pop(token, None)
        if listener is not None:
            listener.deliver(value, error)

    @Slot(int, int, int, str)
    def _show_progress(self, token: int, done: int, total: int, text: str) -> None:
        listener = self._waiting.get(token)
        if listener is not None and listener.progressed is not None:
            listener.progressed(done, total, text)


class ImmediateRunner:
    """Runs work at once on the calling thread; for tests of pages and dialogs."""

    is_idle = True

    def submit(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[KimHoaError], None],
        settled: Callable[[], None] | None = None,
    ) -> None:
        """Run `work` now and deliver its outcome before returning."""
        self._run(work, Listener(done, failed, settled=settled))

    def submit_long(self, work: Callable[[Progress], object], listener: Listener) -> Progress:
        """Run long work now, with its progress, and deliver its outcome before returning."""
        progress = Progress(listener.progressed or (lambda _done, _total, _text: None))
        self._run(lambda: work(progress), listener)
        return progress

    def _run(self, work: Callable[[], object], listener: Listener) -> None:
        value: object = None
        error: Exception | None = None
        try:
            value = work()
        except Exception as exc:  # noqa: BLE001 delivered below, as the background runner does
            error = exc
        listener.deliver(value, error)
