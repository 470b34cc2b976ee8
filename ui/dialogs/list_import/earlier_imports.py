"""The imports that were made, each to be taken back as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimhoa_app.services.imports import ImportBatch, ListKind
from ui import theme
from ui.dialogs.list_import.words import KINDS
from ui.models.records import RIGHT, Column
from ui.theme import State
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable

COLUMNS = (
    Column[ImportBatch](
        "Nhập lúc", lambda batch: f"{batch.made_at.astimezone():%d/%m/%Y %H:%M}", lambda batch: batch.made_at
    ),
    Column[ImportBatch]("Loại", lambda batch: KINDS[ListKind(batch.kind)].name),
    Column[ImportBatch]("Tệp", lambda batch: batch.file_name, stretch=True),
    Column[ImportBatch]("Thêm", lambda batch: str(batch.added), lambda batch: batch.added, RIGHT),
    Column[ImportBatch]("Cập nhật", lambda batch: str(batch.changed), lambda batch: batch.changed, RIGHT),
    Column[ImportBatch](
        "",
        lambda batch: "đã hoàn tác" if batch.undone_at else "",
        chip=lambda batch: State.QUIET if batch.undone_at else None,
        spare=True,
    ),
)


class EarlierImports(Card):
    """The list of what was brought in; `undo_asked` says which import is to be taken back."""

    undo_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Các lần nhập trước", parent=parent)
        self.table: DataTable[ImportBatch] = DataTable(
            "earlier-imports", COLUMNS, key=lambda batch: batch.id, empty="Chưa nhập danh sách nào."
        )
        self.table.setMinimumHeight(3 * theme.ROW_HEIGHT)
        self.table.setAccessibleName("Các lần nhập trước")
        self.undo_button = plain_button("Hoàn tác lần nhập này", self._ask, icon="undo")
        self.add_to_head(self.undo_button)
        self.body.addWidget(self.table, 1)
        self.table.chosen.connect(self._offer)
        self._offer()

    def show_imports(self, batches: Sequence[ImportBatch]) -> None:
        """Show what was brought in, the latest first."""
        self.table.show_rows(batches)
        self.setVisible(bool(batches))
        self._offer()

    def _offer(self) -> None:
        batch = self.table.current()
        self.undo_button.setEnabled(batch is not None and batch.undone_at is None)

    def _ask(self) -> None:
        batch = self.table.current()
        if batch is not None:
            self.undo_asked.emit(batch)
