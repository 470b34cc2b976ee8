"""What stands in a list under its lines and is none of them: sums, notes, closing words, signatures, recipients."""

import re

_SUM = re.compile(
    r"(?:tổng\s+)?cộng\b(?!\s+(?:hòa|hoà|tác|đồng))|tổng\s+(?:số|hợp)\b|tổng\s*:|tc\s*:|trong đó\b|tỷ lệ\b",
    re.IGNORECASE,
)
_POST = r"chủ tịch|bí thư|thủ trưởng|giám đốc|hiệu trưởng|trưởng (?:phòng|ban|trạm|thôn)|chánh văn phòng|kế toán|thư ký"
_ENDING = re.compile(
    r"(?:ấn định |tổng số )?danh sách (?:này )?(?:có|gồm)\b|(?:tm|kt|tl|tuq|q)\.\s*\w|nơi nhận"
    r"|(?:người |cán bộ )?lập (?:biểu|bảng|danh sách)"
    r"|người lập|xác nhận của|\(ký|(?:\(\*\)|\*)?\s*ghi chú\s*:|lưu ý\s*:|chú thích|\(?\*+\)?\s*\w"
    r"|(?:[^,]{1,40},\s*)?ngày[\s\d.…/]*tháng"
    rf"|(?:phó )?(?:{_POST})(?: ủy ban nhân dân| ubnd(?: xã| phường)?| đơn vị| cơ quan| hội đồng)?$",
    re.IGNORECASE,
)


def is_sum(text: str) -> bool:
    """Return whether a line that begins with `text` adds up others: "Cộng: 43 cá nhân", "Tổng cộng"."""
    return _SUM.match(text) is not None


def ends_list(text: str) -> bool:
    """Return whether `text` begins what follows a list: its closing words, notes, the date line, a signature."""
    return _ENDING.match(text) is not None
