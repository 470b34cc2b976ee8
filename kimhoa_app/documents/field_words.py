"""Words of a document that are the values of the fields that it was made from."""

from collections.abc import Iterator, Mapping
from datetime import date

from kimhoa_app.documents.templating import FieldKind, Template
from kimhoa_app.text.dates import list_date, long_date, short_date

LEAST_LETTERS = 6
"""Shorter words stand in a text for other reasons too."""

Stretch = tuple[int, int]


def field_words(template: Template, fields: Mapping[str, object]) -> dict[str, str]:
    """Return the words that stand for a field, in each form in which days are printed, with the label of the field.

    Left out are choices, figures and short words, which a text has for other reasons too. `fields` holds days in ISO
    form.
    """
    words: dict[str, str] = {}
    for field in template.fields:
        value = str(fields.get(field.key) or "").strip()
        if field.kind is FieldKind.DATE and value:
            day = date.fromisoformat(value)
            words |= dict.fromkeys((list_date(day), short_date(day), long_date(day)), field.label)
        elif field.kind is FieldKind.TEXT and len(value) >= LEAST_LETTERS:
            words[value] = field.label
    return words


def field_stretches(text: str, words: Mapping[str, str]) -> Iterator[tuple[Stretch, str]]:
    """Yield where the words of fields stand in `text` as whole words, with the label of each field."""
    for value, label in words.items():
        start = text.find(value)
        while start >= 0:
            end = start + len(value)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                yield (start, end), label
            start = text.find(value, end)
