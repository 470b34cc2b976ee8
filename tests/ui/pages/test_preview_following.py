"""Text and preview stay together: the paragraph being edited is marked, what is clicked is edited, the size is kept."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kimhoa_app.services import documents
from kimhoa_app.services.workspace import Workspace
from tests.documents.papers import sample_plan
from tests.ui.pages.small_commune import YEAR, open_page, settle
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.places import Part
from ui.pages.drafting.preview import PAGE, Preview
from ui.pages.plans import PlansPage
from ui.printing.blocks import Region, Source
from ui.widgets.page_view import PageView


@pytest.fixture
def desk(workspace: Workspace, qtbot: QtBot) -> DocumentDesk:
    settle(workspace)
    document_id = documents.new_document(workspace, "ke-hoach-nam", YEAR, {})
    page, _heard = open_page(qtbot, workspace, PlansPage())
    page.open_document(document_id)
    return page.desk


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.show_document(sample_plan(2))
    return view


def marked(desk: DocumentDesk) -> Source | None:
    desk.follower.follow()
    return desk.preview._marked


def to_line(desk: DocumentDesk, line: int) -> None:
    desk.part.text.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(line):
        desk.part.text.moveCursor(QTextCursor.MoveOperation.NextBlock)


def click(desk: DocumentDesk, source: Source) -> None:
    """Click the text in the preview where it is seen."""
    view = desk.preview.view
    desk.preview.show_now()
    view.mark(source)
    rows = range(2, view.viewport().height(), 3)
    seen = [row for row in rows if view.text_under(QPoint(view.viewport().width() // 2, row).toPointF()) == source]
    assert seen
    where = QPoint(view.viewport().width() // 2, seen[len(seen) // 2])
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def test_the_paragraph_of_the_cursor_is_marked(desk: DocumentDesk) -> None:
    desk.outline.choose((0,))
    assert marked(desk) == Source(Region.BODY, (0,))
    to_line(desk, 2)
    assert marked(desk) == Source(Region.BODY, (0, 0), 0)
    desk.outline.choose(Part.HEAD)
    assert marked(desk) is None


def test_another_part_is_marked_once_it_is_chosen(desk: DocumentDesk) -> None:
    desk.outline.choose((2,))
    assert desk.preview._marked == Source(Region.BODY, (2,))
    desk.outline.choose(Part.END)
    assert desk.preview._marked is None


def test_the_mark_comes_by_itself_while_the_cursor_moves(desk: DocumentDesk, qtbot: QtBot) -> None:
    desk.outline.choose((0,))
    to_line(desk, 3)
    qtbot.waitUntil(lambda: desk.preview._marked == Source(Region.BODY, (0, 0), 1))


def test_a_paragraph_out_of_view_is_brought_into_it(view: PageView) -> None:
    last = Source(Region.BODY, (len(sample_plan(2).sections) - 1,))
    view.mark(last)
    assert view.verticalScrollBar().value() > 0
    value = view.verticalScrollBar().value()
    view.mark(last)
    assert view.verticalScrollBar().value() == value


def test_the_mark_is_seen(view: PageView) -> None:
    plain_page = view.grab().toImage()
    view.mark(Source(Region.HEAD))
    with_mark = view.grab().toImage()
    assert with_mark != plain_page
    view.mark(None)
    assert view.grab().toImage() == plain_page


def test_a_click_in_the_preview_leads_to_its_line(desk: DocumentDesk) -> None:
    desk.outline.choose((0,))
    click(desk, Source(Region.BODY, (0, 1), 0))
    assert desk.place == (0,)
    assert desk.part.text.textCursor().block().text().startswith("- Nội dung thi đua")
    click(desk, Source(Region.BODY, (1, 0), 0))
    assert desk.place == (1, 0)
    assert desk.part.text.textCursor().blockNumber() == 1


def test_a_click_on_the_head_or_the_end_opens_its_form(desk: DocumentDesk) -> None:
    desk.outline.choose((0,))
    click(desk, Source(Region.HEAD))
    assert desk.place is Part.HEAD
    click(desk, Source(Region.END))
    assert desk.place is Part.END


def test_the_size_of_the_pages_is_remembered(qtbot: QtBot) -> None:
    first = Preview()
    qtbot.addWidget(first)
    first.resize(400, 500)
    first.show()
    first.show_now(sample_plan())
    first.choose_zoom("1.25")
    assert first.zoom_button.text() == "125 %"
    second = Preview()
    qtbot.addWidget(second)
    second.show_now(sample_plan())
    assert second.view.zoom == pytest.approx(1.25)
    first.choose_zoom(PAGE)
    whole = first.view.zoom
    first.resize(400, 800)
    assert first.view.zoom > whole
    assert first.zoom_button.text() == "Vừa trang"
