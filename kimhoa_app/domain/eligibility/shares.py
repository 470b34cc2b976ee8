"""Shares and caps as values that show their base and their rounding."""

from dataclasses import dataclass
from math import ceil, floor

from kimhoa_app.domain.eligibility.rules import Params
from kimhoa_app.domain.settings import basis_points
from kimhoa_app.text.numbers import percent

_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class LeastShare:
    """A share that must be reached: `count` of `base`; `needed` is the least number that reaches it."""

    count: int
    base: int
    needed: int

    @property
    def reached(self) -> int:
        """The share in basis points, rounded down."""
        return self.count * _WHOLE // self.base if self.base else 0

    @property
    def is_met(self) -> bool:
        """Whether the count reaches what is needed."""
        return self.base > 0 and self.count >= self.needed


@dataclass(frozen=True, slots=True)
class MostShare:
    """A share that may not be passed: `allowed` is the most, rounded down; `raised` when the least of one was used."""

    count: int
    base: int
    limit: int
    allowed: int
    raised: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether the count does not pass what is allowed."""
        return self.count <= self.allowed

    @property
    def worked_out(self) -> str:
        """How the most was found, as "15% × 23 = 3,45, làm tròn xuống 3"."""
        product = f"{self.limit * self.base / _WHOLE:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        found = f"{percent(self.limit)} × {self.base} = {product}"
        if self.raised:
            return f"{found}, lấy ít nhất {self.allowed}"
        return found if self.limit * self.base % _WHOLE == 0 else f"{found}, làm tròn xuống {self.allowed}"


def least_share(params: Params, count: int, base: int) -> LeastShare:
    """Return the share that a rule asks for: `at_least` a percentage, or `above` it."""
    if "above" in params:
        return LeastShare(count, base, floor(basis_points(params["above"]) * base / _WHOLE) + 1)
    return LeastShare(count, base, ceil(basis_points(params["at_least"]) * base / _WHOLE))


def most_share(limit: int, count: int, base: int, *, at_least_one: bool = False) -> MostShare:
    """Return the cap of `limit` basis points of `base`, rounded down; with `at_least_one` a base above 0 allows one."""
    allowed = limit * base // _WHOLE
    raised = at_least_one and base > 0 and allowed == 0
    return MostShare(count, base, limit, 1 if raised else allowed, raised)
