"""The page of the year's registrations: who has registered for what, who is missing, and the list that goes upward."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QTabBar, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.registration_fates import Fate
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationLine, RegistrationRound
from kimhoa_app.services import exports, registrations
from kimhoa_app.services.eligibility import AnyResult, Assessment, assess_year
from kimhoa_app.services.imports import ImportOutcome, undo_import
from kimhoa_app.services.registration_deadline import ProposedRound
from kimhoa_app.services.registration_fates import take_back_refusal, year_fates
from kimhoa_app.services.registration_history import registration_history
from kimhoa_app.services.registrations import Registered
from kimhoa_app.text.dates import list_date
from ui import theme
from ui.dialogs.base import FormDialog
from ui.dialogs.registration import RegisterDialog, change_dialog
from ui.dialogs.registration_fates import FatesDialog
from ui.dialogs.registration_households import households_dialog
from ui.dialogs.registration_import import RegistrationImportDialog
from ui.dialogs.registration_refusal import refusal_dialog
from ui.dialogs.registration_round import change_round_dialog, open_round_dialog
from ui.pages.base import Page, Showcase
from ui.pages.eligibility_parts.actions import EligibilityActions
from ui.pages.eligibility_parts.conditions_card import ConditionsCard
from ui.pages.eligibility_parts.view import EligibilityView
from ui.pages.eligibility_parts.words import regime_line, sentence
from ui.pages.exporting import Paper, print_paper
from ui.pages.registration_cards import MissingCard, UnitProgressCard
from ui.pages.registration_detail import RegistrationDetailCard
from ui.pages.registration_list import RegistrationListCard
from ui.pages.registration_papers import save_outcomes, send_forms, send_upward
from ui.pages.registration_stats import RegistrationStats
from ui.pages.registration_year import RegistrationYear, Subject, read_year
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState

KIND = "registrations"
SIDE_WIDTH, NARROW_BELOW = 340, 920
ANY_WIDTH = 16_777_215  # what Qt takes for no limit


class RegistrationsPage(Page):
    """Who has registered for what this year, who is missing, and the list that goes upward."""

    reads = frozenset(
        {
            KIND,
            "people",
            "units",
            "initiatives",
            "settings",
            "documents",
            "ratings",
            "awards",
            "meetings",
            "eligibility",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year: RegistrationYear | None = None
        self._proposed: ProposedRound | None = None
        self._assessment: Assessment | None = None
        self._wanted: int | None = None
        self._empty_round: EmptyState | None = None
        self.stats = RegistrationStats()
        self.list = RegistrationListCard()
        self.missing = MissingCard()
        self.units = UnitProgressCard()
        self.detail = RegistrationDetailCard()
        self.side = QTabWidget()
        self._is_narrow = False
        actions = EligibilityActions(self)
        self.eligibility = EligibilityView(actions)
        self.conditions = ConditionsCard(actions)
        self.tabs = QTabBar()
        self._buttons = (
            plain_button("Ngày của đợt", self.change_days, icon="calendar"),
            plain_button("Gửi phiếu", lambda: send_forms(self), icon="send"),
            plain_button("Kết quả", self.show_fates),
            plain_button("In", self._print, icon="print"),
            primary_button("Gửi cấp trên…", self.send_upward, icon="export"),
        )
        self.offer(*self._buttons)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        year = self.context.year
        self.read(lambda workspace: (read_year(workspace, year), assess_year(workspace, year)), self._show_both)

    @override
    def focus_on(self, **args: object) -> None:
        if args.get("show") == "eligibility":
            self.tabs.setCurrentIndex(1)
        wanted = args.get("registration_id")
        self._wanted = wanted if isinstance(wanted, int) else None

    @override
    def showcase(self) -> Showcase:
        if self._year is None:
            return {"mo-dot": self.open_round, "dieu-kien": self.show_eligibility}
        return {
            "dang-ky": self.register, "sua": self._show_change, "ngay": self.change_days, "nhap": self.bring_in,
            "ho": self.register_households, "gui": self.send_upward,
            "chi-tiet": self._show_detail_tab, "dieu-kien": self.show_eligibility, **self.eligibility.showcase(),
        }  # fmt: skip

    def show_eligibility(self) -> None:
        """Show who meets the conditions."""
        self.tabs.setCurrentIndex(1)

    def open_round(self) -> FormDialog | None:
        """Open the dialog that opens the round of the year; None where it is open already."""
        if self._proposed is None:
            return None
        context = self.context
        dialog = open_round_dialog(
            context.workspace, context.runner, self._proposed.round, self._proposed.ground, self._say_opened, self
        )
        dialog.open()
        return dialog

    def change_days(self) -> FormDialog | None:
        """Open the dialog that changes the days of the round; None where there is no round."""
        if self._year is None:
            return None
        context = self.context
        dialog = change_round_dialog(context.workspace, context.runner, self._year.round, self._say_days, self)
        dialog.open()
        return dialog

    def register(self) -> RegisterDialog | None:
        """Open the dialog that registers, those picked who are selected among the missing."""
        if self._year is None:
            return None
        selected = self.missing.table.selected()
        chosen = [one for one in selected if one.kind is selected[0].kind]
        context = self.context
        dialog = RegisterDialog(
            context.workspace, context.runner, self._year, self._say_registered,
            chosen=chosen, assessment=self._assessment, parent=self,
        )  # fmt: skip
        dialog.households_asked.connect(self.register_households)
        dialog.open()
        return dialog

    def register_households(self) -> FormDialog | None:
        """Open the dialog that registers households; None where there is no round or no village."""
        shown, context = self._year, self.context
        if shown is None or not shown.villages:
            return None
        dialog = households_dialog(
            context.workspace, context.runner, shown.round.year, shown.villages, shown.usual_day,
            self._say_registered, self,
        )  # fmt: skip
        dialog.open()
        return dialog

    def send_upward(self) -> FormDialog | None:
        """Open the dialog that chooses what goes upward; None where there is no round."""
        return None if self._year is None else send_upward(self)

    def show_fates(self) -> None:
        """Read what became of every registration of the year and show it beside what was registered."""
        shown, context = self._year, self.context
        if shown is None:
            return
        year, office = shown.round.year, shown.office
        context.runner.submit(
            lambda: year_fates(context.workspace, year),
            done=lambda found: FatesDialog(found, office, partial(save_outcomes, self), self).open(),
            failed=self.fail,
        )

    def change_one(self, line: RegistrationLine) -> FormDialog | None:
        """Open the dialog that changes one registration."""
        if self._year is None:
            return None
        context = self.context
        said = partial(self._say_changed, line)
        dialog = change_dialog(context.workspace, context.runner, self._year, line, said, self)
        dialog.open()
        return dialog

    def bring_in(self) -> RegistrationImportDialog | None:
        """Open the dialog that brings in registrations from Excel; None where there is no round."""
        if self._year is None:
            return None
        context = self.context
        dialog = RegistrationImportDialog(context.workspace, context.runner, context.year, self._say_imported, self)
        dialog.open()
        return dialog

    def register_usual(self, subjects: Sequence[Subject]) -> None:
        """Register `subjects` at once, each for the title that is usual for it."""
        shown = self._year
        if shown is None:
            return
        drafts = [subject.draft(subject.usual_title, shown.usual_day) for subject in subjects]
        year = shown.round.year
        self.change(
            lambda workspace: registrations.register_all(workspace, year, drafts), KIND, done=self._tell_registered
        )

    def withdraw(self, lines: Sequence[RegistrationLine]) -> None:
        """Put the registrations of `lines` in the bin, with a way back."""
        ids = [line.registration_id for line in lines]
        said = f"Đã rút đăng ký của {lines[0].name}." if len(lines) == 1 else f"Đã rút {len(lines)} đăng ký."
        self.change(
            lambda workspace: registrations.withdraw(workspace, *ids), KIND, said=said, undo=partial(self._restore, ids)
        )

    def _arrange(self) -> None:
        waiting = QWidget()
        self._waiting = QBoxLayout(QBoxLayout.Direction.TopToBottom, waiting)
        self._waiting.setContentsMargins(0, theme.STEP, 0, 0)
        self._waiting.setSpacing(theme.CARD_GAP)
        self._waiting.addWidget(self.missing, 3)
        self._waiting.addWidget(self.units, 2)
        self.side.addTab(waiting, "Còn thiếu")
        self.side.addTab(self.detail, "Đang chọn")
        self.side.addTab(self.conditions, "Điều kiện")
        self.side.setFixedWidth(SIDE_WIDTH)
        below = self._below = QHBoxLayout()
        below.setSpacing(theme.CARD_GAP)
        below.addWidget(self.list, 1)
        below.addWidget(self.side)
        self._registering = QWidget()
        registering = QVBoxLayout(self._registering)
        registering.setContentsMargins(0, 0, 0, 0)
        registering.setSpacing(theme.CARD_GAP)
        registering.addWidget(self.stats)
        registering.addLayout(below, 1)
        self._no_round = QVBoxLayout()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Phần của trang Đăng ký")
        for title in ("Đăng ký", "Ai đủ điều kiện"):
            self.tabs.addTab(title)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._registering, 1)
        self.body.addLayout(self._no_round)
        self.body.addWidget(self.eligibility, 1)
        self.eligibility.hide()

    def _connect(self) -> None:
        self.list.register.connect(self.register)
        self.list.bring_in.connect(self.bring_in)
        self.list.change.connect(self.change_one)
        self.list.withdraw.connect(self.withdraw)
        self.missing.register.connect(self.register_usual)
        self.units.unit_chosen.connect(self.list.show_unit)
        self.list.table.chosen.connect(self._show_detail)
        self.detail.refuse.connect(self.refuse)
        self.detail.take_back.connect(self._take_back_refusal)
        self.stats.filter_asked.connect(self.list.show_only)
        self.list.conditions.connect(self._show_conditions)
        self.tabs.currentChanged.connect(self._show_part)
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.register)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.list.search.setFocus)

    def _show_both(self, found: tuple[RegistrationYear | ProposedRound, Assessment]) -> None:
        year, self._assessment = found
        self.eligibility.show_assessment(self._assessment)
        self.list.show_assessment(self._assessment)
        self._show(year)
        self._show_part()

    def _show_part(self) -> None:
        """Show the tab that is chosen; without a round the first one says how to open it."""
        asks_conditions = self.tabs.currentIndex() == 1
        has_round = self._year is not None
        self._registering.setVisible(has_round and not asks_conditions)
        self.eligibility.setVisible(asks_conditions)
        if self._empty_round is not None:
            self._empty_round.setVisible(not has_round and not asks_conditions)
        for button in self._buttons:
            button.setVisible(has_round and not asks_conditions)
        self._say_where()

    def _say_where(self) -> None:
        """Say at the head how far the registering is, or who meets the conditions under which rules."""
        if self.tabs.currentIndex() == 1 and self._assessment is not None:
            self.say(sentence(self._assessment), regime_line(self._assessment))
        elif self._year is not None:
            entry = self._year.round
            days = f"từ {list_date(entry.opens_on)} đến {list_date(entry.deadline)} · {self._year.deadline_note()}"
            self.say(self._year.sentence(), f"Đợt đăng ký thi đua năm {entry.year} · {days}")
        elif self._proposed is not None:
            self.say(f"Chưa mở đợt đăng ký thi đua năm {self._proposed.round.year}")

    def _show_conditions(self, result: AnyResult | None) -> None:
        """Go to the conditions of the registration whose state was pressed."""
        self.conditions.show_result(result)
        self.side.setCurrentWidget(self.conditions)

    def _show(self, found: RegistrationYear | ProposedRound) -> None:
        if isinstance(found, ProposedRound):
            self._year, self._proposed = None, found
            self._show_no_round(found.round)
            return
        self._year, self._proposed = found, None
        self._put_empty(None)
        self.stats.show_year(found)
        self.list.show_year(found)
        self.missing.show_year(found)
        self.units.show_units(found.progress, found.short_names)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.list.table.select_where(lambda line: line.registration_id == wanted)
        self._show_detail()
        self._fit_width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        """Put the list among the tabs where it has no room beside them, as on a small screen at 150 %."""
        narrow = self.width() < NARROW_BELOW
        self.list.fit(narrow=narrow)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self.stats.setVisible(not narrow)
        directions = QBoxLayout.Direction
        self._waiting.setDirection(directions.LeftToRight if narrow else directions.TopToBottom)
        if narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(ANY_WIDTH)
            self.side.insertTab(0, self.list, "Danh sách")
            self.side.setCurrentWidget(self.list)
        else:
            self.side.setFixedWidth(SIDE_WIDTH)
            self._below.insertWidget(0, self.list, 1)
            self.list.show()

    def refuse(self, fate: Fate) -> FormDialog:
        """Open the dialog that records a refusal from above."""
        context = self.context
        dialog = refusal_dialog(context.workspace, context.runner, fate, partial(self._say_refused, fate), self)
        dialog.open()
        return dialog

    def _say_refused(self, fate: Fate, _nothing: object) -> None:
        self.context.notify(f"Đã ghi: cấp trên không tặng {fate.line.name}.", partial(self._take_back_refusal, fate))
        self.context.announce(KIND)

    def _take_back_refusal(self, fate: Fate) -> None:
        number = fate.line.registration_id
        self.change(lambda workspace: take_back_refusal(workspace, number), KIND, said="Đã bỏ ghi không tặng.")

    def _show_detail(self) -> None:
        """Show beside the list the registration that is selected with its conditions, and read its history."""
        line, shown = self.list.table.current(), self._year
        self.conditions.show_result(None if line is None else self.list.result_of(line))
        fate = None if line is None or shown is None else shown.fates.get(line.registration_id)
        self.detail.show_fate(fate, None if shown is None else shown.office)
        if fate is not None:
            number, context = fate.line.registration_id, self.context
            context.runner.submit(
                lambda: registration_history(context.workspace, number),
                done=partial(self.detail.show_history, number),
                failed=self.fail,
            )

    def _show_detail_tab(self) -> None:
        self.side.setCurrentWidget(self.detail)

    def _show_no_round(self, proposed: RegistrationRound) -> None:
        self._put_empty(
            EmptyState(
                "registration",
                "Mở đợt để bắt đầu nhận đăng ký danh hiệu",
                "Khi đợt đã mở, trang này cho biết ai đã đăng ký, ai còn thiếu, ai trễ hạn, và lập danh sách gửi cấp "
                f"trên. Ngày đề xuất: từ {list_date(proposed.opens_on)} đến {list_date(proposed.deadline)}.",
                (f"Mở đợt đăng ký năm {proposed.year}", self.open_round),
            )
        )

    def _put_empty(self, empty: EmptyState | None) -> None:
        if self._empty_round is not None:
            self._no_round.removeWidget(self._empty_round)
            self._empty_round.hide()
            self._empty_round.deleteLater()
        self._empty_round = empty
        if empty is not None:
            self._no_round.addWidget(empty, 1)

    def _paper(self) -> Paper:
        year = self.context.year
        return Paper(
            lambda workspace: exports.registrations_document(workspace, year), f"Danh sach dang ky thi dua {year}"
        )

    def _print(self) -> None:
        print_paper(self, self._paper())

    def _show_change(self) -> FormDialog | None:
        lines = self.list.table.shown()
        return self.change_one(lines[-1]) if lines else None

    def _say_opened(self, entry: RegistrationRound) -> None:
        self.context.notify(f"Đã mở đợt đăng ký năm {entry.year}, hạn {list_date(entry.deadline)}.")
        self.context.announce(KIND)

    def _say_days(self, before: RegistrationRound) -> None:
        def undo() -> None:
            self.change(
                lambda workspace: registrations.change_round(workspace, before.year, before.opens_on, before.deadline),
                KIND,
                said="Đã trả lại ngày cũ của đợt.",
            )

        self.context.notify("Đã đổi ngày của đợt.", undo)
        self.context.announce(KIND)

    def _tell_registered(self, outcome: Registered) -> None:
        added, over = len(outcome.added), len(outcome.passed_over)
        passed = f"; {over} nơi đã đăng ký từ trước nên bỏ qua" if over else ""
        undo = partial(self._take_back, outcome.added) if added else None
        self.context.notify(f"Đã ghi {added} đăng ký{passed}.", undo)

    def _say_registered(self, outcome: Registered) -> None:
        self._tell_registered(outcome)
        self.context.announce(KIND)

    def _say_imported(self, outcome: ImportOutcome) -> None:
        def undo() -> None:
            self.change(
                lambda workspace: undo_import(workspace, outcome.batch_id or 0),
                KIND,
                said="Đã hoàn tác cả lần nhập.",
            )

        self.context.notify(f"Đã ghi {outcome.added + outcome.changed} đăng ký từ tệp Excel.", undo)
        self.context.announce(KIND)

    def _say_changed(self, line: RegistrationLine, before: RegistrationDraft) -> None:
        def undo() -> None:
            self.change(
                lambda workspace: registrations.change_registration(workspace, line.registration_id, before),
                KIND,
                said="Đã trả lại đăng ký như trước khi sửa.",
            )

        self.context.notify(f"Đã sửa đăng ký của {line.name}.", undo)
        self.context.announce(KIND)

    def _take_back(self, ids: Sequence[int]) -> None:
        self.change(lambda workspace: registrations.withdraw(workspace, *ids), KIND, said="Đã bỏ các đăng ký vừa ghi.")

    def _restore(self, ids: Sequence[int]) -> None:
        self.change(lambda workspace: registrations.restore(workspace, *ids), KIND, said="Đã đưa đăng ký trở lại.")
