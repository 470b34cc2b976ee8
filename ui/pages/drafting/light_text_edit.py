"""The editor of a section's light text: headings stand out, signs step back, Ctrl+B and Ctrl+I mark the selection."""

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from kimhoa_app.documents.field_words import field_stretches
from ui import theme

_HEADING: Final = re.compile(r"#+\s*")
_DIRECTIVE: Final = re.compile(r"@[^:]*:?|^\|[=*]?")
_STYLED: Final = re.compile(r"(?<!\\)(\*{1,3})(?=\S)(.+?)(?<=\S)\1")
_BOLD, _ITALIC = "**", "*"
_LINE_PERCENT: Final = 118.0


class LightTextEdit(QTextEdit):
    """A plain text with the marks of docs/templates.md; what is undone is told by the history of the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Nội dung của mục")
        self._colours = _Highlighter(self.document())

    def show_text(self, text: str) -> None:
        """Show `text` with room between its paragraphs."""
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setBottomMargin(theme.STEP)
        spaced.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)

    def show_fields(self, words: Mapping[str, str]) -> None:
        """Underline with dots the words that are values of fields; `words` gives the label of each one's field."""
        if words != self._colours.fields:
            self._colours.fields = dict(words)
            self._colours.rehighlight()

    def field_at(self, point: QPoint) -> str:
        """Return the label of the field whose words stand at a point of the view, "" where none do."""
        cursor = self.cursorForPosition(point)
        place, text = cursor.positionInBlock(), cursor.block().text()
        found = field_stretches(text, self._colours.fields)
        return next((label for (start, end), label in found if start <= place <= end), "")

    def toggle_bold(self) -> None:
        """Make the selected words bold, or plain again."""
        self._toggle(_BOLD)

    def toggle_italic(self) -> None:
        """Make the selected words italic, or plain again."""
        self._toggle(_ITALIC)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Say of a value which field it comes from."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            label = self.field_at(event.pos())
            QToolTip.showText(event.globalPos(), f"Từ ô “{label}”" if label else "", self)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if held and event.key() == Qt.Key.Key_B and not self.isReadOnly():
            self.toggle_bold()
        elif held and event.key() == Qt.Key.Key_I and not self.isReadOnly():
            self.toggle_italic()
        else:
            super().keyPressEvent(event)

    def _toggle(self, mark: str) -> None:
        """Put `mark` round the words of the selection on each of its lines, or take it away where it stands."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        start = cursor.selectionStart()
        lines = cursor.selectedText().split("\u2029")
        marked = "\n".join(_toggled(line, mark) for line in lines)
        cursor.insertText(marked)
        cursor.setPosition(start)
        cursor.setPosition(start + len(marked), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def put_cursor(editor: QTextEdit | QPlainTextEdit, place: int) -> None:
    """Put the cursor of `editor` at `place` of its text (in letters, not Qt's units), in view and ready to type."""
    cursor = editor.textCursor()
    cursor.setPosition(len(editor.toPlainText()[:place].encode("utf-16-le")) // 2)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    editor.setFocus()


def cursor_place(editor: QTextEdit | QPlainTextEdit) -> int:
    """Return where the cursor of `editor` stands in its text, in letters."""
    units = editor.toPlainText().encode("utf-16-le")[: 2 * editor.textCursor().position()]
    return len(units.decode("utf-16-le", "ignore"))


class _Highlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._quiet = _format(theme.MUTED)
        self._heading = _format(theme.INK, bold=True)
        self.fields: dict[str, str] = {}

    @override
    def highlightBlock(self, text: str) -> None:
        self._style(text)
        for (start, end), _label in field_stretches(text, self.fields):
            for place in range(start, end):
                underlined = QTextCharFormat(self.format(place))
                underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                underlined.setUnderlineColor(QColor(theme.ACCENT))
                self.setFormat(place, 1, underlined)

    def _style(self, text: str) -> None:
        heading = _HEADING.match(text)
        if heading is not None:
            self.setFormat(0, len(text), self._heading)
            self.setFormat(0, heading.end(), self._quiet)
            return
        for found in _STYLED.finditer(text):
            marks = len(found.group(1))
            self.setFormat(found.start(), found.end() - found.start(), self._quiet)
            style = _format(theme.INK, bold=marks > 1, italic=marks != len(_BOLD))
            self.setFormat(found.start(2), len(found.group(2)), style)
        directive = _DIRECTIVE.match(text)
        if directive is not None:
            self.setFormat(0, directive.end(), self._quiet)


def _toggled(text: str, mark: str) -> str:
    words = text.strip()
    if not words:
        return text
    held = len(words) - len(words.lstrip("*")) if words.endswith("*") else 0
    if held in (len(mark), len(_BOLD + _ITALIC)) and len(words) > 2 * held:
        changed = words[len(mark) : -len(mark)]
    else:
        changed = f"{mark}{words}{mark}"
    return text.replace(words, changed, 1)


def _format(colour: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setFontItalic(italic)
    return made
