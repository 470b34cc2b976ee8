"""The year's registration: the round, who registers for what, and the list of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.store import registrations as store
from db.store.bin import bring_back
from db.store.households import list_households
from db.store.subjects import PersonOnDay, UnitOnDay, people_on, units_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind, award
from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.households import Household
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.registration_rules import checked_registration, checked_round, is_late
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationLine, RegistrationList, RegistrationRound
from kimhoa_app.services.initiative_uses import check_topic
from kimhoa_app.services.office_rules import late_is_refused
from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Registered:
    """What came of registering several at once: the new numbers, and who was passed over with the reason."""

    added: tuple[int, ...]
    passed_over: tuple[tuple[int, str], ...]


def open_round(workspace: Workspace, year: int, opens_on: date, deadline: date) -> RegistrationRound:
    """Open the round of `year`; raises Refused when it is open already, InvalidInput for impossible days."""
    with workspace.begin() as uow:
        if store.find_round(uow, year) is not None:
            raise Refused(f"Đợt đăng ký năm {year} đã mở; hãy sửa ngày của đợt ấy.")
        entry = checked_round(RegistrationRound(year, opens_on, deadline))
        store.save_round(uow, entry)
        uow.commit()
    return entry


def change_round(workspace: Workspace, year: int, opens_on: date, deadline: date) -> RegistrationRound:
    """Change the days of the round of `year`; raises NotFound, or InvalidInput for impossible days."""
    with workspace.begin() as uow:
        round_of(uow, year)
        entry = checked_round(RegistrationRound(year, opens_on, deadline))
        store.save_round(uow, entry)
        uow.commit()
    return entry


def read_round(workspace: Workspace, year: int) -> RegistrationRound | None:
    """Return the round of `year`, or None when none was opened."""
    with workspace.begin() as uow:
        return store.find_round(uow, year)


def round_of(uow: UnitOfWork, year: int) -> RegistrationRound:
    """Return the round of `year` inside a transaction that is open; raises NotFound."""
    entry = store.find_round(uow, year)
    if entry is None:
        raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
    return entry


def register(workspace: Workspace, year: int, draft: RegistrationDraft) -> int:
    """Register one person or unit for one title and return the number of the registration.

    Raises InvalidInput for the field at fault, Refused when it is late and the office refuses that, or a second time.
    """
    with workspace.begin() as uow:
        registration_id = store.add_registration(uow, year, _checked(uow, year, draft))
        uow.commit()
    return registration_id


def register_many(
    workspace: Workspace, year: int, subject_ids: Sequence[int], award_code: str, registered_on: date
) -> Registered:
    """Register several people, or several units where the title is one of collectives, all in one step.

    Those who have the title already are passed over; any other fault raises as in `register`, and nobody is registered.
    """
    return register_all(workspace, year, [_draft_for(each, award_code, registered_on) for each in subject_ids])


def register_all(workspace: Workspace, year: int, drafts: Sequence[RegistrationDraft]) -> Registered:
    """Register every draft in one step; who has the title already is passed over, any other fault raises.

    Raises as `register`, and then nobody is registered.
    """
    with workspace.begin() as uow:
        outcome = register_all_in(uow, year, drafts)
        uow.commit()
    return outcome


def register_all_in(uow: UnitOfWork, year: int, drafts: Sequence[RegistrationDraft]) -> Registered:
    """Do what `register_all` does, inside a transaction that is open."""
    new: list[RegistrationDraft] = []
    passed_over: list[tuple[int, str]] = []
    entry, is_strict = round_of(uow, year), late_is_refused(uow)
    taken = {stored.draft.key for stored in store.list_registrations(uow, year)}
    for draft in drafts:
        checked = checked_registration(draft, entry, late_is_refused=is_strict)
        check_topic(uow, draft.person_id, draft.topic, draft.award_code, year)
        if draft.key in taken:
            passed_over.append((draft.subject_id, store.second_time(draft).message))
        else:
            taken.add(draft.key)
            new.append(checked)
    added = store.add_registrations(uow, year, new)
    return Registered(tuple(added), tuple(passed_over))


def change_registration(workspace: Workspace, registration_id: int, draft: RegistrationDraft) -> None:
    """Write `draft` over a registration; raises as `register`, and NotFound."""
    with workspace.begin() as uow:
        year = store.find_registration(uow, registration_id).year
        store.change_registration(uow, registration_id, _checked(uow, year, draft))
        uow.commit()


def withdraw(workspace: Workspace, *registration_ids: int) -> None:
    """Put registrations in the bin, all or none; raises NotFound."""
    with workspace.begin() as uow:
        for registration_id in registration_ids:
            store.bin_registration(uow, registration_id)
        uow.commit()


def restore(workspace: Workspace, *registration_ids: int) -> None:
    """Take registrations back out of the bin, all or none; raises NotFound, Refused for one registered again since."""
    with workspace.begin() as uow:
        for registration_id in registration_ids:
            bring_back(uow, "registration", registration_id)
        uow.commit()


def read_draft(workspace: Workspace, registration_id: int) -> RegistrationDraft:
    """Return a registration as it was entered, for changing it; raises NotFound."""
    with workspace.begin() as uow:
        return store.find_registration(uow, registration_id).draft


def list_registrations(workspace: Workspace, year: int) -> RegistrationList:
    """Return the list of `year` with names, posts and units as on the deadline day; raises NotFound without a round."""
    with workspace.begin() as uow:
        return registration_list(uow, year)


def registration_list(uow: UnitOfWork, year: int) -> RegistrationList:
    """Return what `list_registrations` does, inside a transaction that is open."""
    entry = round_of(uow, year)
    lines = lines_of(uow, entry, store.list_registrations(uow, year))
    by_kind = {kind: tuple(line for line in lines if line.subject is kind) for kind in SubjectKind}
    return RegistrationList(
        entry.year, entry.opens_on, entry.deadline,
        by_kind[SubjectKind.COLLECTIVE], by_kind[SubjectKind.PERSON], by_kind[SubjectKind.HOUSEHOLD],
    )  # fmt: skip


def lines_of(
    uow: UnitOfWork, entry: RegistrationRound, registrations: Sequence[store.StoredRegistration]
) -> list[RegistrationLine]:
    """Return registrations of the round `entry` as lines of its day, in the order of lists within their kind."""
    people = {person.id: (place, person) for place, person in enumerate(people_on(uow, entry.deadline))}
    units = {unit.id: (place, unit) for place, unit in enumerate(units_on(uow, entry.deadline))}
    households = {each.id: (place, each) for place, each in enumerate(list_households(uow))}
    lines: list[tuple[int, RegistrationLine]] = []
    for stored in registrations:
        late = is_late(stored.draft.registered_on, entry)
        if stored.draft.person_id in people:
            place, person = people[stored.draft.person_id]
            lines.append((place, _person_line(stored, person, late=late)))
        elif stored.draft.unit_id in units:
            place, unit = units[stored.draft.unit_id]
            lines.append((place, _unit_line(stored, unit, late=late)))
        elif stored.draft.household_id in households:
            place, household = households[stored.draft.household_id]
            lines.append((place, _household_line(stored, household, late=late)))
    lines.sort(key=lambda placed: (placed[0], award(placed[1].award_code).rank))
    return [line for _, line in lines]


def _checked(uow: UnitOfWork, year: int, draft: RegistrationDraft) -> RegistrationDraft:
    check_topic(uow, draft.person_id, draft.topic, draft.award_code, year)
    return checked_registration(draft, round_of(uow, year), late_is_refused=late_is_refused(uow))


def _draft_for(subject_id: int, award_code: str, registered_on: date) -> RegistrationDraft:
    if SubjectKind.PERSON in award(award_code).subjects:
        return RegistrationDraft(award_code, registered_on, person_id=subject_id)
    return RegistrationDraft(award_code, registered_on, unit_id=subject_id)


def _person_line(stored: store.StoredRegistration, person: PersonOnDay, *, late: bool) -> RegistrationLine:
    draft = stored.draft
    return RegistrationLine(
        stored.registration_id, SubjectKind.PERSON, person.id, person.name, person.honorific, person.birth,
        person.position, person.unit, draft.award_code, draft.form_code, draft.topic, draft.note,
        draft.registered_on, late, classification=label(person.group) if person.group else "",
    )  # fmt: skip


def _unit_line(stored: store.StoredRegistration, unit: UnitOnDay, *, late: bool) -> RegistrationLine:
    draft = stored.draft
    return RegistrationLine(
        stored.registration_id, SubjectKind.COLLECTIVE, unit.id, unit.name, "", "", "", "",
        draft.award_code, draft.form_code, draft.topic, draft.note, draft.registered_on, late,
        headcount=unit.headcount or None, classification=label(unit.kind),
    )  # fmt: skip


def _household_line(stored: store.StoredRegistration, household: Household, *, late: bool) -> RegistrationLine:
    draft = stored.draft
    return RegistrationLine(
        stored.registration_id, SubjectKind.HOUSEHOLD, household.id, household.head_name, "", "", "", household.village,
        draft.award_code, draft.form_code, draft.topic, draft.note, draft.registered_on, late,
    )  # fmt: skip
