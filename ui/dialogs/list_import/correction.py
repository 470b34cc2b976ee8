"""Mending the cells of one line for the import; the file stays as it is."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from kimhoa_app.services.imports import lines_of, shown_cells
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.dialogs.list_import.sources import FileRow, Source, with_correction

NO_HEAD: Final = "Cột không có tiêu đề"


def correction_dialog(
    runner: Runner,
    source: Source,
    row: FileRow,
    read: Callable[[Source], Source],
    done: Callable[[Source], object],
    parent: QWidget,
) -> FormDialog | None:
    """Return the form with the cells of a line; None for a row without a line of its own.

    `read` reads the file again, with what was typed instead; `done` gets what comes of it.
    """
    plan = source.plan
    found = next((each for each in plan.found.lists if each.sheet == row.row.sheet), plan.found.lists[0])
    lines = lines_of(plan).get((row.row.sheet, row.row.row))
    if not lines:
        return None
    before = shown_cells(lines[0], found)

    def save(values: dict[str, str]) -> Source:
        changed = {name: text for name, text in values.items() if text != before[name]}
        return read(with_correction(source, found.sheet, lines[0].number, changed) if changed else source)

    dialog = FormDialog(
        runner, f"Sửa dòng {row.row.row}", save, done, explain=_explain(row), save_text="Xem lại dòng này", columns=2,
        parent=parent,
    )  # fmt: skip
    for name, text in before.items():
        dialog.form.add(name, " ".join(found.columns[name].split()) or NO_HEAD, QLineEdit(text))
    return dialog


def _explain(row: FileRow) -> str:
    told = " ".join(part for part in (row.row.reason, *row.row.warnings) if part)
    return f"{told} Chỉ sửa cho lần nhập này; tệp Excel giữ nguyên.".strip()
