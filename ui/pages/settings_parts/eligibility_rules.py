"""Điều kiện xét: the rules of eligibility by regime, each confirmed, changed or restored in place."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.eligibility import Override, Severity
from kimhoa_app.domain.eligibility.figures import figures_of, shown_figure
from kimhoa_app.domain.regimes import regimes
from kimhoa_app.services import eligibility_rules
from kimhoa_app.services.eligibility_rules import RuleNow
from ui.dialogs.base import FormDialog
from ui.dialogs.eligibility_rule import history_dialog, rule_dialog
from ui.models.records import Column
from ui.pages.base import Page
from ui.pages.settings_parts.part import Part, SettingsView
from ui.theme import State
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label
from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

KINDS: Final = ("settings", "eligibility")
SEVERITIES: Final = {
    Severity.BLOCK: "Không đạt thì không xét",
    Severity.WARN: "Cảnh báo",
    Severity.INFORM: "Cho biết",
    Severity.OFF: "Không dùng",
}


class EligibilityRulesPart(Part):
    """The rules of one regime at a time, those not confirmed marked."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.regime = QComboBox()
        self.regime.setAccessibleName("Chế độ")
        for each in regimes():
            self.regime.addItem(f"{each.code} · {each.name}", each.code)
        self.regime.setCurrentIndex(self.regime.count() - 1)
        self.only_unsure = QCheckBox()
        self.search = SearchEdit("Tìm…")
        self.table: DataTable[RuleNow] = DataTable(
            "eligibility-rules", _COLUMNS, key=lambda rule: rule.shipped.id, empty="Không có quy tắc nào.",
            keeps_one=True,
        )  # fmt: skip
        self.table.setAccessibleName("Quy tắc xét theo chế độ")
        self._basis = label("", "small", wrap=True)
        self.confirm_button = plain_button("Xác nhận", self.confirm, icon="check")
        self.change_button = plain_button("Sửa…", self.change, icon="edit")
        self.restore_button = plain_button("Về mặc định", self.restore, icon="undo")
        self.history_button = plain_button("Lịch sử", self.show_history)
        self._rules: dict[str, list[RuleNow]] = {}
        self._lay_out()
        self._connect()

    @override
    def show_view(self, view: SettingsView) -> None:
        self._rules = {code: list(rules) for code, rules in view.rules.items()}
        self._show_regime()

    def confirm(self) -> None:
        """Say that the office has held the rule against its text and that it is right."""
        rule = self.table.current()
        if rule is not None:
            self._change(
                rule,
                lambda workspace: eligibility_rules.change_rule(workspace, rule.shipped.id, rule.regime, certain=True),
                f"Đã xác nhận quy tắc {rule.shipped.id}.",
            )

    def change(self) -> FormDialog | None:
        """Open the dialog that changes the severity and the figures of the rule."""
        rule = self.table.current()
        if rule is None:
            return None
        context = self.page.context
        said = partial(self._say_changed, rule)
        dialog = rule_dialog(context.workspace, context.runner, rule, SEVERITIES, said, self.page)
        dialog.open()
        return dialog

    def restore(self) -> None:
        """Let the rule hold as it ships."""
        rule = self.table.current()
        if rule is not None:
            self._change(
                rule,
                lambda workspace: eligibility_rules.restore_rule(workspace, rule.shipped.id, rule.regime),
                f"Quy tắc {rule.shipped.id} đã về mặc định.",
            )

    def show_history(self) -> QWidget | None:
        """Open what the office changed of the rule, and when."""
        rule = self.table.current()
        if rule is None:
            return None
        context = self.page.context
        dialog = history_dialog(context.workspace, context.runner, rule, self.page)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        card = Card("Điều kiện xét danh hiệu, hình thức khen thưởng")
        head = QHBoxLayout()
        self.regime.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.regime.setMinimumContentsLength(20)
        head.addWidget(self.regime, 1)
        head.addWidget(self.only_unsure)
        self.search.setMaximumWidth(180)
        head.addWidget(self.search)
        foot = QHBoxLayout()
        for button in (self.confirm_button, self.change_button, self.restore_button, self.history_button):
            foot.addWidget(button)
        foot.addStretch(1)
        told = QVBoxLayout()
        told.addWidget(self._basis)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(told)
        card.body.addLayout(foot)
        self.body.addWidget(card, 1)

    def _connect(self) -> None:
        self.regime.currentIndexChanged.connect(self._show_regime)
        self.only_unsure.toggled.connect(lambda _on: self._keep())
        self.search.textChanged.connect(self.table.filter)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(lambda _rule: self.change())

    def _show_regime(self) -> None:
        rules = self._rules.get(str(self.regime.currentData()), [])
        unsure = sum(rule.is_unconfirmed for rule in rules)
        self.only_unsure.setText(f"Chỉ hiện {unsure} quy tắc chưa xác nhận")
        self.table.show_rows(rules)
        self._keep()
        self._tell()

    def _keep(self) -> None:
        self.table.keep((lambda rule: rule.is_unconfirmed) if self.only_unsure.isChecked() else None)

    def _tell(self) -> None:
        rule = self.table.current()
        for button in (self.confirm_button, self.change_button, self.restore_button, self.history_button):
            button.setEnabled(rule is not None)
        if rule is None:
            self._basis.setText("")
            return
        self.confirm_button.setEnabled(rule.is_unconfirmed)
        self.restore_button.setEnabled(rule.edit is not None)
        awards = ", ".join(rule.shipped.awards) or "cả danh sách"
        elsewhere = " Mức xử lý theo thiết lập “Khi đăng ký sau hạn hoặc không đăng ký”." * rule.is_set_elsewhere
        self._basis.setText(f"{rule.shipped.title}. Áp dụng cho: {awards}. Căn cứ: {rule.shipped.basis}.{elsewhere}")

    def _change(self, rule: RuleNow, work: Callable[["Workspace"], object], said: str) -> None:
        self.page.change(work, *KINDS, said=said, undo=self._back_to(rule))

    def _say_changed(self, rule: RuleNow, _nothing: object) -> None:
        self.page.context.notify(f"Đã sửa quy tắc {rule.shipped.id}.", self._back_to(rule))
        self.page.context.announce(*KINDS)

    def _back_to(self, rule: RuleNow) -> Callable[[], None]:
        edit: Override | None = rule.edit
        return lambda: self.page.change(
            lambda workspace: eligibility_rules.put_back_edit(workspace, rule.shipped.id, rule.regime, edit), *KINDS
        )


def _figures(rule: RuleNow) -> str:
    shown = [
        f"{figure.label}: {shown_figure(figure, rule.current.params[figure.key])}"
        for figure in figures_of(rule.shipped.params)
    ]
    return "; ".join(shown)


def _standing(rule: RuleNow) -> str:
    if rule.is_unconfirmed:
        return "chưa xác nhận"
    if rule.edit is None:
        return "theo văn bản"
    return "đã sửa" if rule.edit.severity or rule.edit.params else "đã xác nhận"


def _standing_state(rule: RuleNow) -> State:
    states = {"chưa xác nhận": State.ATTENTION, "đã sửa": State.ACTIVE, "theo văn bản": State.QUIET}
    return states.get(_standing(rule), State.GOOD)


_COLUMNS = (
    Column[RuleNow]("Mã", lambda rule: rule.shipped.id),
    Column[RuleNow]("Điều kiện", lambda rule: rule.shipped.title, stretch=True, is_name=True),
    Column[RuleNow]("Mức xử lý", lambda rule: SEVERITIES[rule.current.severity]),
    Column[RuleNow]("Số liệu", _figures, stretch=True),
    Column[RuleNow]("Tình trạng", _standing, chip=_standing_state),
)
