import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from ui.crash_reports import CrashReports, logger


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reports: list[str] = []
    catcher = CrashReports(tmp_path, reports.append)
    catcher.install()
    yield reports
    for handler in logger.handlers[:]:
        handler.close()
        logger.removeHandler(handler)


def break_with(name: str) -> None:
    raise KeyError(name)


def raise_through_hook() -> None:
    try:
        break_with("Nguyễn Thị \u00c1nh")
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_bug_is_logged_with_its_trace_and_without_what_names_a_person(
    shown: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    raise_through_hook()
    qtbot.waitUntil(lambda: bool(shown))
    text = (tmp_path / "log" / "kimhoa.log").read_text("utf-8")
    assert "break_with" in text
    assert "KeyError" in text
    assert "Ánh" not in text + shown[0]


def test_the_same_bug_is_shown_once(shown: list[str], qtbot: QtBot) -> None:
    for _ in range(3):
        raise_through_hook()
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(20)
    assert len(shown) == 1
    assert "test_crash_reports.py" in shown[0]


class _Bell(QObject):
    rung = Signal()


@pytest.mark.qt_no_exception_capture
def test_a_bug_in_a_slot_is_caught(shown: list[str], qtbot: QtBot) -> None:
    bell = _Bell()
    bell.rung.connect(lambda: break_with("x"))
    bell.rung.emit()
    qtbot.waitUntil(lambda: bool(shown))
    assert "KeyError" in shown[0]


def test_a_bug_in_a_thread_is_caught(shown: list[str], qtbot: QtBot) -> None:
    thread = threading.Thread(target=break_with, args=("x",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))
    assert "KeyError" in shown[0]
