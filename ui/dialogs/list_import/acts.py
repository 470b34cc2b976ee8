"""What the wizard does off the UI thread besides reading: writing, taking back, saving what is left, a sample."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services.imports import (
    ImportBatch,
    ImportOutcome,
    ListKind,
    commit_imports,
    list_imports,
    undo_import,
    write_left_over,
    write_sample,
)
from kimhoa_app.services.staff import PersonEntry, list_people
from ui.background import Progress
from ui.dialogs.file_choice import ask_where
from ui.dialogs.list_import.sources import Source
from ui.dialogs.list_import.words import KINDS, told
from ui.pages.context import PageContext
from ui.widgets.progress_row import ProgressRow

Failed = Callable[[KimHoaError], None]


class ImportActs:
    """Each runs on the runner of the context; `failed` hears what a person can mend."""

    def __init__(self, context: PageContext, progress: ProgressRow, failed: Failed) -> None:
        self._context = context
        self._progress = progress
        self._failed = failed

    def commit(self, sources: Sequence[Source], done: Callable[[list[ImportOutcome]], None]) -> None:
        """Bring in what is wanted of all files, all of it or none, with progress and a way to stop."""
        workspace = self._context.workspace
        chosen = [(source.plan, source.left_out_keys()) for source in sources]

        def work(progress: Progress) -> list[ImportOutcome]:
            return commit_imports(workspace, chosen, steps=progress.step)

        self._progress.run(self._context.runner, "Đang nhập…", work, done=done, failed=self._failed)

    def undo(self, kind: ListKind, batch_ids: Sequence[int], done: Callable[[object], object]) -> None:
        """Take imports back and tell the pages."""
        context = self._context

        def finish(nothing: object) -> None:
            context.announce(*KINDS[kind].announced)
            done(nothing)

        context.runner.submit(lambda: undo_import(context.workspace, *batch_ids), done=finish, failed=self._failed)

    def tell(self, kind: ListKind, outcomes: Sequence[ImportOutcome]) -> None:
        """Say at the foot of the window what was done, with one button that takes it back."""
        context, ids = self._context, batch_ids_of(outcomes)

        def undo() -> None:
            context.runner.submit(
                lambda: undo_import(context.workspace, *ids),
                done=lambda _nothing: context.announce(*KINDS[kind].announced),
                failed=lambda error: context.notify(error.message),
            )

        context.notify(told(kind, outcomes), undo)

    def read_earlier(self, show: Callable[[list[ImportBatch]], None]) -> None:
        """Read what was brought in before."""
        workspace = self._context.workspace
        self._context.runner.submit(lambda: list_imports(workspace), done=show, failed=self._failed)

    def read_people(self, show: Callable[[list[PersonEntry]], None]) -> None:
        """Read those of the register whom lines may be about."""
        workspace = self._context.workspace
        self._context.runner.submit(lambda: list_people(workspace), done=show, failed=self._failed)

    def save_sample(self, kind: ListKind, parent: QWidget) -> None:
        """Ask where to, and write an empty list of `kind` to be filled in."""
        context = self._context
        self._save(f"{KINDS[kind].sample}.xlsx", parent, lambda path: write_sample(context.workspace, kind, path))

    def save_left_over(self, sources: Sequence[Source], parent: QWidget) -> None:
        """Ask where to, and write the lines that were not brought in, each with its reason."""
        plans = [source.plan for source in sources]
        name = f"{sources[0].path.stem} - cac dong chua nhap.xlsx"
        self._save(name, parent, lambda path: write_left_over(plans, path))

    def _save(self, name: str, parent: QWidget, write: Callable[[Path], None]) -> None:
        context = self._context

        def chosen(path: Path) -> None:
            context.runner.submit(
                lambda: write(path),
                done=lambda _nothing: context.notify(f"Đã lưu “{path.name}”."),
                failed=self._failed,
            )

        ask_where(parent, name, chosen)


def batch_ids_of(outcomes: Sequence[ImportOutcome]) -> list[int]:
    """Return the numbers of the imports that have done something."""
    return [each.batch_id for each in outcomes if each.batch_id is not None]
