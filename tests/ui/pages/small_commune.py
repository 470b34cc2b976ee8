"""A small commune and a page opened on it, for the tests of pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from pytestqt.qtbot import QtBot

from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.people import Gender, PersonDraft
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import office, staff, units
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.pages.base import Page
from ui.pages.context import PageContext

YEAR = 2026
LONG_AGO = date(2024, 7, 1)
PageT = TypeVar("PageT", bound=Page)


@dataclass
class Heard:
    """What a page said to the rest of the program."""

    said: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    undo: Callable[[], object] | None = None

    def take_back(self) -> None:
        assert self.undo is not None
        self.undo()


@dataclass(frozen=True)
class Commune:
    workspace: Workspace
    people: dict[str, int]
    units: dict[str, int]


def settle(workspace: Workspace) -> Commune:
    """Fill an empty workspace: an office, a village, two departments, three people."""
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", superior=None, valid_from=LONG_AGO)
    head = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã", LONG_AGO)
    office.set_up(workspace, period, [head])
    kinds = {"Văn phòng": UnitKind.DEPARTMENT, "Phòng Kinh tế": UnitKind.DEPARTMENT, "Thôn Đông": UnitKind.VILLAGE}
    unit_ids = {
        name: units.add_unit(workspace, UnitDraft(name, kind, founded_on=LONG_AGO)) for name, kind in kinds.items()
    }
    people = {
        name: staff.add_person(
            workspace,
            PersonDraft(name, gender=Gender.FEMALE, position="Công chức", unit_id=unit_ids[unit], start_date=LONG_AGO),
            LONG_AGO,
        )
        for name, unit in (("Lê Thị Ánh", "Văn phòng"), ("Đặng Thị Cúc", "Văn phòng"), ("Phạm Thị Ẩn", "Phòng Kinh tế"))
    }
    return Commune(workspace, people, unit_ids)


def open_page(qtbot: QtBot, workspace: Workspace, page: PageT, year: int = YEAR) -> tuple[PageT, Heard]:
    """Open `page` as the window does, in its size, and listen to what it says."""
    heard = Heard()
    qtbot.addWidget(page)

    def announce(*kinds: str) -> None:
        heard.kinds.extend(kinds)
        if page.reads.intersection(kinds):
            page.refresh()

    def notify(text: str, undo: Callable[[], object] | None = None, actions: object = ()) -> None:
        heard.said.append(text)
        heard.undo = undo

    def navigate(key: str, **args: object) -> None:
        raise AssertionError(key)

    page.resize(1154, 716)
    page.show()
    page.open(PageContext(workspace, ImmediateRunner(), year, navigate, announce, notify))
    return page, heard
