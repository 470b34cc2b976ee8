"""Conditions on the initiatives of a person: recognised in time, wide enough, not used before."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.eligibility.facts import InitiativeFact
from kimhoa_app.domain.eligibility.looks import PersonLook, by_record
from kimhoa_app.domain.eligibility.service_looks import rating_answer
from kimhoa_app.domain.eligibility.verdicts import Answer, all_of, any_of
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating


def usable(look: PersonLook, scope: Scope = Scope.GRASSROOTS) -> list[InitiativeFact]:
    """Return the initiatives of the years that count which reach `scope` and were recognised by the day of decision."""
    first = look.year - look.params["years"] + 1
    found = [
        each for each in look.person.initiatives
        if first <= each.year <= look.year and each.is_recognised and each.scope.reaches(scope)
        and (each.recognised_on is None or each.recognised_on <= look.case.decided_on)
    ]  # fmt: skip
    return sorted(found, key=lambda each: (-each.year, each.id))


def initiative_answer(look: PersonLook, scope: Scope = Scope.GRASSROOTS) -> Answer:
    """Return whether there is an initiative that counts, with the record of its recognition or what is missing."""
    found = usable(look, scope)
    if found:
        return Answer(True, f"sáng kiến “{found[0].name}” năm {found[0].year}{by_record(found[0].record)}")
    first = look.year - look.params["years"] + 1
    others = sorted(each.name for each in look.person.initiatives if first <= each.year <= look.year)
    if others:
        return Answer(False, f"sáng kiến “{others[0]}” chưa được công nhận đúng phạm vi, đúng thời hạn")
    return Answer(False, f"không có sáng kiến, đề tài được công nhận từ năm {first} đến năm {look.year}")


def _base_title_and_initiative(look: PersonLook) -> Answer:
    return all_of(look.has_title(look.params["title"]), initiative_answer(look))


def _base_title_and_either(look: PersonLook) -> Answer:
    either = any_of(_rating(look), initiative_answer(look))
    return all_of(look.has_title(look.params["title"]), either)


def _both(look: PersonLook) -> Answer:
    return all_of(_rating(look), initiative_answer(look))


def _rating(look: PersonLook) -> Answer:
    return rating_answer(look.person, look.year, Rating(look.params["rating"]))


def _of_scope(look: PersonLook) -> Answer:
    return initiative_answer(look, Scope(look.params[look.award]))


def _free(look: PersonLook) -> Answer | None:
    found = usable(look)
    if not found:
        return None
    unused = [each for each in found if not each.used_for]
    if unused:
        return Answer(True, f"sáng kiến “{unused[0].name}” chưa dùng để xét lần nào")
    return Answer(False, f"sáng kiến “{found[0].name}” đã dùng để xét {', '.join(sorted(found[0].used_for))}")


LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {
        "base_title_and_initiative": _base_title_and_initiative,
        "base_title_and_either": _base_title_and_either,
        "both": _both,
        "initiative_of_scope": _of_scope,
        "initiative_free": _free,
    }
)
