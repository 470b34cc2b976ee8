"""What most tests need: an open workspace on a real data file, at a day that does not move."""

import gc
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from kimhoa_app.services import sample
from kimhoa_app.services.workspace import Workspace, open_workspace

VIETNAM_TIME = timezone(timedelta(hours=7))
FIXED_NOW = datetime(2026, 11, 21, 8, 0, tzinfo=VIETNAM_TIME)


def pytest_collection_finish() -> None:
    """Let the collector of garbage leave alone what is loaded by now and stays, and come less often for the rest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session")
def empty_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder made once; tests work on copies, which is ten times faster than migrating for each."""
    folder = tmp_path_factory.mktemp("empty")
    open_workspace(folder).close()
    return folder


@pytest.fixture
def workspace(tmp_path: Path, empty_data_folder: Path) -> Iterator[Workspace]:
    shutil.copytree(empty_data_folder, tmp_path / "data")
    with open_workspace(tmp_path / "data", clock=lambda: FIXED_NOW, actor="Nguyễn Thị Ánh") as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the fictional commune, made once; tests only read it."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    with open_workspace(folder, clock=lambda: FIXED_NOW) as opened:
        sample.fill(opened)
    return folder


@pytest.fixture
def sample_workspace(tmp_path: Path, sample_folder: Path) -> Iterator[Workspace]:
    """The fictional commune to change as one likes, a copy, which is much faster than making it again."""
    shutil.copytree(sample_folder, tmp_path / "sample")
    with open_workspace(tmp_path / "sample", clock=lambda: FIXED_NOW) as opened:
        yield opened


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests have recorded as said, also when they ran in another process."""
    for report in terminalreporter.getreports("passed"):
        for name, words in report.user_properties:
            if name == "said":
                terminalreporter.write_line(str(words))
