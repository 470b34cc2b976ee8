"""Conditions on what stands behind a high award: titles in a row, excellent years, a commendation to build on."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.eligibility.initiative_looks import recognised_in_time, used_before
from kimhoa_app.domain.eligibility.looks import PersonLook, by_record
from kimhoa_app.domain.eligibility.service_looks import rating_answer
from kimhoa_app.domain.eligibility.verdicts import Answer, all_of, any_of
from kimhoa_app.domain.people import Rating


def _run_of_title(look: PersonLook) -> Answer:
    title, count = look.params["title"], look.params["count"]
    answers = [_title_of(look, title, year) for year in range(look.year - count + 1, look.year + 1)]
    run = all_of(*answers)
    if run.ok:
        return run
    missing = [each.detail for each in answers if not each.ok]
    return Answer(run.ok, "; ".join(missing))


def _title_of(look: PersonLook, title: str, year: int) -> Answer:
    held = look.person.award_in(title, year)
    if held is not None:
        return Answer(True, f"{title} năm {year}{by_record(held.record)}")
    if year == look.year:
        return look.has_title(title)
    return Answer(False, f"năm {year} không có {title}")


def _run_or_excellent(look: PersonLook) -> Answer:
    return any_of(_run_of_title(look), _excellent_with_initiatives(look))


def _excellent_with_initiatives(look: PersonLook) -> Answer:
    """Answer for years in a row up to this one, at least `count`, all of the rating, with initiatives in them."""
    count, wanted, rating = look.params["count"], look.params["initiatives"], Rating(look.params["rating"])
    years = [look.year - back for back in range(count)]
    rated = all_of(*(_counted_rating(look, year, rating) for year in years))
    while rated.ok and _counted_rating(look, years[-1] - 1, rating).ok:
        years.append(years[-1] - 1)
    of_years = [each for each in look.person.initiatives if each.year in years and not used_before(look, each)]
    found = sum(recognised_in_time(look, each) is True for each in of_years)
    possible = sum(recognised_in_time(look, each) is not False for each in of_years)
    told = f"{found}/{wanted} sáng kiến được công nhận, chưa dùng trong các năm ấy"
    return all_of(rated, Answer(_at_least(found, possible, wanted), told))


def _counted_rating(look: PersonLook, year: int, wanted: Rating) -> Answer:
    """Answer as `rating_answer`; a year in which a measure ran does not count where achievements begin after it."""
    last, is_open = _last_year_of_discipline(look)
    if last is not None and year <= last:
        return Answer(False, f"năm {year} còn trong thời gian bị kỷ luật")
    rated = rating_answer(look.person, year, wanted)
    if rated.ok and is_open:
        return Answer(None, "có kỷ luật chưa ghi ngày chấm dứt hiệu lực")
    return rated


def _last_year_of_discipline(look: PersonLook) -> tuple[int | None, bool]:
    """Return the last year up to this one in which a measure is known to have run, and whether the end of one is not.

    None and False where there is none, or the regime does not cut (rule C08).
    """
    if not look.params.get("after_discipline"):
        return None, False
    measures = [each for each in look.person.disciplines if each.decided_on.year <= look.year]
    years = [min((each.ended_on or each.decided_on).year, look.year) for each in measures]
    return max(years, default=None), any(each.ended_on is None for each in measures)


def _after_commendation(look: PersonLook) -> Answer:
    params = look.params
    given = [
        each for each in look.person.awards
        if each.code == params["form"] and (each.by_merit or not params.get("merit_only"))
    ]  # fmt: skip
    before = sorted(each.year for each in given if each.year < look.year)
    if not before:
        return Answer(False, f"chưa có {params['form']} của các năm trước")
    years = _good_years(look, before[0])
    known = [year for year, ok in years.items() if ok]
    enough = Answer(
        _at_least(len(known), len(years), params["years"]), f"{len(known)} năm liên tục từ {params['rating']}"
    )
    titles = [_title_of(look, params["title"], year).ok for year in years]
    sure = sum(each is True for each in titles)
    open_too = sum(each is not False for each in titles)
    has_titles = Answer(_at_least(sure, open_too, params["count"]), f"{sure}/{params['count']} lần {params['title']}")
    return all_of(enough, has_titles)


def _good_years(look: PersonLook, after: int) -> dict[int, bool | None]:
    """Return the years in a row up to this one, later than `after`, whose rating is good (True) or missing (None)."""
    found: dict[int, bool | None] = {}
    for year in range(look.year, after, -1):
        ok = _counted_rating(look, year, Rating(look.params["rating"])).ok
        if ok is False:
            break
        found[year] = ok
    return found


def _at_least(sure: int, possible: int, wanted: int) -> bool | None:
    if sure >= wanted:
        return True
    return None if possible >= wanted else False


LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {
        "run_of_title": _run_of_title,
        "run_or_excellent": _run_or_excellent,
        "after_commendation": _after_commendation,
    }
)
