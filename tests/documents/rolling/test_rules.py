"""Each rule of the roll-forward on words of its own: what is certain changes, what is not is asked about."""

import re
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.model import (
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Place,
    Row,
    Run,
    Section,
    Signature,
    Table,
    plain,
)
from kimhoa_app.documents.rolling import Rolled, roll
from kimhoa_app.documents.rolling.mentions import Shift, find_mentions
from kimhoa_app.documents.rolling.roll import RULES
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.text.dates import lunar_year_name


def rolled(text: str, to_year: int = 2026, from_year: int = 2023) -> Rolled:
    paragraph = Paragraph((Run(text),), place=Place(7))
    return roll(OfficialDocument(DocumentKind.PLAN, year=from_year, closing=(paragraph,)), to_year)


def words(outcome: Rolled) -> str:
    return outcome.document.closing[0].text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nhiệm vụ năm 2023.", "nhiệm vụ năm 2026."),
        ("NHIỆM VỤ NĂM 2023", "NHIỆM VỤ NĂM 2026"),
        ("tổng kết năm 2023, triển khai nhiệm vụ năm 2024", "tổng kết năm 2026, triển khai nhiệm vụ năm 2027"),
        ("kết quả thực hiện nhiệm vụ năm 2022", "kết quả thực hiện nhiệm vụ năm 2025"),
        ("chỉ tiêu 06 tháng đầu năm 2023", "chỉ tiêu 06 tháng đầu năm 2026"),
        ("từ tháng 01/2023 đến 30/6/2023", "từ tháng 01/2026 đến 30/6/2026"),
        ("trước ngày 15 tháng 01 năm 2023", "trước ngày 15 tháng 01 năm 2026"),
        ("hoàn thành trước ngày 10/01/2024", "hoàn thành trước ngày 10/01/2027"),
        ("mừng Xuân Quý Mão 2023", "mừng Xuân Bính Ngọ 2026"),
        ("mừng Xuân Quý Mão, đón Tết", "mừng Xuân Bính Ngọ, đón Tết"),
        ("mừng Xuân Nhâm Dần 2023", "mừng Xuân Bính Ngọ 2026"),
        ("đón Xuân Giáp Thìn 2024", "đón Xuân Đinh Mùi 2027"),
        ("sơ kết quý I/2023, quý II năm 2023", "sơ kết quý I/2026, quý II năm 2026"),
        ("Lưu VT", "Lưu: VT"),
        ("năm học 2022 - 2023", "năm học 2025 - 2026"),
        (
            "kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2023)",
            "kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026)",
        ),
        (
            "92 năm Ngày thành lập Mặt trận (18/11/1930 - 18/11/2022)",
            "96 năm Ngày thành lập Mặt trận (18/11/1930 - 18/11/2026)",
        ),
        (
            "kỷ niệm 94 năm Ngày thành lập Đảng (03/02/1930-03/02/2024)",
            "kỷ niệm 97 năm Ngày thành lập Đảng (03/02/1930-03/02/2027)",
        ),
        ("kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh", "kỷ niệm 136 năm Ngày sinh Chủ tịch Hồ Chí Minh"),
        ("kỷ niệm 40 năm Ngày Nhà giáo Việt Nam", "kỷ niệm 44 năm Ngày Nhà giáo Việt Nam"),
        ("kỷ niệm 10 năm thành lập xã (2013 - 2023)", "kỷ niệm 13 năm thành lập xã (2013 - 2026)"),
    ],
)
def test_what_is_certain_is_changed_and_listed(before: str, after: str) -> None:
    outcome = rolled(before)
    assert words(outcome) == after
    assert outcome.changes
    assert all(change.place == Place(7) for change in outcome.changes)
    assert not [each for each in outcome.questions if each.rule != "lunar-date"]


@pytest.mark.parametrize(
    ("text", "rule", "asked"),
    [
        ("Chỉ thị số 03/CT-UBND, ngày 30/01/2023 của", "cited-act", "Chỉ thị số 03/CT-UBND, ngày 30/01/2023"),
        ("Nghị quyết số 07/NQ/HU ngày 20/12/2022", "cited-act", "Nghị quyết số 07/NQ/HU ngày 20/12/2022"),
        ("Chỉ thị số 34- CT/TU ngày 07/4/2023", "cited-act", "Chỉ thị số 34- CT/TU ngày 07/4/2023"),
        ("và số 02/QĐ-UBND ngày 05/01/2023", "cited-act", "số 02/QĐ-UBND ngày 05/01/2023"),
        ("Kế hoạch số 15/KH-UBND của xã", "cited-act", "Kế hoạch số 15/KH-UBND"),
        ("Nghị quyết của HĐND xã ngày 05/01/2023", "cited-act", "05/01/2023"),
        ("Nghị định số 91/2017/NĐ-CP ngày 31/7/2017", "lapsed-law", "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017"),
        ("Luật Thi đua, khen thưởng năm 2003", "lapsed-law", "Luật Thi đua, khen thưởng năm 2003"),
        ("Kế hoạch 05 năm (2021 - 2025)", "period", "2021 - 2025"),
        ("nhiệm kỳ 2020-2025", "period", "2020-2025"),
        ("đã đề ra trong năm 2022", "previous-year", "năm 2022"),
        ("ngày 29/02/2024", "date", "29/02/2024"),
        ("theo đề án năm 2019", "year-unclear", "năm 2019"),
        ("Ủy ban nhân dân huyện Hương Sơn", "ended-body", "Ủy ban nhân dân huyện Hương Sơn"),
        ("gửi Phòng Nội vụ thị xã", "ended-body", "Phòng Nội vụ thị xã"),
        ("Ban Chấp hành Huyện ủy", "ended-body", "Ban Chấp hành Huyện ủy"),
        ("2. Công chức văn hóa", "ended-body", "Công chức văn hóa"),
        ("tỉnh Quảng Bình", "ended-body", "tỉnh Quảng Bình"),
        ("Đại hội Đảng bộ huyện lần thứ XXII", "congress", "Đại hội Đảng bộ huyện lần thứ XXII"),
        ("an toàn với dịch COVID-19", "dated-circumstance", "dịch COVID-19"),
        ("tỷ lệ đạt 95,5% trở lên", "target", "95,5%"),
        ("tổng thu 1.250 tỷ đồng", "target", "1.250 tỷ"),
        ("giữ vững 14/14 thôn văn hóa", "target", "14/14 thôn"),
        ("họp ít nhất 02 lần", "target", "ít nhất 02 lần"),
        ("là năm cuối thực hiện Nghị quyết", "term-year", "năm cuối thực hiện"),
        ("chào mừng bầu cử đại biểu Quốc hội", "election", "bầu cử đại biểu Quốc hội"),
        ("Đại hội thi đua yêu nước tỉnh", "congress", "Đại hội thi đua yêu nước"),
        ("ông Nguyễn Văn An theo dõi", "person", "ông Nguyễn Văn An"),
        ("Giỗ Tổ Hùng Vương", "lunar-date", "Giỗ Tổ Hùng Vương"),
        ("kỷ niệm 12 năm ngày hội làng", "anniversary", "kỷ niệm 12 năm"),
    ],
)
def test_what_is_not_certain_is_asked_about_and_stays(text: str, rule: str, asked: str) -> None:
    outcome = rolled(text)
    assert words(outcome) == text
    assert [(each.rule, each.text, each.place) for each in outcome.questions] == [(rule, asked, Place(7))]
    assert outcome.questions[0].message.endswith((".", "?"))


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 18/CT-TTg ngày 19 tháng 5 năm 2016",
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
        "Cách mạng tháng Tám năm 1945",
        "ngày 19/5/1890",
        "giai đoạn 2021 - 2030",
        "hệ thống ISO 9001:2015",
        "2023 hộ",
        "06 tháng cuối năm, Điều 14, khoản 2; trang 3/12",
        "tổ chức hòa bình, ông bà, cấp ủy",
    ],
)
def test_history_and_what_still_holds_are_left_alone(text: str) -> None:
    outcome = rolled(text)
    assert (words(outcome), outcome.changes, outcome.questions) == (text, (), ())


def test_a_lapsed_text_is_named_with_the_text_in_its_place() -> None:
    (question,) = rolled("Nghị định số 91/2017/NĐ-CP").questions
    assert "31/12/2023" in question.message
    assert "152/2025/NĐ-CP" in question.message
    assert "98/2023/NĐ-CP" in rolled("Nghị định số 91/2017/NĐ-CP", 2024).questions[0].message


@pytest.mark.parametrize(
    "text",
    [
        "kỷ niệm 93 năm Ngày hội (03/02/1930 - 04/02/2023)",
        "kỷ niệm 93 năm Ngày Chiến thắng Điện Biên Phủ (07/5/1930 - 07/5/2023)",
    ],
)
def test_a_range_that_cannot_be_right_is_asked_about(text: str) -> None:
    outcome = rolled(text)
    assert [each.rule for each in outcome.questions] == ["anniversary"]
    assert outcome.questions[0].text in words(outcome)


def test_the_district_is_not_asked_about_before_it_ended() -> None:
    assert rolled("UBND huyện Hương Sơn, Huyện ủy", 2024).questions == ()


def test_number_and_day_are_blanked_in_the_letterhead_and_where_an_annex_names_them() -> None:
    head = Letterhead(("UBND XÃ KIM HOA",), "KH-UBND", "Kim Hoa", number="05", date=IssueDate(2023, 1, 4))
    text = "Kèm theo Kế hoạch số 05/KH-UBND ngày 04/01/2023 của Ủy ban nhân dân xã"
    outcome = roll(OfficialDocument(DocumentKind.PLAN, head, closing=(plain(text),), year=2023), 2024)
    made = outcome.document.letterhead
    assert made is not None
    assert (made.number, made.date, made.symbol) == (None, IssueDate(2024), "KH-UBND")
    assert [change.rule for change in outcome.changes] == ["number", "issue-date", "number"]
    assert re.sub(" +", " ", words(outcome)) == (
        "Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2024 của Ủy ban nhân dân xã"
    )


def test_headings_tables_signers_and_styles_go_along() -> None:
    runs = (Run("Năm 20", bold=True), Run("23", italic=True), Run(" thi đua"))
    table = Table((Column("Năm 2023", 1),), (Row(("trước 30/6/2023",)),))
    section = Section("I.", "NHIỆM VỤ NĂM 2023", (Paragraph(runs), table), place=Place(3))
    old = OfficialDocument(DocumentKind.PLAN, sections=(section,), signatures=(Signature("CHỦ TỊCH", "Lê Văn Hai"),))
    outcome = roll(old, 2024)
    (made,) = outcome.document.sections
    assert made.heading == "NHIỆM VỤ NĂM 2024"
    assert made.blocks[0] == Paragraph((Run("Năm 2024", bold=True), Run("", italic=True), Run(" thi đua")))
    assert made.blocks[1] == Table((Column("Năm 2024", 1),), (Row(("trước 30/6/2024",)),))
    assert {change.place for change in outcome.changes} == {Place(3)}
    assert [each.text for each in outcome.questions] == ["Lê Văn Hai"]


@pytest.mark.parametrize("to_year", [2023, 2022])
def test_a_year_that_is_not_later_is_refused(to_year: int) -> None:
    with pytest.raises(Refused, match="năm 2023"):
        rolled("năm 2023", to_year)


def test_a_document_without_a_year_asks_for_one() -> None:
    with pytest.raises(InvalidInput, match="Không tìm thấy năm"):
        roll(OfficialDocument(DocumentKind.PLAN), 2026)


def certain_words(year: int) -> st.SearchStrategy[str]:
    day, month, first = st.integers(1, 28), st.integers(1, 12), st.integers(1890, 1975)
    return st.one_of(
        st.just(f"nhiệm vụ năm {year}"),
        st.just(f"triển khai nhiệm vụ năm {year + 1}"),
        st.just(f"06 tháng đầu năm {year}"),
        st.just(f"mừng Xuân {lunar_year_name(year)} {year}"),
        st.builds(lambda d, m: f"trước ngày {d:02d}/{m}/{year}", day, month),
        st.builds(lambda d, m: f"ngày {d} tháng {m} năm {year}", day, month),
        st.builds(lambda d, m, y: f"kỷ niệm {year - y} năm Ngày hội ({d}/{m}/{y} - {d}/{m}/{year})", day, month, first),
    )


@given(
    st.integers(2018, 2025).flatmap(lambda year: st.tuples(st.just(year), st.lists(certain_words(year), min_size=1)))
)
def test_two_steps_lead_where_one_long_step_does(drawn: tuple[int, list[str]]) -> None:
    year, pieces = drawn
    first = rolled("; ".join(pieces), year + 1, year)
    assert not first.questions
    assert roll(first.document, year + 2).document == rolled("; ".join(pieces), year + 2, year).document


@given(
    st.text(max_size=60),
    st.lists(st.sampled_from(["năm 2023", " (1/2/1930 - 1/2/2023) ", "Quý Mão", "9 năm", "-"])),
    st.lists(st.integers(1, 20)),
)
def test_no_letter_outside_the_changes_is_lost_however_the_text_is_cut_into_runs(
    free: str, pieces: list[str], cuts: list[int]
) -> None:
    text = free.join(["", *pieces, ""])
    mentions = [each for each in find_mentions(text, Shift(2023, 2026), RULES) if each.after is not None]
    expected, position = "", 0
    for mention in mentions:
        assert mention.start >= position
        expected += text[position : mention.start] + (mention.after or "")
        position = mention.end
    expected += text[position:]
    stops = [0, *accumulate(cuts), len(text)]
    runs = tuple(Run(text[start:stop]) for start, stop in pairwise(stops) if start < len(text))
    cut = OfficialDocument(DocumentKind.PLAN, year=2023, closing=(Paragraph(runs),))
    assert words(rolled(text)) == words(roll(cut, 2026)) == expected
