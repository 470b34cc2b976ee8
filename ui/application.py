"""The start of the window: Qt's application in our looks and language, painted first, the data opened after."""

import os
import sys
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QByteArray, QLocale, QObject, Qt, QTemporaryDir, QTimer, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

import resources
from kimhoa_app import __version__
from kimhoa_app.domain.errors import AlreadyOpen, KimHoaError
from ui import icons, preferences, theme
from ui.background import BackgroundRunner
from ui.crash_reports import CrashReports
from ui.shell.main_window import MainWindow
from ui.shell.pages import available
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace
    from ui.opened_data import OpenedData
    from ui.single_instance import FirstWindow

TRANSLATIONS: Final = "i18n/qtbase_vi.qm"


@dataclass(frozen=True, slots=True)
class Start:
    """How the window was asked for on the command line."""

    data_folder: Path
    paint_and_quit: bool = False
    screenshots: Path | None = None
    scale: float = 1.0


def run_window(start: Start) -> int:
    """Show the window until the person closes it; return the exit status."""
    if start.scale != 1.0:
        os.environ["QT_SCALE_FACTOR"] = str(start.scale)
    if start.screenshots is not None:
        if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no screen
        habits = QTemporaryDir()
        preferences.keep_in(habits.path())
    application = make_application(sys.argv[:1])
    running = _Running(start)
    status = application.exec()
    running.close()
    return running.status or status


def make_application(words: list[str]) -> QApplication:
    """Return Qt's application with our fonts, palette, style sheet and language."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QApplication.setStyle("Fusion")
    application = QApplication(words)
    application.setApplicationName("kimhoa")
    application.setApplicationDisplayName("Kim Hoa")
    application.setApplicationVersion(__version__)
    dress(application)
    speak_vietnamese(application)
    return application


def dress(application: QApplication) -> None:
    """Give the application the looks of `ui.theme` at the text size that the clerk chose."""
    load_fonts()
    icons.offer_to_style_sheet()
    theme.apply(application, theme.TypeScale(preferences.TEXT_POINTS.read()))
    application.setWindowIcon(icons.icon("star", theme.STAR, size=64))


def load_fonts() -> None:
    """Load the bundled Inter; without it the system's own sans serif stands in."""
    folder = files("resources") / "fonts"
    if folder.is_dir():
        for font in sorted(entry.name for entry in folder.iterdir() if entry.name.startswith("Inter-")):
            QFontDatabase.addApplicationFontFromData(QByteArray(resources.read_bytes(f"fonts/{font}")))


def speak_vietnamese(application: QApplication) -> None:
    """Make Qt write numbers and dates as in Vietnam and, where its texts ship, speak Vietnamese."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(application)
    # From the file: Qt does not copy the bytes it is given, and reads them long after Python has let go of them.
    if translator.load(str(files("resources") / TRANSLATIONS)):
        application.installTranslator(translator)


class _Running(QObject):
    """The program while its window is open: runner, window, data, in the order in which they are closed again."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self.status = 0
        self._start = start
        self._workspace: Workspace | None = None
        self._first: FirstWindow | None = None
        self._opened: OpenedData | None = None
        self._crashes = CrashReports(start.data_folder, self._show_bug, self)
        self._crashes.install()
        self._runner = BackgroundRunner(self)
        self._window = MainWindow(available(), self._runner)
        # After the paint has reached the screen, not within it.
        self._window.painted.connect(self._after_paint, Qt.ConnectionType.QueuedConnection)
        self._window.show()

    def close(self) -> None:
        """End the work in the background, then let go of the data."""
        self._runner.close()
        if self._first is not None:
            self._first.close()
        if self._workspace is not None:
            self._workspace.close()
        # Now, while Qt's application still stands: widgets that outlive it end the process with a fault.
        shiboken6.delete(self._window)

    def _after_paint(self) -> None:
        if self._start.paint_and_quit:
            QApplication.quit()
        else:
            self._open_data()

    def _open_data(self) -> None:
        folder = self._start.data_folder
        self._runner.submit(lambda: _open(folder), done=self._take, failed=self._cannot_open)

    def _take(self, workspace: "Workspace") -> None:
        from ui.opened_data import OpenedData  # noqa: PLC0415 the window paints before the services are imported
        from ui.single_instance import FirstWindow  # noqa: PLC0415 Qt's network module is not needed to paint

        self._workspace = workspace
        self._first = FirstWindow(self._start.data_folder, self)
        self._first.asked.connect(self._window.come_to_front)
        self._opened = OpenedData(self._window, self._runner, workspace, self)
        if self._start.screenshots is not None:
            self._opened.shown.connect(partial(self._take_pictures, self._start.screenshots))
        self._opened.show()

    def _take_pictures(self, folder: Path) -> None:
        from ui.screenshots import Photographer  # noqa: PLC0415 only when pictures are asked for

        photographer = Photographer(self._window, self._runner, folder, self._start.scale)
        photographer.finished.connect(QApplication.quit)
        photographer.setParent(self)
        photographer.start()

    def _cannot_open(self, error: KimHoaError) -> None:
        if isinstance(error, AlreadyOpen) and self._hand_over():
            return
        self._window.show_instead(
            EmptyState(
                "warning",
                "Chưa mở được dữ liệu",
                f"{error.message}\nThư mục dữ liệu: {self._start.data_folder}",
                ("Thử lại", self._open_data),
                ("Thoát", self._window.close),
            )
        )
        if self._start.screenshots is not None:
            self._end(2)

    def _hand_over(self) -> bool:
        from ui.single_instance import ask_first_window  # noqa: PLC0415 Qt's network module is not needed to paint

        answered = ask_first_window(self._start.data_folder)
        if answered:
            self._end(0)
        return answered

    def _end(self, status: int) -> None:
        self.status = status
        QTimer.singleShot(0, QApplication.quit)

    def _show_bug(self, report: str) -> None:
        if self._start.screenshots is not None:
            sys.stderr.write(f"{report}\n")
            self._end(1)
            return
        from ui.dialogs.bug_report import BugReport  # noqa: PLC0415 seldom needed

        BugReport(report, self._start.data_folder, self._window).open()


def _open(folder: Path) -> "Workspace":
    from kimhoa_app.services.workspace import open_workspace  # noqa: PLC0415 the window paints before SQL is imported

    return open_workspace(folder)
