"""Conditions on a household: what the register knows of it; the village weighs the rest by its own procedure."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.eligibility.commendation_looks import (
    authority_answer,
    decided_locally,
    not_twice,
    same_form,
)
from kimhoa_app.domain.eligibility.looks import HouseholdLook
from kimhoa_app.domain.eligibility.unit_ties import registered_answer
from kimhoa_app.domain.eligibility.verdicts import Answer


def _authority(look: HouseholdLook) -> Answer | None:
    return authority_answer(look.award, look.params)


def _local(look: HouseholdLook) -> Answer:
    return decided_locally(look.params)


def _not_yet(look: HouseholdLook) -> Answer:
    return not_twice(look.household.awards, look.award, look.case.year)


def _same_form(look: HouseholdLook) -> Answer | None:
    return same_form(look.household.awards, look.award, look.case.year)


def _registered(look: HouseholdLook) -> Answer | None:
    return registered_answer(look.household.registered, look.case.year, is_late=look.household.registered_late)


LOOKS: Mapping[str, Callable[[HouseholdLook], Answer | None]] = MappingProxyType(
    {
        "authority": _authority,
        "local": _local,
        "not_yet": _not_yet,
        "registered": _registered,
        "same_form": _same_form,
    }
)
