"""The steps of a meeting, and how each stands; worked out from the desk alone."""

from datetime import date
from enum import IntEnum
from typing import Final

from kimhoa_app.domain.councils import CouncilKind, MeetingState, VoteMethod
from kimhoa_app.domain.meeting_rules import entries_fit
from kimhoa_app.domain.quorum import has_quorum, present_count
from kimhoa_app.services.council_desk import Desk
from ui.theme import State
from ui.widgets.stepper import Step

INVITATION: Final = "giay-moi-hop"
BALLOT: Final = "phieu-bau"
MINUTES: Final = {CouncilKind.EMULATION: "bien-ban-hop", CouncilKind.INITIATIVE: "bien-ban-hop-sang-kien"}
RECOGNITION: Final = "quyet-dinh-cong-nhan-sang-kien"


class Stage(IntEnum):
    """The steps in their order."""

    INVITATION = 0
    ATTENDANCE = 1
    CASES = 2
    VOTES = 3
    MINUTES = 4
    CLOSING = 5


def steps_of(desk: Desk, today: date, here: Stage) -> list[Step]:
    """Return the six steps with their state and what matters of each."""
    made = (_invitation(desk), _attendance(desk, today), _cases(desk), _votes(desk), _minutes(desk), _closing(desk))
    return [
        Step(f"{place + 1}. {name}", state, note, is_here=place == here)
        for place, (name, state, note) in enumerate(made)
    ]


def next_stage(desk: Desk, today: date) -> Stage:
    """Return the first step that is not done."""
    states = [step.state for step in steps_of(desk, today, Stage.INVITATION)]
    return next((Stage(place) for place, state in enumerate(states) if state is not State.GOOD), Stage.CLOSING)


def entered_count(desk: Desk) -> int:
    """Return how many cases have votes, or marks, that agree with the meeting."""
    return sum(entries_fit(desk.record, case) for case in desk.record.cases)


def has_minutes(desk: Desk) -> bool:
    """Return whether the minutes of the meeting have been drafted."""
    return MINUTES[desk.record.council_kind] in desk.papers


def _invitation(desk: Desk) -> tuple[str, State, str]:
    if INVITATION in desk.papers:
        return "Giấy mời", State.GOOD, "đã soạn"
    past = desk.record.state is not MeetingState.PREPARED
    return "Giấy mời", State.GOOD if past else State.ACTIVE, ""


def _attendance(desk: Desk, today: date) -> tuple[str, State, str]:
    record = desk.record
    if record.state is MeetingState.PREPARED and record.held_on > today:
        return "Điểm danh", State.QUIET, f"{record.held_on:%d/%m}"
    note = f"{present_count(record.members)}/{len(record.members)}"
    return "Điểm danh", State.GOOD if has_quorum(record) else State.WRONG, note


def _cases(desk: Desk) -> tuple[str, State, str]:
    record = desk.record
    secret = record.vote_method is VoteMethod.SECRET_BALLOT
    name = "Phiếu bầu" if secret else "Danh sách xét"
    if not record.cases:
        nothing = "chưa có ai" if record.council_kind is CouncilKind.EMULATION else "chưa có"
        return name, State.ATTENTION, nothing
    ready = record.ballots_returned is not None or BALLOT in desk.papers or not secret
    return name, State.GOOD if ready else State.QUIET, f"{len(record.cases)} trường hợp"


def _votes(desk: Desk) -> tuple[str, State, str]:
    entered, cases = entered_count(desk), len(desk.record.cases)
    name = "Chấm điểm" if desk.record.vote_method is VoteMethod.MARKS else "Nhập kết quả"
    if not entered:
        return name, State.QUIET, ""
    return name, State.GOOD if entered == cases else State.ACTIVE, f"{entered}/{cases}"


def _minutes(desk: Desk) -> tuple[str, State, str]:
    done = has_minutes(desk)
    return "Biên bản", State.GOOD if done else State.QUIET, "đã soạn" if done else ""


def _closing(desk: Desk) -> tuple[str, State, str]:
    closed = desk.record.state is MeetingState.CLOSED
    return "Kết thúc", State.GOOD if closed else State.QUIET, "đã khóa" if closed else ""
