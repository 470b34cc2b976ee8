"""Who is in the room, who may vote, and whether enough have come (túc số; rule C31 of the office's own statute)."""

from collections.abc import Iterable

from kimhoa_app.domain.councils import Attendance, VoteBase
from kimhoa_app.domain.meetings import MeetingRecord, MemberPresence


def present_count(members: Iterable[MemberPresence]) -> int:
    """Return how many members are in the room; a written opinion is not presence."""
    return sum(member.attendance is Attendance.PRESENT for member in members)


def needed(member_count: int, numerator: int, denominator: int) -> int:
    """Return the smallest number of members that is at least `numerator` / `denominator` of all."""
    return -(-member_count * numerator // denominator)


def needed_at(record: MeetingRecord) -> int:
    """Return how many members must be in the room at this meeting."""
    return needed(len(record.members), record.quorum_num, record.quorum_den)


def has_quorum(record: MeetingRecord) -> bool:
    """Return whether enough members are in the room; a council without members never has a quorum."""
    return bool(record.members) and present_count(record.members) >= needed_at(record)


def voter_count(record: MeetingRecord) -> int:
    """Return how many members can vote, as `voters` names them."""
    return len(voters(record))


def voters(record: MeetingRecord) -> list[MemberPresence]:
    """Return who can vote: those in the room, and the written opinions where the meeting takes them."""
    taken = {Attendance.PRESENT, Attendance.WRITTEN_OPINION} if record.written_opinions else {Attendance.PRESENT}
    return [member for member in record.members if member.attendance in taken]


def base_of(record: MeetingRecord) -> int:
    """Return the number that percentages are taken of.

    It is all members by the council's decision, or those who take part; a written opinion that counts as a vote also
    counts here, else a share could exceed the whole.
    """
    return len(record.members) if record.vote_base is VoteBase.ALL_MEMBERS else voter_count(record)
