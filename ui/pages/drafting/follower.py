"""The preview follows the cursor of the text, and the text the places that are clicked in the preview."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from kimhoa_app.documents.editing_lines import LineSpot, offset_of, spot_at
from ui.pages.drafting.light_text_edit import cursor_place, put_cursor
from ui.pages.drafting.places import Part, Place
from ui.printing.blocks import Region, Source

if TYPE_CHECKING:
    from ui.pages.drafting.desk import DocumentDesk

WAIT_MS: Final = 30


class Follower(QObject):
    """Keeps preview and text of `desk` at the same paragraph."""

    def __init__(self, desk: "DocumentDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self.follow)
        desk.part.text.cursorPositionChanged.connect(self._clock.start)
        desk.preview.view.pressed.connect(self.go_to)
        desk.preview.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def arrive(self) -> None:
        """Bring the part that was gone to into view, and mark where the cursor stands in it."""
        place = self._desk.place
        if isinstance(place, tuple):
            self._desk.preview.follow(place)
        elif place is Part.END:
            self._desk.preview.to_end()
        else:
            self._desk.preview.to_start()
        self.follow()

    def follow(self) -> None:
        """Mark in the preview the paragraph in which the cursor stands."""
        place = self._desk.place
        path = () if place is Part.BLOCKS else place
        if isinstance(path, Part) or not self._desk.has_document:
            self._desk.preview.mark(None)
            return
        text = self._desk.part.text
        spot = spot_at(self._desk.document, path, text.toPlainText(), cursor_place(text))
        self._desk.preview.mark(None if spot is None else Source(Region.BODY, spot.path, spot.block))

    def go_to(self, source: Source) -> None:
        """Go to the part that holds the text clicked in the preview, to its line."""
        wanted = _place_of(source)
        here = self._desk.place
        within = isinstance(here, tuple) and isinstance(wanted, tuple) and wanted[: len(here)] == here
        if not within and wanted != here:
            self._desk.go_to(wanted)
        if source.region is not Region.BODY:
            return
        place = self._desk.place
        text = self._desk.part.text
        path = place if isinstance(place, tuple) else ()
        offset = offset_of(self._desk.document, path, text.toPlainText(), LineSpot(source.path, source.block))
        put_cursor(text, offset or 0)


def _place_of(source: Source) -> Place:
    if source.region is Region.BODY:
        return source.path or Part.BLOCKS
    return Part.HEAD if source.region is Region.HEAD else Part.END
