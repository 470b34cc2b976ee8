"""Choosing what to put into the text: what is typed narrows the list, Enter puts it in."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services.insertions import Insertion, InsertionKind
from kimhoa_app.text.search_keys import matches
from ui import theme
from ui.dialogs.base import size_within
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label
from ui.widgets.search_edit import SearchEdit

KIND_NAMES: Final = {
    InsertionKind.ANNIVERSARY: "Ngày kỷ niệm",
    InsertionKind.LEGAL_TEXT: "Văn bản pháp luật",
    InsertionKind.PERSON: "Người",
    InsertionKind.UNIT: "Đơn vị",
    InsertionKind.PHASE: "Đợt thi đua",
}
_SIZE: Final = (640, 480)
_KEYS_OF_THE_LIST: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_NOTHING: Final = "Không có mục nào khớp; thử gõ ít chữ hơn."


class InsertDialog(QDialog):
    """Offers `insertions`; `insert` gets the one chosen, `add_basis` a legal text to be added to the căn cứ."""

    def __init__(
        self,
        insertions: Sequence[Insertion],
        year: int,
        insert: Callable[[Insertion], object],
        add_basis: Callable[[Insertion], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chèn vào văn bản")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._insertions = insertions
        self._insert = insert
        self._add_basis = add_basis
        self.search = SearchEdit("Gõ để tìm, không dấu cũng được")
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Loại")
        self.kinds.addItem("Tất cả", None)
        for kind, name in KIND_NAMES.items():
            self.kinds.addItem(name, kind)
        self.list = QListWidget()
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName("Nội dung để chèn")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = label("", "muted", wrap=True)
        self.basis_button = plain_button("Thêm vào căn cứ", self._take_basis)
        self.insert_button = primary_button("Chèn", self._take)
        self.insert_button.setDefault(True)
        self._lay_out(f"Chèn vào văn bản năm {year}")
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.kinds.currentIndexChanged.connect(self._narrow)
        self.list.currentRowChanged.connect(self._offer)
        self.list.itemDoubleClicked.connect(self._take)
        self._narrow()
        self.search.setFocus()
        size_within(self, *_SIZE)

    @property
    def chosen(self) -> Insertion | None:
        """The line that is chosen, None where nothing fits."""
        item = self.list.currentItem()
        found = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Insertion) else None

    def shown(self) -> list[str]:
        """Return the names in the list."""
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole).name for row in range(self.list.count())]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the search has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _KEYS_OF_THE_LIST:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self, heading: str) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.kinds)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(self.basis_button)
        buttons.addWidget(self.insert_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(label(heading, "heading"))
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._words)
        layout.addLayout(buttons)

    def _narrow(self, *_changed: object) -> None:
        kind, query = self.kinds.currentData(), self.search.text()
        self.list.clear()
        for each in self._insertions:
            if (kind is None or each.kind == kind) and matches(query, each.name, each.detail, each.words):
                item = QListWidgetItem(f"{each.name} · {each.detail}" if each.detail else each.name, self.list)
                item.setToolTip(KIND_NAMES[each.kind])
                item.setData(Qt.ItemDataRole.UserRole, each)
        self.list.setCurrentRow(0)
        self._offer()

    def _offer(self, *_row: object) -> None:
        chosen = self.chosen
        self.insert_button.setEnabled(chosen is not None)
        self.basis_button.setVisible(chosen is not None and bool(chosen.legal_basis))
        self._words.setText(_NOTHING if chosen is None else f"{KIND_NAMES[chosen.kind]}: “{chosen.words}”")

    def _take(self, *_item: object) -> None:
        self._finish(self._insert)

    def _take_basis(self) -> None:
        self._finish(self._add_basis)

    def _finish(self, use: Callable[[Insertion], object]) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.accept()
            use(chosen)
