"""A block of cells pasted over the list of people: looked through first, then written in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from db.store.steps import Step, begin_step, step_since
from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.people import Gender, PersonDraft, StaffGroup
from kimhoa_app.domain.staff_rules import checked_person
from kimhoa_app.exchange.lists.values import day_of, national_id_of
from kimhoa_app.services import staff
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.services.units import list_units
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy
from kimhoa_app.text.search_keys import search_key

_HEADS: Final = {
    "ho va ten": "full_name", "ho ten": "full_name", "ten": "full_name",
    "ngay sinh": "birth", "nam sinh": "birth", "ngay, thang, nam sinh": "birth",
    "gioi tinh": "gender", "chuc vu": "position", "chuc vu, chuc danh": "position", "chuc danh": "position",
    "don vi": "unit_id", "nhom": "group", "ghi chu": "note",
    "so can cuoc": "national_id", "cccd": "national_id", "so cccd": "national_id", "so dinh danh": "national_id",
}  # fmt: skip
_AS_SHOWN: Final = ("full_name", "birth", "position", "unit_id", "group")
_SHORT_GROUPS: Final = {"lao dong": StaffGroup.WORKER, "khong ct": StaffGroup.PART_TIME}
_MARKED_AS_TEXT: Final = "'"


class Outcome(StrEnum):
    """What becomes of one line."""

    CHANGE = "change"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PasteLine:
    """One line of the block: whom it is of and what it would change.

    `changes` names each field with its old and its new value as people read them; `reason` says why the line is
    refused, or what of it is left out.
    """

    number: int
    name: str
    outcome: Outcome
    person_id: int | None = None
    draft: PersonDraft | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    reason: str = ""


def plan_paste(workspace: Workspace, block: str) -> list[PasteLine]:
    """Look through cells as Excel puts them on the clipboard, and return what each line would do; nothing is changed.

    The first line may name the columns; without it they stand as in the list. A person is known by the identity
    number, else by the name, with the birth where several have it. Raises InvalidInput where there are no cells.
    """
    rows = [[_cell(cell) for cell in line.split("\t")] for line in block.splitlines() if line.strip()]
    if not rows:
        raise InvalidInput("block", "Bảng tạm không có dòng nào; hãy chép các ô trong Excel rồi dán lại.")
    heads = [_HEADS.get(search_key(cell)) for cell in rows[0]]
    fields, first = (heads, 1) if {"full_name", "national_id"} & set(heads) else (list(_AS_SHOWN), 0)
    people = staff.list_people(workspace, include_gone=True)
    standing = {search_key(unit.name): unit.id for unit in list_units(workspace, workspace.today)}
    names = {unit.id: unit.name for unit in list_units(workspace)}
    lines = []
    for number, row in enumerate(rows[first:], start=first + 1):
        cells = {field: cell for field, cell in zip(fields, row, strict=False) if field and cell}
        try:
            lines.append(_planned(workspace, number, cells, people, standing, names))
        except KimHoaError as error:
            lines.append(PasteLine(number, cells.get("full_name", ""), Outcome.REFUSED, reason=error.message))
    return _once_each(lines)


def commit_paste(workspace: Workspace, lines: Sequence[PasteLine]) -> Step | None:
    """Write the lines that change something, all or none, and return the step for `undoing`.

    A new position or unit is written over the present post. Raises InvalidInput, NotFound.
    """
    with workspace.begin() as uow:
        mark = begin_step(uow)
        for line in lines:
            if line.outcome is Outcome.CHANGE and line.person_id is not None and line.draft is not None:
                staff.correct(uow, workspace.today, line.person_id, line.draft)
        step = step_since(uow, mark)
        uow.commit()
    return step


def _cell(text: str) -> str:
    return tidy(text.removeprefix('"').removesuffix('"').removeprefix(_MARKED_AS_TEXT))


def _planned(
    workspace: Workspace,
    number: int,
    cells: Mapping[str, str],
    people: Sequence[PersonEntry],
    standing: Mapping[str, int],
    names: Mapping[int, str],
) -> PasteLine:
    values, remarks = _values(cells, standing, workspace.today)
    person = _whom(cells, values, people)
    values = {field: value for field, value in values.items() if _says_more(field, value, person)}
    before = staff.draft_of(person)
    after = checked_person(replace(before, **values), today=workspace.today)
    changes = tuple(
        (field, _shown(getattr(before, field), names), _shown(getattr(after, field), names))
        for field in values
        if getattr(before, field) != getattr(after, field)
    )
    outcome = Outcome.CHANGE if changes else Outcome.SAME
    return PasteLine(number, person.full_name, outcome, person.id, after, changes, " ".join(remarks))


def _says_more(field: str, value: Any, person: PersonEntry) -> bool:
    """Whether a cell may change the person: not a name that only found one, nor a year where the day is known."""
    match field:
        case "full_name":
            return search_key(value) != search_key(person.full_name)
        case "birth":
            return person.birth is None or value.month is not None or value.year != person.birth.year
        case "position" | "unit_id" | "group":
            return person.status.is_here
    return True


def _whom(cells: Mapping[str, str], values: Mapping[str, Any], people: Sequence[PersonEntry]) -> PersonEntry:
    """Return the one person that a line surely speaks of; raises InvalidInput where there is none or more than one."""
    number = values.get("national_id")
    if number is not None:
        owners = [person for person in people if person.national_id == number]
        if owners:
            return owners[0]
    name = search_key(cells.get("full_name", ""))
    exact = tidy(cells.get("full_name", "")).casefold()
    called = [person for person in people if search_key(person.full_name) == name]
    called = [person for person in called if person.full_name.casefold() == exact] or called
    if len(called) > 1 and "birth" in values:
        called = [person for person in called if person.birth == values["birth"]] or called
    if not called:
        raise InvalidInput("full_name", "Chưa có ai tên này; thêm người mới thì dùng “Nhập từ Excel”.")
    if len(called) > 1:
        raise InvalidInput("full_name", f"Có {len(called)} người cùng tên; chép thêm cột ngày sinh hoặc số căn cước.")
    return called[0]


def _values(cells: Mapping[str, str], standing: Mapping[str, int], today: date) -> tuple[dict[str, Any], list[str]]:
    """Return what the cells give, without what cannot be read, and the sentences for that."""
    values: dict[str, Any] = {}
    remarks: list[str] = []
    for field, cell in cells.items():
        value, remark = _value(field, cell, standing, today)
        if value is not None:
            values[field] = value
        if remark:
            remarks.append(remark)
    return values, remarks


def _value(field: str, cell: str, standing: Mapping[str, int], today: date) -> tuple[Any, str]:
    match field:
        case "birth":
            told = day_of(cell, "Ngày sinh", today, is_birth=True)
            return told.value, told.remark
        case "national_id":
            return national_id_of(cell, None, None)
        case "gender":
            return _by_label(field, cell, {search_key(label(each)): each for each in Gender}), ""
        case "group":
            return _by_label(field, cell, {search_key(label(each)): each for each in StaffGroup} | _SHORT_GROUPS), ""
        case "unit_id":
            return _by_label(field, cell, standing), ""
    return cell, ""


def _by_label(field: str, cell: str, known: Mapping[str, Any]) -> Any:
    value = known.get(search_key(cell))
    if value is None:
        what = {"gender": "giới tính", "group": "nhóm", "unit_id": "đơn vị đang có"}[field]
        raise InvalidInput(field, f"“{cell}” không phải là {what}.")
    return value


def _shown(value: Any, names: Mapping[int, str]) -> str:
    if value is None or value == "":
        return "(trống)"
    if isinstance(value, Gender | StaffGroup):
        return label(value)
    if isinstance(value, int):
        return names.get(value, "")
    return str(getattr(value, "shown", value))


def _once_each(lines: Sequence[PasteLine]) -> list[PasteLine]:
    """Refuse a second line of one person: which of the two counts cannot be known."""
    seen: set[int] = set()
    kept: list[PasteLine] = []
    for line in lines:
        if line.person_id in seen:
            line = PasteLine(line.number, line.name, Outcome.REFUSED, reason="Người này có ở một dòng phía trên.")
        elif line.person_id is not None:
            seen.add(line.person_id)
        kept.append(line)
    return kept
