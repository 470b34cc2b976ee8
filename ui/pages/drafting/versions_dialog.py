"""The kept versions of a document: look at one, hold it against the present text or another, bring it back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import documents
from kimhoa_app.services.documents import DocumentVersion
from ui import theme
from ui.dialogs.base import size_within
from ui.pages.context import PageContext
from ui.pages.drafting.comparison import ComparisonView
from ui.pages.drafting.preview import Preview
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label

_SIZE: Final = (1180, 680)
_EXPLAIN: Final = (
    "Một bản được giữ lại ở mỗi bước quan trọng: tạo, ban hành, sửa bản đã ban hành, khôi phục, và sau mỗi ngày soạn. "
    "Khôi phục không làm mất bản đang soạn: bản ấy cũng thành một phiên bản."
)
_NONE: Final = "Chưa có phiên bản nào."
_LOCKED: Final = "Văn bản đã ban hành: muốn khôi phục, hãy bấm “Sửa bản đã ban hành” trước."
_PRESENT: Final = "Bản hiện nay"
_PAGES: Final = -1  # in place of the number of a version to compare with
_NOW: Final = 0


class VersionsDialog(QDialog):
    """Shows the versions, the chosen one beside `present` or beside another.

    `restore` gets the one to bring back, `ask_for_word` is to ask for a Word file whose text is to be taken.
    """

    def __init__(
        self,
        context: PageContext,
        document_id: int,
        versions: list[DocumentVersion],
        present: OfficialDocument,
        restore: Callable[[int], object],
        ask_for_word: Callable[[], object],
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
        self._present = present
        self._restore = restore
        self._ask_for_word = ask_for_word
        self._asked = 0
        self.list = QListWidget()
        self.beside = QComboBox()
        self.preview = Preview()
        self.comparison = ComparisonView(context.runner)
        self._stack = QStackedWidget()
        self.banner = Banner()
        self.restore_button = primary_button("Khôi phục bản này", self._bring_back)
        self.restore_button.setEnabled(bool(versions) and not locked)
        self._lay_out(_NONE if not versions else _LOCKED if locked else _EXPLAIN)
        self._fill()
        size_within(self, *_SIZE)

    def _lay_out(self, explain: str) -> None:
        self.list.setAccessibleName("Phiên bản")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.beside.setAccessibleName("Xem bản đã chọn")
        self._stack.addWidget(self.comparison)
        self._stack.addWidget(self.preview)
        right = QVBoxLayout()
        right.addWidget(self.beside)
        right.addWidget(self._stack, 1)
        panes = QHBoxLayout()
        panes.setSpacing(theme.CARD_GAP)
        panes.addWidget(self.list, 1)
        panes.addLayout(right, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(plain_button("Lấy nội dung từ tệp Word…", self._take_word, icon="import"))
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

    def _fill(self) -> None:
        for version in self._versions:
            QListWidgetItem(f"{_time(version)}\n{version.reason}", self.list)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(lambda _row: self._offer_others())
        self.beside.currentIndexChanged.connect(lambda _index: self._show())
        self._offer_others()

    def _chosen(self) -> DocumentVersion | None:
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _offer_others(self) -> None:
        """Offer what the chosen version can be held against; what it is held against now stays."""
        chosen, wanted = self._chosen(), self.beside.currentData()
        self.beside.blockSignals(True)
        self.beside.clear()
        self.beside.addItem("So với bản hiện nay", _NOW)
        self.beside.addItem("Các trang của bản này", _PAGES)
        for version in self._versions:
            if version is not chosen:
                self.beside.addItem(f"So với bản {_time(version)}: {version.reason}", version.version)
        self.beside.setCurrentIndex(max(self.beside.findData(wanted), 0))
        self.beside.blockSignals(False)
        self._show()

    def _show(self) -> None:
        chosen, beside = self._chosen(), self.beside.currentData()
        if chosen is None:
            return
        self._asked += 1
        asked, workspace, document_id = self._asked, self._context.workspace, self._document_id
        wanted = [chosen.version] if beside in (_PAGES, _NOW) else sorted([chosen.version, beside])

        def work() -> list[OfficialDocument]:
            return [documents.read_version(workspace, document_id, version) for version in wanted]

        def done(texts: list[OfficialDocument]) -> None:
            if isValid(self) and asked == self._asked:
                self._show_texts(texts, wanted, pages=beside == _PAGES)

        self._context.runner.submit(work, done=done, failed=self._tell)

    def _show_texts(self, texts: list[OfficialDocument], wanted: list[int], *, pages: bool) -> None:
        self._stack.setCurrentWidget(self.preview if pages else self.comparison)
        if pages:
            self.preview.show_now(texts[0])
            return
        names = [_time(version) for number in wanted for version in self._versions if version.version == number]
        left, right, *_rest = (*texts, self._present)
        self.comparison.show_documents(left, right, *(*names, _PRESENT)[:2])

    def _tell(self, error: KimHoaError) -> None:
        if isValid(self):
            self.banner.say(error.message)

    def _take_word(self) -> None:
        self.accept()
        self._ask_for_word()

    def _bring_back(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self._restore(chosen.version)


def _time(version: DocumentVersion) -> str:
    return f"{version.made_at.astimezone():%H:%M %d/%m/%Y}"
