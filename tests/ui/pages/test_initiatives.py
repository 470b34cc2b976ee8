from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kimhoa_app.services import initiatives
from kimhoa_app.services.decisions import DecisionDraft
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import YEAR, Commune, open_page, settle
from ui.pages.initiatives import InitiativesPage
from ui.widgets.author_shares import AuthorShares


@pytest.fixture
def commune(workspace: Workspace) -> Commune:
    return settle(workspace)


def record(commune: Commune, name: str = "Số hóa hồ sơ") -> int:
    authors = [AuthorShare(commune.people["Lê Thị Ánh"], 10000)]
    return initiatives.record_initiative(commune.workspace, InitiativeDraft(YEAR, name), authors)


def names(commune: Commune) -> list[str]:
    return [entry.initiative.name for entry in initiatives.list_initiatives(commune.workspace, YEAR)]


def test_an_empty_year_offers_to_record_the_first(qtbot: QtBot, commune: Commune) -> None:
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    assert page._heading.text() == "Năm 2026 chưa có sáng kiến nào"
    dialog = page.record()
    editor = dialog.form.field("authors").editor
    assert isinstance(editor, AuthorShares)
    editor.show_authors([AuthorShare(commune.people["Lê Thị Ánh"], 3000)])
    dialog.form.fill({"name": "Số hóa hồ sơ"})
    dialog.save()
    assert dialog.form.field("authors").error == "Các tỷ lệ cộng lại là 30%, phải bằng 100%."
    editor.split_evenly()
    dialog.save()
    assert names(commune) == ["Số hóa hồ sơ"]
    assert heard.said == ["Đã ghi sáng kiến."]
    assert page._heading.text() == "Năm 2026 có 1 sáng kiến, 0 đã được công nhận, còn 1 chờ"


def test_shares_are_split_evenly_until_one_is_written(qtbot: QtBot, commune: Commune) -> None:
    editor = AuthorShares([])
    qtbot.addWidget(editor)
    editor.add_author()
    editor.add_author()
    assert [row.points for row in editor._rows] == [3334, 3333, 3333]
    editor._rows[0].share.setValue(50)
    editor.add_author()
    assert [row.points for row in editor._rows] == [5000, 3333, 3333, 0]


def test_one_decision_is_recorded_for_those_selected_and_taken_back(qtbot: QtBot, commune: Commune) -> None:
    record(commune)
    record(commune, "Trả kết quả tại nhà")
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    page.table.selectAll()
    dialog = page.recognise()
    assert dialog is not None
    dialog.save()
    assert dialog.form.field("number").error
    dialog.form.fill({"number": "9/QĐ-UBND", "decided_on": date(2026, 11, 20)})
    dialog.save()
    assert page._heading.text() == "Năm 2026 có 2 sáng kiến, tất cả đã được công nhận"
    heard.take_back()
    assert {entry.decision for entry in initiatives.list_initiatives(commune.workspace, YEAR)} == {None}


def test_a_known_decision_is_chosen_and_not_typed_again(qtbot: QtBot, commune: Commune) -> None:
    first, second = record(commune), record(commune, "Trả kết quả tại nhà")
    paper = DecisionDraft(YEAR, "9/QĐ-UBND", date(2026, 11, 20), "Chủ tịch UBND xã")
    known = initiatives.recognise(commune.workspace, [first], paper)
    page, _heard = open_page(qtbot, commune.workspace, InitiativesPage())
    page.table.select_where(lambda entry: entry.id == second)
    dialog = page.recognise()
    assert dialog is not None
    dialog.form.fill({"known_decision": known})
    dialog.form.field("known_decision").editor.activated.emit(0)
    dialog.save()
    entries = initiatives.list_initiatives(commune.workspace, YEAR)
    assert {entry.initiative.decision_id for entry in entries} == {known}


def test_an_initiative_is_changed_and_deleted_with_a_way_back(qtbot: QtBot, commune: Commune) -> None:
    record(commune)
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    page.table.selectAll()
    page._change_selected()
    dialog = page.change_one(page.table.shown()[0])
    dialog.form.fill({"name": "Số hóa hồ sơ một cửa", "scope": "province"})
    dialog.save()
    assert names(commune) == ["Số hóa hồ sơ một cửa"]
    page.table.selectAll()
    page.delete()
    assert names(commune) == []
    heard.take_back()
    assert names(commune) == ["Số hóa hồ sơ một cửa"]
