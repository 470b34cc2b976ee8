"""The kinds of lists that can be read, each by its columns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from kimhoa_app.text.normal import tidy
from kimhoa_app.text.search_keys import search_key
from resources import read_toml

_REMARK = re.compile(r"\([^)]*\)")
_NOT_WORDS = re.compile(r"[^\w]+")
_YEAR = re.compile(r"\b(?:năm|nam)?\s*((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?\b", re.IGNORECASE)

PEOPLE = frozenset({"full_name", "given_name"})
SUBJECTS = PEOPLE | {"collective"}


class ListKind(StrEnum):
    """A kind of list: cán bộ, xếp loại, khen thưởng, sáng kiến, đăng ký."""

    STAFF = "staff"
    RATINGS = "ratings"
    AWARDS = "awards"
    INITIATIVES = "initiatives"
    REGISTRATIONS = "registrations"


@dataclass(frozen=True, slots=True)
class KindRules:
    """What makes a list one of its kind.

    A header needs one of `names` and, where there are such, one of `needs`. A meaning in `yearly` may have a column for
    each year, and `yearly[0]` is what a year alone as a header means. A meaning in `ticked` may have a column for each
    of its values, headed by a word of that group of `list-words.toml` and ticked in the lines. What `carries` is blank
    in a line that goes on with the subject of the line above.
    """

    names: frozenset[str]
    needs: frozenset[str] = frozenset()
    yearly: tuple[str, ...] = ()
    ticked: Mapping[str, str] = field(default_factory=dict)
    carries: frozenset[str] = frozenset()
    takes_every_sheet: bool = False
    wanted: str = ""


_PERSON_CELLS = SUBJECTS | {
    "ordinal",
    "name_rest",
    "family_names",
    "birth",
    "national_id",
    "unit",
    "position",
    "gender",
}

RULES: Mapping[ListKind, KindRules] = {
    ListKind.STAFF: KindRules(PEOPLE, wanted="Họ và tên cùng ít nhất một cột khác (ví dụ Ngày sinh, Chức vụ, Đơn vị)"),
    ListKind.RATINGS: KindRules(
        SUBJECTS,
        frozenset({"rating"}),
        ("rating", "discipline"),
        {"rating": "rating"},
        wanted="Họ và tên cùng cột Xếp loại",
    ),
    ListKind.AWARDS: KindRules(
        SUBJECTS,
        frozenset({"title", "form"}),
        ("title", "form"),
        {"title": "award"},
        _PERSON_CELLS,
        wanted="Họ và tên cùng cột Danh hiệu hoặc Hình thức khen thưởng",
    ),
    ListKind.INITIATIVES: KindRules(
        PEOPLE,
        frozenset({"name"}),
        carries=frozenset(
            {"ordinal", "name", "scope", "field", "summary", "decision", "decision_number", "decision_date"}
        )
        | {"authority", "year", "note"},
        wanted="Tác giả cùng cột Tên sáng kiến",
    ),
    ListKind.REGISTRATIONS: KindRules(
        SUBJECTS,
        frozenset({"title", "flag"}),
        ticked={"title": "title", "form": "form"},
        takes_every_sheet=True,
        wanted="Họ và tên cùng cột Danh hiệu",
    ),
}


def header_key(text: str) -> str:
    """Return what headers are compared by: no year, no remark in brackets, no sign, no diacritic, small letters."""
    bare = _YEAR.sub(" ", _REMARK.sub(" ", tidy(text)))
    return tidy(_NOT_WORDS.sub(" ", search_key(bare)))


def year_in(text: str) -> int | None:
    """Return the year that a header or a title names, of a school year the later, None for none or several."""
    found = {match[2] or match[1] for match in _YEAR.finditer(text)}
    return int(found.pop()) if len(found) == 1 else None


def meanings(kind: ListKind) -> list[str]:
    """Return every meaning that a column of such a list can have, in the order of the data."""
    return list(dict.fromkeys(_synonyms(kind).values()))


def meaning_words(meaning: str, kind: ListKind) -> str:
    """Return what people call a column of this meaning in a list of `kind`."""
    if meaning == "name_rest":
        return "Họ và tên, phần ở cột bên"
    words = _columns(kind)[meaning][0]
    return words.upper() if meaning == "ordinal" else words[:1].upper() + words[1:]


def exact_meaning(header: str, kind: ListKind) -> str | None:
    """Return the meaning of a column whose header is one of its known wordings."""
    return _synonyms(kind).get(header_key(header))


def meaning_of(header: str, kind: ListKind) -> str | None:
    """Return the meaning of a column by its header, by the longest wording that it begins with, or None."""
    key = header_key(header)
    synonyms = _synonyms(kind)
    if key in synonyms:
        return synonyms[key]
    beginning = [known for known in synonyms if " " in known and key.startswith(known + " ")]
    return synonyms[max(beginning, key=len)] if beginning else None


@cache
def _columns(kind: ListKind) -> Mapping[str, list[str]]:
    """Return the wordings of each meaning, those that only this kind has last."""
    catalogue: dict[str, dict[str, list[str]]] = read_toml("catalogue/columns.toml")
    common = {meaning: words for meaning, words in catalogue["common"].items() if meaning not in catalogue[kind]}
    return common | catalogue[kind]


@cache
def _synonyms(kind: ListKind) -> dict[str, str]:
    return {header_key(wording): meaning for meaning, words in _columns(kind).items() for wording in words}
