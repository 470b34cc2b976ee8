"""Dates typed as people type them, "5/3/2026", or picked from a calendar; may be left empty."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.text.dates import list_date, parse_date
from ui import icons

UNREADABLE: Final = "Ngày này không đọc được; hãy gõ như 5/3/2026."
UNREADABLE_PARTIAL: Final = "Ngày này không đọc được; hãy gõ như 5/3/1985, hoặc chỉ năm 1985."


class PartialDateEdit(QLineEdit):
    """A date of which only the year may be known, such as a birthday in an old list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("ngày/tháng/năm hoặc năm")
        self.editingFinished.connect(self._tidy)

    def partial_date(self) -> PartialDate | None:
        """Return what was typed, None when empty; raises ValueError with a sentence for what is no date."""
        if not self.text().strip():
            return None
        try:
            return PartialDate(*parse_date(self.text()))
        except ValueError as error:
            raise ValueError(UNREADABLE_PARTIAL) from error

    def show_partial_date(self, value: PartialDate | None) -> None:
        """Show `value`, or nothing."""
        self.setText(value.shown if value is not None else "")

    def _tidy(self) -> None:
        try:
            self.show_partial_date(self.partial_date())
        except ValueError:
            return  # what is no date stays as typed, and the form says so when it is read


class DateEdit(QLineEdit):
    """A full date; the button at its end, or Alt+Down, opens a calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("ngày/tháng/năm")
        self.setMinimumWidth(150)
        opener = QAction(icons.icon("calendar"), "Chọn ngày trên lịch (Alt+↓)", self)
        opener.setShortcut("Alt+Down")
        opener.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        opener.triggered.connect(self._open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._tidy)

    def typed_date(self) -> date | None:
        """Return the date typed, None when empty; raises ValueError with a sentence for what is no date."""
        if not self.text().strip():
            return None
        try:
            year, month, day = parse_date(self.text())
        except ValueError as error:
            raise ValueError(UNREADABLE) from error
        if month is None or day is None:
            raise ValueError(UNREADABLE)
        return date(year, month, day)

    def show_date(self, value: date | None) -> None:
        """Show `value`, or nothing."""
        self.setText(list_date(value) if value is not None else "")

    def _tidy(self) -> None:
        try:
            self.show_date(self.typed_date())
        except ValueError:
            return  # what is no date stays as typed, and the form says so when it is read

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        try:
            shown = self.typed_date()
        except ValueError:
            shown = None
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.activated.connect(lambda picked: self._take(picked, menu))
        calendar.clicked.connect(lambda picked: self._take(picked, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, picked: QDate, menu: QMenu) -> None:
        menu.close()
        self.show_date(date(picked.year(), picked.month(), picked.day()))
        self.setFocus()
