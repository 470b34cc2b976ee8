"""Lists of titles and commendations of past years, with the decisions that gave them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from typing_extensions import override

from db.store import awards as store
from db.store.awards import AwardDraft, AwardEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import Award, SubjectKind
from kimhoa_app.domain.consideration import Occasion as Given
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.domain.labels import label
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.people import ListedPerson
from kimhoa_app.exchange.lists.reading import FoundList
from kimhoa_app.exchange.lists.values import ListedDecision, code_of
from kimhoa_app.services.imports.listed_decisions import Decisions, listed_decision
from kimhoa_app.services.imports.plan import Decision, FieldChange, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.planner import Added, Occasion, Planner, barred, refused, with_faults
from kimhoa_app.services.imports.subjects import Subject, about, listed_subject, with_subject, written_name
from kimhoa_app.services.imports.years import columns_by_year, year_of
from kimhoa_app.services.initiative_uses import note_uses
from kimhoa_app.services.written_awards import read_awards

_MERIT = "merit"
_COLLECTIVE = frozenset({SubjectKind.COLLECTIVE})


@dataclass(frozen=True, slots=True)
class AwardedEntry:
    """What a line says that one subject was given; `known` is the same award in the data, None for none.

    `given` says why where the line says so and it was not by merit.
    """

    subject: Subject
    award: Award
    year: int
    decision: ListedDecision
    given: Given | None = None
    known: AwardEntry | None = None


class AwardPlanner(Planner):
    """Plans and writes lists of awards."""

    def __init__(self, uow: UnitOfWork, occasion: Occasion) -> None:
        super().__init__(uow, occasion)
        self._known: dict[object, list[AwardEntry]] = {}
        for each in store.list_awards(uow):
            key = (each.award.person_id, each.award.unit_id, each.award.award_code, each.award.year)
            self._known.setdefault(key, []).append(each)
        self._taken: dict[object, int] = {}

    @override
    def entries(self, found: FoundList) -> list[PlannedRow]:
        return [row for line in found.lines for row in self._entries(line, found)]

    def _entries(self, line: Line, found: FoundList) -> list[PlannedRow]:
        rows: list[PlannedRow] = []
        for year, names in columns_by_year(found, ("title", "form")).items():
            for text in filter(None, ("\n".join(line.lines_of(name)) for name in names)):
                rows += self._of_cell(line, found, text, year)
        return rows or [
            refused(line.number, written_name(line), with_faults("Chưa ghi danh hiệu, hình thức khen thưởng.", line))
        ]

    def _of_cell(self, line: Line, found: FoundList, text: str, year: int | None) -> list[PlannedRow]:
        try:
            decision, remarks = listed_decision(line, self.occasion.today)
            given, unclear_words = _given(line.text("occasion"))
            subject: Subject | None = None
            rows = []
            for award in read_awards(text):
                is_collective = True if frozenset(award.subjects) == _COLLECTIVE else None
                if SubjectKind.PERSON in award.subjects and SubjectKind.COLLECTIVE not in award.subjects:
                    is_collective = False
                subject = listed_subject(
                    line, self.occasion, has_unit_column="unit" in found.columns, is_collective=is_collective
                )
                of_year = year or year_of(line, found, self.occasion, decision.day)
                entry = AwardedEntry(subject, award, of_year, decision, given)
                said = (*remarks, *unclear_words, *self._guessed_year(line, found, year, of_year))
                warnings = (*subject.listed.warnings, *said)
                rows.append(PlannedRow(line.number, RowAction.NEW, subject.name, entry=entry, warnings=warnings))
        except KimHoaError as error:
            return [refused(line.number, written_name(line), with_faults(error.message, line))]
        return rows

    def _guessed_year(self, line: Line, found: FoundList, column: int | None, year: int) -> list[str]:
        if column or line.text("year") or self.occasion.year or found.year:
            return []
        return [f"Danh sách không ghi năm nên lấy năm {year} của ngày quyết định."]

    @override
    def planned(self, row: PlannedRow, decision: Decision | None = None) -> PlannedRow:
        entry = row.entry
        assert isinstance(entry, AwardedEntry)
        full = replace(row, content=_content(entry), answers=(_answer(entry),))
        subject = about(full, entry.subject, self.occasion, decision)
        if isinstance(subject, PlannedRow):
            return subject
        key = (subject.key, entry.award.code, entry.year, entry.decision.number.casefold())
        earlier = self._taken.setdefault(key, row.key)
        if earlier != row.key:
            return barred(full, f"{subject.name} đã có {entry.award.name} năm {entry.year} ở dòng trên.")
        known = replace(entry, subject=subject)
        found = with_subject(full, subject, known)
        return found if subject.is_new else self._compared(found, known)

    def _compared(self, row: PlannedRow, entry: AwardedEntry) -> PlannedRow:
        """An award known without its decision or its occasion gets it; one of another decision is another award."""
        key = (*entry.subject.ids, entry.award.code, entry.year)
        for known in self._known.get(key, []):
            old = _shown(known.decision.number, known.decision.decided_on) if known.decision else ""
            new = _shown(entry.decision.number, entry.decision.day)
            is_same = not new or old == new or (known.decision and known.decision.number == entry.decision.number)
            if not is_same and known.decision is not None and known.decision.number:
                continue
            changes = [] if is_same else [FieldChange("decision", old, new)]
            if entry.given is not None and entry.given is not known.award.occasion:
                changes.append(FieldChange("occasion", _shown_given(known.award.occasion), _shown_given(entry.given)))
            if not changes:
                return replace(row, action=RowAction.SAME)
            return replace(row, action=RowAction.CHANGE, changes=tuple(changes), entry=replace(entry, known=known))
        return row

    @override
    def people_of(self, row: PlannedRow) -> list[ListedPerson]:
        entry = row.entry
        return [entry.subject.listed] if isinstance(entry, AwardedEntry) and entry.subject.is_new else []

    @override
    def write(self, uow: UnitOfWork, rows: Sequence[PlannedRow], added: Added, steps: Steps) -> None:
        decisions = Decisions(uow)
        entries = [row.entry for row in rows if isinstance(row.entry, AwardedEntry)]
        new = [_draft(entry, decisions, added) for entry in entries if entry.known is None]
        store.insert_awards(uow, new)
        note_uses(uow, [(each.person_id, each.award_code, each.year) for each in new])
        steps(len(new), len(rows), "Đang ghi khen thưởng")
        for row, entry in ((row, row.entry) for row in rows if isinstance(row.entry, AwardedEntry)):
            if entry.known is not None and any(change.field == "decision" for change in row.changes):
                store.decide_on_award(uow, entry.known.id, decisions.id_of(entry.decision, entry.year))
        told = [(entry.known, entry.given) for entry in entries]
        store.set_occasions(uow, {known.id: given for known, given in told if known is not None and given is not None})
        steps(len(rows), len(rows), "Đang ghi khen thưởng")


def _draft(entry: AwardedEntry, decisions: Decisions, added: Added) -> AwardDraft:
    person_id, unit_id = entry.subject.written_ids(added)
    return AwardDraft(
        award_code=entry.award.code,
        year=entry.year,
        subject_then=entry.subject.name,
        person_id=person_id,
        unit_id=unit_id,
        decision_id=decisions.id_of(entry.decision, entry.year),
        position_then=entry.subject.listed.position,
        unit_then=entry.subject.listed.unit if unit_id is None else entry.subject.name,
        occasion=entry.given,
    )


def _given(text: str) -> tuple[Given | None, list[str]]:
    """Return why an award was given by the words of a cell, None for merit; words that say nothing known are told."""
    code = code_of(text, "occasion") if text else _MERIT
    if code is None:
        return None, [f"Loại hình khen thưởng “{text}” không rõ nên coi là công trạng; sửa ở trang Khen thưởng."]
    return (None if code == _MERIT else Given(code)), []


def _shown_given(given: Given | None) -> str:
    return "Công trạng" if given is None else label(given)


def _shown(number: str | None, day: date | None) -> str:
    return " ngày ".join(part for part in (number or "", f"{day:%d/%m/%Y}" if day else "") if part)


def _content(entry: AwardedEntry) -> str:
    why = "" if entry.given is None else label(entry.given).lower()
    told = (f"năm {entry.year}: {entry.award.name}", why, _shown(entry.decision.number, entry.decision.day))
    return ", ".join(part for part in told if part)


def _answer(entry: AwardedEntry) -> dict[str, object]:
    return {
        "full_name": entry.subject.name,
        "year": entry.year,
        "title": entry.award.code,
        "decision_number": entry.decision.number or None,
        "decision_date": entry.decision.day.isoformat() if entry.decision.day else None,
        "authority": entry.decision.authority or None,
        "occasion": entry.given and entry.given.value,
    }
