"""How far each unit is with registering, in numbers and on paper."""

from datetime import date

from kimhoa_app.documents.model import Table
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import registrations
from kimhoa_app.services.registration_progress import progress
from kimhoa_app.services.registration_progress_paper import progress_document
from tests.services.conftest import YEAR, Commune

LATE = date(2026, 2, 3)


def register(commune: Commune, *names: str, unit: str = "", day: date = date(2026, 1, 10)) -> None:
    drafts = [RegistrationDraft("LĐTT", day, person_id=commune.people[name]) for name in names]
    if unit:
        drafts.append(RegistrationDraft("TTLĐTT", day, unit_id=commune.units[unit]))
    registrations.register_all(commune.workspace, YEAR, drafts)


def test_units_say_who_is_missing_and_what_came_late(commune: Commune) -> None:
    register(commune, "Trần Văn Bình", "Lê Thị Ánh", unit="Văn phòng")
    register(commune, "Nguyễn Thị Ẩn", "Phạm Văn Đạt", unit="Phòng Kinh tế", day=LATE)
    office, economy, village = progress(commune.workspace, YEAR)
    assert (office.done, office.missing, office.is_complete, office.has_late) == (2, ("Đặng Văn Cường",), False, False)
    assert (economy.late, economy.collective_late, economy.is_complete, economy.has_late) == (2, True, True, True)
    assert (village.total, village.collective, village.is_complete) == (0, False, False)


def test_the_paper_counts_people_and_collectives_and_names_the_missing(commune: Commune) -> None:
    register(commune, "Trần Văn Bình", "Lê Thị Ánh", unit="Văn phòng")
    paper = progress_document(commune.workspace, YEAR)
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    assert [row.cells for row in table.rows] == [
        ("1", "Văn phòng", "3", "2", "", "1", "66,66%", "đã đăng ký", "Đặng Văn Cường"),
        ("2", "Phòng Kinh tế", "2", "0", "", "2", "0%", "chưa đăng ký", "Nguyễn Thị Ẩn, Phạm Văn Đạt"),
        ("3", "Thôn Đông", "", "", "", "", "", "chưa đăng ký", ""),
        ("", "Cộng", "5", "2", "", "3", "40%", "1/3", ""),
    ]
