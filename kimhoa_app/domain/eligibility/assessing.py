"""Puts a person, a unit or a household under every condition of an award."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.eligibility import (
    collective_looks,
    commendation_looks,
    household_looks,
    initiative_looks,
    service_looks,
    title_looks,
    unit_ties,
)
from kimhoa_app.domain.eligibility.facts import HouseholdFacts, PersonFacts, UnitFacts
from kimhoa_app.domain.eligibility.looks import Case, HouseholdLook, PersonLook, UnitLook, by_record
from kimhoa_app.domain.eligibility.rules import Rule, Target, rulebook
from kimhoa_app.domain.eligibility.verdicts import Answer, RuleResult, Verdict

PERSON_LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {
        **service_looks.LOOKS,
        **unit_ties.LOOKS,
        **title_looks.LOOKS,
        **commendation_looks.LOOKS,
        **initiative_looks.LOOKS,
    }
)
UNIT_LOOKS = collective_looks.LOOKS
HOUSEHOLD_LOOKS = household_looks.LOOKS

_ELIGIBLE = MappingProxyType({True: "đủ điều kiện", False: "không đủ điều kiện", None: "chưa rõ điều kiện"})


class Assessor:
    """Assesses many subjects in one case; a person's answer for an award is worked out once, whoever asks for it.

    People are told apart by their id, so a person with other facts needs another assessor.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self._rules = rulebook(case.regime, case.overrides)
        self._people: dict[tuple[int, str], Verdict] = {}
        self._reached: dict[tuple[int, str], Answer] = {}

    def person(self, person: PersonFacts, award: str) -> Verdict:
        """Return every condition of `award` with its answer, without those that do not concern the person."""
        key = (person.id, award)
        if key not in self._people:
            self._people[key] = self._assess_person(person, award)
        return self._people[key]

    def unit(self, unit: UnitFacts, award: str) -> Verdict:
        """Return every condition of `award` with its answer for `unit`."""
        rules = self._rules.get((Target.COLLECTIVE, award), ())
        answers = (
            (rule, UNIT_LOOKS[rule.look](UnitLook(unit, self.case, award, rule.params, self.reaches))) for rule in rules
        )
        return Verdict(award, tuple(_result(rule, answer) for rule, answer in answers if answer is not None))

    def household(self, household: HouseholdFacts, award: str) -> Verdict:
        """Return every condition of `award` with its answer for `household`."""
        rules = self._rules.get((Target.HOUSEHOLD, award), ())
        answers = (
            (rule, HOUSEHOLD_LOOKS[rule.look](HouseholdLook(household, self.case, award, rule.params)))
            for rule in rules
        )
        return Verdict(award, tuple(_result(rule, answer) for rule, answer in answers if answer is not None))

    def reaches(self, person: PersonFacts, code: str) -> Answer:
        """Return whether the person was given the title for the case's year, else whether the conditions allow it."""
        key = (person.id, code)
        if key not in self._reached:
            self._reached[key] = self._reach(person, code)
        return self._reached[key]

    def _assess_person(self, person: PersonFacts, award: str) -> Verdict:
        def has_title(code: str) -> Answer:
            return self.reaches(person, code)

        results = []
        for rule in self._rules.get((Target.PERSON, award), ()):
            answer = PERSON_LOOKS[rule.look](PersonLook(person, self.case, award, rule.params, has_title))
            if answer is not None:
                results.append(_result(rule, answer))
        return Verdict(award, tuple(results))

    def _reach(self, person: PersonFacts, code: str) -> Answer:
        year = self.case.year
        held = person.award_in(code, year)
        if held is not None:
            return Answer(True, f"đã được tặng {code} năm {year}{by_record(held.record)}")
        verdict = self.person(person, code)
        why = "; ".join(each.detail for each in verdict.reasons)
        return Answer(
            verdict.eligible, f"{_ELIGIBLE[verdict.eligible]} {code} năm {year}" + (f": {why}" if why else "")
        )


def assess_person(person: PersonFacts, award: str, case: Case) -> Verdict:
    """Return what `Assessor.person` does for one person in one case."""
    return Assessor(case).person(person, award)


def assess_unit(unit: UnitFacts, award: str, case: Case) -> Verdict:
    """Return what `Assessor.unit` does for one unit in one case."""
    return Assessor(case).unit(unit, award)


def _result(rule: Rule, answer: Answer) -> RuleResult:
    return RuleResult(rule.id, rule.title, rule.severity, answer.ok, answer.detail, rule.basis, rule.certain)
