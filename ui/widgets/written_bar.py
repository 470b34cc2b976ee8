"""What was just written to disk, with the ways to it: open the file, open its folder."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui import icons, theme
from ui.theme import State
from ui.widgets.buttons import link_button
from ui.widgets.labels import label


class WrittenBar(QWidget):
    """Hidden until a file was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._text = label(wrap=True)
        sign = label()
        sign.setPixmap(icons.pixmap("check", theme.GOOD))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.addWidget(sign)
        layout.addWidget(self._text, 1)
        self.open_button = link_button("Mở tệp", lambda: _show(self._path))
        self.folder_button = link_button("Mở thư mục", lambda: _show(self._path.parent))
        for button in (self.open_button, self.folder_button, link_button("Đóng", self.hide)):
            layout.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown last."""
        return self._text.text()

    def tell(self, path: Path) -> None:
        """Say that `path` was written."""
        self._path = path
        self._text.setText(f"Đã ghi “{path.name}” vào thư mục {path.parent}.")
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(State.GOOD.tint))
        painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        painter.end()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
