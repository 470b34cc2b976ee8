"""The year of the document against the years that its words name."""

import re
from collections import Counter
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.issue_span import AHEAD, can_be_issued, work_year
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.patterns import YEAR
from kimhoa_app.documents.texts import Role, Text

OLD = 3
"""Years back within which a year that is named may be left over from an older plan."""

_OF_A_YEAR = re.compile(rf"\bnăm\s+(?P<year>{YEAR})(?![\d/]|\s*[-–—]\s*\d)", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"tổng kết|sơ kết|kết quả|đánh giá|bình xét|xét (?:tặng|khen|duyệt|chọn)|xếp loại|kiểm điểm|tình hình"
    r"|(?<!thi đua )(?<!thi đua, )khen thưởng"
    r"|thành tích|thành tựu|so với|\bđã\b|\btừ\b|\bcuối\b|\bsau\b|\bqua\b|\bhết\b|truyền thống|kế thừa|tồn tại|hạn chế",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(r"\b(?:đến|từ|giai đoạn|trước)\s+$", re.IGNORECASE)
_ACTS = re.compile(
    r"Nghị quyết|Quyết định|Chỉ thị|Thông tư|Nghị định|Luật|Công văn|Hướng dẫn|Kết luận|Thông báo|\bsố\s+\d"
    r"|(?<!đăng )\bký\b",
    re.IGNORECASE,
)
_OWN_WORK = re.compile(
    r"\b(?:thực hiện|hoàn thành|triển khai|phấn đấu|thắng lợi|phát động|đăng ký|phương hướng|chỉ tiêu|nhiệm vụ"
    r"|mục tiêu|kế hoạch|phong trào thi đua|trọng tâm|\d+\s+tháng\s+đầu)\b",
    re.IGNORECASE,
)
_THIS_IS = re.compile(r"Trên đây là[^.;]{0,300}", re.IGNORECASE)
_BREAK = re.compile(r"[.;():]|,\s+(?=triển khai|phương hướng)")
_REACH = 160


def _subject_year(subject: Subject) -> Iterator[Hit]:
    text = next((text for text in subject.texts if text.spot.role is Role.SUBJECT), None)
    named = list(_OF_A_YEAR.finditer(text.words)) if text else []
    if text is None or len(named) != 1 or _NOT_ITS_OWN.search(text.words[: named[0].start()]):
        return
    year = int(named[0]["year"])
    if doubt := _doubt(subject, year, looks_back=_LOOKS_BACK.search(text.words) is not None):
        meant = work_year(subject)
        right = str(meant) if meant not in (None, year) else None
        yield hit_in(text, named[0].start("year"), named[0].end(), doubt, right)


def _doubt(subject: Subject, year: int, *, looks_back: bool) -> str:
    """Return what speaks against `year` in the trích yếu, "" where nothing does."""
    issued = subject.issued_on
    if subject.year not in (None, year):
        return f"Trích yếu ghi năm {year}, văn bản được kiểm tra là của năm {subject.year}."
    if issued and subject.document.kind in AHEAD and not looks_back and not can_be_issued(issued, year):
        return f"Trích yếu ghi năm {year}, nhưng văn bản ban hành ngày {issued:%d/%m/%Y}."
    said = Counter(
        int(match["year"])
        for text in subject.texts
        if text.spot.role is not Role.SUBJECT
        for match in _OF_A_YEAR.finditer(text.words)
    )
    often, times = max(said.items(), key=lambda each: each[1], default=(year, 0))
    if abs(often - year) == 1 and times >= max(3, 3 * said[year]):
        return f"Trích yếu ghi năm {year}, nhưng nội dung {times} lần nói năm {often}."
    return ""


def _closing_year(subject: Subject) -> Iterator[Hit]:
    year = subject.year if subject.year == work_year(subject) else None
    head = next((text for text in subject.texts if text.spot.role is Role.SUBJECT), None)
    if year is None or head is None or [int(each) for each in _OF_A_YEAR.findall(head.words)] != [year]:
        return
    for text in subject.texts:
        for match in _THIS_IS.finditer(text.words):
            named = list(_OF_A_YEAR.finditer(text.words, *match.span()))
            if len(named) == 1 and int(named[0]["year"]) != year and not _LOOKS_BACK.search(match[0]):
                message = f"Câu kết ghi năm {named[0]['year']}, trích yếu ghi năm {year}."
                yield hit_in(text, named[0].start("year"), named[0].end(), message, str(year))


def _stale_years(subject: Subject) -> Iterator[Hit]:
    year = work_year(subject)
    if year is None or subject.document.kind not in AHEAD:
        return
    closing = {(hit.spot, hit.start) for hit in _closing_year(subject)}
    for text in subject.texts:
        if text.spot.role in (Role.SUBJECT, Role.LEGAL_BASIS, Role.NOTE):
            continue
        for match in _OF_A_YEAR.finditer(text.words):
            said = int(match["year"])
            is_past = year - OLD <= said < year and (subject.issued_on is None or subject.issued_on.year > said)
            if is_past and _is_own_work(text, match, year) and (text.spot, match.start("year")) not in closing:
                message = f"Văn bản của năm {year} mà việc này ghi năm {said}; hãy xem lại năm."
                yield hit_in(text, match.start("year"), match.end(), message)


def _is_own_work(text: Text, match: re.Match[str], year: int) -> bool:
    """Return whether a year stands where a document names that of its own work, and does not look back."""
    first = max(0, match.start() - _REACH)
    begin = max((found.end() for found in _BREAK.finditer(text.words, first, match.start())), default=first)
    before = text.words[begin : match.start()]
    if _LOOKS_BACK.search(before) or _ACTS.search(before) or _NOT_ITS_OWN.search(before):
        return False
    return _OWN_WORK.search(before) is not None and str(year) not in text.words[begin : match.end() + 40]


_ONE_YEAR = "Một văn bản, một năm"

RULES: tuple[Rule, ...] = (
    Rule("subject-year", "dates", Severity.WARNING, "Năm trong trích yếu không khớp", _ONE_YEAR, _subject_year),
    Rule("closing-year", "dates", Severity.ERROR, "Câu kết ghi năm khác trích yếu", _ONE_YEAR, _closing_year),
    Rule("stale-year", "dates", Severity.WARNING, "Năm cũ còn sót lại", _ONE_YEAR, _stale_years),
)
