"""One field of a form: its name above, the editor, and below it what is wrong or what helps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label


class FieldRow(QWidget):
    """An editor with its name; an error takes the place of the help under it."""

    def __init__(
        self, name: str, editor: QWidget, *, required: bool = False, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.name = name
        self.required = required
        self._help = help_text
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
        """Show what is wrong under the editor; an empty sentence brings the help back."""
        self._below.setText(sentence or self._help)
        self._below.setVisible(bool(sentence or self._help))
        theme.set_look(self._below, "error" if sentence else "small")
        theme.set_look(self.editor, "", state="wrong" if sentence else "")
        self.editor.setAccessibleDescription(sentence or self._help)
