"""The councils of the fictional commune and their meetings, from the attendance to the votes."""

from db.store import cases as case_store
from db.store import councils as council_store
from db.store import meetings as store
from db.store.people import list_people
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import award
from kimhoa_app.domain.councils import CouncilDraft, MeetingState, MemberDraft
from kimhoa_app.domain.meeting_rules import base_for, votes_to_cast
from kimhoa_app.domain.meetings import Case, MeetingRecord, Votes
from kimhoa_app.domain.quorum import voter_count
from kimhoa_app.domain.voting import WHOLE, checked_votes
from kimhoa_app.services.office_rules import meeting_rules, threshold_for
from kimhoa_app.services.sample.source import CouncilSource, YearSource
from kimhoa_app.services.sample.staff import Numbers

HIGH_VOTE = "commune_high"
SOME_DISSENT = 5
"""One case in so many has a vote that is not for it."""


def write_council(uow: UnitOfWork, council: CouncilSource, numbers: Numbers) -> None:
    """Write a council with its members, each with the post of the day on which it was set up."""
    day = council.decision.day
    draft = CouncilDraft(council.name, council.kind, council.decision.number, day, day, council.valid_to)
    council_id = council_store.save_council(uow, draft)
    people = {person.id: person for person in list_people(uow, day)}
    for seat in council.members:
        person = people[numbers.people[seat.person]]
        member = MemberDraft(person.full_name, person.position, seat.role, person.id, day, seat.valid_to)
        council_store.add_member(uow, council_id, member)


def write_meeting(uow: UnitOfWork, year: YearSource, place: str, numbers: Numbers) -> int:
    """Write the meeting of the year with its attendance and return its number."""
    council = council_store.council_on(uow, year.meeting.day)
    if council is None:
        raise LookupError(f"no council on {year.meeting.day}")
    rules = meeting_rules(uow)
    fields: dict[str, object] = {
        "council_id": council.council_id,
        "year": year.year,
        "held_on": year.meeting.day,
        "starts_at": year.meeting.starts_at,
        "ends_at": year.meeting.ends_at,
        "place": place,
        "quorum_num": rules.quorum_num,
        "quorum_den": rules.quorum_den,
        "vote_base": rules.vote_base.value,
        "vote_method": rules.vote_method.value,
        "written_opinions": rules.written_opinions,
    }
    meeting_id = store.add_meeting(uow, fields)
    store.seat_members(uow, meeting_id, [member.member_id for member in council.members])
    seats = {member.person_id: member.member_id for member in council.members}
    for away in year.away:
        store.set_attendance(uow, meeting_id, seats[numbers.people[away.person]], away.attendance, away.reason)
    return meeting_id


def write_votes(uow: UnitOfWork, meeting_id: int, year: YearSource, numbers: Numbers) -> None:
    """Count the ballots of the meeting and close it; who has lost stays below the threshold of the higher titles."""
    voters = voter_count(store.read_record(uow, meeting_id))
    counted = {"ballots_issued": voters, "ballots_returned": voters, "state": MeetingState.CLOSED.value}
    store.change_meeting(uow, meeting_id, counted)
    record = store.read_record(uow, meeting_id)
    lost_people = {numbers.people[key] for key in year.lost if key in numbers.people}
    lost_units = {numbers.units[key] for key in year.lost if key in numbers.units}
    thresholds = {code: threshold_for(uow, code) for code in {case.award_code for case in record.cases}}
    votes: dict[int, Votes] = {}
    for place, case in enumerate(record.cases):
        is_high = award(case.award_code).vote_rule == HIGH_VOTE
        has_lost = is_high and (case.person_id in lost_people or case.unit_id in lost_units)
        threshold = thresholds[case.award_code]
        votes[case.nomination_id] = case_votes(record, case, place, threshold, has_lost=has_lost)
    case_store.add_votes(uow, votes)


def case_votes(record: MeetingRecord, case: Case, place: int, threshold: int, *, has_lost: bool) -> Votes:
    """Return votes that are nearly all for the case; a candidate who sits in the council does not vote."""
    base, cast = base_for(record, case.award_code), votes_to_cast(record)
    needed = _needed_votes(base, threshold)
    against = 0
    other = sum(member.person_id == case.person_id for member in record.members if case.person_id is not None)
    if has_lost:
        against = cast - other - (needed - 2)
    elif place % SOME_DISSENT == 0 and cast - other > needed:
        against, other = (1, other) if place % 2 else (0, other + 1)
    return checked_votes(
        cast - against - other,
        against,
        other,
        voters=voter_count(record),
        ballots_returned=record.ballots_returned,
        base=base,
        threshold=threshold,
    )


def _needed_votes(base: int, threshold: int) -> int:
    return -(-threshold * base // WHOLE)
