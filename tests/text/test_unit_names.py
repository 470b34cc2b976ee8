import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.search_keys import search_key
from kimhoa_app.text.unit_names import without_capitals


@pytest.mark.parametrize(
    "name",
    [
        "Văn phòng HĐND và UBND",
        "Phòng Văn hóa - Xã hội",
        "Phòng Văn hoá - Xã hội",
        "Trường Mầm non Hương Sơn",
        "Trường THCS Lê Lợi",
        "Ban Chỉ huy Quân sự xã",
        "Tổ dân phố số 1",
        "Trạm Y tế xã Kim Hoa",
        "Uỷ ban nhân dân xã",
        "Hội Liên hiệp Phụ nữ xã An Bình",
    ],
)
def test_a_name_in_capitals_is_written_as_names_are(name: str) -> None:
    assert without_capitals(name.upper()) == name


@pytest.mark.parametrize("name", ["UBND", "THCS", "Văn phòng", "PHÒNG Văn hóa", "", "  "])
def test_abbreviations_and_names_in_small_letters_stay(name: str) -> None:
    assert without_capitals(name) == name


@given(st.text(st.sampled_from("VĂNPHÒGXÃ -1HĐD"), max_size=30))
def test_only_capitals_change(name: str) -> None:
    assert search_key(without_capitals(name)) == search_key(name)
