"""What a registration must fit: the kind of subject, the round and its deadline (rule C30).

One registration names one title, and a subject may register for several. A title that implies another (Chiến sĩ thi đua
cơ sở implies Lao động tiên tiến, Điều 23 Luật Thi đua, khen thưởng) need not be registered with it; the list that goes
upward names each subject once, with the titles that no other of its titles implies.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from kimhoa_app.domain.awards import Award, AwardKind, SubjectKind, catalogue
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationLine, RegistrationList, RegistrationRound

SUBJECT_NAMES = {
    SubjectKind.PERSON: "cá nhân",
    SubjectKind.COLLECTIVE: "tập thể",
    SubjectKind.HOUSEHOLD: "hộ gia đình",
    SubjectKind.INITIATIVE: "sáng kiến",
}


class Subject(Protocol):
    """Anyone who can register, known by an id."""

    @property
    def id(self) -> int:
        """The key of the person or the unit."""


SubjectT = TypeVar("SubjectT", bound=Subject)


def checked_round(entry: RegistrationRound) -> RegistrationRound:
    """Return the round when its deadline is not before its opening; raises InvalidInput for `deadline`."""
    if entry.deadline < entry.opens_on:
        raise InvalidInput("deadline", f"Hạn đăng ký phải từ ngày mở đợt {entry.opens_on:%d/%m/%Y} trở đi.")
    return entry


def is_late(registered_on: date, entry: RegistrationRound) -> bool:
    """Return whether a registration of this day came after the deadline."""
    return registered_on > entry.deadline


def checked_registration(
    draft: RegistrationDraft, entry: RegistrationRound, *, late_is_refused: bool
) -> RegistrationDraft:
    """Return the draft with its texts trimmed when it fits the round.

    Raises InvalidInput for the field at fault, and Refused for a late registration where the office refuses them.
    """
    subject = _subject_of(draft)
    _check_title(draft.award_code, subject)
    _check_form(draft.form_code, subject)
    if draft.registered_on < entry.opens_on:
        raise InvalidInput("registered_on", f"Đợt đăng ký năm {entry.year} mở từ ngày {entry.opens_on:%d/%m/%Y}.")
    if late_is_refused and is_late(draft.registered_on, entry):
        raise Refused(f"Đã quá hạn đăng ký năm {entry.year} (ngày {entry.deadline:%d/%m/%Y}).")
    return replace(draft, topic=" ".join(draft.topic.split()), note=draft.note.strip())


def missing(subjects: Iterable[SubjectT], registered: Collection[int]) -> list[SubjectT]:
    """Return those whose id is not among the ids that have registered, in the order given."""
    return [subject for subject in subjects if subject.id not in registered]


def shown_titles(codes: Iterable[str]) -> list[Award]:
    """Return the titles of one subject that the list names: highest first, without those that another implies."""
    held = {code: catalogue()[code] for code in codes}
    implied = {code for entry in held.values() for code in entry.implies}
    return sorted((entry for code, entry in held.items() if code not in implied), key=lambda entry: entry.rank)


def as_sent(listing: RegistrationList) -> RegistrationList:
    """Return the list as it goes upward: of each subject, no title that another of its titles implies."""
    return replace(
        listing,
        collectives=_without_implied(listing.collectives),
        people=_without_implied(listing.people),
        households=_without_implied(listing.households),
    )


def _without_implied(lines: tuple[RegistrationLine, ...]) -> tuple[RegistrationLine, ...]:
    held: dict[int, list[str]] = {}
    for line in lines:
        held.setdefault(line.subject_id, []).append(line.award_code)
    shown = {subject: {entry.code for entry in shown_titles(codes)} for subject, codes in held.items()}
    return tuple(line for line in lines if line.award_code in shown[line.subject_id])


def _subject_of(draft: RegistrationDraft) -> SubjectKind:
    given = [number for number in (draft.person_id, draft.unit_id, draft.household_id) if number is not None]
    if len(given) != 1:
        raise InvalidInput("subject", "Chọn một cá nhân, một tập thể hoặc một hộ gia đình để đăng ký.")
    return draft.subject


def _check_title(code: str, subject: SubjectKind) -> None:
    entry = catalogue().get(code)
    if entry is None:
        raise InvalidInput("award_code", f"Không có danh hiệu nào viết tắt là “{code}”.")
    if entry.kind is not AwardKind.TITLE:
        raise InvalidInput("award_code", f"{entry.name} là hình thức khen thưởng, không phải danh hiệu thi đua.")
    if subject not in entry.subjects:
        raise InvalidInput("award_code", f"Danh hiệu {entry.name} không dành cho {SUBJECT_NAMES[subject]}.")


def _check_form(code: str | None, subject: SubjectKind) -> None:
    if code is None:
        return
    entry = catalogue().get(code)
    if entry is None or entry.kind is not AwardKind.FORM:
        raise InvalidInput("form_code", f"Không có hình thức khen thưởng nào viết tắt là “{code}”.")
    if subject not in entry.subjects:
        raise InvalidInput("form_code", f"{entry.name} không dành cho {SUBJECT_NAMES[subject]}.")
