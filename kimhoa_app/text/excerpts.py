"""A stretch of a long text shown with enough around it to be understood."""

import re

_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+")


def excerpt(text: str, start: int, end: int, most: int = 320) -> tuple[str, str, str]:
    """Return what stands before `start`, from there to `end`, and behind: the sentence, with "…" where it is cut.

    Before and behind hold about half of `most` characters at the most, cut between words.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    first = max((at for at in ends if at <= start), default=0)
    last = min((at for at in ends if at >= end), default=len(text))
    before, behind = text[first:start], text[end:last].rstrip()
    room = most // 2
    if len(before) > room:
        before = f"…{before[-room:].partition(' ')[2]}"
    if len(behind) > room:
        behind = f"{behind[:room].rpartition(' ')[0]}…"
    return before, text[start:end], behind
