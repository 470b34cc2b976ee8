"""Which condition stands in the way of a registration, by the assessment of its year."""

from collections.abc import Mapping, Sequence

from db.store.registrations import StoredRegistration
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.services.eligibility import assessed


def unmet_conditions(uow: UnitOfWork, year: int, registrations: Sequence[StoredRegistration]) -> Mapping[int, str]:
    """Return for the numbers of those of the registrations that fail a condition which condition, why and its article.

    Left out are those who meet all, of whom something is not known, and whom the office puts forward all the same.
    """
    assessment = assessed(uow, year)
    barred = {
        (kind, result.subject.id, result.award_code): "; ".join(
            f"{rule.title}: {rule.detail} ({rule.basis})" for rule in result.missing if rule.ok is False
        )
        for kind, results in ((SubjectKind.PERSON, assessment.people), (SubjectKind.COLLECTIVE, assessment.units))
        for result in results
        if result.eligible is False and result.override is None
    }
    keys = {each.registration_id: each.draft.key for each in registrations}
    return {number: barred[key] for number, key in keys.items() if key in barred}
