"""The window on its page of plans, for a commune whose office is set up."""

from datetime import date

from pytestqt.qtbot import QtBot

from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.services import office
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow
from ui.shell.pages import REGISTRY

LONG_AGO = date(2025, 7, 1)


def open_window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """Return the window of plans and the register of documents, shown, working on 2026."""
    shown = MainWindow([entry for entry in REGISTRY if entry.key in ("ke-hoach", "so-van-ban")], ImmediateRunner())
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    shown.work_on(2026)
    shown.start(workspace)
    return shown


def set_up_office(workspace: Workspace) -> Workspace:
    """Give the data folder its commune and the chairman who signs."""
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", valid_from=LONG_AGO)
    head = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã", LONG_AGO)
    office.set_up(workspace, period, [head])
    return workspace


def begin_plan(window: MainWindow) -> PlansPage:
    """Return the page with the plan of the year begun on its desk."""
    page = window.page
    assert isinstance(page, PlansPage)
    page.begin("ke-hoach-nam")
    page.new.make()
    return page
