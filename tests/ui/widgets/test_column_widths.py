from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.column_widths import NAME_ROOM, Wish, shared_widths

WISHES = st.lists(st.builds(Wish, st.integers(40, 900), st.booleans(), st.integers(20, 300)), min_size=1, max_size=5)


def test_a_name_is_whole_before_other_columns_get_more_than_the_least():
    assert shared_widths(460, [Wish(250, is_name=True), Wish(400), Wish(600)]) == [250, 105, 105]


def test_no_head_is_cut():
    assert shared_widths(300, [Wish(250, is_name=True, head=60), Wish(400, head=130)]) == [170, 130]


def test_a_long_name_leaves_room_for_the_others():
    assert shared_widths(500, [Wish(900, is_name=True), Wish(150)]) == [350, 150]
    assert shared_widths(NAME_ROOM + 300, [Wish(900, is_name=True), Wish(900)])[0] >= NAME_ROOM


def test_what_nobody_asks_for_is_shared_evenly():
    assert shared_widths(500, [Wish(100), Wish(200)]) == [200, 300]


@given(st.integers(-50, 2000), WISHES)
def test_the_room_is_used_and_never_exceeded_without_need(room, wishes):
    widths = shared_widths(room, wishes)
    least = sum(wish.least for wish in wishes)
    assert room - len(wishes) < sum(widths) <= max(room, least)


@given(st.integers(0, 2000), WISHES)
def test_no_column_is_cut_while_another_has_more_than_it_asks_for(room, wishes):
    widths = shared_widths(room, wishes)
    if any(width > wish.width for width, wish in zip(widths, wishes, strict=True)):
        assert all(width >= wish.width for width, wish in zip(widths, wishes, strict=True))
