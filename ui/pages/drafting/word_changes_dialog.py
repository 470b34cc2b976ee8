"""What was changed in Word, side by side with the present text, before it is taken back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.services.word_copies import WordChanges
from ui import theme
from ui.background import Runner
from ui.dialogs.base import size_within
from ui.pages.drafting.comparison import ComparisonView
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label

_SIZE: Final = (1100, 680)
_PRESENT, _WORD, _WRITTEN = "Bản đang soạn", "Bản trong tệp Word", "Bản đã xuất ra Word"
_BOTH: Final = (
    "Cả hai bên đều đã sửa từ lúc xuất. Lấy từ Word thì phần sửa ở đây chỉ còn trong Phiên bản; giữ bản đang soạn thì "
    "phần sửa trong Word chỉ còn trong tệp Word."
)
_ONE: Final = "Lấy nội dung từ Word thay cho bản đang soạn; bản đang soạn được giữ ở Phiên bản và hoàn tác được."
_LOCKED: Final = "Văn bản đã ban hành được khóa: muốn lấy nội dung từ Word, hãy bấm “Sửa bản đã ban hành” trước."
_LOOKS: Final = "Trong Word chỉ đổi chữ đậm, chữ nghiêng, căn lề, bảng hoặc khổ giấy; không đổi chữ nào."
_OPEN: Final = "Tệp còn mở trong Word: chỉ thấy phần đã lưu."


class WordChangesDialog(QDialog):
    """Shows `changes`; `take` takes them back, `leave` keeps the present text and asks no more about them."""

    def __init__(
        self,
        runner: Runner,
        changes: WordChanges,
        take: Callable[[], object],
        leave: Callable[[], object],
        *,
        locked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thay đổi trong Word")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._changes = changes
        self.comparison = ComparisonView(runner)
        self.pairs = QComboBox()
        self.banner = Banner()
        self.take_button = primary_button("Lấy nội dung từ Word", lambda: self._end(take))
        self.take_button.setEnabled(not locked)
        self.leave_button = plain_button("Giữ bản đang soạn", lambda: self._end(leave))
        self._lay_out(_LOCKED if locked else _BOTH if changes.both_changed else _ONE)
        self._warn()
        self._offer_pairs()
        size_within(self, *_SIZE)

    def _lay_out(self, explain: str) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Để sau", self.reject))
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(label(f"“{self._changes.path.name}” đã được sửa trong Word", "heading", wrap=True))
        layout.addWidget(label(explain, "muted", wrap=True))
        layout.addWidget(self.banner)
        layout.addWidget(self.pairs)
        layout.addWidget(self.comparison, 1)
        layout.addLayout(buttons)

    def _warn(self) -> None:
        """Say what taking back leaves in the file."""
        sentences = [_OPEN] if self._changes.is_open else []
        if self._changes.only_looks:
            sentences.append(_LOOKS)
        if self._changes.beyond:
            kinds = ", ".join(self._changes.beyond)
            sentences.append(f"Chỉ tệp Word giữ được, ở đây không có: {kinds}. Phần chữ vẫn lấy đủ.")
        if sentences:
            self.banner.say(" ".join(sentences), State.ATTENTION)

    def _offer_pairs(self) -> None:
        changes = self._changes
        pairs = [(_PRESENT, changes.present, _WORD, changes.from_word)]
        if changes.both_changed:
            pairs.append((_WRITTEN, changes.written, _WORD, changes.from_word))
            pairs.append((_WRITTEN, changes.written, _PRESENT, changes.present))
        for left_name, _left, right_name, _right in pairs:
            self.pairs.addItem(f"{left_name} | {right_name}")
        self.pairs.setAccessibleName("So sánh")
        self.pairs.setVisible(changes.both_changed)
        self.pairs.currentIndexChanged.connect(lambda index: self._compare(*pairs[index]))
        self._compare(*pairs[0])

    def _compare(self, left_name: str, left: OfficialDocument, right_name: str, right: OfficialDocument) -> None:
        self.comparison.show_documents(left, right, left_name, right_name)

    def _end(self, act: Callable[[], object]) -> None:
        self.accept()
        act()
