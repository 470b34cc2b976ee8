"""The plan of an import as the command line prints it."""

from kimhoa_app.services.imports.plan import TAKEN, ImportPlan, Note, PlannedRow, RowAction


def import_json(plan: ImportPlan) -> dict[str, object]:
    """Return the plan as JSON values; of a line that might mean several people, and of a row passed over, a warning."""
    told = [(row.row, _told(row, text)) for row in plan.rows for text in row.warnings]
    told += [(row.row, _told(row, row.reason)) for row in plan.with_action(RowAction.AMBIGUOUS)]
    told += [(note.row, _told(note, note.text)) for note in plan.notes]
    return {
        "kind": plan.kind.value,
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "columns": plan.columns,
        "encoding": plan.encoding.value,
        "accepted": [{"row": row.row, **answer} for row in plan.with_action(*TAKEN) for answer in row.answers],
        "rejected": [{"row": row.row, "reason": _told(row, row.reason)} for row in plan.with_action(RowAction.REFUSED)],
        "warnings": [{"row": row, "message": message} for row, message in dict.fromkeys(told)],
    }


def _told(where: PlannedRow | Note, text: str) -> str:
    return f"Trang tính “{where.sheet}”: {text}" if where.sheet else text
