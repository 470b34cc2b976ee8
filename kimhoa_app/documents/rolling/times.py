"""Years, dates, periods and names of lunar years in running text, and which of them move with the document's year."""

import re
from calendar import monthrange
from collections.abc import Iterator

from kimhoa_app.documents.patterns import CITED_TYPES, YEAR
from kimhoa_app.documents.rolling.mentions import Mention, Shift
from kimhoa_app.text.dates import lunar_year_name

HISTORY = 20
"""Years after which a year that is named is history and no plan of ours."""
NEAR = 160
"""Characters before a year within which other words say what it means."""

_PERIOD = re.compile(rf"(?P<school>năm học\s+)?(?<!\d)(?P<first>{YEAR})\s*[-–—]\s*(?P<last>{YEAR})(?!\d)")
_LISTED = re.compile(rf"năm\s+{YEAR}(?:\s*(?:,|và)\s+{YEAR})+(?!\d)", re.IGNORECASE)
_DAY = re.compile(
    r"(?<![\d/])(?:"
    rf"(?P<day>\d{{1,2}})(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign)(?P<year>{YEAR})"
    rf"|(?:ngày\s+)?(?P<day2>\d{{1,2}})\s+tháng\s+(?P<month2>\d{{1,2}})(?:\s+năm\s+|\s*/\s*)(?P<year2>{YEAR})"
    rf"|(?:tháng\s+)?(?P<month3>\d{{1,2}})(?:/|\s+năm\s+)(?P<year3>{YEAR})"
    rf"|quý\s+(?:IV|I{{1,3}})\s*/\s*(?P<year4>{YEAR}))(?![\d/])",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"(?:(?P<half>0?\d tháng (?:đầu|cuối)\s+)?(?P<word>năm)\s+)?(?<![\d/.:,-])(?P<year>{YEAR})(?![\d/]|[.,]\d)",
    re.IGNORECASE,
)
_LUNAR = re.compile(
    "(?P<name>"
    + "|".join(lunar_year_name(year) for year in range(1984, 2044))
    + rf")(?:(?P<gap>[\s,(-]+)(?P<year>{YEAR}))?"
)
_ANY = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_UNITS = re.compile(r"\s+(?:người|hộ|đồng|triệu|tỷ|ha|m2|kg|tấn|cây|con|lượt|suất|đơn vị)\b", re.IGNORECASE)
_RESULTS = re.compile(r"(?:tình hình|kết quả|tổng kết|sơ kết|đánh giá|xếp loại|thành tích)[^.;]{0,90}$", re.IGNORECASE)
_AHEAD = re.compile(r"(?:nhiệm vụ|phương hướng|kế hoạch|triển khai|chương trình|dự toán)[^.;]{0,60}$", re.IGNORECASE)
_CITED = re.compile(rf"(?:{'|'.join(CITED_TYPES)})\s+(?:của|do)\s[^.;()]{{0,80}}$")
_DEADLINE = re.compile(r"(?:trước|chậm nhất|đến|hạn|hoàn thành)\s+(?:ngày\s+)?$", re.IGNORECASE)


def periods(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield periods of years, "2021 - 2025", and lists of years, "năm 2021, 2022"."""
    for match in _LISTED.finditer(text):
        ask = f"Các năm này có còn đúng trong văn bản của năm {shift.to_year} không?"
        yield Mention("years-listed", *match.span(), question=ask)
    for match in _PERIOD.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if match["school"] and last == first + 1 and shift.from_year in (first, last):
            after = f"{match['school']}{first + shift.years} - {last + shift.years}"
            yield Mention("school-year", *match.span(), after=after)
        elif last > shift.to_year:
            yield Mention("period", *match.span(), reason=f"Giai đoạn còn trong năm {shift.to_year}.")
        elif last < shift.from_year - HISTORY:
            yield Mention("period", *match.span(), reason="Giai đoạn lịch sử.")
        else:
            state = "kết thúc trong" if last == shift.to_year else "đã qua trước"
            ask = f"Giai đoạn {first} - {last} {state} năm {shift.to_year}; hãy xem nội dung này còn đúng không."
            yield Mention("period", *match.span(), question=ask)


def lunar_years(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield names of lunar years, "Xuân Quý Mão 2023"; a name that was wrong for its year is set right."""
    for match in _LUNAR.finditer(text):
        offsets = [offset for offset in (0, 1) if match["name"] == lunar_year_name(shift.from_year + offset)]
        if match["year"]:
            offsets = [offset for offset in (0, 1) if int(match["year"]) == shift.from_year + offset]
        if offsets:
            year = shift.to_year + offsets[0]
            tail = f"{match['gap']}{year}" if match["year"] else ""
            yield Mention("lunar-year", *match.span(), after=lunar_year_name(year) + tail)
        elif match["year"] and int(match["year"]) < shift.from_year - HISTORY:
            yield Mention("lunar-year", *match.span(), reason="Năm lịch sử.")
        else:
            ask = f"Năm âm lịch không phải năm của văn bản cũ; năm {shift.to_year} là {lunar_year_name(shift.to_year)}."
            yield Mention("lunar-year", *match.span(), question=ask)


def days(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield days and months with their year, "20/6/2023", "tháng 01/2023", "quý I/2023", "15 tháng 01 năm 2022"."""
    for match in _DAY.finditer(text):
        month = int(match["month"] or match["month2"] or match["month3"] or 1)
        day = int(match["day"] or match["day2"] or 1)
        year = int(match["year"] or match["year2"] or match["year3"] or match["year4"])
        yield _day(text, match, (year, month, day), shift)


def _day(text: str, match: re.Match[str], when: tuple[int, int, int], shift: Shift) -> Mention:
    year, month, day = when
    span = match.span()
    if year < shift.from_year - HISTORY:
        return Mention("history", *span, reason="Ngày lịch sử.")
    if _CITED.search(_before(text, match)):
        return Mention(
            "cited-act", *span, question="Ngày của văn bản viện dẫn; hãy ghi đủ số, ngày của văn bản năm mới."
        )
    new_year = year + shift.years
    moves = year == shift.from_year or (year == shift.from_year + 1 and _DEADLINE.search(_before(text, match)))
    if not moves:
        return Mention(
            "date", *span, question=f"Ngày này không thuộc năm {shift.from_year}; hãy xem có phải đổi không."
        )
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(new_year, month)[1]:
        return Mention("date", *span, question=f"Năm {new_year} không có ngày này; hãy ghi lại ngày.")
    return Mention("date", *span, after=f"{match[0][:-4]}{new_year}")


def years(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield years that stand alone, with the word "năm" and "06 tháng đầu" before them."""
    for match in _PLAIN.finditer(text):
        if not match["word"] and _UNITS.match(text, match.end()):
            yield Mention("quantity", *match.span(), reason="Số lượng, không phải năm.")
        else:
            yield _year(text, match, int(match["year"]), shift)


def left_over(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield what looks like a year and is part of something that no other rule knows, as in "ISO 9001:2015"."""
    for match in _ANY.finditer(text):
        if abs(int(match[0]) - shift.from_year) <= 1:
            yield Mention("year-unclear", *match.span(), question=f"{match[0]} ở đây có phải là năm phải đổi không?")
        else:
            yield Mention("year-unclear", *match.span(), reason="Số hiệu, hoặc năm không phải của văn bản.")


def _year(text: str, match: re.Match[str], year: int, shift: Shift) -> Mention:
    span, before = match.span(), _before(text, match)
    rule = {0: "half-year" if match["half"] else "year", 1: "next-year", -1: "previous-year"}.get(
        year - shift.from_year, "year-unclear"
    )
    is_sure = (
        year == shift.from_year
        or (rule == "next-year" and match["word"] and _AHEAD.search(before))
        or (rule == "previous-year" and match["word"] and _RESULTS.search(before))
    )
    if is_sure:
        return Mention(rule, *span, after=f"{match[0][:-4]}{year + shift.years}")
    if year < shift.from_year - HISTORY:
        return Mention("history", *span, reason="Năm lịch sử.")
    if year > shift.to_year:
        return Mention(rule, *span, reason=f"Mốc sau năm {shift.to_year}.")
    return Mention(rule, *span, question=f"Năm {year} có phải đổi trong văn bản của năm {shift.to_year} không?")


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - NEAR) : match.start()]
