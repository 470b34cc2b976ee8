import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.likeness import WHOLE, LikenessIndex, is_one_slip_apart, likeness

SYLLABLES = ("ứng", "dụng", "mã", "QR", "số", "hóa", "hồ", "sơ", "một", "cửa", "xây", "nông", "thôn", "mới")
WORDS = st.lists(st.sampled_from(SYLLABLES), max_size=12)
TEXTS = WORDS.map(" ".join)


def test_spelling_spaces_and_the_order_of_words_do_not_matter() -> None:
    assert likeness("Số hóa hồ sơ một cửa", "so hoá  hồ SƠ một cửa") == WHOLE
    assert likeness("Số hóa hồ sơ", "hồ sơ số hóa") == WHOLE


def test_names_that_share_most_words_are_close_and_others_are_not() -> None:
    name = "Ứng dụng mã QR trong tiếp nhận phản ánh của người dân"
    assert likeness(name, "Ứng dụng mã QR tiếp nhận phản ánh của nhân dân") > 7500
    assert likeness(name, "Giải pháp nâng cao chất lượng dạy học môn Toán lớp 4") < 2500
    assert likeness("", "") == likeness("", name) == 0


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_both_ways_and_never_more_than_the_whole(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= WHOLE


@given(st.dictionaries(st.integers(1, 9), TEXTS), TEXTS)
def test_the_index_finds_what_comparing_each_finds(texts: dict[int, str], asked: str) -> None:
    found = {each.key: each.share for each in LikenessIndex(texts).closest(asked, 5000)}
    assert found == {key: share for key, text in texts.items() if (share := likeness(asked, text)) >= 5000}


@pytest.mark.parametrize(("one", "other"), [("anh", "ahn"), ("anh", "an"), ("anh", "anhh"), ("anh", "inh"), ("a", "")])
def test_one_slip_apart(one: str, other: str) -> None:
    assert is_one_slip_apart(one, other)
    assert is_one_slip_apart(other, one)


@pytest.mark.parametrize(("one", "other"), [("anh", "anh"), ("anh", "hna"), ("anh", "a"), ("anh", "binh"), ("", "")])
def test_not_one_slip_apart(one: str, other: str) -> None:
    assert not is_one_slip_apart(one, other)
    assert not is_one_slip_apart(other, one)
