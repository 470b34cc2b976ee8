"""The step that shows what was found in the file: the sheet, the header, each column's meaning, how old fonts read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services.imports import (
    FoundList,
    ListKind,
    ReadingChoice,
    SheetLook,
    SourceColumn,
    TextEncoding,
    columns_under,
    fault_in_meanings,
    found_columns,
    possible_meanings,
)
from ui import theme
from ui.dialogs.list_import.sources import Source
from ui.models.records import Column
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.field import FieldRow
from ui.widgets.labels import label
from ui.widgets.scroll_box import ScrollBox

NOT_TAKEN: Final = "không lấy"
EVERY_SHEET: Final = "Mọi trang tính có danh sách"
ENCODINGS: Final = {
    None: "Tự nhận",
    TextEncoding.TCVN3: "TCVN3 (.VnTime)",
    TextEncoding.VNI: "VNI (VNI-Times)",
    TextEncoding.UNICODE: "Unicode, để nguyên như trong tệp",
}
_NAMES: Final = {TextEncoding.TCVN3: "TCVN3", TextEncoding.VNI: "VNI", TextEncoding.UNICODE: "Unicode"}
_HEAD_LETTERS: Final = 80


class MeaningCombo(QComboBox):
    """What a column means; the wheel scrolls the list of columns and changes nothing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnsStep(QWidget):
    """What the file holds; `asked` says that it is to be read otherwise: another sheet, header or way of decoding."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ListKind.STAFF
        self._choice = ReadingChoice()
        self._looks: tuple[SheetLook, ...] = ()
        self._found: tuple[FoundList, ...] = ()
        self._columns: tuple[SourceColumn, ...] = ()
        self.meanings: dict[int, MeaningCombo] = {}
        self.sheet, self.header, self.encoding = QComboBox(), QComboBox(), QComboBox()
        for encoding, words in ENCODINGS.items():
            self.encoding.addItem(words, encoding)
        self.header.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.header.setMinimumContentsLength(24)
        self._fault = label("", "error", wrap=True)
        self.preview: DataTable[tuple[str, str]] = DataTable(
            "list-import-letters",
            (
                Column[tuple[str, str]]("Trong tệp", lambda pair: pair[0], stretch=True),
                Column[tuple[str, str]]("Đọc thành", lambda pair: pair[1], stretch=True, is_name=True),
            ),
            key=lambda pair: pair[0],
            empty="Không có chữ nào phải đổi: danh sách dùng phông Unicode, hoặc được để nguyên.",
        )
        self.preview.setAccessibleName("Chữ trước và sau khi đổi")
        self._lay_out()
        self._connect()

    def show_found(self, source: Source, looks: tuple[SheetLook, ...], sheet: str = "") -> None:
        """Show how the file was read, of several lists that on `sheet`."""
        lists = source.plan.found.lists
        shown = next((each for each in lists if each.sheet == sheet), lists[0])
        self._kind, self._choice, self._looks, self._found = source.plan.kind, source.choice, looks, lists
        self._offer_sheets(shown.sheet)
        self._offer_headers(shown.sheet, shown.header_row)
        self._show_letters(shown)
        self._show_columns(found_columns(shown))

    def show_unread(self, kind: ListKind, choice: ReadingChoice, looks: tuple[SheetLook, ...]) -> None:
        """Show a file in which no list was found, so that the clerk says where it is."""
        self._kind, self._choice, self._looks, self._found = kind, choice, looks, ()
        look = next((each for each in looks if each.name == choice.sheet), looks[0])
        row = choice.header_row or _likely_header(look)
        self._offer_sheets(look.name)
        self._offer_headers(look.name, row)
        self._show_letters(None)
        self._show_columns(columns_under(look, row, kind))

    def chosen(self) -> ReadingChoice | None:
        """Return how the file is to be read with the meanings that are shown; None, and why, where it cannot be."""
        meanings = {place: str(combo.currentData()) for place, combo in self.meanings.items()}
        self._fault.setText(_fault(self._kind, self._columns, meanings))
        self._fault.setVisible(bool(self._fault.text()))
        if self._fault.text():
            return None
        return ReadingChoice(
            self.sheet.currentData(), self.header.currentData(), meanings, self._choice.encoding,
            self._choice.corrections,
        )  # fmt: skip

    def shown_list(self) -> FoundList | None:
        """Return the list whose columns are shown, None where none was found."""
        return next((each for each in self._found if each.sheet == self.sheet.currentData()), None)

    @property
    def is_as_found(self) -> bool:
        """Whether every column means what it was taken for."""
        return all(self.meanings[column.place].currentData() == column.meaning for column in self._columns)

    @property
    def has_several_lists(self) -> bool:
        """Whether the file is read as several lists at once."""
        return len(self._found) > 1

    @property
    def fault(self) -> str:
        """The sentence that says why the meanings shown make no list."""
        return self._fault.text()

    def _offer_sheets(self, shown: str) -> None:
        names = [look.name for look in self._looks]
        offered: list[tuple[str, str | None]] = [(name, name) for name in names]
        if self._kind is ListKind.REGISTRATIONS and len(names) > 1:
            offered.append((EVERY_SHEET, None))
        _fill(self.sheet, offered, shown)

    def _offer_headers(self, sheet: str, row: int) -> None:
        look = next((each for each in self._looks if each.name == sheet), None)
        rows = [] if look is None else [(_row_words(number, cells), number) for number, cells in look.rows]
        _fill(self.header, rows or [(f"Dòng {row}", row)], row)

    def _show_letters(self, found: FoundList | None) -> None:
        self.encoding.blockSignals(True)
        self.encoding.setCurrentIndex(list(ENCODINGS).index(self._choice.encoding))
        known = "" if found is None else f": {_NAMES[found.encoding]}"
        self.encoding.setItemText(0, f"{ENCODINGS[None]}{known if self._choice.encoding is None else ''}")
        self.encoding.blockSignals(False)
        samples = () if found is None else found.samples
        self.preview.show_rows([(pair.before, pair.after) for pair in samples])
        self._letters.setVisible(bool(samples) or self._choice.encoding is not None)

    def _show_columns(self, columns: tuple[SourceColumn, ...]) -> None:
        self._columns, self.meanings = columns, {}
        self._fault.setText("")
        self._fault.hide()
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, words in enumerate(("Cột trong tệp", "Ví dụ", "Lấy làm")):
            self._grid.addWidget(label(words, "field"), 0, place)
        offered = [(NOT_TAKEN, ""), *((words, name) for name, words in possible_meanings(self._kind).items())]
        for row, column in enumerate(columns, start=1):
            combo = MeaningCombo()
            _fill(combo, offered, column.meaning)
            combo.setAccessibleName(f"Nghĩa của cột {_head(column)}")
            combo.currentIndexChanged.connect(lambda _place: self._quiet())
            self.meanings[column.place] = combo
            self._grid.addWidget(label(_head(column), wrap=True), row, 0)
            self._grid.addWidget(label(" · ".join(column.examples), "small", wrap=True), row, 1)
            self._grid.addWidget(combo, row, 2)
        self._scroll.settle()

    def _quiet(self) -> None:
        self._fault.setText("")
        self._fault.hide()

    def _ask_sheet(self) -> None:
        sheet = self.sheet.currentData()
        found = next((each for each in self._found if each.sheet == sheet), None)
        if found is None:
            self.asked.emit(ReadingChoice(sheet, encoding=self._choice.encoding))
            return
        self._offer_headers(found.sheet, found.header_row)
        self._show_letters(found)
        self._show_columns(found_columns(found))

    def _ask_header(self) -> None:
        sheet, row = self.sheet.currentData(), self.header.currentData()
        self.asked.emit(ReadingChoice(sheet, row, encoding=self._choice.encoding))

    def _ask_encoding(self) -> None:
        self.asked.emit(replace(self._choice, encoding=self.encoding.currentData()))

    def _connect(self) -> None:
        self.sheet.activated.connect(lambda _place: self._ask_sheet())
        self.header.activated.connect(lambda _place: self._ask_header())
        self.encoding.activated.connect(lambda _place: self._ask_encoding())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.CARD_GAP)
        head.addWidget(FieldRow("Trang tính", self.sheet), 2)
        head.addWidget(FieldRow("Dòng tiêu đề", self.header), 3)
        head.addWidget(FieldRow("Phông chữ", self.encoding), 2)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.CARD_GAP)
        self._grid.setVerticalSpacing(6)
        for place, share in enumerate((3, 4, 3)):
            self._grid.setColumnStretch(place, share)
        self._scroll = ScrollBox()
        self._scroll.body.addLayout(self._grid)
        self._letters = Card("Chữ cũ được đọc lại")
        self._letters.body.addWidget(self.preview, 1)
        halves = QHBoxLayout()
        halves.setSpacing(theme.CARD_GAP)
        halves.addWidget(self._scroll, 3)
        halves.addWidget(self._letters, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        layout.addLayout(head)
        layout.addWidget(self._fault)
        layout.addLayout(halves, 1)
        self._fault.hide()


def _fill(combo: QComboBox, offered: Sequence[tuple[str, object]], chosen: object) -> None:
    combo.blockSignals(True)
    combo.clear()
    for words, value in offered:
        combo.addItem(words, value)
    values = [value for _words, value in offered]
    combo.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    combo.blockSignals(False)


def _fault(kind: ListKind, columns: Sequence[SourceColumn], meanings: Mapping[int, str]) -> str:
    heads = {column.place: column for column in columns}
    was = {column.place: column.meaning for column in columns}
    for place, meaning in meanings.items():
        twice = [other for other in meanings if other != place and meaning and meanings[other] == meaning]
        if twice and meaning != was[place]:
            both = f"“{_head(heads[place])}” và “{_head(heads[twice[0]])}”"
            return f"Hai cột {both} cùng lấy làm {possible_meanings(kind)[meaning]}; hãy bỏ một cột."
    return fault_in_meanings(kind, meanings)


def _head(column: SourceColumn) -> str:
    return " ".join(column.head.split()) or f"cột {_letter(column.place)}, không có tiêu đề"


def _letter(place: int) -> str:
    """Return the letters by which a spreadsheet calls a column."""
    return chr(ord("A") + place) if place < 26 else chr(ord("A") + place // 26 - 1) + chr(ord("A") + place % 26)


def _row_words(number: int, cells: Mapping[int, str]) -> str:
    words = " · ".join(text for text in cells.values() if text)
    return f"{number}: {words[:_HEAD_LETTERS]}{'…' if len(words) > _HEAD_LETTERS else ''}"


def _likely_header(look: SheetLook) -> int:
    """Return the first row with the most texts: titles above have few."""
    return max(look.rows, key=lambda row: (len(row[1]), -row[0]))[0]
