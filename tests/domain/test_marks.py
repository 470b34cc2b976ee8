import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.marks import (
    WHOLE_MARK,
    Criterion,
    MarkSheet,
    checked_points,
    mean_mark,
    parse_criteria,
    reaches_mark,
    sheets_of,
    shown_points,
    typed_points,
    written_criteria,
)
from kimhoa_app.domain.settings import Settings, checked_value, definitions

CRITERIA = parse_criteria("Tính mới: 30; Hiệu quả: 40; Khả năng áp dụng: 30")
SHEETS = st.lists(
    st.builds(MarkSheet, st.integers(1, 99), st.tuples(*(st.integers(0, each.most) for each in CRITERIA))), max_size=9
)


def test_criteria_are_read_and_written_as_the_clerk_types_them() -> None:
    assert parse_criteria(" tính mới : 32,5 ; Hiệu quả: 67.5;") == (
        Criterion(1, "tính mới", 3250),
        Criterion(2, "Hiệu quả", 6750),
    )
    assert written_criteria(CRITERIA) == "Tính mới: 30; Hiệu quả: 40; Khả năng áp dụng: 30"


@pytest.mark.parametrize(
    "written",
    ["", "Tính mới", "A: 30; B: 60", "A: 60; B: 50", "A: 50; a: 50", "A: 100; B: 0", "A: 50; : 50", "A: 50; B: x"],
)
def test_criteria_that_do_not_make_100_points_are_refused(written: str) -> None:
    with pytest.raises(InvalidInput, match="cộng lại bằng 100"):
        checked_value("initiative.criteria", written)


def test_the_criteria_that_ship_make_100_points() -> None:
    assert sum(each.most for each in Settings().criteria("initiative.criteria")) == WHOLE_MARK
    default = definitions()["initiative.criteria"].default
    assert checked_value("initiative.criteria", default) == default


def test_points_above_the_most_or_missing_are_told_with_their_criterion() -> None:
    assert checked_points(CRITERIA, (3000, 4000, 0)) == (3000, 4000, 0)
    with pytest.raises(InvalidInput, match="Hiệu quả: từ 0 đến 40 điểm"):
        checked_points(CRITERIA, (3000, 4001, 0))
    with pytest.raises(InvalidInput, match="đủ 3 tiêu chí"):
        checked_points(CRITERIA, (3000, 4000))


def test_a_mean_is_cut_off_and_the_mark_is_measured_on_the_sums() -> None:
    sheets = [MarkSheet(member, points) for member, points in ((1, (7000,)), (2, (7000,)), (3, (6999,)))]
    assert mean_mark(sheets) == 6999
    assert not reaches_mark(sheets, 7000)
    assert reaches_mark(sheets[:2], 7000)
    assert mean_mark([]) is None
    assert not reaches_mark([], 1)


@given(st.integers(0, WHOLE_MARK))
def test_points_are_typed_as_they_are_shown(points: int) -> None:
    assert typed_points(shown_points(points)) == points


@given(SHEETS, st.randoms(use_true_random=False), st.integers(1, WHOLE_MARK))
def test_neither_mean_nor_result_depends_on_the_order(sheets: list[MarkSheet], chance: object, needed: int) -> None:
    mixed = list(sheets)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert mean_mark(mixed) == mean_mark(sheets)
    assert reaches_mark(mixed, needed) == reaches_mark(sheets, needed)


@given(SHEETS)
def test_the_mean_lies_between_the_sums_and_a_sum_never_passes_100(sheets: list[MarkSheet]) -> None:
    totals = [sheet.total for sheet in sheets]
    assert all(total == sum(sheet.points) <= WHOLE_MARK for total, sheet in zip(totals, sheets, strict=True))
    mean = mean_mark(sheets)
    assert mean is None if not totals else min(totals) <= (mean or 0) <= max(totals)


def test_sheets_come_back_from_what_is_stored_by_member_and_criterion() -> None:
    stored = {(7, 1): 3000, (7, 2): 2000, (7, 3): 500, (2, 2): 4000}
    assert sheets_of(stored, CRITERIA) == (MarkSheet(2, (0, 4000, 0)), MarkSheet(7, (3000, 2000, 500)))
