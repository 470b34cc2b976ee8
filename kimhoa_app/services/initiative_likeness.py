"""Initiatives close to one another, in name or in text, over all years (rule C17): told, never refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from db.store.initiatives import InitiativeEntry
from kimhoa_app.text.likeness import LikenessIndex
from kimhoa_app.text.search_keys import search_key

LEAST_TEXT: Final = 60
"""A text or a name with fewer letters says too little to be compared, except with a name in full."""

LEAST_NAME: Final = 10


@dataclass(frozen=True, slots=True)
class AlikeInitiative:
    """An initiative that is close to another, and how close in basis points."""

    entry: InitiativeEntry
    share: int

    @property
    def words(self) -> str:
        """Return it as it is told: "giống 87% với “…” (2024, Trần Văn B)"."""
        initiative = self.entry.initiative
        who = ", ".join(author.full_name for author in self.entry.authors[:2])
        more = " và người khác" if len(self.entry.authors) > len(self.entry.authors[:2]) else ""
        return f"giống {self.share // 100}% với “{initiative.name}” ({initiative.year}, {who}{more})"


class KnownInitiatives:
    """All initiatives of the office, asked while a name or a text is typed; made off the UI thread."""

    def __init__(self, entries: Iterable[InitiativeEntry], alike_from: int) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._least = alike_from
        self._names = LikenessIndex({entry.id: entry.initiative.name for entry in self._entries.values()})
        self._texts = LikenessIndex(
            {entry.id: entry.initiative.summary for entry in self._entries.values() if _says_enough(entry)}
        )

    def closest(self, name: str, summary: str = "", *, apart_from: int | None = None) -> AlikeInitiative | None:
        """Return the initiative closest to a name and a summary, None where none is close enough."""
        found = [*self._names.closest(name, self._least)] if len(search_key(name)) >= LEAST_NAME else []
        if len(search_key(summary)) >= LEAST_TEXT:
            found += self._texts.closest(summary, self._least)
        others = [each for each in found if each.key != apart_from]
        best = max(others, key=lambda each: each.share, default=None)
        return None if best is None else AlikeInitiative(self._entries[best.key], best.share)

    def alike_to(self, entry: InitiativeEntry) -> AlikeInitiative | None:
        """Return the initiative closest to one that is recorded, itself left out."""
        return self.closest(entry.initiative.name, entry.initiative.summary, apart_from=entry.id)


def _says_enough(entry: InitiativeEntry) -> bool:
    return len(search_key(entry.initiative.summary)) >= LEAST_TEXT
