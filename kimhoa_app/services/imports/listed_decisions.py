"""Decisions as lists name them, one row of the data for one paper."""

from datetime import date

from db.store import awards as store
from db.store.awards import DecisionDraft
from db.unit_of_work import UnitOfWork
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.values import ListedDecision, decision_of, full_day_of
from kimhoa_app.text.normal import tidy

_Key = tuple[str, date | None, str, int]


def listed_decision(line: Line, today: date) -> tuple[ListedDecision, list[str]]:
    """Return the decision that a line names, in one cell or in several, and what has to be said of it."""
    remarks: list[str] = []
    whole, number_cell = ListedDecision(), ListedDecision()
    if line.text("decision"):
        whole, remark = decision_of(line.text("decision"), today)
        remarks.append(remark)
    if line.text("decision_number"):
        number_cell, remark = decision_of(line.text("decision_number"), today)
        remarks.append(remark)
    day = whole.day or number_cell.day
    if "decision_date" in line.cells:
        own, remark = full_day_of(line.cells["decision_date"], "Ngày quyết định", today)
        day = own or day
        remarks.append(remark)
    number = number_cell.number or whole.number
    authority = line.text("authority") or whole.authority or number_cell.authority
    return ListedDecision(number, day, authority), [remark for remark in remarks if remark]


class Decisions:
    """The decisions of the data file, and those that an import adds."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._ids: dict[_Key, int] = {}
        for entry in store.list_decisions(uow):
            self._ids.setdefault(_key(entry.decision), entry.id)

    def id_of(self, listed: ListedDecision, year: int) -> int | None:
        """Return the number of the decision, written now when it is not there; None where the list names none."""
        if not listed.number and listed.day is None:
            return None
        draft = DecisionDraft(year, listed.number or None, listed.day, listed.authority)
        if _key(draft) not in self._ids:
            self._ids[_key(draft)] = store.insert_decision(self._uow, draft)
        return self._ids[_key(draft)]


def _key(decision: DecisionDraft) -> _Key:
    """Return what one paper has alone: number, day and year, and who decided where it has no number."""
    number = tidy(decision.number or "").casefold()
    return number, decision.decided_on, "" if number else tidy(decision.authority).casefold(), decision.year
