"""What a template is filled from: the office on the day of the paper, the year, the council, the results."""

from dataclasses import replace
from datetime import date

from db.store.councils import council_on
from db.store.documents import list_documents
from db.store.eligibility_records import list_overrides
from db.store.meetings import read_record
from db.store.office import office_on, read_settings, signer_on
from db.store.year_facts import year_plans
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.templating import Needs, Template
from kimhoa_app.documents.templating.contexts import IssuedPlan, TemplateContext, context_for, paper_day
from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.registration_rules import as_sent
from kimhoa_app.domain.settings import Settings
from kimhoa_app.services.initiative_lists import listed_initiatives
from kimhoa_app.services.registration_fates import fates_of
from kimhoa_app.services.registrations import registration_list
from kimhoa_app.services.year_results import year_results


def paper_context(
    uow: UnitOfWork, template: Template, year: int, today: date, meeting_id: int | None
) -> TemplateContext:
    """Return the context of a paper of the template, without the values of its fields.

    Raises InvalidInput without the meeting that it needs, NotFound for an unknown one, Refused while the office is not
    set up or the year has no registration round.
    """
    meeting = _meeting(uow, template, meeting_id)
    registrations = as_sent(registration_list(uow, year)) if template.needs is Needs.REGISTRATIONS else None
    outcomes = fates_of(uow, year).fates if template.needs is Needs.OUTCOMES else None
    day = paper_day(year, today, template.dated)
    if meeting is not None:
        day = meeting.held_on
    elif registrations is not None:
        day = min(today, registrations.deadline)
    office = office_on(uow, day)
    if office is None:
        raise Refused(f"Chưa khai báo tên cơ quan dùng vào ngày {day:%d/%m/%Y}; hãy khai báo ở trang Cài đặt.")
    return context_for(
        template,
        office,
        signer_on(uow, day),
        year,
        day,
        meeting=meeting,
        registrations=registrations,
        outcomes=outcomes,
        province_statute=Settings(read_settings(uow)).text("province_statute"),
        council=council_on(uow, day, template.council or CouncilKind.EMULATION),
        plan=_issued_plan(uow, year),
        results=year_results(uow, year),
        initiatives=listed_initiatives(uow, year, day),
    )


def _issued_plan(uow: UnitOfWork, year: int) -> IssuedPlan | None:
    for entry in year_plans(uow, list_documents(uow, year)):
        if entry.issued_on is not None and entry.number is not None:
            return IssuedPlan(f"{entry.number:02d}/{entry.symbol}", entry.issued_on)
    return None


def _meeting(uow: UnitOfWork, template: Template, meeting_id: int | None) -> MeetingRecord | None:
    if template.needs is not Needs.MEETING:
        return None
    if meeting_id is None:
        raise InvalidInput("meeting_id", f"Mẫu “{template.name}” cần chọn phiên họp của Hội đồng.")
    record = read_record(uow, meeting_id)
    if template.council is not None and template.council is not record.council_kind:
        raise InvalidInput("meeting_id", f"Mẫu “{template.name}” dùng cho phiên họp của {label(template.council)}.")
    return with_exceptions(uow, record)


def with_exceptions(uow: UnitOfWork, record: MeetingRecord) -> MeetingRecord:
    """Return the record with, in each case, why the office puts it forward against the conditions."""
    reasons = {each.key: each.reason for each in list_overrides(uow, record.year)}
    cases = (
        replace(case, exception=reasons.get((case.person_id, case.unit_id, case.award_code), ""))
        for case in record.cases
    )
    return replace(record, cases=tuple(cases))
