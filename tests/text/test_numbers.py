import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.numbers import (
    NumberWording,
    grouped,
    letter,
    number_in_words,
    percent,
    roman,
    two_digits,
)

SPOKEN = {
    0: "không",
    5: "năm",
    10: "mười",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    55: "năm mươi lăm",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    1005: "một nghìn không trăm linh năm",
    1015: "một nghìn không trăm mười lăm",
    2026: "hai nghìn không trăm hai mươi sáu",
    10_000: "mười nghìn",
    1_000_001: "một triệu không trăm linh một",
    1_005_000: "một triệu không trăm linh năm nghìn",
    1_500_000: "một triệu năm trăm nghìn",
    1_000_000_000: "một tỷ",
    1_000_000_000_000: "một nghìn tỷ",
    2_000_000_000_000_000_005: "hai tỷ tỷ không trăm linh năm",
    -1: "âm một",
    -1005: "âm một nghìn không trăm linh năm",
}

UNITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6}
UNITS |= {"bảy": 7, "tám": 8, "chín": 9}
SCALES = {"nghìn": 1000, "triệu": 1_000_000}


def heard(words: str) -> int:
    """Read number words back, by another way than the one that wrote them."""
    if " tỷ" in words or words == "tỷ":
        before, _, after = words.rpartition("tỷ")
        return heard(before.strip()) * 10**9 + heard(after.strip())
    total = group = digit = 0
    for word in words.split():
        if word in UNITS:
            digit = UNITS[word]
        elif word in SCALES:
            total, group, digit = total + (group + digit) * SCALES[word], 0, 0
        else:
            group += {"trăm": 100 * digit, "mươi": 10 * digit, "mười": 10, "linh": 0}[word]
            digit = 0
    return total + group + digit


@pytest.mark.parametrize(("n", "words"), SPOKEN.items())
def test_a_number_is_said_as_vietnamese_says_it(n, words):
    assert number_in_words(n) == words


@given(st.integers(0, 10**12))
def test_every_number_reads_back(n):
    assert heard(number_in_words(n)) == n


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_two_numbers_never_sound_alike(one, other):
    assert (number_in_words(one) == number_in_words(other)) is (one == other)


def test_the_office_may_say_the_other_right_words():
    southern = NumberWording(empty_tens="lẻ", thousand="ngàn", four="bốn")
    assert number_in_words(1_104_024, southern) == "một triệu một trăm lẻ bốn ngàn không trăm hai mươi bốn"


@pytest.mark.parametrize(("n", "text"), [(0, "0"), (999, "999"), (1_234_567, "1.234.567"), (-1000, "-1.000")])
def test_thousands_are_parted_by_a_dot(n, text):
    assert grouped(n) == text


@pytest.mark.parametrize(("n", "text"), [(1, "01"), (9, "09"), (10, "10"), (105, "105")])
def test_counts_below_ten_take_a_leading_zero(n, text):
    assert two_digits(n) == text


@pytest.mark.parametrize(
    ("basis_points", "text"),
    [(0, "0%"), (9550, "95,5%"), (10_000, "100%"), (9333, "93,33%"), (5, "0,05%"), (-50, "-0,5%")],
)
def test_a_percentage_has_a_decimal_comma_and_no_idle_zeros(basis_points, text):
    assert percent(basis_points) == text


@pytest.mark.parametrize(
    ("n", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1990, "MCMXC"), (3999, "MMMCMXCIX")]
)
def test_roman_numerals(n, numeral):
    assert roman(n) == numeral


@pytest.mark.parametrize("n", [0, -3, 4000])
def test_what_has_no_roman_numeral_is_refused(n):
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(n)


def test_list_letters_stand_in_vietnamese_order():
    assert [letter(n) for n in range(1, 14)] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n"]
    assert [letter(n) for n in (23, 24, 46, 47)] == ["y", "aa", "ay", "ba"]


def test_there_is_no_letter_before_the_first():
    with pytest.raises(ValueError, match="no letter"):
        letter(0)


@given(st.integers(1, 3000), st.integers(1, 3000))
def test_no_two_items_share_a_letter(one, other):
    assert (letter(one) == letter(other)) is (one == other)
