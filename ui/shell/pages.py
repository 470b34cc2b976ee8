"""The pages of the program, in the order of the rail; each is imported when it is first shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from ui.pages.base import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its key, which is also the name of its help, its title, its icon, and where its class stands.

    `under` is the key of the page that leads to this one, which has no button of its own in the rail.
    """

    key: str
    title: str
    icon: str
    target: str
    at_foot: bool = False
    under: str = ""

    @property
    def module(self) -> str:
        """The module that holds the page."""
        return self.target.partition(":")[0]

    def make(self) -> Page:
        """Import the page's module and return a new page."""
        page = getattr(import_module(self.module), self.target.partition(":")[2])()
        assert isinstance(page, Page)
        return page


REGISTRY: Final = (
    PageEntry("tong-quan", "Tổng quan", "overview", "ui.pages.overview:OverviewPage"),
    PageEntry("ke-hoach", "Kế hoạch, phong trào", "plan", "ui.pages.plans:PlansPage"),
    PageEntry("can-bo", "Cán bộ, tập thể", "people", "ui.pages.staff:StaffPage"),
    PageEntry("dang-ky", "Đăng ký thi đua", "registration", "ui.pages.registrations:RegistrationsPage"),
    PageEntry("sang-kien", "Sáng kiến", "initiative", "ui.pages.initiatives:InitiativesPage"),
    PageEntry("hoi-dong", "Hội đồng", "council", "ui.pages.council:CouncilPage"),
    PageEntry("khen-thuong", "Khen thưởng", "award", "ui.pages.awards:AwardsPage"),
    PageEntry("so-van-ban", "Sổ văn bản", "register", "ui.pages.document_register:DocumentRegisterPage"),
    PageEntry("cai-dat", "Cài đặt, sao lưu", "settings", "ui.pages.settings:SettingsPage", at_foot=True),
    PageEntry(
        "hoi-dong-sang-kien",
        "Hội đồng sáng kiến",
        "council",
        "ui.pages.initiative_council:InitiativeCouncilPage",
        under="sang-kien",
    ),
)


def available(entries: Sequence[PageEntry] = REGISTRY) -> tuple[PageEntry, ...]:
    """Return the pages whose module is part of this program."""
    return tuple(entry for entry in entries if find_spec(entry.module) is not None)
