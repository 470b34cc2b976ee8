"""One field of a form: its name above, the editor, and below it what is wrong or what helps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label


class FieldRow(QWidget):
    """An editor with its name; a remark takes the place of the help under it, an error that of both."""

    def __init__(
        self, name: str, editor: QWidget, *, required: bool = False, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.name = name
        self.required = required
        self._help = help_text
        self._remark = ""
        heading = label(f"{name} *" if required else name, "field")
        heading.setBuddy(editor)
        editor.setAccessibleName(name)
        self._below = label(help_text, "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (heading, editor, self._below):
            layout.addWidget(widget)
        if not editor.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            layout.addStretch(1)
        self._below.setVisible(bool(help_text))

    @property
    def error(self) -> str:
        """The sentence that is shown as wrong, empty when none is."""
        return self._below.text() if self._below.property("look") == "error" else ""

    def show_error(self, sentence: str) -> None:
        """Show what is wrong under the editor; an empty sentence brings the remark or the help back."""
        self._show_below(sentence or self._remark or self._help, "error" if sentence else self._quiet_look)
        theme.set_look(self.editor, "", state="wrong" if sentence else "")

    def show_remark(self, sentence: str) -> None:
        """Show what is worth knowing of what was typed, though it is not wrong; an empty sentence takes it back."""
        if sentence != self._remark:
            self._remark = sentence
            self.show_error("")

    @property
    def remark(self) -> str:
        """The remark that holds, empty when there is none."""
        return self._remark

    @property
    def _quiet_look(self) -> str:
        return "remark" if self._remark else "small"

    def _show_below(self, sentence: str, look: str) -> None:
        self._below.setText(sentence)
        self._below.setVisible(bool(sentence))
        theme.set_look(self._below, look)
        self.editor.setAccessibleDescription(sentence)
