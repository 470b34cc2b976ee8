"""The outline of a document as a tree: what is chosen there is edited, what is dragged is rearranged."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from kimhoa_app.documents.editing import Path
from kimhoa_app.documents.model import OfficialDocument, Section
from ui.pages.drafting.places import Part, Place, section_title

INSIDE: Final = -1
"""The place of a section that is dropped on another: the last of the parts in it."""

_LETTERS_SHOWN: Final = 60
_Spot = QAbstractItemView.DropIndicatorPosition


class Command(Enum):
    """What is done to a chosen section, with its name and its keys."""

    UP = ("Chuyển lên", "Alt+Up")
    DOWN = ("Chuyển xuống", "Alt+Down")
    PROMOTE = ("Nâng lên một bậc", "Alt+Left")
    DEMOTE = ("Hạ xuống một bậc", "Alt+Right")
    ADD = ("Thêm mục", "Alt+Insert")
    ADD_INSIDE = ("Thêm mục con", "Alt+Shift+Insert")
    COPY = ("Nhân đôi", "Ctrl+D")
    REMOVE = ("Xóa mục", "Del")
    COUNT = ("Đánh số lại cả văn bản", "")

    @property
    def title(self) -> str:
        """The name in the menu."""
        return self.value[0]


class Outline(QTreeWidget):
    """Shows the parts of a document; `asked` carries the place that a person chooses.

    `commanded` carries a command and the path of its section, `dropped` the path of a dragged section, that of the
    section to put it under and the place there; the tree itself changes only when the document does.
    """

    asked = Signal(object)
    commanded = Signal(object, object)
    dropped = Signal(object, object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(16)
        self.setAccessibleName("Bố cục văn bản")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._outline: object = None
        self._actions = {command: self._action(command) for command in Command}
        self.set_read_only(False)
        self.currentItemChanged.connect(self._tell)
        self.customContextMenuRequested.connect(self._open_menu)

    def show_document(self, document: OfficialDocument, place: Place) -> None:
        """Show the outline of `document` with `place` chosen, without asking for it."""
        outline = (
            bool(document.blocks),
            [(depth, section_title(section, _LETTERS_SHOWN)) for depth, section in document.walk_sections()],
        )
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

    def set_read_only(self, locked: bool) -> None:
        """Let the outline be read and chosen from, but not rearranged."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.NoDragDrop if locked else mode.InternalMove)
        for action in self._actions.values():
            action.setEnabled(not locked)

    def names(self) -> list[str]:
        """Return what stands in the tree, from top to bottom."""
        return [item.text(0) for item in self._items.values()]

    def choose(self, place: Place) -> None:
        """Choose `place` as a click on it does."""
        self.setCurrentItem(self._items[place])

    def item(self, place: Place) -> QTreeWidgetItem:
        """Return the line of `place`."""
        return self._items[place]

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the dragged section is to stand; ignored by Qt, which would move the line by itself."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        dragged = self._place_of(self.currentItem())
        point = event.position().toPoint()
        item = self.itemAt(point)
        spot = _Spot.OnViewport if item is None else _spot(self.visualItemRect(item), point)
        wanted = _wanted(self._place_of(item), spot, sum(_is_outermost(place) for place in self._items))
        if isinstance(dragged, tuple) and wanted is not None:
            self.dropped.emit(dragged, *wanted)

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
        item = self._add(above, path, section_title(section, _LETTERS_SHOWN))
        for number, child in enumerate(section.children):
            self._add_section(item, child, (*path, number))

    def _add(self, above: QTreeWidgetItem, place: Place, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [name])
        item.setToolTip(0, name)
        if isinstance(place, Part):
            item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled))
        self._items[place] = item
        return item

    def _action(self, command: Command) -> QAction:
        action = QAction(command.title, self)
        action.setShortcut(QKeySequence(command.value[1]))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._command(command))
        self.addAction(action)
        return action

    def _command(self, command: Command) -> None:
        place = self._place_of(self.currentItem())
        if isinstance(place, tuple) or command in (Command.ADD, Command.COUNT):
            self.commanded.emit(command, place)

    def _open_menu(self, point: QPoint) -> None:
        place = self._place_of(self.itemAt(point))
        menu = QMenu(self)
        offered = list(Command) if isinstance(place, tuple) else [Command.ADD, Command.COUNT]
        for command in offered:
            if command in (Command.ADD, Command.COUNT) and len(offered) > 2:
                menu.addSeparator()
            menu.addAction(self._actions[command])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))

    def _place_of(self, wanted: QTreeWidgetItem | None) -> Place | None:
        return next((place for place, item in self._items.items() if item is wanted), None)

    def _tell(self, current: QTreeWidgetItem | None) -> None:
        place = self._place_of(current)
        if place is not None:
            self.asked.emit(place)


def _spot(box: QRect, point: QPoint) -> _Spot:
    """Return where on a line the point is, with the margins within which Qt draws its mark between two lines."""
    margin = min(max(round(box.height() / 5.5), 2), 12)
    if point.y() - box.top() < margin:
        return _Spot.AboveItem
    return _Spot.BelowItem if box.bottom() - point.y() < margin else _Spot.OnItem


def _wanted(target: Place | None, spot: _Spot, sections: int) -> tuple[Path, int] | None:
    """Return under which section a drop on `target` puts the dragged one, and before which of the `sections` there.

    On a section it becomes its last part; above the first and below the last one it stays among the outermost.
    """
    if not isinstance(target, tuple):
        return ((), 0) if target in (Part.HEAD, Part.BLOCKS) else ((), sections)
    match spot:
        case _Spot.AboveItem:
            return target[:-1], target[-1]
        case _Spot.BelowItem:
            return target[:-1], target[-1] + 1
        case _Spot.OnItem:
            return target, INSIDE
        case _:
            return None


def _is_outermost(place: Place) -> bool:
    return isinstance(place, tuple) and len(place) == 1
