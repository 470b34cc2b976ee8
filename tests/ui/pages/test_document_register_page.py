from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.services import documents, office
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.pages.document_register import DocumentRegisterPage
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow
from ui.shell.pages import REGISTRY

PLAN = "ke-hoach-nam"


@pytest.fixture
def commune(workspace: Workspace) -> Workspace:
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", valid_from=date(2025, 7, 1))
    office.set_up(workspace, period, [Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch")])
    return workspace


@pytest.fixture
def window(commune: Workspace, qtbot: QtBot) -> MainWindow:
    shown = MainWindow([entry for entry in REGISTRY if entry.key in ("ke-hoach", "so-van-ban")], ImmediateRunner())
    qtbot.addWidget(shown)
    shown.work_on(2026)
    shown.start(commune)
    return shown


def register(window: MainWindow) -> DocumentRegisterPage:
    window.navigate("so-van-ban")
    assert isinstance(window.page, DocumentRegisterPage)
    return window.page


def test_an_empty_register_says_what_fills_it(window: MainWindow) -> None:
    page = register(window)
    assert page._heading.text() == "Năm 2026 chưa có văn bản nào"


def test_issued_papers_come_first_and_drafts_have_a_chip(window: MainWindow, commune: Workspace) -> None:
    documents.new_document(commune, PLAN, 2026, {})
    documents.issue(commune, documents.new_document(commune, PLAN, 2026, {}), 5, date(2026, 1, 6))
    page = register(window)
    assert page._heading.text() == "Năm 2026 đã ban hành 1 văn bản, 1 bản thảo chưa có số"
    model = page.table.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["05/KH-UBND", "bản thảo"]
    assert model.index(0, 1).data() == "06/01/2026"
    page.search.setText("khong co dong nay")
    assert page.table.shown_count == 0


def test_opening_a_line_leads_to_the_document(window: MainWindow, commune: Workspace) -> None:
    document_id = documents.new_document(commune, PLAN, 2026, {})
    page = register(window)
    page.table.select_where(lambda _line: True)
    page.open_button.click()
    assert isinstance(window.page, PlansPage)
    assert window.page.desk.entry is not None
    assert window.page.desk.entry.id == document_id
