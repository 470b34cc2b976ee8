"""The step "Kết thúc": what is still missing, the hour it ended, and the lock."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kimhoa_app.domain.councils import MeetingState
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.services.council_desk import Desk
from ui.pages.council_parts.actions import DeskActions
from ui.widgets.card import Card
from ui.widgets.field import FieldRow
from ui.widgets.labels import label

USUAL_LENGTH = timedelta(hours=2)
MOST_LINES = 10


class ClosingPanel(QWidget):
    """What keeps the meeting open, or that it is closed."""

    def __init__(self, actions: DeskActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._meeting_id = 0
        self.ends_at = QLineEdit()
        self.ends_at.setFixedWidth(100)
        self._time = FieldRow("Giờ kết thúc", self.ends_at, help_text="Ghi vào biên bản, theo dạng 10:30.")
        self._card = Card("Kết thúc cuộc họp")
        self._words = label("", wrap=True)
        self._card.body.addWidget(self._words)
        self._time.setMinimumWidth(300)
        row = QHBoxLayout()
        row.addWidget(self._time)
        row.addStretch(1)
        self._card.body.addLayout(row)
        self._card.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    @property
    def words(self) -> str:
        """What the card says."""
        return self._words.text()

    def show_desk(self, desk: Desk, now: datetime) -> None:
        """Show what is missing, the time now proposed as the end."""
        record = desk.record
        closed = record.state is MeetingState.CLOSED
        self._time.setVisible(not closed)
        if closed:
            self._words.setText(
                f"Cuộc họp kết thúc lúc {record.ends_at}; điểm danh, phiếu và kết quả được khóa để khớp với biên bản "
                "đã ký. Muốn sửa, mở lại cuộc họp và ghi lý do."
            )
        elif desk.lacking:
            rest = len(desk.lacking) - MOST_LINES
            lines = [f"•  {each}" for each in desk.lacking[:MOST_LINES]] + [f"•  và {rest} điều khác."] * (rest > 0)
            self._words.setText("\n".join(("Còn thiếu:", *lines)))
        else:
            self._words.setText(
                "Đã đủ: túc số, phiếu của mọi trường hợp. Kết thúc sẽ khóa điểm danh, phiếu và kết quả của cuộc họp."
            )
        if self._meeting_id != record.meeting_id or not self.ends_at.text():
            self._meeting_id = record.meeting_id
            self.ends_at.setText(record.ends_at or proposed_end(record, now))

    def start(self) -> None:
        """Put the cursor into the hour."""
        self.ends_at.setFocus()
        self.ends_at.selectAll()

    def close_meeting(self) -> None:
        """Close the meeting at the hour typed."""
        self._actions.close(self.ends_at.text().strip())


def proposed_end(record: MeetingRecord, now: datetime) -> str:
    """Return the hour it is, for a meeting held today and begun; else two hours after it begins."""
    if now.date() == record.held_on and f"{now:%H:%M}" > record.starts_at:
        return f"{now:%H:%M}"
    begun = datetime.combine(record.held_on, datetime.strptime(record.starts_at, "%H:%M").time())
    return f"{min(begun + USUAL_LENGTH, begun.replace(hour=23, minute=59)):%H:%M}"
