"""An index answers as the rules of one text do, for many texts at once."""

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.search_keys import matches, rank
from kimhoa_app.text.word_index import WordIndex

WORDS = ["Anh", "Ánh", "ánh", "Ảnh", "An", "Ân", "Hòa", "hoà", "Đặng", "Dang", "Nguyễn", "Thị", "12/QĐ", "a"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=12)
QUERY = st.one_of(TEXT, st.sampled_from(["an", "á", "ho", "hò", "d", "đ", "ng th", "anh an", "-", "1"]))


def test_exact_diacritics_come_first_then_beginnings_then_the_rest_and_the_detail_last() -> None:
    names = [("Lê Ánh", ""), ("Lê Anhđa", ""), ("Bùi Cường", "Phòng Anh ninh"), ("Lê Anh", "")]
    assert WordIndex(names).best("anh", 6) == [3, 1, 0, 2]


def test_no_more_than_asked_for() -> None:
    assert WordIndex([("An", "")] * 9).best("an", 6) == [0, 1, 2, 3, 4, 5]


@given(PAIRS, QUERY)
def test_it_finds_what_matches(pairs: list[tuple[str, str]], query: str) -> None:
    expected = {place for place, texts in enumerate(pairs) if matches(query, *texts)}
    assert WordIndex(pairs).find(query) == expected


@given(PAIRS, QUERY, st.integers(1, 12))
def test_the_best_are_those_of_the_rank_of_the_name(pairs: list[tuple[str, str]], query: str, most: int) -> None:
    def worth(place: int) -> tuple[int, int]:
        by_name = rank(query, pairs[place][0])
        return 3 if by_name is None else by_name, place

    found = [place for place, texts in enumerate(pairs) if matches(query, *texts)]
    assert WordIndex(pairs).best(query, most) == sorted(found, key=worth)[:most]
