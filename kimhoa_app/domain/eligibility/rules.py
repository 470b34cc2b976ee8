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


class Target(StrEnum):
    """Whom a rule looks at: one person, one unit, one household, or the list of a year as a whole."""

    PERSON = "person"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    LIST = "list"


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
    target: Target = Target.PERSON


@dataclass(frozen=True, slots=True)
class Override:
    """What the office has changed of a rule in a regime: its severity, some of its figures, or that it is confirmed."""

    severity: Severity | None = None
    params: Params = field(default_factory=dict, hash=False)
    certain: bool | None = None


Overrides = Mapping[tuple[str, str], Override]
"""Changes by the id of the rule and the code of the regime."""


Rulebook = Mapping[tuple[Target, str], tuple[Rule, ...]]
"""The conditions that hold in a regime, by whom they look at and the award."""


def rulebook(regime: str, overrides: Overrides | None = None) -> Rulebook:
    """Return the conditions of a regime as the office has changed them, without those that are off."""
    changed = overrides or {}
    book: dict[tuple[Target, str], list[Rule]] = {}
    for shipped in shipped_rules(regime):
        rule = changed_rule(shipped, changed.get((shipped.id, regime)))
        if rule.severity is not Severity.OFF:
            for award in rule.awards:
                book.setdefault((rule.target, award), []).append(rule)
    return {key: tuple(rules) for key, rules in book.items()}


def rules_of(
    award: str, regime: str, overrides: Overrides | None = None, target: Target = Target.PERSON
) -> tuple[Rule, ...]:
    """Return the conditions of `award` in that regime, as the office has changed them, without those that are off."""
    return rulebook(regime, overrides).get((target, award), ())


def list_rule(rule_id: str, regime: str, overrides: Overrides | None = None) -> Rule | None:
    """Return a rule about a whole list (a share, a cap) as it holds in that regime, None where it does not."""
    for shipped in shipped_rules(regime):
        if shipped.id == rule_id and shipped.target is Target.LIST:
            rule = changed_rule(shipped, (overrides or {}).get((rule_id, regime)))
            return None if rule.severity is Severity.OFF else rule
    return None


@cache
def shipped_rules(regime: str) -> tuple[Rule, ...]:
    """Return every rule of a regime as it ships, in the order of the data."""
    return tuple(
        Rule(
            id=entry["id"],
            title=entry["title"],
            look=entry["look"],
            awards=tuple(entry.get("awards", ())),
            severity=Severity(valid["severity"]),
            basis=valid["basis"],
            params=valid.get("params", {}),
            certain=valid.get("certain", True),
            target=Target(entry.get("target", "person")),
        )
        for entry in _entries()
        for valid in entry["valid"]
        if regime in valid["regimes"]
    )


def changed_rule(rule: Rule, override: Override | None) -> Rule:
    """Return the rule as the office has changed it."""
    if override is None:
        return rule
    return replace(
        rule,
        severity=override.severity or rule.severity,
        params={**rule.params, **override.params},
        certain=rule.certain if override.certain is None else override.certain,
    )


def _entries() -> Sequence[dict[str, Any]]:
    entries: Sequence[dict[str, Any]] = read_toml("regimes/eligibility.toml")["rule"]
    return entries
