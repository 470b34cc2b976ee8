"""The office, a meeting and a registration list that the tests of the templates share."""

from datetime import date

import pytest

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, MeetingState, VoteBase, VoteMethod
from kimhoa_app.domain.meetings import Case, MeetingRecord, MemberPresence, Votes
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.registrations import RegistrationLine, RegistrationList


@pytest.fixture
def office() -> OfficePeriod:
    return OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh")


@pytest.fixture
def office_under_district() -> OfficePeriod:
    return OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", district="huyện Hương Sơn")


@pytest.fixture
def chairman() -> Signer:
    return Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch")


@pytest.fixture
def meeting() -> MeetingRecord:
    roles = [CouncilRole.CHAIR, CouncilRole.VICE_CHAIR, *[CouncilRole.MEMBER] * 6, CouncilRole.SECRETARY]
    members = [
        MemberPresence(n, f"Thành Viên {n}", f"Chức vụ {n}", role, Attendance.PRESENT)
        for n, role in enumerate(roles, start=1)
    ]
    members[5] = MemberPresence(
        6, "Lê Thị Sáu", "Chủ tịch Hội Phụ nữ", CouncilRole.MEMBER, Attendance.ABSENT_EXCUSED, "đi công tác"
    )
    cases = (
        Case(1, SubjectKind.COLLECTIVE, "Phòng Kinh tế", "", "", "TTLĐTT", votes=Votes(8, 0, 0, 9, 7000)),
        Case(
            2, SubjectKind.PERSON, "Phạm Thị Ánh", "Công chức", "Phòng Kinh tế", "CSTĐCS", votes=Votes(7, 1, 0, 9, 8000)
        ),
        Case(
            3,
            SubjectKind.PERSON,
            "Đỗ Văn Ba",
            "Công chức",
            "Phòng Kinh tế",
            "LĐTT",
            "Hoàn thành tốt",
            Votes(8, 0, 0, 9, 7000),
        ),
    )
    return MeetingRecord(
        meeting_id=1,
        council_id=1,
        council_kind=CouncilKind.EMULATION,
        council_name="Hội đồng Thi đua - Khen thưởng xã Kim Hoa",
        council_decision="45/QĐ-UBND",
        council_decision_date=date(2025, 8, 5),
        year=2026,
        held_on=date(2026, 12, 10),
        starts_at="14:00",
        ends_at="16:30",
        place="Phòng họp số 1, trụ sở Ủy ban nhân dân xã",
        state=MeetingState.CLOSED,
        vote_method=VoteMethod.SECRET_BALLOT,
        vote_base=VoteBase.ALL_MEMBERS,
        quorum_num=2,
        quorum_den=3,
        written_opinions=True,
        ballots_issued=8,
        ballots_returned=8,
        members=tuple(members),
        cases=cases,
    )


@pytest.fixture
def registrations() -> RegistrationList:
    def line(
        number: int, subject: SubjectKind, subject_id: int, name: str, code: str, **more: object
    ) -> RegistrationLine:
        values = {
            "honorific": "", "birth": "", "position": "", "unit": "", "form_code": None, "topic": "", "note": "",
            "registered_on": date(2026, 1, 10), "late": False,
        }  # fmt: skip
        return RegistrationLine(number, subject, subject_id, name, award_code=code, **(values | more))

    return RegistrationList(
        year=2026,
        opens_on=date(2026, 1, 2),
        deadline=date(2026, 1, 15),
        collectives=(
            line(1, SubjectKind.COLLECTIVE, 1, "Phòng Kinh tế", "TTLĐXS", headcount=9),
            line(2, SubjectKind.COLLECTIVE, 1, "Phòng Kinh tế", "CTĐT", headcount=9),
        ),
        people=(
            line(3, SubjectKind.PERSON, 1, "Phạm Thị Ánh", "CSTĐCS", honorific="Bà", birth="05/03/1985",
                 position="Công chức", unit="Phòng Kinh tế", topic="Số hóa hồ sơ | *đất đai*", form_code="BKT"),
            line(4, SubjectKind.PERSON, 2, "Đỗ Văn Ba", "LĐTT", honorific="Ông", late=True),
        ),
    )  # fmt: skip
