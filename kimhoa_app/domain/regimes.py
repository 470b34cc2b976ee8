"""Which of the successive sets of rules governs a decision (rule C01)."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kimhoa_app.domain.periods import holds_on
from resources import read_toml


@dataclass(frozen=True, slots=True)
class Regime:
    """A set of rules by the day of decision; `certain` is False while its text has not been read.

    With `by_receipt` a dossier received before `valid_from` is still settled under the regime before it.
    """

    code: str
    name: str
    basis: str
    valid_from: date | None = None
    valid_to: date | None = None
    by_receipt: bool = False
    certain: bool = True


@cache
def regimes() -> tuple[Regime, ...]:
    """Return the regimes, oldest first; together they cover every day once."""
    return tuple(Regime(**entry) for entry in read_toml("regimes/regimes.toml")["regime"])


def regime_on(decision_date: date, received_date: date | None = None) -> Regime:
    """Return the regime of a decision signed on `decision_date` on a dossier received on `received_date`.

    Without `received_date` the day of the decision alone counts.
    """
    known = regimes()
    position = next(index for index, regime in enumerate(known) if holds_on(regime, decision_date))
    governing = known[position]
    if governing.by_receipt and _received_before(governing, received_date):
        return known[position - 1]
    return governing


def _received_before(regime: Regime, received_date: date | None) -> bool:
    return received_date is not None and regime.valid_from is not None and received_date < regime.valid_from
