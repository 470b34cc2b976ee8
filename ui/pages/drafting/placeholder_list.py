"""The list of what can be put into a template, under the names of its groups."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from kimhoa_app.documents.templating.placeholders import Placeholder
from kimhoa_app.text.search_keys import search_key
from ui.widgets.card import Card
from ui.widgets.search_edit import SearchEdit

_DATA: Final = Qt.ItemDataRole.UserRole


class PlaceholderList(Card):
    """A card with the placeholders; `picked` carries the one to put in (double click or Enter)."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Chèn vào mẫu", parent=parent)
        self._shown: tuple[Placeholder, ...] = ()
        self.search = SearchEdit("Tìm chỗ điền…")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(12)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName("Chỗ điền")
        self.body.addWidget(self.search)
        self.body.addWidget(self.tree)
        self.tree.itemActivated.connect(lambda item, _column: self._pick(item))
        self.search.textChanged.connect(self._narrow)

    def show_placeholders(self, placeholders: Sequence[Placeholder]) -> None:
        """Show the placeholders by group; nothing moves when they are those already shown."""
        if tuple(placeholders) == self._shown:
            return
        self._shown = tuple(placeholders)
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for each in placeholders:
            if each.group not in groups:
                groups[each.group] = QTreeWidgetItem(self.tree, [each.group])
                groups[each.group].setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(groups[each.group], [each.name])
            item.setData(0, _DATA, each)
            item.setToolTip(0, f"{each.name}\n{each.text}")
        self.tree.expandAll()
        self._narrow(self.search.text())

    def _pick(self, item: QTreeWidgetItem) -> None:
        placeholder = item.data(0, _DATA)
        if isinstance(placeholder, Placeholder):
            self.picked.emit(placeholder)

    def _narrow(self, typed: str) -> None:
        words = search_key(typed).split()
        for place in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(place)
            assert group is not None
            fits = [self._fits(group.child(row), words) for row in range(group.childCount())]
            group.setHidden(not any(fits))

    def _fits(self, item: QTreeWidgetItem | None, words: Sequence[str]) -> bool:
        assert item is not None
        fits = all(word in search_key(item.text(0)) for word in words)
        item.setHidden(not fits)
        return fits
