"""The letterhead of a document told by the Word styles that the writer gives its lines."""

import re
from collections.abc import Mapping, Sequence

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.model import IssueDate, Letterhead

HEAD = {styles.SUPERIOR, styles.ISSUER, styles.NUMBER, styles.PLACE_AND_DATE, styles.NATIONAL_NAME, styles.MOTTO}
_NUMBER = re.compile(r"Số:?\s*(\d*)\s*/\s*(\S+)")
_DATE = re.compile(r"(?:(.*?),\s*)?ngày\s*(\d*)\s*tháng\s*(\d*)\s*năm\s*(\d{4})")


def letterhead_of(texts: Mapping[str, Sequence[str]]) -> Letterhead | None:
    """Return the letterhead that the lines of each style make, None where none of its styles is used."""

    def joined(style: str) -> str:
        return " ".join(texts.get(style, ()))

    if not texts.keys() & HEAD:
        return None
    number = _NUMBER.search(joined(styles.NUMBER))
    day = _DATE.search(joined(styles.PLACE_AND_DATE))
    return Letterhead(
        issuer=tuple(texts.get(styles.ISSUER, ())),
        symbol=number.group(2) if number else "",
        place=(day.group(1) or "") if day else "",
        superior=joined(styles.SUPERIOR) or None,
        number=(number.group(1) or None) if number else None,
        date=_issue_date(day) if day else None,
        number_text=joined(styles.NUMBER),
        date_text=joined(styles.PLACE_AND_DATE),
    )


def _issue_date(found: re.Match[str]) -> IssueDate:
    return IssueDate(int(found.group(4)), int(found.group(3) or 0) or None, int(found.group(2) or 0) or None)
