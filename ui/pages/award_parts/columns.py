"""The columns of the list of awards, and how a list of them is counted."""

from collections.abc import Sequence
from typing import Final

from kimhoa_app.domain.awards import AwardKind, award, catalogue
from kimhoa_app.domain.labels import label
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
    Column[AwardEntry]("Danh hiệu", lambda entry: _award(entry), chip=lambda entry: _state(entry), stretch=True),
    Column[AwardEntry]("Quyết định", lambda entry: _number(entry),
                       lambda entry: entry.decision and entry.decision.decided_on),
)  # fmt: skip
PLACE: Final = 2
"""The post and the unit, left out where there is little room."""


def _place(entry: AwardEntry) -> str:
    award_given = entry.award
    if award_given.person_id is not None:
        return ", ".join(filter(None, (award_given.position_then, award_given.unit_then)))
    if award_given.household_id is not None:
        return ", ".join(filter(None, ("Hộ gia đình", award_given.unit_then)))
    return "Tập thể"


def _award(entry: AwardEntry) -> str:
    """Return the award by its abbreviation, and why it was given where that was not by merit."""
    given = entry.award
    return given.award_code if given.occasion is None else f"{given.award_code} · {label(given.occasion).lower()}"


def _state(entry: AwardEntry) -> State:
    code = entry.award.award_code
    is_title = code in catalogue() and award(code).kind is AwardKind.TITLE
    return State.ACTIVE if is_title else State.GOOD


def _number(entry: AwardEntry) -> str:
    return "" if entry.decision is None else entry.decision.number or decision_text(entry.decision)


def counts(entries: Sequence[AwardEntry]) -> str:
    """Return how many of the awards were given to people, to collectives and to households."""
    people = sum(entry.award.person_id is not None for entry in entries)
    households = sum(entry.award.household_id is not None for entry in entries)
    told = [f"{people} cho cá nhân", f"{len(entries) - people - households} cho tập thể"]
    return " · ".join(told + [f"{households} cho hộ gia đình"] * bool(households))
