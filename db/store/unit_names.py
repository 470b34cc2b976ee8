"""What a unit is called on a day, through renamings and mergers."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from db.tables import UnitRow, UnitSuccessionRow
from db.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Every unit's name, and which took over from which on what day."""

    names: dict[int, str]
    successions: dict[int, tuple[tuple[int, date], ...]]

    def name_on(self, unit_id: int, day: date) -> str:
        """Return the name of the unit, or of the one that had taken over from it by `day`."""
        seen: set[int] = set()
        while unit_id not in seen:
            seen.add(unit_id)
            unit_id = next((other for other, since in self.successions.get(unit_id, ()) if since <= day), unit_id)
        return self.names.get(unit_id, "")

    def follows(self, unit_id: int, later: int) -> bool:
        """Return whether `later` is the unit itself, or took over from it, however often."""
        seen: set[int] = set()
        waiting = [unit_id]
        while waiting:
            current = waiting.pop()
            if current == later:
                return True
            if current not in seen:
                seen.add(current)
                waiting += [other for other, _since in self.successions.get(current, ())]
        return False


def read_unit_names(uow: UnitOfWork) -> UnitNames:
    """Return the names and successions of all units, those in the bin too."""
    names = {row.id or 0: row.name for row in uow.session.exec(select(UnitRow))}
    successions: dict[int, tuple[tuple[int, date], ...]] = {}
    for row in uow.session.exec(select(UnitSuccessionRow).order_by(col(UnitSuccessionRow.happened_on))):
        successions[row.predecessor_id] = (
            *successions.get(row.predecessor_id, ()),
            (row.successor_id, row.happened_on),
        )
    return UnitNames(names, successions)
