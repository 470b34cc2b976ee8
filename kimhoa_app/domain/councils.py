"""The council that reviews emulation and commendation, and who is in the room."""

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
    """Biểu quyết giơ tay, or bỏ phiếu kín."""

    SHOW_OF_HANDS = "show_of_hands"
    SECRET_BALLOT = "secret_ballot"


class VoteBase(StrEnum):
    """What the percentage is taken of; stored with each vote because offices differ."""

    ALL_MEMBERS = "all_members"
    PRESENT = "present"


class MeetingState(StrEnum):
    """A meeting is prepared, then held, then closed; a closed one is changed only by reopening it with a reason."""

    PREPARED = "prepared"
    HELD = "held"
    CLOSED = "closed"
