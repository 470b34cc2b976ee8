"""The tree of sections of a text in which labels are all that shows the depth."""

import re
from dataclasses import dataclass, field

from kimhoa_app.documents.model import Block, Place, Section

_LABELLED = re.compile(r"\s*((?:Điều \d+|[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)])(?:\s+(.*))?", re.DOTALL)


@dataclass(slots=True)
class _Open:
    label: str
    heading: str
    kind: str
    place: Place | None
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)


def split_label(text: str) -> tuple[str, str] | None:
    """Return the label ("I.", "1.2.", "a)") that a text begins with and what follows it, None without a label."""
    found = _LABELLED.fullmatch(text)
    return (found.group(1), (found.group(2) or "").strip()) if found else None


class SectionTree:
    """Takes sections and blocks in reading order; what comes before the first section is kept apart."""

    def __init__(self) -> None:
        self._open = [_Open("", "", "", None)]

    def begin(self, label: str, heading: str, place: Place | None, depth: int | None = None) -> None:
        """Open a section at `depth`, or where its label says.

        It then stands beside the open section whose label is of the same kind, else inside the innermost one.
        """
        kind = _kind(label)
        if depth is None:
            kinds = [section.kind for section in self._open[1:]]
            depth = kinds.index(kind) if kind in kinds else len(kinds)
        while len(self._open) > depth + 1:
            self._close()
        self._open.append(_Open(label, heading, kind, place))

    def add(self, block: Block) -> None:
        """Add a block to the innermost open section."""
        self._open[-1].blocks.append(block)

    def finished(self) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """Return the blocks before the first section, and the outermost sections."""
        while len(self._open) > 1:
            self._close()
        return tuple(self._open[0].blocks), tuple(self._open[0].children)

    def _close(self) -> None:
        done = self._open.pop()
        section = Section(done.label, done.heading, tuple(done.blocks), tuple(done.children), done.place)
        self._open[-1].children.append(section)


def _kind(label: str) -> str:
    """Return what labels of one depth share: "1." and "12.", "4.1." and "4.2.", "a)" and "đ)"."""
    if label.startswith("Điều"):
        return "article"
    bare = label[:-1]
    if bare and set(bare) <= set("IVXLC"):
        return "roman"
    return re.sub(r"\d+", "1", re.sub(r"[a-zđ]", "a", label))
