"""The side of the desk: the steps, what percentages are taken of, and what the secretary should know."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kimhoa_app.domain.councils import Attendance, VoteBase, VoteMethod
from kimhoa_app.domain.labels import label as words_for
from kimhoa_app.domain.marks import shown_points
from kimhoa_app.domain.quorum import base_of
from kimhoa_app.services.council_desk import Desk, Threshold
from kimhoa_app.text.numbers import percent
from ui import theme
from ui.pages.base import Page
from ui.pages.council_parts.steps import Stage, steps_of
from ui.widgets.buttons import link_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.stepper import Stepper

WIDTH = 264
LYING_HEIGHT = 230
_OWN_MARKS = "Tiêu chí, điểm theo Cài đặt khi chuẩn bị cuộc họp. Hãy đối chiếu với Quy chế của Hội đồng."
_ANY_SIZE = 16_777_215  # what Qt takes for "no limit"


class Side(QWidget):
    """The cards at the right; `stepper.chosen` says the step that was pressed."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.stepper = Stepper()
        steps = Card("Các bước")
        steps.body.addWidget(self.stepper)
        self._basis = Card("Căn cứ tính")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._basis.body.addLayout(self._lines)
        change = link_button("Đổi trong Cài đặt", lambda: page.context.navigate("cai-dat"))
        self._basis.add_to_head(change)
        self._notes = Card("Cần lưu ý")
        self._note_lines = QVBoxLayout()
        self._note_lines.setSpacing(6)
        self._notes.body.addLayout(self._note_lines)
        layout = self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        inner = QWidget()
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.CARD_GAP)
        for card in (self._basis, self._notes):
            below.addWidget(card)
        below.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        layout.addWidget(steps)
        layout.addWidget(scroll, 1)

    def lie_down(self, lying: bool) -> None:
        """Stand the cards beside one another above the work, or under one another beside it."""
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if lying else QBoxLayout.Direction.TopToBottom)
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(_ANY_SIZE if lying else WIDTH)
        self.setMaximumHeight(LYING_HEIGHT if lying else _ANY_SIZE)

    def show_desk(self, desk: Desk, today: date, here: Stage) -> None:
        """Show the steps, the basis and the notes of `desk`."""
        self.stepper.show_steps(steps_of(desk, today, here))
        _fill(self._lines, _basis_lines(desk))
        notes = [("", "⚠ " + warning) for warning in desk.results.warnings]
        _fill(self._note_lines, notes)
        self._notes.setVisible(bool(notes))


def _basis_lines(desk: Desk) -> list[tuple[str, str]]:
    record = desk.record
    if record.vote_method is VoteMethod.MARKS:
        criteria = "; ".join(f"{each.name}: {shown_points(each.most)}" for each in record.criteria)
        passing = ("subject", f"Điểm trung bình từ {shown_points(record.pass_mark or 0)}")
        return [("muted", "Thang 100 điểm"), ("", criteria), passing, ("small", _OWN_MARKS)]
    base = {VoteBase.ALL_MEMBERS: "tổng số thành viên", VoteBase.PRESENT: "số người dự họp, biểu quyết"}
    lines = [("muted", "Tỷ lệ phiếu tính trên"), ("subject", f"{base[record.vote_base]}: {base_of(record)} người")]
    grounds = list(dict.fromkeys(map(_ground, desk.thresholds)))
    for ground in grounds:
        of_ground = [threshold for threshold in desk.thresholds if _ground(threshold) == ground]
        lines += [("", f"{', '.join(each.codes)} ≥ {percent(each.needed)}") for each in of_ground]
        lines.append(("small", ground))
    return lines


def _ground(threshold: Threshold) -> str:
    ground = threshold.ground[:1].upper() + threshold.ground[1:]
    return f"{ground}." if threshold.is_certain else f"{ground}. Hãy đối chiếu với Quy chế của Hội đồng."


def absent_line(desk: Desk) -> str:
    """Return who is missing and why, in one line; empty when all are in the room."""
    away = [member for member in desk.record.members if member.attendance is not Attendance.PRESENT]
    if not away:
        return ""
    names = [
        f"{member.full_name} ({member.reason or words_for(member.attendance).lower()}"
        f"{', có ý kiến bằng văn bản' if member.reason and member.attendance is Attendance.WRITTEN_OPINION else ''})"
        for member in away
    ]
    return "Vắng: " + "; ".join(names)


def _fill(layout: QVBoxLayout, lines: list[tuple[str, str]]) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.deleteLater()
    for look, text in lines:
        layout.addWidget(label(text, look, wrap=True))
