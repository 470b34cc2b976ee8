"""Percentages: of what they are taken, as parts of a whole, and from less to more."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.numbers.figures import figure, written
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject

_PERCENT = r"\d+(?:,\d+)?"
_SHARE = re.compile(
    r"(?<![\d/.,-])(?P<part>\d[\d.]*)/"
    r"(?P<whole>\d[\d.]*)(?![\d/-])[^\d;:%()./\n]{0,60}?"
    rf"(?:\(|,|=|\bđạt|\bchiếm|\bbằng|\btỷ lệ|\btỉ lệ)"
    rf"(?:\s*(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ))*\s*(?P<share>{_PERCENT})\s?%"
)
_DAY = re.compile(r"(?:ngày|đến|trước|từ|tháng|hết|quý|số|sau|lễ|dịp|kỷ niệm|-|–)\s*$", re.IGNORECASE)
_GRADE = re.compile(
    rf"(?P<grade>không hoàn thành|hoàn thành xuất sắc|hoàn thành tốt|hoàn thành)\s+nhiệm vụ\s*(?:[:,]|chiếm|đạt|là)?\s*"
    rf"(?:\d+(?:/\d+)?\s+[^\d%.;]{{0,30}})?[(,]?\s*(?:chiếm|đạt|tỷ lệ)?\s*(?P<share>{_PERCENT})\s?%",
    re.IGNORECASE,
)
_AIM = re.compile(r"trở lên|ít nhất|tối thiểu|không quá|dưới|trên|từ|phấn đấu", re.IGNORECASE)
_GRADES = 4
_DAYS, _MONTHS, _YEARS = 31, 12, range(1900, 2101)
_SLACK = Decimal("0.4")  # for four shares that were rounded
_FALLING = re.compile(
    rf"(?<!giảm )(?:\b[Tt]ừ)\s+(?P<low>{_PERCENT})\s?%\s+(?:đến|tới|-|–)\s+(?:dưới\s+)?(?P<high>{_PERCENT})\s?%"
)
_BY_FALL = re.compile(r"(?:giảm|hạ|xuống)\b[^.;]{0,60}$", re.IGNORECASE)


def _wrong_shares(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _SHARE.finditer(text.words):
            part, whole, share = (figure(match[each]) for each in ("part", "whole", "share"))
            if part is None or whole is None or share is None or not whole or _may_be_day(match):
                continue
            right = part * 100 / whole
            places = len(match["share"].partition(",")[2])
            if abs(right - share) >= Decimal(1).scaleb(-places):
                near = written(right.quantize(Decimal(1).scaleb(-max(places, 1))))
                message = f"{match['part']}/{match['whole']} là {near}%, không phải {match['share']}%."
                yield hit_in(text, *match.span(), message)


def _may_be_day(match: re.Match[str]) -> bool:
    """Return whether the fraction may be a day with its month, or a month with its year."""
    part, whole = match["part"], match["whole"]
    if part.isdecimal() and whole.isdecimal():
        is_day = int(whole) <= _MONTHS < int(part) <= _DAYS or int(whole) < int(part) <= _MONTHS
        if is_day or (int(part) <= _MONTHS and int(whole) in _YEARS):
            return True
    return _DAY.search(match.string, 0, match.start()) is not None


def _grades_not_whole(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        if "%" not in text.words or "hoàn thành" not in text.words.lower():
            continue
        found = list(_GRADE.finditer(text.words))
        if len({match["grade"].lower() for match in found}) != _GRADES or len(found) != _GRADES:
            continue
        total = sum((figure(match["share"]) or Decimal(0) for match in found), Decimal(0))
        start, end = found[0].start(), found[-1].end()
        if abs(total - 100) > _SLACK and not _AIM.search(text.words[start:end]):
            yield hit_in(text, start, end, f"Bốn mức xếp loại cộng lại được {written(total)}%, không phải 100%.")


def _falling_ranges(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _FALLING.finditer(text.words):
            low, high = figure(match["low"]), figure(match["high"])
            if low is not None and high is not None and low > high and not _BY_FALL.search(text.words[: match.start()]):
                yield hit_in(text, *match.span(), f"Khoảng đi xuống: từ {match['low']}% đến {match['high']}%.")


RULES = (
    Rule(
        "share-of-count",
        "numbers",
        Severity.WARNING,
        "Tỷ lệ phần trăm không khớp với số đếm (41/45 đạt 91,1%)",
        "Phép chia; chênh một đơn vị ở chữ số cuối do làm tròn không tính",
        _wrong_shares,
    ),
    Rule(
        "grades-not-whole",
        "numbers",
        Severity.WARNING,
        "Bốn mức xếp loại chất lượng cộng lại không được 100%",
        "Phép cộng các phần của một tổng, chừa phần làm tròn",
        _grades_not_whole,
    ),
    Rule(
        "falling-range",
        "numbers",
        Severity.INFO,
        "Khoảng phần trăm đi xuống (từ 80% đến 70%)",
        "Khoảng được viết từ số nhỏ đến số lớn",
        _falling_ranges,
    ),
)
