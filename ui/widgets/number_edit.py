"""A whole number typed, such as a year or the number of a document."""

from PySide6.QtWidgets import QSpinBox, QWidget

from ui import theme


class NumberEdit(QSpinBox):
    """A number from `least` to `most`; the arrow keys change it too."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        # The style sheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(theme.STEP, 0, theme.STEP, 0)
