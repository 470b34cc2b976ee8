"""The initiatives of the fictional commune, what their council said of them, and the decisions that recognise them."""

from db.store import awards as award_store
from db.store import cases as case_store
from db.store import initiatives as store
from db.store import marks as mark_store
from db.store import meetings as meeting_store
from db.store.awards import DecisionDraft
from db.store.councils import council_on
from db.store.initiatives import AuthorShare, InitiativeDraft
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.councils import CouncilKind, MeetingState, VoteMethod
from kimhoa_app.domain.marks import Criterion
from kimhoa_app.domain.meeting_rules import markers
from kimhoa_app.domain.meetings import Case, MeetingRecord, Votes
from kimhoa_app.services.initiative_cases import RECOGNITION, initiative_cases
from kimhoa_app.services.office_rules import meeting_rules, threshold_for
from kimhoa_app.services.sample.meetings import case_votes
from kimhoa_app.services.sample.papers import write_hearing_papers
from kimhoa_app.services.sample.source import Commune, HearingSource, InitiativeSource, Paper, YearSource
from kimhoa_app.services.sample.staff import Numbers

GOOD_SHARES, POOR_SHARES = (92, 84, 88, 80), (55, 64, 48, 60)
"""Percent of the points of a criterion, which the members give in turn."""

POINT = 100
"""Marks are given in whole points."""


def write_initiatives(uow: UnitOfWork, year: YearSource, source: Commune, numbers: Numbers) -> None:
    """Write the initiatives of a year, the meeting that heard them where there was one, and their recognition."""
    of_year = [each for each in source.initiative if each.year == year.year]
    ids = {each.name: store.insert_initiative(uow, _draft(each), _shares(each, numbers)) for each in of_year}
    meeting_id = None if year.hearing is None else _hear(uow, year, year.hearing, source, of_year)
    decisions: dict[Paper, int] = {}
    for each in of_year:
        if each.decision is not None:
            if each.decision not in decisions:
                decisions[each.decision] = _decision(uow, year.year, each.decision, _authority(source), meeting_id)
            store.decide_on_initiative(uow, ids[each.name], decisions[each.decision])
    if meeting_id is not None:
        for paper in decisions:
            write_hearing_papers(uow, meeting_id, paper)


def _draft(source: InitiativeSource) -> InitiativeDraft:
    return InitiativeDraft(
        source.year, source.name, source.field, source.summary,
        situation_before=source.situation_before, economic_effect=source.economic_effect,
        social_effect=source.social_effect, applied_at=source.applied_at, money_benefit=source.money_benefit,
        submitted_on=source.submitted,
    )  # fmt: skip


def _shares(source: InitiativeSource, numbers: Numbers) -> list[AuthorShare]:
    return [AuthorShare(numbers.people[author.person], author.share) for author in source.authors]


def _hear(
    uow: UnitOfWork, year: YearSource, hearing: HearingSource, source: Commune, initiatives: list[InitiativeSource]
) -> int:
    """Write the meeting: its cases, the votes or marks on each as the decision has it, its end; return its number."""
    council = council_on(uow, hearing.day, CouncilKind.INITIATIVE)
    if council is None:
        raise LookupError(f"no council for initiatives on {hearing.day}")
    rules = meeting_rules(uow, CouncilKind.INITIATIVE)
    gives_marks = hearing.method is VoteMethod.MARKS
    fields: dict[str, object] = {
        "council_id": council.council_id,
        "year": year.year,
        "held_on": hearing.day,
        "starts_at": hearing.starts_at,
        "ends_at": hearing.ends_at,
        "place": source.place,
        "quorum_num": rules.quorum_num,
        "quorum_den": rules.quorum_den,
        "vote_base": rules.vote_base.value,
        "vote_method": hearing.method.value,
        "written_opinions": rules.written_opinions,
        "pass_mark": rules.pass_mark if gives_marks else None,
    }
    meeting_id = meeting_store.add_meeting(uow, fields)
    if gives_marks:
        mark_store.keep_criteria(uow, meeting_id, rules.criteria)
    meeting_store.seat_members(uow, meeting_id, [member.member_id for member in council.members])
    heard = {each.name for each in initiatives if each.submitted is not None and each.submitted <= hearing.day}
    entries = [entry for entry in store.list_initiatives(uow, year.year) if entry.initiative.name in heard]
    record = meeting_store.read_record(uow, meeting_id)
    case_store.add_cases(uow, meeting_id, initiative_cases(uow, record, entries))
    passed = {each.name for each in initiatives if each.decision is not None}
    _judge(uow, meeting_store.read_record(uow, meeting_id), passed)
    meeting_store.change_meeting(uow, meeting_id, {"state": MeetingState.CLOSED.value})
    return meeting_id


def _judge(uow: UnitOfWork, record: MeetingRecord, passed: set[str]) -> None:
    threshold = threshold_for(uow, RECOGNITION)
    votes: dict[int, Votes] = {}
    for place, case in enumerate(record.cases):
        if record.vote_method is VoteMethod.MARKS:
            _mark(uow, record, case, GOOD_SHARES if case.name in passed else POOR_SHARES)
        else:
            votes[case.nomination_id] = case_votes(record, case, place, threshold, has_lost=case.name not in passed)
    case_store.add_votes(uow, votes)


def _mark(uow: UnitOfWork, record: MeetingRecord, case: Case, shares: tuple[int, ...]) -> None:
    for place, member in enumerate(markers(record, case)):
        points = {
            criterion.place: _points(criterion, shares[(place + criterion.place) % len(shares)])
            for criterion in record.criteria
        }
        mark_store.save_sheet(uow, case.nomination_id, member.member_id, points)


def _points(criterion: Criterion, share: int) -> int:
    return criterion.most * share // 100 // POINT * POINT


def _decision(uow: UnitOfWork, year: int, paper: Paper, authority: str, meeting_id: int | None) -> int:
    """Write the decision that recognises initiatives, once for all that it recognises."""
    draft = DecisionDraft(year, paper.number, paper.day, authority, meeting_id=meeting_id)
    return award_store.insert_decision(uow, draft)


def _authority(commune: Commune) -> str:
    return f"Chủ tịch {commune.office[-1].full_name}"
