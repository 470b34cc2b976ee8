"""Puts a person or a unit under every condition of an award."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.eligibility import collective_looks, initiative_looks, service_looks, title_looks
from kimhoa_app.domain.eligibility.facts import PersonFacts, UnitFacts
from kimhoa_app.domain.eligibility.looks import Case, PersonLook, UnitLook, by_record
from kimhoa_app.domain.eligibility.rules import Rule, rules_of
from kimhoa_app.domain.eligibility.verdicts import Answer, RuleResult, Verdict

PERSON_LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {**service_looks.LOOKS, **title_looks.LOOKS, **initiative_looks.LOOKS}
)
UNIT_LOOKS = collective_looks.LOOKS

_ELIGIBLE = MappingProxyType({True: "đủ điều kiện", False: "không đủ điều kiện", None: "chưa rõ điều kiện"})


def assess_person(person: PersonFacts, award: str, case: Case) -> Verdict:
    """Return every condition of `award` with its answer for `person`, without those that do not concern the person."""

    def has_title(code: str) -> Answer:
        return title_within_reach(person, code, case)

    rules = rules_of(award, case.regime, case.overrides)
    answers = [
        (rule, PERSON_LOOKS[rule.look](PersonLook(person, case, award, rule.params, has_title))) for rule in rules
    ]
    return Verdict(award, tuple(_result(rule, answer) for rule, answer in answers if answer is not None))


def assess_unit(unit: UnitFacts, award: str, case: Case) -> Verdict:
    """Return every condition of `award` with its answer for `unit`."""

    def has_title(person: PersonFacts, code: str) -> Answer:
        return title_within_reach(person, code, case)

    rules = rules_of(award, case.regime, case.overrides)
    answers = [(rule, UNIT_LOOKS[rule.look](UnitLook(unit, case, award, rule.params, has_title))) for rule in rules]
    return Verdict(award, tuple(_result(rule, answer) for rule, answer in answers if answer is not None))


def title_within_reach(person: PersonFacts, code: str, case: Case) -> Answer:
    """Return whether the person was given the title for the case's year, else whether the conditions allow it."""
    held = person.award_in(code, case.year)
    if held is not None:
        return Answer(True, f"đã được tặng {code} năm {case.year}{by_record(held.record)}")
    verdict = assess_person(person, code, case)
    why = "; ".join(each.detail for each in verdict.reasons)
    return Answer(
        verdict.eligible, f"{_ELIGIBLE[verdict.eligible]} {code} năm {case.year}" + (f": {why}" if why else "")
    )


def _result(rule: Rule, answer: Answer) -> RuleResult:
    return RuleResult(rule.id, rule.title, rule.severity, answer.ok, answer.detail, rule.basis, rule.certain)
