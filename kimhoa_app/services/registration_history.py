"""The history of one registration in plain words: what was entered and changed, and what the council and others did."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from db.audit import Change, history
from db.store import registrations as store
from db.store.awards import list_awards
from db.store.meetings import meeting_ids, read_record
from db.store.office import office_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.meetings import Case, Votes
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registration_fates import votes_told
from kimhoa_app.domain.voting import is_passed
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date

_EMPTY: Final = "(để trống)"
_FIELDS: Final = {
    "award_code": "Danh hiệu",
    "form_code": "Hình thức khen thưởng",
    "topic": "Đề tài, sáng kiến",
    "note": "Ghi chú",
    "registered_on": "Ngày đăng ký",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step: the moment at which it was entered, who entered it, and what it was."""

    at: datetime
    actor: str
    text: str


def registration_history(workspace: Workspace, registration_id: int) -> list[HistoryLine]:
    """Return the steps of a registration, the oldest first; none for one that does not exist."""
    with workspace.begin() as uow:
        office = office_on(uow, workspace.today)
        words = _Words(None if office is None else office.kind)
        steps = [
            HistoryLine(each.at, each.actor, text)
            for each in history(uow, "registration", registration_id)
            for text in words.of_registration(each)
        ]
        for held_on, case in _cases(uow, registration_id):
            steps += _case_steps(uow, held_on, case)
        steps += _award_steps(uow, registration_id)
    return sorted(steps, key=lambda step: step.at)


class _Words:
    """The words of a change of a registration, with the names of awards as the office writes them."""

    def __init__(self, office: OfficeKind | None) -> None:
        self._office = office

    def of_registration(self, change: Change) -> Iterator[str]:
        """Yield a sentence for each thing that the change did."""
        after = change.after or {}
        match change.action:
            case "add":
                day = self._shown("registered_on", after.get("registered_on"))
                yield f"Đăng ký {self._shown('award_code', after.get('award_code'))}, ngày {day}"
            case "delete":
                yield "Rút đăng ký"
            case "restore":
                yield "Đưa đăng ký trở lại"
            case "refuse":
                yield f"Cấp trên không tặng: {after.get('refusal')}"
            case "unrefuse":
                yield "Bỏ ghi cấp trên không tặng"
            case _:
                for field, (old, new) in change.changed.items():
                    if field in _FIELDS:
                        yield f"{_FIELDS[field]}: {self._shown(field, old)} → {self._shown(field, new)}"

    def _shown(self, field: str, value: object) -> str:
        if not value:
            return _EMPTY
        if field == "registered_on":
            return list_date(date.fromisoformat(str(value)))
        if field in ("award_code", "form_code"):
            return award_name(str(value), self._office)
        return f"“{value}”"


def _cases(uow: UnitOfWork, registration_id: int) -> Iterator[tuple[date, Case]]:
    """Yield the cases that the registration made, each with the day of its meeting."""
    year = store.find_registration(uow, registration_id).year if _is_live(uow, registration_id) else None
    for meeting_id in meeting_ids(uow, year):
        record = read_record(uow, meeting_id)
        for case in record.cases:
            if case.registration_id == registration_id:
                yield record.held_on, case


def _is_live(uow: UnitOfWork, registration_id: int) -> bool:
    changes = history(uow, "registration", registration_id)
    return bool(changes) and (changes[-1].after or {}).get("deleted_at") is None


def _case_steps(uow: UnitOfWork, held_on: date, case: Case) -> Iterator[HistoryLine]:
    for change in history(uow, "nomination", case.nomination_id):
        if change.action == "add":
            text = f"Đưa ra Hội đồng xét, phiên họp ngày {list_date(held_on)}"
            yield HistoryLine(change.at, change.actor, text)
    for change in history(uow, "tally", case.nomination_id):
        yield HistoryLine(change.at, change.actor, _votes_text(change))


def _votes_text(change: Change) -> str:
    after = change.after
    if after is None:
        return "Xóa kết quả bỏ phiếu"
    votes = Votes(
        *(int(str(after[name])) for name in ("votes_for", "votes_against", "votes_other", "base", "threshold"))
    )
    return f"Bỏ phiếu: {votes_told(votes)}; {'thông qua' if is_passed(votes) else 'không đủ phiếu'}"


def _award_steps(uow: UnitOfWork, registration_id: int) -> Iterator[HistoryLine]:
    if not _is_live(uow, registration_id):
        return
    stored = store.find_registration(uow, registration_id)
    draft = stored.draft
    for entry in list_awards(uow, year=stored.year):
        given = entry.award
        same = (given.person_id, given.unit_id, given.household_id) == (
            draft.person_id, draft.unit_id, draft.household_id,
        )  # fmt: skip
        if same and given.award_code == draft.award_code:
            decision = entry.decision
            by = f" theo Quyết định số {decision.number}" if decision and decision.number else ""
            for change in history(uow, "award", entry.id):
                if change.action == "add":
                    yield HistoryLine(change.at, change.actor, f"Được tặng{by}")
