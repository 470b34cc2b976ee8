"""What tests of the window share: a display that needs no screen, our looks, and preferences kept apart."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui import preferences

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    from ui.application import dress

    dress(qapp)
    return qapp


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: Path, dressed: QApplication) -> None:
    preferences.keep_in(str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def leave_no_windows(dressed: QApplication) -> Iterator[None]:
    """Delete what a test has closed: outside an event loop Qt keeps it, and each later change of style pays for it."""
    yield
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The display without a screen says of itself what it cannot do; that is no fault of a window."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
