"""The figures at the head of the registration page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kimhoa_app.text.dates import list_date
from ui import theme
from ui.pages.registration_parts.list import EVERYTHING, LATE
from ui.pages.registration_parts.year import RegistrationYear
from ui.theme import State
from ui.widgets.stat import Stat


class RegistrationStats(QWidget):
    """Staff, collectives, late ones, titles; pressing one says `filter_asked` with the name of a filter."""

    filter_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.staff = Stat("cán bộ đã đăng ký")
        self.units = Stat("tập thể đã đăng ký")
        self.late = Stat("đăng ký trễ hạn", pressable=True)
        self.titles = Stat("lượt đăng ký danh hiệu", pressable=True)
        self.late.pressed.connect(lambda: self.filter_asked.emit(LATE))
        self.titles.pressed.connect(lambda: self.filter_asked.emit(EVERYTHING))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        for stat in (self.staff, self.units, self.late, self.titles):
            layout.addWidget(stat, 1)

    def show_year(self, year: RegistrationYear) -> None:
        """Show the figures of `year`."""
        done, total = year.staff_done, year.staff_total
        note = f"còn thiếu {total - done} người" if done < total else "không còn ai thiếu"
        self.staff.show_figure(f"{done} / {total}", note, share=_share(done, total), state=_state(done, total))
        units = year.unit_total - year.missing_units
        note = f"còn thiếu {year.missing_units} tập thể" if year.missing_units else "không còn tập thể nào thiếu"
        self.units.show_figure(
            f"{units} / {year.unit_total}", note, share=_share(units, year.unit_total),
            state=_state(units, year.unit_total),
        )  # fmt: skip
        self.late.show_figure(str(year.late_count), f"sau ngày {list_date(year.round.deadline)}")
        counts = " · ".join(f"{count}\N{NO-BREAK SPACE}{code}" for code, count in year.titles)
        self.titles.show_figure(str(len(year.lines)), counts or "chưa có đăng ký nào")


def _share(done: int, total: int) -> float:
    return done / total if total else 0.0


def _state(done: int, total: int) -> State:
    return State.GOOD if done == total else State.ACTIVE
