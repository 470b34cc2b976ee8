"""What an empty page shows: what the page is for, and the first step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label

FirstStep = tuple[str, Callable[[], object]]


class EmptyState(QWidget):
    """A drawing, a sentence, a line of why, the first step as the filled button and other ways beside it."""

    def __init__(self, icon: str, sentence: str, why: str, *steps: FirstStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        drawing = label()
        drawing.setPixmap(icons.pixmap(icon, theme.MUTED, size=44))
        heading = label(sentence, "heading", wrap=True)
        reason = label(why, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.STEP)
        layout.addStretch(2)
        for text in (drawing, heading, reason):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(text)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for place, (name, step) in enumerate(steps):
            buttons.addWidget(plain_button(name, step) if place else primary_button(name, step))
        buttons.addStretch(1)
        layout.addSpacing(theme.STEP)
        layout.addLayout(buttons)
        layout.addStretch(3)
