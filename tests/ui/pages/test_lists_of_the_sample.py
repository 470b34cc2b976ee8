"""Every list of the window over the fictional commune: identity numbers masked, names in Vietnamese order."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.qtbot import QtBot

from kimhoa_app.services import staff
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.collation import name_key
from tests.ui.pages.small_commune import open_page
from ui.pages.awards import AwardsPage
from ui.pages.base import Page
from ui.pages.council import CouncilPage
from ui.pages.document_register import DocumentRegisterPage
from ui.pages.initiatives import InitiativesPage
from ui.pages.overview import OverviewPage
from ui.pages.registrations import RegistrationsPage
from ui.pages.staff import StaffPage
from ui.widgets.data_table import DataTable

YEAR = 2025
PAGES = (StaffPage, RegistrationsPage, InitiativesPage, AwardsPage, CouncilPage, DocumentRegisterPage, OverviewPage)
LISTING = (StaffPage, RegistrationsPage, AwardsPage)


def column(model: QAbstractItemModel, place: int) -> list[str]:
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("page_type", PAGES)
def test_no_list_shows_an_identity_number(
    qtbot: QtBot, sample_workspace: Workspace, page_type: Callable[[], Page]
) -> None:
    known = {one.national_id for one in staff.list_people(sample_workspace, include_gone=True) if one.national_id}
    page, _heard = open_page(qtbot, sample_workspace, page_type(), YEAR)
    for table in page.findChildren(DataTable):
        model = table.model()
        for place in range(model.columnCount()):
            assert not [text for text in column(model, place) if any(number in text for number in known)]


@pytest.mark.parametrize("page_type", LISTING)
def test_names_are_sorted_by_the_given_name(
    qtbot: QtBot, sample_workspace: Workspace, page_type: Callable[[], Page]
) -> None:
    people = {one.full_name for one in staff.list_people(sample_workspace, include_gone=True)}
    page, _heard = open_page(qtbot, sample_workspace, page_type(), YEAR)
    sorted_lists = 0
    for table in page.findChildren(DataTable):
        model = table.model()
        for place in range(model.columnCount()):
            if len(people.intersection(column(model, place))) < 5:
                continue
            for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
                table.sortByColumn(place, order)
                names = [text for text in column(model, place) if text in people]
                down = order is Qt.SortOrder.DescendingOrder
                assert [name_key(one) for one in names] == sorted(map(name_key, names), reverse=down)
            sorted_lists += 1
    assert sorted_lists
