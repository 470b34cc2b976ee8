"""Forms for the units to register on: one prefilled workbook for each, all of them in a folder and in one .zip."""

import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final

from db.store import registrations as store
from db.store.awards import list_awards
from db.store.households import list_households
from db.store.office import office_on
from db.store.subjects import PersonOnDay, people_on
from db.store.units import UnitEntry, list_units
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import AwardKind, SubjectKind, award_name, catalogue, forms_for, subject_kind, titles_for
from kimhoa_app.domain.errors import NotFound, Refused, UnusableFile
from kimhoa_app.domain.office import OfficePeriod
from kimhoa_app.domain.registration_rules import shown_titles
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationRound
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.unit_form import FormTable, UnitForm, write_unit_form
from kimhoa_app.exchange.unit_form_mark import FormMark
from kimhoa_app.services.unit_form_tables import (
    Choices,
    Known,
    collective_table,
    guide,
    household_table,
    people_table,
)
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date, long_date
from kimhoa_app.text.search_keys import plain_letters, search_key

Step = Callable[[int, int, str], object]
"""Hears how many of how many forms are made, and of which unit the next one is."""

_NAME_LENGTH: Final = 60
_FLAG: Final = "CTĐT"
_VILLAGE_TITLE: Final = "TVH"


@dataclass(frozen=True, slots=True)
class MadeForm:
    """The form of one unit as a file: its name and its bytes."""

    unit: str
    file_name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """Where the forms were written: their folder, the .zip with all of them, and how many there are.

    `without_unit` is the number of people on the staff who stand in no unit, and so on no form.
    """

    folder: Path
    archive: Path
    count: int
    without_unit: int


def make_forms(
    workspace: Workspace,
    year: int,
    unit_ids: Collection[int] | None = None,
    step: Step = lambda _done, _total, _unit: None,
) -> list[MadeForm]:
    """Return the forms of the units that stand on the deadline day, in the order of lists; of `unit_ids` where given.

    Raises NotFound without a round, Refused without an office or a unit.
    """
    with workspace.begin() as uow:
        maker = _Maker(uow, year)
        units = [unit for unit in maker.units if unit_ids is None or unit.id in unit_ids]
        forms = [maker.form(unit) for unit in units]
    if not forms:
        raise Refused("Chưa có đơn vị nào để gửi phiếu; hãy nhập đơn vị ở trang Cán bộ & tập thể.")
    made, names = [], file_names([form.mark.unit for form in forms], year)
    for place, (form, name) in enumerate(zip(forms, names, strict=True)):
        step(place, len(forms), form.mark.unit)
        made.append(MadeForm(form.mark.unit, name, write_unit_form(form)))
    return made


def write_forms(
    workspace: Workspace,
    year: int,
    folder: Path,
    unit_ids: Collection[int] | None = None,
    step: Step = lambda _done, _total, _unit: None,
) -> WrittenForms:
    """Write the forms into a folder of their own in `folder`, and beside it one .zip with all of them.

    Forms that are there already are replaced. Raises as `make_forms`, and UnusableFile for a place that cannot be
    written to.
    """
    made = make_forms(workspace, year, unit_ids, step)
    name = f"Phieu dang ky thi dua {year}"
    target = folder / name
    try:
        target.mkdir(exist_ok=True)
    except OSError as error:
        raise UnusableFile(f"Không tạo được thư mục {target}; hãy chọn nơi khác.") from error
    for form in made:
        write_beside(target / form.file_name, form.data)
    archive = folder / f"{name}.zip"
    write_beside(archive, _zipped(made))
    with workspace.begin() as uow:
        entry = _round(uow, year)
        without = sum(person.is_here and person.unit_id is None for person in people_on(uow, entry.deadline))
    return WrittenForms(target, archive, len(made), without)


def file_names(units: Sequence[str], year: int) -> list[str]:
    """Return a name of a file for each unit that every system takes, without diacritics, no two alike."""
    taken: Counter[str] = Counter()
    names = []
    for unit in units:
        bare = "".join(char if char.isalnum() else " " for char in plain_letters(unit))
        stem = " ".join(bare.split())[:_NAME_LENGTH].strip() or "Don vi"
        taken[stem.casefold()] += 1
        count = taken[stem.casefold()]
        names.append(f"{stem}{f' ({count})' if count > 1 else ''} - dang ky {year}.xlsx")
    return names


class _Maker:
    """Makes the forms of one round from what is known of the units, their people and their households."""

    def __init__(self, uow: UnitOfWork, year: int) -> None:
        self._entry = _round(uow, year)
        self._office = _office(uow, self._entry.deadline)
        self.units = [unit for unit in list_units(uow, self._entry.deadline) if unit.exists_on(self._entry.deadline)]
        self._people: dict[int | None, list[PersonOnDay]] = {}
        for person in people_on(uow, self._entry.deadline):
            if person.is_here:
                self._people.setdefault(person.unit_id, []).append(person)
        self._households = list_households(uow)
        self._given: dict[tuple[SubjectKind, int], list[str]] = {}
        for entry in list_awards(uow, year=year - 1):
            award = entry.award
            kind = subject_kind(award.person_id, award.unit_id)
            subject_id = award.person_id or award.unit_id or award.household_id or 0
            if award.award_code in catalogue():
                self._given.setdefault((kind, subject_id), []).append(award.award_code)
        self._drafts: dict[tuple[SubjectKind, int], list[RegistrationDraft]] = {}
        for stored in store.list_registrations(uow, year):
            self._drafts.setdefault((stored.draft.subject, stored.draft.subject_id), []).append(stored.draft)

    def form(self, unit: UnitEntry) -> UnitForm:
        """Return the form of one unit with what is known of it filled in."""
        entry, is_village = self._entry, unit.kind is UnitKind.VILLAGE
        return UnitForm(
            mark=FormMark(entry.year, unit.id, unit.name),
            issuer=self._office.full_name.upper(),
            title=f"PHIẾU ĐĂNG KÝ DANH HIỆU THI ĐUA NĂM {entry.year}",
            lines=(f"Gửi về {self._office.full_name} trước {long_date(entry.deadline)}.",),
            tables=tuple(self._tables(unit, is_village=is_village)),
            signers=("NGƯỜI LẬP", _head_of_village(unit.name) if is_village else "THỦ TRƯỞNG ĐƠN VỊ"),
            guide=guide(self._office.short_name, list_date(entry.deadline), is_village=is_village),
        )

    def _tables(self, unit: UnitEntry, *, is_village: bool) -> Iterator[FormTable]:
        year, people = self._entry.year, self._people.get(unit.id, [])
        if people or not is_village:
            known = [(person, self._known(SubjectKind.PERSON, person.id)) for person in people]
            yield people_table(year, known, self._choices(SubjectKind.PERSON))
        collective = self._choices(SubjectKind.COLLECTIVE, unit)
        yield collective_table(year, unit, self._known(SubjectKind.COLLECTIVE, unit.id), collective)
        if is_village:
            there = [each for each in self._households if each.village_id == unit.id]
            heads = [(each.head_name, self._known(SubjectKind.HOUSEHOLD, each.id)) for each in there]
            yield household_table(unit.name, heads)

    def _known(self, kind: SubjectKind, subject_id: int) -> Known:
        codes = self._given.get((kind, subject_id), [])
        titles = [each.code for each in shown_titles(code for code in codes if _is_title(code))]
        names = [self._name(code) for code in (*titles, *(code for code in codes if not _is_title(code)))]
        return Known("; ".join(names), self._drafts.get((kind, subject_id), ()))

    def _choices(self, kind: SubjectKind, unit: UnitEntry | None = None) -> Choices:
        """Return what a subject of the kind can choose; a village its own title alone, the flag has its own column."""
        titles = [each.code for each in titles_for(kind) if each.code != _FLAG]
        if unit is not None:
            titles = [code for code in titles if (code == _VILLAGE_TITLE) == (unit.kind is UnitKind.VILLAGE)]
        subject = "" if unit is None else unit.name
        return Choices(
            tuple(award_name(code, self._office.kind, subject) for code in titles),
            tuple(self._name(each.code) for each in forms_for(kind)),
        )

    def _name(self, code: str) -> str:
        return award_name(code, self._office.kind)


def _head_of_village(name: str) -> str:
    return "TỔ TRƯỞNG TỔ DÂN PHỐ" if search_key(name).startswith("to dan pho") else "TRƯỞNG THÔN"


def _is_title(code: str) -> bool:
    return catalogue()[code].kind is AwardKind.TITLE


def _round(uow: UnitOfWork, year: int) -> RegistrationRound:
    entry = store.find_round(uow, year)
    if entry is None:
        raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
    return entry


def _office(uow: UnitOfWork, day: date) -> OfficePeriod:
    office = office_on(uow, day)
    if office is None:
        raise Refused(f"Chưa khai báo tên cơ quan dùng vào ngày {list_date(day)}; hãy khai báo ở trang Cài đặt.")
    return office


def _zipped(made: Sequence[MadeForm]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for form in made:
            archive.writestr(form.file_name, form.data)
    return stream.getvalue()
