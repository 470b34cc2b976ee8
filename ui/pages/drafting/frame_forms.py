"""The small forms for the parts around the body: the head with its legal bases, the end with its recipients."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kimhoa_app.documents.editing_frame import FrameText, frame_text
from kimhoa_app.documents.model import OfficialDocument
from ui.pages.drafting.light_text_edit import LightTextEdit, put_cursor
from ui.widgets.field import FieldRow

Editor = QPlainTextEdit | LightTextEdit
_GROWING: Final = 4
_BETWEEN: Final = "\x1e"
"""Between the texts of the editors; no editor takes it from the keyboard, and none shows it."""
_LINE_EACH: Final = "Mỗi dòng một mục; dấu “;” và dấu chấm cuối do chương trình đặt."


class FrameForm(QScrollArea):
    """Some of the parts around the body; `edited` says that something was typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._editors: dict[str, Editor] = {}
        self._rows: dict[str, FieldRow] = {}
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(0, 0, 4, 0)
        self._layout.setSpacing(12)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_document(self, document: OfficialDocument) -> None:
        """Show the parts of `document`, without telling of an edit."""
        text = frame_text(document)
        self.show_text(_BETWEEN.join(getattr(text, name) for name in self._editors))
        self._hide_what_the_kind_lacks(text)

    @property
    def text(self) -> str:
        """What stands in all editors, one after another."""
        return _BETWEEN.join(editor.toPlainText() for editor in self._editors.values())

    def show_text(self, text: str) -> None:
        """Show what `text` was before, without telling of an edit."""
        for editor, shown in zip(self._editors.values(), text.split(_BETWEEN), strict=True):
            editor.blockSignals(True)
            if isinstance(editor, LightTextEdit):
                editor.show_text(shown)
            else:
                editor.setPlainText(shown)
            editor.blockSignals(False)

    def put_cursor(self, place: int) -> None:
        """Put the cursor at `place` of the text."""
        for editor in self._editors.values():
            length = len(editor.toPlainText())
            if place <= length:
                put_cursor(editor, place)
                return
            place -= length + len(_BETWEEN)

    def typed(self, document: OfficialDocument) -> FrameText:
        """Return all parts around the body: those of the form as typed, the others as `document` has them."""
        typed = {name: editor.toPlainText() for name, editor in self._editors.items()}
        return replace(frame_text(document), **typed)

    def editor(self, name: str) -> Editor:
        """Return the editor of the part `name`."""
        return self._editors[name]

    def editors(self) -> dict[str, Editor]:
        """Return the editors of all parts by the names of the parts."""
        return dict(self._editors)

    def set_read_only(self, locked: bool) -> None:
        """Let the parts be read but not changed."""
        for editor in self._editors.values():
            editor.setReadOnly(locked)

    def add(self, name: str, title: str, editor: Editor, help_text: str = "", *, lines: int) -> None:
        """Add the part `name`, at least `lines` high; parts of four lines and more share the room that is left."""
        editor.setTabChangesFocus(True)
        editor.setMinimumHeight(editor.fontMetrics().lineSpacing() * lines + 18)
        editor.textChanged.connect(self.edited)
        self._editors[name] = editor
        self._rows[name] = FieldRow(title, editor, help_text=help_text)
        if lines < _GROWING:
            editor.setFixedHeight(editor.minimumHeight())
        self._layout.addWidget(self._rows[name], lines if lines >= _GROWING else 0)

    def _hide_what_the_kind_lacks(self, text: FrameText) -> None:
        if "addressees" in self._rows:
            self._rows["addressees"].setVisible(bool(text.addressees))


def head_form() -> FrameForm:
    """Return the form for what stands before the body."""
    form = FrameForm()
    form.add("subject", "Trích yếu", QPlainTextEdit(), lines=3)
    form.add("addressees", "Kính gửi", QPlainTextEdit(), "Mỗi dòng một nơi.", lines=2)
    form.add("legal_bases", "Căn cứ ban hành", QPlainTextEdit(), _LINE_EACH, lines=4)
    form.add("opening", "Đoạn mở đầu", LightTextEdit(), lines=4)
    return form


def end_form() -> FrameForm:
    """Return the form for what stands after the body."""
    form = FrameForm()
    form.add("closing", "Đoạn kết thúc", LightTextEdit(), "Dấu “./.” do chương trình đặt.", lines=4)
    form.add("recipients", "Nơi nhận", QPlainTextEdit(), f"{_LINE_EACH} Mục cuối thường là “Lưu: VT, …”.", lines=5)
    return form
