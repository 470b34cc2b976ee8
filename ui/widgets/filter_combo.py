"""Choosing one of many by typing a part of it, with or without diacritics: a person, a unit, a title."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from typing_extensions import override

from kimhoa_app.text.search_keys import matches

T = TypeVar("T")
NOT_ONE: Final = "Hãy chọn một dòng trong danh sách."


@dataclass(frozen=True)  # a generic class with slots cannot be called as Choice[T](...) in Python 3.11
class Choice(Generic[T]):
    """One thing to choose: its value, its name, and what tells it from another of the same name."""

    value: T
    name: str
    detail: str = ""

    @property
    def text(self) -> str:
        """What the list shows."""
        return f"{self.name} · {self.detail}" if self.detail else self.name


class _TypedFilter(QSortFilterProxyModel):
    """Keeps the texts that answer what was typed."""

    query = ""

    def ask(self, query: str) -> None:
        self.beginFilterChange()
        self.query = query
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Any) -> bool:
        return matches(self.query, self.sourceModel().index(source_row, 0).data())


class FilterCombo(QComboBox, Generic[T]):
    """A list that narrows while one types; empty stands for nothing chosen."""

    def __init__(self, choices: Sequence[Choice[T]] = (), *, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice[T], ...] = ()
        self._texts = QStringListModel(self)
        self._filter = _TypedFilter(self)
        self._filter.setSourceModel(self._texts)
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setModel(self._texts)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self._complete()
        self._line.setPlaceholderText(prompt or "gõ để tìm, không dấu cũng được")
        self._line.textEdited.connect(self._narrow)
        self._line.editingFinished.connect(self.settle)
        self.offer(choices)

    def offer(self, choices: Sequence[Choice[T]]) -> None:
        """Offer `choices` instead, keeping the value that is chosen where it is among them."""
        kept = self._choices[self.currentIndex()].value if 0 <= self.currentIndex() < len(self._choices) else None
        self._choices = tuple(choices)
        self._texts.setStringList([choice.text for choice in choices])
        self.choose(kept)

    def value(self) -> T | None:
        """Return the chosen value, None when empty; raises ValueError with a sentence when the text names no line."""
        typed = self.currentText().strip()
        if not typed:
            return None
        place = self.findText(typed, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        current = self.currentIndex()
        if current >= 0 and self._choices[current].text == typed:
            place = current
        if place < 0:
            raise ValueError(NOT_ONE)
        return self._choices[place].value

    def choose(self, value: T | None) -> None:
        """Choose `value`; None, or what is not offered, leaves nothing chosen."""
        places = [place for place, choice in enumerate(self._choices) if choice.value == value]
        self.setCurrentIndex(places[0] if places and value is not None else -1)
        if self.currentIndex() < 0:
            self.clearEditText()

    def settle(self) -> None:
        """Choose the only line that answers what was typed, as when a person leaves the field half typed."""
        typed = self.currentText()
        if not typed.strip():
            self.choose(None)
        elif all(choice.text != typed for choice in self._choices):
            self._filter.ask(typed)
            if self._filter.rowCount() == 1:
                self.choose(self._choices[self._place(0)].value)

    def _complete(self) -> None:
        self._completer = QCompleter(self._filter, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(12)
        self.setCompleter(self._completer)
        self._completer.activated.connect(self._take)

    def _narrow(self, typed: str) -> None:
        self._filter.ask(typed)
        self._completer.complete()

    def _take(self, text: str) -> None:
        self.setCurrentIndex(next(place for place, choice in enumerate(self._choices) if choice.text == text))
        self.activated.emit(self.currentIndex())

    def _place(self, shown: int) -> int:
        return self._filter.mapToSource(self._filter.index(shown, 0)).row()
