"""One search over people, units and documents, by what people type: without diacritics, the beginnings of words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.store.attachments import OwnerKind, list_attachments
from db.store.documents import DocumentEntry, list_documents
from db.store.people import PersonEntry, list_people
from db.store.units import UnitEntry, list_units
from kimhoa_app.documents.reading.kinds import kind_name
from kimhoa_app.domain.labels import label
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.collation import collation_key, name_key
from kimhoa_app.text.word_index import WordIndex

MOST_OF_A_KIND = 6


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


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The things of one kind in the order of their names, and where each word stands among them."""

    entries: Sequence[Found]
    words: WordIndex


class SearchIndex:
    """Everything that has a name, read once; `forget()` when the data have changed, and the next search reads again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._shelves: list[_Shelf] | None = None

    def forget(self) -> None:
        """Read again at the next search."""
        self._shelves = None

    def find(self, query: str) -> list[Found]:
        """Return what answers `query`, at most six of a kind: the best answers first, then as Vietnamese orders names.

        Every word typed must begin a word of the name or of the detail; what answers by name comes before the rest.
        """
        shelves = self._shelves = self._read() if self._shelves is None else self._shelves
        return [shelf.entries[place] for shelf in shelves for place in shelf.words.best(query, MOST_OF_A_KIND)]

    def _read(self) -> list[_Shelf]:
        with self._workspace.begin() as uow:
            people = list_people(uow, self._workspace.today, include_gone=True)
            units = list_units(uow, self._workspace.today)
            documents = list_documents(uow)
            copies = list_attachments(uow, OwnerKind.DOCUMENT)
        names: dict[int, list[str]] = {}
        for copy in copies:
            names.setdefault(copy.owner.id, []).append(copy.file_name)
        papers = (_document(entry, names.get(entry.id, ())) for entry in documents)
        return [
            _shelf(map(_person, people), name_key),
            _shelf(map(_unit, units), collation_key),
            _shelf(papers, collation_key),
        ]


def _shelf(found: Iterable[Found], order: Callable[[str], Any]) -> _Shelf:
    entries = sorted(found, key=lambda each: order(each.name))
    return _Shelf(entries, WordIndex((each.name, each.detail) for each in entries))


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
