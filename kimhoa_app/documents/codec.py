"""An `OfficialDocument` as JSON and back, for keeping it in the data file."""

from functools import cache

from pydantic import TypeAdapter

from kimhoa_app.documents.model import OfficialDocument


@cache
def _adapter() -> TypeAdapter[OfficialDocument]:
    return TypeAdapter(OfficialDocument)


def to_json(document: OfficialDocument) -> str:
    """Return the document as JSON text."""
    return _adapter().dump_json(document, exclude_defaults=False).decode("utf-8")


def from_json(text: str) -> OfficialDocument:
    """Return the document that `to_json` wrote; raises pydantic.ValidationError for anything else."""
    return _adapter().validate_json(text)
