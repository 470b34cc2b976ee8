"""Councils, their members, and a meeting from the attendance to the tally."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.base import ONE_CASE, NfcText


class CouncilRow(SQLModel, table=True):
    """A council as one decision set it up."""

    __tablename__ = "council"
    __table_args__ = (CheckConstraint("kind IN ('emulation', 'initiative')", name="kind"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str = "emulation"
    name: str = Field(sa_type=NfcText)
    decision_number: str = Field(default="", sa_type=NfcText)
    decision_date: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None


class CouncilMemberRow(SQLModel, table=True):
    """A seat of a council; `position` is the member's post in the office, as the decision names it."""

    __tablename__ = "council_member"
    __table_args__ = (
        CheckConstraint("role IN ('chair', 'first_vice_chair', 'vice_chair', 'member', 'secretary')", name="role"),
    )

    id: int | None = Field(default=None, primary_key=True)
    council_id: int = Field(foreign_key="council.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    full_name: str = Field(sa_type=NfcText)
    position: str = Field(default="", sa_type=NfcText)
    role: str
    position_in_list: int = 0
    valid_from: date | None = None
    valid_to: date | None = None


class MeetingRow(SQLModel, table=True):
    """A meeting of a council; `starts_at` and `ends_at` are "HH:MM" by the office's clock.

    `vote_base` is what percentages are taken of, `quorum_num` / `quorum_den` the share of members that must be there:
    both are copied from the settings when the meeting is made, so that an old meeting keeps its own. `pass_mark` is the
    mean of the marks, in hundredths of a point, that an initiative needs where the council gives marks.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("state IN ('prepared', 'held', 'closed')", name="state"),
        CheckConstraint("vote_method IN ('show_of_hands', 'secret_ballot', 'marks')", name="vote_method"),
        CheckConstraint("vote_base IN ('all_members', 'present')", name="vote_base"),
        CheckConstraint("quorum_num > 0 AND quorum_num <= quorum_den", name="quorum"),
        CheckConstraint("ballots_issued IS NULL OR ballots_issued >= 0", name="ballots_issued"),
        CheckConstraint(
            "ballots_returned IS NULL OR (ballots_returned >= 0 AND ballots_returned <= ballots_issued)",
            name="ballots_returned",
        ),
        CheckConstraint("pass_mark IS NULL OR pass_mark BETWEEN 1 AND 10000", name="pass_mark"),
        CheckConstraint("vote_method <> 'marks' OR pass_mark IS NOT NULL", name="marks"),
    )

    id: int | None = Field(default=None, primary_key=True)
    council_id: int = Field(foreign_key="council.id", index=True)
    year: int = Field(index=True)
    held_on: date
    starts_at: str = "08:00"
    ends_at: str | None = None
    place: str = Field(default="", sa_type=NfcText)
    state: str = "prepared"
    vote_method: str = "secret_ballot"
    vote_base: str = "all_members"
    quorum_num: int = 2
    quorum_den: int = 3
    written_opinions: bool = True
    ballots_issued: int | None = None
    ballots_returned: int | None = None
    pass_mark: int | None = None
    note: str = Field(default="", sa_type=NfcText)


class AttendanceRow(SQLModel, table=True):
    """Whether a member was in the room, and why not."""

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint("state IN ('present', 'absent_excused', 'absent', 'written_opinion')", name="state"),
    )

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True)
    member_id: int = Field(foreign_key="council_member.id", primary_key=True)
    state: str
    reason: str = Field(default="", sa_type=NfcText)


class NominationRow(SQLModel, table=True):
    """A case before the meeting; post and unit as they are on its day."""

    __tablename__ = "nomination"
    __table_args__ = (
        CheckConstraint(ONE_CASE, name="one_subject"),
        UniqueConstraint("meeting_id", "person_id", "award_code"),
        UniqueConstraint("meeting_id", "unit_id", "award_code"),
        UniqueConstraint("meeting_id", "household_id", "award_code"),
        UniqueConstraint("meeting_id", "initiative_id", "award_code"),
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    registration_id: int | None = Field(default=None, foreign_key="registration.id")
    person_id: int | None = Field(default=None, foreign_key="person.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    household_id: int | None = Field(default=None, foreign_key="household.id")
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id")
    award_code: str = Field(sa_type=NfcText)
    subject_then: str = Field(sa_type=NfcText)
    position_then: str = Field(default="", sa_type=NfcText)
    unit_then: str = Field(default="", sa_type=NfcText)
    summary: str = Field(default="", sa_type=NfcText)
    position_in_list: int = 0


class TallyRow(SQLModel, table=True):
    """The votes on one nomination; `threshold` in basis points, copied from the settings when the votes were entered.

    `base` is the number that the percentage was taken of.
    """

    __tablename__ = "tally"
    __table_args__ = (
        CheckConstraint("votes_for >= 0 AND votes_against >= 0 AND votes_other >= 0", name="not_negative"),
        CheckConstraint("votes_for + votes_against + votes_other <= base", name="within_base"),
        CheckConstraint("base > 0", name="base"),
        CheckConstraint("threshold BETWEEN 1 AND 10000", name="threshold"),
    )

    nomination_id: int = Field(foreign_key="nomination.id", primary_key=True)
    votes_for: int
    votes_against: int
    votes_other: int = 0
    base: int
    threshold: int


class MeetingCriterionRow(SQLModel, table=True):
    """What marks are given for at a meeting, and the most that can be given, in hundredths of a point.

    Copied from the settings when the meeting is made.
    """

    __tablename__ = "meeting_criterion"
    __table_args__ = (CheckConstraint("most BETWEEN 1 AND 10000", name="most"),)

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True)
    place: int = Field(primary_key=True)
    name: str = Field(sa_type=NfcText)
    most: int


class MarkRow(SQLModel, table=True):
    """What a member has given to a case for the criterion at `place`, in hundredths of a point."""

    __tablename__ = "mark"
    __table_args__ = (CheckConstraint("points BETWEEN 0 AND 10000", name="points"),)

    nomination_id: int = Field(foreign_key="nomination.id", primary_key=True)
    member_id: int = Field(foreign_key="council_member.id", primary_key=True)
    place: int = Field(primary_key=True)
    points: int
