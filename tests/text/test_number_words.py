"""Numbers in words read back."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.number_words import number_from_words
from kimhoa_app.text.numbers import NumberWording, number_in_words

WORDINGS = [NumberWording(*each) for each in product(("linh", "lẻ"), ("nghìn", "ngàn"), ("tư", "bốn"))]

WORDS = ("không", "một", "mười", "mươi", "trăm", "nghìn", "triệu", "tỷ", "linh", "năm", "tư", "mốt", "xã")


@given(st.integers(0, 10**15), st.sampled_from(WORDINGS))
def test_every_number_is_read_back_in_every_wording(number: int, wording: NumberWording) -> None:
    assert number_from_words(number_in_words(number, wording)) == number


@pytest.mark.parametrize(
    ("words", "number"), [("Mười ba", 13), ("hai mươi nhăm", 25), ("ba chục", 30), ("bẩy", 7), ("một trăm lẻ năm", 105)]
)
def test_the_words_of_dialects_are_understood(words: str, number: int) -> None:
    assert number_from_words(words) == number


@pytest.mark.parametrize("words", ["", "năm 2023", "mười đồng chí", "trăm", "nghìn triệu", "hai ba", "mươi", "linh"])
def test_what_is_no_number_alone_is_not_read(words: str) -> None:
    assert number_from_words(words) is None


@given(st.lists(st.sampled_from(WORDS)))
def test_no_heap_of_number_words_raises(words: list[str]) -> None:
    assert (number_from_words(" ".join(words)) or 0) >= 0
