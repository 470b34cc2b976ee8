"""Labels of sections counted anew, each level in the style that most of its labels have.

Sections without a label stay without one, labels of no known style stay as they are. Articles (Điều) count on through
the whole document, other labels where those of the document do (1, 2 in I and then 3, 4 in II).
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kimhoa_app.documents.label_styles import Figures, Form, LabelStyle, read_label
from kimhoa_app.documents.model import Section

Path = tuple[int, ...]
_ARTICLE = "điều"


@dataclass(frozen=True, slots=True)
class _Above:
    """The figures of the sections around a group, before and after: of the nearest label, and of all in a chain."""

    nearest: tuple[Figures, Figures] = ((), ())
    chain: tuple[Figures, Figures] = ((), ())
    counts: bool = False

    def prefix(self, own: Figures) -> Figures:
        """Return what stands before the last figure of a label that had `own` there."""
        fitting = [pair for pair in (self.nearest, self.chain) if len(pair[0]) >= len(own)]
        for before, after in fitting:
            if before[len(before) - len(own) :] == own:
                return after[len(after) - len(own) :]
        if self.counts and len(self.nearest[1]) == len(own):
            return self.nearest[1]
        return own

    def inside(self, before: str, after: str) -> "_Above":
        """Return the same for the group inside a section whose label was `before` and is `after`."""
        old, new = read_label(before), read_label(after)
        if old is None or new is None or old[0].form in (Form.LETTER, Form.CAPITAL):
            return self
        chain = (self.chain[0] + old[1][-1:], self.chain[1] + new[1][-1:])
        return _Above((old[1], new[1]), chain, new[0].form is Form.NUMBER)


@dataclass(slots=True)
class _Counting:
    """What is known while a tree is counted: where labels count on, which groups are counted, how far it has come."""

    running: frozenset[tuple[int, str]]
    touched: Collection[Path] | None
    reached: dict[tuple[int, str], int] = field(default_factory=dict)

    def group(self, sections: Sequence[Section], parent: Path, above: _Above) -> tuple[Section, ...]:
        counted = self.touched is None or parent in self.touched
        styles = _styles(sections)
        reached: dict[str, int] = {}
        made = []
        for index, section in enumerate(sections):
            label = self._label(section.label, parent, above, styles if counted else {}, reached)
            children = self.group(section.children, (*parent, index), above.inside(section.label, label))
            made.append(replace(section, label=label, children=children))
        return tuple(made)

    def _label(
        self, label: str, parent: Path, above: _Above, styles: dict[str, LabelStyle], reached: dict[str, int]
    ) -> str:
        read = read_label(label)
        if read is None:
            return label
        own, figures = read
        key = (len(parent), own.family)
        if key in self.running:
            value = self.reached[key] = self.reached.get(key, 0) + 1
        elif own.family in styles:
            value = reached[own.family] = reached.get(own.family, 0) + 1
        else:
            value = figures[-1]
        return styles.get(own.family, own).written((*above.prefix(figures[:-1]), value))


def renumbered(
    sections: Sequence[Section], like: Sequence[Section] | None = None, touched: Collection[Path] | None = None
) -> tuple[Section, ...]:
    """Return the sections with their labels counted from the first; every text stays.

    `like` is the tree in which is seen which labels count on from one section to the next, by default `sections`
    themselves. With `touched`, only the groups under these paths are counted, and what depends on their figures.
    """
    running = frozenset(_running(sections if like is None else like))
    return _Counting(running, touched).group(sections, (), _Above())


def group_label(siblings: Sequence[Section]) -> str | None:
    """Return a label in the style of most of `siblings`, "" where most have none, None where nothing tells."""
    labels = [section.label for section in siblings if not section.label or read_label(section.label)]
    if not labels:
        return None
    absent = sum(not label for label in labels)
    if 2 * absent > len(labels):
        return ""
    named = [label for label in labels if label]
    families = Counter(_style(label).family for label in named)
    family = families.most_common(1)[0][0]
    return next(label for label in named if _style(label).family == family)


def _style(label: str) -> LabelStyle:
    read = read_label(label)
    assert read is not None
    return read[0]


def _styles(sections: Sequence[Section]) -> dict[str, LabelStyle]:
    """Return the style that most labels of each family have; of two as frequent, the one seen first."""
    counted: dict[str, Counter[LabelStyle]] = {}
    for section in sections:
        read = read_label(section.label)
        if read is not None:
            counted.setdefault(read[0].family, Counter())[read[0]] += 1
    return {family: styles.most_common(1)[0][0] for family, styles in counted.items()}


def _running(sections: Sequence[Section]) -> Iterator[tuple[int, str]]:
    """Yield depth and family of the labels that count on from one group to the next."""
    groups: dict[tuple[int, str], list[list[int]]] = {}
    for depth, group in _groups(sections, 0):
        values: dict[str, list[int]] = {}
        for section in group:
            read = read_label(section.label)
            if read is not None and len(read[1]) == 1:
                values.setdefault(read[0].family, []).append(read[1][0])
        for family, found in values.items():
            groups.setdefault((depth, family), []).append(found)
    for key, found_groups in groups.items():
        counts_on = len(found_groups) > 1 and all(
            after[0] == before[-1] + 1 for before, after in pairwise(found_groups)
        )
        if counts_on or key[1] == _ARTICLE:
            yield key


def _groups(sections: Sequence[Section], depth: int) -> Iterator[tuple[int, Sequence[Section]]]:
    if sections:
        yield depth, sections
    for section in sections:
        yield from _groups(section.children, depth + 1)
