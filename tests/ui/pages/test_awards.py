from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.consideration import Occasion
from kimhoa_app.services import awards, registrations
from kimhoa_app.services.awards import AwardDraft, DecisionDraft
from kimhoa_app.services.history import history_of
from kimhoa_app.services.households import register_households
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import YEAR, Commune, open_page, settle
from ui.pages.award_parts.columns import counts
from ui.pages.awards import AwardsPage

PAPER = DecisionDraft(2025, "15/QĐ-UBND", date(2025, 12, 20), "Chủ tịch Ủy ban nhân dân xã")


@pytest.fixture
def commune(workspace: Workspace) -> Commune:
    return settle(workspace)


def give(commune: Commune, name: str, code: str = "LĐTT", year: int = 2025) -> int:
    draft = AwardDraft(code, year, name, person_id=commune.people[name])
    paper = DecisionDraft(year, PAPER.number, PAPER.decided_on, PAPER.authority)
    return awards.record_award_of(commune.workspace, draft, paper)


def test_a_past_award_is_entered_with_the_post_that_the_register_has(qtbot: QtBot, commune: Commune) -> None:
    page, heard = open_page(qtbot, commune.workspace, AwardsPage())
    assert page._heading.text() == "Chưa ghi khen thưởng nào"
    dialog = page.act.record()
    dialog.form.fill({"year": 2025})
    dialog.form.fill({"subject": commune.people["Lê Thị Ánh"]})
    dialog.subject.activated.emit(0)
    assert (dialog.position.text(), dialog.unit.text()) == ("Công chức", "Văn phòng")
    dialog.form.fill({"number": "15/QĐ-UBND"})
    dialog.save()
    assert dialog.form.field("decided_on").error
    dialog.form.fill({"decided_on": date(2025, 12, 20)})
    dialog.save()
    entry = awards.list_awards(commune.workspace, 2025)[0]
    assert (entry.award.subject_then, entry.award.unit_then) == ("Lê Thị Ánh", "Văn phòng")
    assert entry.decision is not None
    assert heard.said == ["Đã ghi khen thưởng."]


def test_what_the_clerk_wrote_is_not_replaced_by_a_proposal(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = open_page(qtbot, commune.workspace, AwardsPage())
    dialog = page.act.record()
    dialog.position.setText("Trưởng phòng")
    dialog.form.fill({"subject": commune.people["Lê Thị Ánh"]})
    dialog.subject.activated.emit(0)
    assert (dialog.position.text(), dialog.unit.text()) == ("Trưởng phòng", "Văn phòng")


def test_a_unit_is_awarded_without_a_decision_that_nobody_knows(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = open_page(qtbot, commune.workspace, AwardsPage())
    dialog = page.act.record()
    dialog.kind.setCurrentIndex(1)
    dialog.form.fill({"subject": commune.units["Văn phòng"]})
    dialog.save()
    entry = awards.list_awards(commune.workspace)[0]
    assert (entry.award.award_code, entry.award.unit_id) == ("TTLĐTT", commune.units["Văn phòng"])
    assert [group.name for group in page.by_decision.table.shown()] == ["(chưa ghi quyết định)"]


def test_the_list_is_of_one_year_or_of_all_and_narrows_by_decision_and_title(qtbot: QtBot, commune: Commune) -> None:
    for name, code, year in (
        ("Lê Thị Ánh", "LĐTT", 2025),
        ("Lê Thị Ánh", "CSTĐCS", 2025),
        ("Đặng Thị Cúc", "LĐTT", 2024),
    ):
        give(commune, name, code, year)
    page, _heard = open_page(qtbot, commune.workspace, AwardsPage(), 2025)
    assert page._heading.text() == "Năm 2025 có 2 khen thưởng theo 1 quyết định"
    page.years.setCurrentIndex(1)
    assert page.table.shown_count == 3
    page.by_title.table.select_where(lambda group: group.key == "CSTĐCS")
    assert page.table.shown_count == 1
    page.by_title.table.clearSelection()
    page.by_decision.table.select_where(lambda group: group.count == 2)
    assert {entry.award.year for entry in page.table.shown()} == {2025}


def test_a_year_without_awards_shows_those_of_other_years_and_says_so(qtbot: QtBot, commune: Commune) -> None:
    give(commune, "Lê Thị Ánh", year=2024)
    page, _heard = open_page(qtbot, commune.workspace, AwardsPage(), 2026)
    assert page._heading.text() == "Năm 2026 chưa có khen thưởng nào"
    assert page._line.text() == "Dưới đây là 1 khen thưởng theo 1 quyết định của các năm khác"
    assert page.years.currentText() == "Mọi năm"
    assert page.table.shown_count == 1
    page.years.setCurrentIndex(0)
    page.refresh()
    assert (page.years.currentText(), page.table.shown_count) == ("Năm 2026", 0)


def test_deleted_awards_come_back(qtbot: QtBot, commune: Commune) -> None:
    give(commune, "Lê Thị Ánh")
    page, heard = open_page(qtbot, commune.workspace, AwardsPage(), 2025)
    page.table.selectAll()
    page.act.delete()
    assert awards.list_awards(commune.workspace) == []
    heard.take_back()
    assert len(awards.list_awards(commune.workspace)) == 1


def test_the_search_finds_an_award_of_another_year_here(qtbot: QtBot, commune: Commune) -> None:
    number = give(commune, "Lê Thị Ánh", year=2024)
    page, _heard = open_page(qtbot, commune.workspace, AwardsPage(), 2026)
    assert page._heading.text() == "Năm 2026 chưa có khen thưởng nào"
    page.open(page.context, award_id=number)
    current = page.table.current()
    assert current is not None
    assert current.id == number


def test_a_decision_is_corrected_once_for_all_it_awards(qtbot: QtBot, commune: Commune) -> None:
    for name in ("Lê Thị Ánh", "Đặng Thị Cúc"):
        give(commune, name)
    page, heard = open_page(qtbot, commune.workspace, AwardsPage(), 2025)
    (group,) = page.by_decision.table.shown()
    dialog = page.act.correct(group.key)
    assert dialog is not None
    dialog.form.fill({"number": "16/QĐ-UBND", "decided_on": date(2025, 12, 24)})
    dialog.save()
    assert {entry.decision.decided_on for entry in awards.list_awards(commune.workspace) if entry.decision} == {
        date(2025, 12, 24)
    }
    assert [each.name for each in page.by_decision.table.shown()] == ["16/QĐ-UBND ngày 24/12/2025"]
    heard.take_back()
    assert [each.name for each in page.by_decision.table.shown()] == [group.name]


@pytest.mark.parametrize(("width", "height"), [(1154, 700), (700, 460)])
def test_no_table_of_the_page_scrolls_sideways(qtbot: QtBot, commune: Commune, width: int, height: int) -> None:
    give(commune, "Lê Thị Ánh")
    page, _heard = open_page(qtbot, commune.workspace, AwardsPage(), 2025)
    page.resize(width, height)
    page.show()
    for table in (page.table, page.by_decision.table, page.by_title.table):
        qtbot.waitUntil(lambda table=table: table.horizontalScrollBar().maximum() == 0)


def test_why_an_award_was_given_is_recorded_seen_and_changed_with_a_way_back(qtbot: QtBot, commune: Commune) -> None:
    page, heard = open_page(qtbot, commune.workspace, AwardsPage())
    dialog = page.act.record()
    dialog.form.fill({"year": 2025, "subject": commune.people["Lê Thị Ánh"], "award_code": "GKX", "occasion": "sudden"})
    dialog.save()
    assert awards.list_awards(commune.workspace)[0].award.occasion is Occasion.SUDDEN
    page.refresh()
    page.years.setCurrentIndex(1)
    assert page.table.model().index(0, 3).data() == "GKX · đột xuất"
    page.table.select_where(lambda _entry: True)
    changing = page.act.change_occasion()
    assert changing is not None
    assert changing.form.values() == {"occasion": "sudden"}
    changing.form.fill({"occasion": None})
    changing.save()
    assert awards.list_awards(commune.workspace)[0].award.occasion is None
    heard.take_back()
    assert awards.list_awards(commune.workspace)[0].award.occasion is Occasion.SUDDEN
    told = [change.action for change in history_of(commune.workspace, "award", 1)]
    assert told == ["add", "change", "change"]


def test_a_household_is_counted_on_its_own(qtbot: QtBot, commune: Commune) -> None:
    registrations.open_round(commune.workspace, YEAR, date(YEAR, 1, 2), date(YEAR, 1, 31))
    register_households(commune.workspace, YEAR, commune.units["Thôn Đông"], ["Lý Văn Sáu"], date(YEAR, 1, 9))
    awards.record_award(
        commune.workspace, AwardDraft("GĐVH", YEAR, "Lý Văn Sáu", household_id=1, unit_then="Thôn Đông")
    )
    page, _heard = open_page(qtbot, commune.workspace, AwardsPage())
    assert page.table.model().index(0, 2).data() == "Hộ gia đình, Thôn Đông"
    assert counts(page.table.shown()) == "0 cho cá nhân · 0 cho tập thể · 1 cho hộ gia đình"
