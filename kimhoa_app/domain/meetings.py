"""A council's meeting as one value: what the minutes, the ballot and the tally say."""

from dataclasses import dataclass
from datetime import date

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, MeetingState, VoteBase, VoteMethod
from kimhoa_app.domain.marks import Criterion, MarkSheet


@dataclass(frozen=True, slots=True)
class MemberPresence:
    """A member of the council and whether the member was in the room; `reason` says why not.

    `person_id` is None for a member from outside the staff.
    """

    member_id: int
    full_name: str
    position: str
    role: CouncilRole
    attendance: Attendance
    reason: str = ""
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes on one case; `base` is what the percentage is of, `threshold` in basis points of it."""

    votes_for: int
    votes_against: int
    votes_other: int
    base: int
    threshold: int


@dataclass(frozen=True, slots=True)
class Case:
    """A person, a unit, a household or an initiative put forward, as known on the day.

    `votes` is None until they are entered, `sheets` are the marks of each member where the council gives marks. Exactly
    one of the four numbers is given in what comes from the data; `author_ids` are the authors of an initiative.
    `exception` is why the office puts the case forward against the conditions, "" where it does not.
    """

    nomination_id: int
    subject: SubjectKind
    name: str
    position: str
    unit: str
    award_code: str
    summary: str = ""
    votes: Votes | None = None
    registration_id: int | None = None
    person_id: int | None = None
    unit_id: int | None = None
    household_id: int | None = None
    exception: str = ""
    initiative_id: int | None = None
    author_ids: tuple[int, ...] = ()
    sheets: tuple[MarkSheet, ...] = ()

    @property
    def key(self) -> tuple[int | None, int | None, int | None, int | None, str]:
        """Who or what is put forward for what: no two cases of a meeting share it."""
        return self.person_id, self.unit_id, self.household_id, self.initiative_id, self.award_code


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """Everything that is known of one meeting; times are "HH:MM", the quorum a share `quorum_num` / `quorum_den`.

    `criteria` and `pass_mark`, in hundredths of a point, are there where the council can give marks.
    """

    meeting_id: int
    council_id: int
    council_kind: CouncilKind
    council_name: str
    council_decision: str
    council_decision_date: date | None
    year: int
    held_on: date
    starts_at: str
    ends_at: str | None
    place: str
    state: MeetingState
    vote_method: VoteMethod
    vote_base: VoteBase
    quorum_num: int
    quorum_den: int
    written_opinions: bool
    ballots_issued: int | None
    ballots_returned: int | None
    members: tuple[MemberPresence, ...]
    cases: tuple[Case, ...]
    note: str = ""
    criteria: tuple[Criterion, ...] = ()
    pass_mark: int | None = None
