"""What an import of registrations would do, line by line, as a value and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass

from kimhoa_app.domain.households import HouseholdDraft
from kimhoa_app.domain.registrations import RegistrationDraft


@dataclass(frozen=True, slots=True)
class AcceptedLine:
    """A line that can be registered, once for each title that it names; `sheet` as in `LineNote`.

    `household` is the household of the line, to be made when it is not there yet; its number in `drafts` then is one
    that stands for it.
    """

    row: int
    name: str
    drafts: tuple[RegistrationDraft, ...]
    sheet: str = ""
    household: HouseholdDraft | None = None


@dataclass(frozen=True, slots=True)
class LineNote:
    """What is said of one line: why it is refused, or what to look at.

    `sheet` is the name of its sheet where the file has several lists, else "".
    """

    row: int
    text: str
    sheet: str = ""

    @property
    def place(self) -> str:
        """Where the line stands, as a sentence begins with it: "Dòng 12", "Trang tính “Cá nhân”, dòng 12"."""
        return f"Trang tính “{self.sheet}”, dòng {self.row}" if self.sheet else f"Dòng {self.row}"


@dataclass(frozen=True, slots=True)
class RegistrationImportPlan:
    """What an import would do; `columns` gives for each meaning the header as it stands in the file.

    Of several lists `sheet` names all, `header_row` is that of the first. `warnings` are of the lines that are
    registered already, `notes` of those that are none, as sums and signatures.
    """

    year: int
    sheet: str
    header_row: int
    columns: Mapping[str, str]
    accepted: tuple[AcceptedLine, ...]
    rejected: tuple[LineNote, ...]
    warnings: tuple[LineNote, ...]
    notes: tuple[LineNote, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether the file has lines, and all of them are refused."""
        return bool(self.rejected) and not self.accepted and not self.warnings


def import_json(plan: RegistrationImportPlan) -> dict[str, object]:
    """Return the plan as the command line prints it; a note is a warning there."""
    return {
        "kind": "registrations",
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "columns": dict(plan.columns),
        "encoding": "unicode",
        "accepted": [_accepted_json(plan.year, line, draft) for line in plan.accepted for draft in line.drafts],
        "rejected": [{"row": note.row, "reason": _told(note)} for note in plan.rejected],
        "warnings": [{"row": note.row, "message": _told(note)} for note in (*plan.warnings, *plan.notes)],
    }


def _told(note: LineNote) -> str:
    return f"Trang tính “{note.sheet}”: {note.text}" if note.sheet else note.text


def _accepted_json(year: int, line: AcceptedLine, draft: RegistrationDraft) -> dict[str, object]:
    return {
        "full_name": line.name,
        "year": year,
        "title": draft.award_code,
        "form": draft.form_code,
        "topic": draft.topic,
        "registered_on": draft.registered_on.isoformat(),
        "person_id": draft.person_id,
        "unit_id": draft.unit_id,
        "village_id": None if line.household is None else line.household.village_id,
    }
