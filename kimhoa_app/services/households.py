"""Households that register for "Gia đình văn hóa": made when they first register, known from then on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from db.store import households as store
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.households import Household, HouseholdDraft, checked_household
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services.registrations import Registered, register_all_in
from kimhoa_app.services.workspace import Workspace

HOUSEHOLD_TITLE: Final = "GĐVH"


def list_households(workspace: Workspace) -> list[Household]:
    """Return every household, by village in the order of lists and then by the name of its head."""
    with workspace.begin() as uow:
        return store.list_households(uow)


def register_households(
    workspace: Workspace, year: int, village_id: int, head_names: Sequence[str], registered_on: date, note: str = ""
) -> Registered:
    """Register the households of these heads in one village for Gia đình văn hóa, all in one step.

    A household that is new is made; who has registered already is passed over. Raises InvalidInput for `head_names`
    when there is none, else as `registrations.register_all`, and then nothing is made.
    """
    drafts = [checked_household(HouseholdDraft(name, village_id)) for name in head_names if name.strip()]
    if not drafts:
        raise InvalidInput("head_names", "Chưa ghi tên chủ hộ nào.")
    with workspace.begin() as uow:
        numbers = numbers_of(uow, drafts)
        registrations = [
            RegistrationDraft(HOUSEHOLD_TITLE, registered_on, household_id=numbers[draft], note=note)
            for draft in dict.fromkeys(drafts)
        ]
        outcome = register_all_in(uow, year, registrations)
        uow.commit()
    return outcome


def numbers_of(uow: UnitOfWork, drafts: Iterable[HouseholdDraft]) -> Mapping[HouseholdDraft, int]:
    """Return the number of each checked household, those made that are new, inside a transaction that is open."""
    numbers = store.household_numbers(uow)
    for draft in drafts:
        if draft not in numbers:
            numbers[draft] = store.insert_household(uow, draft)
    return numbers
