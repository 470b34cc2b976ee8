"""The line that is chosen, in full, with what can be done about it: say who it is, mend it, leave it out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimhoa_app.services.imports import Decision, ListKind, RowAction
from kimhoa_app.services.staff import PersonEntry
from ui import theme
from ui.dialogs.list_import.sources import FileRow
from ui.dialogs.list_import.words import describe
from ui.widgets.buttons import link_button, plain_button
from ui.widgets.filter_combo import NOT_ONE, Choice, FilterCombo
from ui.widgets.labels import label

NEW: Final = Decision(is_somebody_new=True)
LEAVE: Final = Decision(take=False)
NOBODY_NEW: Final = frozenset({ListKind.REGISTRATIONS})
"""Lists that speak only of people who are known."""

Decided = list[tuple[FileRow, Decision | None]]


class RowDetail(QWidget):
    """Shows a row; `decided` says what the clerk decides on which rows, `correction` that its cells are wrong."""

    decided = Signal(object)
    correction = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: FileRow | None = None
        self._unclear: Sequence[FileRow] = ()
        self._text = label("", "muted", wrap=True)
        self._text.setMinimumHeight(2 * self._text.fontMetrics().lineSpacing())
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._people: tuple[Choice[int], ...] = ()
        self.who: FilterCombo[int] = FilterCombo(prompt="Gõ tên người trong danh sách cán bộ, không dấu cũng được")
        self.who.setAccessibleName("Là ai trong danh sách cán bộ")
        self._fault = label("", "error")
        self.ask_who = link_button("Là người đã có…", self._ask_who)
        self.is_known = plain_button("Là người này", self._take_known)
        self.is_new = plain_button("Là người mới", lambda: self._decide(NEW))
        self.leave = plain_button("Bỏ qua dòng này", lambda: self._decide(LEAVE))
        self.again = link_button("Quyết định lại", lambda: self._decide(None))
        self.all_known = link_button("", self._take_all_known)
        self.all_new = link_button("", lambda: self._decide_all(NEW))
        self.correct = plain_button("Sửa dòng này…", self._ask_correction, icon="edit")
        self._lay_out()
        self.show_row(None, (), None)  # what is not offered takes no room in the window

    @property
    def text(self) -> str:
        """What is said of the row."""
        return self._text.text()

    def offer_people(self, people: Sequence[PersonEntry]) -> None:
        """Take `people` as those of the register whom a line may be about."""
        self._people = tuple(_choice(person) for person in people)
        if not self.who.isHidden():
            self._offer_who(self._row, shown=True)

    def show_row(self, row: FileRow | None, unclear: Sequence[FileRow], decision: Decision | None) -> None:
        """Show `row`, on which `decision` was taken; `unclear` are all those of which nobody knows who they are."""
        self._row, self._unclear = row, unclear
        self._text.setText("" if row is None else f"{row.row.place}: {describe(row.row, row.kind)}")
        is_unclear = row is not None and row.row.action is RowAction.AMBIGUOUS
        is_unknown = row is not None and row.row.asks_person and row.row.action is RowAction.REFUSED
        self._offer_who(row, shown=is_unclear or is_unknown)
        self.ask_who.setVisible(row is not None and row.row.asks_person and row.row.action is RowAction.NEW)
        self.leave.setVisible(is_unclear)
        self.correct.setVisible(row is not None and row.row.action is not RowAction.SKIPPED)
        self.again.setVisible(decision is not None)
        self._offer_for_all(is_unclear=is_unclear)

    def _offer_who(self, row: FileRow | None, *, shown: bool) -> None:
        """Offer whom a line might mean before everybody else, the first of them chosen."""
        for widget in (self.who, self.is_known):
            widget.setVisible(shown)
        self._fault.hide()
        if shown and row is not None:
            likely = [_choice(person) for person in row.row.candidates]
            known = {choice.value for choice in likely}
            self.who.choose(None)
            self.who.offer([*likely, *(choice for choice in self._people if choice.value not in known)])
            self.who.choose(likely[0].value if likely else None)
            if (line := self.who.lineEdit()) is not None:
                line.setCursorPosition(0)

    def _ask_who(self) -> None:
        self.ask_who.hide()
        self._offer_who(self._row, shown=True)
        self.who.setFocus()

    def _offer_for_all(self, *, is_unclear: bool) -> None:
        may_be_new = any(row.kind not in NOBODY_NEW for row in self._unclear)
        alone = [row for row in self._unclear if len(row.row.candidates) == 1]
        self.is_new.setVisible(is_unclear and may_be_new)
        self.all_known.setText(f"Cả {len(alone)} dòng là người đã có")
        self.all_known.setVisible(is_unclear and len(alone) > 1)
        self.all_new.setText(f"Cả {len(self._unclear)} dòng là người mới")
        self.all_new.setVisible(is_unclear and may_be_new and len(self._unclear) > 1)

    def _take_known(self) -> None:
        try:
            person_id = self.who.value()
        except ValueError as error:
            self._say(str(error))
            return
        if person_id is None:
            self._say(NOT_ONE)
        else:
            self._decide(Decision(person_id=person_id))

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.show()

    def _decide(self, decision: Decision | None) -> None:
        if self._row is not None:
            self.decided.emit([(self._row, decision)])

    def _take_all_known(self) -> None:
        decided: Decided = [
            (row, Decision(person_id=row.row.candidates[0].id)) for row in self._unclear if len(row.row.candidates) == 1
        ]
        self.decided.emit(decided)

    def _decide_all(self, decision: Decision) -> None:
        self.decided.emit([(row, decision) for row in self._unclear])

    def _ask_correction(self) -> None:
        if self._row is not None:
            self.correction.emit(self._row)

    def _lay_out(self) -> None:
        said, one, every = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        said.addWidget(self._text, 1)
        for button in (self.ask_who, self.again, self.correct):
            said.addWidget(button)
            said.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        one.addWidget(self.who, 1)
        for button in (self.is_known, self.is_new, self.leave):
            one.addWidget(button)
        every.addStretch(1)
        for button in (self.all_known, self.all_new):
            every.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for row in (said, one):
            row.setSpacing(theme.STEP)
            layout.addLayout(row)
        layout.addWidget(self._fault)
        layout.addLayout(every)


def _choice(person: PersonEntry) -> Choice[int]:
    parts = (person.birth.shown if person.birth else "", person.position, person.unit_name)
    return Choice(person.id, person.full_name, ", ".join(part for part in parts if part))
