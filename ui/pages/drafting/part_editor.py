"""The middle of the desk: the chosen part of a document as text or as a small form, read back with every key."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kimhoa_app.documents.editing import blocks_text, section_at, section_text, typed_blocks, with_typed_section
from kimhoa_app.documents.editing_frame import with_frame_text
from kimhoa_app.documents.model import OfficialDocument
from ui import theme
from ui.pages.drafting.frame_forms import Editor, FrameForm, end_form, head_form
from ui.pages.drafting.history import Standing
from ui.pages.drafting.light_text_edit import LightTextEdit, put_cursor
from ui.pages.drafting.part_marks import PartMarks
from ui.pages.drafting.places import Part, Place, place_title
from ui.pages.drafting.remarks import Remark
from ui.widgets.card import Card
from ui.widgets.labels import label

HINT: Final = "Mỗi dòng một đoạn · # đề mục lớn, ## đề mục nhỏ hơn · Ctrl+B đậm, Ctrl+I nghiêng"
REMOVED: Final = "Mục này đang trống nên sẽ không có trong văn bản; bấm Ctrl+Z để lấy lại."


class PartEditor(Card):
    """Shows one part of a document; `edited` carries the whole document with the part as typed.

    What is typed is always read against the document as it was when the part was chosen, so that a section emptied
    and typed anew takes its own place and never that of its neighbour.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document: OfficialDocument | None = None
        self._place: Place = Part.HEAD
        self._title = "Nội dung"
        self._is_low = self._is_locked = False
        self.text = LightTextEdit()
        self.head = head_form()
        self.end = end_form()
        self._below = label(HINT, "small", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._text_pane())
        self._stack.addWidget(self.head)
        self._stack.addWidget(self.end)
        self.body.addWidget(self._stack)
        self._marks = PartMarks(self.text, self.head, self.end)
        self.text.textChanged.connect(self._read_text)
        self.head.edited.connect(self._read_frame)
        self.end.edited.connect(self._read_frame)

    @property
    def note(self) -> str:
        """The line under the text: how to write, or what is wrong."""
        return self._below.text()

    @property
    def typed(self) -> str:
        """The text of the part as it stands in its editors."""
        form = self._form()
        return self.text.toPlainText() if form is None else form.text

    @property
    def current_editor(self) -> Editor:
        """The editor that has the focus, or had it last among those of the part that is shown."""
        form = self._form()
        if form is None:
            return self.text
        shown = tuple(form.editors().values())
        return next((editor for editor in shown if editor is form.focusWidget()), shown[0])

    @property
    def editors(self) -> tuple[Editor, ...]:
        """Every editor of every part."""
        return (self.text, *self.head.editors().values(), *self.end.editors().values())

    def standing(self, document: OfficialDocument) -> Standing:
        """Return where one stands in `document`, which is the one shown with the part as typed."""
        return Standing(document, self._place, self._document or document, self.typed)

    def show_standing(self, standing: Standing, cursor: int) -> None:
        """Show again what one stood at, with the cursor at that place of its text."""
        self.show_part(standing.base, standing.place)
        form = self._form()
        if form is not None:
            form.show_text(standing.typed)
            form.put_cursor(cursor)
            return
        if self.text.toPlainText() != standing.typed:
            self.text.blockSignals(True)
            self.text.show_text(standing.typed)
            self.text.blockSignals(False)
            self._say(self._read_typed()[1])
        put_cursor(self.text, cursor)

    def show_part(self, document: OfficialDocument, place: Place) -> None:
        """Show the part of `document` at `place`; raises LookupError for a place that it does not have."""
        self._document, self._place = document, place
        form = self._form()
        if form is not None:
            form.show_document(document)
            self._stack.setCurrentWidget(form)
            self._name(place_title(document, place))
            return
        self.text.blockSignals(True)
        self.text.show_text(_text_of(document, place))
        self.text.blockSignals(False)
        self._stack.setCurrentIndex(0)
        self._name("Nội dung" if isinstance(place, tuple) else place_title(document, place))
        self._say("")

    def set_low(self, low: bool) -> None:
        """Leave out the name of the part, which the outline marks, and the hint, where there is little room."""
        self._is_low = low
        self._name(self._title)
        self._say("" if self.note == HINT else self.note)

    def show_fields(self, words: Mapping[str, str]) -> None:
        """Show in every text the values of fields as such; `words` gives the label of each one's field."""
        for editor in self.editors:
            if isinstance(editor, LightTextEdit):
                editor.show_fields(words)

    def set_read_only(self, locked: bool) -> None:
        """Let everything be read but not changed."""
        self.text.setReadOnly(locked)
        self._is_locked = locked
        self._show_below()
        self.head.set_read_only(locked)
        self.end.set_read_only(locked)

    def show_marks(self, document: OfficialDocument, remarks: Sequence[Remark]) -> None:
        """Mark the words of those `remarks` on `document` that stand in the part that is shown."""
        self._marks.show(document, self._place, remarks)

    def select(self, document: OfficialDocument, remark: Remark) -> bool:
        """Select the words of `remark` on `document`, to be typed over; False where the part lacks them."""
        return remark.spot is not None and self._marks.select(
            document, self._place, remark.spot, remark.start, remark.words
        )

    def marked_words(self) -> list[str]:
        """Return the words that are marked now."""
        return self._marks.marked_words()

    def _text_pane(self) -> QWidget:
        pane = QWidget()
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._below)
        return pane

    def _read_text(self) -> None:
        if self._document is None or self.text.isReadOnly():
            return
        document, complaint = self._read_typed()
        self._say(complaint)
        self.edited.emit(document)

    def _read_typed(self) -> tuple[OfficialDocument, str]:
        assert self._document is not None
        typed = self.text.toPlainText()
        if isinstance(self._place, tuple):
            document, complaint = with_typed_section(self._document, self._place, typed)
            return document, complaint or ("" if typed.strip() else REMOVED)
        blocks, complaint = typed_blocks(typed)
        return replace(self._document, blocks=blocks), complaint

    def _form(self) -> FrameForm | None:
        return {Part.HEAD: self.head, Part.END: self.end}.get(self._place) if isinstance(self._place, Part) else None

    def _read_frame(self) -> None:
        form = self._form()
        if self._document is not None and form is not None:
            self.edited.emit(with_frame_text(self._document, form.typed(self._document)))

    def _say(self, complaint: str) -> None:
        if self._below.text() != (complaint or HINT):
            self._below.setText(complaint or HINT)
            theme.set_look(self._below, "error" if complaint else "small")
        self._show_below()

    def _show_below(self) -> None:
        self._below.setVisible(not self._is_locked and not (self._is_low and self.note == HINT))

    def _name(self, title: str) -> None:
        self._title = title
        self.set_head("" if self._is_low else title)


def _text_of(document: OfficialDocument, place: Place) -> str:
    if isinstance(place, tuple):
        return section_text(section_at(document, place), len(place) - 1)
    return blocks_text(document.blocks)
