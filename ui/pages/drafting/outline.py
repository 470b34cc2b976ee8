"""The outline of a document as a tree: its head, its sections, its end; what is chosen there is edited."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from kimhoa_app.documents.editing import Path
from kimhoa_app.documents.model import OfficialDocument, Section
from ui.pages.drafting.places import Part, Place

_WORDS_SHOWN: Final = 60


class Outline(QTreeWidget):
    """Shows the parts of a document; `asked` carries the place that a person chooses."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(16)
        self.setAccessibleName("Bố cục văn bản")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._outline: object = None
        self.currentItemChanged.connect(self._tell)

    def show_document(self, document: OfficialDocument, place: Place) -> None:
        """Show the outline of `document` with `place` chosen, without asking for it."""
        outline = (bool(document.blocks), [(depth, _name(section)) for depth, section in document.walk_sections()])
        self.blockSignals(True)
        if outline != self._outline:
            self._outline = outline
            self._build(document)
        item = self._items.get(place)
        if item is not None:
            self.setCurrentItem(item)
        else:
            self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)

    def names(self) -> list[str]:
        """Return what stands in the tree, from top to bottom."""
        return [item.text(0) for item in self._items.values()]

    def choose(self, place: Place) -> None:
        """Choose `place` as a click on it does."""
        self.setCurrentItem(self._items[place])

    def _build(self, document: OfficialDocument) -> None:
        self.clear()
        self._items = {}
        self._add(self.invisibleRootItem(), Part.HEAD, Part.HEAD.value)
        if document.blocks or not document.sections:
            self._add(self.invisibleRootItem(), Part.BLOCKS, Part.BLOCKS.value)
        for number, section in enumerate(document.sections):
            self._add_section(self.invisibleRootItem(), section, (number,))
        self._add(self.invisibleRootItem(), Part.END, Part.END.value)
        self.expandAll()

    def _add_section(self, above: QTreeWidgetItem, section: Section, path: Path) -> None:
        item = self._add(above, path, _name(section))
        for number, child in enumerate(section.children):
            self._add_section(item, child, (*path, number))

    def _add(self, above: QTreeWidgetItem, place: Place, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [name])
        item.setToolTip(0, name)
        self._items[place] = item
        return item

    def _tell(self, current: QTreeWidgetItem | None) -> None:
        place = next((place for place, item in self._items.items() if item is current), None)
        if place is not None:
            self.asked.emit(place)


def _name(section: Section) -> str:
    """Return label and heading; of a numbered sentence without a heading its first words."""
    words = section.heading or next((getattr(block, "text", "") for block in section.blocks), "")
    return f"{section.label} {words}".strip()[:_WORDS_SHOWN] or "(mục không có đề mục)"
