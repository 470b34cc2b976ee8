"""Vietnamese syllables told from what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.syllables import is_syllable, parsed, tone_in_place, tone_variant

SYLLABLES = (
    "hòa hoà thúy thuý ủy uỷ được nghiêng giếng gì gìn già giữa quý quỳnh quýt quốc quyết khuỷu khuya huyền ngoài "
    "ngành ghế gỗ kỷ cá kê oanh ếch yêu yến ương xoong soóc thuở huơ rượu hưu chuối ngoáy ngoèo khuấy tuýt uỵch "
    "khuếch khoắng loắt ý ô à uể oăm hoẵng lửa thuế tòa xòe xuýt lũy quay nguệch choạng giục sĩ sỹ NGHỊ Đảng ÂU"
)
NOT_SYLLABLES = "nghành ngiêng kà cê ghà xuât hoăc thựchiện phtá wifi zalo tiêp hoàng2 aă đượć đư1 sx"


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", NOT_SYLLABLES.split())
def test_what_is_no_syllable_is_not_taken_for_one(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "right"),
    [("đựơc", "được"), ("hòan", "hoàn"), ("qúy", "quý"), ("gìa", "già"), ("Đựơc", "Được"), ("TÒAN", "TOÀN")],
)
def test_a_tone_on_the_wrong_letter_is_moved(word: str, right: str) -> None:
    assert not is_syllable(word)
    assert tone_in_place(word) == right


@pytest.mark.parametrize(
    ("older", "newer"), [("hòa", "hoà"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("Ủy", "Uỷ"), ("HÓA", "HOÁ")]
)
def test_the_two_customs_are_told_from_each_other(older: str, newer: str) -> None:
    assert (tone_variant(older), tone_variant(newer)) == (newer, older)


@pytest.mark.parametrize("word", ["hoàn", "quý", "mía", "của", "loài", "hoa", "abc"])
def test_most_syllables_have_one_way_of_writing(word: str) -> None:
    assert tone_variant(word) is None


@given(st.text(max_size=12))
def test_any_text_is_a_syllable_or_not(word: str) -> None:
    assert is_syllable(word) <= (parsed(word) is not None)
    if (right := tone_in_place(word)) is not None:
        assert is_syllable(right)
    if (other := tone_variant(word)) is not None:
        assert is_syllable(other)
        assert tone_variant(other.lower()) is not None
