from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.anniversaries import (
    NATIONAL,
    AnniversaryInYear,
    anniversaries,
    anniversaries_between,
    event_at_the_end,
    events_named,
)

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def in_year(name: str, year: int = 2026) -> AnniversaryInYear:
    return next(AnniversaryInYear(event, year) for event in anniversaries() if name in event.name)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Tổng tuyển cử", 80),
        ("Đảng Cộng sản", 96),
        ("Đoàn Thanh niên", 95),
        ("Giải phóng miền Nam", 51),
        ("Quốc tế Lao động", 140),
        ("Ngày sinh Chủ tịch", 136),
        ("thi đua ái quốc", 78),
        ("Báo chí", 101),
        ("Liệt sĩ", 79),
        ("Quốc khánh", 81),
        ("Chuyển đổi số", 4),
        ("Nhà giáo", 44),
        ("Quân đội nhân dân", 82),
        ("thành lập tỉnh Hà Tĩnh", 195),
        ("Xô viết", 96),
        ("Đồng Lộc", 58),
    ],
)
def test_years_are_counted_from_the_event(name, count):
    assert in_year(name).count == count


def test_a_plan_names_an_anniversary_with_its_two_days():
    assert (
        in_year("Đảng Cộng sản").phrase()
        == "kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026)"
    )
    assert in_year("Giải phóng").phrase().endswith("thống nhất đất nước (30/4/1975 - 30/4/2026)")


def test_what_is_not_known_of_the_day_is_not_printed():
    assert in_year("Đảng bộ tỉnh").phrase().endswith("(9/1930 - 9/2026)")
    assert in_year("thành lập tỉnh").phrase().endswith("(1831 - 2026)")
    assert in_year("Hai Bà Trưng").phrase().endswith("(40 - 2026)")


@pytest.mark.parametrize(
    ("year", "is_round", "is_half_round"), [(2030, True, False), (2025, False, True), (2026, 0, 0)]
)
def test_round_years_end_in_nought_and_half_round_ones_in_five(year, is_round, is_half_round):
    party = in_year("Đảng Cộng sản", year)
    assert (party.is_round, party.is_half_round) == (is_round, is_half_round)


def test_a_commune_sees_the_days_of_its_own_province_only():
    anywhere = anniversaries_between(FIRST, LAST)
    in_ha_tinh = anniversaries_between(FIRST, LAST, "Hà Tĩnh")
    assert {entry.anniversary.scope for entry in anywhere} == {NATIONAL}
    assert {entry.anniversary.scope for entry in in_ha_tinh} == {NATIONAL, "Hà Tĩnh"}
    assert anniversaries_between(FIRST, LAST, "Nghệ An") == anywhere


def test_every_row_of_the_facts_is_there():
    assert len(anniversaries_between(FIRST, LAST)) == 46
    assert len(anniversaries_between(FIRST, LAST, "Hà Tĩnh")) == 56


def test_the_first_and_the_last_day_belong_to_the_span():
    day = date(2026, 2, 3)
    assert [entry.day for entry in anniversaries_between(day, day)] == [day]


def test_an_event_is_not_remembered_before_its_first_year_has_passed():
    names = [entry.anniversary.name for entry in anniversaries_between(date(2022, 10, 10), date(2022, 10, 10))]
    assert names == []


def test_a_plan_has_days_to_name_in_each_half_of_the_year():
    for first, last in ((FIRST, date(2026, 6, 30)), (date(2026, 7, 1), LAST)):
        named = [entry for entry in anniversaries_between(first, last) if entry.anniversary.principal]
        assert 4 <= len(named) <= 8
        assert all(entry.anniversary.certain for entry in named)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_two_spans_side_by_side_hold_what_the_whole_holds(one, other):
    first, last = sorted((one, other))
    middle = first + (last - first) / 2
    split = [entry for entry in anniversaries_between(first, last, "Hà Tĩnh") if entry.day <= middle]
    assert split == anniversaries_between(first, middle, "Hà Tĩnh")
    assert all(first <= entry.day <= middle and entry.count > 0 for entry in split)


@pytest.mark.parametrize(
    ("words", "founded"),
    [
        ("Ngày thành lập Đảng (", [1930]),
        ("76 năm ngày Thương binh Liệt sỹ", [1947]),
        ("Cách mạng tháng Tám và Quốc khánh", [1945, 1945]),
        ("NGÀY THÀNH LẬP ĐOÀN TNCS HỒ CHÍ MINH", [1931]),
        ("Ngày thành lập Đảng bộ tỉnh", []),
        ("Quốc khánh nước Cộng hòa Dân chủ Nhân dân Lào", []),
        ("Ngày Quốc khánh nước Cộng hoà Xã hội chủ nghĩa Việt Nam", [1945]),
        ("Ngày hội Quốc phòng toàn dân", [1989]),
        ("ngày thành lập xã", []),
    ],
)
def test_events_are_known_by_their_names_in_use(words, founded):
    assert [event.founded for event in events_named(words)] == founded


def test_the_event_that_ends_the_words_is_told():
    assert event_at_the_end("chào mừng Ngày Quốc khánh").name.startswith("Ngày Quốc khánh")
    assert event_at_the_end("Ngày Quốc khánh và") is None
    assert event_at_the_end("") is None


@given(st.text(max_size=80))
def test_any_words_may_be_searched_for_events(words):
    assert len(events_named(words)) <= len(anniversaries())
