"""Conditions on a person's service in the year: rating, time at work, discipline, leave, training, transfer."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.eligibility.facts import DisciplineFact, PersonFacts, RatingFact, ServiceFact
from kimhoa_app.domain.eligibility.looks import PersonLook, by_record
from kimhoa_app.domain.eligibility.verdicts import Answer
from kimhoa_app.domain.people import Rating, WorkStatus

_LONG_TRAINING_MONTHS = 12
_RATINGS = {rating: place for place, rating in enumerate(Rating)}


def reached(fact: RatingFact, wanted: Rating) -> bool:
    """Return whether a rating is `wanted` or better."""
    return _RATINGS[fact.rating] <= _RATINGS[wanted]


def rating_answer(person: PersonFacts, year: int, wanted: Rating) -> Answer:
    """Return whether the rating of `year` is `wanted` or better, None while there is none; who is not rated has not."""
    fact = person.ratings.get(year)
    if fact is None:
        return _without_rating(person, year)
    return Answer(reached(fact, wanted), f"{fact.rating.value} năm {year}{by_record(fact.record)}")


def _without_rating(person: PersonFacts, year: int) -> Answer:
    if year not in person.unrated:
        return Answer(None, f"chưa có xếp loại năm {year}")
    why = person.unrated[year]
    return Answer(False, f"không xếp loại năm {year}" + (f": {why}" if why else ""))


def disciplined_in(person: PersonFacts, year: int, lowest: DisciplineForm) -> Answer:
    """Return whether the person had no measure from `lowest` up in `year`."""
    found = sorted(
        (each.decided_on, each.record) for each in person.disciplines
        if each.decided_on.year == year and each.form.reaches(lowest)
    )  # fmt: skip
    if not found:
        return Answer(True, f"không bị kỷ luật trong năm {year}")
    day, record = found[0]
    return Answer(False, f"bị kỷ luật ngày {day:%d/%m/%Y}{by_record(record)}")


def _rated(look: PersonLook) -> Answer:
    trained = _training(look)
    if trained is not None and trained.ok:
        return trained
    fact = look.person.ratings.get(look.year)
    if fact is None:
        return _without_rating(look.person, look.year)
    return Answer(True, f"{fact.rating.value}{by_record(fact.record)}")


def _rating(look: PersonLook) -> Answer:
    trained = _training(look)
    if trained is not None and trained.ok:
        return trained
    return rating_answer(look.person, look.year, Rating(look.params["rating"]))


def _months(look: PersonLook) -> Answer:
    months, latest = look.params["months"], _latest_start(look)
    person = look.person
    if person.start_date is None:
        return _months_by_record(person, look.year)
    if person.start_date <= latest:
        return Answer(True, f"tuyển dụng ngày {person.start_date:%d/%m/%Y}")
    if person.contract_from is not None and person.contract_from <= latest:
        return Answer(True, f"tính cả thời gian hợp đồng từ ngày {person.contract_from:%d/%m/%Y}")
    return Answer(False, f"tuyển dụng ngày {person.start_date:%d/%m/%Y}, chưa đủ {months:02d} tháng đến hết năm")


def _latest_start(look: PersonLook) -> date:
    """Return the last day of recruitment from which the months are full at the end of the year."""
    return date(look.year, 13 - look.params["months"], 1)


def _months_by_record(person: PersonFacts, year: int) -> Answer:
    """Without the day of recruitment, a rating or an award of an earlier year proves that the person was here."""
    earlier = [each for each in (*person.ratings, *(award.year for award in person.awards)) if each < year]
    if earlier:
        return Answer(True, f"đã công tác từ năm {min(earlier)}")
    return Answer(None, "chưa ghi ngày tuyển dụng")


def _discipline(look: PersonLook) -> Answer:
    return disciplined_in(look.person, look.year, DisciplineForm(look.params["from"]))


def _pending(look: PersonLook) -> Answer:
    return Answer(not look.person.pending, look.person.pending or "không có việc đang xem xét")


def _maternity(look: PersonLook) -> Answer | None:
    on_leave = any(_touches(each, look.year, WorkStatus.MATERNITY_LEAVE) for each in look.person.services)
    return Answer(True, "nghỉ thai sản trong năm, vẫn tính là thời gian công tác") if on_leave else None


def _training(look: PersonLook) -> Answer | None:
    months = look.params.get("months", _LONG_TRAINING_MONTHS)
    long_ones = [
        each for each in look.person.services
        if _touches(each, look.year, WorkStatus.TRAINING) and _length_in_months(each) >= months
    ]  # fmt: skip
    if not long_ones:
        return None
    results = {each.good_result for each in long_ones}
    if True in results:
        return Answer(True, f"đi học từ {months} tháng trở lên, kết quả khá trở lên: xếp tương đương")
    if None in results:
        return Answer(None, "đi học dài hạn, chưa ghi kết quả học tập")
    return Answer(False, "đi học dài hạn, kết quả chưa đạt khá")


def _contract(look: PersonLook) -> Answer | None:
    """Answer only where the contract makes up the months that the recruitment alone does not."""
    person, latest = look.person, _latest_start(look)
    if person.start_date is None or person.start_date <= latest:
        return None
    if person.contract_from is None or person.contract_from > latest:
        return None
    return Answer(None, f"hợp đồng từ ngày {person.contract_from:%d/%m/%Y}: cần hợp đồng và kết quả xếp loại kèm theo")


def _after_discipline(look: PersonLook) -> Answer | None:
    """Answer where a measure of an earlier year still ran in this one, or runs on."""
    measure = _running_measure(look)
    if measure is None:
        return None
    told = _told_of(measure)
    if measure.ended_on is None:
        return Answer(None, f"{told}, chưa ghi ngày chấm dứt hiệu lực")
    told += f", chấm dứt hiệu lực ngày {measure.ended_on:%d/%m/%Y}"
    if measure.ended_on >= date(look.year, 12, 31):
        return Answer(False, f"{told}: cả năm {look.year} không tính thành tích")
    return Answer(False, f"{told}: thành tích chỉ tính từ ngày đó")


def _disciplined_all_year(look: PersonLook) -> Answer | None:
    """Answer only where a measure ran from the first day of the year to the last, so that nothing in it counts."""
    measure = _running_measure(look)
    if measure is None or measure.ended_on is None or measure.ended_on < date(look.year, 12, 31):
        return None
    told = f"{_told_of(measure)} còn hiệu lực đến ngày {measure.ended_on:%d/%m/%Y}"
    return Answer(False, f"{told}: năm {look.year} không có thành tích được tính")


def _running_measure(look: PersonLook) -> DisciplineFact | None:
    """Return the measure of an earlier year that ran longest into this one, None without one."""
    first = date(look.year, 1, 1)
    running = [
        each for each in look.person.disciplines
        if each.decided_on < first and (each.ended_on is None or each.ended_on >= first)
    ]  # fmt: skip
    return max(running, key=lambda each: (each.ended_on or date.max, each.decided_on, each.record), default=None)


def _told_of(measure: DisciplineFact) -> str:
    return f"kỷ luật ngày {measure.decided_on:%d/%m/%Y}{by_record(measure.record)}"


def _touches(fact: ServiceFact, year: int, status: WorkStatus) -> bool:
    starts = fact.term.valid_from or date.min
    ends = fact.term.valid_to or date.max
    return fact.status is status and starts <= date(year, 12, 31) and ends >= date(year, 1, 1)


def _length_in_months(fact: ServiceFact) -> int:
    """Return the full months of a term, both days included; a term that is open at an end counts as a long one."""
    first, last = fact.term.valid_from, fact.term.valid_to
    if first is None or last is None:
        return _LONG_TRAINING_MONTHS
    after = last + timedelta(days=1)
    return (after.year - first.year) * 12 + after.month - first.month - (after.day < first.day)


LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {
        "rated": _rated,
        "rating": _rating,
        "months": _months,
        "discipline": _discipline,
        "pending": _pending,
        "maternity": _maternity,
        "training": _training,
        "contract": _contract,
        "after_discipline": _after_discipline,
        "disciplined_all_year": _disciplined_all_year,
    }
)
