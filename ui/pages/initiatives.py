"""The page of the year's initiatives: who made them, how far each has come, and what it has served."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.initiatives import InitiativeState
from kimhoa_app.services import decisions, initiative_year, staff
from kimhoa_app.services.decisions import DecisionEntry
from kimhoa_app.services.initiative_likeness import KnownInitiatives
from kimhoa_app.services.initiative_year import InitiativeLine, InitiativeYear
from kimhoa_app.services.initiatives import InitiativeEntry
from kimhoa_app.services.workspace import Workspace
from ui.dialogs.base import FormDialog
from ui.pages.base import Page, Showcase
from ui.pages.initiative_parts.actions import KIND, InitiativeActions
from ui.pages.initiative_parts.card import InitiativeCard
from ui.pages.initiative_parts.columns import COLUMNS, LESS_NEEDED
from ui.pages.staff_parts.room import share_room
from ui.widgets.buttons import danger_button, plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_combo import Choice
from ui.widgets.search_edit import SearchEdit

_DONE = (InitiativeState.RECOGNISED, InitiativeState.USED)


@dataclass(frozen=True, slots=True)
class InitiativesFound:
    """The year with what its dialogs offer: people and decisions."""

    year: InitiativeYear
    people: tuple[Choice[int], ...]
    decisions: tuple[DecisionEntry, ...]


class InitiativesPage(Page):
    """The initiatives of the year and the topics registered for it, with the card of the one that is chosen."""

    reads = frozenset({KIND, "people", "units", "registrations", "meetings", "awards"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = InitiativesFound(InitiativeYear(0, (), KnownInitiatives((), 0)), (), ())
        self._wanted: int | None = None
        self.act = InitiativeActions(self)
        self.table: DataTable[InitiativeLine] = DataTable(
            "initiatives", COLUMNS, key=_key, empty="Năm này chưa ghi sáng kiến nào.", keeps_one=True
        )
        self.table.setAccessibleName("Sáng kiến")
        self.search = SearchEdit("Tìm sáng kiến, tác giả…")
        self._recognise = plain_button("Ghi quyết định công nhận", self.act.recognise, icon="check")
        self._wider = plain_button("Công nhận rộng hơn", self.act.widen)
        self._use = plain_button("Ghi lần dùng", self.act.note_use)
        self.card = InitiativeCard(self._wider, self._use)
        self._change = plain_button("Sửa", self.act.change_selected, icon="edit")
        self._delete = danger_button("Xóa", self.act.delete, icon="delete")
        self._add = primary_button("Ghi sáng kiến", self.act.record, icon="add")
        council = plain_button(
            "Hội đồng sáng kiến", lambda: self.context.navigate("hoi-dong-sang-kien"), icon="council"
        )
        self._export = plain_button("Xuất Excel", self.act.export, icon="export")
        self._import = plain_button("Nhập từ Excel", self.act.bring_in, icon="import")
        self.offer(self._import, self._export, council, self._add)
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
            "ghi": self.act.record,
            "nhap": self.act.bring_in,
            "sua": self._show_change,
            "cong-nhan": self._show_recognition,
            "lan-dung": self.act.note_use,
            "rong-hon": self.act.widen,
        }

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        share_room(self.width(), self.table, LESS_NEEDED, self.card)

    def chosen(self) -> list[InitiativeEntry]:
        """Return the selected initiatives; topics of which none was recorded are left out."""
        return [line.entry for line in self.table.selected() if line.entry is not None]

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
        self.table.opened.connect(self.act.change_one)
        self.table.chosen.connect(self._follow_selection)
        self.card.use_dropped.connect(self.act.drop_use)
        self.card.correction_asked.connect(self.act.correct)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.act.delete)
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.act.record)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def _show(self, found: InitiativesFound) -> None:
        self.found = found
        lines = found.year.lines
        for button in (self._add, self._export, self._import):
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
                ("Ghi sáng kiến", self.act.record),
                ("Nhập từ Excel", self.act.bring_in),
            )
        )

    def _follow_selection(self) -> None:
        lines, entries = self.table.selected(), self.chosen()
        one = lines[0] if len(lines) == 1 else None
        self._change.setText("Ghi từ đăng ký" if one is not None and one.entry is None else "Sửa")
        self._change.setEnabled(one is not None)
        self._recognise.setEnabled(bool(entries))
        self._delete.setEnabled(bool(entries))
        self._use.setEnabled(len(entries) == 1)
        self._wider.setEnabled(len(entries) == 1 and entries[0].decision is not None)
        self.card.show_lines(self.context, lines)

    def _show_change(self) -> FormDialog | None:
        lines = [line for line in self.table.shown() if line.entry is not None]
        return (
            self.act.change_one(max(lines, key=lambda line: len(line.entry.authors if line.entry else ())))
            if lines
            else None
        )

    def _show_recognition(self) -> FormDialog | None:
        self.table.select_where(lambda line: line.entry is not None and line.entry.decision is None)
        return self.act.recognise()


def _read(workspace: Workspace, year: int) -> InitiativesFound:
    people = staff.list_people(workspace, include_gone=True)
    return InitiativesFound(
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
