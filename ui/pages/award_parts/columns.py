"""The columns of the list of awards."""

from typing import Final

from kimhoa_app.domain.awards import AwardKind, award, catalogue
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.text.collation import name_key
from ui.dialogs.decision_fields import decision_text
from ui.models.records import RIGHT, Column
from ui.theme import State

COLUMNS: Final = (
    Column[AwardEntry]("Năm", lambda entry: str(entry.award.year), lambda entry: entry.award.year, RIGHT),
    Column[AwardEntry]("Tên", lambda entry: entry.award.subject_then,
                       lambda entry: (entry.award.person_id is None, name_key(entry.award.subject_then)), stretch=True,
                       is_name=True),
    Column[AwardEntry]("Chức vụ, đơn vị khi đó", lambda entry: _place(entry), stretch=True),
    Column[AwardEntry]("Danh hiệu", lambda entry: entry.award.award_code, chip=lambda entry: _state(entry),
                       stretch=True),
    Column[AwardEntry]("Quyết định", lambda entry: _number(entry),
                       lambda entry: entry.decision and entry.decision.decided_on, stretch=True),
)  # fmt: skip


PLACE: Final = 2
"""The post and the unit, left out where there is little room."""


def _place(entry: AwardEntry) -> str:
    if entry.award.person_id is None:
        return "Tập thể"
    return ", ".join(filter(None, (entry.award.position_then, entry.award.unit_then)))


def _state(entry: AwardEntry) -> State:
    code = entry.award.award_code
    is_title = code in catalogue() and award(code).kind is AwardKind.TITLE
    return State.ACTIVE if is_title else State.GOOD


def _number(entry: AwardEntry) -> str:
    return "" if entry.decision is None else entry.decision.number or decision_text(entry.decision)
