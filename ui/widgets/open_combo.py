"""Choosing one that is known, or typing the name of a new one."""

from typing import TypeVar

from PySide6.QtCore import Signal
from typing_extensions import override

from kimhoa_app.text.normal import tidy
from kimhoa_app.text.search_keys import search_key
from ui.widgets.filter_combo import FilterCombo

T = TypeVar("T")


class OpenCombo(FilterCombo[T]):
    """A list that narrows while one types; a name that is not in it is a new one. `left` comes when typing ends."""

    left = Signal()

    @override
    def value(self) -> T | str | None:  # type: ignore[override]
        """Return the chosen value, the typed name where it is new, None when empty."""
        try:
            return super().value()
        except ValueError:
            return tidy(self.currentText())

    @property
    def new_name(self) -> str:
        """The typed name where it is none of those offered, else an empty text."""
        value = self.value()
        return value if isinstance(value, str) else ""

    @override
    def settle(self) -> None:
        """Choose a line that differs from what was typed in capitals and diacritics only; else it is a new name."""
        typed = search_key(self.currentText())
        alike = [choice.value for choice in self._choices if search_key(choice.name) == typed]
        if not typed:
            self.choose(None)
        elif len(alike) == 1:
            self.choose(alike[0])
        self.left.emit()
