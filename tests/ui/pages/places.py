"""A stand-in for the frame round a page: what the page asked of it is kept to look at."""

from collections.abc import Callable

from kimhoa_app.domain.office import OfficeKind, OfficePeriod
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.pages.context import PageContext

OFFICE = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh")


class Places:
    def __init__(self, workspace: Workspace, year: int = 2026) -> None:
        self.workspace = workspace
        self.year = year
        self.visited: list[tuple[str, dict[str, object]]] = []
        self.announced: list[str] = []
        self.said: list[str] = []
        self.undo: Callable[[], object] | None = None

    def context(self) -> PageContext:
        return PageContext(
            self.workspace, ImmediateRunner(), self.year, self.navigate, self.announce, self.notify
        )  # fmt: skip

    def navigate(self, key: str, **args: object) -> None:
        self.visited.append((key, args))

    def announce(self, *kinds: str) -> None:
        self.announced += kinds

    def notify(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self.said.append(text)
        self.undo = undo
