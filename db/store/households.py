"""Households of the villages in the data file."""

from dataclasses import asdict

from sqlmodel import col, select

from db.store.rows import found, insert
from db.tables import HouseholdRow, UnitRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound
from kimhoa_app.domain.households import Household, HouseholdDraft
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.text.collation import name_key


def list_households(uow: UnitOfWork) -> list[Household]:
    """Return every household, by village in the order of lists and then by the name of its head."""
    query = (
        select(HouseholdRow, UnitRow)
        .where(HouseholdRow.village_id == UnitRow.id)
        .order_by(col(UnitRow.position_in_list), col(UnitRow.id))
    )
    rows = uow.session.exec(query).all()
    places = {village.id: place for place, (_row, village) in enumerate(rows)}
    ordered = sorted(rows, key=lambda pair: (places[pair[1].id], name_key(pair[0].head_name)))
    return [Household(row.id or 0, row.head_name, row.village_id, village.name) for row, village in ordered]


def household_numbers(uow: UnitOfWork) -> dict[HouseholdDraft, int]:
    """Return the number of every household by its head and its village."""
    rows = uow.session.exec(select(HouseholdRow))
    return {HouseholdDraft(row.head_name, row.village_id): row.id or 0 for row in rows}


def insert_household(uow: UnitOfWork, draft: HouseholdDraft) -> int:
    """Write a checked household that is not there yet and return its number; raises NotFound without such a village."""
    village = found(uow, UnitRow, draft.village_id, "Không tìm thấy thôn, tổ dân phố này.")
    if village.kind != UnitKind.VILLAGE.value:
        raise NotFound(f"{village.name} không phải là thôn, tổ dân phố.")
    return insert(uow, HouseholdRow(**asdict(draft)))
