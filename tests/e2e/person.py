"""A person before the window: finds things by what they show, clicks and types, and keeps count of both."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.pages.drafting.remark_list import RemarkList
from ui.widgets.page_view import PageView

W = TypeVar("W", bound=QWidget)
PATIENCE_MS: Final = 20_000
LEFT: Final = Qt.MouseButton.LeftButton
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class NotSeen(AssertionError):
    """What the person looks for is not on the screen; says what is."""


@dataclass
class Person:
    """Works on `window`, waiting after each act until `is_idle`; `typed` keeps every text in the order typed."""

    qtbot: QtBot
    window: QWidget
    is_idle: Callable[[], bool]
    clicks: int = 0
    fields: int = 0
    typed: list[str] = field(default_factory=list)
    _before_me: QWidget | None = None

    # What a person does.

    def click(self, text: str, near: str = "") -> None:
        """Click the button, tab, menu line or step called `text`; `near` is a word of the card that holds it."""
        found = self._wait_for(lambda: self._named(text, near), text)
        if isinstance(found, tuple):
            self._press(found[0], found[1])
        else:
            self._press(found)

    def click_line(self, text: str, column: str = "") -> None:
        """Click the line of a list, tree or table in which `text` stands, in the column headed `column` if given."""
        view, index = self._wait_for(lambda: self._line(text, column), text)
        self._press_index(view, index)

    def double_click_line(self, text: str, column: str) -> None:
        """Double-click a cell, as to type into it."""
        view, index = self._wait_for(lambda: self._line(text, column), text)
        point = self._place_of(view, index)
        self._check_in_reach(view.viewport(), point)
        QTest.mouseClick(view.viewport(), LEFT, pos=point)
        QTest.mouseDClick(view.viewport(), LEFT, pos=point)
        self.clicks += 2
        self._settle()

    def click_remark(self, words: str, button: str) -> None:
        """Click `button` of the first remark on `words` that has it."""

        def found() -> tuple[RemarkList, QPoint] | None:
            for remarks in self._all(RemarkList):
                for row, remark in enumerate(remarks.remarks):
                    if remark.words == words and any(action.label == button for action in remark.actions):
                        return remarks, remarks.button_place(row, button)
            return None

        remarks, point = self._wait_for(found, f"{words}: {button}")
        self._press(remarks.viewport(), point)

    def drag_line(self, text: str, above: str) -> None:
        """Drag the line `text` of a tree to the upper edge of the line `above`."""
        view, index = self._wait_for(lambda: self._line(text, ""), text)
        self._press_index(view, index)
        view, index = self._wait_for(lambda: self._line(text, ""), text)
        mime = view.model().mimeData([index])
        _view, onto = self._wait_for(lambda: self._line(above, ""), above)
        box = view.visualRect(onto)
        point = QPointF(box.center().x(), box.top())
        move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
        view.dropEvent(QDropEvent(point, move, mime, LEFT, none))  # what the system brings when the button is let go
        self.clicks += 1
        self._settle()

    def choose(self, name: str, text: str) -> None:
        """Open the list of the field `name` and click the line that begins with `text`."""
        combo = self._field(name)
        assert isinstance(combo, QComboBox), name
        self._press(combo, QPoint(combo.width() - 8, combo.height() // 2))
        self.qtbot.wait(QApplication.doubleClickInterval() + 50)  # a list just opened takes no click, as Qt has it
        self.click_line(text)

    def click_into(self, name: str) -> None:
        """Click into the field or the text called `name`."""
        self._press(self._field(name))

    def type_into(self, name: str, text: str) -> None:
        """Click into the field `name`, whatever it holds is replaced by `text`, as typed on a Vietnamese keyboard."""
        editor = self._field(name)
        target = (editor.focusProxy() or editor) if not isinstance(editor, QComboBox) else editor
        if not target.hasFocus():
            self._press(target)
        QTest.keyClick(_takes_keys(), Key.Key_A, CONTROL)
        self.write(text)

    def write(self, text: str) -> None:
        """Type `text` where the cursor is."""
        self.fields += 1
        self.typed += [line for line in text.splitlines() if line]
        for piece in re.findall(r"\n|[ -~]+|[^ -~\n]+", text):
            _type_piece(piece)
        self._settle()

    def search(self, prompt: str, letters: str) -> None:
        """Type a few letters into a search field to find something that is known; no fact is entered by it."""
        field = self._wait_for(lambda: next(iter(self._prompting(prompt)), None), prompt)
        if not field.hasFocus():
            self._press(field)
        QTest.keyClick(_takes_keys(), Key.Key_A, CONTROL)
        for piece in re.findall(r"[ -~]+|[^ -~]+", letters):
            _type_piece(piece)
        self.fields += 1
        self._settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(_takes_keys(), key, modifier)
        self._settle()

    def work_elsewhere(self, work: Callable[[], object]) -> None:
        """Do `work` in the window of another program, and come back."""
        elsewhere = QWidget()
        for window, act in ((elsewhere, elsewhere.show), (self.window, work)):
            act()
            with self.qtbot.waitActive(window):
                window.activateWindow()
        elsewhere.close()
        self._settle()

    # What a person sees.

    def sees(self, *texts: str) -> None:
        """Wait until every one of `texts` is on the screen."""
        for text in texts:
            self._wait_for(lambda text=text: text in self.screen() or None, text)

    def does_not_see(self, text: str) -> None:
        """Be sure that `text` is not on the screen."""
        self._settle()
        assert text not in self.screen(), f"{text!r} is on the screen"

    def value(self, name: str) -> str:
        """Return what the field `name` holds."""
        editor = self._field(name)
        if isinstance(editor, QPlainTextEdit | QTextEdit):
            return editor.toPlainText()
        assert isinstance(editor, QLineEdit | QComboBox)
        return editor.currentText() if isinstance(editor, QComboBox) else editor.text()

    def screen(self) -> str:
        """Return all words on the screen: labels, buttons, fields, lists, and the pages of the preview."""
        return "\n".join(self._words())

    # How it is found and done.

    def _root(self) -> QWidget:
        # Kept: when Python lets go of a window that it did not make, what was found in that window is lost with it.
        self._before_me = (
            QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._beside() or self.window
        )
        return self._before_me

    def _beside(self) -> QWidget | None:
        """A dialog that stands beside the window and has the keys."""
        active = QApplication.activeWindow()
        return active if isinstance(active, QDialog) and active.isVisible() else None

    def _all(self, kind: type[W]) -> list[W]:
        root = self._root()
        own = [root] if isinstance(root, kind) else []
        return [each for each in [*own, *root.findChildren(kind)] if each.isVisible()]

    def _words(self) -> Iterator[str]:
        for label in self._all(QLabel):
            yield label.text()
        for button in self._all(QAbstractButton):
            yield button.text()
        for line in self._all(QLineEdit):
            yield line.text()
        for menu in self._all(QMenu):
            yield from (action.text() for action in menu.actions())
        for tabs in self._all(QTabBar):
            yield from (tabs.tabText(place) for place in range(tabs.count()))
        for view in self._all(QAbstractItemView):
            yield from (str(index.data() or "") for index in _cells(view))
        for view in self._all(PageView):
            for page in view._pages:
                yield " ".join(page.text.split())

    def _named(self, text: str, near: str) -> QWidget | tuple[QWidget, QPoint] | None:
        for menu in self._all(QMenu):
            for action in menu.actions():
                if action.text() == text:
                    return menu, menu.actionGeometry(action).center()
        for tabs in self._all(QTabBar):
            for place in range(tabs.count()):
                if tabs.tabText(place) == text:
                    return tabs, tabs.tabRect(place).center()
        found = [each for each in self._all(QAbstractButton) if each.text().strip() == text and each.isEnabled()]
        if near:
            found = [each for each in found if _stands_near(each, near)]
        if len(found) > 1:
            raise NotSeen(f"{len(found)} buttons are called {text!r}")
        return found[0] if found else None

    def _field(self, name: str) -> QWidget:
        return self._wait_for(lambda: next(iter(self._fields_called(name)), None), name)

    def _fields_called(self, name: str) -> list[QWidget]:
        labels = [label for label in self._all(QLabel) if label.text() in (name, f"{name} *")]
        found = [label.buddy() for label in labels if label.buddy() is not None]
        kinds = (QLineEdit, QComboBox, QPlainTextEdit, QTextEdit)
        return found or [each for kind in kinds for each in self._all(kind) if each.accessibleName() == name]

    def _prompting(self, prompt: str) -> list[QLineEdit]:
        return [each for each in self._all(QLineEdit) if each.placeholderText().startswith(prompt)]

    def _line(self, text: str, column: str) -> tuple[QAbstractItemView, QModelIndex] | None:
        for view in self._all(QAbstractItemView):
            for index in _cells(view):
                if str(index.data() or "").startswith(text):
                    wanted = _column(view, column) if column else index.column()
                    if wanted is not None:
                        return view, index.siblingAtColumn(wanted)
        return None

    def _press_index(self, view: QAbstractItemView, index: QModelIndex) -> None:
        self._press(view.viewport(), self._place_of(view, index))

    def _place_of(self, view: QAbstractItemView, index: QModelIndex) -> QPoint:
        view.scrollTo(index)
        return view.visualRect(index).center()

    def _press(self, widget: QWidget, at: QPoint | None = None) -> None:
        _bring_into_view(widget)
        point = at or widget.rect().center()
        self._check_in_reach(widget, point)
        if QApplication.activePopupWidget() is None:
            widget.window().activateWindow()  # as the system does with a window that is clicked
        QTest.mouseClick(widget, LEFT, pos=point)
        self.clicks += 1
        self._settle()

    def _check_in_reach(self, widget: QWidget, point: QPoint) -> None:
        """Nothing lies over the place, and it is within the window."""
        top = widget.window()
        hit = top.childAt(widget.mapTo(top, point)) or top
        assert hit is widget or widget.isAncestorOf(hit), f"{_name(widget)} lies under {_name(hit)}"

    def _wait_for(self, look: Callable[[], object], text: str) -> object:
        found = []

        def there() -> bool:
            found[:] = [value for value in [look()] if value is not None]
            return bool(found)

        try:
            self.qtbot.waitUntil(there, timeout=PATIENCE_MS)
        except Exception as error:
            raise NotSeen(f"{text!r} is not on the screen:\n{self.screen()}") from error
        return found[0]

    def _settle(self) -> None:
        for _turn in range(2):
            QApplication.processEvents()
            self.qtbot.waitUntil(self.is_idle, timeout=PATIENCE_MS)


def _type_piece(piece: str) -> None:
    """Type one piece as the keys give it, or as a Vietnamese keyboard program hands over what it has composed."""
    if piece == "\n":
        QTest.keyClick(_takes_keys(), Key.Key_Return)
    elif piece.isascii():
        QTest.keyClicks(_takes_keys(), piece)
    else:
        composed = QInputMethodEvent()
        composed.setCommitString(piece)
        QApplication.sendEvent(_focused(), composed)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None, "the cursor is nowhere"
    return focused


def _takes_keys() -> QWidget:
    """A list that has opened under a field takes the keys first."""
    return QApplication.activePopupWidget() or _focused()


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """Return the cells of the rows that the view does not hide, from top to bottom."""
    model = view.model()
    waiting = [QModelIndex()]
    while waiting:
        above = waiting.pop(0)
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
        for row in range(model.rowCount(above)):
            if not (isinstance(view, QListView | QTableView) and view.isRowHidden(row)):
                yield from (model.index(row, column, above) for column in range(columns))
                waiting.append(model.index(row, 0, above))


def _column(view: QAbstractItemView, head: str) -> int | None:
    model = view.model()
    heads = [
        str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount(QModelIndex()))
    ]
    return heads.index(head) if head in heads else None


def _stands_near(widget: QWidget, words: str) -> bool:
    card = widget.parentWidget()
    while card is not None and card.property("look") not in ("card", "rail"):
        card = card.parentWidget()
    return card is not None and any(label.text() == words for label in card.findChildren(QLabel))


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    QApplication.processEvents()


def _name(widget: QWidget) -> str:
    text = widget.text() if hasattr(widget, "text") else widget.accessibleName()
    return f"{type(widget).__name__} {text!r}"
