"""What every part of the settings page has: what it shows, and how its changes are told and taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimhoa_app.domain.regimes import regimes
from kimhoa_app.services import eligibility_rules, office, settings, starting
from kimhoa_app.services.eligibility_rules import RuleNow
from kimhoa_app.services.office import OfficeEntry, SignerEntry
from kimhoa_app.services.settings import SettingNow
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.pages.base import Page


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Everything that the settings page shows."""

    periods: tuple[OfficeEntry, ...]
    signers: tuple[SignerEntry, ...]
    settings: tuple[SettingNow, ...]
    folder: Path
    is_sample: bool
    rules: Mapping[str, Sequence[RuleNow]] = field(default_factory=dict)
    """The rules of eligibility by regime."""


def read_view(workspace: Workspace) -> SettingsView:
    """Return what the settings page shows."""
    return SettingsView(
        tuple(office.list_periods(workspace)),
        tuple(office.list_signers(workspace)),
        tuple(settings.list_settings(workspace)),
        workspace.folder,
        starting.is_sample(workspace),
        {each.code: tuple(eligibility_rules.list_rules(workspace, each.code)) for each in regimes()},
    )


class Part(QWidget):
    """One part; it changes data through its `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.CARD_GAP)

    def show_view(self, view: SettingsView) -> None:
        """Show the part of `view` that this is about."""

    def tell(self, said: str, kind: str, undo: Callable[[Workspace], object]) -> None:
        """Say what was changed, with the change that takes it back, and let all pages read it."""
        page = self.page
        page.context.notify(said, lambda: page.change(undo, kind, said="Đã trở lại như trước."))
        page.context.announce(kind)
