"""Papers written, read and written again: nothing is lost, and the second file says what the first said."""

from dataclasses import fields, replace
from datetime import date

import pytest

from kimhoa_app.documents.model import IssueDate, OfficialDocument
from kimhoa_app.documents.reading.outline import outline_json, read_document
from kimhoa_app.documents.reading.returned import returned
from kimhoa_app.documents.templating import Needs, checked_fields, default_fields, render, shipped_templates
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from tests.documents.outcomes import outcomes_of
from tests.documents.papers import all_samples
from tests.documents.reading.test_outline import MEETING, REGISTRATIONS

COMMUNE = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh")
UNDER_DISTRICT = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", district="huyện Hương Sơn")


def _read(document: OfficialDocument) -> OfficialDocument:
    return read_document(write_docx(document), "a.docx")


def _loosely(value: object) -> object:
    """Return the outline without what printing decides: capitals, and the sign that ends a line."""
    if isinstance(value, dict):
        return {key: _loosely(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_loosely(each) for each in value]
    return value.casefold().rstrip(" .;,") if isinstance(value, str) else value


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_a_sample_read_back_has_all_its_parts(name: str) -> None:
    document = all_samples()[name]
    read = _read(document)
    assert _loosely(outline_json(read)) == _loosely(outline_json(document))
    for part in ("orientation", "urgency", "circulation", "drafter_mark", "contact_line"):
        assert getattr(read, part) == getattr(document, part), part
    shown = [(each.heading, each.orientation, len(each.blocks)) for each in read.appendices]
    assert shown == [(each.heading, each.orientation, len(each.blocks)) for each in document.appendices]


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_what_was_read_is_written_and_read_as_the_same_document(name: str) -> None:
    once = _read(all_samples()[name])
    again = _read(once)
    for part in fields(OfficialDocument):
        assert getattr(again, part.name) == getattr(once, part.name), part.name


def test_marks_without_a_letterhead_are_read_back() -> None:
    document = replace(all_samples()["urgent letter"], letterhead=None)
    read = _read(document)
    assert (read.urgency, read.circulation) == (document.urgency, document.circulation)


@pytest.mark.parametrize("year", range(2022, 2028))
@pytest.mark.parametrize("template_id", [each.id for each in shipped_templates()])
def test_a_shipped_paper_of_any_year_comes_back(template_id: str, year: int) -> None:
    document = _made(template_id, year)
    read = _read(document)
    assert outline_json(read) == outline_json(document)
    assert outline_json(_read(read)) == outline_json(document)
    assert (read.orientation, read.end_mark, read.year) == (document.orientation, document.end_mark, document.year)


@pytest.mark.parametrize("template_id", [each.id for each in shipped_templates()])
def test_a_shipped_paper_comes_back_from_word_as_it_was(template_id: str) -> None:
    document = _made(template_id, 2026)
    came = returned(document, write_docx(document), "a.docx")
    assert not came.is_changed
    assert came.document == document


def _made(template_id: str, year: int) -> OfficialDocument:
    template = next(each for each in shipped_templates() if each.id == template_id)
    office = UNDER_DISTRICT if year < 2025 else COMMUNE
    context = context_for(
        template,
        office,
        Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch"),
        year,
        date(year, 1, 5),
        meeting=_in_year(MEETING, year) if template.needs is Needs.MEETING else None,
        registrations=replace(REGISTRATIONS, year=year) if template.needs is Needs.REGISTRATIONS else None,
        outcomes=outcomes_of(REGISTRATIONS) if template.needs is Needs.OUTCOMES else None,
    )
    made = render(template, replace(context, fields=checked_fields(template, default_fields(template, context))))
    assert made.letterhead is not None
    number = "5" if made.letterhead.symbol else None
    return replace(made, letterhead=replace(made.letterhead, number=number, date=IssueDate(year, 1, 7)))


def _in_year(meeting: MeetingRecord, year: int) -> MeetingRecord:
    return replace(meeting, year=year, held_on=date(year, 12, 10))
