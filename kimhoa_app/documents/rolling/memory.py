"""What the office itself knows: units and names that are no more, people who have left, who signs now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kimhoa_app.documents.rolling.mentions import Mention
from kimhoa_app.text.dates import short_date


@dataclass(frozen=True, slots=True)
class FormerName:
    """The name of a unit or an office that is not called so from `ended_on` on; `now` is who took over, if anyone."""

    name: str
    ended_on: date
    now: str | None = None


@dataclass(frozen=True, slots=True)
class DepartedPerson:
    """Somebody who has left the office; `how` says it ("đã chuyển công tác")."""

    name: str
    how: str


@dataclass(frozen=True, slots=True)
class PresentSigner:
    """Who signs for the office in the new year."""

    name: str
    position: str


@dataclass(frozen=True, slots=True)
class OfficeMemory:
    """What the registers of the office say for the new year; `present` are names of units and people that hold."""

    former_names: tuple[FormerName, ...] = ()
    departed: tuple[DepartedPerson, ...] = ()
    present: tuple[str, ...] = ()
    signer: PresentSigner | None = None


NOTHING_KNOWN = OfficeMemory()


def remembered(text: str, memory: OfficeMemory) -> Iterator[Mention]:
    """Yield the names in `text` of units that are no more and of people who have left; longer names come first."""
    pattern, former, departed = _index(memory)
    for match in pattern.finditer(text) if pattern else ():
        key = _key(match[0])
        if key in former:
            yield _former(former[key], match)
        elif key in departed:
            ask = f"{departed[key].name} {departed[key].how}; hãy ghi người nay làm việc này."
            yield Mention("person", *match.span(), question=ask)


def signer_question(name: str, memory: OfficeMemory) -> tuple[str, str | None]:
    """Return what is asked about the signer of last year, "" where the same person signs, and who signs now."""
    if memory.signer is None:
        return "Người ký này năm nay còn giữ chức vụ không?", None
    if _key(memory.signer.name) == _key(name):
        return "", None
    return f"Người ký hiện nay là {memory.signer.name} ({memory.signer.position}).", memory.signer.name


def _former(known: FormerName, match: re.Match[str]) -> Mention:
    what = f"nay là {known.now}" if known.now else "hãy ghi đơn vị nay làm việc này"
    ask = f"{known.name} không còn tên này từ ngày {short_date(known.ended_on)}; {what}."
    now = known.now.upper() if known.now and match[0].isupper() else known.now
    return Mention("former-name", *match.span(), question=ask, proposal=now)


@cache
def _index(
    memory: OfficeMemory,
) -> tuple[re.Pattern[str] | None, dict[str, FormerName], dict[str, DepartedPerson]]:
    present = {_key(name) for name in memory.present}
    former = {_key(each.name): each for each in memory.former_names if _key(each.name) not in present}
    departed = {_key(each.name): each for each in memory.departed if _key(each.name) not in present}
    names = sorted({*present, *former, *departed} - {""}, key=lambda name: (-len(name), name))
    if not former and not departed:
        return None, {}, {}
    longest_first = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", re.IGNORECASE), former, departed


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
