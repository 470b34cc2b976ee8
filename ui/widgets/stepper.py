"""The steps of a piece of work, one under the other, each with how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import State

WORDS: Final = {
    State.GOOD: "xong",
    State.ATTENTION: "cần chú ý",
    State.WRONG: "trễ hoặc sai",
    State.ACTIVE: "đang làm",
    State.QUIET: "chưa làm",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, how it stands, a note at the right, and whether it is the one that is shown."""

    name: str
    state: State = State.QUIET
    note: str = ""
    is_here: bool = False


class Stepper(QWidget):
    """A list of steps; pressing one says its place."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rows: list[_StepRow] = []
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show `steps` instead of what was shown."""
        while len(self._rows) > len(steps):
            self._rows.pop().deleteLater()
        while len(self._rows) < len(steps):
            row = _StepRow(self)
            row.clicked.connect(partial(self._choose, len(self._rows)))
            self._rows.append(row)
            self._layout.addWidget(row)
        for row, step in zip(self._rows, steps, strict=True):
            row.show_step(step)

    def _choose(self, place: int) -> None:
        self.chosen.emit(place)


class _StepRow(QAbstractButton):
    """One row: a dot whose form also tells the state, the name, the note."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._step = Step("")

    def show_step(self, step: Step) -> None:
        self._step = step
        self.setText(step.name)
        self.setAccessibleName(f"{step.name}: {step.note or WORDS[step.state]}")
        self.setToolTip(f"{step.name}: {step.note or WORDS[step.state]}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = 26 + metrics.horizontalAdvance(f"{self._step.name}  {self._step.note}")
        return QSize(width, max(26, metrics.height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QColor(theme.ACCENT) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        elif self._step.is_here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.SELECTION))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        self._paint_dot(painter)
        room = self.rect().adjusted(24, 0, -4, 0)
        metrics, cut = self.fontMetrics(), Qt.TextElideMode.ElideRight
        note_room = max(room.width() - metrics.horizontalAdvance(self._step.name) - 12, room.width() // 3)
        note = metrics.elidedText(self._step.note, cut, note_room)
        name_room = room.width() - (metrics.horizontalAdvance(note) + 12 if note else 0)
        name = metrics.elidedText(self._step.name, cut, name_room)
        painter.setPen(QColor(theme.INK))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QColor(theme.MUTED))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        painter.end()

    def _paint_dot(self, painter: QPainter) -> None:
        state = self._step.state
        centre = QPointF(11, self.height() / 2)
        painter.setPen(QColor(state.solid))
        painter.setBrush(Qt.BrushStyle.NoBrush if state is State.QUIET else QColor(state.solid))
        painter.drawEllipse(centre, 5, 5)
        if state is State.GOOD:
            painter.setPen(QColor(theme.PAPER))
            x, y = centre.x(), centre.y()
            painter.drawPolyline([QPointF(x - 2.5, y), QPointF(x - 0.6, y + 2), QPointF(x + 2.6, y - 1.8)])
