"""The page of staff and units, as a clerk drives it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender, PersonDraft, Rating, StaffGroup, WorkStatus
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import awards, ratings, staff, units
from kimhoa_app.services.imports import ListKind
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.dialogs.base import FormDialog
from ui.dialogs.list_import.wizard import ImportWizard
from ui.pages.context import PageContext
from ui.pages.staff import StaffPage
from ui.pages.staff_parts.people_columns import masked

JULY = date(2025, 7, 1)


class Frame:
    """Stands for the window: it keeps what was said and lets the page read again when data change."""

    def __init__(self, page: StaffPage, workspace: Workspace) -> None:
        self.page = page
        self.said: list[str] = []
        self.undo: Callable[[], object] | None = None
        self.context = PageContext(
            workspace, ImmediateRunner(), 2026, lambda _key, **_args: None, self.announce, self.notify
        )

    def notify(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self.said.append(text)
        self.undo = undo

    def announce(self, *kinds: str) -> None:
        if self.page.reads.intersection(kinds):
            self.page.mark_stale()
        self.page.open(self.context)

    def take_back(self) -> None:
        assert self.undo is not None
        self.undo()


@pytest.fixture
def frame(workspace: Workspace, qtbot: QtBot) -> Frame:
    page = StaffPage()
    page.resize(1120, 700)
    qtbot.addWidget(page)
    page.show()
    return Frame(page, workspace)


@pytest.fixture
def filled(frame: Frame, workspace: Workspace) -> Frame:
    office = units.add_unit(workspace, UnitDraft("Văn phòng", founded_on=JULY))
    economy = units.add_unit(workspace, UnitDraft("Phòng Kinh tế", founded_on=JULY))
    units.add_unit(workspace, UnitDraft("Thôn Đông", UnitKind.VILLAGE))
    people = (
        PersonDraft("Trần Văn Bình", PartialDate(1979), Gender.MALE, "042079000001", None, "Chánh Văn phòng", office),
        PersonDraft("Nguyễn Thị Ánh", PartialDate(1985, 3, 5), Gender.FEMALE, None, None, "Công chức", economy),
        PersonDraft("Lê Văn Cường", position="Công chức", unit_id=office, group=StaffGroup.CIVIL_SERVANT),
    )
    for person in people:
        staff.add_person(workspace, person, JULY)
    frame.page.open(frame.context)
    return frame


def names(frame: Frame) -> list[str]:
    return [row.full_name for row in frame.page.people.table.shown()]


def select(frame: Frame, name: str) -> None:
    frame.page.people.table.select_where(lambda row: row.full_name == name)


def heading(frame: Frame) -> str:
    return frame.page._heading.text()


def fill_and_save(dialog: FormDialog | None, **values: object) -> FormDialog:
    assert dialog is not None
    dialog.form.fill(values)
    dialog.save()
    return dialog


def test_an_empty_page_says_what_it_is_for_and_offers_the_import_first(frame: Frame) -> None:
    frame.page.open(frame.context)
    assert frame.page._empty is not None
    assert frame.page.add_button.isHidden()


def test_people_stand_in_the_order_of_given_names(filled: Frame) -> None:
    assert names(filled) == ["Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Văn Cường"]
    assert heading(filled) == "3 người ở 2 đơn vị"


def test_what_is_missing_is_said_under_the_heading(filled: Frame) -> None:
    assert filled.page._line.text() == "Người còn thiếu: ngày sinh (1), nhóm (2)"


def test_typing_without_diacritics_narrows_the_list(filled: Frame, qtbot: QtBot) -> None:
    qtbot.keyClicks(filled.page.people.search, "anh nguyen")
    assert names(filled) == ["Nguyễn Thị Ánh"]


def test_the_list_can_be_of_one_unit(filled: Frame) -> None:
    people = filled.page.people
    people.unit.setCurrentIndex(people.unit.findText("Văn phòng (2)"))
    assert names(filled) == ["Trần Văn Bình", "Lê Văn Cường"]
    dialog = people.act.add()
    assert dialog.form.field("unit").editor.currentText() == "Văn phòng"


def test_the_identity_number_is_masked_until_asked_for(filled: Frame) -> None:
    select(filled, "Trần Văn Bình")
    card = filled.page.people.card
    texts = [child.text() for child in card._facts.findChildren(type(card._name))]
    assert "••••••••0001" in texts
    assert "042079000001" not in texts
    card.reveal()
    assert QGuiApplication.clipboard().text() == "042079000001"


def test_only_the_last_digits_of_a_number_can_be_read() -> None:
    assert masked("042079000001") == "••••••••0001"


def test_a_person_is_added_with_a_new_unit_and_selected(filled: Frame, workspace: Workspace) -> None:
    dialog = filled.page.people.act.add()
    unit = dialog.form.field("unit")
    unit.editor.setEditText("Phòng Tư pháp")
    unit.editor.settle()
    assert "đơn vị mới" in unit.remark
    fill_and_save(dialog, full_name="phạm thị dung", position="Công chức")
    current = filled.page.people.table.current()
    assert current is not None
    assert (current.full_name, current.unit_name) == ("Phạm Thị Dung", "Phòng Tư pháp")
    filled.take_back()
    assert "Phạm Thị Dung" not in names(filled)


def test_a_namesake_is_told_beside_the_name(filled: Frame) -> None:
    dialog = filled.page.people.act.add()
    dialog.form.fill({"full_name": "nguyễn thị ánh"})
    assert "05/03/1985" in dialog.form.field("full_name").remark
    dialog.form.fill({"full_name": "nguyễn thị á"})
    assert dialog.form.field("full_name").remark == ""


def test_a_first_day_in_the_future_is_refused_at_its_field(filled: Frame) -> None:
    dialog = fill_and_save(filled.page.people.act.add(), full_name="Phạm Thị Dung", from_day=date(2027, 1, 1))
    assert "sau hôm nay" in dialog.form.field("from_day").error
    assert dialog.isVisible()


def test_enter_opens_the_person_and_the_correction_can_be_undone(filled: Frame, qtbot: QtBot) -> None:
    select(filled, "Lê Văn Cường")
    fill_and_save(filled.page.people.act.edit(), full_name="Lê Văn Cương", birth=PartialDate(1990))
    assert "Lê Văn Cương" in names(filled)
    filled.take_back()
    assert "Lê Văn Cường" in names(filled)


def test_a_move_from_a_day_keeps_the_old_post_in_the_card(filled: Frame) -> None:
    select(filled, "Nguyễn Thị Ánh")
    dialog = filled.page.people.act.move_on()
    fill_and_save(dialog, position="Phó Trưởng phòng", is_leader=True, from_day=date(2026, 3, 1))
    record = filled.page.people.card.record
    assert record is not None
    assert [post.position for post in record.posts] == ["Phó Trưởng phòng", "Công chức"]
    filled.take_back()
    assert filled.page.people.table.current().position == "Công chức"


def test_a_move_that_changes_nothing_is_refused(filled: Frame) -> None:
    select(filled, "Nguyễn Thị Ánh")
    dialog = fill_and_save(filled.page.people.act.move_on())
    assert dialog.form.field("position").error


def test_who_retires_leaves_the_list_and_is_found_with_the_switch(filled: Frame) -> None:
    select(filled, "Lê Văn Cường")
    fill_and_save(
        filled.page.people.act.change_status(), status=WorkStatus.RETIRED, from_day=date(2026, 11, 1), note="QĐ 12"
    )
    assert "Lê Văn Cường" not in names(filled)
    assert filled.said[-1].endswith("từ 01/11/2026.")
    filled.page.people.gone.setChecked(True)
    assert "Lê Văn Cường" in names(filled)
    filled.take_back()
    filled.page.people.gone.setChecked(False)
    assert "Lê Văn Cường" in names(filled)


def test_a_wrong_step_is_taken_back_after_a_question(filled: Frame) -> None:
    select(filled, "Lê Văn Cường")
    fill_and_save(filled.page.people.act.change_status(), status=WorkStatus.MATERNITY_LEAVE, from_day=date(2026, 10, 1))
    people = filled.page.people
    people.card.take_back_button.click()
    assert "Nghỉ thai sản" in people.confirm._question.text()
    people.confirm.agree()
    assert people.table.current().status is WorkStatus.WORKING


def test_delete_puts_several_people_into_the_bin_and_undo_brings_them_back(filled: Frame, qtbot: QtBot) -> None:
    filled.page.people.table.select_where(lambda row: "Văn" in row.full_name)
    filled.page.people.act.delete()
    assert names(filled) == ["Nguyễn Thị Ánh"]
    assert filled.said == ["Đã xóa 2 người."]
    filled.take_back()
    assert len(names(filled)) == 3


def test_the_reason_against_deleting_stands_at_the_head_of_the_page(filled: Frame, workspace: Workspace) -> None:
    anh = staff.list_people(workspace)[0]
    awards.record_award(workspace, awards.AwardDraft("LĐTT", 2025, anh.full_name, person_id=anh.id))
    select(filled, "Nguyễn Thị Ánh")
    filled.page.people.act.delete()
    assert "không xóa được" in filled.page.banner.text


def test_the_card_tells_awards_and_ratings(filled: Frame, workspace: Workspace) -> None:
    anh = staff.list_people(workspace)[0]
    decision = awards.record_decision(workspace, awards.DecisionDraft(2025, "127/QĐ-UBND", date(2025, 12, 19)))
    awards.record_award(
        workspace, awards.AwardDraft("LĐTT", 2025, anh.full_name, person_id=anh.id, decision_id=decision)
    )
    ratings.set_rating(workspace, ratings.RatingEntry(anh.id, None, 2025, Rating.GOOD))
    filled.announce("awards")
    card = filled.page.people.card
    texts = " ".join(child.text() for child in card.findChildren(type(card._name)))
    assert "Lao động tiên tiến\nQĐ số 127/QĐ-UBND ngày 19/12/2025" in texts
    assert "Hoàn thành tốt nhiệm vụ" in texts


def test_the_search_goes_to_a_person_who_has_gone(filled: Frame, workspace: Workspace) -> None:
    cuong = staff.list_people(workspace)[2]
    staff.set_status(workspace, cuong.id, WorkStatus.TRANSFERRED, date(2026, 1, 1))
    filled.page.people.search.setText("khong co ai")
    filled.page.open(filled.context, person_id=cuong.id)
    current = filled.page.people.table.current()
    assert current is not None
    assert current.id == cuong.id


# Units


def unit_names(frame: Frame) -> list[str]:
    return [row.name for row in frame.page.units.table.shown()]


def choose(frame: Frame, *chosen: str) -> None:
    frame.page.tabs.setCurrentWidget(frame.page.units)
    frame.page.units.table.select_where(lambda row: row.name in chosen)


def test_the_tab_of_units_has_its_own_sentence_and_button(filled: Frame) -> None:
    filled.page.tabs.setCurrentWidget(filled.page.units)
    assert heading(filled) == "2 đơn vị và 1 thôn, tổ dân phố"
    assert filled.page.add_button.text().strip() == "Thêm tập thể"


def test_a_unit_is_added_and_taken_back(filled: Frame) -> None:
    filled.page.tabs.setCurrentWidget(filled.page.units)
    fill_and_save(filled.page.units.act.add(), name="Trạm Y tế xã", kind=UnitKind.HEALTH_STATION)
    assert unit_names(filled)[-1] == "Trạm Y tế xã"
    filled.take_back()
    assert "Trạm Y tế xã" not in unit_names(filled)


def test_a_unit_moves_up_with_the_keyboard(filled: Frame, qtbot: QtBot) -> None:
    choose(filled, "Phòng Kinh tế")
    filled.page.units.up_button.click()
    assert unit_names(filled) == ["Phòng Kinh tế", "Văn phòng", "Thôn Đông"]
    assert not filled.page.units.up_button.isEnabled()
    filled.page.units.down_button.click()
    assert unit_names(filled)[0] == "Văn phòng"


def test_a_new_name_from_a_day_takes_the_people_along(filled: Frame) -> None:
    choose(filled, "Văn phòng")
    fill_and_save(filled.page.units.act.rename(), name="Văn phòng HĐND và UBND", day=date(2026, 9, 1))
    assert "Văn phòng" not in unit_names(filled)
    current = filled.page.units.table.current()
    assert current is not None
    assert (current.name, current.headcount) == ("Văn phòng HĐND và UBND", 2)
    filled.page.units.gone.setChecked(True)
    assert "Văn phòng" in unit_names(filled)


def test_units_are_merged_into_a_new_one(filled: Frame) -> None:
    choose(filled, "Văn phòng", "Phòng Kinh tế")
    dialog = filled.page.units.act.merge()
    assert dialog is not None
    dialog.form.field("name").editor.setEditText("Phòng Tổng hợp")
    dialog.save()
    current = filled.page.units.table.current()
    assert current is not None
    assert (current.name, current.headcount) == ("Phòng Tổng hợp", 3)


def test_a_unit_with_people_is_not_dissolved(filled: Frame) -> None:
    choose(filled, "Văn phòng")
    dialog = fill_and_save(filled.page.units.act.dissolve())
    assert "còn 2 người" in dialog.banner.text


def test_a_village_is_dissolved_and_the_end_taken_back(filled: Frame) -> None:
    choose(filled, "Thôn Đông")
    fill_and_save(filled.page.units.act.dissolve(), day=date(2026, 11, 1))
    assert "Thôn Đông" not in unit_names(filled)
    filled.take_back()
    assert "Thôn Đông" in unit_names(filled)


def test_a_unit_in_use_is_not_deleted_and_an_unused_one_comes_back(filled: Frame) -> None:
    choose(filled, "Văn phòng")
    filled.page.units.act.delete()
    assert "không xóa được" in filled.page.banner.text
    choose(filled, "Thôn Đông")
    filled.page.units.act.delete()
    assert "Thôn Đông" not in unit_names(filled)
    filled.take_back()
    assert "Thôn Đông" in unit_names(filled)


def test_the_people_of_a_unit_are_one_press_away(filled: Frame) -> None:
    choose(filled, "Phòng Kinh tế")
    filled.page.units.card.people_button.click()
    assert filled.page.tabs.currentWidget() is filled.page.people
    assert names(filled) == ["Nguyễn Thị Ánh"]


def test_the_page_fits_the_screen_of_the_offices(filled: Frame) -> None:
    layout = filled.page.layout()
    assert filled.page.minimumSizeHint().width() <= 1366 - 212
    assert layout.totalHeightForWidth(1154) <= 768 - 52


def test_the_page_fits_a_small_window_and_keeps_what_is_needed_most(filled: Frame, qtbot: QtBot) -> None:
    filled.page.resize(890, 460)
    qtbot.waitUntil(lambda: filled.page.minimumSizeHint().width() <= 911 - 56)
    table = filled.page.people.table
    hidden = [table.isColumnHidden(place) for place in range(6)]
    assert hidden == [False, True, False, False, True, False]
    filled.page.resize(1154, 700)
    assert not table.isColumnHidden(1)


def test_everything_in_the_showcase_can_be_shown(filled: Frame) -> None:
    for show in filled.page.showcase().values():
        shown = show()
        if shown is not None:
            shown.close()


def test_keys_are_told_in_the_help() -> None:
    from ui.shell.help_panel import help_text

    assert "Ctrl+C" in help_text("can-bo")


def test_the_first_start_leads_straight_to_the_import(frame: Frame) -> None:
    frame.page.open(frame.context, show="import")
    assert [each.kind for each in frame.page.findChildren(ImportWizard)] == [ListKind.STAFF]


def test_ratings_are_brought_in_from_here_too(filled: Frame) -> None:
    filled.page.ratings_button.click()
    assert [each.kind for each in filled.page.findChildren(ImportWizard)] == [ListKind.RATINGS]
