from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.legal_texts import CitationStyle, Topic, citation, legal_text, legal_texts, texts_in_force


def numbers_on(day: date, topic: Topic) -> list[str]:
    return [text.number for text in texts_in_force(day, topic) if text.is_citable]


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2019, 6, 1), ["15/2003/QH11", "39/2013/QH13", "91/2017/NĐ-CP", "08/2017/TT-BNV"]),
        (date(2023, 12, 31), ["15/2003/QH11", "39/2013/QH13", "91/2017/NĐ-CP", "12/2019/TT-BNV"]),
        (date(2024, 1, 1), ["06/2022/QH15", "98/2023/NĐ-CP"]),
        (date(2025, 6, 30), ["06/2022/QH15", "98/2023/NĐ-CP", "01/2024/TT-BNV"]),
        (date(2025, 7, 1), ["06/2022/QH15", "152/2025/NĐ-CP", "01/2024/TT-BNV"]),
        (date(2025, 8, 5), ["06/2022/QH15", "152/2025/NĐ-CP", "15/2025/TT-BNV"]),
        (date(2026, 11, 21), ["06/2022/QH15", "152/2025/NĐ-CP", "15/2025/TT-BNV"]),
        (date(2027, 3, 1), ["06/2022/QH15", "15/2025/TT-BNV"]),
    ],
)
def test_the_law_the_decree_and_the_circular_of_a_day(day, numbers):
    assert numbers_on(day, Topic.EMULATION) == numbers


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2018, 1, 1), ["77/2015/QH13"]),
        (date(2025, 2, 28), ["77/2015/QH13", "47/2019/QH14"]),
        (date(2025, 3, 1), ["65/2025/QH15"]),
        (date(2025, 6, 15), ["65/2025/QH15"]),
        (date(2025, 6, 16), ["72/2025/QH15"]),
    ],
)
def test_one_law_on_local_government_holds_at_a_time(day, numbers):
    assert numbers_on(day, Topic.LOCAL_GOVERNMENT) == numbers


def test_a_law_whose_text_was_not_read_is_known_but_not_cited_by_itself():
    amending = legal_text("law-2026-amending")
    assert amending in texts_in_force(date(2026, 10, 1), Topic.EMULATION)
    assert amending not in texts_in_force(date(2026, 9, 30), Topic.EMULATION)
    assert not amending.is_citable


@pytest.mark.parametrize(
    ("text_id", "style", "words"),
    [
        ("law-2022", CitationStyle.FULL, "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
        ("law-2022", CitationStyle.LAW_BY_NUMBER, "Luật Thi đua, khen thưởng số 06/2022/QH15"),
        ("law-2022", CitationStyle.SHORT, "Luật Thi đua, khen thưởng"),
        (
            "local-government-72-2025",
            CitationStyle.FULL,
            "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        ),
        (
            "decree-30-2020",
            CitationStyle.FULL,
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            "decree-152-2025",
            CitationStyle.LAW_BY_NUMBER,
            "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong "
            "lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen "
            "thưởng",
        ),
        ("circular-15-2025", CitationStyle.SHORT, "Thông tư số 15/2025/TT-BNV"),
    ],
)
def test_a_text_is_cited_as_the_form_of_papers_asks(text_id, style, words):
    assert citation(legal_text(text_id), style) == words


def test_a_text_of_unknown_day_is_not_cited_in_full():
    unknown = legal_text("decree-335-2025")
    assert not unknown.is_citable
    assert citation(unknown, CitationStyle.SHORT) == "Nghị định số 335/2025/NĐ-CP"
    with pytest.raises(ValueError, match="335/2025"):
        citation(unknown)


@pytest.mark.parametrize("text", legal_texts().values(), ids=list(legal_texts()))
def test_every_text_is_passed_before_it_holds_and_ends_when_its_successor_begins(text):
    assert text.passed_on is None or text.passed_on <= text.valid_from
    assert text.valid_to is None or text.valid_from < text.valid_to
    if text.replaced_by is not None:
        assert text.valid_to is not None
        assert text.valid_to < legal_text(text.replaced_by).valid_from


@given(st.dates(date(2004, 7, 1), date(2027, 2, 28)))
def test_a_paper_of_any_day_has_a_law_to_stand_on(day):
    texts = texts_in_force(day, Topic.EMULATION)
    assert texts[0].type == "Luật"
    ranks = [("Luật", "Nghị định", "Thông tư").index(text.type) for text in texts]
    assert all(one <= other for one, other in pairwise(ranks))
    assert all(citation(text) for text in texts if text.is_citable)
