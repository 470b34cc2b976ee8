from dataclasses import dataclass
from datetime import date

import pytest

from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.registration_rules import checked_registration, checked_round, is_late, missing, shown_titles
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationRound

ROUND = RegistrationRound(2026, date(2026, 1, 2), date(2026, 1, 31))


@dataclass(frozen=True)
class Someone:
    id: int


def draft(code="LĐTT", day=date(2026, 1, 10), **changes):
    values = {"person_id": 1} | changes
    return RegistrationDraft(code, day, **values)


def check(entry, late_is_refused=False):
    return checked_registration(entry, ROUND, late_is_refused=late_is_refused)


def test_a_title_for_people_is_refused_for_a_collective():
    with pytest.raises(InvalidInput, match="Lao động tiên tiến không dành cho tập thể") as caught:
        check(draft(person_id=None, unit_id=3))
    assert caught.value.field == "award_code"


def test_a_title_for_collectives_is_refused_for_a_person():
    with pytest.raises(InvalidInput, match="không dành cho cá nhân"):
        check(draft("TTLĐTT"))


def test_a_commendation_form_is_not_a_title():
    with pytest.raises(InvalidInput, match="hình thức khen thưởng, không phải danh hiệu"):
        check(draft("GKX"))


def test_an_unknown_title_is_refused():
    with pytest.raises(InvalidInput, match="Không có danh hiệu nào viết tắt là “XYZ”"):
        check(draft("XYZ"))


@pytest.mark.parametrize("code", ["LĐTT", "XYZ"])
def test_the_form_beside_a_title_must_be_a_form(code):
    with pytest.raises(InvalidInput) as caught:
        check(draft(form_code=code))
    assert caught.value.field == "form_code"


@pytest.mark.parametrize("ids", [{"person_id": None}, {"unit_id": 2}])
def test_exactly_one_subject_registers(ids):
    with pytest.raises(InvalidInput, match="Chọn một cá nhân, một tập thể hoặc một hộ"):
        check(draft(**ids))


def test_the_deadline_itself_is_in_time():
    assert not is_late(date(2026, 1, 31), ROUND)
    assert is_late(date(2026, 2, 1), ROUND)


def test_registering_after_the_deadline_is_refused_where_the_office_refuses_it():
    late = draft(day=date(2026, 2, 1))
    with pytest.raises(Refused, match="quá hạn đăng ký năm 2026 \\(ngày 31/01/2026\\)"):
        check(late, late_is_refused=True)
    assert check(late) == late


def test_registering_before_the_round_opens_is_refused():
    with pytest.raises(InvalidInput, match="mở từ ngày 02/01/2026"):
        check(draft(day=date(2026, 1, 1)))


def test_the_topic_is_kept_on_one_line():
    assert check(draft(topic=" Số hóa\n hồ sơ ")).topic == "Số hóa hồ sơ"


def test_a_deadline_before_the_opening_is_refused():
    with pytest.raises(InvalidInput, match="từ ngày mở đợt 02/01/2026"):
        checked_round(RegistrationRound(2026, date(2026, 1, 2), date(2026, 1, 1)))


def test_those_who_have_not_registered_keep_their_order():
    assert missing([Someone(3), Someone(1), Someone(2)], {1}) == [Someone(3), Someone(2)]


def test_the_list_leaves_out_a_title_that_another_implies():
    assert [entry.code for entry in shown_titles(["LĐTT", "CSTĐCS"])] == ["CSTĐCS"]
    assert [entry.code for entry in shown_titles(["TTLĐXS", "CTĐT", "TTLĐTT"])] == ["CTĐT", "TTLĐXS"]
