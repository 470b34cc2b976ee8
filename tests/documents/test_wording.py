import pytest

from kimhoa_app.documents.model import (
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Run,
    Section,
    Table,
    plain,
)
from kimhoa_app.documents.wording import (
    addressee_lines,
    date_line,
    end_marked,
    is_capital_label,
    legal_basis_lines,
    letter_subject,
    number_line,
    recipient_lines,
    run_in,
)

TABLE = Table((Column("STT", 1),), ())


def _head(**given: object) -> Letterhead:
    return Letterhead((), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "line"), [("7", "Số: 07/KH-UBND"), ("12", "Số: 12/KH-UBND"), (None, "Số:        /KH-UBND")]
)
def test_a_number_has_two_digits_or_room_for_the_pen(number: str | None, line: str) -> None:
    assert number_line(_head(symbol="KH-UBND", number=number)) == line


def test_a_paper_without_a_symbol_has_no_number_line() -> None:
    assert number_line(_head(number="7")) == ""


@pytest.mark.parametrize(
    ("date", "line"),
    [
        (IssueDate(2026, 2, 5), "Kim Hoa, ngày 05 tháng 02 năm 2026"),
        (IssueDate(2026, 3, 15), "Kim Hoa, ngày 15 tháng 3 năm 2026"),
        (IssueDate(2026, 12), "Kim Hoa, ngày        tháng 12 năm 2026"),
        (IssueDate(2026), "Kim Hoa, ngày        tháng        năm 2026"),
    ],
)
def test_a_date_is_written_as_the_form_asks(date: IssueDate, line: str) -> None:
    assert date_line(_head(place="Kim Hoa", date=date)) == line


def test_marks_of_lists_are_put_right_whatever_stood_there() -> None:
    assert recipient_lines(("- Như Điều 3.", "Lưu: VT, VHXH;")) == ("- Như Điều 3;", "- Lưu: VT, VHXH.")
    assert legal_basis_lines(("Căn cứ A ", "Theo đề nghị của B,")) == ("Căn cứ A;", "Theo đề nghị của B.")
    assert addressee_lines(("Sở Nội vụ.",)) == ("Sở Nội vụ",)
    assert addressee_lines(("Sở Nội vụ", "Sở Tài chính")) == ("- Sở Nội vụ;", "- Sở Tài chính.")


def test_a_letter_has_its_mark_once() -> None:
    assert letter_subject("đăng ký thi đua") == letter_subject("V/v đăng ký thi đua") == "V/v đăng ký thi đua"


def test_only_the_label_of_an_article_is_bold() -> None:
    assert run_in("Điều 1.", plain("Tặng")).runs == (Run("Điều 1. ", bold=True), Run("Tặng"))
    assert run_in("1.", plain("Tặng")).runs[0] == Run("1. ")


@pytest.mark.parametrize(("label", "capital"), [("I.", True), ("A.", True), ("1.", False), ("a)", False), ("", False)])
def test_roman_figures_and_capital_letters_set_their_heading_in_capitals(label: str, capital: bool) -> None:
    assert is_capital_label(label) is capital


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("thực hiện.", "thực hiện./."),
        ("thực hiện", "thực hiện./."),
        ("- thực hiện; ", "- thực hiện./."),
        ("thực hiện./.", "thực hiện./."),
        ("có “trích dẫn”", "có “trích dẫn”./."),
    ],
)
def test_the_end_mark_takes_the_place_of_the_last_stop(text: str, marked: str) -> None:
    document = end_marked(OfficialDocument(DocumentKind.PLAN, closing=(plain(text),)))
    assert document.closing[-1].text == marked


def test_the_end_mark_keeps_the_style_of_the_last_words() -> None:
    runs = (Run("Biểu quyết: "), Run("nhất trí", bold=True), Run(".  "))
    document = end_marked(OfficialDocument(DocumentKind.PLAN, blocks=(Paragraph(runs),)))
    assert document.blocks[0].runs == (Run("Biểu quyết: "), Run("nhất trí./.", bold=True))  # type: ignore[union-attr]


def test_the_end_mark_finds_the_last_part_of_the_last_section() -> None:
    inner = Section("a)", blocks=(plain("Một."),))
    document = end_marked(OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "Đầu", children=(inner,)),)))
    assert document.sections[0].children[0].blocks == (plain("Một./."),)


def test_after_a_table_the_end_mark_has_a_paragraph_of_its_own() -> None:
    document = end_marked(OfficialDocument(DocumentKind.REPORT, blocks=(TABLE,)))
    assert document.blocks == (TABLE, Paragraph((Run("./."),), indent=False))


def test_a_bare_list_and_a_paper_that_asks_for_none_have_no_end_mark() -> None:
    bare = OfficialDocument(DocumentKind.LIST, blocks=(TABLE,))
    without = OfficialDocument(DocumentKind.PLAN, closing=(plain("Hết."),), end_mark=False)
    assert end_marked(bare) == bare
    assert end_marked(without) == without
