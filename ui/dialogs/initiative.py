"""Recording an initiative, changing it, and recording the decision that recognises some."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kimhoa_app.services import initiatives
from kimhoa_app.services.decisions import DecisionEntry
from kimhoa_app.services.initiatives import InitiativeDraft, InitiativeEntry
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.dialogs.decision_fields import add_decision_fields, typed_decision
from ui.widgets.author_shares import AuthorShares
from ui.widgets.filter_combo import Choice

SCOPES: Final = {"grassroots": "cơ sở", "province": "tỉnh", "nation": "toàn quốc"}


def initiative_dialog(
    workspace: Workspace,
    runner: Runner,
    year: int,
    people: Sequence[Choice[int]],
    done: Callable[[object], object],
    parent: QWidget,
    entry: InitiativeEntry | None = None,
) -> FormDialog:
    """Return a dialog that records an initiative of `year`, or changes `entry`."""

    def save(values: dict[str, Any]) -> object:
        authors = values.pop("authors")
        if entry is None:
            return initiatives.record_initiative(workspace, InitiativeDraft(year, **values), authors)
        initiatives.change_initiative(workspace, entry.id, replace(entry.initiative, **values), authors)
        return entry.id

    heading = "Sửa sáng kiến" if entry else f"Ghi sáng kiến năm {year}"
    dialog = FormDialog(runner, heading, save, done, columns=2, parent=parent)
    form = dialog.form
    form.add("name", "Tên sáng kiến", QLineEdit(), required=True, wide=True)
    form.add("authors", "Tác giả và tỷ lệ đóng góp", AuthorShares(people), wide=True, required=True)
    form.add("field_of_work", "Lĩnh vực", QLineEdit())
    form.add("scope", "Phạm vi ảnh hưởng", _scopes())
    form.add("summary", "Tóm tắt nội dung, hiệu quả", QPlainTextEdit(), wide=True).setFixedHeight(84)
    if entry is not None:
        draft = entry.initiative
        form.fill(
            {
                "name": draft.name,
                "authors": entry.authors,
                "field_of_work": draft.field_of_work,
                "scope": draft.scope,
                "summary": draft.summary,
            }
        )
    return dialog


def recognition_dialog(
    workspace: Workspace,
    runner: Runner,
    year: int,
    entries: Sequence[InitiativeEntry],
    known: Sequence[DecisionEntry],
    done: Callable[[object], object],
    parent: QWidget,
) -> FormDialog:
    """Return a dialog that records the decision recognising `entries`."""

    def save(values: dict[str, Any]) -> object:
        decision = typed_decision(values, year)
        assert decision is not None
        return initiatives.recognise(workspace, [entry.id for entry in entries], decision)

    names = entries[0].initiative.name if len(entries) == 1 else f"{len(entries)} sáng kiến đã chọn"
    dialog = FormDialog(
        runner, "Ghi quyết định công nhận sáng kiến", save, done, explain=names, columns=2, parent=parent
    )
    add_decision_fields(dialog.form, known, required=True)
    return dialog


def _scopes() -> QComboBox:
    combo = QComboBox()
    for code, name in SCOPES.items():
        combo.addItem(f"Cấp {name}" if code != "nation" else "Toàn quốc", code)
    return combo
