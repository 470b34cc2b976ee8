"""Lists of registrations as units send them: only for people and units that are known, in a round that was opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from db.store import registrations as store
from db.store.households import household_numbers
from db.store.registrations import StoredRegistration
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.templating.registration_papers import LATE_REMARK
from kimhoa_app.domain.awards import Award, SubjectKind
from kimhoa_app.domain.errors import KimHoaError, NotFound
from kimhoa_app.domain.households import HouseholdDraft, checked_household
from kimhoa_app.domain.registration_rules import checked_registration
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.people import ListedPerson
from kimhoa_app.exchange.lists.reading import FoundList
from kimhoa_app.services.households import numbers_of
from kimhoa_app.services.imports.plan import Decision, FieldChange, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.planner import Added, Occasion, Planner, barred, refused, unclear, with_faults
from kimhoa_app.services.imports.subjects import Subject, listed_subject, matched, written_name
from kimhoa_app.services.office_rules import late_is_refused
from kimhoa_app.services.written_awards import read_form, read_titles


@dataclass(frozen=True, slots=True)
class RegisteredEntry:
    """What a line registers one subject for; `known` is the same registration in the data, None for none.

    `household` is that of the line, to be made when it is not there yet; its number in `draft` then is one below zero.
    """

    subject: Subject
    award: Award
    form_code: str | None
    topic: str
    note: str
    known: StoredRegistration | None = None
    draft: RegistrationDraft | None = None
    household: HouseholdDraft | None = None


class RegistrationPlanner(Planner):
    """Plans and writes lists of registrations; raises NotFound when no round of the year was opened."""

    about_people = False

    def __init__(self, uow: UnitOfWork, occasion: Occasion) -> None:
        super().__init__(uow, occasion)
        year = occasion.year or occasion.today.year
        entry = store.find_round(uow, year)
        if entry is None:
            raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
        self.round = entry
        self._late_is_refused = late_is_refused(uow)
        self._known = {stored.draft.key: stored for stored in store.list_registrations(uow, year)}
        self._households = dict(household_numbers(uow))
        self._taken: dict[object, int] = {}

    @override
    def entries(self, found: FoundList) -> list[PlannedRow]:
        return [row for line in found.lines for row in self._entries(line, found)]

    def _entries(self, line: Line, found: FoundList) -> list[PlannedRow]:
        name = written_name(line)
        try:
            titles = read_titles("\n".join(line.lines_of("title")), line.text("flag"))
            form = read_form(line.text("form"))
            household = self._household(line) if SubjectKind.HOUSEHOLD in titles[0].subjects else None
            is_collective = SubjectKind.COLLECTIVE in titles[0].subjects
            subject = listed_subject(
                line, self.occasion, has_unit_column="unit" in found.columns, is_collective=is_collective
            )
        except KimHoaError as error:
            return [refused(line.number, name, with_faults(error.message, line))]
        code = None if form is None else form.code
        return [
            PlannedRow(
                line.number,
                RowAction.NEW,
                subject.name,
                entry=RegisteredEntry(subject, title, code, line.text("topic"), _note(line), household=household),
                warnings=subject.listed.warnings,
            )
            for title in titles
        ]

    def _household(self, line: Line) -> HouseholdDraft:
        name = line.text("full_name") or line.text("collective")
        village = self.register.unit(line.text("unit") or line.group)
        if village is None or village.kind is not UnitKind.VILLAGE:
            raise NotFound(f"Không rõ hộ “{name}” ở thôn, tổ dân phố nào.")
        return checked_household(HouseholdDraft(name, village.id))

    @override
    def planned(self, row: PlannedRow, decision: Decision | None = None) -> PlannedRow:
        entry = row.entry
        assert isinstance(entry, RegisteredEntry)
        full = replace(row, content=_content(entry))
        try:
            subject = entry.subject
            if entry.household is None:
                subject = matched(subject, self.occasion, decision, may_be_new=False)
                if subject.is_new:
                    return unclear(full, subject.match.reason, subject.match.possible)
            draft = self._draft(replace(entry, subject=subject))
            known = self._known.get(draft.key)
            if known is None:
                draft = checked_registration(draft, self.round, late_is_refused=self._late_is_refused)
        except KimHoaError as error:
            near = self.register.namesake(entry.subject.listed) if isinstance(error, NotFound) else None
            return replace(
                full,
                action=RowAction.REFUSED,
                reason=error.message,
                asks_person=isinstance(error, NotFound),
                candidates=() if near is None else (near,),
            )
        earlier = self._taken.setdefault(draft.key, row.key)
        if earlier != row.key:
            return barred(full, f"{subject.name} đã đăng ký danh hiệu này ở dòng trên.")
        answered = replace(full, answers=(_answer(subject.name, self.round.year, draft, entry.household),))
        changes = () if known is None else tuple(_changes(known.draft, draft))
        action = RowAction.NEW if known is None else RowAction.CHANGE if changes else RowAction.SAME
        done = replace(entry, subject=subject, known=known, draft=draft)
        return replace(answered, action=action, changes=changes, entry=done)

    def _draft(self, entry: RegisteredEntry) -> RegistrationDraft:
        person_id, unit_id = entry.subject.ids
        household_id = None
        if entry.household is not None:
            person_id, unit_id = None, None
            household_id = self._households.setdefault(entry.household, -1 - len(self._households))
        day = max(self.round.opens_on, self.occasion.received_on)
        return RegistrationDraft(
            entry.award.code, day, person_id, unit_id, entry.form_code, entry.topic, entry.note, household_id
        )

    @override
    def people_of(self, row: PlannedRow) -> list[ListedPerson]:
        return []

    @override
    def write(self, uow: UnitOfWork, rows: Sequence[PlannedRow], added: Added, steps: Steps) -> None:
        entries = [row.entry for row in rows if isinstance(row.entry, RegisteredEntry)]
        numbers = numbers_of(uow, [entry.household for entry in entries if entry.household is not None])
        new = [
            entry.draft if entry.household is None else replace(entry.draft, household_id=numbers[entry.household])
            for entry in entries
            if entry.known is None and entry.draft is not None
        ]
        store.add_registrations(uow, self.round.year, new)
        for entry in entries:
            if entry.known is not None and entry.draft is not None:
                store.change_registration(uow, entry.known.registration_id, _merged(entry.known.draft, entry.draft))
        steps(len(rows), len(rows), "Đang ghi đăng ký")


def _note(line: Line) -> str:
    """Return the note of a line without what our own list says beside it."""
    return line.text("note").removesuffix(LATE_REMARK).rstrip(" ;,.")


def _changes(old: RegistrationDraft, new: RegistrationDraft) -> list[FieldChange]:
    pairs = [
        ("form", old.form_code or "", new.form_code or ""),
        ("topic", old.topic, new.topic),
        ("note", old.note, new.note),
    ]
    return [FieldChange(name, before, after) for name, before, after in pairs if after and before != after]


def _merged(old: RegistrationDraft, new: RegistrationDraft) -> RegistrationDraft:
    """Return the old registration with what the list has for it; an empty cell changes nothing."""
    return replace(
        old, form_code=new.form_code or old.form_code, topic=new.topic or old.topic, note=new.note or old.note
    )


def _content(entry: RegisteredEntry) -> str:
    return ", ".join(part for part in (entry.award.code, entry.form_code or "", entry.topic) if part)


def _answer(name: str, year: int, draft: RegistrationDraft, household: HouseholdDraft | None) -> dict[str, object]:
    return {
        "full_name": name,
        "year": year,
        "title": draft.award_code,
        "form": draft.form_code,
        "topic": draft.topic,
        "registered_on": draft.registered_on.isoformat(),
        "person_id": draft.person_id,
        "unit_id": draft.unit_id,
        "village_id": None if household is None else household.village_id,
    }
