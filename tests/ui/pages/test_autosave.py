"""Saving while typing, with a background that answers later."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from kimhoa_app.documents.model import DocumentKind, OfficialDocument
from ui.background import BackgroundRunner
from ui.pages.drafting.autosave import Autosave

FIRST = OfficialDocument(DocumentKind.PLAN, subject="Một")
SECOND = OfficialDocument(DocumentKind.PLAN, subject="Hai")


class LateRunner:
    """Holds work until it is told to do it."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    @property
    def is_idle(self) -> bool:
        return not self.waiting

    def submit(self, work: Callable[[], Any], *, done: Callable[[Any], None], **_others: object) -> None:
        self.waiting.append(lambda: done(work()))

    def answer(self) -> None:
        self.waiting.pop(0)()


def test_what_is_typed_while_a_save_runs_is_saved_after_it(qtbot: QtBot) -> None:
    saved: list[OfficialDocument] = []
    runner, autosave = LateRunner(), Autosave()
    autosave.keep(runner, FIRST, saved.append)  # type: ignore[arg-type]
    autosave.flush()
    autosave.keep(runner, SECOND, saved.append)  # type: ignore[arg-type]
    runner.answer()
    assert not autosave.is_settled
    autosave.flush()
    runner.answer()
    assert saved == [FIRST, SECOND]
    assert autosave.is_settled


def test_settling_waits_for_the_background(qtbot: QtBot) -> None:
    saved: list[OfficialDocument] = []
    runner, autosave = BackgroundRunner(), Autosave()
    autosave.keep(runner, FIRST, saved.append)
    assert autosave.settle()
    assert saved == [FIRST]
    runner.close()
