"""The side card of one registration: how it stands, why, and its history in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registration_fates import Fate, FateState, title_of
from kimhoa_app.domain.registrations import RegistrationLine
from kimhoa_app.services.registration_history import HistoryLine
from kimhoa_app.text.dates import list_date
from ui.theme import State
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import label
from ui.widgets.pair_list import PairList
from ui.widgets.scroll_box import ScrollBox

NOTHING = "Chọn một đăng ký trong danh sách để xem đã đi đến đâu."
CAN_BE_REFUSED = (FateState.PASSED, FateState.BEFORE_COUNCIL)

_STATES = {
    FateState.REGISTERED: State.ACTIVE,
    FateState.CHANGED: State.ACTIVE,
    FateState.BEFORE_COUNCIL: State.ATTENTION,
    FateState.PASSED: State.GOOD,
    FateState.AWARDED: State.GOOD,
    FateState.WITHDRAWN: State.QUIET,
}


def chip_state(state: FateState) -> State:
    """Return the looks of the chip that names the state of a registration."""
    return _STATES.get(state, State.WRONG)


class RegistrationDetailCard(Card):
    """Shows one registration; `refuse` and `take_back` say that a refusal from above is to be recorded or undone."""

    refuse = Signal(object)
    take_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._fate: Fate | None = None
        self._name = label("", "subject", wrap=True)
        self._title = label("", wrap=True)
        self._state = Chip()
        self._reason = label("", "muted", wrap=True)
        self._facts = PairList(76)
        self._steps = PairList(76)
        self.refuse_button = plain_button("Cấp trên không tặng…", lambda: self.refuse.emit(self._fate))
        self.take_back_button = plain_button("Bỏ ghi không tặng", lambda: self.take_back.emit(self._fate), icon="undo")
        self._lay_out()
        self.show_fate(None)

    @property
    def fate(self) -> Fate | None:
        """The registration that is shown."""
        return self._fate

    def show_fate(self, fate: Fate | None, office: OfficeKind | None = None) -> None:
        """Show how a registration stands, its history still to come; None shows what the card is for."""
        self._fate = fate
        self._name.setText(fate.line.name if fate else NOTHING)
        self._title.setText(title_of(fate.line, office) if fate else "")
        self._reason.setText(fate.reason if fate else "")
        if fate is not None:
            self._state.show_state(words_of(fate.state), chip_state(fate.state))
        for widget, is_shown in (
            (self._title, fate is not None),
            (self._state, fate is not None),
            (self._reason, fate is not None and bool(fate.reason)),
            (self.refuse_button, fate is not None and fate.state in CAN_BE_REFUSED),
            (self.take_back_button, fate is not None and fate.state is FateState.REFUSED),
        ):
            widget.setVisible(is_shown)
        self._facts.show_pairs(_facts(fate.line) if fate else ())
        self._steps.show_pairs(())

    def show_history(self, registration_id: int, steps: Sequence[HistoryLine]) -> None:
        """Show the history of the registration, unless another is shown by now."""
        if self._fate is None or self._fate.line.registration_id != registration_id:
            return
        self._steps.show_pairs(
            [(f"{step.at.astimezone():%d/%m/%Y %H:%M}", f"{step.text}\n{step.actor}") for step in reversed(steps)]
        )
        self._scroll.settle()

    def _lay_out(self) -> None:
        self._scroll = ScrollBox()
        self._scroll.body.addWidget(self._facts)
        self._scroll.body.addWidget(label("Lịch sử", "subject"))
        self._scroll.body.addWidget(self._steps)
        self.body.addWidget(self._name)
        self.body.addWidget(self._title)
        self.body.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._reason)
        self.body.addWidget(self.refuse_button)
        self.body.addWidget(self.take_back_button)
        self.body.addWidget(self._scroll, 1)


def _facts(line: RegistrationLine) -> list[tuple[str, str]]:
    late = ", trễ hạn" if line.late else ""
    told = (
        ("Chức vụ", line.position),
        ("Đơn vị", line.unit),
        ("Ngày", f"{list_date(line.registered_on)}{late}"),
        ("Sáng kiến", line.topic),
        ("Ghi chú", line.note),
    )
    return [(name, fact) for name, fact in told if fact]
