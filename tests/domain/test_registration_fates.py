from datetime import date

import pytest

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.meetings import Votes
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registration_fates import FateFacts, FateState, counts_of, fate_of, title_of
from kimhoa_app.domain.registrations import RegistrationLine

DAY = date(2026, 12, 20)
ENOUGH, TOO_FEW = Votes(12, 1, 0, 13, 7000), Votes(8, 5, 0, 13, 7000)


def line(number=1, code="LĐTT", **more):
    values = {
        "registration_id": number, "subject": SubjectKind.PERSON, "subject_id": number, "name": "Lê Thị Ánh",
        "honorific": "Bà", "birth": "", "position": "Công chức", "unit": "Văn phòng", "award_code": code,
        "form_code": None, "topic": "", "note": "", "registered_on": date(2026, 1, 10), "late": False,
    }  # fmt: skip
    return RegistrationLine(**(values | more))


@pytest.mark.parametrize(
    ("facts", "state", "reason"),
    [
        (FateFacts(), FateState.REGISTERED, ""),
        (FateFacts(is_changed=True), FateState.CHANGED, ""),
        (FateFacts(withdrawn_on=DAY, is_changed=True), FateState.WITHDRAWN, "Rút ngày 20/12/2026"),
        (FateFacts(is_before_council=True), FateState.BEFORE_COUNCIL, ""),
        (FateFacts(is_before_council=True, council_has_met=True), FateState.BEFORE_COUNCIL, ""),
        (FateFacts(is_before_council=True, votes=ENOUGH), FateState.PASSED, "12/13 phiếu đồng ý (92,3%), cần từ 70%"),
        (FateFacts(is_before_council=True, votes=TOO_FEW), FateState.FAILED, "8/13 phiếu đồng ý (61,53%), cần từ 70%"),
        (FateFacts(council_has_met=True), FateState.NOT_PUT_FORWARD, "Không có trong danh sách Hội đồng xét"),
        (FateFacts(council_has_met=True, gone="Đã chuyển đi"), FateState.NOT_PUT_FORWARD, "Đã chuyển đi"),
        (FateFacts(council_has_met=True, unmet="Xếp loại HTNV"), FateState.NOT_ELIGIBLE, "Xếp loại HTNV"),
        (FateFacts(unmet="Chưa xếp loại"), FateState.REGISTERED, ""),
        (
            FateFacts(votes=ENOUGH, refused_on=DAY, refusal="Tỉnh xét không đủ tỷ lệ"),
            FateState.REFUSED,
            "Tỉnh xét không đủ tỷ lệ (ngày 20/12/2026)",
        ),
        (FateFacts(votes=ENOUGH, decision="Quyết định số 1"), FateState.AWARDED, "Quyết định số 1"),
        (FateFacts(decision=""), FateState.AWARDED, ""),
    ],
)
def test_the_latest_step_that_is_known_decides(facts, state, reason):
    fate = fate_of(line(), facts)
    assert (fate.state, fate.reason) == (state, reason)
    assert not (fate.state.is_loss and fate.state.is_open)


def test_a_lesser_title_that_was_given_is_told_with_the_loss():
    fate = fate_of(line(code="CSTĐCS"), FateFacts(votes=TOO_FEW, lesser=("LĐTT",)))
    assert fate.reason == "8/13 phiếu đồng ý (61,53%), cần từ 70%; được tặng Lao động tiên tiến"
    assert fate_of(line(), FateFacts(lesser=("LĐTT",))).reason == ""


def test_sums_are_by_title_with_what_is_still_open_and_a_share_that_is_cut_off():
    fates = [fate_of(line(1), FateFacts(decision="")), fate_of(line(2), FateFacts(votes=TOO_FEW))]
    fates += [fate_of(line(3), FateFacts()), fate_of(line(4, "CSTĐCS"), FateFacts())]
    high, basic = counts_of(fates)
    assert (high.award_code, high.registered, high.open) == ("CSTĐCS", 1, 1)
    assert (basic.registered, basic.awarded, basic.lost, basic.open, basic.awarded_share) == (3, 1, 1, 1, 3333)


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (line(code="TVH", subject=SubjectKind.COLLECTIVE, name="Thôn Đông", unit="", position=""), "Thôn văn hóa"),
        (line(code="TVH", name="Tổ dân phố 3", unit="", position=""), "Tổ dân phố văn hóa"),
        (line(form_code="GKX"), "Lao động tiên tiến; Giấy khen của Chủ tịch Ủy ban nhân dân xã"),
    ],
)
def test_a_title_is_named_as_lists_name_it(entry, title):
    assert title_of(entry, OfficeKind.COMMUNE) == title
