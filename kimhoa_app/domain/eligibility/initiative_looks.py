"""Conditions on the initiatives of a person: recognised in time, wide enough, not used before."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.eligibility.facts import InitiativeFact
from kimhoa_app.domain.eligibility.looks import PersonLook, by_record
from kimhoa_app.domain.eligibility.service_looks import rating_answer
from kimhoa_app.domain.eligibility.verdicts import Answer, all_of, any_of
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating


def recognised_in_time(look: PersonLook, initiative: InitiativeFact) -> bool | None:
    """Return whether it was recognised by the day of decision and of the meeting, None while that is not on record."""
    if not initiative.is_recognised or initiative.recognised_on is None:
        return initiative.is_recognised
    return initiative.recognised_on <= min(look.case.decided_on, look.case.met_on or look.case.decided_on)


def used_before(look: PersonLook, initiative: InitiativeFact) -> tuple[str, ...]:
    """Return the other awards that the initiative has served already."""
    return tuple(sorted(each for each in initiative.used_for if each != f"{look.award} {look.year}"))


def of_years(look: PersonLook, scope: Scope, years: int) -> list[InitiativeFact]:
    """Return the initiatives of the last `years` that reach `scope`, the latest first."""
    if not look.person.initiatives:
        return []
    last = look.year
    first = last - years + 1
    found = [each for each in look.person.initiatives if first <= each.year <= last and each.scope.reaches(scope)]
    return sorted(found, key=lambda each: (-each.year, each.id))


def initiative_answer(look: PersonLook, scope: Scope = Scope.GRASSROOTS) -> Answer:
    """Return whether there is an initiative that counts, with the record of its recognition or what is missing."""
    years = look.params["years"]
    known = of_years(look, scope, years)
    for each in known:
        if recognised_in_time(look, each):
            return Answer(True, f"sáng kiến “{each.name}” năm {each.year}{by_record(each.record)}")
    for each in known:
        if recognised_in_time(look, each) is None:
            return Answer(None, f"sáng kiến “{each.name}” chưa ghi quyết định công nhận")
    narrower = of_years(look, Scope.GRASSROOTS, years)
    if narrower:
        return Answer(False, f"sáng kiến “{narrower[0].name}” chưa được công nhận đúng phạm vi, đúng thời hạn")
    first = look.year - years + 1
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
    """Answer whether an initiative that the award rests on has served no other; none is needed beside the rating."""
    found = [each for each in _that_count(look) if recognised_in_time(look, each)]
    if not found:
        return None
    if "rating" in look.params and look.award not in look.params and _rating(look).ok:
        return Answer(True, "đạt theo mức xếp loại, không phải dùng sáng kiến")
    unused = [each for each in found if not used_before(look, each)]
    if unused:
        return Answer(True, f"sáng kiến “{unused[0].name}” chưa dùng để xét lần nào")
    return Answer(False, f"sáng kiến “{found[0].name}” đã dùng để xét {', '.join(used_before(look, found[0]))}")


def _before_meeting(look: PersonLook) -> Answer | None:
    """Answer whether the initiative that the award rests on was recognised before the council met (rule C18)."""
    met_on = look.case.met_on
    known = [each for each in _that_count(look) if each.is_recognised]
    if met_on is None or not known:
        return None
    if "rating" in look.params and look.award not in look.params and _rating(look).ok:
        return Answer(True, "đạt theo mức xếp loại, không phải dùng sáng kiến")
    for each in known:
        if each.recognised_on is not None and each.recognised_on <= met_on:
            return Answer(True, f"công nhận ngày {each.recognised_on:%d/%m/%Y}, trước ngày họp {met_on:%d/%m/%Y}")
    undated = [each for each in known if each.recognised_on is None]
    if undated:
        return Answer(None, f"sáng kiến “{undated[0].name}” chưa ghi ngày công nhận")
    return Answer(False, f"sáng kiến “{known[0].name}” công nhận sau ngày họp {met_on:%d/%m/%Y}")


def _that_count(look: PersonLook) -> list[InitiativeFact]:
    """Return the initiatives on which the award can rest: of the scope and the years that the rule names for it."""
    wide = look.params.get(look.award)
    if wide is None:
        return of_years(look, Scope.GRASSROOTS, look.params["years"])
    return of_years(look, Scope(wide), look.params["wide_years"])


LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {
        "base_title_and_initiative": _base_title_and_initiative,
        "base_title_and_either": _base_title_and_either,
        "both": _both,
        "initiative_of_scope": _of_scope,
        "initiative_free": _free,
        "before_meeting": _before_meeting,
    }
)
