"""How long lists take to come in: 10,000 rows looked through and written, beside the time openpyxl needs to read them.

Promised: under 4 s for the dry run and under 4 s for the writing of 10,000 rows, and no more than in proportion for
20,000 and 50,000. Run from the top of the project: python -m benchmarks.bench_import [ROWS ...]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import openpyxl

from kimhoa_app.services.imports import ListKind, commit_import, plan_import, undo_import
from kimhoa_app.services.workspace import Workspace, open_workspace

T = TypeVar("T")

ROWS = (10_000, 20_000)
PROMISED_S = 4.0
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
SYLLABLES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Nga")
HEADS = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị", "CCCD", "Ngày tuyển dụng")


def main() -> int:
    sizes = [int(size) for size in sys.argv[1:]] or list(ROWS)
    print(f"{'seconds':40} {''.join(f'{size:>10}' for size in sizes)}")
    measured = [measure(size) for size in sizes]
    for name in measured[0]:
        print(f"{name:40} {''.join(f'{each[name]:10.2f}' for each in measured)}")
    kept = all(
        each[step] < PROMISED_S * max(1, size / ROWS[0])
        for each, size in zip(measured, sizes, strict=True)
        for step in ("staff: dry run", "staff: writing", "ratings: dry run", "ratings: writing")
    )
    return 0 if kept else 1


def measure(size: int) -> dict[str, float]:
    """Return the seconds that each step takes for a list of `size` rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        staff = write(folder / "ds.xlsx", HEADS, [person(number) for number in range(size)])
        rated = write(
            folder / "xl.xlsx", (*HEADS[:3], "Xếp loại"), [(*person(number)[:3], "B") for number in range(size)]
        )
        times = {"openpyxl reads the cells": timed(lambda: read_with_openpyxl(staff))[0]}
        with open_workspace(folder / "data") as workspace:
            times |= both(workspace, "staff", staff)
            times["staff: dry run again"] = timed(lambda: plan_import(workspace, ListKind.STAFF, staff))[0]
            times |= both(workspace, "ratings", rated)
    return times


def both(workspace: Workspace, kind: str, path: Path) -> dict[str, float]:
    steps = Steps()
    planning, plan = timed(lambda: plan_import(workspace, ListKind(kind), path, year=2025, steps=steps))
    writing, outcome = timed(lambda: commit_import(workspace, plan, steps=steps))
    assert outcome.added == len(plan.rows) > 0
    times = {f"{kind}: dry run": planning, f"{kind}: writing": writing}
    if kind == "ratings":
        times["ratings: taken back"] = timed(lambda: undo_import(workspace, outcome.batch_id or 0))[0]
    return times


class Steps:
    """Hears of progress as the window does."""

    def __call__(self, done: int, total: int, text: str) -> None:
        self.last = (done, total, text)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    value = work()
    return time.perf_counter() - started, value


def person(number: int) -> tuple[object, ...]:
    family = FAMILIES[number // 1000 % 10]
    name = f"{family} {SYLLABLES[number // 100 % 10]} {SYLLABLES[number // 10 % 10]} {SYLLABLES[number % 10]}"
    year = 1960 + number // 10_000 * 4 + number % 4
    day = f"{number % 28 + 1}/{number % 12 + 1}/{year}"
    return (
        number + 1,
        name,
        day,
        "Nam",
        "Công chức",
        f"Đơn vị {number % 12}",
        f"0420{year % 100}{number:06d}",
        "1/9/2010",
    )


def write(path: Path, heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    for row in (heads, *rows):
        sheet.append(row)
    book.save(path)
    return path


def read_with_openpyxl(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


if __name__ == "__main__":
    raise SystemExit(main())
