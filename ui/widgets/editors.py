"""Reading and showing a value in any editor of a form, so that a form needs no code for each field."""

from functools import singledispatch
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from kimhoa_app.text.normal import nfc, tidy
from ui.widgets.date_edit import DateEdit, PartialDateEdit
from ui.widgets.enum_combo import EnumCombo
from ui.widgets.filter_combo import FilterCombo


@singledispatch
def read_editor(editor: QWidget) -> Any:
    """Return the value in `editor`; raises ValueError with a sentence when what was typed cannot be one."""
    raise TypeError(f"no way to read a {type(editor).__name__}")


@singledispatch
def show_in_editor(editor: QWidget, value: Any) -> None:
    """Show `value` in `editor`; None empties it."""
    raise TypeError(f"no way to show {value!r} in a {type(editor).__name__}")


@read_editor.register
def _(editor: QLineEdit) -> str:
    return tidy(editor.text())


@show_in_editor.register
def _(editor: QLineEdit, value: str | None) -> None:
    editor.setText(value or "")
    editor.setCursorPosition(0)


@read_editor.register
def _(editor: QPlainTextEdit) -> str:
    return nfc(editor.toPlainText()).strip()


@show_in_editor.register
def _(editor: QPlainTextEdit, value: str | None) -> None:
    editor.setPlainText(value or "")


@read_editor.register
def _(editor: DateEdit) -> Any:
    return editor.typed_date()


@show_in_editor.register
def _(editor: DateEdit, value: Any) -> None:
    editor.show_date(value)


@read_editor.register
def _(editor: PartialDateEdit) -> Any:
    return editor.partial_date()


@show_in_editor.register
def _(editor: PartialDateEdit, value: Any) -> None:
    editor.show_partial_date(value)


@read_editor.register
def _(editor: QSpinBox) -> int:
    return editor.value()


@show_in_editor.register
def _(editor: QSpinBox, value: int | None) -> None:
    editor.setValue(editor.minimum() if value is None else value)


@read_editor.register
def _(editor: QCheckBox) -> bool:
    return editor.isChecked()


@show_in_editor.register
def _(editor: QCheckBox, value: bool | None) -> None:
    editor.setChecked(bool(value))


@read_editor.register
def _(editor: QComboBox) -> Any:
    return editor.currentData()


@show_in_editor.register
def _(editor: QComboBox, value: Any) -> None:
    editor.setCurrentIndex(editor.findData(value))


@read_editor.register
def _(editor: EnumCombo) -> Any:  # type: ignore[type-arg]
    return editor.value()


@show_in_editor.register
def _(editor: EnumCombo, value: Any) -> None:  # type: ignore[type-arg]
    editor.choose(value)


@read_editor.register
def _(editor: FilterCombo) -> Any:  # type: ignore[type-arg]
    return editor.value()


@show_in_editor.register
def _(editor: FilterCombo, value: Any) -> None:  # type: ignore[type-arg]
    editor.choose(value)
