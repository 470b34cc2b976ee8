"""The list of templates: what ships and what is the office's own apart, narrowed by a search, with what each allows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QWidget

from kimhoa_app.services.templates import TemplateChoice
from kimhoa_app.text.search_keys import search_key
from ui import theme
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.search_edit import SearchEdit

SHIPPED: Final = "Mẫu của chương trình"
OWN: Final = "Mẫu của cơ quan"
BROKEN: Final = "cần sửa"
COPY: Final = "Sao để sửa"
_COPY_HINT: Final = "Sao thành một mẫu của cơ quan để sửa theo ý mình; mẫu của chương trình giữ nguyên"
_ID: Final = Qt.ItemDataRole.UserRole


class TemplateList(Card):
    """A card with the templates; every signal but `writing_asked` carries the id of the one that is meant."""

    chosen = Signal(str)
    copy_asked = Signal(str)
    editing_asked = Signal(str)
    renaming_asked = Signal(str)
    restoring_asked = Signal(str)
    deletion_asked = Signal(str)
    writing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Mẫu văn bản", parent=parent)
        self._choices: dict[str, TemplateChoice] = {}
        self.search = SearchEdit("Tìm mẫu…")
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Mẫu văn bản")
        self.copy_button = plain_button(COPY, lambda: self.copy_asked.emit(self.current))
        self.copy_button.setToolTip(_COPY_HINT)
        self.edit_button = plain_button("Sửa mẫu", lambda: self.editing_asked.emit(self.current))
        self.more_button = plain_button("Việc khác…", self._open_menu)
        for widget in (self.search, self.list, self.copy_button, self.edit_button, self.more_button):
            self.body.addWidget(widget)
        self.search.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(lambda _now, _before: self._tell())
        self._offer()

    @property
    def current(self) -> str:
        """The id of the template that is chosen, "" when none is."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_ID) or "")

    @property
    def choice(self) -> TemplateChoice | None:
        """The template that is chosen."""
        return self._choices.get(self.current)

    def show_choices(self, choices: Sequence[TemplateChoice], chosen: str) -> None:
        """Show the templates and choose the one of that id, else the first."""
        self._choices = {each.id: each for each in choices}
        self.list.blockSignals(True)
        self.list.clear()
        for title, is_own in ((SHIPPED, False), (OWN, True)):
            fitting = [each for each in choices if each.is_own is is_own]
            if fitting:
                self._add_title(title)
            for each in fitting:
                self._add(each)
        self.list.blockSignals(False)
        self._narrow(self.search.text())
        self._choose(chosen if chosen in self._choices else next(iter(self._choices), ""))

    def menu(self) -> QMenu:
        """Return what else can be done with the template that is chosen."""
        menu, choice, template_id = QMenu(self), self.choice, self.current
        if choice is not None and choice.is_own:
            menu.addAction("Đổi tên…").triggered.connect(lambda: self.renaming_asked.emit(template_id))
            menu.addAction("Sao thêm một mẫu").triggered.connect(lambda: self.copy_asked.emit(template_id))
            if choice.has_original:
                menu.addAction("Khôi phục bản gốc…").triggered.connect(lambda: self.restoring_asked.emit(template_id))
            menu.addAction("Xóa mẫu").triggered.connect(lambda: self.deletion_asked.emit(template_id))
            menu.addSeparator()
        menu.addAction("Lập mẫu từ một văn bản…").triggered.connect(self.writing_asked)
        return menu

    def _add_title(self, title: str) -> None:
        item = QListWidgetItem(title, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(theme.MUTED))

    def _add(self, choice: TemplateChoice) -> None:
        item = QListWidgetItem(f"{choice.name} ({BROKEN})" if choice.fault else choice.name, self.list)
        item.setData(_ID, choice.id)
        item.setToolTip(choice.fault or (choice.template.description if choice.template else ""))

    def _choose(self, template_id: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if template_id and item.data(_ID) == template_id:
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item)
        self._tell()

    def _narrow(self, typed: str) -> None:
        """Hide what does not hold the words typed, and a title with nothing under it."""
        words = search_key(typed).split()
        title: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            if not item.data(_ID):
                title = item
                title.setHidden(bool(words))
                continue
            fits = all(word in search_key(item.text()) for word in words)
            item.setHidden(not fits)
            if fits and title is not None:
                title.setHidden(False)

    def _tell(self) -> None:
        self._offer()
        if self.current:
            self.chosen.emit(self.current)

    def _offer(self) -> None:
        choice = self.choice
        self.copy_button.setVisible(choice is not None and not choice.is_own)
        self.edit_button.setVisible(choice is not None and choice.is_own)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
