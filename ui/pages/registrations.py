"""The page of the year's registrations: who has registered for what, who is missing, and the list that goes upward."""

from functools import partial

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services.eligibility import AnyResult, Assessment, assess_year
from kimhoa_app.services.registration_deadline import ProposedRound
from kimhoa_app.services.registration_history import registration_history
from kimhoa_app.text.dates import list_date
from ui.dialogs.base import FormDialog
from ui.pages.base import Page, Showcase
from ui.pages.eligibility_parts.actions import EligibilityActions
from ui.pages.eligibility_parts.conditions_card import ConditionsCard
from ui.pages.eligibility_parts.view import EligibilityView
from ui.pages.eligibility_parts.words import regime_line, sentence
from ui.pages.registration_parts.actions import KIND, RegistrationActions
from ui.pages.registration_parts.registering import RegisteringView
from ui.pages.registration_parts.round_actions import RoundActions
from ui.pages.registration_parts.year import RegistrationYear, read_year
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState


class RegistrationsPage(Page):
    """Who has registered for what this year, who is missing, and the list that goes upward.

    `year` is what is shown, None without a round; `proposed` are the days of one that could be opened.
    """

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
        self.year: RegistrationYear | None = None
        self.proposed: ProposedRound | None = None
        self.assessment: Assessment | None = None
        self._wanted: int | None = None
        self._empty_round: EmptyState | None = None
        self.act, self.rounds = RegistrationActions(self), RoundActions(self)
        on_results = EligibilityActions(self)
        self.eligibility = EligibilityView(on_results)
        self.conditions = ConditionsCard(on_results)
        self.view = RegisteringView(self.conditions)
        self.stats, self.list, self.detail = self.view.stats, self.view.list, self.view.detail
        self.missing, self.units, self.side = self.view.missing, self.view.units, self.view.side
        self.tabs = QTabBar()
        self._buttons = (
            plain_button("Ngày của đợt", self.rounds.change_days, icon="calendar"),
            plain_button("Gửi phiếu", self.rounds.send_forms, icon="send"),
            plain_button("Kết quả", self.rounds.show_fates),
            plain_button("In", self.rounds.print_list, icon="print"),
            primary_button("Gửi cấp trên…", self.rounds.send_upward, icon="export"),
        )
        self._days_button = plain_button("Ngày xét", self.rounds.name_days, icon="calendar")
        self._days_button.setToolTip("Ngày nhận hồ sơ và ngày quyết định: quy định áp dụng theo hai ngày này")
        self.offer(self._days_button, *self._buttons)
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
        if self.year is None:
            return {"mo-dot": self.rounds.open_round, "dieu-kien": self.show_eligibility}
        return {
            "dang-ky": self.act.register, "sua": self._show_change, "ngay": self.rounds.change_days,
            "nhap": self.act.bring_in, "ho": self.act.register_households, "gui": self.rounds.send_upward,
            "chi-tiet": self._show_detail_tab, "dieu-kien": self.show_eligibility, "ngay-xet": self.rounds.name_days,
            "phieu": self.rounds.send_forms, **self.eligibility.showcase(),
        }  # fmt: skip

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.fit(self.width())

    def show_eligibility(self) -> None:
        """Show who meets the conditions."""
        self.tabs.setCurrentIndex(1)

    def _arrange(self) -> None:
        self._no_round = QVBoxLayout()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Phần của trang Đăng ký")
        for title in ("Đăng ký", "Ai đủ điều kiện"):
            self.tabs.addTab(title)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self._no_round)
        self.body.addWidget(self.eligibility, 1)
        self.eligibility.hide()

    def _connect(self) -> None:
        self.list.register.connect(self.act.register)
        self.list.bring_in.connect(self.act.bring_in)
        self.list.change.connect(self.act.change_one)
        self.list.withdraw.connect(self.act.withdraw)
        self.list.table.chosen.connect(self._show_detail)
        self.list.conditions.connect(self._show_conditions)
        self.missing.register.connect(self.act.register_usual)
        self.units.unit_chosen.connect(self.list.show_unit)
        self.units.printing.connect(self.rounds.print_progress)
        self.units.saving.connect(self.rounds.save_progress)
        self.detail.refuse.connect(self.act.refuse)
        self.detail.take_back.connect(self.act.take_back_refusal)
        self.stats.filter_asked.connect(self.list.show_only)
        self.tabs.currentChanged.connect(self._show_part)
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.act.register)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.list.search.setFocus)

    def _show_both(self, found: tuple[RegistrationYear | ProposedRound, Assessment]) -> None:
        year, self.assessment = found
        self.eligibility.show_assessment(self.assessment)
        self.list.show_assessment(self.assessment)
        self._show(year)
        self._show_part()

    def _show_part(self) -> None:
        """Show the tab that is chosen; without a round the first one says how to open it."""
        asks_conditions = self.tabs.currentIndex() == 1
        has_round = self.year is not None
        self.view.setVisible(has_round and not asks_conditions)
        self.eligibility.setVisible(asks_conditions)
        if self._empty_round is not None:
            self._empty_round.setVisible(not has_round and not asks_conditions)
        for button in self._buttons:
            button.setVisible(has_round and not asks_conditions)
        self._days_button.setVisible(asks_conditions)
        self._say_where()

    def _say_where(self) -> None:
        """Say at the head how far the registering is, or who meets the conditions under which rules."""
        if self.tabs.currentIndex() == 1 and self.assessment is not None:
            self.say(sentence(self.assessment), regime_line(self.assessment))
        elif self.year is not None:
            entry = self.year.round
            days = f"từ {list_date(entry.opens_on)} đến {list_date(entry.deadline)} · {self.year.deadline_note()}"
            self.say(self.year.sentence(), f"Đợt đăng ký thi đua năm {entry.year} · {days}")
        elif self.proposed is not None:
            self.say(f"Chưa mở đợt đăng ký thi đua năm {self.proposed.round.year}")

    def _show_conditions(self, result: AnyResult | None) -> None:
        """Go to the conditions of the registration whose state was pressed."""
        self.conditions.show_result(result)
        self.side.setCurrentWidget(self.conditions)

    def _show(self, found: RegistrationYear | ProposedRound) -> None:
        if isinstance(found, ProposedRound):
            self.year, self.proposed = None, found
            self._put_empty(self._offer_round(found))
            return
        self.year, self.proposed = found, None
        self._put_empty(None)
        self.stats.show_year(found)
        self.list.show_year(found)
        self.missing.show_year(found)
        self.units.show_units(found.progress, found.short_names)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.list.table.select_where(lambda line: line.registration_id == wanted)
        self._show_detail()
        self.view.fit(self.width())

    def _show_detail(self) -> None:
        """Show beside the list the registration that is selected with its conditions, and read its history."""
        line, shown = self.list.table.current(), self.year
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

    def _offer_round(self, proposed: ProposedRound) -> EmptyState:
        entry = proposed.round
        return EmptyState(
            "registration",
            "Mở đợt để bắt đầu nhận đăng ký danh hiệu",
            "Khi đợt đã mở, trang này cho biết ai đã đăng ký, ai còn thiếu, ai trễ hạn, và lập danh sách gửi cấp "
            f"trên. Ngày đề xuất: từ {list_date(entry.opens_on)} đến {list_date(entry.deadline)}.",
            (f"Mở đợt đăng ký năm {entry.year}", self.rounds.open_round),
        )

    def _put_empty(self, empty: EmptyState | None) -> None:
        if self._empty_round is not None:
            self._no_round.removeWidget(self._empty_round)
            self._empty_round.hide()
            self._empty_round.deleteLater()
        self._empty_round = empty
        if empty is not None:
            self._no_round.addWidget(empty, 1)

    def _show_change(self) -> FormDialog | None:
        lines = self.list.table.shown()
        return self.act.change_one(lines[-1]) if lines else None
