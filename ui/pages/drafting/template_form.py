"""The few fields of a template as a form: an editor for each kind of field, filled with what is already known."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kimhoa_app.documents.templating import FieldKind, FieldScope, Template, TemplateField
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.text.dates import list_date
from ui.widgets.date_edit import DateEdit
from ui.widgets.editors import read_editor, show_in_editor
from ui.widgets.form import Form

MEETING: Final = "meeting_id"
_ASKED_ONCE: Final = "Dùng chung cho mọi văn bản; sửa ở đây hoặc ở Cài đặt."
_YES: Final = ("có", "true", "1", "yes")
_LONG_HEIGHT: Final = 84


class TemplateForm(QWidget):
    """The form of the template shown last; `edited` says that something was typed, `meeting_chosen` which meeting."""

    edited = Signal()
    meeting_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self.form = Form()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 4, 0)
        self._layout.addWidget(self.form)
        self._layout.addStretch(1)

    def show_template(
        self,
        template: Template,
        defaults: Mapping[str, str],
        meetings: Sequence[MeetingRecord] = (),
        meeting_id: int | None = None,
    ) -> None:
        """Show the fields of `template` holding `defaults`, and the choice of a meeting where `meetings` are given."""
        self.clear()
        self._keys = tuple(field.key for field in template.fields)
        if meetings:
            self._add_meetings(meetings, meeting_id)
        for field in template.fields:
            editor = _editor(field)
            self.form.add(field.key, field.label, editor, required=field.required, help_text=_help(field))
            _fill(editor, defaults.get(field.key, ""))
            _changed_signal(editor).connect(self._tell)

    def clear(self) -> None:
        """Show no fields."""
        self._layout.removeWidget(self.form)
        self.form.hide()
        self.form.deleteLater()
        self.form = Form()
        self._keys = ()
        self._layout.insertWidget(0, self.form)

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed, by field, or None while something in it cannot be read; marks nothing."""
        try:
            return {key: read_editor(self.form.field(key).editor) for key in self._keys}
        except ValueError:
            return None

    def values(self) -> dict[str, Any]:
        """Return what is typed, by field; marks what is missing or unreadable and raises InvalidInput for the first."""
        values = self.form.values()
        return {key: values[key] for key in self._keys}

    def _add_meetings(self, meetings: Sequence[MeetingRecord], meeting_id: int | None) -> None:
        choice = QComboBox()
        for meeting in meetings:
            choice.addItem(f"Họp ngày {list_date(meeting.held_on)}, {meeting.starts_at}", meeting.meeting_id)
        show_in_editor(choice, meeting_id)
        self.form.add(MEETING, "Cuộc họp", choice, required=True)
        choice.activated.connect(lambda place: self.meeting_chosen.emit(choice.itemData(place)))

    def _tell(self, *_args: object) -> None:
        self.edited.emit()


def _help(field: TemplateField) -> str:
    once = _ASKED_ONCE if field.scope is FieldScope.OFFICE else ""
    return " ".join(part for part in (field.help, once) if part)


def _editor(field: TemplateField) -> QWidget:
    match field.kind:
        case FieldKind.DATE:
            return DateEdit()
        case FieldKind.LONG_TEXT:
            long = QPlainTextEdit()
            long.setTabChangesFocus(True)
            long.setFixedHeight(_LONG_HEIGHT)
            return long
        case FieldKind.CHOICE:
            choice = QComboBox()
            for each in field.choices:
                choice.addItem(each, each)
            return choice
        case FieldKind.BOOLEAN:
            return QCheckBox("Có")
        case _:
            return QLineEdit()


def _fill(editor: QWidget, text: str) -> None:
    if isinstance(editor, QCheckBox):
        editor.setChecked(text.casefold() in _YES)
    elif isinstance(editor, DateEdit):
        editor.setText(text)
    else:
        show_in_editor(editor, text)


def _changed_signal(editor: QWidget) -> Any:
    if isinstance(editor, QCheckBox):
        return editor.toggled
    if isinstance(editor, QComboBox):
        return editor.currentIndexChanged
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    return editor.textChanged
