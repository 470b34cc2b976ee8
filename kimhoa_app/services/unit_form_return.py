"""What a form of a unit says when it comes back, beyond a list: whose it is, who is none of its people, how late.

`returned_form` looks up the mark of the file; with the form in hand `lines_that_register` drops the lines that the unit
left as they were, and `notes_on` tells what the clerk should look at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from db.store.subjects import people_on
from db.store.units import UnitEntry, list_units
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.registration_rules import is_late
from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.exchange.sheet_reading import SheetRow, SheetRows
from kimhoa_app.exchange.unit_form_mark import read_mark
from kimhoa_app.services.registration_import_plan import AcceptedLine, LineNote
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


def lines_that_register(form: ReturnedForm, lists: Iterable[SheetRows]) -> list[SheetRows]:
    """Return the lists without the lines that name no title, each of the others in the unit of the form."""
    return [replace(found, rows=tuple(_in_unit(form, row) for row in found.rows if _registers(row))) for found in lists]


def notes_on(form: ReturnedForm, lists: Sequence[SheetRows], accepted: Iterable[AcceptedLine]) -> list[LineNote]:
    """Return what is to be told of the form: whose it is, how late, who does not register, who is of another unit."""
    notes = [LineNote(lists[0].header_row, _told(form, lists))]
    for line in accepted:
        draft = line.drafts[0]
        person_is_other = draft.person_id is not None and draft.person_id not in form.people
        unit_is_other = draft.unit_id is not None and draft.unit_id != form.unit.id
        if person_is_other or unit_is_other:
            text = f"{line.name} không thuộc {form.unit.name}; vẫn ghi đăng ký, hãy xem lại."
            notes.append(LineNote(line.row, text, line.sheet))
    return notes


def _told(form: ReturnedForm, lists: Sequence[SheetRows]) -> str:
    told = f"Phiếu của {form.unit.name}, nhận ngày {list_date(form.received_on)}"
    late = f", sau hạn {list_date(form.round.deadline)} nên các đăng ký trong phiếu ghi là trễ hạn"
    told += late if is_late(form.received_on, form.round) else ", trong hạn"
    without = sum(bool(row.text("name")) and not _registers(row) for found in lists for row in found.rows)
    return f"{told}; {without} dòng có tên mà không đăng ký." if without else f"{told}."


def _registers(row: SheetRow) -> bool:
    return bool(row.text("title") or row.text("flag"))


def _in_unit(form: ReturnedForm, row: SheetRow) -> SheetRow:
    return row if row.text("unit") else replace(row, cells={**row.cells, "unit": form.unit.name})
