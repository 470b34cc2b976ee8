"""The table of cases, and what holds for any facts: a merit never harms, order never matters."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.awards import AwardKind, catalogue
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.eligibility import (
    Assessor,
    AwardFact,
    Case,
    HouseholdFacts,
    InitiativeFact,
    Override,
    PersonFacts,
    RatingFact,
    Severity,
    Target,
    Verdict,
    assess_person,
    assess_unit,
    rules_of,
)
from kimhoa_app.domain.eligibility.rules import rulebook
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.regimes import regimes
from tests.domain.eligibility.cases import ALL, PEOPLE, SK, UNITS, Asked, AskedOfUnit, Facts, Group, case_of

PERSON_CASES = [(asked, regime) for asked in PEOPLE for regime in asked.regimes]
UNIT_CASES = [(asked, regime) for asked in UNITS for regime in asked.regimes]
PERSON_AWARDS = ("LĐTT", "CSTĐCS", "CSTĐT", "CSTĐTQ", "BKT", "BKTTg", "GKX")
YEAR = 2026


def named(case: tuple[Asked | AskedOfUnit, str]) -> str:
    return f"{case[1]}-{case[0].award}-{case[0].why}"


def result_of(verdict: Verdict, rule: str) -> bool | None:
    return next(each.ok for each in verdict.rules if each.id == rule)


def test_the_table_is_as_large_as_was_promised() -> None:
    assert len(PERSON_CASES) + len(UNIT_CASES) >= 120
    assert {regime for _, regime in PERSON_CASES} == {regime.code for regime in regimes()}


@pytest.mark.parametrize("asked", PERSON_CASES, ids=named)
def test_a_person_is_eligible_as_the_law_has_it(asked: tuple[Asked, str]) -> None:
    case, regime = asked
    verdict = assess_person(case.facts.person(case_of(regime).year), case.award, case_of(regime))
    assert verdict.eligible is case.eligible, verdict.reasons
    if case.rule:
        assert case.rule in {each.id for each in verdict.rules}


@pytest.mark.parametrize("asked", UNIT_CASES, ids=named)
def test_a_unit_is_eligible_as_the_law_has_it(asked: tuple[AskedOfUnit, str]) -> None:
    case, regime = asked
    verdict = assess_unit(case.group.unit(case_of(regime).year), case.award, case_of(regime))
    assert verdict.eligible is case.eligible, verdict.reasons
    assert case.rule in {each.id for each in verdict.rules}


def test_every_condition_says_its_ground_and_what_was_found() -> None:
    for award in PERSON_AWARDS:
        for regime in ALL:
            for result in assess_person(Facts({0: Rating.GOOD}).person(YEAR), award, case_of(regime)).rules:
                assert result.basis
                assert result.detail


def test_the_stricter_rule_of_the_amended_law_warns_until_the_office_confirms_it() -> None:
    person = Facts({0: Rating.EXCELLENT}).person(YEAR)
    verdict = assess_person(person, "CSTĐCS", case_of("R4"))
    assert verdict.eligible
    assert result_of(verdict, "C14") is False
    confirmed = replace(case_of("R4"), overrides={("C14", "R4"): Override(Severity.BLOCK, certain=True)})
    assert assess_person(person, "CSTĐCS", confirmed).eligible is False
    both = Facts({0: Rating.EXCELLENT}, initiatives=SK).person(YEAR)
    assert assess_person(both, "CSTĐCS", confirmed).eligible


def test_a_figure_of_a_rule_can_be_the_offices_own() -> None:
    person = Facts({0: Rating.GOOD}, start=(0, 5, 1)).person(2025)
    assert assess_person(person, "LĐTT", case_of("R3")).eligible
    longer = replace(case_of("R3"), overrides={("C05", "R3"): Override(params={"months": 10})})
    assert assess_person(person, "LĐTT", longer).eligible is False


def test_a_rule_that_is_off_is_not_looked_at() -> None:
    off = {("C30", "R3"): Override(Severity.OFF)}
    assert "C30" not in {rule.id for rule in rules_of("LĐTT", "R3", off)}
    assert "C30" in {rule.id for rule in rules_of("LĐTT", "R3")}


def test_every_award_of_people_has_conditions_in_every_regime() -> None:
    for award in PERSON_AWARDS:
        for regime in ALL:
            assert any(rule.severity is Severity.BLOCK for rule in rules_of(award, regime))


def results(facts: Facts, award: str, regime: str, **case: object) -> dict[str, bool | None]:
    asked = replace(case_of(regime), **case)  # type: ignore[arg-type]
    return {each.id: each.ok for each in assess_person(facts.person(asked.year), award, asked).rules}


def test_an_initiative_counts_only_when_recognised_before_the_council_met() -> None:
    only_good = Facts({0: Rating.GOOD}, initiatives=SK)
    early, late = date(2025, 12, 5), date(2025, 11, 20)
    assert results(only_good, "CSTĐCS", "R3", met_on=early)["C18"]
    found = results(only_good, "CSTĐCS", "R3", met_on=late)
    assert (found["C18"], found["C13"]) == (False, False)
    assert results(Facts({0: Rating.EXCELLENT}, initiatives=SK), "CSTĐCS", "R3", met_on=late)["C18"]
    assert "C18" not in results(only_good, "CSTĐCS", "R3")


def test_an_initiative_used_before_is_told_with_its_use_unless_none_is_needed() -> None:
    assert results(Facts({0: Rating.GOOD}, used=(1,)), "CSTĐCS", "R3")["C16"] is False
    assert results(Facts({0: Rating.EXCELLENT}, used=(1,)), "CSTĐCS", "R3")["C16"] is True
    assert results(Facts({0: Rating.GOOD}, used=(0,)), "CSTĐCS", "R3")["C16"] is True  # this very award


def test_the_opinion_of_the_old_unit_settles_the_transfer() -> None:
    assert results(Facts({0: Rating.GOOD}, joined=(9, 1)), "LĐTT", "R3")["C11"] is None
    assert results(Facts({0: Rating.GOOD}, joined=(9, 1), opinion="tốt"), "LĐTT", "R3")["C11"] is True
    assert "C11" not in results(Facts({0: Rating.GOOD}, joined=(3, 1)), "LĐTT", "R3")


def test_what_only_warns_says_what_is_wrong() -> None:
    measure = ((1, DisciplineForm.WARNING),)
    assert results(Facts({0: Rating.GOOD}, disciplined=measure), "LĐTT", "R3")["C08"] is None
    assert results(Facts({0: Rating.GOOD}, disciplined=measure, ended=(0, 5, 31)), "LĐTT", "R3")["C08"] is False
    assert "C08" not in results(Facts({0: Rating.GOOD}, disciplined=measure, ended=(1, 12, 31)), "LĐTT", "R3")
    assert results(Facts({0: Rating.GOOD}, leads=True, led=Rating.FULFILLED), "LĐTT", "R3")["C47"] is False
    assert results(Facts({0: Rating.GOOD}, leads=True), "LĐTT", "R3")["C47"] is None
    assert results(Facts(awards=(("BKT", 1),)), "BKT", "R3")["C27"] is False
    assert results(Facts(awards=(("BKT", 2),)), "BKT", "R3")["C27"] is True
    assert results(Facts(awards=(("CSTĐTQ", 0),)), "BKTTg", "R3")["C29"] is False
    assert results(Facts(awards=(("GKX", 0),)), "BKT", "R3")["C26"] is False


def test_a_household_is_left_to_its_own_procedure() -> None:
    household = HouseholdFacts(1, "Nguyễn Văn Bình", registered=frozenset({"GĐVH"}))
    for regime in ALL:
        assessor = Assessor(case_of(regime))
        for award in ("GĐVH", "GKX", "BKT"):
            verdict = assessor.household(household, award)
            assert verdict.eligible is None
            assert all(rule.detail for rule in verdict.rules)
            assert "Chủ tịch" in verdict.rules[0].detail
        assert result_of(assessor.household(household, "GĐVH"), "C30H") is True


def test_a_household_is_told_of_what_it_has_and_that_it_did_not_register() -> None:
    held = frozenset({AwardFact("GĐVH", 2025, "QĐ 20"), AwardFact("GKX", 2025, "QĐ 21")})
    household = HouseholdFacts(1, "Nguyễn Văn Bình", awards=held, registered=frozenset())
    assessor = Assessor(case_of("R3"))
    title = assessor.household(household, "GĐVH")
    assert (title.eligible, result_of(title, "C26H"), result_of(title, "C30H")) == (None, False, False)
    assert assessor.household(household, "GKX").eligible is False


def test_every_award_of_the_catalogue_has_conditions_for_each_kind_of_subject() -> None:
    for regime in ALL:
        book = rulebook(regime)
        for entry in (each for each in catalogue().values() if each.kind is not AwardKind.RECOGNITION):
            for subject in entry.subjects:
                assert book[(Target(subject.value), entry.code)], (regime, entry.code, subject)


@pytest.mark.parametrize(
    ("group", "regime", "told"),
    [
        (Group(good=7, fulfilled=3), "R3", "7/10 Lao động tiên tiến (70%); cần ít nhất 70% × 10 = 7 người"),
        (
            Group(good=7, fulfilled=2),
            "R3",
            "7/9 Lao động tiên tiến (77,77%); cần ít nhất 70% × 9 = 6,3, làm tròn lên 7 người",
        ),
        (Group(good=5, fulfilled=4), "R1", "5/9 Lao động tiên tiến (55,55%); phải trên 50% × 9 = 4,5, tức từ 5 người"),
    ],
)
def test_the_share_its_base_and_its_rounding_are_told(group: Group, regime: str, told: str) -> None:
    verdict = assess_unit(group.unit(case_of(regime).year), "TTLĐTT", case_of(regime))
    assert told in next(each.detail for each in verdict.rules if each.id == "C24")
    unrated = replace(group, rating=None).unit(case_of(regime).year)
    open_one = assess_unit(unrated, "TTLĐTT", case_of(regime))
    assert told in next(each.detail for each in open_one.rules if each.id == "C24")


YEARS = st.integers(YEAR - 6, YEAR)
RATINGS = st.dictionaries(YEARS, st.sampled_from(Rating).map(RatingFact), max_size=7)
AWARDS = st.builds(AwardFact, st.sampled_from(("LĐTT", "CSTĐCS", "CSTĐT", "BKT")), YEARS, st.sampled_from(("", "QĐ 1")))
INITIATIVES = st.builds(
    InitiativeFact,
    st.integers(1, 9),
    st.sampled_from(("A", "B")),
    YEARS,
    st.none() | st.booleans(),
    st.sampled_from(Scope),
    st.none() | st.dates(date(YEAR - 6, 1, 1), date(YEAR, 12, 31)),
)
PEOPLE_OF_ALL_KINDS = st.builds(
    PersonFacts,
    st.just(1),
    st.just("An"),
    st.none() | st.dates(date(YEAR - 10, 1, 1), date(YEAR, 12, 31)),
    ratings=RATINGS,
    awards=st.frozensets(AWARDS, max_size=8),
    initiatives=st.frozensets(INITIATIVES, max_size=4),
    pending=st.sampled_from(("", "đang xác minh")),
)
ORDER = {False: 0, None: 1, True: 2}


@given(PEOPLE_OF_ALL_KINDS, st.sampled_from(PERSON_AWARDS), st.sampled_from(ALL), AWARDS, INITIATIVES, YEARS)
def test_a_merit_never_makes_less_eligible(
    person: PersonFacts, award: str, regime: str, title: AwardFact, initiative: InitiativeFact, year: int
) -> None:
    case = Case(YEAR, regime, date(YEAR, 12, 31))
    before = assess_person(person, award, case).eligible
    if (title.code, title.year) == (award, YEAR):
        title = replace(title, by_merit=False)  # the very form for this year's merit would be given twice (rule C26B)
    recognised = replace(initiative, id=99, is_recognised=True, recognised_on=None)
    better = [
        replace(person, awards=person.awards | {title}),
        replace(person, initiatives=person.initiatives | {recognised}),
        replace(person, ratings={**person.ratings, year: RatingFact(Rating.EXCELLENT)}),
        replace(person, pending=""),
    ]
    for each in better:
        assert ORDER[assess_person(each, award, case).eligible] >= ORDER[before]


@given(PEOPLE_OF_ALL_KINDS, st.sampled_from(PERSON_AWARDS), st.sampled_from(ALL), st.randoms())
def test_the_order_of_records_never_matters(
    person: PersonFacts, award: str, regime: str, shuffled: random.Random
) -> None:
    def mixed(facts: frozenset[object]) -> frozenset[object]:
        listed = list(facts)
        shuffled.shuffle(listed)
        return frozenset(listed)

    ratings = list(person.ratings.items())
    shuffled.shuffle(ratings)
    other = replace(
        person,
        ratings=dict(ratings),
        awards=mixed(person.awards),  # type: ignore[arg-type]
        initiatives=mixed(person.initiatives),  # type: ignore[arg-type]
    )
    case = Case(YEAR, regime, date(YEAR, 12, 31))
    assert assess_person(other, award, case) == assess_person(person, award, case)
