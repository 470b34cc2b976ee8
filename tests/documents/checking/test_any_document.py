"""Every rule, and the roll-forward, over what the reader makes of any text: an answer, never a failure."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from kimhoa_app.documents.checking.check import check, corrected
from kimhoa_app.documents.reading.outline import read_text
from kimhoa_app.documents.rolling import roll

TODAY = date(2026, 1, 5)
_PIECES = """\
KẾ HOẠCH|CHỈ THỊ|Số: 42/KH-UBND|ngày 42 tháng 11 năm 2021|Kim Hoa, ngày 05 tháng 01 năm 2025|I. MỤC ĐÍCH|1. |1.1. |a) |
Quyết định số 01/KH-UBND ngày 29/12/2026|Nghị quyết số 07/NQ/HU|Căn cứ |
- |+ |Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;|
kỷ niệm 92 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2022)|06 tháng đầu năm 2025|giai đoạn 2021 - 2025|UBND huyện|
Nơi nhận:|- Lưu: VT.|TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|Trần Văn Bình|./.|/.|100%|5/4 đạt 125%|Xuân Ất Tỵ|...|**|\t|   """
PIECES = _PIECES.replace("\n", "").split("|")
LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), min_size=1, max_size=5).map("".join)
PAPERS = st.lists(LINES, min_size=1, max_size=16).map("\n".join)


@given(PAPERS)
@example("KẾ HOẠCH\nNăm 2025\nI. A\n1. a\n2. b\n2. c")
def test_whatever_is_read_is_checked_and_what_can_be_corrected_is(text: str) -> None:
    if not text.strip("\0 \t\r\n"):
        return
    document = read_text(text)
    for finding in check(document, TODAY):
        if finding.suggestion is not None and finding.spot is not None:
            assert corrected(document, finding) != document


@given(PAPERS, st.integers(1999, 2029))
def test_whatever_is_read_is_rolled_and_what_is_rolled_is_checked(text: str, year: int) -> None:
    if not text.strip("\0 \t\r\n"):
        return
    outcome = roll(read_text(text), 2030, from_year=year)
    check(outcome.document, TODAY)
    assert all(change.before != change.after for change in outcome.changes)
