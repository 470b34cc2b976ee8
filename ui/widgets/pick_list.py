"""Picking several of many: what is typed narrows the list, the space bar marks a line."""

from collections.abc import Collection, Hashable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kimhoa_app.text.search_keys import matches
from ui.widgets.buttons import link_button
from ui.widgets.editors import read_editor, show_in_editor
from ui.widgets.filter_combo import Choice
from ui.widgets.labels import label
from ui.widgets.search_edit import SearchEdit

T = TypeVar("T", bound=Hashable)
NOBODY: Final = "Chưa chọn dòng nào trong danh sách."
CHECKED: Final = Qt.CheckState.Checked


class PickList(QWidget, Generic[T]):
    """A list with a mark before each line; `narrow_text` names the choice to see only those that matter most."""

    picked = Signal()

    def __init__(self, narrow_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice[T], ...] = ()
        self._foremost: frozenset[T] = frozenset()
        self._search = SearchEdit("Tìm theo tên, đơn vị…")
        self._narrow = QCheckBox(narrow_text)
        self._list = QListWidget()
        self._list.setProperty("look", "boxed")
        self._list.setAccessibleName("Danh sách để chọn")
        self._count = label("", "small")
        self._lay_out()
        self._search.textChanged.connect(self._show_fitting)
        self._narrow.toggled.connect(self._show_fitting)
        self._list.itemChanged.connect(lambda _item: self._tell())
        self._list.itemDoubleClicked.connect(_turn)
        self.setFocusProxy(self._search)

    def offer(self, choices: Sequence[Choice[T]], foremost: Collection[T] = ()) -> None:
        """Offer `choices`, none of them picked; `foremost` are those that the narrowed list shows."""
        self._choices = tuple(choices)
        self._foremost = frozenset(foremost)
        self._list.blockSignals(True)
        self._list.clear()
        for choice in choices:
            item = QListWidgetItem(choice.text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setToolTip(choice.text)
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._narrow.setEnabled(bool(foremost))
        self._narrow.setChecked(bool(foremost))
        self._show_fitting()
        self._tell()

    def picks(self) -> tuple[T, ...]:
        """Return what is picked, in the order of the list, shown at the moment or not."""
        return tuple(
            choice.value for place, choice in enumerate(self._choices) if self._list.item(place).checkState() is CHECKED
        )

    def pick(self, values: Collection[T]) -> None:
        """Pick exactly `values`; those that the narrowed list hides bring the whole list back."""
        if not self._foremost.issuperset(values):
            self._narrow.setChecked(False)
        for place, choice in enumerate(self._choices):
            self._list.item(place).setCheckState(CHECKED if choice.value in values else Qt.CheckState.Unchecked)

    def pick_shown(self) -> None:
        """Pick every line that is shown."""
        for place in range(self._list.count()):
            if not self._list.item(place).isHidden():
                self._list.item(place).setCheckState(CHECKED)

    def shown(self) -> list[str]:
        """Return the lines that are shown."""
        items = [self._list.item(place) for place in range(self._list.count())]
        return [item.text() for item in items if not item.isHidden()]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._search, 1)
        head.addWidget(self._narrow)
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(link_button("Chọn tất cả đang hiện", self.pick_shown))
        foot.addWidget(link_button("Bỏ chọn", lambda: self.pick(())))
        self._list.setFixedHeight(168)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._list)
        layout.addLayout(foot)

    def _show_fitting(self, *_changed: object) -> None:
        query, narrow = self._search.text(), self._narrow.isChecked()
        for place, choice in enumerate(self._choices):
            fits = matches(query, choice.text) and (not narrow or choice.value in self._foremost)
            self._list.item(place).setHidden(not fits)

    def _tell(self) -> None:
        count = len(self.picks())
        self._count.setText(f"Đã chọn {count}" if count else "Chưa chọn ai")
        self.picked.emit()


def _turn(item: QListWidgetItem) -> None:
    item.setCheckState(Qt.CheckState.Unchecked if item.checkState() is CHECKED else CHECKED)


@read_editor.register
def _(editor: PickList) -> Any:  # type: ignore[type-arg]
    picks = editor.picks()
    if not picks:
        raise ValueError(NOBODY)
    return picks


@show_in_editor.register
def _(editor: PickList, value: Any) -> None:  # type: ignore[type-arg]
    editor.pick(value or ())
