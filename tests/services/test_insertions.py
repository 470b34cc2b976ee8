"""What a clerk may put into a text: as the year, the day and the register have it."""

from datetime import date

from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import office, staff, units
from kimhoa_app.services.insertions import Insertion, InsertionKind, list_insertions
from kimhoa_app.services.workspace import Workspace

LONG_AGO = date(2025, 7, 1)


def of_kind(workspace: Workspace, kind: InsertionKind, year: int = 2027) -> list[Insertion]:
    return [each for each in list_insertions(workspace, year) if each.kind is kind]


def test_anniversaries_are_counted_for_the_year(workspace: Workspace) -> None:
    found = of_kind(workspace, InsertionKind.ANNIVERSARY)
    party = next(each for each in found if "Đảng Cộng sản Việt Nam" in each.name)
    assert party.words == "kỷ niệm 97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)"
    assert party.detail.startswith("03/02/2027")
    days = [each.detail.split(" · ")[0] for each in found if each.detail[:2].isdecimal()]
    assert days == sorted(days, key=lambda day: day.split("/")[::-1])


def test_anniversaries_of_another_province_are_left_out(workspace: Workspace) -> None:
    before = {each.name for each in of_kind(workspace, InsertionKind.ANNIVERSARY)}
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", valid_from=LONG_AGO)
    office.set_up(workspace, period, [Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch", LONG_AGO)])
    assert before <= {each.name for each in of_kind(workspace, InsertionKind.ANNIVERSARY)}


def test_only_legal_texts_in_force_are_offered(workspace: Workspace) -> None:
    found = of_kind(workspace, InsertionKind.LEGAL_TEXT)
    law = next(each for each in found if each.name == "Luật Thi đua, khen thưởng")
    assert law.words == "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
    assert law.legal_basis == f"Căn cứ {law.words}"
    assert not any("91/2017/NĐ-CP" in each.words for each in found)


def test_people_stand_with_their_post_of_today_and_units_by_name(workspace: Workspace) -> None:
    unit = units.add_unit(workspace, UnitDraft("Phòng Kinh tế", UnitKind.DEPARTMENT, founded_on=LONG_AGO))
    for name, position in (("Lê Thị Ánh", "Chuyên viên"), ("Võ Ẩn", "Trưởng phòng Kinh tế"), ("Hồ Sỹ", "")):
        staff.add_person(workspace, PersonDraft(name, position=position, unit_id=unit, start_date=LONG_AGO), LONG_AGO)
    words = [each.words for each in of_kind(workspace, InsertionKind.PERSON)]
    assert words == [
        "Lê Thị Ánh, Chuyên viên Phòng Kinh tế",
        "Võ Ẩn, Trưởng phòng Kinh tế",
        "Hồ Sỹ, Phòng Kinh tế",
    ]
    assert [each.words for each in of_kind(workspace, InsertionKind.UNIT)] == ["Phòng Kinh tế"]


def test_phases_have_the_days_of_the_year(workspace: Workspace) -> None:
    first, *_ = of_kind(workspace, InsertionKind.PHASE)
    assert first.words == "Đợt 1 (từ ngày 01 tháng 01 năm 2027 đến ngày 30 tháng 6 năm 2027)"
