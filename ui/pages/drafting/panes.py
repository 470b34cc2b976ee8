"""The panes of the desk: outline, text with the remarks, preview; where the room is low, the last two share a place."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from ui import theme
from ui.pages.drafting.preview import Preview
from ui.pages.drafting.review_split import ReviewSplit
from ui.widgets.buttons import link_button

WIDTHS: Final = (240, 470, 380)
_LEAST_SHARE: Final = 2
_LOW_WIDTHS: Final = (175, 295, 336)
LOW: Final = 430
"""The height under which text and remarks, one above the other, would show a few lines each."""


class DeskPanes(QSplitter):
    """Puts `outline`, `text` and `preview` side by side; `is_low` is whether the remarks stand beside the text.

    The remarks and the preview then take each other's place by a button in their heads.
    """

    def __init__(self, outline: QWidget, text: ReviewSplit, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._text, self._preview = text, preview
        self.is_low = False
        self.setHandleWidth(theme.CARD_GAP)
        self.setChildrenCollapsible(False)
        for place, (pane, width) in enumerate(zip((outline, text, preview), WIDTHS, strict=True)):
            pane.setMinimumWidth(width // _LEAST_SHARE)
            self.addWidget(pane)
            self.setStretchFactor(place, width)
        self.preview_button = link_button("Xem trước", lambda: self.show_preview(True))
        self.remarks_button = link_button("Soát", lambda: self.show_preview(False))
        text.review.add_to_head(self.preview_button)
        preview.add_to_head(self.remarks_button)
        text.review.asked_for.connect(lambda: self.show_preview(False))
        self._stand(low=False)

    def show_preview(self, shown: bool) -> None:
        """Show the preview, or the remarks in its place; without effect where there is room for both."""
        if self.is_low:
            self._preview.setVisible(shown)
            self._text.review.setVisible(not shown)
            self._share_low()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        if low != self.is_low:
            self._stand(low=low)

    def _stand(self, *, low: bool) -> None:
        self.is_low = low
        self._text.set_beside(low)
        for button in (self.preview_button, self.remarks_button):
            button.setVisible(low)
        self._text.review.show()
        self._preview.setVisible(not low)
        if low:
            self._share_low()
        else:
            self.setSizes(list(WIDTHS))

    def _share_low(self) -> None:
        outline, text, other = _LOW_WIDTHS
        self.setSizes([outline, text + other, 0] if self._preview.isHidden() else [outline, text, other])
