"""Words marked in an editor: a tint behind them, a sentence on hovering; they stay with their words while one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip
from typing_extensions import override

from ui.theme import State

KEEP: Final = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True)
class Mark:
    """The stretch `start` to `end` of a text, the state in whose tint it is shown, and the sentence about it."""

    start: int
    end: int
    state: State
    sentence: str = ""


class TextMarks(QObject):
    """The marks of one editor; one whose words are changed goes out."""

    def __init__(self, editor: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._shown: list[tuple[QTextCursor, str, Mark]] = []
        editor.viewport().installEventFilter(self)
        editor.document().contentsChanged.connect(self._drop_changed)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show `marks` instead of those that were shown."""
        offsets = _offsets(self._editor.toPlainText())
        self._shown = []
        for mark in marks:
            cursor = self._cursor(offsets, mark.start, mark.end)
            self._shown.append((cursor, cursor.selectedText(), mark))
        self._draw()

    def select(self, start: int, end: int) -> None:
        """Select the stretch `start` to `end` and bring it into view."""
        self._editor.setTextCursor(self._cursor(_offsets(self._editor.toPlainText()), start, end))
        self._editor.ensureCursorVisible()

    def marked_words(self) -> list[str]:
        """Return the words that are marked now."""
        return [cursor.selectedText() for cursor, _words, _mark in self._shown]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._editor.cursorForPosition(event.pos()).position()
            over = (mark for cursor, _, mark in self._shown if cursor.selectionStart() <= at <= cursor.selectionEnd())
            sentences = dict.fromkeys(mark.sentence for mark in over)
            QToolTip.showText(event.globalPos(), "\n".join(sentences), self._editor)
            return True
        return super().eventFilter(watched, event)

    def _cursor(self, offsets: Sequence[int], start: int, end: int) -> QTextCursor:
        last = len(offsets) - 1
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(offsets[min(start, last)])
        cursor.setPosition(offsets[min(end, last)], KEEP)
        return cursor

    def _drop_changed(self) -> None:
        kept = [each for each in self._shown if each[0].selectedText() == each[1]]
        if len(kept) != len(self._shown):
            self._shown = kept
            self._draw()

    def _draw(self) -> None:
        selections = []
        for cursor, _words, mark in self._shown:
            selection = QTextEdit.ExtraSelection()
            tint = QTextCharFormat()
            tint.setBackground(QColor(mark.state.tint))
            selection.cursor, selection.format = cursor, tint
            selections.append(selection)
        self._editor.setExtraSelections(selections)


def _offsets(text: str) -> list[int]:
    """Return where each letter of `text` begins as Qt counts, which takes letters beyond U+FFFF for two."""
    return [0, *accumulate(1 + (char > "\uffff") for char in text)]
