from datetime import date

import pytest

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import awards, exports, households, meetings, nominations, registrations
from kimhoa_app.services.awards import AwardDraft

YEAR = 2026
DAY = date(2026, 1, 10)


def register(commune, *names, village="Thôn Đông"):
    return households.register_households(commune.workspace, YEAR, commune.units[village], names, DAY)


def heads(commune):
    return [line.name for line in registrations.list_registrations(commune.workspace, YEAR).households]


def test_households_register_by_the_name_of_their_head_and_are_known_from_then_on(commune):
    outcome = register(commune, "NGUYỄN VĂN SƠN", " lê thị  ánh ", "", "Nguyễn Văn Sơn")
    assert len(outcome.added) == 2
    assert heads(commune) == ["Lê Thị Ánh", "Nguyễn Văn Sơn"]
    line = registrations.list_registrations(commune.workspace, YEAR).households[0]
    assert (line.subject, line.unit, line.award_code) == (SubjectKind.HOUSEHOLD, "Thôn Đông", "GĐVH")
    again = register(commune, "Nguyễn Văn Sơn", "Trần Văn Tý")
    assert (len(again.added), len(again.passed_over)) == (1, 1)
    assert len(households.list_households(commune.workspace)) == 3


def test_no_head_or_no_village_makes_nothing(commune):
    with pytest.raises(InvalidInput):
        register(commune, " ", "")
    with pytest.raises(NotFound, match="Văn phòng không phải là thôn"):
        register(commune, "Nguyễn Văn Sơn", village="Văn phòng")
    with pytest.raises(InvalidInput):
        households.register_households(commune.workspace, YEAR, commune.units["Thôn Đông"], ["A B"], date(2020, 1, 1))
    assert households.list_households(commune.workspace) == []


@pytest.mark.parametrize(("code", "name"), [("LĐTT", "Lao động tiên tiến"), ("TTLĐTT", "Tập thể lao động tiên tiến")])
def test_a_household_registers_for_no_title_of_others(commune, code, name):
    register(commune, "Nguyễn Văn Sơn")
    number = households.list_households(commune.workspace)[0].id
    with pytest.raises(InvalidInput, match=f"{name} không dành cho hộ gia đình"):
        registrations.register(commune.workspace, YEAR, RegistrationDraft(code, DAY, household_id=number))


def test_one_subject_and_no_more(commune):
    register(commune, "Nguyễn Văn Sơn")
    draft = RegistrationDraft("GĐVH", DAY, unit_id=commune.units["Thôn Đông"], household_id=1)
    with pytest.raises(InvalidInput, match="một hộ gia đình"):
        registrations.register(commune.workspace, YEAR, draft)


def test_a_household_withdraws_and_comes_back(commune):
    (number,) = register(commune, "Nguyễn Văn Sơn").added
    registrations.withdraw(commune.workspace, number)
    assert heads(commune) == []
    registrations.restore(commune.workspace, number)
    assert heads(commune) == ["Nguyễn Văn Sơn"]


def test_the_list_upward_has_a_part_for_households(commune):
    register(commune, "Nguyễn Văn Sơn", "Lê Thị Ánh")
    document = exports.registrations_document(commune.workspace, YEAR)
    (section,) = document.sections
    assert section.heading.endswith("HỘ GIA ĐÌNH") or section.label == "I."
    assert [row.cells[1] for row in section.blocks[0].rows] == ["Lê Thị Ánh", "Nguyễn Văn Sơn", "Cộng: 2 hộ gia đình"]
    assert document.closing[0].text.endswith("02 hộ gia đình")


def test_a_household_comes_before_the_council_and_is_awarded(commune):
    register(commune, "Nguyễn Văn Sơn")
    meeting = meetings.prepare_meeting(commune.workspace, YEAR, date(2026, 11, 20), "08:00", "Phòng họp")
    assert nominations.take_nominations(commune.workspace, meeting) == 1
    assert nominations.take_nominations(commune.workspace, meeting) == 0
    (result,) = nominations.results(commune.workspace, meeting).results
    case = result.case
    assert (case.subject, case.name, case.unit, case.household_id) == (
        SubjectKind.HOUSEHOLD, "Nguyễn Văn Sơn", "Thôn Đông", 1,
    )  # fmt: skip
    draft = AwardDraft("GĐVH", YEAR, case.name, household_id=case.household_id, nomination_id=case.nomination_id)
    awards.record_award(commune.workspace, draft)
    (entry,) = awards.list_awards(commune.workspace, YEAR)
    assert entry.award.household_id == 1
