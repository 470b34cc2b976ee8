"""How long the data takes: opening an existing data file, 2,000 people brought in, listed and found again.

Run from the top of the project: python -m benchmarks.bench_data
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

from benchmarks.timing import median_ms
from kimhoa_app.services.imports import ListKind, commit_import, plan_import
from kimhoa_app.services.staff import list_people, read_person
from kimhoa_app.services.units import list_units
from kimhoa_app.services.workspace import Workspace, open_workspace

PEOPLE = 2_000
ROUNDS = 7
SYLLABLES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Nga")


def main() -> None:
    print(f"{f'data of {PEOPLE} people':45} {'median ms':>12} {'runs':>6}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        staff = make_list(folder / "ds.xlsx")
        report("new data folder (with migrations)", 1, lambda: open_workspace(folder / "data").close())
        with open_workspace(folder / "data") as workspace:
            bring_in(workspace, staff)
            report(f"list {PEOPLE} people", ROUNDS, lambda: list_people(workspace))
            report("read one person", ROUNDS, lambda: read_person(workspace, 1000))
            report("list units with headcount", ROUNDS, lambda: list_units(workspace))
        report(f"open the data file of {PEOPLE} people", ROUNDS, lambda: open_workspace(folder / "data").close())


def bring_in(workspace: Workspace, staff: Path) -> None:
    report(f"plan the import of {PEOPLE} rows", 1, lambda: plan_import(workspace, ListKind.STAFF, staff))
    plan = plan_import(workspace, ListKind.STAFF, staff)
    report(f"import {PEOPLE} rows", 1, lambda: commit_import(workspace, plan))


def make_list(path: Path) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Cán bộ")
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"])
    for number in range(PEOPLE):
        name = f"Nguyễn {SYLLABLES[number // 100 % 10]} {SYLLABLES[number // 10 % 10]} {SYLLABLES[number % 10]}"
        sheet.append([number + 1, name, 1960 + number // 1000, "Công chức", f"Đơn vị {number % 12}"])
    book.save(path)
    return path


def report(what: str, rounds: int, work: Callable[[], object]) -> None:
    print(f"{what:45} {median_ms(work, rounds):12.1f} {rounds:6}")


if __name__ == "__main__":
    main()
