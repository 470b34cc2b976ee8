"""What a column of a list means, by the header above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kimhoa_app.exchange.lists.kinds import RULES, ListKind, exact_meaning, header_key, meaning_of, year_in
from kimhoa_app.exchange.lists.values import code_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column that was understood: where it stands, what it means, for which year, and its header in the file.

    A tick in it stands for the words `ticked`; "" where its cells have words of their own.
    """

    place: int
    meaning: str
    head: str
    year: int | None = None
    ticked: str = ""

    @property
    def name(self) -> str:
        """The meaning, with its year or what is ticked where there is such: "rating_2024", "title_LĐTT"."""
        own = self.ticked.replace("_", " ") or (self.year or "")
        return f"{self.meaning}_{own}" if own else self.meaning


def column_under(place: int, stack: Sequence[str], kind: ListKind) -> Column | None:
    """Return what a column means by the texts of its header from the top, None where that is not known."""
    whole = " ".join(stack)
    year = next((found for text in reversed(stack) if (found := year_in(text)) is not None), None)
    yearly = RULES[kind].yearly
    if year is not None and not header_key(whole):
        return Column(place, yearly[0], shown(stack), year) if yearly else None
    last = stack[-1] if header_key(stack[-1]) else stack[0]
    meaning = exact_meaning(whole, kind) or exact_meaning(last, kind) or meaning_of(last, kind)
    if meaning is not None:
        return Column(place, meaning, shown(stack), year if meaning in yearly else None)
    if (ticked := _ticked(last, kind)) is not None:
        return Column(place, ticked, shown(stack), ticked=last)
    meaning = meaning_of(whole, kind) or meaning_of(stack[0], kind)
    if meaning is None:
        return None
    return Column(place, meaning, shown(stack), year if meaning in yearly else None)


def _ticked(head: str, kind: ListKind) -> str | None:
    """Return the meaning of which a header names one value: "HTXSNV" of the rating."""
    groups = RULES[kind].ticked.items()
    return next((meaning for meaning, group in groups if code_of(head, group) is not None), None)


def shown(stack: Sequence[str]) -> str:
    """Return the texts of a header above one column as one."""
    return " - ".join(stack)
