"""The council that reviews emulation and commendation, and who is in the room."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CouncilKind(StrEnum):
    """Hội đồng Thi đua - Khen thưởng, or Hội đồng sáng kiến."""

    EMULATION = "emulation"
    INITIATIVE = "initiative"


class CouncilRole(StrEnum):
    """Vai trò trong Hội đồng, in the order of lists."""

    CHAIR = "chair"
    FIRST_VICE_CHAIR = "first_vice_chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SECRETARY = "secretary"


class Attendance(StrEnum):
    """Whether a member is in the room; a written opinion counts for the vote only where the office allows it."""

    PRESENT = "present"
    ABSENT_EXCUSED = "absent_excused"
    ABSENT = "absent"
    WRITTEN_OPINION = "written_opinion"


class VoteMethod(StrEnum):
    """Biểu quyết giơ tay, bỏ phiếu kín, or, for initiatives alone, chấm điểm theo tiêu chí."""

    SHOW_OF_HANDS = "show_of_hands"
    SECRET_BALLOT = "secret_ballot"
    MARKS = "marks"


class VoteBase(StrEnum):
    """What the percentage is taken of; stored with each vote because offices differ."""

    ALL_MEMBERS = "all_members"
    PRESENT = "present"


class MeetingState(StrEnum):
    """A meeting is prepared, then held, then closed; a closed one is changed only by reopening it with a reason."""

    PREPARED = "prepared"
    HELD = "held"
    CLOSED = "closed"


def vote_methods(kind: CouncilKind) -> tuple[VoteMethod, ...]:
    """Return the ways in which a council of `kind` can come to a result."""
    return tuple(each for each in VoteMethod if kind is CouncilKind.INITIATIVE or each is not VoteMethod.MARKS)


@dataclass(frozen=True, slots=True)
class CouncilDraft:
    """A council as one decision sets it up; both days of validity are included, None means open."""

    name: str
    kind: CouncilKind = CouncilKind.EMULATION
    decision_number: str = ""
    decision_date: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A seat of a council: a person of the staff, or with `person_id` None someone from outside by name and post."""

    full_name: str
    position: str
    role: CouncilRole
    person_id: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A seat of a council with its number and place in lists."""

    member_id: int
    place: int
    full_name: str
    position: str
    role: CouncilRole
    person_id: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Council:
    """A council with the members who sit in it on the day asked for, in the order of lists.

    `faults` says what keeps it from meeting, a sentence each: no chair, two secretaries.
    """

    council_id: int
    name: str
    kind: CouncilKind
    decision_number: str
    decision_date: date | None
    valid_from: date | None
    valid_to: date | None
    members: tuple[Member, ...]
    faults: tuple[str, ...]
