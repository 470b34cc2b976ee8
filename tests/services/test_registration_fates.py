from datetime import date

import pytest

from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.domain.registration_fates import FateState
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import awards, meetings, nominations, registrations
from kimhoa_app.services.awards import AwardDraft, DecisionDraft
from kimhoa_app.services.registration_fates import refuse_above, take_back_refusal, year_fates
from kimhoa_app.services.registration_history import registration_history

YEAR = 2026
DAY = date(2026, 1, 10)


@pytest.fixture
def ids(commune):
    return {
        name: registrations.register(commune.workspace, YEAR, RegistrationDraft("LĐTT", DAY, person_id=person))
        for name, person in commune.people.items()
    }


def states(commune, **more):
    return {fate.line.name: fate.state for fate in year_fates(commune.workspace, YEAR, **more).fates}


def meet(commune, *, without=()):
    """Let the council meet: Ánh passes, Cường fails, Bình is not voted on, who is `without` is not put forward."""
    meeting = meetings.prepare_meeting(commune.workspace, YEAR, date(2026, 11, 20), "08:00", "Phòng họp")
    meetings.set_ballots(commune.workspace, meeting, 3, 3)
    nominations.take_nominations(commune.workspace, meeting)
    for result in nominations.results(commune.workspace, meeting).results:
        name, number = result.case.name, result.case.nomination_id
        if name in without:
            nominations.remove_nomination(commune.workspace, number)
        elif name == "Lê Thị Ánh":
            nominations.enter_votes(commune.workspace, meeting, number, 3, 0, 0)
        elif name == "Đặng Văn Cường":
            nominations.enter_votes(commune.workspace, meeting, number, 1, 2, 0)


def test_every_registration_has_the_state_it_has_come_to(commune, ids):
    assert set(states(commune).values()) == {FateState.REGISTERED}
    changed = RegistrationDraft("CSTĐCS", DAY, person_id=commune.people["Lê Thị Ánh"])
    registrations.change_registration(commune.workspace, ids["Lê Thị Ánh"], changed)
    registrations.withdraw(commune.workspace, ids["Phạm Văn Đạt"])
    now = states(commune)
    assert now["Lê Thị Ánh"] is FateState.CHANGED
    assert now["Phạm Văn Đạt"] is FateState.WITHDRAWN
    meet(commune, without=("Nguyễn Thị Ẩn",))
    assert states(commune) == {
        "Lê Thị Ánh": FateState.PASSED,
        "Trần Văn Bình": FateState.BEFORE_COUNCIL,
        "Đặng Văn Cường": FateState.FAILED,
        "Nguyễn Thị Ẩn": FateState.NOT_PUT_FORWARD,
        "Phạm Văn Đạt": FateState.WITHDRAWN,
    }


def test_the_reason_of_a_loss_names_the_condition_where_one_is_known(commune, ids):
    meet(commune, without=("Nguyễn Thị Ẩn",))
    unmet = {ids["Nguyễn Thị Ẩn"]: "Xếp loại năm 2026: Hoàn thành nhiệm vụ"}
    found = year_fates(commune.workspace, YEAR, unmet=lambda _uow, _year, _all: unmet).of(ids["Nguyễn Thị Ẩn"])
    assert (found.state, found.reason) == (FateState.NOT_ELIGIBLE, "Xếp loại năm 2026: Hoàn thành nhiệm vụ")


def test_what_was_withdrawn_and_made_again_stands_once(commune, ids):
    registrations.withdraw(commune.workspace, ids["Lê Thị Ánh"])
    again = RegistrationDraft("LĐTT", DAY, person_id=commune.people["Lê Thị Ánh"])
    registrations.register(commune.workspace, YEAR, again)
    fates = [fate for fate in year_fates(commune.workspace, YEAR).fates if fate.line.name == "Lê Thị Ánh"]
    assert [fate.state for fate in fates] == [FateState.REGISTERED]


def test_an_award_and_a_refusal_from_above_end_it(commune, ids):
    meet(commune)
    decision = DecisionDraft(YEAR, "121/QĐ-UBND", date(2026, 12, 28))
    draft = AwardDraft("LĐTT", YEAR, "Lê Thị Ánh", person_id=commune.people["Lê Thị Ánh"])
    awards.record_award_of(commune.workspace, draft, decision)
    found = year_fates(commune.workspace, YEAR).of(ids["Lê Thị Ánh"])
    assert (found.state, found.reason) == (FateState.AWARDED, "Quyết định số 121/QĐ-UBND ngày 28/12/2026")
    number = ids["Trần Văn Bình"]
    with pytest.raises(InvalidInput):
        refuse_above(commune.workspace, number, date(2026, 12, 30), " ")
    refuse_above(commune.workspace, number, date(2026, 12, 30), "Tỉnh:  không đủ tỷ lệ")
    assert year_fates(commune.workspace, YEAR).of(number).reason == "Tỉnh: không đủ tỷ lệ (ngày 30/12/2026)"
    take_back_refusal(commune.workspace, number)
    assert year_fates(commune.workspace, YEAR).of(number).state is FateState.BEFORE_COUNCIL
    told = [step.text for step in registration_history(commune.workspace, number)]
    assert {"Cấp trên không tặng: Tỉnh: không đủ tỷ lệ", "Bỏ ghi cấp trên không tặng"} <= set(told)


def test_the_history_is_told_in_words_with_who_did_it(commune, ids):
    number = ids["Lê Thị Ánh"]
    changed = RegistrationDraft("LĐTT", DAY, person_id=commune.people["Lê Thị Ánh"], topic="Số hóa", form_code="GKX")
    registrations.change_registration(commune.workspace, number, changed)
    registrations.withdraw(commune.workspace, number)
    registrations.restore(commune.workspace, number)
    meet(commune)
    draft = AwardDraft("LĐTT", YEAR, "Lê Thị Ánh", person_id=commune.people["Lê Thị Ánh"])
    awards.record_award_of(commune.workspace, draft, DecisionDraft(YEAR, "121/QĐ-UBND", date(2026, 12, 28)))
    steps = registration_history(commune.workspace, number)
    assert [step.text for step in steps] == [
        "Đăng ký Lao động tiên tiến, ngày 10/01/2026",
        "Hình thức khen thưởng: (để trống) → Giấy khen của Chủ tịch Ủy ban nhân dân xã",
        "Đề tài, sáng kiến: (để trống) → “Số hóa”",
        "Rút đăng ký",
        "Đưa đăng ký trở lại",
        "Đưa ra Hội đồng xét, phiên họp ngày 20/11/2026",
        "Bỏ phiếu: 3/3 phiếu đồng ý (100%), cần từ 70%; thông qua",
        "Được tặng theo Quyết định số 121/QĐ-UBND",
    ]
    assert {step.actor for step in steps} == {"Nguyễn Thị Ánh"}


def test_without_a_round_there_is_nothing_to_compare(workspace):
    with pytest.raises(NotFound):
        year_fates(workspace, YEAR)


@pytest.mark.parametrize("year", [2022, 2024, 2025])
def test_the_sums_of_the_sample_add_up_to_its_registrations_and_awards(sample_workspace, year):
    found = year_fates(sample_workspace, year)
    count = len(registrations.list_registrations(sample_workspace, year).lines)
    assert sum(each.registered for each in found.counts) == len(found.fates) == count
    assert all(fate.reason for fate in found.fates if fate.state.is_loss)
    assert sum(each.awarded for each in found.counts) > 0


def test_the_condition_in_the_way_is_named_with_its_article(sample_workspace):
    found = year_fates(sample_workspace, 2025)
    (fate,) = [each for each in found.fates if each.state is FateState.NOT_ELIGIBLE and each.line.award_code == "LĐTT"]
    assert "HTNV năm 2025" in fate.reason
    assert "Điều 24 Luật Thi đua, khen thưởng" in fate.reason
