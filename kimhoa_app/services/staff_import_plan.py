"""What an import of a staff list would do, line by line, as a value and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.store.people import PersonEntry
from kimhoa_app.exchange.sheet_reading import PassedOver
from kimhoa_app.exchange.staff_sheet import StaffRow


class RowAction(StrEnum):
    """What an import does with a line."""

    NEW = "new"
    CHANGE = "change"
    SAME = "same"
    AMBIGUOUS = "ambiguous"
    REFUSED = "refused"


TAKEN = (RowAction.NEW, RowAction.CHANGE, RowAction.SAME)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that the list has otherwise; `field` is the name in `StaffRow`, both values as people read them."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One line and what would be done with it; `reason` says why it is refused or whom it might mean."""

    row: int
    action: RowAction
    full_name: str
    content: StaffRow | None = None
    person: PersonEntry | None = None
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffImportPlan:
    """What an import would do; `columns` gives the header for each meaning, `new_units` the units that it would add.

    `passed_over` are the lines under the list that are none of its own, as sums and signatures.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, str]
    encoding: str
    rows: tuple[PlannedRow, ...]
    new_units: tuple[str, ...]
    passed_over: tuple[PassedOver, ...] = ()

    def with_action(self, action: RowAction) -> list[PlannedRow]:
        """The lines with which this is done."""
        return [row for row in self.rows if row.action is action]


def import_json(plan: StaffImportPlan) -> dict[str, object]:
    """Return the plan as the command line prints it; a line passed over is a warning there."""
    warnings = [(row.row, text) for row in plan.rows for text in row.warnings]
    warnings += [(passed.number, passed.reason) for passed in plan.passed_over]
    accepted = [row.content for row in plan.rows if row.content is not None and row.action in TAKEN]
    return {
        "kind": "staff",
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "columns": dict(plan.columns),
        "encoding": plan.encoding,
        "accepted": [_accepted_json(content) for content in accepted],
        "rejected": [{"row": row.row, "reason": row.reason} for row in plan.with_action(RowAction.REFUSED)],
        "warnings": [{"row": row, "message": text} for row, text in warnings],
    }


def _accepted_json(content: StaffRow) -> dict[str, object]:
    return {
        "row": content.row,
        "full_name": content.full_name,
        "birth": content.birth.iso if content.birth else None,
        "gender": content.gender.value if content.gender else None,
        "position": content.position,
        "unit": content.unit,
        "national_id": content.national_id,
        "start_date": content.start_date.isoformat() if content.start_date else None,
    }
