"""The days that say under which rules a year is assessed: that of the decision, and of the dossier's receipt."""

from datetime import date

from db.store.office import clear_setting, read_settings, write_setting
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace

Days = tuple[date | None, date | None]
"""Day of decision and of receipt as the office named them, None where the usual day holds."""


def usual_decision_day(year: int) -> date:
    """Return the day on which the year's awards are usually decided."""
    return date(year, 12, 31)


def usual_receipt_day(year: int) -> date:
    """Return the day on which the year's dossiers are usually received."""
    return date(year, 12, 1)


def days_of(
    uow: UnitOfWork, year: int, decided_on: date | None = None, received_on: date | None = None
) -> tuple[date, date]:
    """Return the days that are given, else those that the office named for `year`, else the usual ones.

    Without a day of receipt it is the usual one, or the day of decision where that comes first. Raises InvalidInput
    for a receipt after the decision.
    """
    named_decision, named_receipt = _named(uow, year)
    decided = decided_on or named_decision or usual_decision_day(year)
    received = received_on or (named_receipt if decided_on is None else None) or min(usual_receipt_day(year), decided)
    if received > decided:
        raise InvalidInput("received_on", "Ngày nhận hồ sơ phải trước hoặc cùng ngày quyết định.")
    return decided, received


def name_days(workspace: Workspace, year: int, decided_on: date | None, received_on: date | None) -> Days:
    """Let `year` be assessed for these days from now on, None for the usual one; return what was named before.

    Raises InvalidInput for a receipt after the decision.
    """
    with workspace.begin() as uow:
        before = _named(uow, year)
        for key, day in zip(_keys(year), (decided_on, received_on), strict=True):
            if day is None:
                clear_setting(uow, key)
            else:
                write_setting(uow, key, day.isoformat())
        days_of(uow, year)
        uow.commit()
    return before


def _named(uow: UnitOfWork, year: int) -> Days:
    settings = read_settings(uow)
    decided, received = (date.fromisoformat(settings[key]) if key in settings else None for key in _keys(year))
    return decided, received


def _keys(year: int) -> tuple[str, str]:
    return f"eligibility.decided_on.{year}", f"eligibility.received_on.{year}"
