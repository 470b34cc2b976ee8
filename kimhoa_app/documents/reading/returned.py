"""A document that was written as .docx, changed in Word, and comes back into the model that it was written from.

What nobody touched in Word stays as the model had it: fields that no file holds, headings before the form set them in
capitals, the styles of columns. What was touched is taken as it was read.
"""

from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from kimhoa_app.documents.model import Letterhead, OfficialDocument, PartPlaces, Place
from kimhoa_app.documents.reading.outline import read_document
from kimhoa_app.documents.writing import write_docx

_UNPRINTED = ("number_text", "date_text", "note", "notes")


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back; `before` and `after` are the file as it was written and as it is now, both as they are read."""

    document: OfficialDocument
    before: OfficialDocument
    after: OfficialDocument

    @property
    def is_changed(self) -> bool:
        """Whether anything that the model holds was changed in Word."""
        return self.before != self.after


def returned(written: OfficialDocument, content: bytes, name: str) -> Returned:
    """Return what the .docx `content`, which `written` was once written to, now says; raises as `read_document`."""
    before = _bare(read_document(write_docx(written)))
    after = _bare(read_document(content, name))
    merged: OfficialDocument = _merged(written, before, after)
    if before != after and _reread(merged) != _printed(after):
        merged = replace(after, kind=_kept("kind", written, before, after), year=_kept("year", written, before, after))
    return Returned(merged, before, after)


def _merged(kept: Any, before: Any, after: Any) -> Any:
    """Return `kept` with what differs from `before` to `after`."""
    if before == after:
        return kept
    if isinstance(after, tuple) and isinstance(before, tuple) and isinstance(kept, tuple):
        return _merged_items(kept, before, after)
    if is_dataclass(after) and not isinstance(after, type) and type(kept) is type(before) is type(after):
        parts = {each.name: [getattr(one, each.name) for one in (kept, before, after)] for each in fields(after)}
        return replace(after, **{name: _merged(*values) for name, values in parts.items()})
    return after


def _merged_items(kept: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(kept) != len(before):
        return after
    made: list[Any] = []
    for tag, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            made += kept[start:end]
        elif end - start == other_end - other_start:
            triples = zip(kept[start:end], before[start:end], after[other_start:other_end], strict=True)
            made += [_merged(*triple) for triple in triples]
        else:
            made += after[other_start:other_end]
    return tuple(made)


def _kept(field: str, written: OfficialDocument, before: OfficialDocument, after: OfficialDocument) -> Any:
    changed = getattr(before, field) != getattr(after, field)
    return getattr(after if changed else written, field)


def _reread(document: OfficialDocument) -> Any:
    return _printed(_bare(read_document(write_docx(document))))


def _printed(value: Any) -> Any:
    """Return `value` without what the pages of a written document do not show again."""
    if isinstance(value, tuple):
        return tuple(map(_printed, value))
    if is_dataclass(value) and not isinstance(value, type):
        changes = {each.name: _printed(getattr(value, each.name)) for each in fields(value)}
        return replace(value, **{name: type(part)() if name in _UNPRINTED else part for name, part in changes.items()})
    return value


def _bare(value: Any) -> Any:
    """Return `value` without places in a file, which are of no use in a document of the office."""
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if isinstance(value, PartPlaces):
        return PartPlaces()
    if isinstance(value, Place):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        bare = {each.name: _bare(getattr(value, each.name)) for each in fields(value)}
        return _without_set_lines(replace(value, **bare))
    return value


def _without_set_lines(value: Any) -> Any:
    """Return a letterhead without its number and date as printed: they are set anew from what they say."""
    return replace(value, number_text="", date_text="") if isinstance(value, Letterhead) else value
