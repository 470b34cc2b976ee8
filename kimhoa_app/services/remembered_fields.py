"""The fields of templates that are asked for once: what the data know, and what was typed in an earlier document."""

from datetime import date
from typing import Final

from db.store import documents as store
from db.store.office import clear_setting, read_settings, write_setting
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.templating import FieldScope, Template, default_fields
from kimhoa_app.documents.templating.contexts import TemplateContext
from kimhoa_app.domain.settings import PAPER, checked_value
from kimhoa_app.services import registration_deadline
from kimhoa_app.text.dates import list_date

_OFFICE: Final = FieldScope.OFFICE
_YEAR: Final = FieldScope.YEAR


def proposed_fields(uow: UnitOfWork, template: Template, context: TemplateContext) -> dict[str, str]:
    """Return what each field holds before anything is typed.

    What the data know or an earlier document said comes before what the template says.
    """
    proposed = default_fields(template, context)
    if registration_deadline.FIELD in proposed:
        deadline, _ground = registration_deadline.known_deadline(uow, context.year)
        proposed[registration_deadline.FIELD] = list_date(deadline)
    return proposed | _of_the_year(uow, template, context.year) | _of_the_office(uow, template)


def remember(uow: UnitOfWork, template: Template, context: TemplateContext) -> None:
    """Keep what `context` holds in the office's fields for other documents, as settings.

    A value that the template proposes by itself is not kept, so that it goes on following the day of the paper.
    """
    by_template, stored = default_fields(template, context), read_settings(uow)
    for field in template.fields:
        if field.scope is not _OFFICE:
            continue
        key = PAPER + field.key
        value = checked_value(key, str(context.fields[field.key]))
        if value == stored.get(key):
            continue
        if value and value != by_template[field.key]:
            write_setting(uow, key, value)
        elif key in stored:
            clear_setting(uow, key)


def _of_the_office(uow: UnitOfWork, template: Template) -> dict[str, str]:
    stored = read_settings(uow)
    keys = [field.key for field in template.fields if field.scope is _OFFICE]
    return {key: stored[PAPER + key] for key in keys if stored.get(PAPER + key)}


def _of_the_year(uow: UnitOfWork, template: Template, year: int) -> dict[str, str]:
    sought = {field.key for field in template.fields if field.scope is _YEAR}
    found: dict[str, str] = {}
    for fields in store.list_fields(uow, year) if sought else ():
        known = {key: _typed(value) for key, value in fields.items() if key in sought - found.keys() and value}
        found |= {key: text for key, text in known.items() if text}
    return found


def _typed(value: object) -> str:
    """Return a kept value as it is typed; days are kept in ISO form."""
    text = str(value)
    try:
        return list_date(date.fromisoformat(text))
    except ValueError:
        return text
