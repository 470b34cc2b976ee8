"""A power cut in the middle of an import: all of it is there afterwards, or nothing."""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kimhoa_app.services import registrations
from kimhoa_app.services.imports import ListKind, RowAction, commit_import, plan_import
from kimhoa_app.services.workspace import Workspace, open_workspace, verify
from tests.conftest import FIXED_NOW

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

ROWS = 300
KILLS = int(os.environ.get("KIMHOA_KILLS", "16"))
SYLLABLES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Nga")
COUNTED = ("person", "post", "unit", "registration")

State = tuple[int, ...]


@dataclass(frozen=True)
class Import:
    """An import ready to be written into a copy of `folder`, with what is there before it and after it."""

    folder: Path
    commit: Callable[[Workspace], object]
    before: State
    after: State


@pytest.fixture(scope="module")
def staff_import(empty_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Import:
    folder = tmp_path_factory.mktemp("staff")
    names = [f"Nguyễn {SYLLABLES[n // 100]} {SYLLABLES[n // 10 % 10]} {SYLLABLES[n % 10]}" for n in range(ROWS)]
    rows = [(n + 1, name, 1970, "Công chức", f"Đơn vị {n % 12}") for n, name in enumerate(names)]
    listed = _list(folder / "ds.xlsx", ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"), rows)
    shutil.copytree(empty_data_folder, folder / "data")
    with open_workspace(folder / "data") as workspace:
        plan = plan_import(workspace, ListKind.STAFF, listed)
    everything = (ROWS, ROWS, 12, 0)
    return Import(empty_data_folder, lambda opened: commit_import(opened, plan), (0, 0, 0, 0), everything)


@pytest.fixture(scope="module")
def registration_import(staff_import: Import, tmp_path_factory: pytest.TempPathFactory) -> Import:
    folder = tmp_path_factory.mktemp("registrations")
    shutil.copytree(staff_import.folder, folder / "data")
    names = [f"Nguyễn {SYLLABLES[n // 100]} {SYLLABLES[n // 10 % 10]} {SYLLABLES[n % 10]}" for n in range(ROWS)]
    rows = [(n + 1, name, "Lao động tiên tiến") for n, name in enumerate(names)]
    listed = _list(folder / "dk.xlsx", ("STT", "Họ và tên", "Danh hiệu"), rows)
    with open_workspace(folder / "data", clock=lambda: FIXED_NOW) as workspace:
        staff_import.commit(workspace)
        registrations.open_round(workspace, 2026, date(2026, 1, 2), date(2026, 12, 31))
        plan = plan_import(workspace, ListKind.REGISTRATIONS, listed, year=2026)
    assert len(plan.with_action(RowAction.NEW)) == ROWS
    before, after = staff_import.after, (*staff_import.after[:3], ROWS)
    return Import(folder / "data", lambda opened: commit_import(opened, plan), before, after)


def _list(path: Path, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    for row in (head, *rows):
        sheet.append(row)
    book.save(path)
    return path


def write_in_a_child(folder: Path, work: Import) -> tuple[int, int]:
    """Start the import in a process of its own; return its number and a pipe that tells when it has been saved."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of the test runner; the child uses none of them
        child = os.fork()
    if child == 0:
        try:
            with open_workspace(folder) as workspace:
                os.write(writing, b"o")
                work.commit(workspace)
                os.write(writing, b"s")
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def killed(folder: Path, work: Import, seconds: float) -> bool:
    """Import, kill after `seconds` from the opening of the folder, and return whether it had said that it was saved."""
    child, reading = write_in_a_child(folder, work)
    try:
        assert os.read(reading, 1) == b"o"
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return os.read(reading, 1) == b"s"
    finally:
        os.waitpid(child, 0)
        os.close(reading)


def state_after(folder: Path) -> State:
    """Return how many people, posts, units and registrations there are, having checked the file and the audit trail."""
    assert verify(folder) == []
    with open_workspace(folder):
        pass  # the next start of the program finds its data usable
    with closing(sqlite3.connect(folder / "kimhoa.db")) as connection:
        counts = tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED)
        audited = dict(connection.execute("SELECT entity, count(*) FROM audit_entry GROUP BY entity"))
    assert tuple(audited.get(table, 0) for table in COUNTED) == counts
    return counts


def duration(folder: Path, work: Import) -> float:
    shutil.copytree(work.folder, folder)
    child, reading = write_in_a_child(folder, work)
    assert os.read(reading, 1) == b"o"
    started = time.monotonic()
    assert os.read(reading, 1) == b"s"
    took = time.monotonic() - started
    os.waitpid(child, 0)
    os.close(reading)
    return took


def moments(duration: float) -> Iterator[float]:
    """Moments over the whole import, half of them crowded around its end, where the writing to disk happens."""
    chance = random.Random(20261121)
    for number in range(KILLS):
        yield duration * (chance.uniform(0, 1.05) if number % 2 else chance.gauss(0.97, 0.04))


@pytest.mark.parametrize("name", ["staff_import", "registration_import"])
def test_an_import_killed_at_any_moment_is_all_there_or_not_at_all(
    tmp_path: Path, name: str, request: pytest.FixtureRequest
) -> None:
    work: Import = request.getfixturevalue(name)
    for number, moment in enumerate(moments(duration(tmp_path / "timing", work))):
        folder = tmp_path / str(number)
        shutil.copytree(work.folder, folder)
        saved = killed(folder, work, max(moment, 0.0))
        state = state_after(folder)
        assert state in (work.before, work.after)
        assert state == work.after or not saved
        shutil.rmtree(folder)
