"""One search over everything: the box in the top bar and its results by kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.text.search_keys import matches
from ui.shell.pages import PageEntry
from ui.widgets.search_edit import SearchEdit

PAUSE_MS: Final = 120
HIT_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found: its kind, its name, what tells it apart, and the page that shows it."""

    group: str
    name: str
    detail: str
    page: str
    args: Mapping[str, object] = field(default_factory=dict)


SearchProvider = Callable[[str], Sequence[SearchHit]]
Ask = Callable[[str, Callable[[Sequence[SearchHit]], None]], None]


def find_pages(query: str, entries: Sequence[PageEntry]) -> list[SearchHit]:
    """Return the pages whose title answers `query`."""
    return [SearchHit("Trang", entry.title, "", entry.key) for entry in entries if matches(query, entry.title)]


class SearchBox(SearchEdit):
    """The box; `ask` is called with the text and hands the hits back, `chosen` says the hit that was picked."""

    chosen = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__("Tìm người, đơn vị, văn bản… (Ctrl+K)", parent)
        self._ask = ask
        self.setToolTip("Gõ không dấu cũng được: nguyen thi anh tìm thấy Nguyễn Thị Ánh")
        self._results: _Results | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self._search())
        self.textEdited.connect(lambda _text: self._pause.start())
        self.textChanged.connect(self._hide_when_empty)

    @property
    def hits(self) -> list[SearchHit]:
        """The hits that are shown."""
        return self._results.hits() if self._results is not None and self._results.isVisible() else []

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self._results is not None and self._results.isVisible()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if shown and self._results is not None:
                self._results.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if shown and self._results is not None:
                self._choose(self._results.current_hit())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.text().strip():
                self._search(self._choose_first)
            case _:
                super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window() and event.type() == QEvent.Type.Resize and self._results is not None:
            self._results.hide()
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Hide the results, for a click elsewhere or a page change."""
        if self._results is not None:
            self._results.hide()

    def _search(self, show: Callable[[str, Sequence[SearchHit]], None] | None = None) -> None:
        self._pause.stop()
        query, act = self.text().strip(), show or self._show
        if query:
            self._ask(query, lambda hits: act(query, hits))

    def _choose_first(self, query: str, hits: Sequence[SearchHit]) -> None:
        """Go to the first hit at once, for Enter pressed before they were shown."""
        if hits and query == self.text().strip():
            self._choose(hits[0])
        else:
            self._show(query, hits)

    def _show(self, query: str, hits: Sequence[SearchHit]) -> None:
        if query != self.text().strip():
            return  # the person has typed on, and the hits of the newer text are under way
        if self._results is None:
            self._results = _Results(self.window())
            self._results.picked.connect(self._choose)
            self.window().installEventFilter(self)
        self._results.show_hits(hits)
        self._results.show_under(self)

    def _choose(self, hit: SearchHit | None) -> None:
        if hit is not None:
            self.leave()
            self.clear()
            self.chosen.emit(hit)

    def _hide_when_empty(self, text: str) -> None:
        if not text.strip():
            self.leave()


class _Results(QFrame):
    """The hits in their groups, over the page; the box keeps the keyboard."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("look", "popup")
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda item: self.picked.emit(item.data(HIT_ROLE)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.addWidget(self._list)

    def hits(self) -> list[SearchHit]:
        items = (self._list.item(place) for place in range(self._list.count()))
        return [hit for item in items if (hit := item.data(HIT_ROLE)) is not None]

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        self._list.clear()
        for group in dict.fromkeys(hit.group for hit in hits):
            self._add_head(group)
            for hit in hits:
                if hit.group == group:
                    item = QListWidgetItem(f"   {hit.name}   {hit.detail}".rstrip(), self._list)
                    item.setData(HIT_ROLE, hit)
        if not hits:
            self._add_head("Không tìm thấy gì khớp.")
        self.move_by(1)

    def show_under(self, box: QWidget) -> None:
        self.move(box.mapTo(self._over, QPoint(0, box.height() + 4)))
        row = max(self._list.sizeHintForRow(0), 20)
        self.resize(max(box.width(), 420), min(row * self._list.count() + 14, 420))
        self.show()
        self.raise_()

    def current_hit(self) -> SearchHit | None:
        item = self._list.currentItem()
        hit: SearchHit | None = item.data(HIT_ROLE) if item is not None else None
        return hit

    def move_by(self, step: int) -> None:
        place = self._list.currentRow() + step
        while 0 <= place < self._list.count():
            if self._list.item(place).data(HIT_ROLE) is not None:
                self._list.setCurrentRow(place)
                return
            place += step

    def _add_head(self, text: str) -> None:
        head = QListWidgetItem(text, self._list)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setForeground(self.palette().placeholderText())
