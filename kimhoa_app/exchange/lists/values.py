"""What cells mean: days as people type them, identity numbers that Excel took for quantities, decisions, codes."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from openpyxl.utils.datetime import from_excel

from kimhoa_app.domain.awards import AwardKind, catalogue
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender
from kimhoa_app.exchange.lists.cells import CellValue
from kimhoa_app.text.normal import tidy
from kimhoa_app.text.search_keys import search_key
from kimhoa_app.text.typed_dates import read_typed_date
from resources import read_toml

ID_LENGTH = 12
OLD_ID_LENGTH = 9
WHOLE_SHARE = 10_000

# Days from 1927 to 2064 as Excel counts them; no year of birth is as large.
_SERIALS = range(10_000, 60_000)
_YOUNGEST = 14
_SEPARATORS = re.compile(r"[\s.'’`\-]")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")
_NOT_LETTERS = re.compile(r"[\s.\-_/]+")
_NUMBER = re.compile(
    r"(?:quyết định|qđ|q\.đ)?\s*(?:số)?\s*:?\s*"
    r"(?P<number>\d+[a-zđ]?(?:/(?:\d{4}/)?(?:[A-ZĐƯ]{1,6}\.?)(?:[-–&][\wĐđƯư.]+)*)?)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:ngày\s*)?(?:\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:\d{4}|\d{2})(?!\d)|\d{1,2}\s*tháng\s*\d{1,2}\s*(?:năm\s*)?\d{4})",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"\bcủa\s+(?P<who>.+)$", re.IGNORECASE)
_SHARE = re.compile(r"(?P<points>\d{1,3}(?:[.,]\d{1,2})?)\s*%")
_AUTHORS = re.compile(r"\s*(?:[;\n]|,(?!\d)|\s+và\s+|\s+&\s+|\s\+\s)\s*", re.IGNORECASE)
_LISTED = re.compile(r"^(?:\d+\s*[.)]|[-–•+*])\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell gives and what has to be said of it; `remark` is a sentence, "" for nothing."""

    value: PartialDate | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision as far as a list names it."""

    number: str = ""
    day: date | None = None
    authority: str = ""


NO_DECISION = ListedDecision()


def day_of(value: CellValue, label: str, today: date, *, is_birth: bool = False) -> Told:
    """Return the day, or the year alone, that a cell gives; of one that cannot be, or lies ahead, only the sentence."""
    try:
        found, remark = _read_day(value, today.year - _YOUNGEST if is_birth else today.year + 1)
    except ValueError as error:
        return Told(remark=f"{label} “{_shown(value)}”: {error}, nên để trống.")
    if is_birth and date(found.year, found.month or 1, found.day or 1) > today:
        return Told(remark=f"{label} “{_shown(value)}” ở sau ngày hôm nay nên để trống.")
    return Told(found, f"{label} “{_shown(value)}”: {remark}." if remark else "")


def _read_day(value: CellValue, latest_year: int) -> tuple[PartialDate, str]:
    if isinstance(value, date):
        return PartialDate.from_date(value), ""
    if isinstance(value, int | float) and int(value) in _SERIALS:
        return PartialDate.from_date(from_excel(int(value)).date()), ""
    text = str(value)
    if text.isdigit() and len(text) == len("05000") and int(text) in _SERIALS:
        return PartialDate.from_date(from_excel(int(text)).date()), ""
    typed = read_typed_date(text, latest_year)
    return PartialDate(typed.year, typed.month, typed.day), typed.remark


def full_day_of(value: CellValue, label: str, today: date) -> tuple[date | None, str]:
    """Return the day that a cell gives and what has to be said of it; a year alone is no day."""
    told = day_of(value, label, today)
    if told.value is None:
        return None, told.remark
    if told.value.month is None or told.value.day is None:
        return None, f"{label} “{_shown(value)}” chỉ có năm {told.value.year} nên để trống."
    return date(told.value.year, told.value.month, told.value.day), told.remark


def national_id_of(value: CellValue, birth: PartialDate | None, gender: Gender | None) -> tuple[str | None, str]:
    """Return the identity number of a cell as text and what has to be said of it.

    A number of 12 digits has a province first, then a digit for gender and century and two for the year of birth
    (Nghị định số 137/2015/NĐ-CP, Điều 13; Thông tư số 59/2021/TT-BCA). The zeros that a spreadsheet dropped come back
    only where that fits the province and what is known of birth and gender; one of 9 digits is an old CMND.
    """
    shown = _shown(value)
    if _SCIENTIFIC.fullmatch(shown.replace(" ", "")):
        return None, f"Số định danh “{shown}” đã bị bảng tính làm tròn, mất chữ số nên để trống."
    digits = _SEPARATORS.sub("", shown.removesuffix(".0"))
    if not re.fullmatch(r"[0-9]+", digits):
        return None, f"Số định danh “{shown}” không phải là dãy chữ số nên để trống."
    if len(digits) == OLD_ID_LENGTH:
        return digits, f"Số “{digits}” là chứng minh nhân dân 9 số đã hết hạn sử dụng; nên bổ sung số định danh 12 số."
    full = digits.zfill(ID_LENGTH)
    if len(digits) == ID_LENGTH and full[:3] in _provinces():
        return digits, _mismatch(digits, birth, gender)
    if ID_LENGTH - len(digits) in (1, 2) and full[:3] in _provinces() and not _mismatch(full, birth, gender):
        return full, ""
    if len(digits) == ID_LENGTH:
        return None, f"Số định danh “{shown}” có mã tỉnh {digits[:3]} không có trong danh mục nên để trống."
    return None, f"Số định danh “{shown}” có {len(digits)} chữ số, không đúng 12 chữ số nên để trống."


def _mismatch(digits: str, birth: PartialDate | None, gender: Gender | None) -> str:
    """Return in what a number differs from what the line says, "" for nothing."""
    century, is_female = divmod(int(digits[3]), 2)
    year = 1900 + century * 100 + int(digits[4:6])
    if birth is not None and birth.year != year:
        return f"Số định danh {digits} là của người sinh năm {year}, khác năm sinh {birth.year}; hãy kiểm tra lại."
    if gender is not None and (gender is Gender.FEMALE) != bool(is_female):
        return (
            f"Số định danh {digits} là của {'nữ' if is_female else 'nam'}, khác giới tính trong dòng; hãy kiểm tra lại."
        )
    return ""


def _provinces() -> list[str]:
    provinces: list[str] = read_toml("catalogue/national_ids.toml")["provinces"]
    return provinces


def decision_of(text: str, today: date) -> tuple[ListedDecision, str]:
    """Return the decision that a cell names: "QĐ số 123/QĐ-UBND ngày 5/1/2024 của Chủ tịch UBND xã", and a remark."""
    written = tidy(text)
    day_match = _DAY.search(written)
    day, remark = full_day_of(day_match[0], "Ngày quyết định", today) if day_match else (None, "")
    rest = written if day_match is None else f"{written[: day_match.start()]} ; {written[day_match.end() :]}"
    who = _AUTHORITY.search(rest)
    number = _NUMBER.search(rest if who is None else rest[: who.start()])
    found = ListedDecision(number["number"] if number else "", day, who["who"].strip(" ;,.") if who else "")
    if not found.number and day is None and not remark:
        return ListedDecision(), f"Quyết định “{written}” không đọc được số, ngày."
    return found, remark


def share_of(text: str) -> int | None:
    """Return a share in basis points: "60%", "60 %", "0,6"; None where there is none."""
    match = _SHARE.search(text)
    if match is not None:
        return round(float(match["points"].replace(",", ".")) * 100)
    try:
        figure = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return round(figure * WHOLE_SHARE) if 0 < figure <= 1 else round(figure * 100) if figure <= 100 else None


def authors_of(text: str) -> list[tuple[str, int | None]]:
    """Return the authors that a cell names with their shares: "Trần Văn A (60%), Lê Thị B (40%)"."""
    found = []
    for part in _AUTHORS.split(text.strip()):
        share = share_of(part) if "%" in part else None
        name = tidy(_LISTED.sub("", re.sub(r"[-–:(\[]*\s*\d{1,3}(?:[.,]\d+)?\s*%\s*[)\]]*", " ", part))).strip(" -–:()")
        if name:
            found.append((name, share))
    return found


@lru_cache(maxsize=10_000)
def code_of(text: str, group: str) -> str | None:
    """Return the code that the words of a cell stand for, None for other words.

    `group` is one of `list-words.toml`; that of awards knows their codes and names too, and its parts are "title" and
    "form".
    """
    bare = re.sub(r"\([^)]*\)", " ", text)
    known = _codes(group)
    keys = [word_key(bare), word_key(text)]
    return next((known[key] for key in (*keys, *(key.replace(" ", "") for key in keys)) if key in known), None)


def code_in(text: str, group: str) -> str | None:
    """Return the first code that words of a longer text stand for in a `group` of `list-words.toml`, or None."""
    key = word_key(text)
    found = [(key.find(word), code) for word, code in _codes(group).items() if len(word) > 1 and word in key]
    return min(found)[1] if found else None


def word_key(text: str) -> str:
    """Return what words of lists are compared by: no diacritics, no signs, "sỹ" as "sĩ", "ubnd" written out."""
    key = _NOT_LETTERS.sub(" ", search_key(text)).strip(" ,;:")
    return key.replace("chien sy", "chien si").replace("uy ban nhan dan", "ubnd")


@cache
def _codes(group: str) -> dict[str, str]:
    if group in (AwardKind.TITLE, AwardKind.FORM):
        return {word: code for word, code in _codes("award").items() if catalogue()[code].kind == group}
    words: dict[str, list[str]] = read_toml("catalogue/list-words.toml")[group]
    known = {word_key(wording): code for code, wordings in words.items() for wording in wordings}
    named = catalogue().values() if group == "award" else ()
    return known | {word_key(name): entry.code for entry in named for name in (entry.code, *entry.all_names)}


def _shown(value: CellValue) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else tidy(str(value))
