"""What the register accepts of a person or a unit, and the sentence for what it refuses."""

import re
from dataclasses import replace
from datetime import date

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.names import tidy_name
from kimhoa_app.text.normal import tidy

_OLDEST = 120
_LONGEST_NAME = 100
_NOT_IN_NAMES = re.compile(r"[^\w\s.'’-]|[\d_]")
_SEPARATORS = re.compile(r"[\s.-]")


def checked_person(draft: PersonDraft, *, today: date) -> PersonDraft:
    """Return the draft as the register keeps it: texts tidied, the name with its capitals, the identity number bare.

    A name has at least a family name and a given name, an identity number 9 digits (CMND) or 12 (CCCD), and no birth
    lies after `today` or after the first day of work. Raises InvalidInput for the first field at fault.
    """
    checked = replace(
        draft,
        full_name=_checked_name(draft.full_name),
        national_id=_checked_national_id(draft.national_id),
        honorific=tidy(draft.honorific or "") or None,
        position=tidy(draft.position),
        print_name=tidy(draft.print_name or "") or None,
        note=tidy(draft.note),
    )
    if checked.birth is not None:
        _check_birth(checked.birth, today)
        _check_start(checked.start_date, checked.birth)
    return checked


def checked_unit(draft: UnitDraft) -> UnitDraft:
    """Return the draft with its names tidied; raises InvalidInput for a missing name or days in the wrong order."""
    checked = replace(draft, name=tidy(draft.name), short_name=tidy(draft.short_name))
    if not checked.name:
        raise InvalidInput("name", "Ghi tên đơn vị.")
    if checked.founded_on and checked.dissolved_on and checked.dissolved_on < checked.founded_on:
        raise InvalidInput(
            "dissolved_on", f"Ngày giải thể phải từ ngày thành lập ({list_date(checked.founded_on)}) trở đi."
        )
    return checked


def _checked_name(typed: str) -> str:
    name = tidy_name(typed)
    if not name:
        raise InvalidInput("full_name", "Ghi họ và tên.")
    if strange := _NOT_IN_NAMES.search(name):
        raise InvalidInput("full_name", f"Họ và tên “{name}” có ký tự “{strange[0]}” không dùng trong tên người.")
    if " " not in name:
        raise InvalidInput("full_name", f"Ghi đủ cả họ và tên, không chỉ “{name}”.")
    if len(name) > _LONGEST_NAME:
        raise InvalidInput("full_name", f"Họ và tên dài quá {_LONGEST_NAME} ký tự.")
    return name


def _checked_national_id(typed: str | None) -> str | None:
    digits = _SEPARATORS.sub("", tidy(typed or ""))
    if not digits:
        return None
    if not (digits.isascii() and digits.isdecimal()):
        raise InvalidInput("national_id", "Số căn cước chỉ gồm chữ số.")
    if len(digits) not in (9, 12):
        hint = " Có thể bảng tính đã làm mất số 0 ở đầu." if len(digits) in (8, 10, 11) else ""
        raise InvalidInput(
            "national_id", f"Số căn cước có 12 chữ số (chứng minh nhân dân cũ: 9), ở đây có {len(digits)}.{hint}"
        )
    return digits


def _check_birth(birth: PartialDate, today: date) -> None:
    if _first_day(birth) > today:
        raise InvalidInput("birth", f"Ngày sinh {birth.shown} ở sau ngày hôm nay.")
    if birth.year < today.year - _OLDEST:
        raise InvalidInput("birth", f"Năm sinh {birth.year} cách nay quá {_OLDEST} năm.")


def _check_start(start_date: date | None, birth: PartialDate) -> None:
    if start_date is not None and start_date <= _first_day(birth):
        raise InvalidInput("start_date", f"Ngày tuyển dụng phải sau ngày sinh ({birth.shown}).")


def _first_day(birth: PartialDate) -> date:
    return date(birth.year, birth.month or 1, birth.day or 1)
