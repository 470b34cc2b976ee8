"""How results of eligibility read in a chip and in a line."""

from collections.abc import Sequence
from typing import Final

from kimhoa_app.domain.eligibility import ListCheck, RuleResult, Severity
from kimhoa_app.services.eligibility import AnyResult, Assessment
from kimhoa_app.text.dates import list_date
from ui.theme import State

MET: Final = "đủ"
NOT_MET: Final = "chưa đủ"
UNKNOWN: Final = "chưa rõ"
AGAINST: Final = "vẫn xét"


def word(result: AnyResult | None) -> str:
    """Return the word of a result, "" where there is none."""
    if result is None:
        return ""
    if result.override is not None and not result.eligible:
        return AGAINST
    return {True: MET, False: NOT_MET, None: UNKNOWN}[result.eligible]


def state(result: AnyResult | None) -> State | None:
    """Return the state in which the word is shown."""
    if result is None:
        return None
    return {MET: State.GOOD, NOT_MET: State.WRONG, UNKNOWN: State.ATTENTION, AGAINST: State.ACTIVE}[word(result)]


def rule_word(rule: RuleResult) -> str:
    """Return how a condition stands in a word."""
    if rule.ok:
        return "cho biết" if rule.severity is Severity.INFORM else "đạt"
    if rule.severity is Severity.BLOCK:
        return "chưa rõ" if rule.ok is None else "không đạt"
    return "cần xem" if rule.severity is Severity.WARN else "cho biết"


def rule_state(rule: RuleResult) -> State:
    """Return the state in which a condition is shown; only what bars is shown as wrong."""
    if rule.severity is Severity.INFORM:
        return State.QUIET
    if rule.ok:
        return State.GOOD
    return State.WRONG if rule.severity is Severity.BLOCK and rule.ok is False else State.ATTENTION


def missing_line(result: AnyResult | None) -> str:
    """Return what is in the way, in one line."""
    return "" if result is None else "; ".join(rule.detail for rule in result.missing)


def check_state(check: ListCheck) -> State:
    """Return the state of a rule about the list."""
    if check.ok is None or check.severity is Severity.INFORM:
        return State.QUIET
    return State.GOOD if check.ok else State.WRONG if check.severity is Severity.BLOCK else State.ATTENTION


def sentence(assessment: Assessment) -> str:
    """Return how many people meet the conditions of the titles that a commune decides, and of how many not known."""
    labour = [each for each in assessment.people if each.award_code == "LĐTT"]
    heroes = sum(each.is_open for each in assessment.people if each.award_code == "CSTĐCS")
    told = f"{sum(each.is_open for each in labour)} người đủ điều kiện LĐTT, {heroes} người đủ điều kiện CSTĐCS"
    unknown = sum(each.eligible is None and not each.is_open for each in labour)
    return f"{told}, {unknown} người còn thiếu dữ liệu" if unknown else told


def regime_line(assessment: Assessment) -> str:
    """Return under which rules the year is assessed, and from which days they follow."""
    days = f"quyết định {list_date(assessment.decided_on)}, nhận hồ sơ {list_date(assessment.received_on)}"
    return f"Chế độ {assessment.regime.code}, {assessment.regime.name} · {days}"


def hint(results: Sequence[AnyResult], names: Sequence[str]) -> str:
    """Return what is worth knowing before those are registered, "" when all meet the conditions."""
    lacking = [(name, each) for name, each in zip(names, results, strict=True) if not each.is_open]
    if not lacking:
        return ""
    if len(lacking) == 1:
        name, result = lacking[0]
        return f"{name} {word(result)} điều kiện: {missing_line(result)}."
    refused = sum(each.eligible is False for _name, each in lacking)
    told = [f"{refused} nơi chưa đủ"] * bool(refused) + [f"{len(lacking) - refused} nơi chưa rõ"] * (
        len(lacking) > refused
    )
    return f"{', '.join(told)} điều kiện; xem ở phần “Ai đủ điều kiện”."
