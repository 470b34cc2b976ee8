"""The cases before a meeting of the council, the votes on them and what came of it."""

from collections.abc import Collection
from dataclasses import dataclass

from db.store import cases as case_store
from db.store import meetings as store
from db.store.households import list_households
from db.store.subjects import people_on, units_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind, catalogue
from kimhoa_app.domain.councils import MeetingState, VoteMethod
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.meeting_rules import base_for, outcome, votes_fit, votes_to_cast, warnings_of
from kimhoa_app.domain.meetings import Case, MeetingRecord, Votes
from kimhoa_app.domain.quorum import voter_count
from kimhoa_app.domain.registration_rules import SUBJECT_NAMES
from kimhoa_app.domain.registrations import RegistrationLine
from kimhoa_app.domain.voting import checked_votes
from kimhoa_app.services.meetings import open_record
from kimhoa_app.services.office_rules import threshold_for
from kimhoa_app.services.registrations import registration_list
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a case: the share of the votes, or the mean mark, in basis points and whether it passed.

    Both are None while nothing has been entered for it.
    """

    case: Case
    share: int | None
    passed: bool | None


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a meeting, with what the clerk should know of them."""

    results: tuple[Result, ...]
    warnings: tuple[str, ...]


def take_nominations(workspace: Workspace, meeting_id: int) -> int:
    """Put all that was registered for the meeting's year before it and return how many cases are new.

    Names, posts and units are those of the meeting's day; who or what is no longer there is left out, and what stands
    before the meeting already stays as it is. Raises NotFound, also without a round, and Refused for a closed meeting.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        taken = {case.key for case in record.cases}
        listing = registration_list(uow, record.year)
        subjects = _Subjects(uow, record)
        cases = (subjects.case_of(line) for line in listing.lines)
        new = [case for case in cases if case is not None and case.key not in taken]
        case_store.add_cases(uow, meeting_id, new)
        uow.commit()
    return len(new)


def add_nomination(
    workspace: Workspace,
    meeting_id: int,
    award_code: str,
    *,
    person_id: int | None = None,
    unit_id: int | None = None,
    summary: str = "",
) -> int:
    """Put one case before the meeting and return its number; exactly one of `person_id` and `unit_id` is given.

    Raises InvalidInput for the field at fault, NotFound, and Refused for a closed meeting or a case that is there.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        case = _Subjects(uow, record).case(award_code, person_id, unit_id, tidy(summary))
        if case is None:
            raise NotFound("Không tìm thấy cá nhân, tập thể này trong ngày họp.")
        _check_award(case)
        nomination_id = case_store.add_case(uow, meeting_id, case)
        uow.commit()
    return nomination_id


def change_summary(workspace: Workspace, nomination_id: int, summary: str) -> None:
    """Write what a case is put forward for, in the words of the minutes; raises NotFound, Refused when closed."""
    with workspace.begin() as uow:
        open_record(uow, case_store.case_meeting(uow, nomination_id))
        case_store.change_summary(uow, nomination_id, tidy(summary))
        uow.commit()


def remove_nomination(workspace: Workspace, nomination_id: int) -> None:
    """Take a case off the meeting; raises NotFound, and Refused for a closed meeting or a case with votes."""
    with workspace.begin() as uow:
        open_record(uow, case_store.case_meeting(uow, nomination_id))
        case_store.remove_case(uow, nomination_id)
        uow.commit()


def enter_votes(
    workspace: Workspace, meeting_id: int, nomination_id: int, votes_for: int, votes_against: int, votes_other: int
) -> Votes:
    """Write the votes on a case and return them with the base and the threshold that they are held to.

    Raises InvalidInput when they do not add up to what was cast, NotFound, and Refused for a closed meeting or before
    the ballots are counted.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        case = next((case for case in record.cases if case.nomination_id == nomination_id), None)
        if case is None:
            raise NotFound("Không tìm thấy trường hợp này trong cuộc họp.")
        votes = _checked_votes(uow, record, case, (votes_for, votes_against, votes_other))
        case_store.save_votes(uow, nomination_id, votes)
        store.change_meeting(uow, meeting_id, {"state": MeetingState.HELD})
        uow.commit()
    return votes


def vote_all_for(workspace: Workspace, meeting_id: int, nomination_ids: Collection[int]) -> tuple[int, ...]:
    """Write every vote cast as one for, on those of the cases that have no votes that fit, and return those cases.

    Raises Refused for a closed meeting or before the ballots are counted.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        open_cases = [case for case in record.cases if case.nomination_id in nomination_ids]
        filled = tuple(case for case in open_cases if not votes_fit(record, case))
        for case in filled:
            votes = _checked_votes(uow, record, case, (votes_to_cast(record), 0, 0))
            case_store.save_votes(uow, case.nomination_id, votes)
        if filled:
            store.change_meeting(uow, meeting_id, {"state": MeetingState.HELD})
        uow.commit()
    return tuple(case.nomination_id for case in filled)


def clear_votes(workspace: Workspace, nomination_id: int) -> None:
    """Remove the votes on a case; raises NotFound, and Refused for a closed meeting."""
    with workspace.begin() as uow:
        open_record(uow, case_store.case_meeting(uow, nomination_id))
        case_store.clear_votes(uow, nomination_id)
        uow.commit()


def results(workspace: Workspace, meeting_id: int) -> Results:
    """Return what came of each case, in the order of the meeting; raises NotFound."""
    with workspace.begin() as uow:
        record = store.read_record(uow, meeting_id)
    return results_of(record)


def results_of(record: MeetingRecord) -> Results:
    """Return what `results` does of a meeting that has been read."""
    return Results(tuple(_result(record, case) for case in record.cases), tuple(warnings_of(record)))


def _checked_votes(uow: UnitOfWork, record: MeetingRecord, case: Case, counts: tuple[int, int, int]) -> Votes:
    if record.vote_method is VoteMethod.MARKS:
        raise Refused("Cuộc họp này chấm điểm theo tiêu chí; hãy nhập phiếu chấm.")
    secret = record.vote_method is VoteMethod.SECRET_BALLOT
    if secret and record.ballots_returned is None:
        raise Refused("Ghi số phiếu phát ra, thu về trước khi nhập phiếu của từng trường hợp.")
    return checked_votes(
        *counts,
        voters=voter_count(record),
        ballots_returned=votes_to_cast(record) if secret else None,
        base=base_for(record, case.award_code),
        threshold=threshold_for(uow, case.award_code),
    )


class _Subjects:
    """People and units as they are on the meeting's day, and households, to be made cases of."""

    def __init__(self, uow: UnitOfWork, record: MeetingRecord) -> None:
        self._people = {person.id: person for person in people_on(uow, record.held_on) if person.is_here}
        self._units = {unit.id: unit for unit in units_on(uow, record.held_on) if unit.exists}
        self._households = {household.id: household for household in list_households(uow)}

    def case_of(self, line: RegistrationLine) -> Case | None:
        """Return the case that a registration makes, None when its subject is no longer there."""
        if line.subject is SubjectKind.HOUSEHOLD:
            return self._household_case(line)
        is_person = line.subject is SubjectKind.PERSON
        person_id = line.subject_id if is_person else None
        unit_id = None if is_person else line.subject_id
        return self.case(line.award_code, person_id, unit_id, line.topic, line.registration_id)

    def case(
        self,
        award_code: str,
        person_id: int | None,
        unit_id: int | None,
        summary: str,
        registration_id: int | None = None,
    ) -> Case | None:
        """Return the case of a person or a unit, None when it is not there on the day."""
        if person_id is not None and person_id in self._people:
            person = self._people[person_id]
            return Case(
                0, SubjectKind.PERSON, person.name, person.position, person.unit, award_code, summary,
                registration_id=registration_id, person_id=person_id,
            )  # fmt: skip
        if person_id is None and unit_id is not None and unit_id in self._units:
            name = self._units[unit_id].name
            return Case(
                0, SubjectKind.COLLECTIVE, name, "", "", award_code, summary,
                registration_id=registration_id, unit_id=unit_id,
            )  # fmt: skip
        return None

    def _household_case(self, line: RegistrationLine) -> Case | None:
        household = self._households.get(line.subject_id)
        if household is None:
            return None
        return Case(
            0, SubjectKind.HOUSEHOLD, household.head_name, "", household.village, line.award_code, line.topic,
            registration_id=line.registration_id, household_id=household.id,
        )  # fmt: skip


def _check_award(case: Case) -> None:
    entry = catalogue().get(case.award_code)
    if entry is None:
        raise InvalidInput("award_code", f"Không có danh hiệu, hình thức nào viết tắt là “{case.award_code}”.")
    if case.subject not in entry.subjects:
        raise InvalidInput("award_code", f"{entry.name} không dành cho {SUBJECT_NAMES[case.subject]}.")


def _result(record: MeetingRecord, case: Case) -> Result:
    share, passed = outcome(record, case) or (None, None)
    return Result(case, share, passed)
