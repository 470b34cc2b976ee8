"""The whole program at work: the window has the looks and the preferences that its own tests have."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import ui.dialogs.printing
from kimhoa_app.services.workspace import open_workspace
from tests.e2e.person import Person
from tests.e2e.surroundings import Calendar, Files
from tests.ui.conftest import dressed, leave_no_windows, own_preferences, qapp_cls
from ui.background import BackgroundRunner
from ui.opened_data import OpenedData
from ui.shell.main_window import MainWindow
from ui.shell.pages import available

__all__ = ["dressed", "leave_no_windows", "own_preferences", "qapp_cls"]

SitDown = Callable[[], AbstractContextManager[Person]]


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    answers = Files(tmp_path)
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: answers.answer(dialog))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(answers.to_open), ""))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Máy in của văn phòng"])
    monkeypatch.setattr(ui.dialogs.printing, "_printer", answers.printer)
    return answers


@pytest.fixture(autouse=True)
def quick_hands(qapp: QApplication) -> Iterator[None]:
    """Two clicks are one double click only when they follow at once, so that nobody waits long between clicks."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(60)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path, calendar: Calendar) -> SitDown:
    """What opens the program and puts a person before its window, as `ui.application` does; behind it all is closed."""

    @contextmanager
    def opened() -> Iterator[Person]:
        runner = BackgroundRunner()
        window = MainWindow(available(), runner)
        qtbot.addWidget(window)
        with open_workspace(tmp_path / "data", clock=lambda: calendar.now) as workspace:
            with qtbot.waitSignal(window.painted):
                window.show()
            with qtbot.waitActive(window):
                window.activateWindow()
            data = OpenedData(window, runner, workspace, window)
            data.show()
            yield Person(qtbot, window, lambda: runner.is_idle)
            window.close()
            runner.close()

    return opened


@pytest.fixture
def person(sit_down: SitDown) -> Iterator[Person]:
    with sit_down() as one:
        yield one
