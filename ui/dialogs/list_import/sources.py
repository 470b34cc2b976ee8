"""The files that are being brought in, with what the clerk has chosen, corrected and decided in each."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services.imports import (
    WRITTEN,
    Decision,
    FoundList,
    ImportPlan,
    ListKind,
    PlannedRow,
    ReadingChoice,
    RowAction,
    decided,
    plan_import,
    remember_columns,
)
from ui.background import Progress

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

LinePlace = tuple[str, int, int]
"""A row wherever the file is read again: its sheet, its line, and which of those that the line says."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the lists are: their kind, the year where the clerk says it, the day on which registrations came."""

    kind: ListKind
    year: int | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file with its plan; `decisions` and `left_out` are by place, so that they outlast another reading."""

    path: Path
    plan: ImportPlan
    decisions: Mapping[LinePlace, Decision] = field(default_factory=dict)
    left_out: frozenset[LinePlace] = frozenset()

    @property
    def choice(self) -> ReadingChoice:
        """How the file is to be read."""
        return self.plan.choice or ReadingChoice()

    @property
    def work(self) -> tuple[object, ...]:
        """What the clerk has done with the file: how it is read, decided and ticked."""
        return self.choice, self.decisions, self.left_out

    def places(self) -> dict[int, LinePlace]:
        """Return the place of each row of the plan by its key."""
        return places_of(self.plan)

    def left_out_keys(self) -> set[int]:
        """Return the keys of the rows that are left out."""
        return {key for key, place in self.places().items() if place in self.left_out}


class FileRow(NamedTuple):
    """A row of one of the files; `file` is the name of it where there are several."""

    source: int
    kind: ListKind
    row: PlannedRow
    place: LinePlace
    file: str = ""

    @property
    def can_be_written(self) -> bool:
        """Whether there is something to take or to leave out."""
        return self.row.action in WRITTEN


@dataclass(frozen=True, slots=True)
class Reading:
    """The files that could be read, and why each of the others could not."""

    sources: tuple[Source, ...]
    refused: Mapping[Path, KimHoaError] = field(default_factory=dict)


def read_files(workspace: "Workspace", occasion: Occasion, paths: Sequence[Path], progress: Progress) -> Reading:
    """Look through the lists at `paths`; nothing is changed."""
    sources: list[Source] = []
    refused: dict[Path, KimHoaError] = {}
    for path in paths:
        try:
            sources.append(Source(path, _plan(workspace, occasion, path, None, progress)))
        except KimHoaError as error:
            refused[path] = error
    return Reading(tuple(sources), refused)


def read_again(
    workspace: "Workspace", occasion: Occasion, sources: Iterable[Source], progress: Progress
) -> tuple[Source, ...]:
    """Look through files once more, with what was chosen, corrected and decided in each; raises as `plan_import`."""
    again = []
    for source in sources:
        plan = _plan(workspace, occasion, source.path, source.plan.choice, progress)
        again.append(decide(workspace, replace(source, plan=plan)))
    return tuple(again)


def read_as(
    workspace: "Workspace", occasion: Occasion, source: Source | Path, choice: ReadingChoice, progress: Progress
) -> Source:
    """Look through a file that is to be read as `choice` says, and remember its columns; raises as `plan_import`."""
    path = source if isinstance(source, Path) else source.path
    plan = _plan(workspace, occasion, path, choice, progress)
    if choice.columns:
        remember_columns(workspace, occasion.kind, plan.found.lists[0], choice.columns)
    return decide(workspace, Source(path, plan) if isinstance(source, Path) else replace(source, plan=plan))


def read_list_as(
    workspace: "Workspace",
    occasion: Occasion,
    source: Source,
    found: FoundList,
    columns: Mapping[int, str],
    progress: Progress,
) -> Source:
    """Look through a file of several lists, one of which has these columns; raises as `plan_import`."""
    remember_columns(workspace, occasion.kind, found, columns)
    return read_again(workspace, occasion, [source], progress)[0]


def decide(workspace: "Workspace", source: Source) -> Source:
    """Return the source with its plan as its decisions have it."""
    places = source.places()
    decisions = {key: source.decisions[place] for key, place in places.items() if place in source.decisions}
    if not decisions and not source.plan.decisions:
        return source
    return replace(source, plan=decided(workspace, source.plan, decisions))


def rows_of(sources: Sequence[Source]) -> list[FileRow]:
    """Return every row of every file."""
    return [
        FileRow(number, source.plan.kind, row, places[row.key], source.path.name if len(sources) > 1 else "")
        for number, source in enumerate(sources)
        for places in (source.places(),)
        for row in source.plan.rows
    ]


def with_left_out(sources: Sequence[Source], rows: Collection[FileRow], *, wanted: bool) -> tuple[Source, ...]:
    """Return the files with these rows taken, or left out."""
    changed = list(sources)
    for number, source in enumerate(sources):
        places = frozenset(row.place for row in rows if row.source == number and row.can_be_written)
        kept = source.left_out - places if wanted else source.left_out | places
        changed[number] = replace(source, left_out=kept)
    return tuple(changed)


def with_decisions(
    sources: Sequence[Source], decisions: Sequence[tuple[FileRow, Decision | None]]
) -> tuple[Source, ...]:
    """Return the files with what was decided on these rows; None takes a decision back."""
    changed = list(sources)
    for number, source in enumerate(sources):
        own = {row.place: decision for row, decision in decisions if row.source == number}
        merged = {**source.decisions, **own}
        kept = {place: decision for place, decision in merged.items() if decision is not None}
        changed[number] = replace(source, decisions=kept)
    return tuple(changed)


def with_correction(source: Source, sheet: str, row: int, cells: Mapping[str, str]) -> Source:
    """Return the source with other texts in some cells of a line; it is to be read again."""
    known = source.choice.corrections
    line = {**known.get((sheet, row), {}), **cells}
    choice = replace(source.choice, corrections={**known, (sheet, row): line})
    return replace(source, plan=replace(source.plan, choice=choice))


def has_other_work(sources: Sequence[Source], imported: Sequence[Source]) -> bool:
    """Return whether the clerk has done something with a file besides what was done when it was `imported`."""
    nothing: tuple[object, ...] = (ReadingChoice(), {}, frozenset())
    before = {source.path: source.work for source in imported}
    return any(source.work != before.get(source.path, nothing) for source in sources)


def counted(sources: Sequence[Source]) -> Counter[RowAction]:
    """Return how many rows there are of each action."""
    return Counter(row.action for source in sources for row in source.plan.rows)


def places_of(plan: ImportPlan) -> dict[int, LinePlace]:
    """Return where each row of a plan stands in its file, by its key."""
    seen: Counter[tuple[str, int]] = Counter()
    places = {}
    for row in plan.rows:
        line = (row.sheet, row.row)
        places[row.key] = (*line, seen[line])
        seen[line] += 1
    return places


def _plan(
    workspace: "Workspace", occasion: Occasion, path: Path, choice: ReadingChoice | None, progress: Progress
) -> ImportPlan:
    return plan_import(
        workspace,
        occasion.kind,
        path,
        year=occasion.year,
        choice=choice,
        received_on=occasion.received_on,
        steps=progress.step,
    )
