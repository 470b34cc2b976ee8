"""Shares and caps as values that show their base and their rounding."""

from dataclasses import dataclass

from kimhoa_app.domain.eligibility.rules import Params
from kimhoa_app.domain.settings import basis_points
from kimhoa_app.text.numbers import percent

_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class LeastShare:
    """A share that must be reached: `count` of `base`; `needed` is the least number that reaches it.

    `limit` is the share in basis points; where `is_above`, it must be passed.
    """

    count: int
    base: int
    limit: int
    is_above: bool
    needed: int

    @property
    def reached(self) -> int:
        """The share in basis points, rounded down."""
        return self.count * _WHOLE // self.base if self.base else 0

    @property
    def is_met(self) -> bool:
        """Whether the count reaches what is needed."""
        return self.base > 0 and self.count >= self.needed

    @property
    def worked_out(self) -> str:
        """How the least was found, as "70% × 9 = 6,3, làm tròn lên 7 người"."""
        found = f"{percent(self.limit)} × {self.base} = {_product(self.limit, self.base)}"
        if self.is_above:
            return f"phải trên {found}, tức từ {self.needed} người"
        rounded = "" if self.limit * self.base % _WHOLE == 0 else f", làm tròn lên {self.needed}"
        return f"cần ít nhất {found}{rounded} người"


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
        found = f"{percent(self.limit)} × {self.base} = {_product(self.limit, self.base)}"
        if self.raised:
            return f"{found}, lấy ít nhất {self.allowed}"
        return found if self.limit * self.base % _WHOLE == 0 else f"{found}, làm tròn xuống {self.allowed}"


def least_share(params: Params, count: int, base: int) -> LeastShare:
    """Return the share that a rule asks for: `at_least` a percentage, or `above` it."""
    if "above" in params:
        limit = basis_points(params["above"])
        return LeastShare(count, base, limit, is_above=True, needed=limit * base // _WHOLE + 1)
    limit = basis_points(params["at_least"])
    return LeastShare(count, base, limit, is_above=False, needed=-(-limit * base // _WHOLE))


def most_share(limit: int, count: int, base: int, *, at_least_one: bool = False) -> MostShare:
    """Return the cap of `limit` basis points of `base`, rounded down; with `at_least_one` a base above 0 allows one."""
    allowed = limit * base // _WHOLE
    raised = at_least_one and base > 0 and allowed == 0
    return MostShare(count, base, limit, 1 if raised else allowed, raised)


def _product(limit: int, base: int) -> str:
    """Return a share of a number as people write it: "6,3"."""
    return f"{limit * base / _WHOLE:.2f}".rstrip("0").rstrip(".").replace(".", ",")
