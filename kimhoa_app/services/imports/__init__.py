"""Bringing in lists of every kind: first what it would do, line by line, then all of it or none, and back again."""

from kimhoa_app.exchange.lists.examples import SheetLook, look_into
from kimhoa_app.exchange.lists.fitting import NoListFound
from kimhoa_app.exchange.lists.kinds import ListKind, meaning_words
from kimhoa_app.exchange.lists.opening import SUFFIXES
from kimhoa_app.exchange.lists.reading import FoundList, ReadingChoice
from kimhoa_app.services.imports.answer import import_json
from kimhoa_app.services.imports.batches import ImportBatch, list_imports, undo_import
from kimhoa_app.services.imports.columns import (
    SourceColumn,
    columns_under,
    fault_in_meanings,
    found_columns,
    possible_meanings,
    shown_cells,
)
from kimhoa_app.services.imports.committing import ImportOutcome, commit_import, commit_imports
from kimhoa_app.services.imports.left_over import NOT_TAKEN, lines_of, write_left_over
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
from kimhoa_app.text.legacy import TextEncoding

__all__ = [
    "NOT_TAKEN",
    "SUFFIXES",
    "TAKEN",
    "WRITTEN",
    "Decision",
    "FieldChange",
    "FoundList",
    "ImportBatch",
    "ImportOutcome",
    "ImportPlan",
    "ListKind",
    "NoListFound",
    "Note",
    "PlannedRow",
    "ReadingChoice",
    "RowAction",
    "SheetLook",
    "SourceColumn",
    "TextEncoding",
    "columns_under",
    "commit_import",
    "commit_imports",
    "decided",
    "fault_in_meanings",
    "found_columns",
    "import_json",
    "lines_of",
    "list_imports",
    "look_into",
    "meaning_words",
    "plan_import",
    "possible_meanings",
    "remember_columns",
    "shown_cells",
    "undo_import",
    "write_left_over",
    "write_sample",
]
