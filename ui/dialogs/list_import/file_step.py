"""The first step: the file, a sample of the list, and what was brought in before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kimhoa_app.services.imports import ListKind
from ui import theme
from ui.dialogs.list_import.earlier_imports import EarlierImports
from ui.dialogs.list_import.words import KINDS
from ui.widgets.empty_state import EmptyState


class FileStep(QWidget):
    """Asks for a file of the kind that is chosen."""

    file_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier = EarlierImports()
        self.earlier.hide()
        self._asking: EmptyState | None = None
        inner = QFrame()
        inner.setProperty("look", "plain")
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.CARD_GAP)
        self._layout.addWidget(self.earlier, 2)
        scroll = QScrollArea()  # on a small screen it would else take the room of the banner and the foot
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def take_focus(self) -> None:
        """Put the cursor on the button that asks for the file."""
        if self._asking is not None:
            self._asking.findChildren(QPushButton)[0].setFocus()

    def show_kind(self, kind: ListKind) -> None:
        """Say what a list of `kind` needs."""
        if self._asking is not None:
            self._layout.removeWidget(self._asking)
            self._asking.hide()
            self._asking.deleteLater()
        self._asking = EmptyState(
            "import",
            "Chọn tệp Excel, hoặc kéo tệp thả vào đây",
            f"{KINDS[kind].needs} Tiêu đề ở dòng nào, cột xếp thế nào, phông .VnTime, VNI cũng được. Chưa có gì thay "
            "đổi cho đến khi bấm Nhập.",
            ("Chọn tệp Excel…", self.file_asked.emit),
            ("Lưu tệp mẫu…", self.sample_asked.emit),
        )
        self._layout.insertWidget(0, self._asking, 3)
