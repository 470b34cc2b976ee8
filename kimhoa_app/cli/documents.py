"""Commands that make and read documents."""

import argparse

from kimhoa_app.cli.command import DONE, PdfMaker, UnusableCall, data_folder, opened, opened_office, print_json
from kimhoa_app.documents.reading.outline import outline_json, read_document
from kimhoa_app.documents.templating import Needs, Template, shipped_templates
from kimhoa_app.domain.errors import NotFound
from kimhoa_app.services import documents, exports, meetings
from kimhoa_app.services.workspace import Workspace, has_data_file


def list_templates(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """List the templates with their fields, with those of the office where a data folder stands."""
    templates = _templates(call)
    if call.json:
        print_json([_template_json(template) for template in templates])
        return DONE
    for template in templates:
        print(f"{template.id}: {template.name}")
        for field in template.fields:
            needed = " (phải có)" if field.required else ""
            print(f"    {field.key}: {field.label}{needed}")
    return DONE


def new(call: argparse.Namespace, make_pdf: PdfMaker) -> int:
    """Make a document from a template, a paper of the council from the year's last meeting, and write it to a file."""
    given = _given_fields(call.fields)
    with opened_office(call) as workspace:
        meeting_id = _meeting_for(workspace, call.template, call.year)
        document = documents.draft(workspace, call.template, call.year, given, meeting_id)
    exports.write(document, call.out, make_pdf)
    print(call.out)
    return DONE


def outline(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Show the model that the reader finds in a file."""
    document = read_document(call.file)
    if call.json:
        print_json(outline_json(document))
        return DONE
    print(f"{document.title} {document.subject}".strip())
    for depth, section in document.walk_sections():
        print(f"{'  ' * depth}{section.label} {section.heading}".rstrip())
    return DONE


def _templates(call: argparse.Namespace) -> list[Template]:
    if not has_data_file(data_folder(call)):
        return shipped_templates()
    with opened(call) as workspace:
        return documents.list_templates(workspace)


def _meeting_for(workspace: Workspace, template_id: str, year: int) -> int | None:
    """Return the year's last meeting for a template that needs one, None for any other; raises NotFound."""
    known = documents.list_templates(workspace)
    if not any(each.id == template_id and each.needs is Needs.MEETING for each in known):
        return None
    meeting = meetings.meeting_of_year(workspace, year)
    if meeting is None:
        raise NotFound(f"Năm {year} chưa có cuộc họp nào của Hội đồng.")
    return meeting.meeting_id


def _given_fields(words: list[str]) -> dict[str, str]:
    fields = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise UnusableCall(f"“{word}” chưa đúng; hãy viết --set Ô=GIÁ_TRỊ.")
        fields[key] = value
    return fields


def _template_json(template: Template) -> dict[str, object]:
    return {
        "id": template.id,
        "name": template.name,
        "kind": template.kind.value,
        "description": template.description,
        "needs": template.needs.value,
        "fields": [
            {
                "key": field.key,
                "label": field.label,
                "kind": field.kind.value,
                "required": field.required,
                "default": field.default,
                "choices": list(field.choices),
                "scope": field.scope.value,
            }
            for field in template.fields
        ],
    }
