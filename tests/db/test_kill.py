"""A power cut in the middle of an import: all of it is there afterwards, or nothing."""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from kimhoa_app.services.staff import list_people
from kimhoa_app.services.staff_import import StaffImportPlan, commit_staff_import, plan_staff_import
from kimhoa_app.services.workspace import open_workspace, verify

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

ROWS = 2_000
KILLS = int(os.environ.get("KIMHOA_KILLS", "25"))
SYLLABLES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Nga")


@pytest.fixture(scope="module")
def staff_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Cán bộ")
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"])
    for number in range(ROWS):
        name = f"Nguyễn {SYLLABLES[number // 100 % 10]} {SYLLABLES[number // 10 % 10]} {SYLLABLES[number % 10]}"
        sheet.append([number + 1, name, 1960 + number // 1000, "Công chức", f"Đơn vị {number % 12}"])
    path = tmp_path_factory.mktemp("list") / "ds.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def plan(staff_list: Path, empty_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> StaffImportPlan:
    folder = tmp_path_factory.mktemp("plan") / "data"
    shutil.copytree(empty_data_folder, folder)
    with open_workspace(folder) as workspace:
        return plan_staff_import(workspace, staff_list)


def import_in_a_child(folder: Path, plan: StaffImportPlan) -> tuple[int, int]:
    """Start the import in a process of its own; return its number and a pipe that tells when it has been saved."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of the test runner; the child uses none of them
        child = os.fork()
    if child == 0:
        try:
            with open_workspace(folder) as workspace:
                os.write(writing, b"o")
                commit_staff_import(workspace, plan)
                os.write(writing, b"s")
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def killed_import(folder: Path, plan: StaffImportPlan, seconds: float) -> bool:
    """Import, kill after `seconds` from the opening of the folder, and return whether it had said that it was saved."""
    child, reading = import_in_a_child(folder, plan)
    try:
        assert os.read(reading, 1) == b"o"
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return os.read(reading, 1) == b"s"
    finally:
        os.waitpid(child, 0)
        os.close(reading)


def state_after(folder: Path) -> tuple[int, int, int]:
    """Return how many people, posts and units there are, having checked the file and the audit trail."""
    assert verify(folder) == []
    with open_workspace(folder) as workspace:
        people = len(list_people(workspace))
    with closing(sqlite3.connect(folder / "kimhoa.db")) as connection:
        posts = connection.execute("SELECT count(*) FROM post").fetchone()[0]
        units = connection.execute("SELECT count(*) FROM unit").fetchone()[0]
        audited = dict(connection.execute("SELECT entity, count(*) FROM audit_entry GROUP BY entity"))
    assert audited == {name: count for name, count in (("person", people), ("post", posts), ("unit", units)) if count}
    return people, posts, units


@pytest.fixture(scope="module")
def duration(plan: StaffImportPlan, empty_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> float:
    folder = tmp_path_factory.mktemp("timing") / "data"
    shutil.copytree(empty_data_folder, folder)
    child, reading = import_in_a_child(folder, plan)
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


def test_an_import_killed_at_any_moment_is_all_there_or_not_at_all(
    tmp_path: Path, plan: StaffImportPlan, duration: float, empty_data_folder: Path
) -> None:
    for number, moment in enumerate(moments(duration)):
        folder = tmp_path / str(number)
        shutil.copytree(empty_data_folder, folder)
        saved = killed_import(folder, plan, max(moment, 0.0))
        state = state_after(folder)
        assert state in ((0, 0, 0), (ROWS, ROWS, 12))
        assert state[0] == ROWS or not saved
        shutil.rmtree(folder)
