"""Texts in the looks of the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(text: str = "", look: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; looks are heading, subject, muted, small, figure, error, remark, field, or none."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    made.setWordWrap(wrap)
    return made
