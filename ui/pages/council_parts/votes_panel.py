"""The step "Nhập kết quả": ballots counted, then the votes on each case."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kimhoa_app.domain.councils import CouncilKind, MeetingState, VoteMethod
from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from kimhoa_app.domain.meeting_rules import votes_fit, votes_to_cast
from kimhoa_app.domain.quorum import voter_count
from kimhoa_app.services.council_desk import Desk
from ui import theme
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.steps import entered_count
from ui.pages.council_parts.vote_model import VoteModel
from ui.pages.council_parts.vote_rows import VoteRow
from ui.pages.council_parts.vote_table import VoteTable
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import label

_MOST = 9999
_KEYS = (
    "Gõ số rồi Enter; đủ tổng thì dòng được lưu, ô còn trống là 0. Mũi tên để đi lại, Delete xóa phiếu của dòng, "
    "Esc lấy lại số đã lưu."
)


class VotesPanel(QWidget):
    """The card of the votes; what does not add up stays beside its row until it does."""

    def __init__(self, actions: DeskActions, kind: CouncilKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._meeting_id = 0
        self.issued, self.returned = _count_field("Số phiếu phát ra"), _count_field("Số phiếu thu về")
        self.ballots_button = plain_button("Ghi số phiếu", self.save_ballots)
        self.fill_button = plain_button("Điền tất cả đồng ý", self.fill_all_for, icon="check")
        self.fill_button.setToolTip("Cho các dòng đang chọn, hoặc mọi dòng chưa nhập; sau đó sửa dòng khác")
        self._ballots_error = label("", "error", wrap=True)
        self._explain = label("", "error", wrap=True)
        self.table = VoteTable(VoteModel(kind, self))
        self._lay_out()
        votes = self.table.votes
        votes.completed.connect(actions.enter_votes)
        votes.emptied.connect(actions.clear_votes)
        votes.dataChanged.connect(lambda *_range: self._say_what_is_wrong())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._say_what_is_wrong())

    def show_desk(self, desk: Desk) -> None:
        """Show the votes of `desk`; what was typed for this meeting and is not saved stays."""
        record = desk.record
        secret = record.vote_method is VoteMethod.SECRET_BALLOT
        is_open = record.state is not MeetingState.CLOSED
        counted = not secret or record.ballots_returned is not None
        if self._meeting_id != record.meeting_id:
            self._meeting_id = record.meeting_id
            self.table.votes.show_rows([], None, is_open=False)
        rows = [VoteRow(result, votes_fit(record, result.case)) for result in desk.results.results]
        self.table.votes.show_rows(rows, votes_to_cast(record) if counted else None, is_open=is_open)
        self._ballots.setVisible(secret and is_open)
        self._show_ballots(desk)
        self.fill_button.setEnabled(is_open and counted and bool(rows))
        self._card.set_head("Kết quả bỏ phiếu kín" if secret else "Kết quả biểu quyết giơ tay", _note(desk))
        self._say_what_is_wrong()

    def start(self) -> None:
        """Put the cursor where the next thing is to be typed."""
        if self.table.votes.takes_votes:
            self.table.go_to_first_open()
        elif self._ballots.isVisibleTo(self):
            self.issued.setFocus()
            self.issued.selectAll()

    def save_ballots(self) -> None:
        """Write the two numbers of ballots and go on to the votes."""
        self._ballots_error.hide()
        for field in (self.issued, self.returned):
            theme.set_look(field, "", state="" if field.text() else "wrong")
        if self.issued.text() and self.returned.text():
            self._actions.set_ballots(int(self.issued.text()), int(self.returned.text()), refused=self._refuse)
            self.table.go_to_first_open()

    def fill_all_for(self) -> None:
        """Write all votes as for on the selected rows, or on every row when none or one is selected."""
        selected = self.table.selected_rows()
        rows = selected if len(selected) > 1 else self.table.votes.rows
        self._actions.vote_all_for([row.case.nomination_id for row in rows if row.typed is None])

    def _show_ballots(self, desk: Desk) -> None:
        record, voters = desk.record, voter_count(desk.record)
        for field, stored in ((self.issued, record.ballots_issued), (self.returned, record.ballots_returned)):
            if not field.hasFocus() or stored is not None:
                field.setText(str(voters if stored is None else stored))
        self.ballots_button.setText("Ghi số phiếu" if record.ballots_returned is None else "Sửa số phiếu")
        self._hint.setText("Ghi số phiếu trước, rồi nhập kết quả." if record.ballots_returned is None else "")

    def _refuse(self, error: KimHoaError) -> None:
        self._ballots_error.setText(error.message)
        self._ballots_error.show()
        wrong = error.field if isinstance(error, InvalidInput) else ""
        theme.set_look(self.issued, "", state="wrong" if wrong == "issued" else "")
        theme.set_look(self.returned, "", state="wrong" if wrong == "returned" else "")
        field = self.issued if wrong == "issued" else self.returned
        field.setFocus()
        field.selectAll()

    def _say_what_is_wrong(self) -> None:
        votes, here = self.table.votes, self.table.currentIndex().row()
        secret = self._ballots.isVisibleTo(self)
        unit = "phiếu thu về" if secret else "người biểu quyết"
        rows = votes.rows[here : here + 1] + votes.unsaved() if here >= 0 else votes.unsaved()
        sentences = (row.explain(votes.cast or 0, unit) for row in rows)
        self._explain.setText(next((each for each in sentences if each), ""))
        self._explain.setVisible(bool(self._explain.text()))

    def _lay_out(self) -> None:
        self._card = Card()
        self._card.add_to_head(self.fill_button)
        self._ballots = QWidget()
        row = QHBoxLayout(self._ballots)
        row.setContentsMargins(0, 0, 0, 0)
        self._hint = label("", "muted")
        for widget in (
            label("Phát ra", "field"),
            self.issued,
            label("Thu về", "field"),
            self.returned,
            self.ballots_button,
            self._hint,
        ):
            row.addWidget(widget)
        row.addStretch(1)
        self._ballots_error.hide()
        for part in (self._ballots, self._ballots_error, self.table, self._explain):
            self._card.body.addWidget(part, 1 if part is self.table else 0)
        self._card.body.addWidget(label(_KEYS, "small", wrap=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self.returned.returnPressed.connect(self.save_ballots)
        self.issued.returnPressed.connect(self.returned.setFocus)


def _count_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setFixedWidth(64)
    field.setAccessibleName(name)
    field.setValidator(QIntValidator(0, _MOST, field))
    return field


def _note(desk: Desk) -> str:
    record = desk.record
    entered = f"đã nhập {entered_count(desk)}/{len(record.cases)}"
    if record.vote_method is VoteMethod.SHOW_OF_HANDS:
        return f"{votes_to_cast(record)} người biểu quyết · {entered}"
    if record.ballots_returned is None:
        return "chưa ghi số phiếu"
    return f"phát ra {record.ballots_issued} · thu về {record.ballots_returned} · {entered}"
