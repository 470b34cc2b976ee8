"""Choosing one of the few values that the program keeps as a code."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QWidget

from kimhoa_app.domain.labels import label

E = TypeVar("E", bound=StrEnum)


class EnumCombo(QComboBox, Generic[E]):
    """A list of `choices` in the words that people read; with `none_text` one may leave it open."""

    def __init__(self, choices: Sequence[E], *, none_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[E | None] = [None] if none_text else []
        self._values += choices
        self.addItems([none_text if value is None else label(value) for value in self._values])

    def value(self) -> E | None:
        """Return the chosen value, None where it is left open."""
        return self._values[self.currentIndex()]

    def choose(self, value: E | None) -> None:
        """Choose `value`; what is not offered leaves the first line chosen."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)
