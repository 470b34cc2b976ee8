"""Over every paper made of the fictional commune: identity numbers, the order of names, names of units of the day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kimhoa_app.documents.codec import to_json
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Table
from kimhoa_app.documents.templating.template import Needs
from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.services import (
    council_desk,
    documents,
    eligibility_sheet,
    exports,
    overview,
    person_sheet,
    staff,
    units,
)
from kimhoa_app.services.registration_progress_paper import progress_document
from kimhoa_app.services.unit_forms import make_forms
from kimhoa_app.services.week_sheet import week_sheet
from kimhoa_app.services.workspace import Workspace, open_workspace
from kimhoa_app.text.collation import name_key

YEAR = 2024
"""In this year no unit was merged, so that everybody has one unit in all of its papers."""

HEARD = 2025
"""The first year in which the council for initiatives met."""

OLD_UNIT, NEW_UNIT = "Bộ phận Văn phòng - Thống kê", "Văn phòng HĐND và UBND"

Paper = tuple[str, OfficialDocument]


@pytest.fixture(scope="module")
def workspace(sample_folder: Path) -> Iterator[Workspace]:
    with open_workspace(sample_folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def papers(workspace: Workspace) -> list[Paper]:
    """Every paper that a template makes for the year, with what its needs ask for, and those made without one."""
    made: list[Paper] = []
    for template in documents.list_templates(workspace):
        hears = template.council is CouncilKind.INITIATIVE
        meeting = _meeting(workspace, template.council) if template.needs is Needs.MEETING else None
        made.append((template.id, documents.draft(workspace, template.id, HEARD if hears else YEAR, {}, meeting)))
    anh = staff.list_people(workspace)[0]
    made += [
        ("phiếu đối chiếu", eligibility_sheet.registered_sheet(workspace, YEAR)),
        ("tiến độ", progress_document(workspace, YEAR)),
        ("quá trình", person_sheet.person_sheet(workspace, anh.id)),
        ("việc trong tuần", week_sheet(overview.overview(workspace, YEAR))),
    ]
    return made


def _meeting(workspace: Workspace, kind: CouncilKind | None) -> int:
    hears = kind is CouncilKind.INITIATIVE
    desk = council_desk.read_work(workspace, HEARD if hears else YEAR, kind=kind or CouncilKind.EMULATION).desk
    assert desk is not None
    return desk.record.meeting_id


def numbers(workspace: Workspace) -> set[str]:
    people = staff.list_people(workspace, include_gone=True)
    return {person.national_id for person in people if person.national_id}


def test_no_paper_shows_an_identity_number_unasked(workspace: Workspace, papers: list[Paper]) -> None:
    known = numbers(workspace)
    assert len(known) > 40
    for name, paper in papers:
        text = to_json(paper)
        assert not [number for number in known if number in text], name


def test_the_sheet_of_a_person_shows_the_number_when_it_is_asked_for(workspace: Workspace) -> None:
    person = next(each for each in staff.list_people(workspace) if each.national_id)
    sheet = person_sheet.person_sheet(workspace, person.id, with_national_id=True)
    assert str(person.national_id) in to_json(sheet)


def test_no_form_to_a_unit_shows_an_identity_number(workspace: Workspace, tmp_path: Path) -> None:
    known = numbers(workspace)
    for form in make_forms(workspace, 2026):
        path = tmp_path / form.file_name
        path.write_bytes(form.data)
        cells = [str(cell.value) for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert not known.intersection(cells), form.unit


def test_within_a_unit_people_stand_in_the_order_of_names(workspace: Workspace, papers: list[Paper]) -> None:
    unit_of = units_of_staff(workspace)
    seen = 0
    for name, paper in papers:
        for table in _tables(paper):
            for group, names in _by_unit_and_title(table, unit_of).items():
                assert names == sorted(names, key=name_key), (name, group)
                seen += len(names)
    assert seen > 200


def test_the_workbook_of_a_list_keeps_its_order(workspace: Workspace, papers: list[Paper], tmp_path: Path) -> None:
    unit_of = units_of_staff(workspace)
    listed = [(name, paper) for name, paper in papers if paper.kind is DocumentKind.LIST and any(_tables(paper))]
    assert len(listed) > 5
    for name, paper in listed:
        path = tmp_path / "list.xlsx"
        exports.write(paper, path, lambda *_args: None)
        columns = [column for sheet in load_workbook(path) for column in sheet.iter_cols(values_only=True)]
        written = ["|".join(value for value in column if value in unit_of) for column in columns]
        for table in _tables(paper):
            wanted = "|".join(cell for row in table.rows for cell in row.cells if cell in unit_of)
            assert any(wanted in names for names in written), name


def units_of_staff(workspace: Workspace) -> dict[str, str]:
    return {one.full_name: one.unit_name for one in staff.list_people(workspace, date(YEAR, 12, 31))}


def _tables(paper: OfficialDocument) -> Iterator[Table]:
    """Yield the tables that list people by unit; a council is listed by its seats."""
    sections = [section for _, section in paper.walk_sections()]
    blocks = [*paper.blocks, *(block for section in sections for block in section.blocks)]
    blocks += [block for appendix in paper.appendices for block in appendix.blocks]
    for block in blocks:
        if isinstance(block, Table) and not any("Hội đồng" in column.heading for column in block.columns):
            yield block


def _by_unit_and_title(table: Table, unit_of: dict[str, str]) -> dict[tuple[str, ...], list[str]]:
    titles = [place for place, column in enumerate(table.columns) if column.heading.startswith("Danh hiệu")]
    found: dict[tuple[str, ...], list[str]] = {}
    for row in table.rows:
        for cell in row.cells:
            if cell in unit_of:
                group = (unit_of[cell], *(row.cells[place] for place in titles))
                found.setdefault(group, []).append(cell)
    return found


@pytest.mark.parametrize(
    ("year", "named", "not_yet"),
    [(2024, OLD_UNIT, NEW_UNIT), (2026, NEW_UNIT, OLD_UNIT)],
)
def test_papers_name_a_unit_as_it_was_called_in_their_year(
    workspace: Workspace, year: int, named: str, not_yet: str
) -> None:
    papers = [documents.draft(workspace, each, year, {}) for each in ("danh-sach-dang-ky", "ho-so-dang-ky")]
    papers.append(progress_document(workspace, year))
    for paper in papers:
        text = to_json(paper)
        assert named in text
        assert not_yet not in text


def test_a_unit_and_its_people_tell_their_names_through_the_merger(workspace: Workspace) -> None:
    every = units.list_units(workspace)
    present = next(one for one in every if one.name == NEW_UNIT)
    assert [(each.name, each.went_before) for each in units.read_unit(workspace, present.id).successions] == [
        (OLD_UNIT, True)
    ]
    person = next(one for one in staff.list_people(workspace) if one.full_name == "Lê Văn Bình")
    posts = staff.read_person(workspace, person.id).posts
    assert [post.unit_name for post in posts] == [NEW_UNIT, OLD_UNIT]
    sheet = to_json(person_sheet.person_sheet(workspace, person.id))
    assert OLD_UNIT in sheet
    assert NEW_UNIT in sheet
