"""Who can be put forward for what, and why: conditions by regime, each with its result, its record and its article."""

from kimhoa_app.domain.eligibility.assessing import Assessor, assess_person, assess_unit
from kimhoa_app.domain.eligibility.caps import ListCheck, Listed, list_checks, share_checks
from kimhoa_app.domain.eligibility.facts import (
    AwardFact,
    DisciplineFact,
    HouseholdFacts,
    InitiativeFact,
    PersonFacts,
    RatingFact,
    ServiceFact,
    UnitFacts,
)
from kimhoa_app.domain.eligibility.looks import Case
from kimhoa_app.domain.eligibility.rules import Override, Overrides, Rule, Severity, Target, rules_of
from kimhoa_app.domain.eligibility.verdicts import Answer, RuleResult, Verdict

__all__ = [
    "Answer",
    "Assessor",
    "AwardFact",
    "Case",
    "DisciplineFact",
    "HouseholdFacts",
    "InitiativeFact",
    "ListCheck",
    "Listed",
    "Override",
    "Overrides",
    "PersonFacts",
    "RatingFact",
    "Rule",
    "RuleResult",
    "ServiceFact",
    "Severity",
    "Target",
    "UnitFacts",
    "Verdict",
    "assess_person",
    "assess_unit",
    "list_checks",
    "rules_of",
    "share_checks",
]
