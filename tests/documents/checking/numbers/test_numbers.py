"""Sums, counts and shares against what they count."""

import pytest

from kimhoa_app.documents.checking import numbers
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import Appendix, Column, DocumentKind, OfficialDocument, Row, Section, Table, plain
from tests.documents.checking.looking import found, found_in, rule


def table(*rows: str, headings: str = "TT | Thôn | Số hộ") -> Table:
    return Table(
        tuple(Column(each.strip(), 1) for each in headings.split("|")),
        tuple(Row(tuple(cell.strip() for cell in row.split("|"))) for row in rows),
    )


def wrong_in(rule_id: str, *tables: Table) -> list[str]:
    document = OfficialDocument(
        DocumentKind.REPORT,
        sections=(Section("I.", "KẾT QUẢ", tables[:1], (Section("1.", "Phụ", tables[1:]),)),),
    )
    return [f"{each.text}: {each.message}" for each in found_in(document, [rule(rule_id)])]


def test_a_sum_that_is_not_that_of_its_column_is_told() -> None:
    assert wrong_in("table-sum", table("1|Đông|1.200", "2|Đoài|34", "|Tổng cộng|1.233")) == [
        "1.233: Cột “Số hộ”: dòng tổng ghi 1.233, các dòng cộng lại được 1.234."
    ]
    assert wrong_in("table-sum", table("|Tổng số|50", "1|Đông|20", "2|Đoài|35"))
    assert wrong_in("table-sum", table("1|Đông|1,5", "2|Đoài|2,5", "Cộng||4,5"))


@pytest.mark.parametrize(
    "grid",
    [
        table("1|Đông|1.200", "2|Đoài|34", "|Tổng cộng|1.234"),
        table("1|Đông|20", "2|Đoài|-", "3|Nam|", "4|Bắc|15", "|Cộng|35"),
        table("1|Đông|20", "2|Đoài|15"),
        table("I|Khối xã|20", "1|Đông|12", "2|Đoài|8", "|Tổng cộng|20"),
        table("1|Đông|20", "1.1|Xóm trên|12", "2|Đoài|8", "|Tổng cộng|28"),
        table("1|Đông|20", "|Trong đó: nữ|12", "2|Đoài|8", "|Tổng cộng|28"),
        table("1|Đông|20 hộ", "2|Đoài|8", "|Tổng cộng|30"),
        table("1|Đông|20", "|Cộng|20", "2|Đoài|8", "|Tổng cộng|28"),
        table("1|Đông|90,5", "2|Đoài|80,5", "|Tổng cộng|85,5", headings="TT|Thôn|Tỷ lệ (%)"),
        table("1|Đông|2020", "2|Đoài|2021", "|Tổng|2", headings="TT|Thôn|Năm công nhận"),
        table("1|Đông|1.5", "2|Đoài|2.5", "|Tổng|5"),
        table(),
    ],
)
def test_sums_that_are_right_or_cannot_be_judged_are_left_alone(grid: Table) -> None:
    assert wrong_in("table-sum", grid) == []


def test_every_table_of_a_document_is_looked_at_in_its_place() -> None:
    good, bad = table("1|Đông|1", "2|Đoài|2", "|Cộng|3"), table("1|Đông|1", "2|Đoài|2", "|Cộng|4")
    assert len(wrong_in("table-sum", good, bad)) == 1
    assert len(wrong_in("table-sum", bad, good)) == 1


def test_shares_of_a_whole_make_a_hundred() -> None:
    heads = "TT|Mức|Tỷ lệ (%)"
    assert wrong_in("table-shares", table("1|Tốt|60", "2|Khá|30", "|Tổng|100", headings=heads))
    assert not wrong_in("table-shares", table("1|Tốt|66,7", "2|Khá|33,4", "|Tổng|100", headings=heads))
    assert not wrong_in("table-shares", table("1|Đông|100", "2|Đoài|100", "|Tổng|100", headings=heads))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ("1 2 3 4", []),
        ("1 2 2 3", ["2"]),
        ("1 2 4 4", ["4"]),
        ("01 02 04 05", ["04"]),
        ("1 2 3 1 2", []),
        ("1. 2. 3.", []),
        ("5 6 7", []),
        ("a b c", []),
        ("1 2.1 2.2 3 5", []),
        ("1 3", []),
    ],
)
def test_the_numbers_of_rows_follow_each_other(counts: str, expected: list[str]) -> None:
    grid = table(*(f"{count}|Thôn|1" for count in counts.split()))
    assert [line.split(":")[0] for line in wrong_in("table-row-numbers", grid)] == expected


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("gồm 12 (mười ba) thành viên", True),
        ("số tiền 1.500.000 đồng (Một triệu sáu trăm nghìn đồng)", True),
        ("thời hạn 05 (bốn) ngày", True),
        ("gồm 05 (năm) thành viên; 12 (mười hai) người; 21 (hai mốt) ngày", False),
        ("gồm 25 (hai mươi lăm) thành viên, 105 (một trăm lẻ năm) hộ", False),
        ("số tiền 1.500.000 đồng (Bằng chữ: Một triệu năm trăm nghìn đồng chẵn./.)", False),
        ("kế hoạch 05 (năm 2025), 12 (đợt một), mục 3 (hai bên), 2025 (năm Ất Tỵ)", False),
        ("02/9 (một), 1.5 (hai)", False),
    ],
)
def test_figures_are_held_against_their_words(text: str, is_wrong: bool) -> None:
    assert bool(found("figure-against-words", text)) is is_wrong


def test_a_figure_against_its_words_is_an_error() -> None:
    assert rule("figure-against-words").severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("41/45 chỉ tiêu đạt 95,1%", True),
        ("có 12/15 thôn (85%)", True),
        ("1.200/1.500 hộ, đạt tỷ lệ 90%", True),
        ("41/45 chỉ tiêu, đạt 91,1%", False),
        ("41/45 chỉ tiêu đạt 91,11%; 41/45 đạt 91%", False),
        ("2/3 thôn đạt 66,6%; 2/3 thôn đạt 66,7%", False),
        ("45/41 chỉ tiêu đạt 109,8%", False),
        ("đến 30/6 đạt 80%; trước ngày 20/12 đạt 95%; 30/6, đạt 50%", False),
        ("Kế hoạch số 12/KH-UBND đạt 50%; 12/2025/QH15 đạt 50%; ngày 02/9/2025 đạt 80%", False),
        ("quý I và 6/2025, đạt 80%; 9/8 đạt 100%", False),
        ("12/15 thôn; có 90% hộ đạt chuẩn", False),
    ],
)
def test_a_share_is_held_against_its_count(text: str, is_wrong: bool) -> None:
    assert bool(found("share-of-count", text)) is is_wrong


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Tổng thu 300 tỷ đồng, trong đó: lúa 100 tỷ đồng; cây ăn quả 120 tỷ đồng; chăn nuôi 90 tỷ đồng.", "300"),
        ("Kinh phí 1.200 triệu đồng, gồm: tỉnh cấp 700 triệu đồng, xã 450 triệu đồng.", "1.200"),
        ("Khen thưởng 60 tập thể, cá nhân, trong đó 15 tập thể, 40 cá nhân.", "60"),
        ("Hội đồng gồm 15 đồng chí, trong đó: 01 Chủ tịch, 02 Phó Chủ tịch, 11 ủy viên.", "15"),
        ("Lớp có 40 người (trong đó 18 nam, 21 nữ).", "40"),
    ],
)
def test_a_total_that_its_parts_do_not_make_is_told(text: str, total: str) -> None:
    assert found("parts-sum", text) == [(total, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thu 310 tỷ đồng, trong đó: lúa 100 tỷ đồng; cây ăn quả 120 tỷ đồng; chăn nuôi 90 tỷ đồng.",
        "Tổng thu 400 tỷ đồng, trong đó: lúa 100 tỷ đồng; cây ăn quả 120 tỷ đồng.",
        "Tổng thu 100 tỷ đồng, trong đó: lúa 60 tỷ đồng, tăng 12 tỷ đồng; khác 50 tỷ đồng.",
        "Kinh phí 12 tỷ đồng, gồm 700 triệu đồng của tỉnh và 450 triệu đồng của xã.",
        "Có 120 cán bộ, trong đó 70 đảng viên, 60 nữ.",
        "Mở 02 lớp tập huấn gồm 45 học viên, 3 giảng viên.",
        "Hội đồng gồm 15 đồng chí, trong đó: 01 Chủ tịch, 02 Phó Chủ tịch, 12 ủy viên.",
        "Ngày 15/6/2026, gồm 03 tập thể và 07 cá nhân được khen.",
        "Năm 2025, trong đó có 20 tập thể, 45 cá nhân được tặng Giấy khen.",
    ],
)
def test_parts_that_make_the_total_or_leave_some_out_are_left_alone(text: str) -> None:
    assert found("parts-sum", text) == []


def test_the_four_grades_make_a_hundred() -> None:
    grades = (
        "hoàn thành xuất sắc nhiệm vụ 20%, hoàn thành tốt nhiệm vụ {}%, hoàn thành nhiệm vụ 8%, "
        "không hoàn thành nhiệm vụ 2%"
    )
    assert found("grades-not-whole", f"Xếp loại: {grades.format(75)}.")
    assert not found("grades-not-whole", f"Xếp loại: {grades.format(70)}.")
    assert not found("grades-not-whole", "phấn đấu hoàn thành xuất sắc nhiệm vụ 20%, hoàn thành tốt nhiệm vụ 90%")


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("từ 80% đến 70%", True),
        ("từ 70% đến 80%", False),
        ("giảm từ 5% đến 3%", False),
        ("hạ tỷ lệ hộ nghèo từ 5% đến 3%", False),
        ("từ 80% năm 2024 đến 70%", False),
    ],
)
def test_a_range_goes_up(text: str, is_wrong: bool) -> None:
    assert bool(found("falling-range", text)) is is_wrong


@pytest.mark.parametrize(
    ("texts", "is_wrong"),
    [
        (("Tổ giúp việc gồm 05 đồng chí sau:", "- Ông Một", "- Ông Hai", "- Bà Ba", "- Bà Tư"), True),
        (("Thực hiện ba nhiệm vụ:", "- Một", "- Hai"), True),
        (("Tổ giúp việc gồm 02 đồng chí:", "- Ông Một", "+ Việc", "+ Việc", "- Bà Hai"), False),
        (("Tổ giúp việc gồm 02 (hai) đồng chí sau đây:", "- Ông Một", "- Bà Hai"), False),
        (("Thực hiện 5 nhiệm vụ:", "Nhiệm vụ một"), False),
        (("Thực hiện 3 nhiệm vụ:", "- Một", "- Hai", "Nói thêm về hai.", "- Ba"), False),
        (("Thực hiện 3 nhiệm vụ:", "- Một", "- Hai", "Đoạn sau."), True),
        (("- Thực hiện 3 nhiệm vụ:", "- Việc khác", "- Việc nữa"), False),
        (("Ngày 05 tháng 3 năm 2025 thực hiện các nhiệm vụ sau:", "- Một", "- Hai"), False),
        (("trong 5 năm qua, các giải pháp sau:", "- Một", "- Hai"), False),
    ],
)
def test_a_count_is_held_against_the_list_behind_it(texts: tuple[str, ...], is_wrong: bool) -> None:
    assert bool(found("list-count", *texts)) is is_wrong


def test_a_count_is_held_against_the_parts_of_its_section() -> None:
    def parts(count: int) -> OfficialDocument:
        children = tuple(Section(f"{n}.", f"Việc {n}") for n in range(1, count + 1))
        lead = Section("I.", "NHIỆM VỤ", (plain("Tập trung thực hiện 3 nhiệm vụ sau:"),), children)
        return OfficialDocument(DocumentKind.PLAN, sections=(lead,))

    assert [each.text for each in found_in(parts(4), [rule("list-count")])] == ["3 nhiệm vụ"]
    assert found_in(parts(3), [rule("list-count")]) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Tổ chức 3 đợt thi đua trong năm", "Đợt 1 (từ tháng 01)", "Đợt 2 (từ tháng 7)"), [("3 đợt", None)]),
        (("phát động hai đợt", "Đợt thi đua thứ nhất", "- Đợt thứ hai", "Đợt III"), [("hai đợt", None)]),
        (("Tổ chức 2 đợt thi đua", "Đợt thứ nhất: từ", "Đợt thứ hai: từ", "Đợt 1: tổng kết"), []),
        (("Tổ chức 3 đợt thi đua",), []),
        (("Tổ chức 3 đợt tập huấn, 4 đợt ra quân", "Đợt 1", "Đợt 2"), []),
    ],
)
def test_phases_told_are_the_phases_named(texts: tuple[str, ...], expected: list[tuple[str, None]]) -> None:
    assert found("phase-count", *texts) == expected


def test_the_attached_list_has_as_many_lines_as_the_text_says() -> None:
    def decision(text: str) -> OfficialDocument:
        listed = Appendix("DANH SÁCH", "", blocks=(table("1|Đông|1", "2|Đoài|2"),))
        return OfficialDocument(DocumentKind.DECISION, closing=(plain(text),), appendices=(listed,))

    def told(text: str) -> list[str]:
        return [each.text for each in found_in(decision(text), [rule("attached-list-count")])]

    assert told("Tặng Giấy khen cho 15 cá nhân có thành tích (có danh sách kèm theo).") == ["15"]
    assert told("Tặng Giấy khen cho 02 cá nhân có thành tích (có danh sách kèm theo).") == []
    assert told("Tặng Giấy khen cho 15 tập thể và 87 cá nhân (có danh sách kèm theo).") == []


def test_the_family_is_numbers() -> None:
    assert {each.family for each in numbers.RULES} == {"numbers"}
