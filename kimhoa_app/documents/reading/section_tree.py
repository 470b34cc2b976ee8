"""The tree of sections of a text in which labels are all that shows the depth."""

from dataclasses import dataclass, field

from kimhoa_app.documents.model import Block, Place, Section
from kimhoa_app.documents.reading.labels import Label

_RANKS = {"part": 0, "chapter": 1, "division": 2, "capital": 2, "subdivision": 3, "roman": 3, "article": 4}
_INNER = 9  # rank of a label that stands inside whatever is open
CAPITALS, BOLD, LEVEL = "capitals", "bold", "level"


@dataclass(slots=True)
class _Open:
    label: Label
    heading: str
    place: Place | None
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)


class SectionTree:
    """Takes sections and blocks in reading order; what comes before the first section is kept apart."""

    def __init__(self) -> None:
        self._open = [_Open(Label("", ""), "", None)]

    def begin(self, label: Label, heading: str, place: Place | None, depth: int | None = None) -> None:
        """Open a section at `depth`, or where its label says.

        It then stands beside the open section whose label is of the same kind, else inside the one that its figures
        name (4.1 in 4.) or the innermost one; a heading without a label has a kind that says what made it one.
        """
        if depth is None:
            depth = self._depth_of(label)
        while len(self._open) > depth + 1:
            self._close()
        self._open.append(_Open(label, heading, place))

    def holds(self, outer: str, kind: str) -> bool:
        """Return whether a section of the kind `outer` is open that a new one of `kind` would stand in or beside."""
        kinds = [section.label.kind for section in self._open[1:]]
        return outer in (kinds[: kinds.index(kind) + 1] if kind in kinds else kinds)

    def add(self, block: Block) -> None:
        """Add a block to the innermost open section."""
        self._open[-1].blocks.append(block)

    def finished(self) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """Return the blocks before the first section, and the outermost sections."""
        while len(self._open) > 1:
            self._close()
        return tuple(self._open[0].blocks), tuple(self._open[0].children)

    def _depth_of(self, label: Label) -> int:
        opened = [section.label for section in self._open[1:]]
        kinds = [each.kind for each in opened]
        if label.kind in kinds:
            return kinds.index(label.kind)
        if label.kind.startswith(LEVEL):
            return next(
                (depth for depth, kind in enumerate(kinds) if kind.startswith(LEVEL) and kind > label.kind), len(kinds)
            )
        if label.kind == CAPITALS:
            return max((depth + 1 for depth, kind in enumerate(kinds) if kind in _RANKS), default=0)
        if label.kind in _RANKS:
            rank = _RANKS[label.kind]
            return next((depth for depth, kind in enumerate(kinds) if _RANKS.get(kind, _INNER) > rank), len(kinds))
        return next((depth for depth, each in enumerate(opened) if _leads_to(each, label)), _inside(opened, label))

    def _close(self) -> None:
        done = self._open.pop()
        section = Section(done.label.text, done.heading, tuple(done.blocks), tuple(done.children), done.place)
        self._open[-1].children.append(section)


def _leads_to(earlier: Label, label: Label) -> bool:
    """Return whether `label` counts on from one that is marked otherwise: "2)" after "1."."""
    numbers = {earlier.kind, label.kind} == {"number", "number)"}
    return numbers and earlier.figures[0] + 1 == label.figures[0]


def _inside(opened: list[Label], label: Label) -> int:
    """Return the depth under the open section whose figures `label` begins with, else under the innermost one."""
    above = label.figures[:-1]
    named = (depth + 1 for depth, each in enumerate(opened) if above and each.figures == above and each.kind != "roman")
    return next(named, len(opened))
