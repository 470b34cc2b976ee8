"""Lists of yearly ratings (xếp loại chất lượng), with the discipline of the year where a list has it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from typing_extensions import override

from db.store import awards as store
from db.store.awards import RatingEntry
from db.store.discipline import DisciplineDraft, all_disciplines, insert_discipline
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.people import Rating
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.people import ListedPerson
from kimhoa_app.exchange.lists.reading import FoundList
from kimhoa_app.exchange.lists.values import code_in, code_of, decision_of
from kimhoa_app.services.imports.listed_decisions import listed_decision
from kimhoa_app.services.imports.plan import Decision, FieldChange, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.planner import Added, Occasion, Planner, barred, refused, with_faults
from kimhoa_app.services.imports.subjects import Subject, about, listed_subject, with_subject, written_name
from kimhoa_app.services.imports.years import columns_by_year, year_of

_NONE = "none"


@dataclass(frozen=True, slots=True)
class RatedEntry:
    """What a line says of one subject in one year; `rating` None where only a measure is named."""

    subject: Subject
    year: int
    rating: Rating | None
    discipline: DisciplineForm | None = None
    disciplined_on: date | None = None
    decision_number: str | None = None
    decision_date: date | None = None


class RatingPlanner(Planner):
    """Plans and writes lists of ratings."""

    def __init__(self, uow: UnitOfWork, occasion: Occasion) -> None:
        super().__init__(uow, occasion)
        self._known = {(each.person_id, each.unit_id, each.year): each for each in store.list_ratings(uow)}
        self._measures = {(each.person_id, each.form, each.decided_on.year) for each in all_disciplines(uow)}
        self._taken: dict[object, int] = {}

    @override
    def entries(self, found: FoundList) -> list[PlannedRow]:
        has_unit = "unit" in found.columns
        return [row for line in found.lines for row in self._entries(line, found, has_unit=has_unit)]

    def _entries(self, line: Line, found: FoundList, *, has_unit: bool) -> list[PlannedRow]:
        try:
            subject = listed_subject(line, self.occasion, has_unit_column=has_unit)
        except KimHoaError as error:
            return [refused(line.number, written_name(line), with_faults(error.message, line))]
        rows = [
            self._entry(line, subject, found, rating, discipline, year)
            for year, (rating, discipline) in columns_by_year(found, ("rating", "discipline")).items()
            if line.text(rating) or line.text(discipline)
        ]
        return rows or [
            refused(line.number, subject.name, with_faults("Chưa ghi xếp loại.", line), subject.listed.warnings)
        ]

    def _entry(
        self, line: Line, subject: Subject, found: FoundList, rating: str, discipline: str, year: int | None
    ) -> PlannedRow:
        try:
            year = year or year_of(line, found, self.occasion)
            code = _rating(line.text(rating))
        except InvalidInput as error:
            return refused(line.number, subject.name, with_faults(error.message, line), subject.listed.warnings)
        measure, day, remarks = self._measure(line.text(discipline), year)
        decision, said = listed_decision(line, self.occasion.today)
        if code is None and measure is None:
            return refused(line.number, subject.name, f"“{line.text(rating)}”: không có xếp loại năm {year} để nhập.")
        entry = RatedEntry(subject, year, code, measure, day, decision.number or None, decision.day)
        warnings = (*subject.listed.warnings, *remarks, *said)
        return PlannedRow(line.number, RowAction.NEW, subject.name, entry=entry, warnings=warnings)

    def _measure(self, text: str, year: int) -> tuple[DisciplineForm | None, date | None, list[str]]:
        """Return the measure that a cell names and the day of its decision, the last of the year where none is said."""
        if not text or code_of(text, "discipline") == _NONE:
            return None, None, []
        form = code_in(text, "discipline")
        if form is None:
            return None, None, [f"Hình thức kỷ luật “{text}” không rõ nên chưa ghi."]
        day = decision_of(text, self.occasion.today)[0].day
        if day is not None:
            return DisciplineForm(form), day, []
        remark = f"Kỷ luật “{text}” không có ngày quyết định nên ghi ngày 31/12/{year}; hãy sửa lại khi biết ngày."
        return DisciplineForm(form), date(year, 12, 31), [remark]

    @override
    def planned(self, row: PlannedRow, decision: Decision | None = None) -> PlannedRow:
        entry = row.entry
        assert isinstance(entry, RatedEntry)
        full = replace(row, content=_content(entry), answers=(_answer(entry),))
        subject = about(full, entry.subject, self.occasion, decision)
        if isinstance(subject, PlannedRow):
            return subject
        earlier = self._taken.setdefault((subject.key, entry.year), row.row)
        if earlier != row.row:
            return barred(full, f"{subject.name} đã có xếp loại năm {entry.year} ở dòng {earlier}.")
        known = replace(entry, subject=subject)
        return self._compared(with_subject(full, subject, known), known)

    def _compared(self, row: PlannedRow, entry: RatedEntry) -> PlannedRow:
        person_id, unit_id = entry.subject.ids
        known = None if entry.subject.is_new else self._known.get((person_id, unit_id, entry.year))
        is_new_measure = entry.discipline and (person_id, entry.discipline, entry.year) not in self._measures
        if known is None and entry.rating is not None:
            return row
        changes = [] if known is None else _changes(known, entry)
        if is_new_measure and entry.discipline:
            changes.append(FieldChange("discipline", "", label(entry.discipline)))
        return replace(row, action=RowAction.CHANGE if changes else RowAction.SAME, changes=tuple(changes))

    @override
    def people_of(self, row: PlannedRow) -> list[ListedPerson]:
        entry = row.entry
        return [entry.subject.listed] if isinstance(entry, RatedEntry) and entry.subject.is_new else []

    @override
    def write(self, uow: UnitOfWork, rows: Sequence[PlannedRow], added: Added, steps: Steps) -> None:
        entries = [(row.action, row.entry) for row in rows if isinstance(row.entry, RatedEntry)]
        rated = [(action, entry, _stored(entry, added)) for action, entry in entries if entry.rating is not None]
        store.insert_ratings(uow, [stored for action, _entry, stored in rated if action is RowAction.NEW])
        steps(sum(action is RowAction.NEW for action, _entry in entries), len(rows), "Đang ghi xếp loại")
        for action, _entry, stored in rated:
            if action is RowAction.CHANGE:
                store.save_rating(uow, stored)
        for _action, entry in entries:
            person_id, _unit = entry.subject.written_ids(added)
            if entry.discipline and entry.disciplined_on and person_id:
                key = (person_id, entry.discipline, entry.disciplined_on.year)
                if key not in self._measures:
                    self._measures.add(key)
                    insert_discipline(uow, DisciplineDraft(person_id, entry.discipline, entry.disciplined_on))
        steps(len(rows), len(rows), "Đang ghi xếp loại")


def _rating(text: str) -> Rating | None:
    if not text:
        return None
    code = code_of(text, "rating")
    if code is None:
        raise InvalidInput("rating", f"Không rõ mức xếp loại “{text}”.")
    return None if code == _NONE else Rating(code)


def _stored(entry: RatedEntry, added: Added) -> RatingEntry:
    assert entry.rating is not None
    person_id, unit_id = entry.subject.written_ids(added)
    return RatingEntry(person_id, unit_id, entry.year, entry.rating, entry.decision_number, entry.decision_date)


def _changes(known: RatingEntry, entry: RatedEntry) -> list[FieldChange]:
    pairs = [
        ("rating", label(known.rating), label(entry.rating) if entry.rating else ""),
        ("decision_number", known.decision_number or "", entry.decision_number or ""),
        (
            "decision_date",
            f"{known.decision_date:%d/%m/%Y}" if known.decision_date else "",
            f"{entry.decision_date:%d/%m/%Y}" if entry.decision_date else "",
        ),
    ]
    return [FieldChange(name, old, new) for name, old, new in pairs if new and old != new]


def _content(entry: RatedEntry) -> str:
    said = [label(each) for each in (entry.rating, entry.discipline) if each]
    return f"năm {entry.year}: {', '.join(said)}"


def _answer(entry: RatedEntry) -> dict[str, object]:
    return {
        "full_name": entry.subject.name,
        "year": entry.year,
        "rating": entry.rating.value if entry.rating else None,
        "discipline": label(entry.discipline) if entry.discipline else None,
    }
