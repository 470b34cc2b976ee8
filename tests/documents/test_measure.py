import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.measure import balanced, component_width, header_columns, rule_length, text_width, wrapped
from kimhoa_app.documents.model import Letterhead, Orientation

RULES = form_rules()
DATE = "Bình Minh, ngày 20 tháng 11 năm 2026"


@pytest.mark.parametrize(
    ("text", "style", "size", "width"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"bold": True}, 12, 88.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"bold": True}, 12.5, 92.0),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"bold": True}, 13, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", {"bold": True}, 13, 56.1),
        ("Độc lập - Tự do - Hạnh phúc", {"bold": True}, 14, 60.5),
        ("ỦY BAN NHÂN DÂN", {"bold": True}, 12, 39.9),
        ("ỦY BAN NHÂN DÂN", {"bold": True}, 13, 43.2),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", {"bold": True}, 12, 77.2),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", {"bold": True}, 13, 83.7),
        (DATE, {"italic": True}, 13, 73.1),
        (DATE, {"italic": True}, 14, 78.7),
    ],
)
def test_a_width_is_that_of_times_new_roman(text: str, style: dict[str, bool], size: float, width: float) -> None:
    assert text_width(text, size, **style) == pytest.approx(width, abs=0.1)


def test_a_decomposed_text_is_as_wide_as_a_composed_one() -> None:
    assert text_width("Ho\u0300a", 14) == text_width("Hòa", 14)


def test_the_usual_columns_are_66_and_99_mm() -> None:
    columns = header_columns(Letterhead(("ỦY BAN NHÂN DÂN", "XÃ KIM HOA")), RULES)
    assert (columns.left, columns.right, columns.name_size) == (66, 99, 13)


def test_a_council_breaks_after_its_first_words_only() -> None:
    columns = header_columns(Letterhead(("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",), superior="UBND XÃ KIM HOA"), RULES)
    assert columns.issuer_lines == ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")


def test_the_national_name_gives_way_to_a_superior_that_then_fits_on_a_line() -> None:
    head = Letterhead(("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"), superior="ỦY BAN NHÂN DÂN XÃ KIM HOA")
    columns = header_columns(head, RULES)
    assert columns.superior_lines == ("ỦY BAN NHÂN DÂN XÃ KIM HOA",)
    assert 12 <= columns.name_size < 13


@given(st.lists(st.text("ABCĐÊHỘỦ ", min_size=1, max_size=60), min_size=1, max_size=4), st.sampled_from(Orientation))
def test_columns_always_fill_the_page_and_hold_the_national_name(issuer: list[str], orientation: Orientation) -> None:
    columns = header_columns(Letterhead(tuple(issuer)), RULES, orientation)
    name = component_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", RULES.national_name, columns.name_size)
    assert columns.left + columns.right == pytest.approx(RULES.sheet(orientation).text_width)
    assert columns.right > name
    assert " ".join(columns.issuer_lines).split() == " ".join(issuer).split()


@given(st.lists(st.text("abcđêư", min_size=1, max_size=9), min_size=1, max_size=40), st.integers(10, 80))
def test_balanced_lines_are_as_few_and_no_wider(words: list[str], room: int) -> None:
    def width(text: str) -> float:
        return text_width(text, 14)

    full, even = wrapped(words, room, width), balanced(words, room, width)
    assert " ".join(even) == " ".join(words)
    assert len(even) == len(full)
    assert max(map(width, even)) <= max(map(width, full))


def test_a_rule_is_a_third_to_a_half_of_the_longest_line_and_of_a_last_line_near_it() -> None:
    def width(text: str) -> float:
        return text_width(text, 13, bold=True)

    lines = ("ỦY BAN NHÂN DÂN", "XÃ KIM HOA")
    length = rule_length(lines, width, RULES.issuer_rule)
    assert 0.333 <= length / width(lines[0]) <= 0.5
    assert length / width(lines[1]) <= 0.5
