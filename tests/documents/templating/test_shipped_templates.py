import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.model import OfficialDocument, Orientation, Paragraph, Table
from kimhoa_app.documents.templating import (
    Needs,
    Template,
    checked_fields,
    default_fields,
    load_template,
    render,
    shipped_templates,
)
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import VoteBase
from kimhoa_app.domain.meetings import Case, MeetingRecord, Votes
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.registrations import RegistrationList

IDS = [
    "bao-cao-dot-thi-dua",
    "bien-ban-hop",
    "bien-ban-hop-sang-kien",
    "chi-thi-thi-dua",
    "cong-van-dang-ky",
    "cong-van-gui-dang-ky",
    "danh-sach-dang-ky",
    "danh-sach-sang-kien",
    "giay-moi-hop",
    "ho-so-dang-ky",
    "ke-hoach-dot-thi-dua",
    "ke-hoach-hoi-dong",
    "ke-hoach-nam",
    "ket-qua-dang-ky",
    "phieu-bau",
    "quyet-dinh-cong-nhan-sang-kien",
    "thong-bao-ket-qua",
    "to-trinh-dang-ky",
]


def template(template_id: str) -> Template:
    return next(each for each in shipped_templates() if each.id == template_id)


def made(
    template_id: str,
    office: OfficePeriod,
    signer: Signer | None,
    year: int,
    *,
    meeting: MeetingRecord | None = None,
    registrations: RegistrationList | None = None,
    **given: object,
) -> OfficialDocument:
    chosen = template(template_id)
    context = context_for(chosen, office, signer, year, date(year, 1, 5), meeting=meeting, registrations=registrations)
    fields = checked_fields(chosen, default_fields(chosen, context) | given)
    return render(chosen, replace(context, fields=fields))


def texts(document: OfficialDocument) -> Iterator[str]:
    yield from (document.title, document.subject, *document.addressees, *document.legal_bases, *document.recipients)
    sections = [section for _, section in document.walk_sections()]
    for section in sections:
        yield f"{section.label} {section.heading}"
    for block in (
        *document.opening,
        *document.blocks,
        *(block for section in sections for block in section.blocks),
        *document.closing,
    ):
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (column.heading for column in block.columns)
            yield from (cell for row in block.rows for cell in row.cells)


def words(document: OfficialDocument) -> str:
    return "\n".join(texts(document))


def table_of(document: OfficialDocument) -> Table:
    blocks = [*document.blocks, *(block for _, section in document.walk_sections() for block in section.blocks)]
    return next(block for block in blocks if isinstance(block, Table))


def test_the_templates_ship_sorted_by_name() -> None:
    names = [each.name for each in shipped_templates()]
    assert sorted(each.id for each in shipped_templates()) == IDS
    assert names == sorted(names)


@pytest.mark.parametrize("year", range(2022, 2031))
def test_the_plan_reads_well_in_every_year(
    year: int, office: OfficePeriod, office_under_district: OfficePeriod, chairman: Signer
) -> None:
    plan = made("ke-hoach-nam", office_under_district if year <= 2025 else office, chairman, year)
    text = words(plan)
    assert not re.search(r'[{}"\[\]_]|\.\.\.|None|  ', text)
    assert [section.label for section in plan.sections] == ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII."]
    assert {int(found) for found in re.findall(r"\bnăm (20\d\d)", plan.subject + plan.closing[0].text)} == {year}
    assert plan.recipients[-1].startswith("Lưu: VT")
    numbers = [row.cells[0] for row in table_of(plan).rows]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_plan_under_the_district_names_it_and_a_later_one_never_does(
    office: OfficePeriod, office_under_district: OfficePeriod, chairman: Signer
) -> None:
    before, after = (
        words(made("ke-hoach-nam", each, chairman, year))
        for each, year in ((office_under_district, 2025), (office, 2026))
    )
    assert "Phòng Nội vụ huyện Hương Sơn (b/c)" in before
    assert "công chức Văn phòng - Thống kê" in before
    assert "huyện" not in after
    assert "Phòng Văn hóa - Xã hội" in after
    assert "UBND tỉnh Hà Tĩnh (b/c)" in after


def test_the_plan_cites_the_upper_plan_when_its_number_and_day_are_given(
    office: OfficePeriod, chairman: Signer
) -> None:
    plan = made(
        "ke-hoach-nam", office, chairman, 2026, upper_number="12/KH-UBND", upper_date="05/01/2026", theme="Đoàn kết"
    )
    assert plan.opening[0].text.startswith(
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Hà Tĩnh"
    )
    assert "“Đoàn kết”" in words(plan)


def test_the_minutes_take_every_figure_from_the_record(office: OfficePeriod, meeting: MeetingRecord) -> None:
    minutes = made("bien-ban-hop", office, None, 2026, meeting=meeting)
    text = words(minutes)
    assert "Có mặt: 08 đồng chí" in text
    assert "Lê Thị Sáu, Chủ tịch Hội Phụ nữ, Ủy viên (lý do: đi công tác)" in text
    assert "8/9, không ít hơn 6 thành viên (2/3 tổng số thành viên)" in text
    rows = [row.cells for row in table_of(minutes).rows]
    assert rows[0] == ("I. TẬP THỂ",)
    assert rows[2] == ("II. CÁ NHÂN",)
    assert rows[3][3:] == ("7", "1", "0", "77,77%", "Không đạt")
    assert "02 (hai) trường hợp" in text
    assert [(signature.position, signature.name) for signature in minutes.signatures] == [
        ("THƯ KÝ", "Thành Viên 9"),
        ("CHỦ TRÌ", "Thành Viên 1"),
    ]


def test_the_minutes_name_the_base_of_each_title(office: OfficePeriod, meeting: MeetingRecord) -> None:
    high = Case(4, SubjectKind.PERSON, "Hồ Thị Mai", "", "", "CSTĐT", votes=Votes(9, 0, 0, 9, 9000))
    present = replace(meeting, vote_base=VoteBase.PRESENT, cases=(*meeting.cases, high))
    words = "\n".join(texts(made("bien-ban-hop", office, None, 2026, meeting=present)))
    everyone, voters = "tổng số thành viên Hội đồng theo quyết định thành lập", "số thành viên tham gia biểu quyết"
    assert f"“Chiến sĩ thi đua cấp tỉnh” (cá nhân): từ 90% trở lên, tính trên {everyone} (09 người)" in words
    assert f"“Lao động tiên tiến” (cá nhân): từ 70% trở lên, tính trên {voters} (08 người)" in words
    assert "Tỷ lệ tán thành tính trên" not in words


def test_the_minutes_name_one_base_once(office: OfficePeriod, meeting: MeetingRecord) -> None:
    words = "\n".join(texts(made("bien-ban-hop", office, None, 2026, meeting=meeting)))
    assert words.count("tính trên tổng số thành viên Hội đồng theo quyết định thành lập: 09 người.") == 1


@pytest.mark.parametrize("lead", ["", "Căn cứ "])
def test_the_plan_cites_the_rules_of_the_province_after_the_law(office: OfficePeriod, lead: str) -> None:
    statute = "Quyết định số 38/2025/QĐ-UBND ngày 15 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh Hà Tĩnh"
    assert _plan_bases(office, 2026, f"{lead}{statute};")[-1] == f"Căn cứ {statute}"
    assert statute not in " ".join(_plan_bases(office, 2024, statute))
    assert not any("Quyết định" in basis for basis in _plan_bases(office, 2026, ""))


def _plan_bases(office: OfficePeriod, year: int, statute: str) -> tuple[str, ...]:
    plan = template("ke-hoach-nam")
    context = context_for(plan, office, None, year, date(year, 1, 5), province_statute=statute)
    return render(plan, replace(context, fields=checked_fields(plan, default_fields(plan, context)))).legal_bases


def test_a_flag_stands_on_the_line_of_its_collective(office: OfficePeriod, registrations: RegistrationList) -> None:
    document = made("danh-sach-dang-ky", office, None, 2026, registrations=registrations)
    first, *_ = [block for _, section in document.walk_sections() for block in section.blocks if block.type == "table"]
    rows = [row.cells for row in first.rows if not row.bold]
    assert [(row[1], row[3], row[5]) for row in rows] == [
        ("Phòng Kinh tế", "Tập thể lao động xuất sắc", "Cờ thi đua của Ủy ban nhân dân tỉnh")
    ]


@pytest.mark.parametrize(
    ("kind", "title", "form"),
    [(OfficeKind.COMMUNE, "Thôn văn hóa", "xã"), (OfficeKind.WARD, "Tổ dân phố văn hóa", "phường")],
)
def test_a_village_has_the_title_of_its_kind_in_lists_and_minutes(
    office: OfficePeriod,
    registrations: RegistrationList,
    meeting: MeetingRecord,
    kind: OfficeKind,
    title: str,
    form: str,
) -> None:
    here = replace(office, kind=kind)
    village = replace(registrations.collectives[0], name="Kim Lĩnh", award_code="TVH", form_code="GKX")
    case = replace(meeting.cases[0], subject=SubjectKind.COLLECTIVE, name="Kim Lĩnh", award_code="TVH")
    listed = made("danh-sach-dang-ky", here, None, 2026, registrations=replace(registrations, collectives=(village,)))
    minutes = made("bien-ban-hop", here, None, 2026, meeting=replace(meeting, cases=(case,)))
    line, total = table_of(listed).rows
    assert (line.cells[3], line.cells[4]) == (title, f"Giấy khen của Chủ tịch Ủy ban nhân dân {form}")
    assert f"{title}: 1" in total.cells
    assert f"“{title}”" in words(minutes)
    assert "Thôn, tổ dân phố văn hóa" not in words(listed) + words(minutes)


def test_an_empty_group_vanishes_and_the_others_renumber(office: OfficePeriod, meeting: MeetingRecord) -> None:
    people = tuple(case for case in meeting.cases if case.subject is SubjectKind.PERSON)
    minutes = made("bien-ban-hop", office, None, 2026, meeting=replace(meeting, cases=people))
    assert [row.cells for row in table_of(minutes).rows if row.span] == [("I. CÁ NHÂN",)]


def test_a_meeting_that_is_still_to_come_gives_minutes_without_votes(
    office: OfficePeriod, meeting: MeetingRecord
) -> None:
    open_cases = tuple(replace(case, votes=None) for case in meeting.cases)
    record = replace(meeting, cases=open_cases, ends_at=None, ballots_issued=None, ballots_returned=None, members=())
    minutes = made("bien-ban-hop", office, None, 2026, meeting=record)
    assert [row.cells[-1] for row in table_of(minutes).rows if not row.span] == ["Chưa biểu quyết"] * 3
    assert "không có trường hợp nào đạt" in words(minutes)


def test_the_ballot_names_no_voter_and_leaves_its_columns_empty(office: OfficePeriod, meeting: MeetingRecord) -> None:
    ballot = made("phieu-bau", office, None, 2026, meeting=meeting)
    assert ballot.letterhead is not None
    assert ballot.letterhead.symbol == ""
    assert ballot.signatures == ()
    assert [column.heading for column in table_of(ballot).columns][-2:] == ["Đồng ý", "Không đồng ý"]
    assert {row.cells[-2:] for row in table_of(ballot).rows if not row.span} == {("", "")}
    assert not any(member.full_name in words(ballot) for member in meeting.members)


def test_the_invitation_tells_when_where_and_who_presides(office: OfficePeriod, meeting: MeetingRecord) -> None:
    invitation = made("giay-moi-hop", office, None, 2026, meeting=meeting, guests="Đại diện Hội Người cao tuổi")
    text = words(invitation)
    assert "14 giờ 00 phút, thứ Năm, ngày 10 tháng 12 năm 2026" in text
    assert "Chủ trì: Thành Viên 1" in text
    assert invitation.addressees[1:] == ("Đại diện Hội Người cao tuổi",)
    assert invitation.letterhead is not None
    assert invitation.letterhead.date is not None
    assert invitation.letterhead.date.day is None


def test_the_list_counts_a_subject_with_two_registrations_once(
    office: OfficePeriod, chairman: Signer, registrations: RegistrationList
) -> None:
    listed = made("danh-sach-dang-ky", office, chairman, 2026, registrations=registrations)
    assert listed.orientation is Orientation.LANDSCAPE
    assert listed.closing[0].text == "Danh sách này có 01 tập thể, 02 cá nhân"
    assert [section.label for section in listed.sections] == ["I.", "II."]
    assert "Số hóa hồ sơ | *đất đai*" in words(listed)
    alone = replace(registrations, collectives=())
    listed = made("danh-sach-dang-ky", office, chairman, 2026, registrations=alone)
    assert [(section.label, section.heading) for section in listed.sections] == [("I.", "CÁ NHÂN")]


@pytest.mark.parametrize(
    ("capacity", "authority", "position"),
    [
        (SigningCapacity.HEAD, ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH"),
        (SigningCapacity.DEPUTY, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
        (SigningCapacity.ACTING, ("TM. ỦY BAN NHÂN DÂN",), "Q. CHỦ TỊCH"),
    ],
)
def test_a_plan_is_signed_as_the_signer_may(
    office: OfficePeriod, capacity: SigningCapacity, authority: tuple[str, ...], position: str
) -> None:
    signer = Signer(
        "Trần Văn Bình", capacity, "Phó Chủ tịch UBND xã" if capacity is SigningCapacity.DEPUTY else "Chủ tịch"
    )
    (signature,) = made("ke-hoach-nam", office, signer, 2026).signatures
    assert (signature.authority, signature.position, signature.name) == (authority, position, "Trần Văn Bình")


def test_every_template_says_what_it_needs() -> None:
    assert {each.id: each.needs for each in shipped_templates()} == {
        **dict.fromkeys(IDS, Needs.YEAR),
        "bien-ban-hop": Needs.MEETING,
        "bien-ban-hop-sang-kien": Needs.MEETING,
        "quyet-dinh-cong-nhan-sang-kien": Needs.MEETING,
        "cong-van-gui-dang-ky": Needs.REGISTRATIONS,
        "danh-sach-dang-ky": Needs.REGISTRATIONS,
        "ho-so-dang-ky": Needs.REGISTRATIONS,
        "ket-qua-dang-ky": Needs.OUTCOMES,
        "to-trinh-dang-ky": Needs.REGISTRATIONS,
        "giay-moi-hop": Needs.MEETING,
        "phieu-bau": Needs.MEETING,
    }


def test_every_label_fits_beside_the_preview_on_a_small_screen() -> None:
    labels = {field.label for each in shipped_templates() for field in each.fields}
    assert {label for label in labels if len(label) > 34} == set()


def test_loading_is_indifferent_to_windows_line_ends() -> None:
    front = 'id = "a"\nname = "A"\nkind = "KH"\ndescription = ""\nneeds = "year"\nissuer = "committee"'
    lines = ["+++", *front.split("\n")]
    text = "\r\n".join([*lines, "+++", "Thân."])
    assert load_template(text).body == "Thân."
