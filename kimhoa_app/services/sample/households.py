"""The households of the fictional commune: those that registered for Gia đình văn hóa, and those recognised."""

from db.store import awards as award_store
from db.store import registrations as store
from db.store.awards import AwardDraft, DecisionDraft
from db.store.households import list_households
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.households import HouseholdDraft
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services.households import HOUSEHOLD_TITLE, numbers_of
from kimhoa_app.services.sample.source import Commune, YearSource
from kimhoa_app.services.sample.staff import Numbers


def write_households(uow: UnitOfWork, year: YearSource, source: Commune, numbers: Numbers) -> int:
    """Write what the households of a year registered, with their recognition; return how many were recognised."""
    drafts = [
        HouseholdDraft(head, numbers.units[household.village])
        for household in source.household
        if household.village in year.households
        for head in household.heads
    ]
    known = numbers_of(uow, drafts)
    # The villages hand in their lists on the last day of the round.
    registrations = [RegistrationDraft(HOUSEHOLD_TITLE, year.deadline, household_id=known[draft]) for draft in drafts]
    store.add_registrations(uow, year.year, registrations)
    return _recognise(uow, year, {known[draft] for draft in drafts})


def _recognise(uow: UnitOfWork, year: YearSource, registered: set[int]) -> int:
    """Recognise those who registered, whose villages met on them: the council has no say."""
    decision = year.culture
    if decision is None:
        return 0
    draft = DecisionDraft(year.year, decision.number, decision.day, decision.authority, decision.signer)
    decision_id = award_store.insert_decision(uow, draft)
    awards = [
        AwardDraft(
            HOUSEHOLD_TITLE, year.year, each.head_name, decision_id=decision_id, unit_then=each.village,
            household_id=each.id,
        )
        for each in list_households(uow)
        if each.id in registered and each.head_name not in year.households_lost
    ]  # fmt: skip
    return len(award_store.insert_awards(uow, awards))
