"""The page of the council for initiatives: the same desk, with its own members, meetings and papers."""

from typing import TYPE_CHECKING, ClassVar

from kimhoa_app.domain.councils import CouncilKind
from ui.pages.council import CouncilPage
from ui.widgets.buttons import link_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class InitiativeCouncilPage(CouncilPage):
    """The meeting at which the year's initiatives are voted on or marked, one step at a time."""

    kind: ClassVar[CouncilKind] = CouncilKind.INITIATIVE
    subject: ClassVar[str] = "sáng kiến"
    waiting: ClassVar[str] = "mọi sáng kiến đã nộp của năm"
    reads: ClassVar[frozenset[str]] = (CouncilPage.reads - {"registrations"}) | {"initiatives"}

    def __init__(self, parent: "QWidget | None" = None) -> None:
        super().__init__(parent)
        self.back_button = link_button("Danh sách sáng kiến", lambda: self.context.navigate("sang-kien"))
        self.offer(self.back_button, self.other_button, self.members_button, self.next_button)
