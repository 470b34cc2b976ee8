"""What an import would do, line by line, before anything is changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimhoa_app.text.collation import name_key
from ui.models.records import RIGHT, Column
from ui.theme import State
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of the file: its number there, whom it is of, what it says, what becomes of it and why."""

    row: int
    name: str
    content: str
    outcome: str
    state: State
    note: str = ""


COLUMNS = (
    Column[PreviewLine]("Dòng", lambda line: str(line.row), lambda line: line.row, RIGHT),
    Column[PreviewLine]("Tên trong tệp", lambda line: line.name, lambda line: name_key(line.name)),
    Column[PreviewLine]("Nội dung", lambda line: line.content),
    Column[PreviewLine]("Kết quả", lambda line: line.outcome, chip=lambda line: line.state),
    Column[PreviewLine]("Lý do, lưu ý", lambda line: line.note, stretch=True),
)


class ImportPreview(QWidget):
    """A sentence that sums up, where the list was found in the file, and the lines, those with trouble first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = label("", "subject", wrap=True)
        self._source = label("", "small", wrap=True)
        self.table: DataTable[PreviewLine] = DataTable(
            name, COLUMNS, key=lambda line: (line.row, line.outcome), empty="Chọn một tệp để xem trước từng dòng."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sentence)
        layout.addWidget(self._source)
        layout.addWidget(self.table, 1)

    @property
    def sentence(self) -> str:
        """The sentence that sums up."""
        return self._sentence.text()

    def show_lines(self, sentence: str, source: str, lines: Sequence[PreviewLine]) -> None:
        """Show what would become of `lines`."""
        self._sentence.setText(sentence)
        self._source.setText(source)
        order = (State.WRONG, State.ATTENTION)
        self.table.show_rows(
            sorted(lines, key=lambda line: (order.index(line.state) if line.state in order else len(order), line.row))
        )
