"""A small commune: an office, three units, six people and a council, for the tests of the services."""

from dataclasses import dataclass
from datetime import date

import pytest

from kimhoa_app.domain.councils import CouncilDraft, CouncilRole, MemberDraft
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.people import Gender, PersonDraft
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import councils, office, registrations, staff, units
from kimhoa_app.services.workspace import Workspace

YEAR = 2026
LONG_AGO = date(2025, 7, 1)


@dataclass(frozen=True)
class Commune:
    """The numbers of what was made; `people` by name, `members` in the order of the council."""

    workspace: Workspace
    people: dict[str, int]
    units: dict[str, int]
    council: int
    members: tuple[int, ...]


@pytest.fixture
def commune(workspace: Workspace) -> Commune:
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", superior=None, valid_from=LONG_AGO)
    head = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã", LONG_AGO)
    office.set_up(workspace, period, [head])
    unit_ids = {
        name: units.add_unit(workspace, UnitDraft(name, kind, founded_on=LONG_AGO))
        for name, kind in (
            ("Văn phòng", UnitKind.DEPARTMENT),
            ("Phòng Kinh tế", UnitKind.DEPARTMENT),
            ("Thôn Đông", UnitKind.VILLAGE),
        )
    }
    people = _people(workspace, unit_ids)
    council, members = _council(workspace, people)
    registrations.open_round(workspace, YEAR, date(2026, 1, 2), date(2026, 1, 31))
    return Commune(workspace, people, unit_ids, council, members)


def _people(workspace: Workspace, unit_ids: dict[str, int]) -> dict[str, int]:
    places = (
        ("Trần Văn Bình", Gender.MALE, "Chủ tịch UBND xã", "Văn phòng"),
        ("Lê Thị Ánh", Gender.FEMALE, "Công chức", "Văn phòng"),
        ("Đặng Văn Cường", Gender.MALE, "Công chức", "Văn phòng"),
        ("Nguyễn Thị Ẩn", Gender.FEMALE, "Trưởng phòng", "Phòng Kinh tế"),
        ("Phạm Văn Đạt", Gender.MALE, "Công chức", "Phòng Kinh tế"),
    )
    return {
        name: staff.add_person(
            workspace,
            PersonDraft(name, gender=gender, position=position, unit_id=unit_ids[unit], start_date=LONG_AGO),
            LONG_AGO,
        )
        for name, gender, position, unit in places
    }


def _council(workspace: Workspace, people: dict[str, int]) -> tuple[int, tuple[int, ...]]:
    draft = CouncilDraft("Hội đồng Thi đua - Khen thưởng xã Kim Hoa", decision_number="12/QĐ-UBND", valid_from=LONG_AGO)
    council = councils.save_council(workspace, draft)
    seats = (
        ("Trần Văn Bình", CouncilRole.CHAIR),
        ("Nguyễn Thị Ẩn", CouncilRole.VICE_CHAIR),
        ("Lê Thị Ánh", CouncilRole.SECRETARY),
    )
    members = tuple(
        councils.add_member(workspace, council, MemberDraft(name, "", role, people[name])) for name, role in seats
    )
    return council, members
