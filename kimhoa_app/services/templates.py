"""The templates: those that ship, and those that the office has made its own."""

import difflib
from dataclasses import dataclass, replace
from typing import Final

from db.store import templates as store
from db.store.documents import read_document
from db.store.office import office_on, signer_on
from db.store.templates import OWN, OwnTemplate
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.template_writing import template_text
from kimhoa_app.documents.templating import Template, TemplateError, load_template, render, shipped_templates
from kimhoa_app.documents.templating.contexts import paper_day
from kimhoa_app.documents.templating.loading import shipped_text
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.services.trial_values import sample_office, trial_context
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import printable, tidy

__all__ = ["OwnTemplate", "TemplateChoice", "TemplateDraft"]

_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A template of the office as it is edited; `original` is the text that ships, None where nothing does."""

    template_id: str
    name: str
    text: str
    original: str | None


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template to choose; `template` is None for one of the office that cannot be used, and `fault` says why."""

    id: str
    name: str
    is_own: bool
    has_original: bool
    template: Template | None
    fault: str = ""


def list_choices(workspace: Workspace) -> list[TemplateChoice]:
    """Return what ships by name, then every template of the office in the order in which they were made."""
    with workspace.begin() as uow:
        own = store.list_own(uow)
    shipped = [
        TemplateChoice(each.id, each.name, is_own=False, has_original=False, template=each)
        for each in shipped_templates()
    ]
    return [*shipped, *map(_own_choice, own)]


def list_own(workspace: Workspace) -> list[OwnTemplate]:
    """Return the templates of the office in the order in which they were made, also those that cannot be used."""
    with workspace.begin() as uow:
        return store.list_own(uow)


def list_templates(uow: UnitOfWork) -> list[Template]:
    """Return the templates that a document can be made from: those that ship by name, then the office's own."""
    return [*shipped_templates(), *(each for each in map(_usable, store.list_own(uow)) if each is not None)]


def find_template(uow: UnitOfWork, template_id: str) -> Template:
    """Return a template by its id; raises NotFound, and TemplateError for one of the office that is broken."""
    if template_id.startswith(OWN):
        return _loaded(store.read_own(uow, template_id))
    template = next((each for each in shipped_templates() if each.id == template_id), None)
    if template is None:
        raise NotFound(f"Không có mẫu “{template_id}”.")
    return template


def copy_template(workspace: Workspace, template_id: str) -> str:
    """Make a copy the office's own, under a name of its own, and return its id; raises NotFound."""
    with workspace.begin() as uow:
        if template_id.startswith(OWN):
            source = store.read_own(uow, template_id)
            base, name, text = source.base, source.name, source.text
        else:
            base, name, text = template_id, find_template(uow, template_id).name, shipped_text(template_id)
        made = store.add_own(uow, base, _free_name(uow, f"{name} (của cơ quan)"), text)
        uow.commit()
    return made


def template_from_document(workspace: Workspace, document_id: int, name: str) -> str:
    """Make a template of the office from a document and return its id.

    Raises NotFound, InvalidInput for the name, TemplateError for a document that cannot be written as a template.
    """
    with workspace.begin() as uow:
        entry = read_document(uow, document_id)
        checked = _checked_name(name)
        text = template_text(replace(entry.document, year=entry.year), checked)
        _tried(uow, workspace, text, entry.year)
        made = store.add_own(uow, store.base_of(uow, entry.template), checked, text)
        uow.commit()
    return made


def read_template(workspace: Workspace, template_id: str) -> TemplateDraft:
    """Return a template of the office to edit; raises NotFound."""
    with workspace.begin() as uow:
        own = store.read_own(uow, template_id)
    return TemplateDraft(own.id, own.name, own.text, _original(own.base))


def try_text(workspace: Workspace, text: str, year: int) -> OfficialDocument:
    """Return the document that the text makes of sample values; raises TemplateError with the line at fault."""
    with workspace.begin() as uow:
        return _tried(uow, workspace, printable(text), year)


def save_template(workspace: Workspace, template_id: str, text: str, year: int) -> None:
    """Write the text of a template of the office once it makes a document; raises NotFound, TemplateError."""
    text = printable(text)
    with workspace.begin() as uow:
        own = store.read_own(uow, template_id)
        _tried(uow, workspace, text, year)
        store.write_own(uow, template_id, own.name, text)
        uow.commit()


def rename_template(workspace: Workspace, template_id: str, name: str) -> None:
    """Give a template of the office another name; raises NotFound, InvalidInput for an empty or a taken one."""
    with workspace.begin() as uow:
        own = store.read_own(uow, template_id)
        store.write_own(uow, template_id, _checked_name(name), own.text)
        uow.commit()


def delete_template(workspace: Workspace, template_id: str) -> int:
    """Put a template of the office into the bin and return the number by which it comes back; raises NotFound.

    The documents that were made from it stay as they are.
    """
    with workspace.begin() as uow:
        row_id = store.bin_own(uow, template_id)
        uow.commit()
    return row_id


def restore_original(workspace: Workspace, template_id: str) -> None:
    """Write the text that ships over a template of the office; raises NotFound, Refused where nothing ships."""
    with workspace.begin() as uow:
        own = store.read_own(uow, template_id)
        original = _original(own.base)
        if original is None:
            raise Refused("Mẫu này lập từ một văn bản, không có bản gốc để khôi phục.")
        store.write_own(uow, template_id, own.name, original)
        uow.commit()


def changed_lines(draft: TemplateDraft) -> list[str]:
    """Return the lines in which a template differs from what ships, "- " before the one, "+ " before the other."""
    if draft.original is None:
        return []
    compared = difflib.ndiff(draft.original.splitlines(), draft.text.splitlines())
    return [line for line in compared if line.startswith(("- ", "+ "))]


def _tried(uow: UnitOfWork, workspace: Workspace, text: str, year: int) -> OfficialDocument:
    template = load_template(text)
    day = paper_day(year, workspace.today, template.dated)
    office, signer = office_on(uow, day) or sample_office(), signer_on(uow, day)

    def made(*, fills_all: bool) -> OfficialDocument:
        return render(template, trial_context(template, year, day, office, signer, fills_all=fills_all))

    try:
        made(fills_all=False)
        return made(fills_all=True)
    except InvalidInput as error:
        raise TemplateError(error.message) from error


def _own_choice(own: OwnTemplate) -> TemplateChoice:
    has_original = _original(own.base) is not None
    try:
        return TemplateChoice(own.id, own.name, is_own=True, has_original=has_original, template=_loaded(own))
    except TemplateError as error:
        return TemplateChoice(own.id, own.name, True, has_original, None, error.message)


def _usable(own: OwnTemplate) -> Template | None:
    return _own_choice(own).template


def _loaded(own: OwnTemplate) -> Template:
    return replace(load_template(own.text), id=own.id, name=own.name, base=own.base)


def _original(base: str) -> str | None:
    is_shipped = any(each.id == base for each in shipped_templates())
    return shipped_text(base) if is_shipped else None


def _checked_name(name: str) -> str:
    checked = tidy(name)
    if not checked:
        raise InvalidInput("name", "Hãy đặt tên cho mẫu.")
    if len(checked) > _LONGEST_NAME:
        raise InvalidInput("name", f"Tên mẫu không dài quá {_LONGEST_NAME} chữ.")
    return checked


def _free_name(uow: UnitOfWork, wanted: str) -> str:
    taken = {own.name for own in store.list_own(uow)}
    numbered = (f"{wanted} {number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)
