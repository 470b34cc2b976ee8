"""Who can be put forward, from real registers: gathered, assessed, supposed, overridden, told on paper."""

from datetime import date

import pytest

from db.store.awards import RatingEntry
from db.store.discipline import DisciplineDraft, insert_discipline
from kimhoa_app.domain.consideration import ConsiderationFact, ConsiderationKind, Occasion
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.eligibility import Severity
from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import (
    awards,
    documents,
    eligibility,
    eligibility_decisions,
    eligibility_rules,
    eligibility_sheet,
    initiatives,
    meetings,
    nominations,
    ratings,
    registrations,
    settings,
    staff,
    units,
)
from kimhoa_app.services.history import history_of
from kimhoa_app.services.households import list_households, register_households
from kimhoa_app.services.workspace import Workspace
from tests.services.conftest import YEAR, Commune

ANH, CUONG, AN = "Lê Thị Ánh", "Đặng Văn Cường", "Nguyễn Thị Ẩn"


def rate(commune: Commune, name: str, rating: Rating, year: int = YEAR) -> None:
    entry = RatingEntry(commune.people[name], None, year, rating, "05/TB-UBND", date(year, 12, 5))
    ratings.set_rating(commune.workspace, entry)


def give(commune: Commune, name: str, code: str, year: int) -> int:
    draft = awards.AwardDraft(code, year, name, commune.people[name])
    return awards.record_award_of(
        commune.workspace, draft, awards.DecisionDraft(year, f"{year}/QĐ-UBND", date(year, 12, 30))
    )


def recognise(commune: Commune, name: str, day: date | None = date(YEAR, 11, 30)) -> int:
    made = initiatives.record_initiative(
        commune.workspace,
        initiatives.InitiativeDraft(YEAR, "Giải pháp mới"),
        [initiatives.AuthorShare(commune.people[name], 10_000)],
    )
    if day is not None:
        initiatives.recognise(commune.workspace, [made], awards.DecisionDraft(YEAR, "90/QĐ-UBND", day))
    return made


def found(commune: Commune, name: str, code: str, **days: date) -> eligibility.Result:  # type: ignore[type-arg]
    assessment = eligibility.assess_year(commune.workspace, YEAR, **days)
    result = assessment.of_person(commune.people[name], code)
    assert result is not None
    return result


def answers(commune: Commune, name: str, code: str) -> dict[str, bool | None]:
    return {rule.id: rule.ok for rule in found(commune, name, code).verdict.rules}


def test_everyone_and_every_award_is_there_with_the_regime_of_the_year(commune: Commune) -> None:
    assessment = eligibility.assess_year(commune.workspace, YEAR)
    assert assessment.regime.code == "R4"
    assert len(assessment.people) == 5 * 7
    assert {each.award_code for each in assessment.units if each.subject.name == "Thôn Đông"} == {
        "TVH", "GKX", "BKT", "BKTTg"
    }  # fmt: skip
    before = eligibility.assess_year(commune.workspace, YEAR, date(2026, 12, 31), date(2026, 9, 30))
    assert before.regime.code == "R3"
    with pytest.raises(InvalidInput):
        eligibility.assess_year(commune.workspace, YEAR, date(2026, 12, 1), date(2026, 12, 2))


def test_a_rating_decides_and_its_paper_is_the_evidence(commune: Commune) -> None:
    assert found(commune, ANH, "LĐTT").eligible is None
    rate(commune, ANH, Rating.GOOD)
    result = found(commune, ANH, "LĐTT")
    assert result.eligible
    detail = next(rule.detail for rule in result.verdict.rules if rule.id == "C03")
    assert detail == "HTTNV năm 2026 (Thông báo số 05/TB-UBND ngày 05/12/2026)"
    assert found(commune, ANH, "CSTĐCS").eligible is False


def test_an_initiative_counts_once_its_decision_is_on_record(commune: Commune) -> None:
    rate(commune, ANH, Rating.GOOD)
    made = recognise(commune, ANH, day=None)
    assert found(commune, ANH, "CSTĐCS").eligible is None
    initiatives.recognise(commune.workspace, [made], awards.DecisionDraft(YEAR, "90/QĐ-UBND", date(YEAR, 11, 30)))
    assert found(commune, ANH, "CSTĐCS").eligible
    assert answers(commune, ANH, "CSTĐCS")["C16"]
    use = eligibility_decisions.record_use(commune.workspace, made, commune.people[ANH], "CSTĐCS", YEAR - 1)
    assert answers(commune, ANH, "CSTĐCS")["C16"] is False
    eligibility_decisions.take_back_use(commune.workspace, use)
    assert answers(commune, ANH, "CSTĐCS")["C16"]


def test_an_initiative_recognised_after_the_council_met_does_not_count(commune: Commune) -> None:
    rate(commune, ANH, Rating.GOOD)
    recognise(commune, ANH, date(YEAR, 12, 20))
    assert found(commune, ANH, "CSTĐCS").eligible
    meetings.prepare_meeting(commune.workspace, YEAR, date(YEAR, 12, 10), "08:00", "Phòng họp")
    assert answers(commune, ANH, "CSTĐCS")["C18"] is False
    assert found(commune, ANH, "CSTĐCS").eligible is False


def test_discipline_and_a_proceeding_bar_until_they_are_over(commune: Commune) -> None:
    rate(commune, ANH, Rating.GOOD)
    fact = ConsiderationFact(
        commune.people[ANH], ConsiderationKind.PROCEEDING, date(YEAR, 10, 1), note="đang xác minh đơn tố cáo"
    )
    number = eligibility_decisions.add_fact(commune.workspace, fact)
    result = found(commune, ANH, "LĐTT")
    assert result.eligible is False
    assert "đang xác minh đơn tố cáo (từ ngày 01/10/2026)" in result.missing[0].detail
    eligibility_decisions.remove_fact(commune.workspace, number)
    assert found(commune, ANH, "LĐTT").eligible
    with commune.workspace.begin() as uow:
        insert_discipline(uow, DisciplineDraft(commune.people[ANH], DisciplineForm.REPRIMAND, date(YEAR, 3, 1)))
        uow.commit()
    assert answers(commune, ANH, "LĐTT")["C06"] is False


def test_what_was_noted_of_a_person_is_seen(commune: Commune) -> None:
    person = commune.people[ANH]
    note = eligibility_decisions.add_fact
    note(commune.workspace, ConsiderationFact(person, ConsiderationKind.TRAINING_RESULT, date(YEAR - 1, 9, 1),
                                              date(YEAR, 12, 31), is_good=True))  # fmt: skip
    assert answers(commune, ANH, "LĐTT")["C10"]
    assert found(commune, ANH, "LĐTT").eligible
    staff.move_person(
        commune.workspace, commune.people[CUONG], commune.units["Phòng Kinh tế"], "Công chức", date(YEAR, 9, 1)
    )
    assert answers(commune, CUONG, "LĐTT")["C11"] is None
    note(commune.workspace, ConsiderationFact(commune.people[CUONG], ConsiderationKind.OLD_UNIT_OPINION,
                                              date(YEAR, 9, 5), note="Văn phòng đánh giá tốt"))  # fmt: skip
    assert answers(commune, CUONG, "LĐTT")["C11"]
    with pytest.raises(InvalidInput, match="nội dung"):
        note(commune.workspace, ConsiderationFact(person, ConsiderationKind.PROCEEDING, date(YEAR, 1, 1)))
    assert len(eligibility_decisions.list_facts(commune.workspace, person)) == 1


def test_a_merger_is_no_transfer_and_its_new_name_is_told(commune: Commune) -> None:
    units.succeed_units(
        commune.workspace, [commune.units["Phòng Kinh tế"]], UnitDraft("Phòng Hạ tầng"), date(YEAR, 9, 1)
    )
    rate(commune, AN, Rating.GOOD)
    assert "C11" not in answers(commune, AN, "LĐTT")
    assert "C48" not in answers(commune, AN, "LĐTT")


def test_a_commendation_on_the_spot_is_no_ground(commune: Commune) -> None:
    number = give(commune, ANH, "BKT", YEAR - 6)
    for year in range(YEAR - 5, YEAR + 1):
        rate(commune, ANH, Rating.GOOD, year)
    for year in (YEAR - 3, YEAR - 2, YEAR - 1):
        give(commune, ANH, "CSTĐCS", year)
    assert found(commune, ANH, "BKTTg").eligible
    awards.set_occasions(commune.workspace, {number: Occasion.SUDDEN})
    result = found(commune, ANH, "BKTTg")
    assert result.eligible is False
    assert any(rule.id == "C28" and "BKT 2020" in rule.detail for rule in result.verdict.rules)


def test_registration_weighs_as_the_setting_says(commune: Commune) -> None:
    rate(commune, ANH, Rating.GOOD)
    assert answers(commune, ANH, "LĐTT")["C30"] is False
    assert found(commune, ANH, "LĐTT").eligible
    settings.change_setting(commune.workspace, "registration.force", "block")
    assert found(commune, ANH, "LĐTT").eligible is False
    registrations.register(
        commune.workspace, YEAR, RegistrationDraft("LĐTT", date(YEAR, 1, 10), person_id=commune.people[ANH])
    )
    assert found(commune, ANH, "LĐTT").eligible
    assert found(commune, ANH, "LĐTT").is_registered
    settings.change_setting(commune.workspace, "registration.force", "ignore")
    assert "C30" not in answers(commune, CUONG, "LĐTT")


def test_supposing_changes_nothing_that_is_stored(commune: Commune) -> None:
    supposed = eligibility.what_if(
        commune.workspace, commune.people[ANH], YEAR, rating=Rating.GOOD, initiative=Scope.GRASSROOTS
    )
    before = {each.code: each.eligible for each in supposed.before}
    after = {each.code: each.eligible for each in supposed.after}
    assert (before["LĐTT"], before["CSTĐCS"]) == (None, None)
    assert (after["LĐTT"], after["CSTĐCS"]) == (True, True)
    assert found(commune, ANH, "LĐTT").eligible is None
    with pytest.raises(NotFound):
        eligibility.what_if(commune.workspace, 999, YEAR, rating=Rating.GOOD)


def test_the_caps_count_those_put_forward(commune: Commune) -> None:
    for name in (ANH, CUONG, AN):
        rate(commune, name, Rating.EXCELLENT)
    checks = {each.id: each for each in eligibility.assess_year(commune.workspace, YEAR).checks}
    assert checks["C15"].ok is False
    assert "3 Chiến sĩ thi đua cơ sở trên 3 Lao động tiên tiến" in checks["C15"].detail
    assert checks["C36"].ok is False


def test_an_override_needs_a_reason_stays_in_the_trail_and_stands_in_the_minutes(commune: Commune) -> None:
    rate(commune, ANH, Rating.FULFILLED)
    person = commune.people[ANH]
    with pytest.raises(InvalidInput, match="lý do"):
        eligibility_decisions.override_verdict(commune.workspace, YEAR, "LĐTT", "  ", person_id=person)
    eligibility_decisions.override_verdict(
        commune.workspace, YEAR, "LĐTT", "Xếp loại đang được xem lại theo đơn của cá nhân", person_id=person
    )
    result = found(commune, ANH, "LĐTT")
    assert result.eligible is False
    assert result.is_open
    meeting = meetings.prepare_meeting(commune.workspace, YEAR, date(YEAR, 12, 10), "08:00", "Phòng họp")
    nominations.add_nomination(commune.workspace, meeting, "LĐTT", person_id=person)
    minutes = documents.draft(commune.workspace, "bien-ban-hop", YEAR, {}, meeting)
    assert "Xếp loại đang được xem lại theo đơn của cá nhân" in str(minutes)
    eligibility_decisions.take_back_override(commune.workspace, YEAR, "LĐTT", person_id=person)
    assert found(commune, ANH, "LĐTT").override is None
    assert "đang được xem lại" not in str(documents.draft(commune.workspace, "bien-ban-hop", YEAR, {}, meeting))
    assert [each.action for each in history_of(commune.workspace, "eligibility_override", 1)] == ["add", "delete"]


def test_who_is_not_rated_is_not_considered_and_who_has_no_rating_yet_is_not_known(commune: Commune) -> None:
    assert found(commune, ANH, "LĐTT").eligible is None
    note = ConsiderationFact(
        commune.people[ANH], ConsiderationKind.NOT_RATED, date(YEAR, 1, 1), date(YEAR, 12, 31), note="nghỉ ốm dài ngày"
    )
    number = eligibility_decisions.add_fact(commune.workspace, note)
    result = found(commune, ANH, "LĐTT")
    assert result.eligible is False
    assert f"không xếp loại năm {YEAR}: nghỉ ốm dài ngày" in {rule.detail for rule in result.missing}
    eligibility_decisions.remove_fact(commune.workspace, number)
    assert found(commune, ANH, "LĐTT").eligible is None


def test_households_are_assessed_with_their_village_registration_and_awards(commune: Commune) -> None:
    village = commune.units["Thôn Đông"]
    register_households(commune.workspace, YEAR, village, ["Lý Văn Sáu"], date(YEAR, 1, 20))
    register_households(commune.workspace, YEAR, village, ["Hồ Thị Bảy"], date(YEAR, 3, 1))
    first, second = (each.id for each in sorted(list_households(commune.workspace), key=lambda each: each.id))
    awards.record_award(commune.workspace, awards.AwardDraft("GKX", YEAR, "Lý Văn Sáu", household_id=first))
    assessment = eligibility.assess_year(commune.workspace, YEAR)
    assert len(assessment.households) == 6  # GĐVH, GKX, BKT for each
    title = assessment.of_household(first, "GĐVH")
    assert title is not None
    assert (title.name, title.place, title.eligible, title.is_registered) == ("Lý Văn Sáu", "Thôn Đông", None, True)
    assert [rule.id for rule in title.missing] == ["L31"]
    form, late = assessment.of_household(first, "GKX"), assessment.of_household(second, "GĐVH")
    assert form is not None
    assert (form.eligible, form.is_held) == (False, True)
    assert late is not None
    assert next(rule.detail for rule in late.verdict.rules if rule.id == "C30H").endswith("sau hạn đăng ký")
    sheet = str(eligibility_sheet.registered_sheet(commune.workspace, YEAR))
    assert "Hộ Lý Văn Sáu, Thôn Đông" in sheet
    alone = str(eligibility_sheet.subject_sheet(commune.workspace, YEAR, "GĐVH", household_id=second))
    assert "Hộ Hồ Thị Bảy" in alone
    assert "Sáu" not in alone


def test_the_caps_come_with_the_shares_of_the_collectives(commune: Commune) -> None:
    checks = eligibility.assess_year(commune.workspace, YEAR).checks_and_shares
    told = {(each.id, each.where): each for each in checks}
    share = told["C24", "Văn phòng, TTLĐTT"]
    assert share.detail.endswith("0/3 Lao động tiên tiến (0%); cần ít nhất 70% × 3 = 2,1, làm tròn lên 3 người")
    assert (share.word, told["C15", "Toàn cơ quan"].word) == ("chưa rõ", "chưa có số liệu")


def unconfirmed(workspace: Workspace) -> int:
    return sum(rule.is_unconfirmed for rule in eligibility_rules.list_rules(workspace, "R4"))


def test_a_rule_is_confirmed_changed_and_restored_with_its_history(commune: Commune) -> None:
    workspace: Workspace = commune.workspace
    rate(commune, ANH, Rating.EXCELLENT)
    unsure = unconfirmed(workspace)
    assert found(commune, ANH, "CSTĐCS").eligible
    eligibility_rules.change_rule(workspace, "C14", "R4", severity=Severity.BLOCK, certain=True)
    assert found(commune, ANH, "CSTĐCS").eligible is False
    assert unconfirmed(workspace) == unsure - 1
    eligibility_rules.change_rule(workspace, "C14", "R4", figures={"years": "1"})
    now = next(each for each in eligibility_rules.list_rules(workspace, "R4") if each.shipped.id == "C14")
    assert now.edit is not None
    assert (now.current.params["years"], now.shipped.params["years"]) == (1, 2)
    eligibility_rules.restore_rule(workspace, "C14", "R4")
    assert found(commune, ANH, "CSTĐCS").eligible
    assert next(each for each in eligibility_rules.list_rules(workspace, "R4") if each.shipped.id == "C14").edit is None
    assert [each.action for each in eligibility_rules.rule_history(workspace, "C14", "R4")] == [
        "add", "change", "restore_default"
    ]  # fmt: skip
    for typed in ("0", "13", "x"):
        with pytest.raises(InvalidInput) as refused:
            eligibility_rules.change_rule(workspace, "C05", "R4", figures={"months": typed})
        assert refused.value.field == "months"
    with pytest.raises(InvalidInput):
        eligibility_rules.change_rule(workspace, "C30", "R4", severity=Severity.OFF)
    with pytest.raises(NotFound):
        eligibility_rules.restore_rule(workspace, "C99", "R4")


def test_the_sheet_names_who_is_put_forward_with_evidence_and_article(commune: Commune) -> None:
    rate(commune, ANH, Rating.GOOD)
    registrations.register(
        commune.workspace, YEAR, RegistrationDraft("LĐTT", date(YEAR, 1, 10), person_id=commune.people[ANH])
    )
    sheet = str(eligibility_sheet.registered_sheet(commune.workspace, YEAR))
    assert "Lê Thị Ánh" in sheet
    assert "Thông báo số 05/TB-UBND ngày 05/12/2026" in sheet
    assert "Điểm a khoản 1 Điều 24" in sheet
    assert "Đặng Văn Cường" not in sheet
    meeting = meetings.prepare_meeting(commune.workspace, YEAR, date(YEAR, 12, 10), "08:00", "Phòng họp")
    nominations.take_nominations(commune.workspace, meeting)
    assert "Lê Thị Ánh" in str(eligibility_sheet.meeting_sheet(commune.workspace, meeting))
    alone = eligibility_sheet.subject_sheet(commune.workspace, YEAR, "LĐTT", person_id=commune.people[CUONG])
    assert "Đặng Văn Cường" in str(alone)
