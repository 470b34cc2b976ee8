"""The kept versions of a document: look at one, bring it back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kimhoa_app.services import documents
from kimhoa_app.services.documents import DocumentVersion
from ui import theme
from ui.pages.context import PageContext
from ui.pages.drafting.preview import Preview
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label

_SIZE: Final = (880, 600)
_EXPLAIN: Final = (
    "Một bản được giữ lại trước mỗi lần sửa, ban hành hay khôi phục. Khôi phục không làm mất bản đang soạn: "
    "bản ấy cũng thành một phiên bản."
)
_NONE: Final = "Chưa có phiên bản nào; phiên bản đầu tiên được giữ khi văn bản được sửa."
_LOCKED: Final = "Văn bản đã ban hành: muốn khôi phục, hãy bấm “Sửa bản đã ban hành” trước."


class VersionsDialog(QDialog):
    """Shows the versions with the chosen one's pages; `restore` gets the version to bring back."""

    def __init__(
        self,
        context: PageContext,
        document_id: int,
        versions: list[DocumentVersion],
        restore: Callable[[int], object],
        *,
        locked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phiên bản của văn bản")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._document_id = document_id
        self._versions = versions
        self._restore = restore
        self.list = QListWidget()
        self.list.setAccessibleName("Phiên bản")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.preview = Preview()
        self.banner = Banner()
        self.restore_button = primary_button("Khôi phục bản này", self._bring_back)
        self.restore_button.setEnabled(bool(versions) and not locked)
        self._lay_out(_NONE if not versions else _LOCKED if locked else _EXPLAIN)
        self.list.currentRowChanged.connect(self._show)
        for version in versions:
            QListWidgetItem(f"{version.made_at.astimezone():%H:%M %d/%m/%Y}\n{version.reason}", self.list)
        self.list.setCurrentRow(0)
        self.resize(*_SIZE)

    def _lay_out(self, explain: str) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(theme.CARD_GAP)
        panes.addWidget(self.list, 2)
        panes.addWidget(self.preview, 3)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Đóng", self.reject))
        buttons.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(label("Phiên bản của văn bản", "heading"))
        layout.addWidget(label(explain, "muted", wrap=True))
        layout.addWidget(self.banner)
        layout.addLayout(panes, 1)
        layout.addLayout(buttons)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._versions):
            return
        workspace, version = self._context.workspace, self._versions[row].version
        self._context.runner.submit(
            lambda: documents.read_version(workspace, self._document_id, version),
            done=self.preview.show_now,
            failed=lambda error: self.banner.say(error.message),
        )

    def _bring_back(self) -> None:
        version = self._versions[self.list.currentRow()].version
        self.accept()
        self._restore(version)
