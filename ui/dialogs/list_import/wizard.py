"""Bringing in a list of any kind: choose the file, look through what would be done, do all of it, or take it back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services.imports import (
    NOT_TAKEN,
    SUFFIXES,
    ImportBatch,
    ImportOutcome,
    ListKind,
    ReadingChoice,
    SheetLook,
)
from kimhoa_app.services.staff import PersonEntry
from ui.dialogs.base import FormDialog
from ui.dialogs.file_choice import ask_which_ones
from ui.dialogs.list_import.acts import ImportActs, batch_ids_of
from ui.dialogs.list_import.correction import correction_dialog
from ui.dialogs.list_import.frame import WizardFrame
from ui.dialogs.list_import.occasion_bar import OccasionBar
from ui.dialogs.list_import.reading import ListReading
from ui.dialogs.list_import.sources import FileRow, Occasion, Source, counted, has_other_work, with_left_out
from ui.dialogs.list_import.steps import COLUMNS, DONE, FILE, ROWS
from ui.dialogs.list_import.words import KINDS, kind_doubted, shortened, told
from ui.pages.context import PageContext
from ui.theme import State

FILTER: Final = f"Bảng tính ({' '.join(f'*{ending}' for ending in SUFFIXES)})"
LOST: Final = "Những gì đã quyết định, sửa hoặc chọn lại ở đây chưa được nhập; đóng bây giờ thì phải làm lại."


class ImportWizard(WizardFrame):
    """Nothing is changed until the one button is pressed; then every ticked line of every file is, or none."""

    def __init__(self, context: PageContext, kind: ListKind, parent: QWidget | None = None) -> None:
        super().__init__(OccasionBar(context.workspace, kind, context.year), parent)
        self._context = context
        self._outcomes: list[ImportOutcome] = []
        self._is_undone = False
        self._imported: tuple[Source, ...] = ()
        self.reading = ListReading(context, self.progress, self._occasion, self)
        self.acts = ImportActs(context, self.progress, self._fail)
        self._connect()
        self.file_step.show_kind(self.kind)
        self._go(FILE)
        self.acts.read_earlier(self._show_earlier)

    @property
    def kind(self) -> ListKind:
        """The kind of list that is being brought in."""
        return ListKind(self.bar.kind.currentData())

    def ask_for_files(self) -> None:
        """Let the clerk choose a file, or several of one kind."""
        ask_which_ones(self, f"Chọn tệp: {KINDS[self.kind].name}", FILTER, self.read_files)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Look through the lists at `paths` off the UI thread and show what importing them would do."""
        self.banner.clear()
        self.reading.start(list(paths))

    def commit(self) -> None:
        """Bring in the ticked lines, all of them or none."""
        if self.foot.commit.isEnabled():
            self.banner.clear()
            self.acts.commit(self.reading.sources, self._finish)

    def read_again(self) -> None:
        """Look through the files once more, as after they were mended in Excel."""
        self.banner.clear()
        self.reading.once_more()

    def take_columns(self) -> None:
        """Go on with the columns as they are shown."""
        self.reading.with_columns(self.columns_step)

    def save_left_over(self) -> None:
        """Ask where to save the lines that were not brought in."""
        self.acts.save_left_over(self.reading.sources, self)

    def undo(self) -> None:
        """Take back what was just brought in, and show what importing it again would do."""
        self.acts.undo(self.kind, batch_ids_of(self._outcomes), self._read_after_undo)

    def correct(self, row: FileRow) -> FormDialog | None:
        """Open the form with the cells of a line; None where the row has no line of its own."""
        if self.progress.is_running:
            return None
        dialog = correction_dialog(
            self._context.runner, self.reading.sources[row.source], row, self.reading.read_changed,
            partial(self._put, row.source), self,
        )  # fmt: skip
        if dialog is not None:
            dialog.open()
        return dialog

    @override
    def reject(self) -> None:
        """Close, as the closing of the window does; what is not imported yet is asked about first."""
        if self.progress.is_running:
            self.progress.cancel()
        elif self._has_unimported_work():
            self.leaving.ask(LOST, "Đóng, bỏ các quyết định", super().reject, leave_text="Ở lại")
        else:
            super().reject()

    def _occasion(self) -> Occasion | None:
        try:
            return self.bar.occasion()
        except ValueError as error:
            self.banner.say(f"Ngày nhận: {error}")
            return None

    def _change_occasion(self) -> None:
        """Another kind is another list; another year or day leaves what was decided."""
        self.banner.clear()
        self.file_step.show_kind(self.kind)
        sources = self.reading.sources
        if self.reading.path is None or self.step == DONE:
            self._go(FILE)
        elif sources and sources[0].plan.kind is not self.kind:
            self.reading.start(self.reading.paths)
        else:
            self.reading.once_more()

    def _show_rows(self) -> None:
        self.banner.clear()
        self.acts.read_people(self._offer_people)
        self.rows_step.show_sources(self.reading.sources)
        self._go(ROWS)
        self.rows_step.table.setFocus()
        if self._is_undone:
            self._is_undone = False
            self.banner.say("Đã hoàn tác cả lần nhập; dữ liệu trở lại như trước.", State.GOOD)
        elif self.reading.fitting is not None:
            self._say_kind(self.reading.fitting)

    def _offer_people(self, people: list[PersonEntry]) -> None:
        if isValid(self):
            self.rows_step.detail.offer_people(people)

    def _show_columns(self, read: object, looks: tuple[SheetLook, ...]) -> None:
        self.banner.clear()
        if isinstance(read, Source):
            self.columns_step.show_found(read, looks)
        else:
            assert isinstance(read, ReadingChoice)
            self.columns_step.show_unread(self.kind, read, looks)
        self._go(COLUMNS)

    def _refuse(self, why: str, has_more: bool) -> None:
        if not has_more:
            self._go(FILE)
        if has_more and self.reading.unread is not None and self.reading.fitting is not None:
            self._say_kind(self.reading.fitting)
        elif self.reading.unread is None and (path := self.reading.to_open) is not None:
            self.banner.say(
                why, mend_text=f"Mở cột của {shortened(path.name)}", mend=partial(self.reading.open_refused, path)
            )
        else:
            self.banner.say(why)

    def _say_kind(self, fitting: ListKind) -> None:
        """Say that the list is of another kind, which only the clerk chooses."""
        self.banner.say(
            kind_doubted(self.kind, fitting), State.ATTENTION, mend_text=f"Nhập như {KINDS[fitting].name}",
            mend=partial(self.bar.choose_kind, fitting),
        )  # fmt: skip

    def _has_unimported_work(self) -> bool:
        """Whether the clerk has done something here that is lost when the window closes."""
        is_remapped = self.step == COLUMNS and not self.columns_step.is_as_found
        return is_remapped or has_other_work(self.reading.sources, self._imported)

    def _finish(self, outcomes: list[ImportOutcome]) -> None:
        self._outcomes, self._imported = outcomes, self.reading.sources
        self._context.announce(*KINDS[self.kind].announced)
        left = self._left_count()
        if not left:
            self.accept()
            self.acts.tell(self.kind, outcomes)
            return
        self.done_step.show_outcome(told(self.kind, outcomes), left)
        self._go(DONE)
        self.foot.close_button.setFocus()

    def _read_after_undo(self, _nothing: object) -> None:
        if isValid(self):
            self._outcomes, self._imported, self._is_undone = [], (), True
            self.reading.once_more()
            self.acts.read_earlier(self._show_earlier)

    def _take_back_earlier(self, batch: ImportBatch) -> None:
        def undone(_nothing: object) -> None:
            self._context.notify(f"Đã hoàn tác lần nhập “{batch.file_name}”.")
            self.acts.read_earlier(self._show_earlier)

        self.acts.undo(ListKind(batch.kind), [batch.id], undone)

    def _show_earlier(self, batches: list[ImportBatch]) -> None:
        if isValid(self):
            self.file_step.earlier.show_imports(batches)

    def _fail(self, error: KimHoaError) -> None:
        if isValid(self):
            self.banner.say(error.message)

    def _put(self, number: int, source: Source) -> None:
        if isValid(self):
            self.reading.put(number, source)

    def _tick(self, rows: Sequence[FileRow], wanted: bool) -> None:
        self.reading.sources = with_left_out(self.reading.sources, rows, wanted=wanted)
        self.rows_step.redraw_ticks(self.reading.sources)
        self._offer()

    def _choose_step(self, step: int) -> None:
        if step == self.step:
            return
        self.banner.clear()
        if step == ROWS and self.step == COLUMNS:
            self.take_columns()
            self._offer()  # it stays at the columns while they are wrong
        elif step == ROWS and self.step == DONE:
            self.reading.once_more()  # what was brought in is no longer new
        elif step == COLUMNS and self.reading.unread is None:
            self.reading.ask_columns(self.rows_step.current_source)
        else:
            self._go(step)

    def _go(self, step: int) -> None:
        self.show_step(step)
        self._offer()
        if step == FILE:
            self.file_step.take_focus()

    def _left_count(self) -> int:
        counts = counted(self.reading.sources)
        return sum(counts[action] for action in NOT_TAKEN)

    def _offer(self) -> None:
        """Let be pressed what makes sense at this step; a question about leaving is settled by going on."""
        self.leaving.hide()
        step, has_rows, idle = self.step, bool(self.reading.sources), not self.progress.is_running
        reachable = (True, self.reading.path is not None and step != DONE, has_rows, bool(self._outcomes))
        self.steps.show_step(step, [possible and idle for possible in reachable])
        wanted = self.rows_step.wanted_count() if has_rows else 0
        self.foot.show_step(step, self.kind, wanted=wanted, left=self._left_count(), is_idle=idle)
        self.let_work(allowed=idle)

    def _connect(self) -> None:
        self.files_dropped.connect(self.read_files)
        self.steps.asked.connect(self._choose_step)
        self.bar.changed.connect(self._change_occasion)
        self.progress.started.connect(self._offer)
        self.progress.settled.connect(self._offer)
        self.reading.rows_read.connect(self._show_rows)
        self.reading.columns_read.connect(self._show_columns)
        self.reading.refused.connect(self._refuse)
        self.file_step.file_asked.connect(self.ask_for_files)
        self.file_step.sample_asked.connect(lambda: self.acts.save_sample(self.kind, self))
        self.file_step.earlier.undo_asked.connect(self._take_back_earlier)
        self.foot.another_asked.connect(self.ask_for_files)
        self.foot.again_asked.connect(self.read_again)
        self.foot.left_over_asked.connect(self.save_left_over)
        self.foot.columns_taken.connect(self.take_columns)
        self.foot.commit_asked.connect(self.commit)
        self.foot.given_up.connect(self.reject)
        self.foot.closed.connect(self.accept)
        self.columns_step.asked.connect(self.reading.otherwise)
        self.rows_step.ticked.connect(self._tick)
        self.rows_step.detail.decided.connect(self.reading.decide)
        self.rows_step.detail.correction.connect(self.correct)
        self.done_step.undo_asked.connect(self.undo)
        self.done_step.left_over_asked.connect(self.save_left_over)
        self.done_step.look_asked.connect(lambda: self._choose_step(ROWS))
