"""The step that shows every line with what will become of it, before anything is changed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from kimhoa_app.services.imports import RowAction
from ui import theme
from ui.dialogs.list_import.row_detail import RowDetail
from ui.dialogs.list_import.sources import FileRow, Source, counted, rows_of
from ui.dialogs.list_import.words import ACTIONS, consequences, describe, source_line
from ui.models.records import RIGHT, Column
from ui.widgets.buttons import link_button
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label
from ui.widgets.one_line import OneLine
from ui.widgets.search_edit import SearchEdit


class RowsStep(QWidget):
    """The lines, filtered by what becomes of them; `ticked` says rows and whether they are to be taken."""

    ticked = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()
        self._rows: list[FileRow] = []
        self._source, self._notes = OneLine("muted"), OneLine("muted")
        self._consequences = label("", "remark", wrap=True)
        self.kinds = QTabBar()
        self.kinds.setDrawBase(False)
        self.kinds.setExpanding(False)
        self.kinds.setAccessibleName("Chỉ xem các dòng")
        self.table: DataTable[FileRow] = DataTable(
            "list-import",
            self._columns(),
            key=lambda row: (row.source, row.place),
            empty="Danh sách không có dòng nào.",
        )
        self.table.setAccessibleName("Từng dòng của danh sách")
        self.table.setMinimumHeight(3 * theme.ROW_HEIGHT)
        self.search = SearchEdit("Tìm…")
        self.search.setMaximumWidth(150)
        self.detail = RowDetail()
        self._lay_out()
        self._connect()

    def show_sources(self, sources: tuple[Source, ...]) -> None:
        """Show the lines of the files, keeping the selected line and, while it has lines, the filter."""
        kept = self.kinds.tabData(self.kinds.currentIndex())
        self._sources, self._rows = sources, rows_of(sources)
        self._source.show_text(source_line(sources[0].plan) if len(sources) == 1 else _files_line(sources))
        self._consequences.setText(consequences([source.plan for source in sources]))
        self._consequences.setVisible(bool(self._consequences.text()))
        notes = _notes(sources)
        self._notes.show_text(" ".join(notes), "\n".join(notes))
        self.table.show_rows(self._rows)
        self._offer_kinds(kept)
        self._show_detail()

    def redraw_ticks(self, sources: tuple[Source, ...]) -> None:
        """Show which lines are taken, when nothing else has changed."""
        self._sources = sources
        self.table.redraw()

    def is_wanted(self, row: FileRow) -> bool:
        """Whether a line that can be written is to be."""
        return row.place not in self._sources[row.source].left_out

    @property
    def current_source(self) -> int:
        """The place of the file in which the selected line stands."""
        row = self.table.current()
        return 0 if row is None else row.source

    def wanted_count(self) -> int:
        """How many lines are to be written."""
        return sum(row.can_be_written and self.is_wanted(row) for row in self._rows)

    def _columns(self) -> tuple[Column[FileRow], ...]:
        def ticked(row: FileRow) -> bool | None:
            return self.is_wanted(row) if row.can_be_written else None

        return (
            Column("Nhập", lambda row: "x" if ticked(row) else "", ticked=ticked),
            Column("Tệp", lambda row: row.file, spare=True),
            Column("Trang tính", lambda row: row.row.sheet, spare=True),
            Column("Dòng", lambda row: str(row.row.row), lambda row: row.row.row, RIGHT),
            Column("Tên", lambda row: row.row.name),
            Column("Sẽ làm", lambda row: ACTIONS[row.row.action][0], chip=lambda row: ACTIONS[row.row.action][1]),
            Column("Nội dung", lambda row: describe(row.row, row.kind), stretch=True),
        )

    def _offer_kinds(self, kept: object) -> None:
        counts = counted(self._sources)
        self.kinds.blockSignals(True)
        while self.kinds.count():
            self.kinds.removeTab(0)
        self.kinds.addTab(f"Tất cả {len(self._rows)}")
        for action, (words, _state) in ACTIONS.items():
            if counts[action]:
                place = self.kinds.addTab(f"{words} {counts[action]}")
                self.kinds.setTabData(place, action.value)
                if action.value == kept:
                    self.kinds.setCurrentIndex(place)
        self.kinds.blockSignals(False)
        self._keep_kind()

    def _keep_kind(self) -> None:
        wanted = self.kinds.tabData(self.kinds.currentIndex())
        self.table.keep(None if wanted is None else lambda row: row.row.action is RowAction(wanted))
        if self.table.current() is None and self.table.shown_count:
            first = self.table.shown()[0]
            self.table.select_where(lambda row: row is first)

    def _show_detail(self) -> None:
        row = self.table.current()
        unclear = [each for each in self._rows if each.row.action is RowAction.AMBIGUOUS]
        decision = None if row is None else self._sources[row.source].decisions.get(row.place)
        self.detail.show_row(row, unclear, decision)

    def _toggle(self, rows: Sequence[FileRow]) -> None:
        """Leave the rows out, or take them all in where every one is left out."""
        writable = [row for row in rows if row.can_be_written]
        self.ticked.emit(writable, not any(self.is_wanted(row) for row in writable))

    def _connect(self) -> None:
        self.kinds.currentChanged.connect(lambda _place: self._keep_kind())
        self.search.textChanged.connect(self.table.filter)
        self.table.toggled.connect(self._toggle)
        self.table.chosen.connect(self._show_detail)
        self.table.opened.connect(self.detail.correction)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kinds, 1)
        head.addWidget(self.search)
        head.addWidget(link_button("Chọn hết", lambda: self.ticked.emit(self.table.shown(), True)))
        head.addWidget(link_button("Bỏ hết", lambda: self.ticked.emit(self.table.shown(), False)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        for widget in (self._source, self._notes, self._consequences):
            layout.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)


def _files_line(sources: Sequence[Source]) -> str:
    return f"{len(sources)} tệp: {', '.join(source.path.name for source in sources)}."


def _notes(sources: Sequence[Source]) -> list[str]:
    """Return what is said of rows that are no lines of a list, with the name of the file where there are several."""
    return [
        f"{source.path.name}, {note.place[:1].lower()}{note.place[1:]}: {note.text}"
        if len(sources) > 1
        else f"{note.place}: {note.text}"
        for source in sources
        for note in source.plan.notes
    ]
