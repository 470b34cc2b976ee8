"""The page of the year's initiatives: who made them, how far each has come, and what it has served."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.initiatives import InitiativeState, InitiativeUse, Scope
from kimhoa_app.services import bin as bins
from kimhoa_app.services import decisions, documents, eligibility_decisions, initiative_year, initiatives, staff
from kimhoa_app.services.decisions import DecisionEntry
from kimhoa_app.services.initiative_likeness import KnownInitiatives
from kimhoa_app.services.initiative_year import InitiativeLine, InitiativeYear
from kimhoa_app.services.initiatives import InitiativeEntry
from kimhoa_app.services.workspace import Workspace
from ui.dialogs.base import FormDialog
from ui.dialogs.initiative import initiative_dialog, recognition_dialog, use_dialog, wider_dialog
from ui.pages.base import Page, Showcase
from ui.pages.exporting import Paper, save_paper
from ui.pages.initiative_parts.card import InitiativeCard
from ui.pages.initiative_parts.columns import COLUMNS, LESS_NEEDED
from ui.pages.staff_parts.room import share_room
from ui.widgets.buttons import danger_button, plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_combo import Choice
from ui.widgets.search_edit import SearchEdit

KIND = "initiatives"
LIST = "danh-sach-sang-kien"
_DONE = (InitiativeState.RECOGNISED, InitiativeState.USED)


@dataclass(frozen=True, slots=True)
class _Read:
    year: InitiativeYear
    people: tuple[Choice[int], ...]
    decisions: tuple[DecisionEntry, ...]


class InitiativesPage(Page):
    """The initiatives of the year and the topics registered for it, with the card of the one that is chosen."""

    reads = frozenset({KIND, "people", "units", "registrations", "meetings", "awards"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = _Read(InitiativeYear(0, (), KnownInitiatives((), 0)), (), ())
        self._wanted: int | None = None
        self.table: DataTable[InitiativeLine] = DataTable(
            "initiatives", COLUMNS, key=_key, empty="Năm này chưa ghi sáng kiến nào.", keeps_one=True
        )
        self.table.setAccessibleName("Sáng kiến")
        self.search = SearchEdit("Tìm sáng kiến, tác giả…")
        self._recognise = plain_button("Ghi quyết định công nhận", self.recognise, icon="check")
        self._wider = plain_button("Công nhận rộng hơn", self.widen)
        self._use = plain_button("Ghi lần dùng", self.note_use)
        self.card = InitiativeCard(self._wider, self._use)
        self._change = plain_button("Sửa", self._change_selected, icon="edit")
        self._delete = danger_button("Xóa", self.delete, icon="delete")
        self._add = primary_button("Ghi sáng kiến", self.record, icon="add")
        council = plain_button(
            "Hội đồng sáng kiến", lambda: self.context.navigate("hoi-dong-sang-kien"), icon="council"
        )
        self._export = plain_button("Xuất Excel", self.export, icon="export")
        self.offer(self._export, council, self._add)
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
        return {
            "ghi": self.record,
            "sua": self._show_change,
            "cong-nhan": self._show_recognition,
            "lan-dung": self.note_use,
            "rong-hon": self.widen,
        }

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        share_room(self.width(), self.table, LESS_NEEDED, self.card)

    def record(self) -> FormDialog:
        """Open the dialog that records an initiative."""
        return self._open("Đã ghi sáng kiến.")

    def change_one(self, line: InitiativeLine) -> FormDialog:
        """Open the dialog that changes an initiative, or that records the one of a registered topic."""
        return self._open("Đã ghi sáng kiến." if line.entry is None else "Đã sửa sáng kiến.", line)

    def recognise(self) -> FormDialog | None:
        """Open the dialog that records the decision recognising the selected initiatives; None without any."""
        entries = self._chosen()
        if not entries:
            return None
        before = {entry.id: entry.initiative.decision_id for entry in entries}

        def undo() -> None:
            self.change(
                lambda workspace: initiatives.set_decisions(workspace, before), KIND, said="Đã bỏ quyết định vừa ghi."
            )

        said = partial(self._tell, f"Đã ghi quyết định cho {len(entries)} sáng kiến.", undo)
        met_on = self._found.year.met_on
        return self._ask(recognition_dialog(self.context, entries, self._found.decisions, said, self, met_on=met_on))

    def widen(self) -> FormDialog | None:
        """Open the dialog that records what recognises a wider scope of the selected initiative; None without one."""
        entries = self._chosen()
        if len(entries) != 1:
            return None
        entry = entries[0]
        scope, decision = Scope(entry.initiative.scope), entry.initiative.wider_decision_id

        def undo() -> None:
            self.change(
                lambda workspace: initiatives.set_scope(workspace, entry.id, scope, decision), KIND,
                said="Đã bỏ phạm vi vừa ghi.",
            )  # fmt: skip

        said = partial(self._tell, "Đã ghi phạm vi rộng hơn của sáng kiến.", undo)
        return self._ask(wider_dialog(self.context, entry, said, self, met_on=self._found.year.met_on))

    def note_use(self) -> FormDialog | None:
        """Open the dialog that notes what the selected initiative has served; None without one."""
        entries = self._chosen()
        if len(entries) != 1:
            return None

        def done(use_id: object) -> None:
            self._tell("Đã ghi lần dùng sáng kiến.", partial(self._drop, use_id, "Đã bỏ lần dùng vừa ghi."), use_id)

        return self._ask(use_dialog(self.context, entries[0], done, self))

    def delete(self) -> None:
        """Put the selected initiatives into the bin, with a way back."""
        entries = self._chosen()
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

    def export(self) -> None:
        """Write the year's list as a workbook."""
        year = self.context.year
        paper = Paper(lambda workspace: documents.draft(workspace, LIST, year, {}), f"Danh sách sáng kiến {year}")
        save_paper(self, paper, ".xlsx")

    def _ask(self, dialog: FormDialog) -> FormDialog:
        dialog.open()
        return dialog

    def _open(self, said: str, line: InitiativeLine | None = None) -> FormDialog:
        done = partial(self._tell, said, None)
        entry, topic = (None, None) if line is None else (line.entry, line.topic)
        found = self._found
        return self._ask(
            initiative_dialog(self.context, found.people, found.year.known, done, self, entry=entry, topic=topic)
        )

    def _tell(self, said: str, undo: object, _result: object) -> None:
        self.context.notify(said, undo if callable(undo) else None)
        self.context.announce(KIND)

    def _drop(self, use_id: object, said: str) -> None:
        number = use_id.use_id if isinstance(use_id, InitiativeUse) else use_id
        assert isinstance(number, int)
        self.change(lambda workspace: eligibility_decisions.take_back_use(workspace, number), KIND, said=said)

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
        halves = QHBoxLayout()
        halves.addWidget(card, 1)
        halves.addWidget(self.card)
        self.body.addLayout(halves, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.table.filter)
        self.table.opened.connect(self.change_one)
        self.table.chosen.connect(self._follow_selection)
        self.card.use_dropped.connect(lambda use: self._drop(use, "Đã bỏ lần dùng sáng kiến."))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete)
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.record)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def _show(self, found: _Read) -> None:
        self._found = found
        lines = found.year.lines
        for button in (self._add, self._export):
            button.setVisible(bool(lines))
        if not lines:
            self._show_nothing()
            return
        self.show_empty(None)
        self.say(_sentence(found.year), _line(found.year))
        self.table.show_rows(lines)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.table.select_where(lambda line: line.entry is not None and line.entry.id == wanted)
        self._follow_selection()

    def _show_nothing(self) -> None:
        self.say(f"Năm {self.context.year} chưa có sáng kiến nào")
        self.show_empty(
            EmptyState(
                "initiative",
                "Ghi sáng kiến khi tác giả nộp, chưa cần chờ công nhận",
                "Sáng kiến được công nhận là căn cứ xét Chiến sĩ thi đua; ghi một lần ở đây, đăng ký và biên bản "
                "họp lấy lại tên từ đây.",
                ("Ghi sáng kiến", self.record),
            )
        )

    def _chosen(self) -> list[InitiativeEntry]:
        return [line.entry for line in self.table.selected() if line.entry is not None]

    def _follow_selection(self) -> None:
        lines, entries = self.table.selected(), self._chosen()
        one = lines[0] if len(lines) == 1 else None
        self._change.setText("Ghi từ đăng ký" if one is not None and one.entry is None else "Sửa")
        self._change.setEnabled(one is not None)
        self._recognise.setEnabled(bool(entries))
        self._delete.setEnabled(bool(entries))
        self._use.setEnabled(len(entries) == 1)
        self._wider.setEnabled(len(entries) == 1 and entries[0].decision is not None)
        self.card.show_lines(lines)

    def _change_selected(self) -> None:
        current = self.table.current()
        if current is not None:
            self.change_one(current)

    def _show_change(self) -> FormDialog | None:
        lines = [line for line in self.table.shown() if line.entry is not None]
        return (
            self.change_one(max(lines, key=lambda line: len(line.entry.authors if line.entry else ())))
            if lines
            else None
        )

    def _show_recognition(self) -> FormDialog | None:
        self.table.select_where(lambda line: line.entry is not None and line.entry.decision is None)
        return self.recognise()


def _read(workspace: Workspace, year: int) -> _Read:
    people = staff.list_people(workspace, include_gone=True)
    return _Read(
        initiative_year.initiative_year(workspace, year),
        tuple(Choice(person.id, person.full_name, person.unit_name) for person in people),
        tuple(decisions.list_decisions(workspace, year)),
    )


def _key(line: InitiativeLine) -> tuple[bool, int]:
    return line.entry is None, line.entry.id if line.entry else (line.topic.registration_id if line.topic else 0)


def _sentence(year: InitiativeYear) -> str:
    total, done = len(year.entries), year.count(*_DONE)
    if not total:
        return f"Năm {year.year} có {len(year.lines)} đề tài đăng ký, chưa sáng kiến nào nộp"
    known = "tất cả đã được công nhận" if done == total else f"{done} đã được công nhận, còn {total - done} chờ"
    return f"Năm {year.year} có {total} sáng kiến, {known}"


def _line(year: InitiativeYear) -> str:
    counts = (
        (year.count(InitiativeState.REGISTERED), "đã đăng ký, chưa nộp"),
        (year.count(InitiativeState.SUBMITTED), "chờ đưa ra Hội đồng"),
        (year.count(InitiativeState.PASSED), "chờ quyết định"),
        (year.count(InitiativeState.REFUSED), "không được thông qua"),
        (sum(line.alike is not None for line in year.lines), "giống sáng kiến khác"),
    )
    told = [f"{count} {words}" for count, words in counts if count]
    return " · ".join(told) or "Tác giả, tỷ lệ đóng góp và quyết định công nhận"
