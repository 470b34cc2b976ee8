"""The year that a document is about, by its own words."""

import re
from collections import Counter

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.patterns import YEAR
from kimhoa_app.documents.texts import texts_of

_OF_A_YEAR = re.compile(rf"\bnăm\s+({YEAR})", re.IGNORECASE)


def said_year(document: OfficialDocument) -> int | None:
    """Return the year that the document names most often after the word "năm", the latest of several."""
    said = Counter(int(year) for text in texts_of(document) for year in _OF_A_YEAR.findall(text.words))
    return max(said, key=lambda year: (said[year], year), default=None)
