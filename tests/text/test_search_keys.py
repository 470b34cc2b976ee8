import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.search_keys import matches, rank, search_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        ("ĐẶNG  Đình\u00a0Đức", "dang dinh duc"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân xã"), "uy ban nhan dan xa"),
        ("Thôn 10", "thon 10"),
        ("", ""),
    ],
)
def test_a_key_has_no_diacritics_and_no_capitals(text, key):
    assert search_key(text) == key


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("nguyen thi anh", "Nguyễn Thị Ánh"),
        ("anh ngu", "Nguyễn Thị Ánh"),
        ("ánh", "Nguyễn Thị Ánh"),
        ("Nguyễn anh", "Nguyễn Thị Ánh"),
        ("dang", "Đặng Văn A"),
        ("đặ", "Đặng Văn A"),
        ("HOÀ", "Lê Thị Hòa"),
        ("thuý", "Cao Thúy"),
        ("hò", "Lê Thị Hòa"),
        ("van hoa xa hoi", "Phòng Văn hóa - Xã hội"),
        ("12", "Quyết định số 12/QĐ-UBND"),
        ("", "Bất kỳ"),
    ],
)
def test_a_query_finds(query, text):
    assert matches(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ánh", "Nguyễn Thị Anh"),
        ("ân", "Lê Văn An"),
        ("đang", "Dang Văn A"),
        ("nguyên", "Nguyễn Văn A"),
        ("guyen", "Nguyễn Văn A"),
        ("nguyen binh", "Nguyễn Văn A"),
    ],
)
def test_a_query_does_not_find(query, text):
    assert not matches(query, text)


def test_words_of_a_query_may_stand_in_different_texts():
    assert matches("anh van hoa", "Nguyễn Thị Ánh", "Phòng Văn hóa - Xã hội")


def test_what_is_spelled_as_typed_comes_before_what_is_only_similar():
    found = sorted(["Lê Ánh", "Lê Anh", "Lê Anhđa"], key=lambda text: rank("anh", text))
    assert found == ["Lê Anh", "Lê Anhđa", "Lê Ánh"]


def test_what_does_not_match_has_no_rank():
    assert rank("bình", "Lê Anh") is None


@given(st.text())
def test_a_key_of_a_key_is_the_key(text):
    assert search_key(search_key(text)) == search_key(text)


@given(st.lists(st.text(alphabet="abcdđeêghiăâôơưàáảãạồ", min_size=1), min_size=1))
def test_every_text_is_found_by_itself_and_by_its_key(words):
    text = " ".join(words)
    assert rank(text, text) == 0
    assert matches(search_key(text), text)
