from datetime import date

import pytest

from db.audit import history
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.people import WorkStatus
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import registration_progress, registrations, settings, staff

YEAR = 2026
DAY = date(2026, 1, 10)


def register(commune, name, code="LĐTT", day=DAY, **changes):
    draft = RegistrationDraft(code, day, person_id=commune.people[name], **changes)
    return registrations.register(commune.workspace, YEAR, draft)


def actions(commune, registration_id):
    with commune.workspace.begin() as uow:
        return [change.action for change in history(uow, "registration", registration_id)]


def test_the_list_is_by_unit_and_given_name_with_collectives_first(commune):
    for name in reversed(commune.people):
        register(commune, name)
    draft = RegistrationDraft("TTLĐTT", DAY, unit_id=commune.units["Văn phòng"])
    registrations.register(commune.workspace, YEAR, draft)
    listing = registrations.list_registrations(commune.workspace, YEAR)
    assert [line.name for line in listing.people] == [
        "Lê Thị Ánh", "Trần Văn Bình", "Đặng Văn Cường", "Nguyễn Thị Ẩn", "Phạm Văn Đạt",
    ]  # fmt: skip
    assert [(line.name, line.headcount) for line in listing.collectives] == [("Văn phòng", 3)]


def test_a_line_says_who_where_and_what(commune):
    register(commune, "Lê Thị Ánh", "CSTĐCS", topic="Số hóa hồ sơ")
    line = registrations.list_registrations(commune.workspace, YEAR).people[0]
    assert (line.honorific, line.position, line.unit, line.award_code, line.topic, line.late) == (
        "Bà", "Công chức", "Văn phòng", "CSTĐCS", "Số hóa hồ sơ", False,
    )  # fmt: skip


def test_the_same_title_is_not_registered_twice(commune):
    register(commune, "Lê Thị Ánh")
    with pytest.raises(Refused, match="Đã đăng ký danh hiệu LĐTT"):
        register(commune, "Lê Thị Ánh")


def test_a_late_registration_is_marked_unless_the_office_refuses_it(commune):
    late = date(2026, 2, 1)
    register(commune, "Lê Thị Ánh", day=late)
    assert registrations.list_registrations(commune.workspace, YEAR).people[0].late
    settings.change_setting(commune.workspace, "registration.force", "block")
    with pytest.raises(Refused, match="quá hạn"):
        register(commune, "Phạm Văn Đạt", day=late)


def test_registering_many_passes_over_those_who_are_there(commune):
    first = register(commune, "Lê Thị Ánh")
    ids = list(commune.people.values())
    done = registrations.register_many(commune.workspace, YEAR, ids, "LĐTT", DAY)
    assert len(done.added) == 4
    assert [subject for subject, _ in done.passed_over] == [commune.people["Lê Thị Ánh"]]
    assert first not in done.added


def test_registering_many_with_a_wrong_title_registers_nobody(commune):
    with pytest.raises(InvalidInput):
        registrations.register_many(commune.workspace, YEAR, list(commune.people.values()), "GKX", DAY)
    assert registrations.list_registrations(commune.workspace, YEAR).people == ()


def test_who_has_not_registered_is_told_without_those_who_left(commune):
    register(commune, "Lê Thị Ánh")
    gone = commune.people["Phạm Văn Đạt"]
    staff.set_status(commune.workspace, gone, WorkStatus.TRANSFERRED, date(2026, 1, 20))
    found = registration_progress.missing(commune.workspace, YEAR)
    assert [person.name for person in found.people] == ["Trần Văn Bình", "Đặng Văn Cường", "Nguyễn Thị Ẩn"]
    assert [unit.name for unit in found.units] == ["Văn phòng", "Phòng Kinh tế", "Thôn Đông"]


def test_progress_counts_people_once_by_unit(commune):
    register(commune, "Lê Thị Ánh")
    register(commune, "Lê Thị Ánh", "CSTĐCS", day=date(2026, 2, 3))
    register(commune, "Phạm Văn Đạt", day=date(2026, 2, 3))
    found = registration_progress.progress(commune.workspace, YEAR)
    rows = [(row.unit, row.done, row.total, row.late) for row in found]
    assert rows == [("Văn phòng", 1, 3, 0), ("Phòng Kinh tế", 1, 2, 1), ("Thôn Đông", 0, 0, 0)]


def test_a_withdrawn_registration_comes_back_with_its_trail(commune):
    made = register(commune, "Lê Thị Ánh")
    registrations.withdraw(commune.workspace, made)
    assert registrations.list_registrations(commune.workspace, YEAR).people == ()
    registrations.restore(commune.workspace, made)
    assert len(registrations.list_registrations(commune.workspace, YEAR).people) == 1
    assert actions(commune, made) == ["add", "delete", "restore"]


def test_what_was_registered_again_does_not_come_back_twice(commune):
    made = register(commune, "Lê Thị Ánh")
    registrations.withdraw(commune.workspace, made)
    register(commune, "Lê Thị Ánh")
    with pytest.raises(Refused):
        registrations.restore(commune.workspace, made)


def test_a_change_is_checked_and_leaves_before_and_after(commune):
    made = register(commune, "Lê Thị Ánh")
    person = commune.people["Lê Thị Ánh"]
    registrations.change_registration(commune.workspace, made, RegistrationDraft("CSTĐCS", DAY, person_id=person))
    assert registrations.read_draft(commune.workspace, made).award_code == "CSTĐCS"
    with commune.workspace.begin() as uow:
        assert history(uow, "registration", made)[-1].changed == {"award_code": ("LĐTT", "CSTĐCS")}


def test_a_year_without_a_round_is_told(commune):
    with pytest.raises(NotFound, match="Chưa mở đợt đăng ký năm 2030"):
        registrations.list_registrations(commune.workspace, 2030)


def test_a_round_is_opened_once_and_then_changed(commune):
    with pytest.raises(Refused, match="đã mở"):
        registrations.open_round(commune.workspace, YEAR, DAY, DAY)
    registrations.change_round(commune.workspace, YEAR, DAY, date(2026, 2, 28))
    entry = registrations.read_round(commune.workspace, YEAR)
    assert entry is not None
    assert entry.deadline == date(2026, 2, 28)


def test_several_are_withdrawn_and_brought_back_together(commune):
    workspace = commune.workspace
    drafts = [RegistrationDraft("LĐTT", date(2026, 1, 20), person_id=each) for each in commune.people.values()]
    added = registrations.register_all(workspace, YEAR, drafts).added
    registrations.withdraw(workspace, *added)
    assert registrations.list_registrations(workspace, YEAR).people == ()
    registrations.restore(workspace, *added)
    assert len(registrations.list_registrations(workspace, YEAR).people) == len(drafts)
    with pytest.raises(NotFound):
        registrations.withdraw(workspace, *added, 999)
    assert len(registrations.list_registrations(workspace, YEAR).people) == len(drafts)


def test_who_has_the_title_is_passed_over_and_the_others_are_registered(commune):
    anh, dat = commune.people["Lê Thị Ánh"], commune.people["Phạm Văn Đạt"]
    drafts = [
        RegistrationDraft("CSTĐCS", date(2026, 1, 20), person_id=each, topic="Số hóa hồ sơ") for each in (anh, anh, dat)
    ]
    outcome = registrations.register_all(commune.workspace, YEAR, drafts)
    assert len(outcome.added) == 2
    assert [subject for subject, _reason in outcome.passed_over] == [anh]
