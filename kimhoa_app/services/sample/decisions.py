"""What came of the fictional commune's meetings: the decisions and the awards."""

from db.store import awards as store
from db.store.awards import AwardDraft, DecisionDraft
from db.store.meetings import read_record
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.meetings import Case
from kimhoa_app.domain.voting import is_passed
from kimhoa_app.services.initiative_uses import note_uses
from kimhoa_app.services.sample.source import YearSource


def write_decisions(uow: UnitOfWork, meeting_id: int, year: YearSource) -> int:
    """Write the decisions of the year with what each awards to the cases that passed; return how many awards."""
    passed = [case for case in read_record(uow, meeting_id).cases if case.votes is not None and is_passed(case.votes)]
    count = 0
    for decision in year.decision:
        draft = DecisionDraft(year.year, decision.number, decision.day, decision.authority, decision.signer, meeting_id)
        decision_id = store.insert_decision(uow, draft)
        decided = [_award(case, year.year, decision_id) for case in passed if case.award_code in decision.awards]
        count += len(store.insert_awards(uow, decided))
        note_uses(uow, [(each.person_id, each.award_code, each.year) for each in decided])
    return count


def _award(case: Case, year: int, decision_id: int) -> AwardDraft:
    return AwardDraft(
        case.award_code,
        year,
        case.name,
        case.person_id,
        case.unit_id,
        decision_id,
        case.nomination_id,
        case.position,
        case.unit,
    )
