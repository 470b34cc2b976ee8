"""Filling a template and reading the result as an official document."""

from collections.abc import Iterator
from typing import Final

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating.assembly import assembled
from kimhoa_app.documents.templating.body import Line
from kimhoa_app.documents.templating.contexts import TemplateContext
from kimhoa_app.documents.templating.environment import fill
from kimhoa_app.documents.templating.protection import numbered_line, with_escapes_resolved
from kimhoa_app.documents.templating.template import Template, TemplateError

_LONGEST_LINE: Final = 20_000


def render(template: Template, context: TemplateContext) -> OfficialDocument:
    """Return the document that the template makes of the context; raises `TemplateError` with the line at fault."""
    base = OfficialDocument(
        kind=template.kind,
        letterhead=context.letterhead,
        signatures=context.signatures,
        year=context.year,
    )
    return assembled(_lines(fill(template, context.values())), base)


def _lines(text: str) -> Iterator[Line]:
    last: int | None = None
    for marked in text.split("\n"):
        number, line = numbered_line(marked)
        last = number or last
        if len(line) > _LONGEST_LINE:
            raise TemplateError("dòng này dài quá; hãy tách thành nhiều đoạn.", last)
        yield Line(with_escapes_resolved(line), last)
