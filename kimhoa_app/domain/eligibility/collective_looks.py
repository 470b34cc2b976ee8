"""Conditions on a unit: the share of its people with a title, their ratings and discipline, and that it stands."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.eligibility.commendation_looks import (
    authority_answer,
    decided_locally,
    gap_answer,
    not_twice,
    one_of_state,
    same_form,
)
from kimhoa_app.domain.eligibility.looks import UnitLook, by_record
from kimhoa_app.domain.eligibility.service_looks import disciplined_in, rating_answer, reached
from kimhoa_app.domain.eligibility.shares import least_share
from kimhoa_app.domain.eligibility.unit_ties import name_answer, registered_answer
from kimhoa_app.domain.eligibility.verdicts import Answer, all_of
from kimhoa_app.domain.people import Rating
from kimhoa_app.text.numbers import percent


def _share(look: UnitLook) -> Answer:
    share = _title_share(look)
    return _telling(share, all_of(_unit_rating(look), share, _no_discipline(look)))


def _excellent(look: UnitLook) -> Answer:
    heroes = [look.has_title(each, "CSTĐCS").ok for each in look.unit.members]
    has_hero = True if True in heroes else None if None in heroes else False
    share = _title_share(look)
    every = all_of(
        _unit_rating(look),
        _all_fulfilled(look),
        share,
        Answer(has_hero, f"{sum(each is True for each in heroes)} Chiến sĩ thi đua cơ sở"),
        _no_discipline(look),
    )
    return _telling(share, every)


def _all_fulfilled(look: UnitLook) -> Answer:
    """Answer whether everyone in the unit fulfilled the tasks of the year, naming those who did not."""
    rated = [(each.full_name, rating_answer(each, look.case.year, Rating.FULFILLED)) for each in look.unit.members]
    failed = sorted(f"{name}: {answer.detail}" for name, answer in rated if answer.ok is False)
    if failed:
        return Answer(False, "; ".join(failed))
    unrated = sorted(name for name, answer in rated if answer.ok is None)
    if unrated:
        return Answer(None, f"chưa có xếp loại năm {look.case.year}: {', '.join(unrated)}")
    return Answer(bool(rated) or None, f"{len(rated)}/{len(rated)} người hoàn thành nhiệm vụ trở lên")


def _telling(share: Answer, answer: Answer) -> Answer:
    """Return the answer with base and rounding of the share, which are told whatever decided."""
    return answer if share.detail in answer.detail else Answer(answer.ok, f"{answer.detail}; {share.detail}")


def _unit_rating(look: UnitLook) -> Answer:
    return _rating_in(look, look.case.year, Rating(look.params["rating"]))


def _title_share(look: UnitLook) -> Answer:
    """Answer for the share of Lao động tiên tiến, counted on the people of the unit at the end of the year."""
    answers = [look.has_title(each, "LĐTT").ok for each in look.unit.members]
    if not answers:
        return Answer(None, "chưa có danh sách người trong tập thể")
    share = least_share(look.params, sum(each is True for each in answers), len(answers))
    open_too = sum(each is not False for each in answers)
    told = f"{share.count}/{share.base} Lao động tiên tiến ({percent(share.reached)}); {share.worked_out}"
    if share.is_met:
        return Answer(True, told)
    return Answer(None if open_too >= share.needed else False, told)


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
    return not_twice(look.unit.awards, look.award, look.case.year)


def _same_form(look: UnitLook) -> Answer | None:
    return same_form(look.unit.awards, look.award, look.case.year)


def _gap(look: UnitLook) -> Answer | None:
    return gap_answer(look.unit.awards, look.award, look.case.year, look.params[look.award])


def _one_of_state(look: UnitLook) -> Answer:
    return one_of_state(look.unit.awards, look.award, look.case.year)


def _run_excellent(look: UnitLook) -> Answer:
    """Answer for the ratings of the unit in as many years in a row, this one the last."""
    wanted, count = Rating(look.params["rating"]), look.params["count"]
    return all_of(*(_rating_in(look, look.case.year - back, wanted) for back in range(count)))


def _rating_in(look: UnitLook, year: int, wanted: Rating) -> Answer:
    fact = look.unit.ratings.get(year)
    if fact is None:
        return Answer(None, f"chưa có xếp loại tập thể năm {year}")
    return Answer(reached(fact, wanted), f"tập thể năm {year}: {fact.rating.value}{by_record(fact.record)}")


def _registered(look: UnitLook) -> Answer | None:
    return registered_answer(look.unit.registered, look.case.year, is_late=look.unit.registered_late)


def _unit_name(look: UnitLook) -> Answer | None:
    return name_answer(look.unit.name, look.unit.name_now, look.case.year)


def _local(look: UnitLook) -> Answer:
    return decided_locally(look.params)


def _authority(look: UnitLook) -> Answer | None:
    return authority_answer(look.award, look.params)


LOOKS: Mapping[str, Callable[[UnitLook], Answer | None]] = MappingProxyType(
    {
        "collective_share": _share,
        "collective_excellent": _excellent,
        "not_dissolved": _not_dissolved,
        "not_yet": _not_yet,
        "same_form": _same_form,
        "gap": _gap,
        "one_of_state": _one_of_state,
        "run_excellent": _run_excellent,
        "registered": _registered,
        "unit_name": _unit_name,
        "local": _local,
        "authority": _authority,
    }
)
