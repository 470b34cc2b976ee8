"""The fields of a template: what they hold when nothing is typed, and what is typed as checked values."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from kimhoa_app.documents.templating.contexts import TemplateContext
from kimhoa_app.documents.templating.environment import fill_plain
from kimhoa_app.documents.templating.template import FieldKind, Template, TemplateField
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.text.dates import parse_date

_YES = ("có", "true", "1", "yes")
_NO = ("không", "false", "0", "no", "")


def default_fields(template: Template, context: TemplateContext) -> dict[str, str]:
    """Return what each field holds before anything is typed, as typed text; raises `TemplateError`."""
    values = context.values()
    return {field.key: fill_plain(field.default, values).strip() for field in template.fields}


def checked_fields(template: Template, given: Mapping[str, object]) -> dict[str, object]:
    """Return a value for each field: text, int, date, bool, or None for an empty number or day.

    `given` holds what was typed, or values already checked. Raises InvalidInput for a key that is no field, an empty
    required field and a text that does not read as the kind of its field.
    """
    known = {field.key for field in template.fields}
    for key in given:
        if key not in known:
            raise InvalidInput(key, f"Mẫu “{template.name}” không có trường “{key}”.")
    return {field.key: _checked(field, given.get(field.key)) for field in template.fields}


def _checked(field: TemplateField, value: object) -> object:
    typed = _typed(value)
    if field.required and not typed:
        raise InvalidInput(field.key, f"Cần nhập “{field.label}”.")
    match field.kind:
        case FieldKind.INTEGER:
            return _integer(field, typed) if typed else None
        case FieldKind.DATE:
            return _date(field, typed) if typed else None
        case FieldKind.BOOLEAN:
            return _boolean(field, typed)
        case FieldKind.CHOICE if typed and typed not in field.choices:
            raise InvalidInput(field.key, f"“{field.label}” phải là một trong: {'; '.join(field.choices)}.")
        case _:
            return typed


def _typed(value: object) -> str:
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else str(value)
    return unicodedata.normalize("NFC", text).strip()


def _integer(field: TemplateField, typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or len(typed) > 9:
        raise InvalidInput(field.key, f"“{field.label}” phải là một số nguyên, ví dụ 12.")
    return int(typed)


def _date(field: TemplateField, typed: str) -> date:
    try:
        year, month, day = parse_date(typed)
    except ValueError:
        month = None
    if month is None or day is None:
        raise InvalidInput(field.key, f"“{field.label}” phải là một ngày, ví dụ 15/01/2026.")
    return date(year, month, day)


def _boolean(field: TemplateField, typed: str) -> bool:
    word = typed.casefold()
    if word not in _YES + _NO:
        raise InvalidInput(field.key, f"“{field.label}” phải là “có” hoặc “không”.")
    return word in _YES
