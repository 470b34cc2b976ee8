"""The line of the archive copy, which last year's file often has without its colon."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.rolling.mentions import Mention, Shift

_LINE = re.compile(r"^Lưu\s*[;,.]?\s+(?=VT\b)")


def archive_line(text: str, _shift: Shift) -> Iterator[Mention]:
    """Yield "Lưu VT" set right as "Lưu: VT" (Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.9)."""
    if match := _LINE.match(text):
        yield Mention("archive-line", *match.span(), after="Lưu: ")
