"""The card of the selected initiative: what it is, how far it has come, and what it has served."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kimhoa_app.domain.initiatives import InitiativeState, InitiativeUse
from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.services.attachments import Owner, OwnerKind
from kimhoa_app.services.decisions import DecisionDraft
from kimhoa_app.services.initiative_year import InitiativeLine
from kimhoa_app.services.initiatives import InitiativeEntry
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.numbers import grouped, percent
from ui.dialogs.decision_fields import decision_text
from ui.pages.attachments import AttachmentList
from ui.pages.context import PageContext
from ui.pages.initiative_parts.columns import CHIPS, state_of
from ui.pages.staff_parts.room import CARD_WIDTH
from ui.widgets.buttons import link_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import label
from ui.widgets.scroll_box import ScrollBox

RECOGNISED, WIDER = "Quyết định công nhận", "Phạm vi rộng hơn"


class InitiativeCard(Card):
    """Shows one line, or how many are chosen, above the `buttons`.

    `use_dropped` says a use to be taken back, `correction_asked` the number and the words of a decision.
    """

    use_dropped = Signal(object)
    correction_asked = Signal(int, object)

    def __init__(self, *buttons: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(CARD_WIDTH)
        self._name = label("", "subject", wrap=True)
        self._state = Chip()
        self._scroll = ScrollBox()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._scroll.body.addLayout(self._lines)
        self.files = AttachmentList("initiatives")
        self._scroll.body.addWidget(self.files)
        self.body.addWidget(self._name)
        self.body.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._scroll, 1)
        for button in buttons:
            self.body.addWidget(button)

    def show_lines(self, context: PageContext, chosen: Sequence[InitiativeLine]) -> None:
        """Show the chosen lines, and of one that is recorded its files."""
        one = chosen[0] if len(chosen) == 1 else None
        entry = None if one is None else one.entry
        self.files.setVisible(entry is not None)
        if entry is not None:
            self.files.show_owner(context, Owner(OwnerKind.INITIATIVE, entry.id))
        self._name.setText(one.name if one else _count(len(chosen)))
        self._state.setVisible(one is not None)
        self._clear()
        if one is not None:
            self._state.show_state(state_of(one), CHIPS[one.state])
            self._show(one)
        self._scroll.settle()

    @property
    def text(self) -> str:
        """All that the card says, a line each."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count()))
        shown = (item.widget() for item in items if item is not None)
        return "\n".join(widget.property("text") or "" for widget in shown if widget is not None)

    def _show(self, line: InitiativeLine) -> None:
        if line.alike is not None:
            self._add(f"⚠ {line.alike.words[:1].upper()}{line.alike.words[1:]}.", "remark")
        if line.entry is None:
            who = line.topic.full_name if line.topic else ""
            self._add(f"{who} đã đăng ký đề tài này và chưa nộp. Bấm “Ghi từ đăng ký” khi tác giả nộp.")
            return
        for author in line.entry.authors:
            self._add(f"{author.full_name} · {percent(author.share)}")
        draft, entry = line.entry.initiative, line.entry
        for name, text in _facts(line, entry):
            if text:
                self._add(name, "muted")
                self._add(text)
            if text and name == RECOGNISED:
                self._add_correction(draft.decision_id, entry.decision)
            if text and name == WIDER:
                self._add_correction(draft.wider_decision_id, entry.wider_decision)
        if line.entry.uses:
            self._add("Đã dùng", "muted")
        for use in line.entry.uses:
            self._add_use(use, line.entry)

    def _add(self, text: str, look: str = "") -> None:
        self._lines.addWidget(label(text, look, wrap=True))

    def _add_correction(self, decision_id: int | None, decision: DecisionDraft | None) -> None:
        button = link_button("Sửa số, ngày", lambda: self.correction_asked.emit(decision_id, decision))
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_use(self, use: InitiativeUse, entry: InitiativeEntry) -> None:
        who = next((author.full_name for author in entry.authors if author.person_id == use.person_id), "")
        button = link_button(f"{use.words} · {who} (bỏ)", partial(self.use_dropped.emit, use))
        button.setToolTip("Bỏ lần dùng ghi nhầm này")
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _facts(line: InitiativeLine, entry: InitiativeEntry) -> tuple[tuple[str, str], ...]:
    draft = entry.initiative
    heard = ""
    if line.hearing is not None:
        results = {None: "chờ kết quả", True: "thông qua", False: "không thông qua"}
        heard = f"họp ngày {list_date(line.hearing.held_on)}: {results[line.hearing.passed]}"
    since = f", từ {list_date(draft.applied_since)}" if draft.applied_since else ""
    recognised = decision_text(entry.decision) if entry.decision else ""
    wider = (
        f"{words_of(line.scope)}: {decision_text(entry.wider_decision)}" if entry.wider_decision and line.scope else ""
    )
    return (
        ("Lĩnh vực", draft.field_of_work),
        ("Ngày nộp", list_date(draft.submitted_on) if draft.submitted_on else ""),
        ("Áp dụng", f"{draft.applied_at}{since}".removeprefix(", ")),
        ("Hội đồng sáng kiến", heard),
        (RECOGNISED, recognised if line.state is not InitiativeState.REGISTERED else ""),
        (WIDER, wider),
        ("Trước khi có sáng kiến", draft.situation_before),
        ("Tóm tắt giải pháp", draft.summary),
        ("Hiệu quả kinh tế", draft.economic_effect),
        ("Hiệu quả xã hội", draft.social_effect),
        ("Làm lợi mỗi năm", f"{grouped(draft.money_benefit)} đồng" if draft.money_benefit is not None else ""),
    )


def _count(chosen: int) -> str:
    return f"Đã chọn {chosen} sáng kiến" if chosen else "Chọn một sáng kiến để xem."
