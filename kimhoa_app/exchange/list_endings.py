"""What stands in a list under its lines and is none of them: sums, closing words, signatures, recipients."""

import re

_SUM = re.compile(r"(?:tổng\s+)?cộng\b|tổng\s+số\b|tổng\s*:", re.IGNORECASE)
_POST = r"chủ tịch|bí thư|thủ trưởng|giám đốc|hiệu trưởng|trưởng (?:phòng|ban|trạm|thôn)|chánh văn phòng"
_ENDING = re.compile(
    r"danh sách (?:này )?(?:có|gồm)\b|(?:tm|kt|tl|tuq|q)\.\s*\w|nơi nhận|người lập|xác nhận của|\(ký"
    r"|(?:[^,]{1,40},\s*)?ngày[\s\d.…/]*tháng"
    rf"|(?:phó )?(?:{_POST})(?: ủy ban nhân dân| đơn vị| cơ quan)?$",
    re.IGNORECASE,
)


def is_sum(text: str) -> bool:
    """Return whether a line that begins with `text` adds up others: "Cộng: 43 cá nhân", "Tổng cộng"."""
    return _SUM.match(text) is not None


def ends_list(text: str) -> bool:
    """Return whether `text` begins what follows a list: its closing words, the date line, a signature, recipients."""
    return _ENDING.match(text) is not None
