"""A form: fields by name, values collected at once, what is refused shown at its field."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QGridLayout, QWidget

from kimhoa_app.domain.errors import InvalidInput
from ui.widgets.editors import read_editor, show_in_editor
from ui.widgets.field import FieldRow

MISSING: Final = "Chưa điền mục này."


class Form(QWidget):
    """Fields in one or two columns, in the order added."""

    def __init__(self, *, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._fields: dict[str, FieldRow] = {}
        self._place = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(
        self, field: str, name: str, editor: QWidget, *, required: bool = False, help_text: str = "", wide: bool = False
    ) -> QWidget:
        """Add a field and return its editor; a wide one takes the whole row."""
        row = FieldRow(name, editor, required=required, help_text=help_text)
        self._fields[field] = row
        self._put(row, wide=wide)
        return editor

    def field(self, field: str) -> FieldRow:
        """Return the row of `field`."""
        return self._fields[field]

    def has(self, field: str) -> bool:
        """Whether the form asks for `field`."""
        return field in self._fields

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show `values`, by field; fields that are not named stay as they are."""
        for field, value in values.items():
            show_in_editor(self._fields[field].editor, value)

    def values(self) -> dict[str, Any]:
        """Return the values by field; marks all that are missing or unreadable, raises InvalidInput for the first."""
        self.clear_errors()
        read: dict[str, Any] = {}
        refused: list[InvalidInput] = []
        for field, row in self._fields.items():
            try:
                read[field] = _read(field, row)
            except InvalidInput as error:
                row.show_error(error.message)
                refused.append(error)
        if refused:
            self._fields[refused[0].field].editor.setFocus()
            raise refused[0]
        return read

    def show_error(self, error: InvalidInput) -> bool:
        """Show `error` at its field and go there; False when the form has no such field."""
        row = self._fields.get(error.field)
        if row is None:
            return False
        row.show_error(error.message)
        row.editor.setFocus()
        return True

    def clear_errors(self) -> None:
        """Mark nothing as wrong any more."""
        for row in self._fields.values():
            row.show_error("")

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._fields.values())).editor.setFocus()

    def _put(self, widget: QWidget, *, wide: bool) -> None:
        if wide and self._place % self._columns:
            self._place += self._columns - self._place % self._columns
        row, column = divmod(self._place, self._columns)
        self._grid.addWidget(widget, row, column, 1, self._columns if wide else 1)
        self._place += self._columns if wide else 1


def _read(field: str, row: FieldRow) -> Any:
    try:
        value = read_editor(row.editor)
    except ValueError as error:
        raise InvalidInput(field, str(error)) from error
    if row.required and (value is None or value == ""):
        raise InvalidInput(field, MISSING)
    return value
