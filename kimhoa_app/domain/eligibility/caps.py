"""What a whole list is held to: caps on titles and ratings, nobody twice, the share of leaders (C15, C36, C44, C45)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kimhoa_app.domain.eligibility.rules import Overrides, Rule, Severity, list_rule
from kimhoa_app.domain.eligibility.shares import MostShare, most_share
from kimhoa_app.domain.eligibility.verdicts import Verdict
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.people import Rating, StaffGroup
from kimhoa_app.domain.settings import basis_points

OFFICE = "Toàn cơ quan"


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as the caps count one: where, and whether in the base of Lao động tiên tiến or put forward above it."""

    full_name: str
    birth: str = ""
    unit: str = ""
    group: StaffGroup | None = None
    is_leader: bool = False
    rating: Rating | None = None
    is_labour: bool = False
    is_hero: bool = False


@dataclass(frozen=True, slots=True)
class ListCheck:
    """What a rule about the list says for one part of it: `ok` is None where there is nothing to count.

    `detail` shows count, base and rounding; `is_cap` is False for a condition that is met or not.
    """

    id: str
    title: str
    where: str
    ok: bool | None
    detail: str
    basis: str
    severity: Severity
    certain: bool
    is_cap: bool = True

    @property
    def word(self) -> str:
        """How the check stands, as people read it."""
        words = _CAP_WORDS if self.is_cap else _CONDITION_WORDS
        return words[self.ok]


_CAP_WORDS = MappingProxyType({True: "trong mức", False: "vượt mức", None: "chưa có số liệu"})
_CONDITION_WORDS = MappingProxyType({True: "đạt", False: "không đạt", None: "chưa rõ"})


def share_checks(name: str, verdict: Verdict) -> tuple[ListCheck, ...]:
    """Return the shares among the conditions of a collective (C24, C25), to be told beside the caps of the year."""
    return tuple(
        ListCheck(
            rule.id, rule.title, f"{name}, {verdict.code}", rule.ok, rule.detail, rule.basis, rule.severity,
            rule.certain, is_cap=False,
        )
        for rule in verdict.rules if rule.id in _SHARES
    )  # fmt: skip


_SHARES = frozenset({"C24", "C25"})


def list_checks(
    people: Sequence[Listed], year: int, regime: str, overrides: Overrides | None = None
) -> tuple[ListCheck, ...]:
    """Return what every rule about the list says of those people, in the order of the rules."""
    found: list[ListCheck] = []
    for rule_id, look in _LOOKS.items():
        rule = list_rule(rule_id, regime, overrides)
        if rule is not None and year >= rule.params.get("from_year", year):
            found += look(people, rule)
    return tuple(found)


def _heroes(people: Sequence[Listed], rule: Rule) -> list[ListCheck]:
    """The cap on Chiến sĩ thi đua cơ sở, of the Lao động tiên tiến of the office or of each unit (C15)."""
    by_unit = rule.params["base"] == "unit"
    checks = []
    for where, part in _parts(people, lambda each: each.unit if by_unit else OFFICE):
        share = most_share(
            basis_points(rule.params["at_most"]),
            sum(each.is_hero for each in part),
            sum(each.is_labour for each in part),
            at_least_one=rule.params["at_least_one"],
        )
        told = f"{share.count} Chiến sĩ thi đua cơ sở trên {share.base} Lao động tiên tiến"
        checks.append(_cap(rule, where, share, told))
    return checks


def _excellent(people: Sequence[Listed], rule: Rule) -> list[ListCheck]:
    """The cap on those rated excellent, of those rated good in the same unit and group (C36)."""
    limit = basis_points(rule.params["at_most"])
    checks = []
    for where, part in _parts(people, _unit_and_group):
        ratings = Counter(each.rating for each in part)
        if not ratings[Rating.EXCELLENT]:
            continue
        share = most_share(limit, ratings[Rating.EXCELLENT], ratings[Rating.GOOD])
        told = f"{share.count} hoàn thành xuất sắc trên {share.base} hoàn thành tốt nhiệm vụ"
        checks.append(_cap(rule, where, share, told))
    return checks


def _twice(people: Sequence[Listed], rule: Rule) -> list[ListCheck]:
    """The same name with the same birth date twice (C44)."""
    known = Counter((" ".join(each.full_name.casefold().split()), each.birth) for each in people if each.birth)
    twice = sorted(f"{name.title()}, {birth}" for (name, birth), count in known.items() if count > 1)
    told = f"có thể ghi hai lần một người: {'; '.join(twice)}" if twice else "không ai trùng họ tên và ngày sinh"
    return [replace(_check(rule, OFFICE, not twice, told), is_cap=False)]


def _leaders(people: Sequence[Listed], rule: Rule) -> list[ListCheck]:
    """The share of leaders among those put forward above Lao động tiên tiến (C45)."""
    named = [each for each in people if each.is_hero]
    share = most_share(basis_points(rule.params["above"]), sum(each.is_leader for each in named), len(named))
    told = f"{share.count} người giữ chức vụ lãnh đạo trên {share.base} người được đề nghị Chiến sĩ thi đua cơ sở"
    return [_check(rule, OFFICE, share.is_kept if named else None, told)]


def _parts(people: Iterable[Listed], where: Callable[[Listed], str]) -> list[tuple[str, list[Listed]]]:
    parts: dict[str, list[Listed]] = {}
    for each in people:
        parts.setdefault(where(each), []).append(each)
    return sorted(parts.items())


def _unit_and_group(person: Listed) -> str:
    group = "" if person.group is None else label(person.group)
    return ", ".join(filter(None, (person.unit, group))) or OFFICE


def _cap(rule: Rule, where: str, share: MostShare, told: str) -> ListCheck:
    return _check(rule, where, share.is_kept if share.base or share.count else None, f"{told}; {share.worked_out}")


def _check(rule: Rule, where: str, ok: bool | None, detail: str) -> ListCheck:
    return ListCheck(rule.id, rule.title, where, ok, detail, rule.basis, rule.severity, rule.certain)


_LOOKS: dict[str, Callable[[Sequence[Listed], Rule], list[ListCheck]]] = {
    "C15": _heroes,
    "C36": _excellent,
    "C44": _twice,
    "C45": _leaders,
}
