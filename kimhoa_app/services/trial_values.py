"""Values with which a template is tried: a small fictional commune, where the office has said nothing of itself."""

from dataclasses import replace
from datetime import date

from kimhoa_app.documents.templating import FieldKind, Needs, Template, TemplateField
from kimhoa_app.documents.templating.contexts import IssuedPlan, TemplateContext, context_for
from kimhoa_app.documents.templating.fields import checked_fields, default_fields
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import (
    Attendance,
    Council,
    CouncilKind,
    CouncilRole,
    MeetingState,
    Member,
    VoteBase,
    VoteMethod,
)
from kimhoa_app.domain.initiatives import ListedInitiative
from kimhoa_app.domain.meetings import Case, MeetingRecord, MemberPresence, Votes
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.registration_fates import Fate, FateState
from kimhoa_app.domain.registrations import RegistrationLine, RegistrationList
from kimhoa_app.domain.year_results import Awarded, Registered, YearResults
from kimhoa_app.text.dates import list_date

_COUNCIL = "Hội đồng Thi đua - Khen thưởng"
_SEATS = (
    ("Trần Văn Bình", "Chủ tịch Ủy ban nhân dân", CouncilRole.CHAIR),
    ("Nguyễn Thị Hạnh", "Phó Chủ tịch Ủy ban nhân dân", CouncilRole.VICE_CHAIR),
    ("Lê Thị Ánh", "Công chức", CouncilRole.SECRETARY),
)
_PEOPLE = (("Phạm Thị Ánh", "LĐTT"), ("Đỗ Văn Ba", "CSTĐCS"))
_UNIT = "Phòng Kinh tế"


def sample_office() -> OfficePeriod:
    """Return the office of a commune that is not there."""
    return OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh")


def trial_context(
    template: Template, year: int, day: date, office: OfficePeriod, signer: Signer | None, *, fills_all: bool
) -> TemplateContext:
    """Return a context in which everything that a template may name is there, its required fields filled, or all.

    Raises TemplateError for a default that cannot be worked out, InvalidInput for one that does not fit its field.
    """
    context = context_for(
        template,
        office,
        signer or Signer(_SEATS[0][0], SigningCapacity.HEAD, _SEATS[0][1]),
        year,
        day,
        meeting=_meeting(year, day) if template.needs is Needs.MEETING else None,
        registrations=_registrations(year) if template.needs is Needs.REGISTRATIONS else None,
        outcomes=_outcomes(year) if template.needs is Needs.OUTCOMES else None,
        council=_council(day),
        plan=IssuedPlan("05/KH-UBND", day),
        results=_results(year, day),
        initiatives=(_initiative(day),),
    )
    typed = default_fields(template, context)
    wanted = [field for field in template.fields if field.required or fills_all]
    filled = {field.key: typed[field.key] or _sample(field, day) for field in wanted}
    return replace(context, fields=checked_fields(template, typed | filled))


def _sample(field: TemplateField, day: date) -> str:
    match field.kind:
        case FieldKind.DATE:
            return list_date(day)
        case FieldKind.INTEGER:
            return "1"
        case FieldKind.CHOICE:
            return field.choices[0]
        case FieldKind.BOOLEAN:
            return "có"
        case _:
            return field.label


def _council(day: date) -> Council:
    members = tuple(Member(place, place, *seat) for place, seat in enumerate(_SEATS, 1))
    return Council(1, _COUNCIL, CouncilKind.EMULATION, "45/QĐ-UBND", day, None, None, members, ())


def _meeting(year: int, day: date) -> MeetingRecord:
    votes = Votes(3, 0, 0, 3, 7000)
    people = tuple(
        Case(number, SubjectKind.PERSON, name, "Công chức", _UNIT, code, votes=votes)
        for number, (name, code) in enumerate(_PEOPLE, 2)
    )
    return MeetingRecord(
        meeting_id=1,
        council_id=1,
        council_kind=CouncilKind.EMULATION,
        council_name=_COUNCIL,
        council_decision="45/QĐ-UBND",
        council_decision_date=day,
        year=year,
        held_on=day,
        starts_at="14:00",
        ends_at="16:30",
        place="Phòng họp số 1",
        state=MeetingState.CLOSED,
        vote_method=VoteMethod.SECRET_BALLOT,
        vote_base=VoteBase.ALL_MEMBERS,
        quorum_num=2,
        quorum_den=3,
        written_opinions=True,
        ballots_issued=3,
        ballots_returned=3,
        members=tuple(MemberPresence(n, *seat, Attendance.PRESENT) for n, seat in enumerate(_SEATS, 1)),
        cases=(Case(1, SubjectKind.COLLECTIVE, _UNIT, "", "", "TTLĐTT", votes=votes), *people),
    )


def _registrations(year: int) -> RegistrationList:
    def line(number: int, subject: SubjectKind, name: str, code: str) -> RegistrationLine:
        is_person = subject is SubjectKind.PERSON
        return RegistrationLine(
            registration_id=number, subject=subject, subject_id=number, name=name,
            honorific="Bà" if is_person else "", birth="05/03/1985" if is_person else "",
            position="Công chức" if is_person else "", unit=_UNIT if is_person else "", award_code=code,
            form_code=None, topic="", note="", registered_on=date(year, 1, 10), late=False,
            headcount=None if is_person else 9,
        )  # fmt: skip

    people = tuple(line(number, SubjectKind.PERSON, *person) for number, person in enumerate(_PEOPLE, 2))
    collectives = (line(1, SubjectKind.COLLECTIVE, _UNIT, "TTLĐTT"),)
    return RegistrationList(year, date(year, 1, 2), date(year, 1, 31), collectives, people)


def _outcomes(year: int) -> tuple[Fate, ...]:
    return tuple(
        Fate(line, FateState.AWARDED, f"Quyết định số 121/QĐ-UBND năm {year}") for line in _registrations(year).lines
    )


def _initiative(day: date) -> ListedInitiative:
    return ListedInitiative(
        number=1, name="Số hóa hồ sơ lưu trữ", summary="Quét, đặt tên tệp theo mã hồ sơ.", authors=_PEOPLE[0][0],
        units=_UNIT, scope="Cấp cơ sở", decision="121/QĐ-UBND", decided_on=day,
        authority="Chủ tịch Ủy ban nhân dân", used="",
    )  # fmt: skip


def _results(year: int, day: date) -> YearResults:
    paper = ("121/QĐ-UBND", day, "Chủ tịch Ủy ban nhân dân")
    person, collective = SubjectKind.PERSON, SubjectKind.COLLECTIVE
    return YearResults(
        year,
        (
            Registered("TTLĐTT", collective, 1),
            *(Registered(code, person, number) for number, (_name, code) in enumerate(_PEOPLE, 2)),
        ),
        (
            Awarded("TTLĐTT", collective, 1, _UNIT, "", "", *paper),
            *(
                Awarded(code, person, number, name, "Công chức", _UNIT, *paper)
                for number, (name, code) in enumerate(_PEOPLE, 2)
            ),
        ),
    )
