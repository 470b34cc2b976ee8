"""Bugs: logged with their trace, shown once in a short report that can be copied, and the program goes on."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kimhoa_app import __version__

LOG_NAME: Final = "kimhoa.log"
LOG_BYTES: Final = 1_000_000
LOG_COPIES: Final = 3
logger = logging.getLogger("kimhoa")


def open_log(data_folder: Path) -> None:
    """Write bugs to `log/kimhoa.log` in the data folder, or to stderr where that cannot be written."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 it brings sockets, and the window paints first

    if logger.handlers:
        return
    folder = data_folder / "log"
    target: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOG_COPIES, encoding="utf-8", delay=True
        )
    except OSError:
        target = logging.StreamHandler()
    target.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(target)


def short_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the class of the bug and its place in our code, without any value that could name a person."""
    place = "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{trace.tb_lineno} ({code.co_name})"
        trace = trace.tb_next
    return f"Kim Hoa {__version__} · {kind.__name__} · {place}"


class CrashReports(QObject):
    """Catches every unexpected error, also of slots, jobs and threads, and shows each place once."""

    _met = Signal(str)

    def __init__(self, data_folder: Path, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_folder = data_folder
        self._show = show
        self._shown: set[str] = set()
        # Queued: an error inside painting must not open a window inside that painting.
        self._met.connect(self._show_once, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook for errors of this process."""
        sys.excepthook = self.catch
        threading.excepthook = lambda met: self.catch(met.exc_type, met.exc_value, met.exc_traceback)

    def catch(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log the error with its trace and show its short report."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        report = short_report(kind, trace)
        open_log(self._data_folder)
        # The error's own text may quote a person's row, so only its class and the places are kept.
        logger.error("%s\n%s", report, "".join(traceback.format_tb(trace)))
        self._met.emit(report)

    @Slot(str)
    def _show_once(self, report: str) -> None:
        if report not in self._shown:
            self._shown.add(report)
            self._show(report)
