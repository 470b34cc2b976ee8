"""The tree of sections rearranged: moved, promoted, added, copied, removed; labels follow (documents/numbering)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kimhoa_app.documents.label_styles import Form, read_label
from kimhoa_app.documents.model import OfficialDocument, Section
from kimhoa_app.documents.numbering import Path, group_label, renumbered
from kimhoa_app.documents.templating.body import DEEPEST

NEW_HEADING = "Đề mục mới"
_INNER_LABELS = {Form.ROMAN: "1.", Form.ORDINAL: "I.", Form.CAPITAL: "I.", Form.NUMBER: "a)"}
_FIRST_LABEL = "I."


@dataclass(frozen=True, slots=True)
class Rearranged:
    """A document after its sections were rearranged: where the section in question stands, and where each one went.

    `moves` leads from the path before to the path after; a removed section has none. `path` is None after a removal.
    """

    document: OfficialDocument
    path: Path | None
    moves: Mapping[Path, Path]


@dataclass(slots=True, eq=False)
class _Node:
    section: Section
    before: Path | None
    children: list["_Node"] = field(default_factory=list)

    @property
    def height(self) -> int:
        return 1 + max((child.height for child in self.children), default=0)

    def made(self) -> Section:
        return replace(self.section, children=tuple(child.made() for child in self.children))


def moved(document: OfficialDocument, path: Path, parent: Path, index: int) -> Rearranged | None:
    """Return the document with the section at `path` under `parent` before its child `index`, both as they stand now.

    The section takes the label style of its new siblings. None where nothing would move, where the section would come
    under itself, or deeper than a document goes.
    """
    roots = _nodes(document.sections, ())
    node = _at(roots, path)
    if parent[: len(path)] == path or len(parent) + node.height > DEEPEST:
        return None
    old_list = _children(roots, path[:-1])
    new_list = _children(roots, parent)
    place = index - 1 if old_list is new_list and path[-1] < index else index
    if old_list is new_list and place == path[-1]:
        return None
    siblings = [each.section for each in new_list if each is not node]
    above = _at(roots, parent) if parent else None
    old_list.remove(node)
    new_list.insert(place, node)
    touched = {path[:-1], parent}
    if old_list is not new_list:
        _restyle(node, siblings, above, len(parent), document.sections)
    if len(parent) != len(path) - 1:
        _restyle_below(node, len(parent), document.sections)
        touched.update(each.before for each in _walk([node]) if each.before is not None)
    return _finished(document, roots, node, touched)


def shifted(document: OfficialDocument, path: Path, by: int) -> Rearranged | None:
    """Return the document with the section one place further down (`by` 1) or up (-1) among its siblings, or None."""
    siblings = _siblings(document, path)
    target = path[-1] + by
    if not 0 <= target < len(siblings):
        return None
    return moved(document, path, path[:-1], target + 1 if by > 0 else target)


def promoted(document: OfficialDocument, path: Path) -> Rearranged | None:
    """Return the document with the section beside the one that it stands in, right after it, or None."""
    return moved(document, path, path[:-2], path[-2] + 1) if len(path) > 1 else None


def demoted(document: OfficialDocument, path: Path) -> Rearranged | None:
    """Return the document with the section as the last part of the one before it, or None."""
    if path[-1] == 0:
        return None
    above = (*path[:-1], path[-1] - 1)
    return moved(document, path, above, len(_at(_nodes(document.sections, ()), above).children))


def with_new_section(document: OfficialDocument, parent: Path, index: int) -> Rearranged | None:
    """Return the document with an empty section under `parent` before its child `index`, None where too deep."""
    if len(parent) >= DEEPEST:
        return None
    return _inserted(document, _Node(Section("", NEW_HEADING), None), parent, index)


def with_copy(document: OfficialDocument, path: Path) -> Rearranged:
    """Return the document with a copy of the section right after it."""
    section = _at(_nodes(document.sections, ()), path).made()
    (copy,) = _nodes((section,), ())
    for node in _walk([copy]):
        node.before = None
    return _inserted(document, copy, path[:-1], path[-1] + 1)


def without(document: OfficialDocument, path: Path) -> Rearranged:
    """Return the document without the section and everything in it."""
    roots = _nodes(document.sections, ())
    del _children(roots, path[:-1])[path[-1]]
    return _finished(document, roots, None, (path[:-1],))


def counted_anew(document: OfficialDocument) -> Rearranged:
    """Return the document with all its labels counted from the first."""
    sections = renumbered(document.sections)
    moves = {node.before: node.before for node in _walk(_nodes(sections, ())) if node.before is not None}
    return Rearranged(replace(document, sections=sections), (), moves)


def _inserted(document: OfficialDocument, node: _Node, parent: Path, index: int) -> Rearranged:
    roots = _nodes(document.sections, ())
    siblings = _children(roots, parent)
    _restyle(
        node,
        [each.section for each in siblings],
        _at(roots, parent) if parent else None,
        len(parent),
        document.sections,
    )
    siblings.insert(index, node)
    return _finished(document, roots, node, (parent,))


def _finished(
    document: OfficialDocument, roots: list[_Node], node: _Node | None, touched: Iterable[Path]
) -> Rearranged:
    """Return the outcome; `touched` are the paths before of the sections whose children changed."""
    moves = {}
    place: Path | None = None
    for path, each in _paths(roots, ()):
        if each.before is not None:
            moves[each.before] = path
        if each is node:
            place = path
    groups = {moves[path] if path else path for path in touched if not path or path in moves}
    sections = renumbered([root.made() for root in roots], document.sections, groups)
    return Rearranged(replace(document, sections=sections), place, moves)


def _restyle(
    node: _Node, siblings: Sequence[Section], above: _Node | None, depth: int, known: Sequence[Section]
) -> None:
    """Give `node` a label in the style of its new siblings."""
    label = _label_for(siblings, above, depth, known)
    if label is not None:
        node.section = replace(node.section, label=label)


def _restyle_below(node: _Node, depth: int, known: Sequence[Section]) -> None:
    """Give what stands in `node`, now at `depth`, labels that fit below its own; what has none stays without."""
    for child in node.children:
        if read_label(child.section.label) is not None:
            _restyle(child, (), node, depth + 1, known)
        _restyle_below(child, depth + 1, known)


def _label_for(siblings: Sequence[Section], above: _Node | None, depth: int, known: Sequence[Section]) -> str | None:
    label = group_label(siblings)
    outer = read_label(above.section.label) if above is not None else None
    if label is None:
        label = _usual_label(above.section.label if above is not None else "", depth, known)
    read = read_label(label) if label else None
    if read is None or outer is None or siblings:
        return label
    style, figures = read
    prefix = outer[1] if len(outer[1]) == len(figures) - 1 else figures[:-1]
    return style.written((*prefix, 1))


def _usual_label(outer: str, depth: int, known: Sequence[Section]) -> str | None:
    """Return a label as the document has it at that depth under sections labelled like `outer`, else the usual one."""
    read = read_label(outer)
    for group_depth, around, group in _groups(known, 0, ""):
        labelled = read_label(around)
        alike = (read and read[0].form, read and read[0].length) == (
            labelled and labelled[0].form,
            labelled and labelled[0].length,
        )
        if group_depth == depth and alike and group_label(group) is not None:
            return group_label(group)
    if read is None:
        return _FIRST_LABEL if depth == 0 else None
    return _INNER_LABELS.get(read[0].form, "")


def _groups(sections: Sequence[Section], depth: int, around: str) -> Iterator[tuple[int, str, Sequence[Section]]]:
    if sections:
        yield depth, around, sections
    for section in sections:
        yield from _groups(section.children, depth + 1, section.label)


def _nodes(sections: Sequence[Section], above: Path) -> list[_Node]:
    return [
        _Node(section, (*above, index), _nodes(section.children, (*above, index)))
        for index, section in enumerate(sections)
    ]


def _at(roots: list[_Node], path: Path) -> _Node:
    return _children(roots, path[:-1])[path[-1]]


def _children(roots: list[_Node], path: Path) -> list[_Node]:
    return _at(roots, path).children if path else roots


def _siblings(document: OfficialDocument, path: Path) -> list[_Node]:
    return _children(_nodes(document.sections, ()), path[:-1])


def _paths(nodes: Sequence[_Node], above: Path) -> Iterator[tuple[Path, _Node]]:
    for index, node in enumerate(nodes):
        yield (*above, index), node
        yield from _paths(node.children, (*above, index))


def _walk(nodes: Sequence[_Node]) -> Iterator[_Node]:
    for _path, node in _paths(nodes, ()):
        yield node
