"""Number, day, authority and signer of a decision corrected, wherever it stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from kimhoa_app.services import decisions
from kimhoa_app.services.decisions import DecisionDraft
from ui.dialogs.base import FormDialog
from ui.dialogs.decision_fields import add_decision_fields, decision_text
from ui.pages.context import PageContext


def decision_dialog(
    context: PageContext,
    decision_id: int,
    shown: DecisionDraft,
    done: Callable[[DecisionDraft], object],
    parent: QWidget,
) -> FormDialog:
    """Return a dialog that corrects a decision; `done` gets it as it was before, for undoing."""

    def save(values: dict[str, Any]) -> DecisionDraft:
        corrected = replace(shown, **{field: values[field] for field in _FIELDS})
        return decisions.correct_decision(context.workspace, decision_id, corrected)

    dialog = FormDialog(
        context.runner, "Sửa quyết định", save, done,
        explain=f"{decision_text(shown)}. Sửa một lần, mọi nơi ghi quyết định này đổi theo.", columns=2, parent=parent,
    )  # fmt: skip
    add_decision_fields(dialog.form, (), required=True)
    dialog.form.fill({field: getattr(shown, field) for field in _FIELDS})
    return dialog


_FIELDS = ("number", "decided_on", "authority", "signer")
