"""What a clerk does with the selected units; each saved at once, and where it can be, taken back at once."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import units
from kimhoa_app.services.units import Succeeded, UnitEntry
from ui.dialogs.base import FormDialog
from ui.dialogs.person_facts import rating_dialog
from ui.dialogs.unit import dissolve_dialog, draft_of, merge_dialog, rename_dialog, unit_dialog
from ui.pages.base import Page
from ui.pages.staff_parts.record_actions import say_step

if TYPE_CHECKING:
    from ui.pages.staff_parts.units_tab import UnitsTab


class UnitActions:
    """The actions of `tab`; they open the forms over it and change the data through `page`."""

    def __init__(self, page: Page, tab: "UnitsTab") -> None:
        self._page = page
        self._tab = tab

    def add(self) -> FormDialog:
        """Open the form of a new unit."""

        def done(unit_id: int) -> None:
            self._tab.look_for(unit_id)
            self._changed("Đã thêm 1 tập thể.", lambda workspace: units.delete_unit(workspace, unit_id))

        return self._opened(unit_dialog, None, done)

    def edit(self) -> FormDialog | None:
        """Open the form of the selected unit."""
        unit = self._tab.table.current()
        if unit is None:
            return None
        old = draft_of(unit)

        def done(_number: int) -> None:
            self._changed(f"Đã lưu {unit.name}.", lambda workspace: units.change_unit(workspace, unit.id, old))

        return self._opened(unit_dialog, unit, done)

    def rename(self) -> FormDialog | None:
        """Open the form of a new name of the selected unit from a day on."""
        unit = self._tab.table.current()
        if unit is None:
            return None

        def done(outcome: Succeeded) -> None:
            self._tab.look_for(outcome.unit_id)
            say_step(self._page, f"Đã ghi tên mới của {unit.name}.", outcome.step)

        return self._opened(rename_dialog, unit, done)

    def merge(self) -> FormDialog | None:
        """Open the form that merges the selected units into another."""
        merged = [unit for unit in self._tab.table.selected() if unit.dissolved_on is None]
        if not merged:
            return None

        def done(outcome: Succeeded) -> None:
            self._tab.look_for(outcome.unit_id)
            say_step(self._page, f"Đã sáp nhập {', '.join(unit.name for unit in merged)}.", outcome.step)

        context = self._page.context
        dialog = merge_dialog(context.runner, context.workspace, merged, self._tab.known.units, done, self._tab)
        dialog.open()
        return dialog

    def dissolve(self) -> FormDialog | None:
        """Open the form that ends the selected unit."""
        unit = self._tab.table.current()
        if unit is None:
            return None
        old = draft_of(unit)

        def done(_nothing: None) -> None:
            self._changed(f"Đã giải thể {unit.name}.", lambda workspace: units.change_unit(workspace, unit.id, old))

        return self._opened(dissolve_dialog, unit, done)

    def rate(self) -> FormDialog | None:
        """Open the form of a yearly rating of the selected unit."""
        unit = self._tab.table.current()
        if unit is None:
            return None
        context = self._page.context
        done = partial(say_step, self._page, f"Đã lưu xếp loại của {unit.name}.")
        subject = (unit.name, None, unit.id)
        ratings = self._tab.card.record.ratings
        dialog = rating_dialog(context.runner, context.workspace, subject, ratings, done, self._tab)
        dialog.open()
        return dialog

    def delete(self) -> None:
        """Put the selected unit into the bin; the foot of the window offers to take it back."""
        unit = self._tab.table.current()
        if unit is None:
            return
        self._page.change(
            lambda workspace: units.delete_unit(workspace, unit.id),
            "units",
            said=f"Đã xóa {unit.name}.",
            undo=lambda: self._page.change(lambda workspace: bin_service.restore(workspace, "unit", unit.id), "units"),
        )

    def shift(self, by: int) -> None:
        """Move the selected unit up or down among those shown; every list follows this order."""
        unit = self._tab.table.current()
        shown = sorted(self._tab.table.shown(), key=lambda row: row.position_in_list)
        if unit is None:
            return
        place = shown.index(unit) + by
        if not 0 <= place < len(shown):
            return
        order = [row.id for row in sorted(self._tab.every_unit, key=lambda row: (row.position_in_list, row.id))]
        order.remove(unit.id)
        order.insert(order.index(shown[place].id) + (1 if by > 0 else 0), unit.id)
        self._page.change(lambda workspace: units.reorder_units(workspace, order), "units")

    def _opened(self, make: Callable[..., FormDialog], unit: UnitEntry | None, done: Callable[..., None]) -> FormDialog:
        context = self._page.context
        dialog = make(context.runner, context.workspace, unit, done, self._tab)
        dialog.open()
        return dialog

    def _changed(self, said: str, undo: Callable[[Any], object] | None = None) -> None:
        take_back = None if undo is None else lambda: self._page.change(undo, "units", "people")
        self._page.context.notify(said, take_back)
        self._page.context.announce("units", "people")
