"""The form dialog: one form, saved off the UI thread, with what is refused shown at its field."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from ui import theme
from ui.background import Runner
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.form import Form
from ui.widgets.labels import label


def size_within(dialog: QDialog, width: int, height: int) -> None:
    """Give `dialog` its usual size, or as much of it as the window under it has room for."""
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - 2 * theme.PAGE_MARGIN), min(height, room.height() - theme.PAGE_MARGIN))


class FormDialog(QDialog):
    """A form with "Lưu" and "Hủy"; add fields to `form`, then `open()`.

    Enter saves, Esc leaves. `save` gets the values by field and runs on the runner; its result goes to `done` after the
    dialog has closed. A refused value is shown at its field, any other mendable failure above the form.
    """

    def __init__(
        self,
        runner: Runner,
        heading: str,
        save: Callable[[dict[str, Any]], Any],
        done: Callable[[Any], object],
        *,
        explain: str = "",
        save_text: str = "Lưu",
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._runner = runner
        self._save = save
        self._done = done
        self._saving = False
        self.form = Form(columns=columns)
        self.banner = Banner()
        self.save_button = primary_button(save_text, self.save)
        self.save_button.setDefault(True)
        self._cancel_button = plain_button("Hủy", self.reject)
        self._lay_out(heading, explain)
        self.setMinimumWidth(440 if columns == 1 else 640)

    def save(self) -> None:
        """Read the form and save it; the dialog stays open, with what is wrong marked, until it is saved."""
        self.banner.clear()
        try:
            values = self.form.values()
        except InvalidInput:
            return  # the form has marked the fields
        self._set_saving(True)
        self._runner.submit(
            lambda: self._save(values), done=self._finish, failed=self._refuse, settled=lambda: self._set_saving(False)
        )

    @override
    def reject(self) -> None:
        if not self._saving:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._saving:
            event.ignore()
        else:
            super().closeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self.form.focus_first()

    def _lay_out(self, heading: str, explain: str) -> None:
        inner = QFrame()
        inner.setProperty("look", "plain")
        content = QVBoxLayout(inner)
        content.setContentsMargins(0, 0, 4, 0)
        content.addWidget(self.form)
        content.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label(heading, "heading", wrap=True))
        if explain:
            layout.addWidget(label(explain, "muted", wrap=True))
        layout.addWidget(self.banner)
        layout.addWidget(scroll, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel_button)
        buttons.addWidget(self.save_button)
        layout.addLayout(buttons)
        self._content = inner

    def _fit(self) -> None:
        """Take the height that the form asks for, within the screen."""
        room = self.screen().availableGeometry()
        wanted = self._content.sizeHint().height() + self._layout.sizeHint().height() - 60
        self.resize(min(self.minimumWidth(), room.width()), min(wanted, room.height() - 80))

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.save_button.setEnabled(not saving)
        self.form.setEnabled(not saving)

    def _finish(self, result: object) -> None:
        self.accept()
        self._done(result)

    def _refuse(self, error: KimHoaError) -> None:
        if not (isinstance(error, InvalidInput) and self.form.show_error(error)):
            self.banner.say(error.message)
