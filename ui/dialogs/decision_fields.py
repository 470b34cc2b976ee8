"""The fields of a decision in any form: one that is known already is chosen, a new one is typed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit

from kimhoa_app.services.decisions import DecisionDraft, DecisionEntry
from kimhoa_app.text.dates import list_date
from ui.widgets.date_edit import DateEdit
from ui.widgets.filter_combo import Choice, FilterCombo
from ui.widgets.form import Form


def decision_text(decision: DecisionDraft) -> str:
    """Return a decision in one line: its number and its day, as far as they are known."""
    number = decision.number or "Quyết định không rõ số"
    return f"{number} ngày {list_date(decision.decided_on)}" if decision.decided_on else number


def add_decision_fields(form: Form, known: Sequence[DecisionEntry], *, required: bool) -> None:
    """Add number, day, authority and signer to a form of two columns; choosing a known decision fills them in."""
    by_id = {entry.id: entry.decision for entry in known}
    if known:
        choice: FilterCombo[int] = FilterCombo(
            [Choice(entry.id, decision_text(entry.decision), entry.decision.authority) for entry in known],
            prompt="chọn quyết định đã có, hoặc gõ quyết định mới ở dưới",
        )
        form.add("known_decision", "Quyết định đã có", choice, wide=True)
        choice.activated.connect(lambda _place: _fill(form, by_id.get(choice.value() or 0)))
    form.add("number", "Số, ký hiệu quyết định", _line("15/QĐ-UBND"), required=required)
    form.add("decided_on", "Ngày quyết định", DateEdit(), required=required)
    form.add("authority", "Cấp quyết định", _line("Chủ tịch UBND xã"))
    form.add("signer", "Người ký", QLineEdit())
    if known:
        form.fill({"authority": known[0].decision.authority})


def typed_decision(values: dict[str, Any], year: int) -> DecisionDraft | None:
    """Return the decision that the fields name, None when they are left empty."""
    if not values["number"] and values["decided_on"] is None:
        return None
    return DecisionDraft(year, values["number"], values["decided_on"], values["authority"], values["signer"])


def _fill(form: Form, decision: DecisionDraft | None) -> None:
    if decision is not None:
        form.fill(
            {
                "number": decision.number,
                "decided_on": decision.decided_on,
                "authority": decision.authority,
                "signer": decision.signer,
            }
        )


def _line(example: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(example)
    return made
