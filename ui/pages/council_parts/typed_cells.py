"""Cells that are typed into as an adding machine is: digits, Enter, and the arrows."""

from typing import Final, Protocol, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QValidator
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.table_cells import CellDelegate

Index = QModelIndex | QPersistentModelIndex
_ARROWS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class TypedTable(Protocol):
    """A table whose cells are typed into one after the other."""

    def step(self, back: bool = False) -> None:
        """Goes to the next cell to type in, or to the one before."""

    def setFocus(self) -> None:
        """Takes the keyboard."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves by the arrows."""


class TypedCell(CellDelegate):
    """Draws a number in a box that can be typed into, and takes what is typed as far as the validator lets it."""

    def __init__(self, table: QTableView, validator: QValidator) -> None:
        super().__init__(table)
        self._validator = validator

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.ACCENT if here else theme.LINE), 2 if here else 1))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(4.5, 3.5, -4.5, -4.5), 4, 4)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setValidator(self._validator)
        editor.setStyleSheet(f"min-height: 0; padding: 0; border: 2px solid {theme.ACCENT}; border-radius: 4px;")
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(4, 3, -4, -4))

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter, Tab and the arrows take what is typed and go on to another cell."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        key = cast(QKeyEvent, event).key()
        if key not in (*_ENTER, Qt.Key.Key_Backtab, *_ARROWS):
            return super().eventFilter(editor, event)
        table = cast(TypedTable, self.parent())
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        table.setFocus()
        if key in _ARROWS:
            table.keyPressEvent(cast(QKeyEvent, event))
        else:
            table.step(back=key == Qt.Key.Key_Backtab)
        return True
