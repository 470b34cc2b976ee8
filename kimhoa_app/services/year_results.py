"""What came of a year, for the papers that tell of it: from the registrations and the awards in the data."""

from db.store.awards import AwardEntry, list_awards
from db.store.registrations import list_registrations
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind, catalogue
from kimhoa_app.domain.year_results import Awarded, Registered, YearResults


def year_results(uow: UnitOfWork, year: int) -> YearResults:
    """Return the registrations and the awards of `year`; an award that the catalogue does not know is left out."""
    drafts = [stored.draft for stored in list_registrations(uow, year)]
    return YearResults(
        year,
        tuple(
            Registered(draft.award_code, _subject(draft.person_id), draft.person_id or draft.unit_id or 0)
            for draft in drafts
            if draft.award_code in catalogue()
        ),
        tuple(_awarded(entry) for entry in list_awards(uow, year=year) if entry.award.award_code in catalogue()),
    )


def _subject(person_id: int | None) -> SubjectKind:
    return SubjectKind.COLLECTIVE if person_id is None else SubjectKind.PERSON


def _awarded(entry: AwardEntry) -> Awarded:
    award, decision = entry.award, entry.decision
    return Awarded(
        award_code=award.award_code,
        subject=_subject(award.person_id),
        subject_id=award.person_id or award.unit_id or 0,
        name=award.subject_then,
        position=award.position_then,
        unit=award.unit_then,
        decision=(decision.number or "") if decision else "",
        decided_on=decision.decided_on if decision else None,
        authority=decision.authority if decision else "",
    )
