"""What came of a year, for the papers that tell of it: from the registrations and the awards in the data."""

from db.store.awards import AwardEntry, list_awards
from db.store.registrations import list_registrations
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import catalogue, subject_kind
from kimhoa_app.domain.year_results import Awarded, Registered, YearResults


def year_results(uow: UnitOfWork, year: int) -> YearResults:
    """Return the registrations and the awards of `year`; an award that the catalogue does not know is left out."""
    drafts = [stored.draft for stored in list_registrations(uow, year)]
    return YearResults(
        year,
        tuple(
            Registered(draft.award_code, draft.subject, draft.subject_id)
            for draft in drafts
            if draft.award_code in catalogue()
        ),
        tuple(_awarded(entry) for entry in list_awards(uow, year=year) if entry.award.award_code in catalogue()),
    )


def _awarded(entry: AwardEntry) -> Awarded:
    award, decision = entry.award, entry.decision
    return Awarded(
        award_code=award.award_code,
        subject=subject_kind(award.person_id, award.unit_id),
        subject_id=award.person_id or award.unit_id or award.household_id or 0,
        name=award.subject_then,
        position=award.position_then,
        unit=award.unit_then,
        decision=(decision.number or "") if decision else "",
        decided_on=decision.decided_on if decision else None,
        authority=decision.authority if decision else "",
    )
