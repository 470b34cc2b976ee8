"""The help of the page, beside the page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QToolButton, QVBoxLayout, QWidget

import resources
from ui import icons
from ui.widgets.labels import label

WIDTH = 340


class HelpPanel(QFrame):
    """Shows `resources/help/<key>.md`; its links lead to other pages, `closed` says that the person is done reading."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._text = QTextBrowser()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setStyleSheet("border: none;")
        self._text.setAccessibleName("Hướng dẫn của trang")
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(lambda link: self.show_help(link.toString().removesuffix(".md")))
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setAutoRaise(True)
        close.setToolTip("Đóng hướng dẫn (Esc)")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label("Hướng dẫn", "subject"))
        head.addStretch(1)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self._text, 1)

    def show_help(self, key: str) -> None:
        """Show the help of the page `key`."""
        self._text.setMarkdown(help_text(key))


def help_text(key: str) -> str:
    """Return the help of the page `key` as Markdown, or one sentence where none has been written."""
    try:
        return resources.read_text(f"help/{key}.md")
    except FileNotFoundError:
        return "Trang này chưa có bài hướng dẫn. Rê chuột lên một nút để đọc nút đó làm gì."
