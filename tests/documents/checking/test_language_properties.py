"""What holds for every rule on language and numbers, whatever the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kimhoa_app.documents.checking import language, numbers
from kimhoa_app.documents.checking.check import corrected
from kimhoa_app.documents.model import Column, DocumentKind, OfficialDocument, Row, Table, plain
from tests.documents.checking.looking import found_in, paper, rule

RULES = (*language.RULES, *numbers.RULES)
_PIECES = """\
của|của|các|xã|Xã|Kim Hoa|ủy ban|Uỷ|Ủy|nhân dân|Chủ Tịch|hòa|hoà|kinh tế|xã hội|anh ninh|xuất xắc|nghành|thựchiện|đựơc
Luật thi đua, khen thưởng|tỉnh Hà tĩnh|hội đồng thi đua khen thưởng|danh hiệu|lao động tiên tiến|BVTN|(BVTN)
Bảo vệ thiên nhiên| | | |  |,|,,|.|. .|..|;|:| - |- |-|(|)|“|”|"|…|…………|**|*|## |{{|}}|[...]|xxx|ngày
12|05 (bốn)|41/45 đạt 95%|từ 80% đến 70%|3 đợt|Đợt 1|gồm 3 đồng chí:|\u00a0
tr\u0430|Céng hßa x· héi|A|a|Đ|1.5|\u0301|\u0130|ß"""
PIECES = _PIECES.replace("\n", "|").split("|")
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join) | st.text(min_size=1, max_size=40)


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["của của của các"])
@example(['a"b “c”'])
def test_no_rule_raises_and_a_correction_mends_what_it_is_for(texts: list[str]) -> None:
    document = paper(*texts)
    for finding in found_in(document, RULES):
        if finding.suggestion is None or finding.spot is None:
            continue
        assert finding.suggestion != finding.text, finding
        again = found_in(corrected(document, finding), [rule(finding.rule)])
        at_the_spot = [
            each
            for each in again
            if each.spot is not None and each.spot.number == finding.spot.number and each.start == finding.start
        ]
        assert not at_the_spot, (finding, at_the_spot)


@given(st.lists(st.lists(TEXTS | st.just(""), min_size=3, max_size=3), max_size=5), st.lists(TEXTS, max_size=3))
def test_no_table_makes_a_rule_raise(cells: list[list[str]], headings: list[str]) -> None:
    columns = tuple(Column(heading, 1) for heading in (*headings, "TT", "Số hộ", "Tỷ lệ %")[:3])
    rows = tuple(Row(tuple(row[:1]), span=True) if row[0] == "A" else Row(tuple(row)) for row in cells)
    document = OfficialDocument(DocumentKind.REPORT, blocks=(Table(columns, rows), plain("Kết quả")))
    found_in(document, RULES)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_a_rule_says_what_it_finds_and_on_what_ground(each: object) -> None:
    checked = next(one for one in RULES if one is each)
    assert checked.family in ("language", "numbers")
    assert checked.title[0].isupper()
    assert not checked.title.endswith(".")
    assert checked.basis


def test_nothing_is_found_in_an_empty_document() -> None:
    assert found_in(OfficialDocument(DocumentKind.PLAN), RULES) == []
