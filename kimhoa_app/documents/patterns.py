"""How official papers write years, dates and citations, as regular expressions."""

import re

YEAR = r"(?:1[89]|20)\d{2}"
DATE = rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]{YEAR}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{YEAR})"

CITED_TYPES = (
    "Nghị quyết liên tịch",
    "Thông tư liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Thông tư",
    "Quyết định",
    "Chỉ thị",
    "Kế hoạch",
    "Hướng dẫn",
    "Kết luận",
    "Quy định",
    "Công văn",
    "Thông báo",
    "Chương trình",
    "Đề án",
    "Tờ trình",
    "Báo cáo",
    "Công điện",
    "Pháp lệnh",
    "Bộ luật",
    "Luật",
)

CITATION = re.compile(
    rf"(?P<lead>(?i:(?:{'|'.join(CITED_TYPES)})\s+(?:số\s*:?\s*)?|\bsố\s*:?\s*))"
    r"(?P<number>\d{1,5}[a-zđ]?\s*[/-]\s*(?:\d{4}\s*/\s*)?[A-ZĐƯ][\wĐđƯư]*(?:\s?[/-]\s?[\wĐđƯư]+)*)"
    rf"(?:\s*,?\s*(?i:ngày\s+)?(?P<date>{DATE}))?",
)
"""A text cited by number and symbol, party symbols included, with its date where it stands beside them.

The type may be left out behind "số", as in a list of several decisions.
"""

NAMED_LAW = re.compile(
    r"(?P<name>Hiến pháp|(?:Bộ luật|Luật|Pháp lệnh)\s+[^.;()“”\d]{3,90}?)"
    rf"(?:\s+số\s+(?P<number>\d+/\d{{4}}/\w+))?,?\s+(?:năm\s+(?P<year>{YEAR})|ngày\s+(?P<date>{DATE}))"
)
"""A law cited by its name with the year or the day of its passing, its number between them where it is given."""
