"""What the frame shows of the open data: whose they are, the years, what the search finds; or the first steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import office, starting
from kimhoa_app.services.search import Found, FoundKind, SearchIndex
from kimhoa_app.services.working_years import WorkingYears, working_years
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.pages.welcome import WelcomePage
from ui.shell.main_window import MainWindow
from ui.shell.search import SearchHit

PLACES: Final = {
    FoundKind.PERSON: ("Cán bộ", "can-bo", "person_id"),
    FoundKind.UNIT: ("Tập thể", "can-bo", "unit_id"),
    FoundKind.DOCUMENT: ("Văn bản", "ke-hoach", "document_id"),
}
NEW_DATA: Final = "workspace"


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """What the frame shows; `office_name` is None until the office has been set up."""

    office_name: str | None
    years: WorkingYears
    is_sample: bool


class OpenedData(QObject):
    """Keeps the frame of `window` true to the data; `shown` comes when the first page, or the first steps, is there."""

    shown = Signal()

    def __init__(self, window: MainWindow, runner: Runner, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._runner = runner
        self._workspace = workspace
        self._index = SearchIndex(workspace)
        self._is_at_work = False
        self._first_place: tuple[str, dict[str, object]] | None = None
        window.announced.connect(self._hear)
        window.search_with(self.find)

    def show(self) -> None:
        """Read what the frame shows and show it."""
        self._runner.submit(lambda: _read(self._workspace), done=self._take, failed=self._tell)

    def find(self, query: str) -> Sequence[SearchHit]:
        """Return what answers `query`; runs off the UI thread."""
        return [_hit(found) for found in self._index.find(query)]

    def _hear(self, kinds: frozenset[str]) -> None:
        self._index.forget()
        if NEW_DATA in kinds:
            self._is_at_work = False
        self.show()

    def _take(self, facts: FrameFacts) -> None:
        self._window.offer_years(facts.years.years, facts.years.usual)
        name = facts.office_name or ""
        self._window.show_office(f"{name} · dữ liệu mẫu" if facts.is_sample else name)
        if facts.office_name is None:
            self._welcome()
        elif not self._is_at_work:
            self._start_work()

    def _welcome(self) -> None:
        page = WelcomePage()
        page.finished.connect(self._leave_welcome)
        self._window.start_with(page, self._workspace)
        self.shown.emit()

    def _leave_welcome(self, key: str, args: dict[str, object]) -> None:
        self._first_place = (key, args)
        self.show()

    def _start_work(self) -> None:
        self._is_at_work = True
        self._window.start(self._workspace)
        self._window.show_line("Mọi thay đổi được lưu ngay")
        place, self._first_place = self._first_place, None
        if place is not None:
            self._window.navigate(place[0], **place[1])
        self.shown.emit()

    def _tell(self, error: KimHoaError) -> None:
        self._window.notify(error.message)


def _read(workspace: Workspace) -> FrameFacts:
    present = office.read_office(workspace)
    periods = office.list_periods(workspace)
    named = present or (periods[-1].period if periods else None)
    return FrameFacts(
        office_name=None if named is None else named.short_name,
        years=working_years(workspace),
        is_sample=starting.is_sample(workspace),
    )


def _hit(found: Found) -> SearchHit:
    group, page, argument = PLACES[found.kind]
    return SearchHit(group, found.name, found.detail, page, {argument: found.id})
