"""Conditions on a person's ties to units: come from another, leading one, one that has another name now."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kimhoa_app.domain.eligibility.looks import PersonLook, by_record
from kimhoa_app.domain.eligibility.service_looks import reached
from kimhoa_app.domain.eligibility.verdicts import Answer
from kimhoa_app.domain.people import Rating


def registered_answer(registered: frozenset[str] | None, year: int, *, is_late: bool) -> Answer | None:
    """Return whether a subject registered in time, None without a round."""
    if registered is None:
        return None
    if not registered:
        return Answer(False, f"chưa đăng ký thi đua năm {year}")
    told = f"đã đăng ký {', '.join(sorted(registered))}"
    return Answer(False, f"{told}, sau hạn đăng ký") if is_late else Answer(True, told)


def name_answer(then: str, now: str, year: int) -> Answer | None:
    """Return that the name of the year is to be written where the unit has another one now, else None."""
    if not then or not now or then == now:
        return None
    return Answer(None, f"năm {year} là {then}, nay là {now}: ghi theo tên của năm {year}")


def _transfer(look: PersonLook) -> Answer | None:
    day = look.person.joined_unit_on
    if day is None or day.year != look.year or day.month <= look.params["months"]:
        return None
    told = f"chuyển đến ngày {day:%d/%m/%Y}"
    if look.person.old_unit_opinion:
        return Answer(True, f"{told}; ý kiến của đơn vị cũ: {look.person.old_unit_opinion}")
    return Answer(None, f"{told}; cần ý kiến nhận xét của đơn vị cũ")


def _leads(look: PersonLook) -> Answer | None:
    person, wanted = look.person, Rating(look.params["rating"])
    if not person.is_leader or not person.unit:
        return None
    if person.led_rating is None:
        return Answer(None, f"chưa có xếp loại năm {look.year} của {person.unit} do người này lãnh đạo")
    found = f"{person.unit} năm {look.year}: {person.led_rating.rating.value}{by_record(person.led_rating.record)}"
    return Answer(reached(person.led_rating, wanted), found)


def _unit_name(look: PersonLook) -> Answer | None:
    return name_answer(look.person.unit, look.person.unit_now, look.year)


def _registered(look: PersonLook) -> Answer | None:
    return registered_answer(look.person.registered, look.year, is_late=look.person.registered_late)


LOOKS: Mapping[str, Callable[[PersonLook], Answer | None]] = MappingProxyType(
    {"transfer": _transfer, "leads": _leads, "unit_name": _unit_name, "registered": _registered}
)
