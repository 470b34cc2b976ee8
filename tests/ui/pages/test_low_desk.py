"""The desk where the window is low, as on a laptop at 150 %: remarks beside the text, the preview in their place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimhoa_app.services import documents
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import YEAR, open_page, settle
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.remarks import RemarkKind
from ui.pages.plans import PlansPage

LOW, USUAL = (855, 455), (1150, 716)
"""The room of a page at 150 % and at 100 % of the screens that offices have."""


@pytest.fixture
def desk(workspace: Workspace, qtbot: QtBot) -> DocumentDesk:
    settle(workspace)
    document_id = documents.new_document(workspace, "ke-hoach-nam", YEAR, {})
    page, _heard = open_page(qtbot, workspace, PlansPage())
    page.open_document(document_id)
    return page.desk


def stand(desk: DocumentDesk, size: tuple[int, int]) -> None:
    desk.window().resize(*size)
    for _turn in range(3):
        QApplication.processEvents()


def below(upper: QWidget, lower: QWidget, desk: DocumentDesk) -> bool:
    return lower.mapTo(desk, lower.rect().topLeft()).y() >= upper.mapTo(desk, upper.rect().bottomLeft()).y()


def test_the_remarks_stand_below_the_text_where_there_is_room_and_beside_it_where_there_is_little(
    desk: DocumentDesk,
) -> None:
    stand(desk, USUAL)
    assert below(desk.part, desk.review, desk)
    assert desk.preview.isVisible()
    assert not desk.panes.preview_button.isVisible()
    stand(desk, LOW)
    assert not below(desk.part, desk.review, desk)
    assert desk.review.height() > 2 * desk.review.head_height + 150
    assert not desk.preview.isVisible()
    stand(desk, USUAL)
    assert below(desk.part, desk.review, desk)
    assert desk.preview.isVisible()


def test_remarks_and_preview_take_each_others_place(desk: DocumentDesk) -> None:
    stand(desk, LOW)
    QTest.mouseClick(desk.panes.preview_button, Qt.MouseButton.LeftButton)
    assert desk.preview.isVisible()
    assert not desk.review.isVisible()
    QTest.mouseClick(desk.panes.remarks_button, Qt.MouseButton.LeftButton)
    assert desk.review.isVisible()
    desk.panes.show_preview(True)
    desk.review.show_kind(RemarkKind.ERROR)
    assert desk.review.isVisible()


@pytest.mark.parametrize("preview", [False, True])
def test_no_button_of_the_heads_is_cut(desk: DocumentDesk, preview: bool) -> None:
    stand(desk, LOW)
    desk.panes.show_preview(preview)
    stand(desk, LOW)
    shown = [
        desk.inserting.button,
        desk.panes.remarks_button if preview else desk.panes.preview_button,
    ]
    for button in shown:
        assert button.isVisible()
        assert button.width() >= button.minimumSizeHint().width(), button.text()
