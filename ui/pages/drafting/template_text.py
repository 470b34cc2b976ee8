"""The text of a template as it is typed: placeholders and commands stand out, the line at fault is marked."""

import re
from typing import Final

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from ui import theme

_FENCE: Final = "+++"
_HEADING: Final = re.compile(r"#+\s.*")
_DIRECTIVE: Final = re.compile(r"@[^:{]*:?|^\|[=*]?|^\[\[\w+\]\]|^\w+ =")
_PLACED: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


class TemplateText(QPlainTextEdit):
    """One part of a template, with undo of its own."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setModified(False)
        self._colours = _Highlighter(self.document())

    @property
    def is_changed(self) -> bool:
        """Whether the text differs from what was shown."""
        return self.document().isModified()

    def mark_line(self, number: int | None) -> None:
        """Mark the line of that number, counted from 1; None marks none."""
        if number is None:
            self.setExtraSelections([])
            return
        block = self._block(number)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(block)
        mark.format.setBackground(QColor(theme.State.WRONG.tint))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([mark])

    def go_to_line(self, number: int) -> None:
        """Put the cursor into the line of that number, in view and ready to type."""
        self.setTextCursor(QTextCursor(self._block(number)))
        self.centerCursor()
        self.setFocus()

    def put_in(self, text: str, *, is_block: bool) -> None:
        """Put `text` at the cursor, or on lines of its own below it, and be ready to type on."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if is_block:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            text = f"\n{text}" if cursor.block().text().strip() else text
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus()

    def _block(self, number: int) -> QTextBlock:
        return self.document().findBlockByNumber(min(max(number, 1), self.blockCount()) - 1)


def split_parts(text: str) -> tuple[str, str]:
    """Return the declaration and the body of a template; a text without a declaration is all body."""
    lines = text.replace("\r\n", "\n").split("\n")
    fences = [place for place, line in enumerate(lines) if line.strip() == _FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:
        return "", text
    return "\n".join(lines[1 : fences[1]]), "\n".join(lines[fences[1] + 1 :])


def join_parts(declared: str, body: str) -> str:
    """Return the text of a template from its two parts."""
    return f"{_FENCE}\n{declared}\n{_FENCE}\n{body}"


class _Highlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._quiet, self._heading, self._placed = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        self._quiet.setForeground(QColor(theme.MUTED))
        self._heading.setFontWeight(QFont.Weight.Bold)
        self._placed.setForeground(QColor(theme.ACCENT))

    @override
    def highlightBlock(self, text: str) -> None:
        if _HEADING.match(text):
            self.setFormat(0, len(text), self._heading)
        found = _DIRECTIVE.match(text)
        if found is not None:
            self.setFormat(0, found.end(), self._quiet)
        for placed in _PLACED.finditer(text):
            self.setFormat(placed.start(), placed.end() - placed.start(), self._placed)
