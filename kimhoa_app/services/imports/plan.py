"""What an import of any kind would do, line by line, as one value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from db.store.people import PersonEntry
from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.reading import FoundLists, ReadingChoice
from kimhoa_app.text.legacy import TextEncoding

Steps = Callable[[int, int, str], None]
"""Hears how many of how many steps are over, and of what; raises to stop the work, which then leaves nothing."""


class RowAction(StrEnum):
    """What an import does with a line."""

    NEW = "new"
    CHANGE = "change"
    SAME = "same"
    AMBIGUOUS = "ambiguous"
    REFUSED = "refused"
    SKIPPED = "skipped"


TAKEN = (RowAction.NEW, RowAction.CHANGE, RowAction.SAME)
WRITTEN = (RowAction.NEW, RowAction.CHANGE)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that the list has otherwise; both values as people read them."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the clerk decides about a line: to take it or leave it, and who it speaks of.

    `person_id` is somebody of the register; with `is_somebody_new` it is none of the candidates.
    """

    take: bool = True
    person_id: int | None = None
    is_somebody_new: bool = False


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One thing that a line says and what would be done with it; a line with several says them one after another.

    `key` is its place in the plan, `sheet` the name of its sheet where the file has several lists. `reason` says why it
    is refused or whom it might mean, `candidates` are those; with `asks_person` the clerk may say that it is somebody
    of the register. `entry` is what its kind has read, `answers` the same for other programs.
    """

    row: int
    action: RowAction
    name: str
    content: str = ""
    key: int = 0
    sheet: str = ""
    entry: object = None
    answers: tuple[Mapping[str, object], ...] = ()
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""
    warnings: tuple[str, ...] = ()
    candidates: tuple[PersonEntry, ...] = ()
    asks_person: bool = False

    @property
    def place(self) -> str:
        """Where the line stands, as a sentence begins with it: "Dòng 12", "Trang tính “Cá nhân”, dòng 12"."""
        return f"Trang tính “{self.sheet}”, dòng {self.row}" if self.sheet else f"Dòng {self.row}"


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a row that is no line of the list."""

    row: int
    text: str
    sheet: str = ""

    @property
    def place(self) -> str:
        """Where the row stands, as `PlannedRow.place`."""
        return f"Trang tính “{self.sheet}”, dòng {self.row}" if self.sheet else f"Dòng {self.row}"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; `new_units` and `new_people` are added besides what the lines are about.

    `received_on` is the day on which a list of registrations came, None for today. `read` is what the lines say, before
    it was compared with the data; `decisions` are those of the clerk that `rows` follow, by the key of the row.
    """

    kind: ListKind
    file_name: str
    found: FoundLists
    rows: tuple[PlannedRow, ...]
    year: int | None = None
    choice: ReadingChoice | None = None
    received_on: date | None = None
    new_units: tuple[str, ...] = ()
    new_people: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    read: tuple[PlannedRow, ...] = ()
    decisions: Mapping[int, Decision] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        """The name of the sheet, of several lists all of them."""
        return ", ".join(found.sheet for found in self.found.lists)

    @property
    def header_row(self) -> int:
        """The row of the header, of several lists that of the first."""
        return self.found.lists[0].header_row

    @property
    def columns(self) -> dict[str, str]:
        """The header in the file of each column by its meaning."""
        return {name: head for found in reversed(self.found.lists) for name, head in found.columns.items()}

    @property
    def encoding(self) -> TextEncoding:
        """How the old texts of the list were coded, Unicode where it has none."""
        codes = [found.encoding for found in self.found.lists]
        return next((code for code in codes if code is not TextEncoding.UNICODE), TextEncoding.UNICODE)

    def with_action(self, *actions: RowAction) -> list[PlannedRow]:
        """The lines with which one of these is done."""
        return [row for row in self.rows if row.action in actions]
