"""Lists to be filled in, or changed, in a spreadsheet and brought in again: empty ones, or with what the data hold."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from db.store import awards as award_store
from db.store import initiatives as initiative_store
from db.store import registrations as registration_store
from db.store.awards import DecisionDraft
from db.store.people import PersonEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.labels import label
from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.writing import write_list
from kimhoa_app.services.imports.register import Register
from kimhoa_app.services.imports.sample_columns import sample_columns
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.collation import name_key
from kimhoa_app.text.dates import list_date

_TITLES = {
    ListKind.STAFF: "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG",
    ListKind.RATINGS: "KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG",
    ListKind.AWARDS: "DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG ĐÃ ĐƯỢC TẶNG",
    ListKind.INITIATIVES: "DANH SÁCH SÁNG KIẾN",
    ListKind.REGISTRATIONS: "DANH SÁCH ĐĂNG KÝ DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG",
}
Rows = list[tuple[str, ...]]


def write_sample(
    workspace: Workspace, kind: ListKind, path: Path, *, year: int | None = None, is_filled: bool = False
) -> None:
    """Write a list of `kind` as .xlsx: an empty one, or one with what the data hold, to be changed and read again.

    `year` picks what is of one year; registrations are of one. Raises UnusableFile when the file cannot be written.
    """
    with workspace.begin() as uow:
        register = Register(uow, workspace.today)
        columns = sample_columns(kind, tuple(unit.name for unit in register.units if unit.exists_on(workspace.today)))
        rows = _ROWS[kind](uow, register, year) if is_filled else []
    numbered = [(str(number), *row) for number, row in enumerate(rows, start=1)]
    write_beside(path, write_list(_TITLES[kind] + (f" NĂM {year}" if year else ""), columns, numbered))


def _staff(uow: UnitOfWork, register: Register, _year: int | None) -> Rows:
    del uow
    here = [person for person in register.people.values() if person.status.is_here]
    order = {unit.id: place for place, unit in enumerate(register.units)}
    here.sort(key=lambda person: (order.get(person.unit_id or 0, len(order)), name_key(person.full_name)))
    return [
        (
            person.full_name,
            person.birth.shown if person.birth else "",
            label(person.gender) if person.gender else "",
            person.national_id or "",
            person.honorific or "",
            person.position,
            person.unit_name,
            _shown(person.start_date),
            person.note,
        )
        for person in here
    ]


def _ratings(uow: UnitOfWork, register: Register, year: int | None) -> Rows:
    return [
        (
            *_who(register, entry.person_id, entry.unit_id),
            _unit_of(register, entry.person_id),
            str(entry.year),
            label(entry.rating),
            "",
            entry.decision_number or "",
            _shown(entry.decision_date),
        )
        for entry in award_store.list_ratings(uow, year=year)
        if _is_known(register, entry.person_id, entry.unit_id)
    ]


def _awards(uow: UnitOfWork, register: Register, year: int | None) -> Rows:
    return [
        (
            *_who(register, entry.award.person_id, entry.award.unit_id),
            entry.award.position_then,
            _unit_of(register, entry.award.person_id),
            str(entry.award.year),
            award_name(entry.award.award_code),
            label(entry.award.occasion) if entry.award.occasion else "",
            *_paper(entry.decision),
        )
        for entry in award_store.list_awards(uow, year=year)
        if _is_known(register, entry.award.person_id, entry.award.unit_id)
    ]


def _initiatives(uow: UnitOfWork, _register: Register, year: int | None) -> Rows:
    return [
        (
            entry.initiative.name,
            ", ".join(f"{author.full_name} ({author.share / 100:g}%)" for author in entry.authors),
            str(entry.initiative.year),
            entry.initiative.field_of_work,
            label(Scope(entry.initiative.scope)),
            entry.initiative.summary,
            *_paper(entry.decision),
        )
        for entry in initiative_store.list_initiatives(uow, year)
    ]


def _registrations(uow: UnitOfWork, register: Register, year: int | None) -> Rows:
    listed = registration_store.list_registrations(uow, year) if year else []
    return [
        (
            *_who(register, entry.draft.person_id, entry.draft.unit_id)[:2],
            _person(register, entry.draft.person_id, "position"),
            _unit_of(register, entry.draft.person_id),
            award_name(entry.draft.award_code),
            award_name(entry.draft.form_code) if entry.draft.form_code else "",
            entry.draft.topic,
            entry.draft.note,
        )
        for entry in listed
        if _is_known(register, entry.draft.person_id, entry.draft.unit_id)
    ]


_ROWS: Mapping[ListKind, Callable[[UnitOfWork, Register, int | None], Rows]] = {
    ListKind.STAFF: _staff,
    ListKind.RATINGS: _ratings,
    ListKind.AWARDS: _awards,
    ListKind.INITIATIVES: _initiatives,
    ListKind.REGISTRATIONS: _registrations,
}


def _is_known(register: Register, person_id: int | None, unit_id: int | None) -> bool:
    return person_id in register.people or unit_id in {unit.id for unit in register.units}


def _who(register: Register, person_id: int | None, unit_id: int | None) -> tuple[str, str, str]:
    """Return the name, the birth and the identity number of a person, or the name of a unit."""
    person: PersonEntry | None = register.people.get(person_id or 0)
    if person is None:
        return next(unit.name for unit in register.units if unit.id == unit_id), "", ""
    return person.full_name, person.birth.shown if person.birth else "", person.national_id or ""


def _person(register: Register, person_id: int | None, field: str) -> str:
    person = register.people.get(person_id or 0)
    return "" if person is None else str(getattr(person, field))


def _unit_of(register: Register, person_id: int | None) -> str:
    return _person(register, person_id, "unit_name")


def _paper(decision: DecisionDraft | None) -> tuple[str, str, str]:
    if decision is None:
        return "", "", ""
    return decision.number or "", _shown(decision.decided_on), decision.authority


def _shown(day: date | None) -> str:
    return list_date(day) if day else ""
