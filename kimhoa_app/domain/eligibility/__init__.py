"""Who can be put forward for what, and why: conditions by regime, each with its result, its record and its article."""

from kimhoa_app.domain.eligibility.assessing import assess_person, assess_unit
from kimhoa_app.domain.eligibility.facts import (
    AwardFact,
    DisciplineFact,
    InitiativeFact,
    PersonFacts,
    RatingFact,
    ServiceFact,
    UnitFacts,
)
from kimhoa_app.domain.eligibility.looks import Case
from kimhoa_app.domain.eligibility.rules import Override, Rule, Severity, rules_of
from kimhoa_app.domain.eligibility.verdicts import Answer, RuleResult, Verdict

__all__ = [
    "Answer",
    "AwardFact",
    "Case",
    "DisciplineFact",
    "InitiativeFact",
    "Override",
    "PersonFacts",
    "RatingFact",
    "Rule",
    "RuleResult",
    "ServiceFact",
    "Severity",
    "UnitFacts",
    "Verdict",
    "assess_person",
    "assess_unit",
    "rules_of",
]
