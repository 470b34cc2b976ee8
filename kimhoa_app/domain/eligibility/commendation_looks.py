"""Conditions that concern what was given already: not twice, with a gap, one of the State a year; and who decides."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.awards import AwardKind, Level, catalogue
from kimhoa_app.domain.eligibility.facts import AwardFact
from kimhoa_app.domain.eligibility.looks import PersonLook, by_record
from kimhoa_app.domain.eligibility.rules import Params
from kimhoa_app.domain.eligibility.verdicts import Answer

_BY_COUNCIL = "Hội đồng xét theo thành tích và tiêu chuẩn của tỉnh"


def decided_locally(params: Params) -> Answer:
    """Return that the data cannot say, with the reason that the rule gives."""
    return Answer(None, params.get("reason", _BY_COUNCIL))


def authority_answer(award: str, params: Params) -> Answer | None:
    """Return who decides on the award, None where the rule does not say."""
    return Answer(True, params[award]) if award in params else None


def not_twice(awards: Iterable[AwardFact], code: str, year: int) -> Answer:
    """Return whether the same award, or for a form another form by merit, was not given for `year` yet."""
    of_year = sorted((each for each in awards if each.year == year), key=lambda each: (each.code, each.record))
    for held in of_year:
        if held.code == code:
            return Answer(False, f"đã được tặng cho năm {year}{by_record(held.record)}")
    if catalogue()[code].kind is AwardKind.FORM:
        for held in of_year:
            if held.by_merit and catalogue()[held.code].kind is AwardKind.FORM:
                return Answer(False, f"đã được tặng {held.code} cho thành tích năm {year}{by_record(held.record)}")
    return Answer(True, f"chưa được tặng cho năm {year}")


def same_form(awards: Iterable[AwardFact], code: str, year: int) -> Answer | None:
    """Return that this very form was given by merit for `year`, None where it was not."""
    held = min((each.record for each in awards if _is_by_merit(each, code) and each.year == year), default=None)
    return None if held is None else Answer(False, f"đã được tặng {code} cho thành tích năm {year}{by_record(held)}")


def gap_answer(awards: Iterable[AwardFact], code: str, year: int, years: int) -> Answer | None:
    """Return whether the `years` up to `year` begin after those that the last decision of the form names, if any."""
    held = [each for each in awards if _is_by_merit(each, code) and each.year < year]
    if not held:
        return None
    last = max(held, key=lambda each: (each.year, each.record))
    first = year - years + 1
    told = f"lần trước cho thành tích đến năm {last.year}{by_record(last.record)}"
    if last.year < first:
        return Answer(True, told)
    return Answer(False, f"{told}; thành tích lần này tính từ năm {first} nên còn trùng")


def one_of_state(awards: Iterable[AwardFact], code: str, year: int) -> Answer:
    """Return whether nothing else of the State was given by merit for `year`."""
    others = [
        each for each in awards
        if each.year == year and each.by_merit and each.code != code and catalogue()[each.code].level is Level.STATE
    ]  # fmt: skip
    if not others:
        return Answer(True, f"năm {year} chưa có khen thưởng cấp Nhà nước khác")
    first = min(others, key=lambda each: (each.code, each.record))
    return Answer(False, f"năm {year} đã có {first.code}{by_record(first.record)}")


def _is_by_merit(held: AwardFact, code: str) -> bool:
    return held.code == code and held.by_merit


def _not_yet(look: PersonLook) -> Answer:
    return not_twice(look.person.awards, look.award, look.year)


def _same_form(look: PersonLook) -> Answer | None:
    return same_form(look.person.awards, look.award, look.year)


def _gap(look: PersonLook) -> Answer | None:
    return gap_answer(look.person.awards, look.award, look.year, look.params[look.award])


def _one_of_state(look: PersonLook) -> Answer:
    return one_of_state(look.person.awards, look.award, look.year)


def _other_merits(look: PersonLook) -> Answer | None:
    left_out = sorted({f"{each.code} {each.year}" for each in look.person.awards if not each.by_merit})
    return Answer(True, f"không tính: {', '.join(left_out)}") if left_out else None


def _authority(look: PersonLook) -> Answer | None:
    return authority_answer(look.award, look.params)


def _local(look: PersonLook) -> Answer:
    return decided_locally(look.params)


LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {
        "authority": _authority,
        "gap": _gap,
        "local": _local,
        "not_yet": _not_yet,
        "one_of_state": _one_of_state,
        "other_merits": _other_merits,
        "same_form": _same_form,
    }
)
