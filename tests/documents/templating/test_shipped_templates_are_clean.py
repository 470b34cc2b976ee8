"""Every shipped template makes, in every year, a paper that the checker has no error and few warnings for."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.file_check import check_file
from kimhoa_app.documents.checking.findings import Finding, Severity
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating import Dated, Needs, checked_fields, default_fields, render, shipped_templates
from kimhoa_app.documents.templating.contexts import IssuedPlan, context_for
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import Council, CouncilKind, CouncilRole, Member
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.registrations import RegistrationLine, RegistrationList
from kimhoa_app.domain.year_results import Awarded, Registered, YearResults
from tests.documents.outcomes import outcomes_of

TWO_TIERS = date(2025, 7, 1)
YEARS = (2024, 2025, 2026, 2027)
MOST_WARNINGS = 3


def office_on(day: date, kind: OfficeKind = OfficeKind.COMMUNE) -> OfficePeriod:
    period = OfficePeriod(kind, "Kim Hoa", "Hà Tĩnh")
    return period if day >= TWO_TIERS else replace(period, district="huyện Hương Sơn")


def council_of(year: int) -> Council:
    seats = (
        ("Trần Văn Bình", "Chủ tịch Ủy ban nhân dân xã", CouncilRole.CHAIR),
        ("Nguyễn Thị Hạnh", "Phó Chủ tịch Ủy ban nhân dân xã", CouncilRole.VICE_CHAIR),
        ("Lê Thị Ánh", "Công chức", CouncilRole.SECRETARY),
    )
    members = tuple(Member(place, place, *seat) for place, seat in enumerate(seats, 1))
    kind, decided = CouncilKind.EMULATION, date(year - 1, 12, 10)
    name = "Hội đồng Thi đua - Khen thưởng xã Kim Hoa"
    return Council(1, name, kind, "45/QĐ-UBND", decided, None, None, members, ())


def results_before(day: date) -> YearResults:
    paper = ("121/QĐ-UBND", day - timedelta(weeks=1), "Chủ tịch Ủy ban nhân dân xã Kim Hoa")
    person, collective = SubjectKind.PERSON, SubjectKind.COLLECTIVE
    return YearResults(
        day.year,
        (Registered("LĐTT", person, 1), Registered("CSTĐCS", person, 2), Registered("TTLĐTT", collective, 1)),
        (
            Awarded("LĐTT", person, 1, "Phạm Thị Ánh", "Công chức", "Phòng Kinh tế", *paper),
            Awarded("CSTĐCS", person, 2, "Đỗ Văn Ba", "Trưởng phòng", "Phòng Kinh tế", *paper),
            Awarded("TTLĐTT", collective, 1, "Phòng Kinh tế", "", "", *paper),
        ),
    )


def paper(
    template_id: str, day: date, meeting: MeetingRecord, registrations: RegistrationList, *, knows_all: bool
) -> OfficialDocument:
    """The paper of `day` from the defaults of the template alone, with all that the data may know or almost nothing."""
    template = next(each for each in shipped_templates() if each.id == template_id)
    year = day.year
    context = context_for(
        template,
        office_on(day),
        Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã"),
        year,
        day,
        meeting=_in_year(meeting, day) if template.needs is Needs.MEETING else None,
        registrations=_listed_in(registrations, year) if template.needs is Needs.REGISTRATIONS else None,
        outcomes=outcomes_of(_listed_in(registrations, year)) if template.needs is Needs.OUTCOMES else None,
        council=council_of(year) if knows_all else None,
        plan=IssuedPlan("02/KH-UBND", date(year, 1, 4)) if knows_all else None,
        results=results_before(day) if knows_all else None,
    )
    return render(template, replace(context, fields=checked_fields(template, default_fields(template, context))))


def _in_year(meeting: MeetingRecord, day: date) -> MeetingRecord:
    return replace(meeting, year=day.year, held_on=day, council_decision_date=date(day.year - 1, 8, 5))


def _listed_in(registrations: RegistrationList, year: int) -> RegistrationList:
    def moved(lines: tuple[RegistrationLine, ...]) -> tuple[RegistrationLine, ...]:
        return tuple(replace(line, registered_on=date(year, 1, 10)) for line in lines)

    return replace(
        registrations,
        year=year,
        opens_on=date(year, 1, 2),
        deadline=date(year, 1, 15),
        collectives=moved(registrations.collectives),
        people=moved(registrations.people),
    )


def days_of(dated: Dated) -> list[date]:
    """A day of each year on which such a paper is written; of 2025 also one after the districts were closed."""
    if dated is Dated.CLOSING:
        return [date(2025, 6, 15), *(date(year, 12, 22) for year in YEARS)]
    return [date(2025, 8, 14), *(date(year, 1, 6) for year in YEARS)]


CASES = [(each.id, day) for each in shipped_templates() for day in days_of(each.dated)]


def _told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{each.severity.value} {each.rule}: {each.message} [{each.text}]" for each in findings]


def assert_clean(findings: tuple[Finding, ...]) -> None:
    counted = Counter(each.severity for each in findings)
    assert counted[Severity.ERROR] == 0, _told(findings)
    assert counted[Severity.WARNING] <= MOST_WARNINGS, _told(findings)


@pytest.mark.parametrize("knows_all", [True, False], ids=["known", "unknown"])
@pytest.mark.parametrize(("template_id", "day"), CASES, ids=lambda value: str(value))
def test_a_paper_from_the_defaults_is_clean_and_stays_so_in_word(
    template_id: str,
    day: date,
    meeting: MeetingRecord,
    registrations: RegistrationList,
    tmp_path: Path,
    *,
    knows_all: bool,
) -> None:
    made = paper(template_id, day, meeting, registrations, knows_all=knows_all)
    assert_clean(check(made, day))
    file = tmp_path / "paper.docx"
    file.write_bytes(write_docx(made))
    assert_clean(check_file(file, day, year=made.year).findings)
