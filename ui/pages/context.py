"""What the frame hands to a page: the open data, the background, the year, and the ways to tell others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ui.background import Runner
from ui.widgets.toast import Action

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


class Navigate(Protocol):
    """The way to another page."""

    def __call__(self, key: str, **args: object) -> None:
        """Goes to the page `key`; `args` say what to show there."""


class Notify(Protocol):
    """The way to tell the person."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None, actions: Sequence[Action] = ()) -> None:
        """Says at the foot of the window what was done; `undo` takes it back, `actions` go on from it."""


class Announce(Protocol):
    """The way to tell other pages."""

    def __call__(self, *kinds: str) -> None:
        """Says which kinds of data changed ("people", "registrations"…); pages that read them read again."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page needs of the rest of the program."""

    workspace: "Workspace"
    runner: Runner
    year: int
    navigate: Navigate
    announce: Announce
    notify: Notify
