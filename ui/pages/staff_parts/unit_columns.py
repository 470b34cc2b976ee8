"""How units are shown in the list."""

from collections.abc import Callable
from typing import Final

from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.services.units import UnitEntry
from kimhoa_app.text.dates import list_date
from ui.models.records import RIGHT, Column
from ui.theme import State

LESS_NEEDED: Final = (2, 3)
_SHORT_KINDS: Final = {
    UnitKind.DEPARTMENT: "Phòng",
    UnitKind.SERVICE: "Sự nghiệp",
    UnitKind.PARTY_AND_MASS: "Đảng, đoàn thể",
    UnitKind.VILLAGE: "Thôn, tổ",
}


def unit_columns(place: Callable[[UnitEntry], int | None]) -> tuple[Column[UnitEntry], ...]:
    """Return the columns of the list; `place` counts the units that stand, in the order of the office."""
    return (
        Column("TT", lambda row: str(place(row) or ""), place, RIGHT),
        Column("Tên tập thể", lambda row: row.name, stretch=True),
        Column("Tên gọi tắt", lambda row: row.short_name),
        Column("Loại", lambda row: _SHORT_KINDS.get(row.kind) or words_of(row.kind)),
        Column("Số người", lambda row: str(row.headcount), lambda row: row.headcount, RIGHT),
        Column(
            "Giải thể",
            lambda row: f"từ {list_date(row.dissolved_on)}" if row.dissolved_on else "",
            lambda row: row.dissolved_on,
            chip=lambda row: State.QUIET if row.dissolved_on else None,
            spare=True,
        ),
    )
