"""The text, the remarks on it below or beside it, and the keys that lead from one remark to the next."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from ui import theme
from ui.pages.drafting.part_editor import PartEditor
from ui.pages.drafting.review import ReviewCard

_HEIGHTS: Final = (400, 210)
_WIDTHS: Final = (295, 336)
_LEAST_HEIGHTS: Final = (150, 46)


class ReviewSplit(QSplitter):
    """The editor over the card, which takes a third of the height, or as little as its head when it is folded.

    Where there is little height the card stands beside the editor.
    """

    def __init__(self, editor: PartEditor, review: ReviewCard, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.editor, self.review = editor, review
        self.setHandleWidth(theme.CARD_GAP)
        self.setChildrenCollapsible(False)
        for pane, height, least in zip((editor, review), _HEIGHTS, _LEAST_HEIGHTS, strict=True):
            pane.setMinimumHeight(least)
            self.addWidget(pane)
            self.setStretchFactor(self.indexOf(pane), height)
        self.setSizes(list(_HEIGHTS))

    def set_beside(self, beside: bool) -> None:
        """Put the card beside the editor, or below it."""
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self.editor.set_low(beside)
        self.review.set_low(beside)
        self.setSizes(list(_WIDTHS if beside else _HEIGHTS))

    @override
    def sizeHint(self) -> QSize:
        """Ask for little, so that both share the room that the window has instead of making the page scroll."""
        return QSize(super().sizeHint().width(), sum(_LEAST_HEIGHTS) + theme.CARD_GAP)


def add_review_keys(desk: QWidget, review: ReviewCard) -> None:
    """Let F8 and Shift+F8 go through the remarks from anywhere on `desk`, Alt+S and Alt+B do or pass over one."""
    keys = (
        ("F8", review.go_on),
        ("Shift+F8", lambda: review.go_on(-1)),
        ("Alt+S", review.act),
        ("Alt+B", review.ignore),
    )
    for sequence, act in keys:
        shortcut = QShortcut(QKeySequence(sequence), desk)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
