"""The ending of a printed list stays together, with the last lines of the table where they have room."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.exchange.sheet_pages import Break, RowsOnPaper, break_that_keeps_ending

PAGE = 460.0
HEAD = 5


def listing(line_heights: list[float], ending: float) -> RowsOnPaper:
    """Four rows of letterhead, the heads, the lines, a sum, a low row, three rows of ending."""
    heights = [30.0] * 4 + [35.0] + line_heights + [18.0, 4.0] + [ending / 3] * 3
    lines = range(HEAD + 1, HEAD + 1 + len(line_heights))
    return RowsOnPaper(dict(enumerate(heights, 1)), HEAD, lines, lines[-1] + 2)


def pages(heights: Mapping[int, float], before: int | None = None) -> dict[int, int]:
    page, used, found = 1, 0.0, {}
    for row in sorted(heights):
        if used + heights[row] > PAGE or row == before:
            page, used = page + 1, heights[HEAD]
        used += heights[row]
        found[row] = page
    return found


def broken(rows: RowsOnPaper) -> dict[int, int]:
    kept = break_that_keeps_ending(rows, PAGE)
    return pages({**rows.heights, **kept.heights}, kept.before)


line_lists = st.lists(st.floats(18, 80), min_size=1, max_size=60)


@given(line_lists, st.floats(60, 250))
def test_closing_words_and_signature_are_on_one_page(line_heights: list[float], ending: float) -> None:
    rows = listing(line_heights, ending)
    found = broken(rows)
    assert len({found[row] for row in found if row > rows.ending}) == 1


@given(st.lists(st.floats(18, 40), min_size=8, max_size=60), st.floats(60, 200))
def test_the_last_two_lines_go_with_the_signature(line_heights: list[float], ending: float) -> None:
    rows = listing(line_heights, ending)
    found = broken(rows)
    assert found[rows.lines[-2]] == found[rows.lines[-1]] == found[max(found)]


@given(line_lists, st.floats(60, 250))
def test_a_line_grows_by_half_a_line_of_words_at_most(line_heights: list[float], ending: float) -> None:
    rows = listing(line_heights, ending)
    for row, height in break_that_keeps_ending(rows, PAGE).heights.items():
        assert rows.heights[row] <= height <= rows.heights[row] + 8


@given(line_lists, st.floats(60, 250))
def test_no_page_is_added_but_one(line_heights: list[float], ending: float) -> None:
    rows = listing(line_heights, ending)
    assert max(broken(rows).values()) - max(pages(rows.heights).values()) in (0, 1)


def test_the_heading_of_a_group_goes_with_its_lines() -> None:
    rows = listing([60.0] * 5, 120.0)
    heading, lines = rows.lines[2], [line for line in rows.lines if line != rows.lines[2]]
    assert break_that_keeps_ending(RowsOnPaper(rows.heights, HEAD, lines, rows.ending), PAGE).before == heading


def test_a_list_that_fits_its_page_stays_as_it_is() -> None:
    assert break_that_keeps_ending(listing([20.0] * 4, 100.0), PAGE) == Break()
