"""Cơ quan: what the office is called, and what it was called before."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel
from typing_extensions import override

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.office import OfficePeriod
from kimhoa_app.services import office
from kimhoa_app.services.office import OfficeEntry
from kimhoa_app.text.dates import list_date
from ui.dialogs.base import FormDialog
from ui.dialogs.office import office_of, period_dialog, rename_dialog
from ui.models.records import Column
from ui.pages.base import Page
from ui.pages.settings_parts.part import Part, SettingsView
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label

COLUMNS = (
    Column[OfficeEntry]("Từ ngày", lambda row: _day(row.period.valid_from), lambda row: row.period.valid_from),
    Column[OfficeEntry]("Đến ngày", lambda row: _day(row.period.valid_to) or "nay", lambda row: row.period.valid_to),
    Column[OfficeEntry]("Tên", lambda row: row.period.full_name, stretch=True),
    Column[OfficeEntry]("Huyện", lambda row: row.period.district or ""),
    Column[OfficeEntry]("Tỉnh, thành phố", lambda row: row.period.province),
    Column[OfficeEntry]("Dòng cấp trên", lambda row: row.period.superior or "không in"),
)


class OfficePart(Part):
    """The present particulars, and the periods of the office."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._present: OfficeEntry | None = None
        self._facts: dict[str, QLabel] = {}
        self.periods: DataTable[OfficeEntry] = DataTable(
            "office-periods", COLUMNS, key=lambda row: row.id, empty="Chưa khai báo cơ quan."
        )
        self.periods.opened.connect(self.change_period)
        self._lay_out_cards()

    @override
    def show_view(self, view: SettingsView) -> None:
        self._present = view.periods[-1] if view.periods else None
        self.periods.show_rows(view.periods)
        if self._present is not None:
            period = self._present.period
            self._facts["name"].setText(period.full_name)
            self._facts["province"].setText(period.province)
            self._facts["superior"].setText(period.superior or "không in")
            self._facts["place"].setText(period.place)

    def change_present(self) -> FormDialog | None:
        """Open the present particulars for correction."""
        return self.change_period(self._present) if self._present is not None else None

    def change_period(self, entry: OfficeEntry) -> FormDialog:
        """Open a period for correction."""
        workspace = self.page.context.workspace
        dialog = period_dialog(
            self.page.context.runner,
            entry.period,
            lambda period: office.change_office(workspace, entry.id, period),
            lambda _saved: self.tell(
                "Đã lưu thông tin cơ quan.",
                "office",
                lambda opened: office.change_office(opened, entry.id, entry.period),
            ),
            self,
        )
        dialog.open()
        return dialog

    def rename(self) -> FormDialog | None:
        """Ask what the office is called from a day on."""
        if self._present is None:
            return None
        context = self.page.context

        def save(values: dict[str, Any]) -> int:
            named = office_of(values)
            if _same_names(named, present):
                raise InvalidInput("name", "Tên mới giống tên đang dùng.")
            return office.rename_office_from(context.workspace, named, values["valid_from"])

        def done(_period_id: int) -> None:
            context.notify("Đã ghi tên mới của cơ quan.")
            context.announce("office")

        present = self._present.period
        dialog = rename_dialog(context.runner, present, save, done, self)
        dialog.open()
        return dialog

    def _lay_out_cards(self) -> None:
        present = Card("Cơ quan hiện nay")
        present.add_to_head(plain_button("Sửa", self.change_present, icon="edit"))
        present.add_to_head(plain_button("Đổi tên từ ngày…", self.rename))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        names = {
            "name": "Tên cơ quan ban hành",
            "province": "Tỉnh, thành phố",
            "superior": "Dòng cơ quan cấp trên trên đầu văn bản",
            "place": "Địa danh trước ngày, tháng, năm",
        }
        for place, (key, name) in enumerate(names.items()):
            self._facts[key] = label()
            grid.addWidget(label(name, "muted"), place, 0)
            grid.addWidget(self._facts[key], place, 1)
        present.body.addLayout(grid)
        history = Card("Tên cơ quan qua các thời kỳ", "văn bản cũ giữ tên của ngày ban hành")
        history.body.addWidget(self.periods)
        self.body.addWidget(present)
        self.body.addWidget(history, 1)


def _same_names(one: OfficePeriod, other: OfficePeriod) -> bool:
    keys = partial(getattr, one), partial(getattr, other)
    return all(keys[0](name) == keys[1](name) for name in ("kind", "name", "province", "superior"))


def _day(day: Any) -> str:
    return list_date(day) if day else ""
