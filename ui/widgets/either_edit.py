"""Choosing one of two values that stand side by side."""

from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from ui.widgets.editors import read_editor, show_in_editor


class EitherEdit(QWidget):
    """Two texts beside one another; where they are the same, or one is empty, there is nothing to choose."""

    def __init__(self, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = QRadioButton(first or "(trống)")
        self.second = QRadioButton(second or "(trống)")
        takes_second = bool(second) and not first
        (self.second if takes_second else self.first).setChecked(True)
        is_open = bool(first and second) and first != second
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for column, button in enumerate((self.first, self.second)):
            button.setEnabled(is_open)
            button.setToolTip(button.text())
            layout.addWidget(button, 0, column)
            layout.setColumnStretch(column, 1)
            layout.setColumnMinimumWidth(column, 250)
        self.setFocusProxy(self.first)

    def takes_second(self) -> bool:
        """Return whether the second text is chosen."""
        return self.second.isChecked()


@read_editor.register
def _(editor: EitherEdit) -> bool:
    return editor.takes_second()


@show_in_editor.register
def _(editor: EitherEdit, value: bool) -> None:
    (editor.second if value else editor.first).setChecked(True)
