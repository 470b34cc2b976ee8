import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.names import FullName, capitals, listed_name, split_name, tidy_name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nguyễn Thị Bích Hà", FullName("Nguyễn", "Thị Bích", "Hà")),
        (" Trần   Phú ", FullName("Trần", "", "Phú")),
        ("Hoa", FullName("", "", "Hoa")),
        ("", FullName("", "", "")),
    ],
)
def test_a_name_is_split_into_its_parts(text, parts):
    assert split_name(text) == parts


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("NGUYỄN VĂN A", "Nguyễn Văn A"),
        ("nguyễn  văn a", "Nguyễn Văn A"),
        (unicodedata.normalize("NFD", "NGUYỄN THỊ ÁNH"), "Nguyễn Thị Ánh"),
        ("đặng thị ý", "Đặng Thị Ý"),
        ("Nguyễn thị Hồng", "Nguyễn thị Hồng"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("a-lăng bảy", "A-Lăng Bảy"),
        ("", ""),
    ],
)
def test_a_name_in_one_case_gets_its_capitals_and_a_mixed_one_keeps_them(typed, name):
    assert tidy_name(typed) == name


def test_capitals_are_written_with_the_mark_on_the_letter():
    assert capitals(unicodedata.normalize("NFD", "Ủy ban nhân dân xã Kim Hòa")) == "ỦY BAN NHÂN DÂN XÃ KIM HÒA"


@given(st.text())
def test_the_parts_of_any_name_give_the_name_back(text):
    name = split_name(text)
    parts = [part for part in (name.family, name.middle, name.given) if part]
    assert split_name(" ".join(parts)) == name


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắấéếíóốớúứý ĐÁÀẢ"))
def test_tidying_a_name_twice_changes_nothing_more(text):
    once = tidy_name(text)
    assert tidy_name(once) == once


@pytest.mark.parametrize(
    ("written", "name", "said"),
    [
        ("NGUYỄN VĂN A", "Nguyễn Văn A", None),
        ("nguyễn  văn a", "Nguyễn Văn A", None),
        (unicodedata.normalize("NFD", "Nguyễn Thị") + " Ánh", "Nguyễn Thị Ánh", None),
        ("NGUYỄN Văn an", "Nguyễn Văn An", None),
        ("NGuyễn THị Hồng", "Nguyễn Thị Hồng", None),
        ("H'HEN NIÊ", "H'Hen Niê", None),
        ("Ông Trần Văn Bình", "Trần Văn Bình", "Ông"),
        ("Bà: LÊ THỊ HOA", "Lê Thị Hoa", "Bà"),
        ("Đ/c Lê Văn Tám", "Lê Văn Tám", None),
        ("đồng chí Lê Văn Tám", "Lê Văn Tám", None),
        ("ThS. Lê Văn Tám", "Lê Văn Tám", None),
        ("Ông Ích Khiêm", "Ích Khiêm", "Ông"),
        ("Bà Hoa", "Bà Hoa", None),
        ("", "", None),
    ],
)
def test_a_name_in_a_list_is_made_right(written, name, said):
    assert listed_name(written) == (name, said)
