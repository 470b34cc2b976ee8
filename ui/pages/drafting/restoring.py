"""Putting back what ships over a template of the office: the lines that differ are shown first."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kimhoa_app.services.templates import TemplateDraft, changed_lines
from ui import theme
from ui.dialogs.base import size_within
from ui.widgets.buttons import danger_button, plain_button
from ui.widgets.labels import label

_SIZE: Final = (900, 560)
_SAME: Final = "Mẫu này không khác bản gốc."
_EXPLAIN: Final = "Dòng bắt đầu bằng “-” là của bản gốc, dòng “+” là của mẫu hiện nay và sẽ mất khi khôi phục."


class RestoreDialog(QDialog):
    """Shows how the template differs from what ships; `restore` puts that back."""

    def __init__(self, draft: TemplateDraft, restore: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Khôi phục bản gốc")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._restore = restore
        lines = changed_lines(draft)
        self.lines = QPlainTextEdit("\n".join(lines))
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName("Những dòng khác bản gốc")
        self.restore_button = danger_button("Khôi phục bản gốc", self.agree)
        self.restore_button.setVisible(bool(lines))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label(draft.name, "heading", wrap=True))
        layout.addWidget(label(_EXPLAIN if lines else _SAME, "muted", wrap=True))
        layout.addWidget(self.lines, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Để nguyên", self.reject))
        buttons.addWidget(self.restore_button)
        layout.addLayout(buttons)
        size_within(self, *_SIZE)

    def agree(self) -> None:
        """Put back what ships."""
        self.accept()
        self._restore()
