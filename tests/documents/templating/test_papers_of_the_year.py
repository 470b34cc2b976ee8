"""The papers besides the plan of the year: who issues and signs them, and what they take from the data."""

import re
from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.model import OfficialDocument, Orientation, Table
from kimhoa_app.documents.templating import checked_fields, default_fields, render, shipped_templates
from kimhoa_app.documents.templating.contexts import IssuedPlan, context_for, paper_day
from kimhoa_app.documents.templating.template import Dated
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import Council, CouncilKind, CouncilRole, Member
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.year_results import Awarded, Registered, YearResults

PERSON, COLLECTIVE = SubjectKind.PERSON, SubjectKind.COLLECTIVE
DECIDED = ("121/QĐ-UBND", date(2026, 12, 15), "Chủ tịch Ủy ban nhân dân xã Kim Hoa")
RESULTS = YearResults(
    2026,
    (
        Registered("LĐTT", PERSON, 1),
        Registered("LĐTT", PERSON, 2),
        Registered("CSTĐCS", PERSON, 2),
        Registered("TTLĐTT", COLLECTIVE, 1),
    ),
    (
        Awarded("LĐTT", PERSON, 1, "Phạm Thị Ánh", "Công chức", "Phòng Kinh tế", *DECIDED),
        Awarded("CSTĐCS", PERSON, 2, "Đỗ Văn Ba", "Trưởng phòng", "Phòng Kinh tế", *DECIDED),
        Awarded("TTLĐTT", COLLECTIVE, 1, "Phòng Kinh tế", "", "", *DECIDED),
    ),
)


def made(
    template_id: str,
    office: OfficePeriod,
    day: date,
    *,
    signer: Signer | None = None,
    results: YearResults | None = None,
    council: Council | None = None,
    plan: IssuedPlan | None = None,
    **given: object,
) -> OfficialDocument:
    template = next(each for each in shipped_templates() if each.id == template_id)
    context = context_for(template, office, signer, day.year, day, results=results, council=council, plan=plan)
    fields = checked_fields(template, default_fields(template, context) | given)
    return render(template, replace(context, fields=fields))


def words(document: OfficialDocument) -> str:
    return "\n".join(text.words for text in texts_of(document))


def tables(document: OfficialDocument) -> list[Table]:
    sections = [block for _, section in document.walk_sections() for block in section.blocks]
    appendices = [block for appendix in document.appendices for block in appendix.blocks]
    return [block for block in (*sections, *appendices) if isinstance(block, Table)]


PAPERS = {
    "bao-cao-dot-thi-dua": ("BC-UBND", ("TM. ỦY BAN NHÂN DÂN",)),
    "chi-thi-thi-dua": ("CT-UBND", ()),
    "cong-van-dang-ky": ("UBND-VHXH", ("TM. ỦY BAN NHÂN DÂN",)),
    "ke-hoach-dot-thi-dua": ("KH-UBND", ("TM. ỦY BAN NHÂN DÂN",)),
    "ke-hoach-hoi-dong": ("KH-HĐTĐKT", ("TM. HỘI ĐỒNG",)),
    "thong-bao-ket-qua": ("TB-UBND", ("TM. ỦY BAN NHÂN DÂN",)),
}


@pytest.mark.parametrize("template_id", PAPERS)
def test_each_paper_has_its_symbol_its_signature_and_its_archive_line(
    office: OfficePeriod, chairman: Signer, template_id: str
) -> None:
    paper = made(template_id, office, date(2026, 1, 6), signer=chairman)
    (signature,) = paper.signatures
    assert paper.letterhead is not None
    assert (paper.letterhead.symbol, signature.authority) == PAPERS[template_id]
    assert (signature.position, signature.name) == ("CHỦ TỊCH", "Trần Văn Bình")
    assert paper.recipients[-1].startswith("Lưu: VT, ")
    assert not re.search(r'[{}"\[\]_]|\.\.|None|  ', words(paper))


@pytest.mark.parametrize("template_id", PAPERS)
def test_no_paper_names_a_district_once_there_is_none(
    office: OfficePeriod, office_under_district: OfficePeriod, template_id: str
) -> None:
    assert "huyện" not in words(made(template_id, office, date(2025, 7, 1)))
    before = words(made(template_id, office_under_district, date(2025, 6, 30)))
    assert "Phòng Văn hóa - Xã hội" not in before
    assert "công chức Văn phòng - Thống kê" in before or template_id == "bao-cao-dot-thi-dua"


def test_a_deputy_signs_the_directive_for_the_chairman(office: OfficePeriod) -> None:
    deputy = Signer("Nguyễn Thị Hạnh", SigningCapacity.DEPUTY, "Phó Chủ tịch Ủy ban nhân dân xã")
    (signature,) = made("chi-thi-thi-dua", office, date(2026, 1, 6), signer=deputy).signatures
    assert (signature.authority, signature.position) == (("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH")


def test_the_plan_of_a_phase_counts_the_anniversaries_between_its_days(office: OfficePeriod) -> None:
    text = words(made("ke-hoach-dot-thi-dua", office, date(2027, 1, 6), starts_on="01/8/2027", ends_on="05/9/2027"))
    assert "kỷ niệm 82 năm Ngày Cách mạng tháng Tám thành công (19/8/1945 - 19/8/2027)" in text
    assert "Thương binh" not in text
    assert "từ ngày 01 tháng 8 năm 2027 đến ngày 05 tháng 9 năm 2027" in text
    bare = words(made("ke-hoach-dot-thi-dua", office, date(2027, 1, 6), starts_on="01/10/2027", ends_on="05/10/2027"))
    assert "kỷ niệm" not in bare


def test_the_plan_of_a_phase_says_how_many_are_to_be_commended(office: OfficePeriod) -> None:
    both = made("ke-hoach-dot-thi-dua", office, date(2026, 1, 6), award_collectives=5, award_people=12)
    assert "không quá 05 tập thể và 12 cá nhân, hộ gia đình;" in words(both)
    assert "không quá 12 cá nhân" in words(made("ke-hoach-dot-thi-dua", office, date(2026, 1, 6), award_people=12))


def test_papers_cite_the_plan_of_the_year_once_it_is_issued(office: OfficePeriod) -> None:
    plan = IssuedPlan("05/KH-UBND", date(2026, 1, 4))
    for template_id in ("ke-hoach-dot-thi-dua", "ke-hoach-hoi-dong", "cong-van-dang-ky", "bao-cao-dot-thi-dua"):
        cited = "Kế hoạch số 05/KH-UBND ngày 04 tháng 01 năm 2026"
        assert cited in words(made(template_id, office, date(2026, 2, 6), plan=plan)), template_id
        assert cited not in words(made(template_id, office, date(2026, 2, 6))), template_id


def test_the_councils_plan_names_its_decision_and_its_members(office: OfficePeriod) -> None:
    seats = (Member(1, 1, "Trần Văn Bình", "Chủ tịch Ủy ban nhân dân xã", CouncilRole.CHAIR),)
    kind = CouncilKind.EMULATION
    council = Council(1, "Hội đồng", kind, "45/QĐ-UBND", date(2025, 8, 5), None, None, seats, ())
    paper = made("ke-hoach-hoi-dong", office, date(2026, 1, 6), council=council)
    assert "Căn cứ Quyết định số 45/QĐ-UBND ngày 05 tháng 8 năm 2025" in words(paper)
    assert tables(paper)[1].rows[0].cells == (
        "1", "Trần Văn Bình", "Chủ tịch Ủy ban nhân dân xã", "Chủ tịch Hội đồng",
    )  # fmt: skip
    assert len(tables(made("ke-hoach-hoi-dong", office, date(2026, 1, 6)))) == 1


def test_the_letter_tells_where_to_send_the_form_that_it_carries(office: OfficePeriod) -> None:
    letter = made(
        "cong-van-dang-ky", office, date(2026, 1, 6), delivery="thư điện tử vhxh@example.vn", contact="Bà Lê Thị Ánh"
    )
    assert "(qua Phòng Văn hóa - Xã hội; thư điện tử vhxh@example.vn) trước ngày 15 tháng 01 năm 2026" in words(letter)
    assert "liên hệ: Bà Lê Thị Ánh." in words(letter)
    assert letter.addressees[-1] == "Các thôn"
    (form,) = letter.appendices
    assert form.orientation is Orientation.LANDSCAPE
    assert len(tables(letter)) == 2


def test_the_notice_lists_everyone_of_the_years_decisions(office: OfficePeriod) -> None:
    notice = made("thong-bao-ket-qua", office, date(2026, 12, 22), results=RESULTS)
    text = words(notice)
    assert "Quyết định số 121/QĐ-UBND ngày 15 tháng 12 năm 2026 của Chủ tịch" in text
    assert "01 tập thể, 02 cá nhân" in text
    listed = tables(notice)[-1]
    assert [row.cells[1] for row in listed.rows if not row.span] == ["Phòng Kinh tế", "Đỗ Văn Ba", "Phạm Thị Ánh"]
    assert made("thong-bao-ket-qua", office, date(2026, 12, 22)).appendices == ()


def test_the_report_sets_what_was_achieved_beside_what_was_registered(office: OfficePeriod) -> None:
    report = made("bao-cao-dot-thi-dua", office, date(2026, 12, 22), results=RESULTS)
    assert report.subject == "Tổng kết phong trào thi đua năm 2026"
    assert "01 tập thể, 02 cá nhân đăng ký" in words(report)
    rows = {row.cells[1]: row.cells[2:] for row in tables(report)[0].rows}
    assert rows["Lao động tiên tiến"] == ("", "", "2", "1")
    assert rows["Tập thể lao động tiên tiến"] == ("1", "1", "", "")


@pytest.mark.parametrize(
    ("day", "phase", "subject"),
    [
        (date(2026, 6, 15), None, "Sơ kết đợt thi đua 6 tháng đầu năm 2026"),
        (date(2026, 12, 15), "6 tháng cuối năm", "Tổng kết đợt thi đua 6 tháng cuối năm 2026"),
        (date(2026, 12, 15), "Đợt đặc biệt, chuyên đề", "Tổng kết đợt thi đua “Vì ngày mai”"),
    ],
)
def test_the_report_is_named_after_its_phase(office: OfficePeriod, day: date, phase: str | None, subject: str) -> None:
    report = made("bao-cao-dot-thi-dua", office, day, phase=phase, theme="Vì ngày mai") if phase else None
    assert (report or made("bao-cao-dot-thi-dua", office, day)).subject == subject


def test_a_ward_has_its_own_bodies(office: OfficePeriod) -> None:
    ward = replace(office, kind=OfficeKind.WARD)
    text = words(made("ke-hoach-dot-thi-dua", ward, date(2026, 1, 6)))
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in text
    assert "Tổ trưởng tổ dân phố" in text
    assert "thôn" not in text


@pytest.mark.parametrize(
    ("year", "today", "day"),
    [
        (2026, date(2026, 6, 1), date(2026, 6, 1)),
        (2025, date(2026, 1, 20), date(2026, 1, 20)),
        (2024, date(2026, 1, 20), date(2024, 12, 31)),
    ],
)
def test_what_closes_a_year_is_written_until_soon_after_it(year: int, today: date, day: date) -> None:
    assert paper_day(year, today, Dated.CLOSING) == day
