"""Days of the calendar: possible, in order, written as NĐ 30 asks, and of the right year."""

from kimhoa_app.documents.checking.dates import calendar, issue, lunar, periods, phases, years
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    *calendar.RULES,
    *issue.RULES,
    *phases.RULES,
    *years.RULES,
    *periods.RULES,
    *lunar.RULES,
)
