"""The card with the conditions of one subject for one award, each with its evidence and its article."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.eligibility import HouseholdFacts, PersonFacts, RuleResult
from kimhoa_app.services.eligibility import AnyResult
from ui import theme
from ui.pages.eligibility_parts.actions import EligibilityActions
from ui.pages.eligibility_parts.words import rule_state, rule_word, state, word
from ui.theme import State
from ui.widgets.buttons import link_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import label
from ui.widgets.scroll_box import ScrollBox

_NOBODY = "Chọn một dòng, một ô của bảng để xem từng điều kiện, chứng cứ và căn cứ."


class ConditionsCard(Card):
    """Shows one result, or how to choose one."""

    def __init__(self, actions: EligibilityActions, parent: QWidget | None = None) -> None:
        super().__init__("Điều kiện", parent=parent)
        self._actions = actions
        self.result: AnyResult | None = None
        self._chip = Chip()
        self._award = label("", wrap=True)
        self._override = label("", "remark", wrap=True)
        self._rules = ScrollBox()
        self._links = (
            link_button("Giả sử…", self.suppose),
            link_button("Bổ sung thông tin…", self.add_fact),
            link_button("Bỏ qua điều kiện…", self.override),
            link_button("Trở lại theo điều kiện", self._with(actions.take_back)),
            link_button("In phiếu", self._with(actions.print_one)),
            link_button("Phiếu Word", self._with(actions.save_one)),
        )
        self._lay_out()
        self.show_result(None)

    def show_result(self, result: AnyResult | None) -> None:
        """Show one result, None shows how to choose one."""
        self.result = result
        self._clear_rules()
        self._chip.show_state(word(result), state(result) or State.QUIET)
        for button in self._links:
            button.setVisible(result is not None)
        if result is None:
            self.set_head("Điều kiện")
            self._award.setText(_NOBODY)
            self._override.hide()
            return
        is_person = isinstance(result.subject, PersonFacts)
        self.set_head(result.name)
        self._award.setText(award_name(result.award_code))
        given = result.override
        self._override.setText("" if given is None else f"Vẫn đưa ra xét, lý do: {given.reason}")
        self._override.setVisible(given is not None)
        suppose, fact, override, take_back, *_papers = self._links
        suppose.setVisible(is_person)
        fact.setVisible(is_person)
        # The village weighs a household by its own procedure: there is nothing that the office would pass over.
        can_override = not isinstance(result.subject, HouseholdFacts)
        override.setVisible(can_override and given is None and not result.eligible)
        take_back.setVisible(given is not None)
        for rule in sorted(result.verdict.rules, key=_urgency):
            self._rules.body.addWidget(_RuleRow(rule))
        self._rules.settle()

    def suppose(self) -> QWidget | None:
        """Open what another rating or an initiative would change; None without a person shown."""
        return None if self.result is None else self._actions.suppose(self.result)

    def add_fact(self) -> QWidget | None:
        """Open what notes a fact that the registers lack; None without a person shown."""
        return None if self.result is None else self._actions.add_fact(self.result)

    def override(self) -> QWidget | None:
        """Open what asks why the shown one is put forward against the conditions; None without one."""
        return None if self.result is None else self._actions.override(self.result)

    def told(self) -> list[tuple[str, str]]:
        """Return the conditions shown, each by its title with the word beside it."""
        rows = self._rules.findChildren(_RuleRow)
        return [(row.rule.title, rule_word(row.rule)) for row in rows]

    def _with(self, act: Callable[[AnyResult], object]) -> Callable[[], object]:
        return lambda: None if self.result is None else act(self.result)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.STEP)
        head.addWidget(self._chip)
        head.addWidget(self._award, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._override)
        self.body.addWidget(self._rules, 1)
        for start in (0, 2, 4):
            line = QHBoxLayout()
            for button in self._links[start : start + 2]:
                line.addWidget(button)
            line.addStretch(1)
            self.body.addLayout(line)

    def _clear_rules(self) -> None:
        while (item := self._rules.body.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.setParent(None)
                row.deleteLater()


class _RuleRow(QFrame):
    """One condition: how it stands and what it is, under it its evidence, under that its article."""

    def __init__(self, rule: RuleResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        unsure = "" if rule.certain else " · chưa xác nhận"
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 6)
        rows.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Chip(rule_word(rule), rule_state(rule)))
        head.addStretch(1)
        head.addWidget(label(rule.id, "small"))
        rows.addLayout(head)
        rows.addWidget(label(rule.title, "field", wrap=True))
        rows.addWidget(label(rule.detail, wrap=True))
        rows.addWidget(label(f"{rule.basis}{unsure}", "small", wrap=True))


def _urgency(rule: RuleResult) -> int:
    """Put what bars first, then what is to be looked at, then what is met."""
    return [State.WRONG, State.ATTENTION, State.GOOD, State.QUIET].index(rule_state(rule))
