"""Which bodies of a commune do what its papers on emulation ask for, with the days on which each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.periods import holds_on
from resources import read_toml


@dataclass(frozen=True, slots=True)
class CommuneBody:
    """A body or a post with its role; `kept_by` is how the archive line abbreviates it, "" where it stands in none."""

    role: str
    name: str
    kinds: tuple[OfficeKind, ...] = tuple(OfficeKind)
    kept_by: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


def bodies_on(day: date, kind: OfficeKind) -> dict[str, CommuneBody]:
    """Return the bodies of such a commune on `day` by their role: standing, office, culture, finance, media.

    A township, which was closed on 01/07/2025, has those of a ward after that day.
    """
    sought = OfficeKind.WARD if kind is OfficeKind.TOWNSHIP else kind
    fitting: Iterable[CommuneBody] = (body for body in _bodies() if sought in body.kinds and holds_on(body, day))
    return {body.role: _named(body, kind) for body in fitting}


@cache
def _bodies() -> tuple[CommuneBody, ...]:
    return tuple(_body(entry) for entry in read_toml("regimes/commune-bodies.toml")["body"])


def _body(entry: dict[str, Any]) -> CommuneBody:
    kinds = tuple(map(OfficeKind, entry["kinds"])) if "kinds" in entry else tuple(OfficeKind)
    return CommuneBody(**{**entry, "kinds": kinds})


def _named(body: CommuneBody, kind: OfficeKind) -> CommuneBody:
    name = body.name.format(kind=kind.value)
    return CommuneBody(body.role, name, body.kinds, body.kept_by, body.valid_from, body.valid_to)
