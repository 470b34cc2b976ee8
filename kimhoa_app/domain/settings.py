"""Every setting of the office once: what it is called, what it may be, its default and the ground of that default."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final, Literal, cast

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.marks import Criterion, parse_criteria, written_criteria
from kimhoa_app.text.dates import day_in_year
from kimhoa_app.text.normal import tidy
from kimhoa_app.text.numbers import NumberWording, percent
from resources import read_toml

PAPER: Final = "paper."
"""How the keys of those settings begin that fill a field of the same name in documents."""

_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))? ?%?")
_SHARE = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})")
_INTEGER = re.compile(r"\d{1,6}")
_COMMON_YEAR = 2001
_YES = {"true", "có"}
_NO = {"false", "không"}


class SettingKind(StrEnum):
    """What a setting holds; `DAY` is a day of the year, "dd/mm", `POINTS` criteria with the points of each."""

    INTEGER = "integer"
    SHARE = "share"
    PERCENT = "percent"
    CHOICE = "choice"
    BOOLEAN = "boolean"
    TEXT = "text"
    DAY = "day"
    POINTS = "points"


_EXPECTED = {
    SettingKind.INTEGER: "ghi một số nguyên, ví dụ 7",
    SettingKind.SHARE: "ghi một phân số không lớn hơn 1, ví dụ 2/3",
    SettingKind.PERCENT: "ghi một tỷ lệ trên 0% và không quá 100%, ví dụ 70%",
    SettingKind.BOOLEAN: "chọn Có hoặc Không",
    SettingKind.POINTS: "ghi từng tiêu chí và điểm tối đa, cộng lại bằng 100, ví dụ Tính mới: 40; Hiệu quả: 60",
    SettingKind.DAY: "ghi ngày và tháng mà năm nào cũng có, ví dụ 31/01",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `default` is written as a stored value is, `choices` are codes with what people read for them.

    `ground` is an article or "thông lệ địa phương"; `certain` is False for what the clerk should confirm against the
    rules of the province or the council.
    """

    key: str
    label: str
    group: str
    kind: SettingKind
    default: str
    ground: str
    certain: bool = True
    choices: Mapping[str, str] = field(default_factory=dict)

    def shown(self, stored: str) -> str:
        """Return what people read for the stored value."""
        match self.kind:
            case SettingKind.CHOICE:
                return self.choices[stored]
            case SettingKind.BOOLEAN:
                return "Có" if stored == "true" else "Không"
            case _:
                return stored


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as they hold: what the office has changed (`stored`, by key), else the default.

    The typed readers raise KeyError for an unknown key, TypeError for a key of another kind, and InvalidInput when
    what is stored cannot be used.
    """

    stored: Mapping[str, str] = field(default_factory=dict)

    def value(self, key: str) -> str:
        """Return the stored value of `key` or its default, unread."""
        return self.stored.get(key, definitions()[key].default)

    def integer(self, key: str) -> int:
        """Return a whole number."""
        return int(self._of(key, SettingKind.INTEGER))

    def share(self, key: str) -> tuple[int, int]:
        """Return a share as numerator and denominator."""
        numerator, denominator = self._of(key, SettingKind.SHARE).split("/")
        return int(numerator), int(denominator)

    def percent(self, key: str) -> int:
        """Return a percentage in basis points: 7000 for 70%."""
        return basis_points(self._of(key, SettingKind.PERCENT))

    def choice(self, key: str) -> str:
        """Return the code that was chosen."""
        return self._of(key, SettingKind.CHOICE)

    def boolean(self, key: str) -> bool:
        """Return whether it is so."""
        return self._of(key, SettingKind.BOOLEAN) == "true"

    def text(self, key: str) -> str:
        """Return a line of text, perhaps empty."""
        return self._of(key, SettingKind.TEXT)

    def day(self, key: str, year: int) -> date:
        """Return the day of `year` that a yearly date falls on."""
        return day_in_year(self._of(key, SettingKind.DAY), year)

    def criteria(self, key: str) -> tuple[Criterion, ...]:
        """Return criteria with the points of each, which add up to 100."""
        return parse_criteria(self._of(key, SettingKind.POINTS))

    @property
    def wording(self) -> NumberWording:
        """How the office says numbers."""
        return NumberWording(
            empty_tens=cast(Literal["linh", "lẻ"], self.choice("wording.empty_tens")),
            thousand=cast(Literal["nghìn", "ngàn"], self.choice("wording.thousand")),
            four=cast(Literal["tư", "bốn"], self.choice("wording.four")),
        )

    def _of(self, key: str, kind: SettingKind) -> str:
        if definitions()[key].kind is not kind:
            raise TypeError(f"{key} is no {kind}")
        return checked_value(key, self.value(key))


@cache
def definitions() -> dict[str, Setting]:
    """Return every setting by key, in the order in which a page shows them."""
    entries: list[dict[str, Any]] = read_toml("regimes/settings.toml")["setting"]
    return {entry["key"]: Setting(**{**entry, "kind": SettingKind(entry["kind"])}) for entry in entries}


def checked_value(key: str, text: str) -> str:
    """Return what is to be stored when the clerk types `text` for `key`; a stored value comes back unchanged.

    Raises InvalidInput, with the key as its field, for what the setting cannot hold, and KeyError for an unknown key.
    """
    setting = definitions()[key]
    try:
        return _read(setting, tidy(text))
    except ValueError:
        raise InvalidInput(key, f"{setting.label}: {_expected(setting)}.") from None


def _read(setting: Setting, typed: str) -> str:
    match setting.kind:
        case SettingKind.INTEGER:
            return str(int(_matched(_INTEGER, typed)[0]))
        case SettingKind.SHARE:
            return _share(typed)
        case SettingKind.PERCENT:
            return percent(basis_points(typed))
        case SettingKind.CHOICE:
            return _choice(setting, typed)
        case SettingKind.BOOLEAN:
            return _boolean(typed)
        case SettingKind.DAY:
            return f"{day_in_year(typed, _COMMON_YEAR):%d/%m}"
        case SettingKind.POINTS:
            return written_criteria(parse_criteria(typed))
        case SettingKind.TEXT:
            return typed


def _expected(setting: Setting) -> str:
    if setting.kind is SettingKind.CHOICE:
        return "chọn một trong: " + "; ".join(setting.choices.values())
    return _EXPECTED[setting.kind]


def _matched(pattern: re.Pattern[str], typed: str) -> re.Match[str]:
    match = pattern.fullmatch(typed)
    if match is None:
        raise ValueError(typed)
    return match


def basis_points(typed: str) -> int:
    """Return a percentage as typed ("70%", "66,67") in basis points; raises ValueError for none above 0 up to 100."""
    whole, decimals = _matched(_PERCENT, typed).groups(default="")
    points = int(whole) * 100 + int(decimals.ljust(2, "0"))
    if not 0 < points <= 10_000:
        raise ValueError(typed)
    return points


def _share(typed: str) -> str:
    numerator, denominator = (int(part) for part in _matched(_SHARE, typed).groups())
    if not 0 < numerator <= denominator:
        raise ValueError(typed)
    return f"{numerator}/{denominator}"


def _choice(setting: Setting, typed: str) -> str:
    for code, label in setting.choices.items():
        if typed in (code, label):
            return code
    raise ValueError(typed)


def _boolean(typed: str) -> str:
    if typed.casefold() in _YES:
        return "true"
    if typed.casefold() in _NO:
        return "false"
    raise ValueError(typed)
