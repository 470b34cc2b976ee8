"""The conditions as data: which hold for an award in a regime, how severely, on which ground, with which figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Any

from resources import read_toml

Params = Mapping[str, Any]


class Severity(StrEnum):
    """What an unmet condition does: it bars the award, warns, only informs, or is not looked at."""

    BLOCK = "block"
    WARN = "warn"
    INFORM = "inform"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition in one regime; `look` names the way it is tested, `certain` is False until it is confirmed."""

    id: str
    title: str
    look: str
    awards: tuple[str, ...]
    severity: Severity
    basis: str
    params: Params = field(default_factory=dict, hash=False)
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Override:
    """What the office has changed of a rule in a regime: its severity, some of its figures, or that it is confirmed."""

    severity: Severity | None = None
    params: Params = field(default_factory=dict, hash=False)
    certain: bool | None = None


Overrides = Mapping[tuple[str, str], Override]
"""Changes by the id of the rule and the code of the regime."""


def rules_of(award: str, regime: str, overrides: Overrides | None = None) -> tuple[Rule, ...]:
    """Return the conditions of `award` in that regime, as the office has changed them, without those that are off."""
    changed = overrides or {}
    found = [_changed(rule, changed.get((rule.id, regime))) for rule in _rules(regime) if award in rule.awards]
    return tuple(rule for rule in found if rule.severity is not Severity.OFF)


def covered_awards() -> frozenset[str]:
    """Return the codes of the awards that have conditions in some regime."""
    return frozenset(code for entry in _entries() for code in entry["awards"])


@cache
def _rules(regime: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            id=entry["id"],
            title=entry["title"],
            look=entry["look"],
            awards=tuple(entry["awards"]),
            severity=Severity(valid["severity"]),
            basis=valid["basis"],
            params=valid.get("params", {}),
            certain=valid.get("certain", True),
        )
        for entry in _entries()
        for valid in entry["valid"]
        if regime in valid["regimes"]
    )


def _entries() -> Sequence[dict[str, Any]]:
    entries: Sequence[dict[str, Any]] = read_toml("regimes/eligibility.toml")["rule"]
    return entries


def _changed(rule: Rule, override: Override | None) -> Rule:
    if override is None:
        return rule
    return replace(
        rule,
        severity=override.severity or rule.severity,
        params={**rule.params, **override.params},
        certain=rule.certain if override.certain is None else override.certain,
    )
