"""Quy tắc: every setting with the ground of its default, changed in place."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.settings import SettingKind
from kimhoa_app.services import settings
from kimhoa_app.services.settings import SettingNow
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.pages.base import Page
from ui.pages.settings_parts.part import Part, SettingsView
from ui.theme import State
from ui.widgets.buttons import link_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import label

NARROWEST: Final = 170
WIDEST: Final = 356
STATE_WIDTH: Final = 206
YES_NO: Final = {"true": "Có", "false": "Không"}


class RulesPart(Part):
    """The settings by group."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.rows: dict[str, RuleRow] = {}

    @override
    def show_view(self, view: SettingsView) -> None:
        if not self.rows:
            self._make_rows(view)
        for entry in view.settings:
            self.rows[entry.setting.key].show_entry(entry)

    def show_error(self, error: InvalidInput) -> bool:
        """Show `error` at its setting; False when there is none of that name."""
        row = self.rows.get(error.field)
        if row is not None:
            row.show_error(error.message)
        return row is not None

    def set(self, entry: SettingNow, text: str) -> None:
        """Let `text` hold for the setting from now on."""
        self.page.change(
            lambda workspace: settings.change_setting(workspace, entry.setting.key, text),
            "settings",
            said="Đã lưu quy tắc.",
            undo=self._back_to(entry),
        )

    def restore(self, entry: SettingNow) -> None:
        """Let the default of the setting hold again."""
        self.page.change(
            lambda workspace: settings.restore_default(workspace, entry.setting.key),
            "settings",
            said="Đã về giá trị mặc định.",
            undo=self._back_to(entry),
        )

    def _back_to(self, entry: SettingNow) -> Callable[[], None]:
        def work(workspace: Workspace) -> None:
            if entry.is_changed:
                settings.change_setting(workspace, entry.setting.key, entry.current)
            else:
                settings.restore_default(workspace, entry.setting.key)

        return lambda: self.page.change(work, "settings")

    def _make_rows(self, view: SettingsView) -> None:
        cards: dict[str, Card] = {}
        for entry in view.settings:
            group = entry.setting.group
            if group not in cards:
                cards[group] = Card(group)
                self.body.addWidget(cards[group])
            row = RuleRow(entry, self.set, self.restore)
            self.rows[entry.setting.key] = row
            cards[group].body.addWidget(row)
        self.body.addStretch(1)


class RuleRow(QFrame):
    """One setting: its name over its ground, the editor over what is wrong with it, and how certain it is."""

    def __init__(
        self,
        entry: SettingNow,
        save: Callable[[SettingNow, str], None],
        restore: Callable[[SettingNow], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entry = entry
        self._save = save
        self.editor = _editor_of(entry)
        self.editor.setMinimumWidth(NARROWEST)
        self.editor.setMaximumWidth(WIDEST)
        self.editor.setAccessibleName(entry.setting.label)
        self._error = label("", "error", wrap=True)
        self._chip = Chip()
        self.confirm = link_button("Xác nhận", lambda: save(self._entry, self._entry.current))
        self.confirm.setToolTip("Đã đối chiếu với quy định của tỉnh, của Hội đồng: giá trị này đúng")
        self.restore = link_button("Về mặc định", lambda: restore(self._entry))
        self._lay_out_row()
        if isinstance(self.editor, QComboBox):
            self.editor.activated.connect(lambda _place: self._leave_editor())
        else:
            self.editor.editingFinished.connect(self._leave_editor)
        self._show(entry)

    @property
    def error(self) -> str:
        """What is wrong with what was typed, empty when nothing is."""
        return self._error.text()

    def show_entry(self, entry: SettingNow) -> None:
        """Show what holds now; what is being typed stays as long as nothing else was saved."""
        if entry != self._entry:
            self._show(entry)

    def show_error(self, sentence: str) -> None:
        """Show under the editor what is wrong."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        theme.set_look(self.editor, "", state="wrong" if sentence else "")

    def typed(self) -> str:
        """Return what stands in the editor, as a setting is typed."""
        return str(self.editor.currentData()) if isinstance(self.editor, QComboBox) else self.editor.text().strip()

    def _show(self, entry: SettingNow) -> None:
        self._entry = entry
        self.show_error("")
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(self.editor.findData(entry.current))
        else:
            self.editor.setText(entry.current)
            self.editor.setCursorPosition(0)
        unsure = not entry.setting.certain and not entry.is_changed
        self._chip.show_state("chưa xác nhận" if unsure else "", State.ATTENTION)
        self.confirm.setVisible(unsure)
        self.restore.setVisible(entry.is_changed)
        usual = entry.setting.shown(entry.setting.default) or "để trống"
        self.restore.setToolTip(f"Mặc định: {usual}")

    def _leave_editor(self) -> None:
        typed = self.typed()
        if typed == self._entry.current:
            self.show_error("")
        else:
            self._save(self._entry, typed)

    def _lay_out_row(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self._entry.setting.label, wrap=True))
        words.addWidget(label(f"Căn cứ: {self._entry.setting.ground}", "small", wrap=True))
        words.addStretch(1)
        value = QVBoxLayout()
        value.setSpacing(2)
        self._error.setMaximumWidth(WIDEST)
        value.addWidget(self.editor)
        value.addWidget(self._error)
        value.addStretch(1)
        standing = QWidget()
        standing.setFixedWidth(STATE_WIDTH)
        state = QHBoxLayout(standing)
        state.setContentsMargins(0, 4, 0, 0)
        state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for widget in (self._chip, self.confirm, self.restore):
            state.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        row.addLayout(words, 5)
        row.addLayout(value, 4)
        row.addWidget(standing)


class _CalmCombo(QComboBox):
    """A list that the wheel does not change while the page is scrolled."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _editor_of(entry: SettingNow) -> QComboBox | QLineEdit:
    setting = entry.setting
    if setting.kind not in (SettingKind.CHOICE, SettingKind.BOOLEAN):
        return QLineEdit()
    combo = _CalmCombo()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for code, name in (setting.choices or YES_NO).items():
        combo.addItem(name, code)
        combo.setItemData(combo.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
    return combo
