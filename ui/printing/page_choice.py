"""Which pages are to be printed, as a person types it."""

import re

from kimhoa_app.domain.errors import InvalidInput

_PART = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")


def chosen_pages(typed: str, count: int) -> tuple[int, ...]:
    """Return the numbers that "1-3, 5" names, rising and each once; all `count` when nothing is typed.

    Raises InvalidInput for field "pages" when it names no pages or pages that the document does not have.
    """
    if not typed.strip():
        return tuple(range(1, count + 1))
    chosen: set[int] = set()
    for part in re.split(r"[,;]", typed):
        found = _PART.fullmatch(part.strip())
        if found is None:
            raise InvalidInput("pages", "Ghi số trang như “2”, “1-3” hoặc “1-3, 5”; để trống là in tất cả.")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= count:
            raise InvalidInput("pages", f"Văn bản có {count} trang; “{part.strip()}” không nằm trong đó.")
        chosen.update(range(first, last + 1))
    return tuple(sorted(chosen))
