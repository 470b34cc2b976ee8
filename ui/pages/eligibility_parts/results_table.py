"""The table of people, of units or of households by awards, and the rows it is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kimhoa_app.services.eligibility import AnyResult
from kimhoa_app.text.collation import name_key
from ui.models.records import Column
from ui.pages.eligibility_parts.words import missing_line, state, word
from ui.widgets.data_table import DataTable

PERSON_AWARDS: Final = ("LĐTT", "CSTĐCS", "CSTĐT", "CSTĐTQ", "GKX", "BKT", "BKTTg")
UNIT_AWARDS: Final = ("TTLĐTT", "TTLĐXS", "CTĐT", "TVH", "GKX", "BKT", "BKTTg")
HOUSEHOLD_AWARDS: Final = ("GĐVH", "GKX", "BKT")
ROOM_OF_COLUMN: Final = 110


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A subject with its result for each award; `place` is the unit of a person, the village of a household."""

    id: int
    name: str
    place: str
    results: dict[str, AnyResult] = field(default_factory=dict)


class ResultsTable(DataTable[SubjectRow]):
    """One row a subject, one column an award; `asked` carries the result of the cell or row that was chosen."""

    asked = Signal(object)

    def __init__(
        self, name: str, awards: tuple[str, ...], place: str = "Đơn vị", parent: QWidget | None = None
    ) -> None:
        self.awards = awards
        self._title: str | None = None
        columns = (
            Column[SubjectRow]("Tên", lambda row: row.name, lambda row: name_key(row.name), stretch=True, is_name=True),
            Column[SubjectRow](place, lambda row: row.place, stretch=True, spare=True),
            *(_award_column(code) for code in awards),
            Column[SubjectRow]("Còn vướng", self._missing, stretch=True),
        )
        super().__init__(
            name, columns, key=lambda row: row.id, empty="Chưa có ai trong danh sách của năm.", keeps_one=True,
            parent=parent,
        )  # fmt: skip
        self._shown_award = awards[0]
        self.clicked.connect(self._ask_cell)
        self.chosen.connect(self._ask_row)

    def show_title(self, title: str | None) -> None:
        """Show the column of one award and what is in its way, None shows all awards."""
        self._title = title
        if title is not None:
            self._shown_award = title
        self.hide_columns()
        self._ask_row()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.hide_columns()
        super().resizeEvent(event)

    def hide_columns(self) -> None:
        """Hide what the chosen award makes idle, and the place where all awards leave no room to read it."""
        crowded = self.viewport().width() < ROOM_OF_COLUMN * (len(self.awards) + 2)
        self.setColumnHidden(1, self._title is None and crowded)
        for place, code in enumerate(self.awards, start=2):
            self.setColumnHidden(place, self._title not in (None, code))
        self.setColumnHidden(2 + len(self.awards), self._title is None)
        self._stretch()

    def current_result(self) -> AnyResult | None:
        """Return the result that the chosen row and award name, None without one."""
        row = self.current()
        if row is None:
            return None
        return row.results.get(self._shown_award) or next(iter(row.results.values()), None)

    def _missing(self, row: SubjectRow) -> str:
        return missing_line(row.results.get(self._shown_award))

    def _ask_cell(self, index: QModelIndex) -> None:
        place = index.column() - 2
        if 0 <= place < len(self.awards):
            self._shown_award = self.awards[place]
        self._ask_row()

    def _ask_row(self) -> None:
        self.asked.emit(self.current_result())


def rows_of(results: Iterable[AnyResult]) -> list[SubjectRow]:
    """Return one row for each subject, in the order given."""
    rows: dict[int, SubjectRow] = {}
    for each in results:
        subject_id = each.subject.id
        if subject_id not in rows:
            rows[subject_id] = SubjectRow(subject_id, each.name, each.place)
        rows[subject_id].results[each.award_code] = each
    return list(rows.values())


def _award_column(code: str) -> Column[SubjectRow]:
    text: Callable[[SubjectRow], str] = lambda row: word(row.results.get(code))  # noqa: E731
    return Column[SubjectRow](code, text, chip=lambda row: state(row.results.get(code)))
