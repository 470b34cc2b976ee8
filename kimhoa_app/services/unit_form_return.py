"""What a form of a unit says when it comes back, beyond a list: whose it is, who is none of its people, how late.

`returned_form` looks up the mark of the file; with the form in hand `lines_that_register` drops the lines that the unit
left as they were, and `notes_on` tells what the clerk should look at.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from db.store.subjects import people_on
from db.store.units import UnitEntry, list_units
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.registration_rules import is_late
from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.reading import FoundLists
from kimhoa_app.exchange.unit_form_mark import read_mark
from kimhoa_app.services.imports.plan import TAKEN, Note, PlannedRow
from kimhoa_app.services.imports.registrations import RegisteredEntry
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.search_keys import search_key


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form of the round, received on a day, and the unit that it belongs to."""

    unit: UnitEntry
    round: RegistrationRound
    received_on: date
    people: frozenset[int]


def returned_form(uow: UnitOfWork, path: Path, entry: RegistrationRound, received_on: date) -> ReturnedForm | None:
    """Return the form that the file at `path` is, None for a list of another make.

    Call it once the lists of the file have been read. Raises Refused for the form of another year, or of a unit that
    these data do not have.
    """
    mark = read_mark(path)
    if mark is None:
        return None
    if mark.year != entry.year:
        raise Refused(f"{path.name} là phiếu đăng ký năm {mark.year}, không phải của đợt năm {entry.year}.")
    units = {unit.id: unit for unit in list_units(uow, entry.deadline)}
    unit = units.get(mark.unit_id)
    if unit is None or search_key(unit.name) != search_key(mark.unit):
        raise Refused(f"{path.name} là phiếu của “{mark.unit}”, không có trong danh sách đơn vị ở đây.")
    days = (entry.deadline, received_on)
    people = {person.id for day in days for person in people_on(uow, day) if person.unit_id == unit.id}
    return ReturnedForm(unit, entry, received_on, frozenset(people))


def lines_that_register(form: ReturnedForm, found: FoundLists) -> FoundLists:
    """Return the lists without the lines that name no title, each of the others in the unit of the form."""
    lists = (
        replace(each, lines=tuple(_in_unit(form, line) for line in each.lines if _registers(line)))
        for each in found.lists
    )
    return replace(found, lists=tuple(lists))


def notes_on(form: ReturnedForm, found: FoundLists, rows: Iterable[PlannedRow]) -> list[Note]:
    """Return what is to be told of the form: whose it is, how late, who does not register, who is of another unit."""
    notes = [Note(found.lists[0].header_row, _told(form, found))]
    for row in rows:
        draft = row.entry.draft if isinstance(row.entry, RegisteredEntry) and row.action in TAKEN else None
        if draft is None:
            continue
        person_is_other = draft.person_id is not None and draft.person_id not in form.people
        unit_is_other = draft.unit_id is not None and draft.unit_id != form.unit.id
        if person_is_other or unit_is_other:
            text = f"{row.name} không thuộc {form.unit.name}; vẫn ghi đăng ký, hãy xem lại."
            notes.append(Note(row.row, text, row.sheet))
    return list(dict.fromkeys(notes))


def _told(form: ReturnedForm, found: FoundLists) -> str:
    told = f"Phiếu của {form.unit.name}, nhận ngày {list_date(form.received_on)}"
    late = f", sau hạn {list_date(form.round.deadline)} nên các đăng ký trong phiếu ghi là trễ hạn"
    told += late if is_late(form.received_on, form.round) else ", trong hạn"
    without = sum(
        bool(line.text("full_name") or line.text("collective")) and not _registers(line)
        for each in found.lists
        for line in each.lines
    )
    return f"{told}; {without} dòng có tên mà không đăng ký." if without else f"{told}."


def _registers(line: Line) -> bool:
    return bool(line.text("title") or line.text("flag"))


def _in_unit(form: ReturnedForm, line: Line) -> Line:
    return line if line.text("unit") else replace(line, cells={**line.cells, "unit": form.unit.name})
