"""Words of last year's text that are to be asked about in this year's."""

from collections.abc import Iterator
from datetime import date

from kimhoa_app.documents.rolling.mentions import Mention, Shift
from kimhoa_app.documents.stale_words import all_stale_words


def stale_words(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield what is to be asked about in a document of the new year, the same words once in a text."""
    asked: set[str] = set()
    covered: list[tuple[int, int]] = []
    for words in all_stale_words():
        if words.from_day is not None and words.from_day > date(shift.to_year, 12, 31):
            continue
        for match in words.pattern.finditer(text):
            is_part = any(start < match.end() and match.start() < end for start, end in covered)
            covered.append(match.span())
            if not is_part and match[0] not in asked:
                asked.add(match[0])
                yield Mention(words.rule, *match.span(), question=words.message, proposal=words.proposal)
