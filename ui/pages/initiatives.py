"""The page of the year's initiatives: who made them, and which a decision has recognised."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services import bin as bins
from kimhoa_app.services import decisions, initiatives, staff
from kimhoa_app.services.decisions import DecisionEntry
from kimhoa_app.services.initiatives import InitiativeEntry
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.numbers import percent
from ui.dialogs.base import FormDialog
from ui.dialogs.decision_fields import decision_text
from ui.dialogs.initiative import SCOPES, initiative_dialog, recognition_dialog
from ui.models.records import Column
from ui.pages.base import Page, Showcase
from ui.theme import State
from ui.widgets.buttons import danger_button, plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_combo import Choice
from ui.widgets.search_edit import SearchEdit

KIND = "initiatives"

COLUMNS = (
    Column[InitiativeEntry]("Tên sáng kiến", lambda entry: entry.initiative.name, stretch=True, is_name=True),
    Column[InitiativeEntry]("Tác giả", lambda entry: _authors(entry), stretch=True),
    Column[InitiativeEntry]("Lĩnh vực", lambda entry: entry.initiative.field_of_work),
    Column[InitiativeEntry]("Phạm vi", lambda entry: SCOPES[entry.initiative.scope]),
    Column[InitiativeEntry]("Quyết định công nhận", lambda entry: _recognition(entry),
                            lambda entry: entry.decision and entry.decision.decided_on,
                            chip=lambda entry: State.ATTENTION if entry.decision is None else None),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class InitiativeYear:
    """The initiatives of a year with what their dialogs offer."""

    entries: tuple[InitiativeEntry, ...]
    people: tuple[Choice[int], ...]
    decisions: tuple[DecisionEntry, ...]


class InitiativesPage(Page):
    """The initiatives of the year."""

    reads = frozenset({KIND, "people", "units"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = InitiativeYear((), (), ())
        self._wanted: int | None = None
        self.table: DataTable[InitiativeEntry] = DataTable(
            "initiatives",
            COLUMNS,
            key=lambda entry: entry.id,
            empty="Năm này chưa ghi sáng kiến nào.",
            keeps_one=True,
        )
        self.table.setAccessibleName("Sáng kiến")
        self.search = SearchEdit("Tìm sáng kiến, tác giả…")
        self._recognise = plain_button("Ghi quyết định công nhận", self.recognise, icon="check")
        self._change = plain_button("Sửa", self._change_selected, icon="edit")
        self._delete = danger_button("Xóa", self.delete, icon="delete")
        self._add = primary_button("Ghi sáng kiến", self.record, icon="add")
        self.offer(self._add)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        year = self.context.year
        self.read(lambda workspace: _read(workspace, year), self._show)

    @override
    def focus_on(self, **args: object) -> None:
        wanted = args.get("initiative_id")
        self._wanted = wanted if isinstance(wanted, int) else None

    @override
    def showcase(self) -> Showcase:
        return {"ghi": self.record, "sua": self._show_change, "cong-nhan": self._show_recognition}

    def record(self) -> FormDialog:
        """Open the dialog that records an initiative."""
        return self._open("Đã ghi sáng kiến.")

    def change_one(self, entry: InitiativeEntry) -> FormDialog:
        """Open the dialog that changes an initiative."""
        return self._open("Đã sửa sáng kiến.", entry)

    def recognise(self) -> FormDialog | None:
        """Open the dialog that records the decision recognising the selected initiatives; None without any."""
        entries = self.table.selected()
        if not entries:
            return None
        context, before = self.context, {entry.id: entry.initiative.decision_id for entry in entries}

        def undo() -> None:
            self.change(
                lambda workspace: initiatives.set_decisions(workspace, before), KIND, said="Đã bỏ quyết định vừa ghi."
            )

        said = partial(self._tell, f"Đã ghi quyết định cho {len(entries)} sáng kiến.", undo)
        dialog = recognition_dialog(
            context.workspace, context.runner, context.year, entries, self._found.decisions, said, self
        )
        dialog.open()
        return dialog

    def delete(self) -> None:
        """Put the selected initiatives into the bin, with a way back."""
        entries = self.table.selected()
        if not entries:
            return
        ids = [entry.id for entry in entries]
        said = f"Đã xóa “{entries[0].initiative.name}”." if len(ids) == 1 else f"Đã xóa {len(ids)} sáng kiến."
        self.change(
            lambda workspace: initiatives.delete_initiatives(workspace, *ids),
            KIND,
            said=said,
            undo=partial(self._bring_back, ids),
        )

    def _open(self, said: str, entry: InitiativeEntry | None = None) -> FormDialog:
        context = self.context
        done = partial(self._tell, said, None)
        dialog = initiative_dialog(
            context.workspace, context.runner, context.year, self._found.people, done, self, entry
        )
        dialog.open()
        return dialog

    def _tell(self, said: str, undo: object, _result: object) -> None:
        self.context.notify(said, undo if callable(undo) else None)
        self.context.announce(KIND)

    def _bring_back(self, ids: Sequence[int]) -> None:
        self.change(
            lambda workspace: bins.restore(workspace, "initiative", *ids), KIND, said="Đã đưa sáng kiến trở lại."
        )

    def _arrange(self) -> None:
        card = Card("Danh sách sáng kiến")
        self.search.setMaximumWidth(260)
        card.add_to_head(self.search)
        card.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        for button in (self._recognise, self._change, self._delete):
            foot.addWidget(button)
        foot.addStretch(1)
        card.body.addLayout(foot)
        self.body.addWidget(card, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.table.filter)
        self.table.opened.connect(self.change_one)
        self.table.chosen.connect(self._follow_selection)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete)
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.record)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def _show(self, found: InitiativeYear) -> None:
        self._found = found
        year, total = self.context.year, len(found.entries)
        waiting = sum(entry.decision is None for entry in found.entries)
        self._add.setVisible(bool(total))
        if not total:
            self.say(f"Năm {year} chưa có sáng kiến nào")
            self.show_empty(
                EmptyState(
                    "initiative",
                    "Ghi sáng kiến khi tác giả nộp, chưa cần chờ công nhận",
                    "Sáng kiến được công nhận là căn cứ xét Chiến sĩ thi đua; ghi một lần ở đây, đăng ký và biên bản "
                    "họp lấy lại tên từ đây.",
                    ("Ghi sáng kiến", self.record),
                )
            )
            return
        self.show_empty(None)
        known = f"{total - waiting} đã được công nhận, còn {waiting} chờ" if waiting else "tất cả đã được công nhận"
        self.say(f"Năm {year} có {total} sáng kiến, {known}", "Tác giả, tỷ lệ đóng góp và quyết định công nhận")
        self.table.show_rows(found.entries)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.table.select_where(lambda entry: entry.id == wanted)
        self._follow_selection()

    def _follow_selection(self) -> None:
        count = len(self.table.selected())
        self._change.setEnabled(count == 1)
        self._recognise.setEnabled(bool(count))
        self._delete.setEnabled(bool(count))

    def _change_selected(self) -> None:
        current = self.table.current()
        if current is not None:
            self.change_one(current)

    def _show_change(self) -> FormDialog | None:
        entries = self.table.shown()
        return self.change_one(max(entries, key=lambda entry: len(entry.authors))) if entries else None

    def _show_recognition(self) -> FormDialog | None:
        self.table.select_where(lambda entry: entry.decision is None)
        return self.recognise()


def _read(workspace: Workspace, year: int) -> InitiativeYear:
    people = staff.list_people(workspace, include_gone=True)
    return InitiativeYear(
        tuple(initiatives.list_initiatives(workspace, year)),
        tuple(Choice(person.id, person.full_name, person.unit_name) for person in people),
        tuple(decisions.list_decisions(workspace, year)),
    )


def _authors(entry: InitiativeEntry) -> str:
    if len(entry.authors) == 1:
        return entry.authors[0].full_name
    return ", ".join(f"{author.full_name} {percent(author.share)}" for author in entry.authors)


def _recognition(entry: InitiativeEntry) -> str:
    return "chưa công nhận" if entry.decision is None else decision_text(entry.decision)
