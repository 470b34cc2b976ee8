"""Sáng kiến, as far as commendation asks for them."""

from enum import StrEnum


class Scope(StrEnum):
    """How far an initiative is recognised to reach, the nearest first: cơ sở, tỉnh, toàn quốc."""

    GRASSROOTS = "grassroots"
    PROVINCE = "province"
    NATION = "nation"

    def reaches(self, other: "Scope") -> bool:
        """Return whether this scope is as wide as `other` or wider."""
        return _WIDTHS[self] >= _WIDTHS[other]


_WIDTHS = {scope: width for width, scope in enumerate(Scope)}
