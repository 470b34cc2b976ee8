"""Reading the files of an import off the UI thread: at first, otherwise, once more, with decisions and corrections."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kimhoa_app.domain.errors import KimHoaError, UnusableFile
from kimhoa_app.services.imports import ListKind, NoListFound, ReadingChoice, SheetLook, look_into
from ui.background import Progress
from ui.dialogs.list_import.columns_step import ColumnsStep
from ui.dialogs.list_import.row_detail import Decided
from ui.dialogs.list_import.sources import (
    Occasion,
    Reading,
    Source,
    decide,
    read_again,
    read_as,
    read_files,
    read_list_as,
    with_decisions,
)
from ui.pages.context import PageContext
from ui.widgets.progress_row import ProgressRow

Looks = tuple[SheetLook, ...]
SAY_WHERE: Final = "Hãy chọn dòng tiêu đề và cho biết mỗi cột là gì."


class ListReading(QObject):
    """The files as they are read now; of a file in which no list was found `unread` is the path.

    `at` is the place of the file whose columns are looked at.

    `rows_read` comes when every line was looked through, `columns_read` with how the file is read whose columns are to
    be shown and with its first rows, `refused` with a sentence, and whether there is anything left to show. `fitting`
    is the kind that the files seem to be instead of the one chosen, None for none.
    """

    rows_read = Signal()
    columns_read = Signal(object, object)
    refused = Signal(str, bool)

    def __init__(
        self, context: PageContext, progress: ProgressRow, occasion: Callable[[], Occasion | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._progress = progress
        self._occasion = occasion
        self._looks: dict[Path, Looks] = {}
        self.sources: tuple[Source, ...] = ()
        self.unread: Path | None = None
        self._fitting_unread: ListKind | None = None
        self._refused: dict[Path, KimHoaError] = {}
        self.at = 0

    @property
    def path(self) -> Path | None:
        """The file whose columns are looked at, None for none."""
        return self.unread or (self.sources[self.at].path if self.sources else None)

    @property
    def paths(self) -> list[Path]:
        """Every file that is brought in, the one in which no list was found last."""
        return [*(source.path for source in self.sources), *([] if self.unread is None else [self.unread])]

    @property
    def to_open(self) -> Path | None:
        """The first file that was refused only because no list was found in it, None for none."""
        return next((path for path, error in self._refused.items() if isinstance(error, NoListFound)), None)

    @property
    def fitting(self) -> ListKind | None:
        """The one other kind that all the files fit clearly better."""
        if self.unread is not None:
            return self._fitting_unread
        kinds = {source.plan.found.fitting for source in self.sources}
        return kinds.pop() if len(kinds) == 1 else None

    def start(self, paths: Sequence[Path]) -> None:
        """Look through the lists at `paths`."""
        text = f"Đang đọc {paths[0].name}…" if len(paths) == 1 else f"Đang đọc {len(paths)} tệp…"
        self._run(text, lambda occasion, progress: read_files(self._workspace, occasion, paths, progress), self._take)

    def once_more(self) -> None:
        """Look through the files once more, as after they were mended in Excel; what was decided is kept."""
        self._looks.clear()
        sources, unread = self.sources, [] if self.unread is None else [self.unread]

        def work(occasion: Occasion, progress: Progress) -> Reading:
            again = read_again(self._workspace, occasion, sources, progress)
            more = read_files(self._workspace, occasion, unread, progress)
            return Reading((*again, *more.sources), more.refused)

        self._run("Đang đọc lại…", work, self._take)

    def open_refused(self, path: Path) -> None:
        """Show the columns of a file in which no list was found, beside those that could be read."""
        error = self._refused[path]
        self._fitting_unread = error.fitting if isinstance(error, NoListFound) else None
        self._look_for_list(path, error.message)

    def otherwise(self, choice: ReadingChoice) -> None:
        """Read the file from another sheet or header, or with another way of decoding, and show its columns."""
        path = self.path
        if path is None:
            return
        before = path if self.unread is not None else self.sources[self.at]

        def work(occasion: Occasion, progress: Progress) -> tuple[Source | None, Looks, str]:
            looks = look_into(path, choice.encoding)
            try:
                return read_as(self._workspace, occasion, before, choice, progress), looks, ""
            except KimHoaError as error:
                return None, looks, error.message

        def show(read: tuple[Source | None, Looks, str]) -> None:
            source, self._looks[path], why = read
            if source is None:
                self.unread, self.sources, self.at, self._fitting_unread = path, _without(self.sources, path), 0, None
                self.columns_read.emit(choice, self._looks[path])
                self.refused.emit(why, True)
            else:
                self._put(source)
                self.columns_read.emit(source, self._looks[path])

        self._run(f"Đang đọc {path.name}…", work, show)

    def with_columns(self, step: ColumnsStep) -> None:
        """Read the file with the columns as they are shown, and remember them for lists with the same heads."""
        choice, path, found = step.chosen(), self.path, step.shown_list()
        if choice is None or path is None:
            return
        if found is not None and step.is_as_found:
            self.rows_read.emit()
            return
        source = path if self.unread is not None else self.sources[self.at]

        def work(occasion: Occasion, progress: Progress) -> Source:
            if found is not None and step.has_several_lists and isinstance(source, Source):
                return read_list_as(self._workspace, occasion, source, found, choice.columns or {}, progress)
            return read_as(self._workspace, occasion, source, choice, progress)

        def show(read: Source) -> None:
            self._put(read)
            self._refused.pop(path, None)
            self.rows_read.emit()
            self._tell_refused()

        self._run(f"Đang đọc {path.name}…", work, show)

    def ask_columns(self, at: int) -> None:
        """Read what the sheets of the file at the place `at` look like, to show its columns."""
        self.at = at
        source = self.sources[at]
        if source.path in self._looks:
            self.columns_read.emit(source, self._looks[source.path])
            return

        def show(looks: Looks) -> None:
            self._looks[source.path] = looks
            self.columns_read.emit(source, looks)

        encoding = source.choice.encoding
        self._run("Đang đọc tệp…", lambda _occasion, _progress: look_into(source.path, encoding), show)

    def decide(self, decisions: Decided) -> None:
        """Take the clerk's decisions on some lines and look at all of them again."""
        sources = with_decisions(self.sources, decisions)
        self._run(
            "Đang xem lại…",
            lambda _occasion, _progress: tuple(decide(self._workspace, source) for source in sources), self._show,
        )  # fmt: skip

    def read_changed(self, source: Source) -> Source:
        """Return a file read again with its corrections, on the thread that calls; raises as `plan_import`."""
        occasion = Occasion(source.plan.kind, source.plan.year, source.plan.received_on)
        return read_again(self._workspace, occasion, [source], Progress(lambda _done, _total, _text: None))[0]

    def put(self, number: int, source: Source) -> None:
        """Show a file that was read again in the place of the one before."""
        self.unread, self.at = None, number
        self._put(source)
        self.rows_read.emit()

    @property
    def _workspace(self) -> Any:
        return self._context.workspace

    def _put(self, source: Source) -> None:
        if self.unread is not None:
            self.at = len(self.sources)
        before, after = self.sources[: self.at], self.sources[self.at + 1 :]
        self.unread, self.sources = None, (*before, source, *after)

    def _show(self, sources: tuple[Source, ...]) -> None:
        self.unread, self.sources, self.at = None, sources, 0
        self.rows_read.emit()

    def _take(self, reading: Reading) -> None:
        refused = list(reading.refused.values())
        self._refused = dict(reading.refused)
        if reading.sources:
            self._show(reading.sources)
        else:
            self.sources, self.unread, self.at = (), None, 0
        if len(refused) == 1 and not reading.sources and isinstance(refused[0], UnusableFile):
            self._fitting_unread = refused[0].fitting if isinstance(refused[0], NoListFound) else None
            self._look_for_list(next(iter(reading.refused)), refused[0].message)
        else:
            self._tell_refused()

    def _tell_refused(self) -> None:
        if self._refused:
            why = " ".join(error.message for error in self._refused.values())
            self.refused.emit(why, bool(self.sources))

    def _look_for_list(self, path: Path, why: str) -> None:
        """Where a file can be read but has no header that is known, let the clerk say where it is."""

        def show(looks: Looks) -> None:
            if not isValid(self):
                return  # closed meanwhile
            if looks:
                self.unread, self._looks[path] = path, looks
                self.columns_read.emit(ReadingChoice(), looks)
            self.refused.emit(f"{why} {SAY_WHERE}" if looks else why, bool(looks))

        def fail(_error: KimHoaError) -> None:
            if isValid(self):
                self.refused.emit(why, False)

        self._context.runner.submit(lambda: look_into(path), done=show, failed=fail)

    def _run(self, text: str, work: Callable[[Occasion, Progress], Any], done: Callable[[Any], None]) -> None:
        occasion = self._occasion()
        if occasion is not None and not self._progress.is_running:
            self._progress.run(
                self._context.runner, text, lambda progress: work(occasion, progress), done=done,
                failed=lambda error: self.refused.emit(error.message, True),
            )  # fmt: skip


def _without(sources: tuple[Source, ...], path: Path) -> tuple[Source, ...]:
    return tuple(source for source in sources if source.path != path)
