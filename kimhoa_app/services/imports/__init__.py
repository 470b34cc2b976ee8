"""Bringing in lists of every kind: first what it would do, line by line, then all of it or none, and back again."""

from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.opening import SUFFIXES
from kimhoa_app.exchange.lists.reading import ReadingChoice
from kimhoa_app.services.imports.answer import import_json
from kimhoa_app.services.imports.batches import ImportBatch, list_imports, undo_import
from kimhoa_app.services.imports.committing import ImportOutcome, commit_import
from kimhoa_app.services.imports.plan import (
    TAKEN,
    WRITTEN,
    Decision,
    FieldChange,
    ImportPlan,
    Note,
    PlannedRow,
    RowAction,
)
from kimhoa_app.services.imports.planning import decided, plan_import, remember_columns
from kimhoa_app.services.imports.samples import write_sample

__all__ = [
    "SUFFIXES",
    "TAKEN",
    "WRITTEN",
    "Decision",
    "FieldChange",
    "ImportBatch",
    "ImportOutcome",
    "ImportPlan",
    "ListKind",
    "Note",
    "PlannedRow",
    "ReadingChoice",
    "RowAction",
    "commit_import",
    "decided",
    "import_json",
    "list_imports",
    "plan_import",
    "remember_columns",
    "undo_import",
    "write_sample",
]
