"""Conditions on a unit: the share of its people with a title, their ratings and discipline, and that it stands."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.eligibility.looks import UnitLook, by_record
from kimhoa_app.domain.eligibility.service_looks import disciplined_in, rating_answer
from kimhoa_app.domain.eligibility.verdicts import Answer, all_of
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.settings import basis_points
from kimhoa_app.text.numbers import percent

_WHOLE = 10_000
_RATINGS = list(Rating)


def _share(look: UnitLook) -> Answer:
    return all_of(_unit_rating(look), _title_share(look), _no_discipline(look))


def _excellent(look: UnitLook) -> Answer:
    fulfilled = [rating_answer(each, look.case.year, Rating.FULFILLED) for each in look.unit.members]
    heroes = [look.has_title(each, "CSTĐCS").ok for each in look.unit.members]
    has_hero = True if True in heroes else None if None in heroes else False
    return all_of(
        _unit_rating(look),
        all_of(*fulfilled) if fulfilled else Answer(None, "chưa có danh sách người trong tập thể"),
        _title_share(look),
        Answer(has_hero, f"{sum(each is True for each in heroes)} Chiến sĩ thi đua cơ sở"),
        _no_discipline(look),
    )


def _unit_rating(look: UnitLook) -> Answer:
    year, wanted = look.case.year, Rating(look.params["rating"])
    fact = look.unit.ratings.get(year)
    if fact is None:
        return Answer(None, f"chưa có xếp loại tập thể năm {year}")
    is_met = _RATINGS.index(fact.rating) <= _RATINGS.index(wanted)
    return Answer(is_met, f"tập thể năm {year}: {fact.rating.value}{by_record(fact.record)}")


def _title_share(look: UnitLook) -> Answer:
    """Answer for the share of Lao động tiên tiến, counted on the people of the unit at the end of the year."""
    answers = [look.has_title(each, "LĐTT").ok for each in look.unit.members]
    base, sure = len(answers), sum(each is True for each in answers)
    possible = sum(each is not False for each in answers)
    if not base:
        return Answer(None, "chưa có danh sách người trong tập thể")
    detail = f"{sure}/{base} Lao động tiên tiến ({percent(sure * _WHOLE // base)})"
    if _reaches(look, sure, base):
        return Answer(True, detail)
    return Answer(None if _reaches(look, possible, base) else False, detail)


def _reaches(look: UnitLook, count: int, base: int) -> bool:
    if "above" in look.params:
        return count * _WHOLE > basis_points(look.params["above"]) * base
    return count * _WHOLE >= basis_points(look.params["at_least"]) * base


def _no_discipline(look: UnitLook) -> Answer:
    lowest = DisciplineForm(look.params["discipline"])
    measures = [(each.full_name, disciplined_in(each, look.case.year, lowest)) for each in look.unit.members]
    bad = sorted(f"{name} {answer.detail}" for name, answer in measures if not answer.ok)
    return Answer(not bad, "; ".join(bad) or "không ai bị kỷ luật từ cảnh cáo trở lên")


def _not_dissolved(look: UnitLook) -> Answer:
    day = look.unit.dissolved_on
    if day is None or day > look.case.decided_on:
        return Answer(True, "tập thể đang hoạt động")
    return Answer(False, f"đã giải thể, sáp nhập từ ngày {day:%d/%m/%Y}")


def _not_yet(look: UnitLook) -> Answer:
    held = sorted(each.record for each in look.unit.awards if each.code == look.award and each.year == look.case.year)
    if not held:
        return Answer(True, f"chưa được tặng cho năm {look.case.year}")
    return Answer(False, f"đã được tặng cho năm {look.case.year}{by_record(held[0])}")


LOOKS: Mapping[str, Callable[[UnitLook], Answer | None]] = MappingProxyType(
    {
        "collective_share": _share,
        "collective_excellent": _excellent,
        "not_dissolved": _not_dissolved,
        "collective_not_yet": _not_yet,
    }
)
