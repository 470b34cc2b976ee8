"""The preview: what it shows, where it stands after a change, and what it tells."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.model import OfficialDocument, plain
from tests.documents.papers import sample_decision, sample_letter, sample_plan
from ui.widgets.page_view import PageView


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    return view


def _with_longer_opening(document: OfficialDocument) -> OfficialDocument:
    added = tuple(plain("Nội dung bổ sung. " * 12) for _ in range(8))
    return replace(document, opening=(*document.opening, *added))


def test_the_number_of_pages_is_told_once_it_changes(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_count_changed) as told:
        view.show_document(sample_plan())
    assert told.args == [view.page_count]
    with qtbot.assertNotEmitted(view.page_count_changed):
        view.show_document(sample_plan())


def test_the_page_in_the_middle_is_told_while_scrolling(view: PageView, qtbot: QtBot) -> None:
    view.show_document(sample_plan())
    with qtbot.waitSignal(view.current_page_changed) as told:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert told.args == [view.page_count]


def test_an_edit_above_leaves_the_section_in_view_where_it_is(view: PageView) -> None:
    plan = sample_plan(2)
    view.show_document(plan)
    view.scroll_to_section((1,))
    before = view.grab().toImage()
    place = view.verticalScrollBar().value()
    view.show_document(_with_longer_opening(plan))
    assert view.verticalScrollBar().value() > place
    view.show_document(plan)
    assert view.verticalScrollBar().value() == place
    assert view.grab().toImage() == before


def test_a_section_without_a_place_leads_to_the_one_around_it(view: PageView) -> None:
    view.show_document(sample_plan(2))
    view.scroll_to_section((1,))
    place = view.verticalScrollBar().value()
    assert place > 0
    view.scroll_to_section((0,))
    view.scroll_to_section((1, 99))
    assert view.verticalScrollBar().value() == place


def test_an_unknown_section_moves_nothing(view: PageView) -> None:
    view.show_document(sample_plan())
    view.verticalScrollBar().setValue(300)
    view.scroll_to_section((99,))
    assert view.verticalScrollBar().value() == 300


def test_pages_follow_the_width_of_the_view_until_a_size_is_chosen(view: PageView) -> None:
    view.show_document(sample_plan())
    narrow = view.zoom
    view.resize(900, 480)
    assert view.zoom > narrow
    view.set_zoom(1.5)
    view.resize(640, 480)
    assert view.zoom == pytest.approx(1.5)
    view.fit_width()
    assert view.zoom == pytest.approx(narrow)


def test_a_zoomed_page_can_be_scrolled_sideways(view: PageView) -> None:
    view.show_document(sample_letter())
    assert view.horizontalScrollBar().maximum() == 0
    view.set_zoom(3)
    assert view.horizontalScrollBar().maximum() > 0


def test_the_wheel_with_ctrl_changes_the_size(view: PageView) -> None:
    view.show_document(sample_letter())
    before = view.zoom
    turn = QWheelEvent(
        QPointF(100, 100), view.mapToGlobal(QPointF(100, 100)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom == pytest.approx(before * 1.1)


def test_home_and_end_lead_to_the_first_and_the_last_page(view: PageView) -> None:
    view.show_document(sample_plan())
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_a_wide_appendix_fits_the_view_and_does_not_shrink_the_pages(view: PageView) -> None:
    view.show_document(sample_letter())
    alone = view.zoom
    view.show_document(sample_decision(30))
    assert view.zoom == pytest.approx(alone)
    assert view.horizontalScrollBar().maximum() == 0


def test_a_page_wider_than_the_view_is_shown_from_its_middle(view: PageView) -> None:
    view.show_document(sample_decision(30))
    view.set_zoom(2)
    bar = view.horizontalScrollBar()
    assert bar.value() == pytest.approx(bar.maximum() / 2, abs=1)


def test_sheets_are_white_with_black_letters_on_a_grey_ground(view: PageView) -> None:
    view.show_document(sample_letter())
    image = view.grab().toImage()
    assert image.pixelColor(2, 2).name() == view.palette().mid().color().name()
    assert image.pixelColor(40, 40) == QColor(Qt.GlobalColor.white)
    assert _has_black(image)


def test_an_empty_view_paints_its_ground(view: PageView) -> None:
    assert view.page_count == 0
    assert not _has_black(view.grab().toImage())


def _has_black(image: QImage) -> bool:
    return any(image.pixelColor(x, y).lightness() < 60 for x in range(20, image.width() - 40) for y in range(0, 400, 3))
