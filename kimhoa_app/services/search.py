"""One search over people, units and documents, by what people type: without diacritics, the beginnings of words."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.store.attachments import list_attachments
from db.store.documents import DocumentEntry, list_documents
from db.store.people import PersonEntry, list_people
from db.store.units import UnitEntry, list_units
from kimhoa_app.documents.reading.kinds import kind_name
from kimhoa_app.domain.labels import label
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.collation import collation_key, name_key
from kimhoa_app.text.search_keys import matches, rank, search_key

MOST_OF_A_KIND = 6
ANSWERED_BY_DETAIL = 3
_WORD = re.compile(r"\w+")


class FoundKind(StrEnum):
    """What was found, in the order in which results are shown."""

    PERSON = "person"
    UNIT = "unit"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: its number, its name, and what tells it from others of that name."""

    kind: FoundKind
    id: int
    name: str
    detail: str


class SearchIndex:
    """Everything that has a name, read once; `forget()` when the data have changed, and the next search reads again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._entries: list[tuple[str, Found]] | None = None

    def forget(self) -> None:
        """Read again at the next search."""
        self._entries = None

    def find(self, query: str) -> list[Found]:
        """Return what answers `query`, at most six of a kind: the best answers first, then as Vietnamese orders names.

        Every word typed must begin a word of the name or of the detail; what answers by name comes before the rest.
        """
        entries = self._entries = self._read() if self._entries is None else self._entries
        words = _WORD.findall(search_key(query))
        likely = [found for key, found in entries if all(word in key for word in words)]
        hits = [found for found in likely if matches(query, found.name, found.detail)]
        return [found for kind in FoundKind for found in _best(query, kind, hits)]

    def _read(self) -> list[tuple[str, Found]]:
        with self._workspace.begin() as uow:
            people = list_people(uow, self._workspace.today, include_gone=True)
            units = list_units(uow, self._workspace.today)
            documents = list_documents(uow)
            copies = list_attachments(uow)
        names: dict[int, list[str]] = {}
        for copy in copies:
            names.setdefault(copy.document_id, []).append(copy.file_name)
        papers = (_document(entry, names.get(entry.id, ())) for entry in documents)
        found: Iterable[Found] = (*map(_person, people), *map(_unit, units), *papers)
        return [(search_key(f"{each.name} {each.detail}"), each) for each in found]


def _person(entry: PersonEntry) -> Found:
    parts = [entry.position, entry.unit_name] if entry.status.is_here else [label(entry.status)]
    return Found(FoundKind.PERSON, entry.id, entry.full_name, " · ".join(part for part in parts if part))


def _unit(entry: UnitEntry) -> Found:
    return Found(FoundKind.UNIT, entry.id, entry.name, label(entry.kind))


def _document(entry: DocumentEntry, copies: Sequence[str]) -> Found:
    mark = "chờ số" if entry.awaits_number else "không số" if entry.is_issued else "bản thảo"
    if entry.number is not None:
        mark = f"{entry.number:02d}/{entry.symbol}"
    name = f"{kind_name(entry.kind)}: {entry.subject}" if entry.subject else kind_name(entry.kind)
    detail = (mark, f"năm {entry.year}", f"bản ký: {', '.join(copies)}" if copies else "")
    return Found(FoundKind.DOCUMENT, entry.id, name, " · ".join(filter(None, detail)))


def _best(query: str, kind: FoundKind, hits: list[Found]) -> list[Found]:
    order: Callable[[str], Any] = name_key if kind is FoundKind.PERSON else collation_key

    def place(found: Found) -> tuple[int, Any]:
        by_name = rank(query, found.name)
        return ANSWERED_BY_DETAIL if by_name is None else by_name, order(found.name)

    return sorted((found for found in hits if found.kind is kind), key=place)[:MOST_OF_A_KIND]
