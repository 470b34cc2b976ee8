"""Marks in the part that is edited: each text of the document found in the editor that holds it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from kimhoa_app.documents.editing_places import WordPlaces, block_texts, role_texts, section_texts
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.texts import Role, Spot, Text
from ui.pages.drafting.frame_forms import FrameForm
from ui.pages.drafting.light_text_edit import LightTextEdit
from ui.pages.drafting.places import Part, Place
from ui.pages.drafting.remarks import Remark, RemarkKind
from ui.pages.drafting.text_marks import Mark, TextMarks

_HEAD_ROLES: Final = {
    "subject": Role.SUBJECT,
    "addressees": Role.ADDRESSEE,
    "legal_bases": Role.LEGAL_BASIS,
    "opening": Role.OPENING,
}
_END_ROLES: Final = {"closing": Role.CLOSING, "recipients": Role.RECIPIENT}


@dataclass(frozen=True, slots=True)
class _Pane:
    """An editor with its marks, and the texts of the document that it holds."""

    editor: QTextEdit | QPlainTextEdit
    marks: TextMarks
    texts: tuple[Text, ...]

    @property
    def places(self) -> WordPlaces:
        light = self.editor.toPlainText()
        return WordPlaces(light, self.texts, marked=isinstance(self.editor, LightTextEdit))


class PartMarks:
    """Marks words in the editors of a part: `text` for the body, the forms `head` and `end` for what is around it."""

    def __init__(self, text: LightTextEdit, head: FrameForm, end: FrameForm) -> None:
        self._text = text
        self._forms = {Part.HEAD: (head, _HEAD_ROLES), Part.END: (end, _END_ROLES)}
        editors = (text, *head.editors().values(), *end.editors().values())
        self._marks = {editor: TextMarks(editor) for editor in editors}

    def show(self, document: OfficialDocument, place: Place, remarks: Sequence[Remark]) -> None:
        """Mark the words of `remarks` that stand in the part of `document` at `place`, and no others."""
        for marks in self._marks.values():
            marks.show_marks(())
        for pane in self._panes(document, place):
            numbers = {text.spot.number for text in pane.texts}
            meant = [
                remark
                for remark in remarks
                if remark.spot is not None and remark.spot.number in numbers and remark.kind is not RemarkKind.IGNORED
            ]
            places = pane.places if meant else None
            pane.marks.show_marks([mark for remark in meant for mark in _mark(places, remark)])

    def select(self, document: OfficialDocument, place: Place, spot: Spot, start: int, words: str) -> bool:
        """Select `words`, which begin at `start` of the text at `spot`; False where the part does not hold them."""
        for pane in self._panes(document, place):
            if any(text.spot.number == spot.number for text in pane.texts):
                stretch = pane.places.stretch(spot.number, start, words)
                pane.editor.setFocus()
                if stretch is not None:
                    pane.marks.select(*stretch)
                return stretch is not None
        return False

    def marked_words(self) -> list[str]:
        """Return the words that are marked now, in all editors."""
        return [words for marks in self._marks.values() for words in marks.marked_words()]

    def _panes(self, document: OfficialDocument, place: Place) -> Iterator[_Pane]:
        if isinstance(place, tuple):
            yield _Pane(self._text, self._marks[self._text], section_texts(document, place))
        elif place is Part.BLOCKS:
            yield _Pane(self._text, self._marks[self._text], block_texts(document))
        else:
            form, roles = self._forms[place]
            for name, editor in form.editors().items():
                yield _Pane(editor, self._marks[editor], role_texts(document, roles[name]))


def _mark(places: WordPlaces | None, remark: Remark) -> Iterator[Mark]:
    stretch = places.stretch(remark.spot.number, remark.start, remark.words) if places and remark.spot else None
    if stretch is not None:
        yield Mark(*stretch, remark.kind.state, remark.message)
