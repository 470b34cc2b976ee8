from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kimhoa_app.documents.model import DocumentKind, Table
from kimhoa_app.domain.errors import NotFound, UnusableFile
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import exports, meetings, nominations, registrations

YEAR = 2026
REGISTERED = date(2026, 1, 10)


@pytest.fixture
def registered(commune):
    registrations.register_many(commune.workspace, YEAR, list(commune.people.values()), "LĐTT", REGISTERED)
    excellent = RegistrationDraft("CSTĐCS", REGISTERED, person_id=commune.people["Lê Thị Ánh"], topic="=Số hóa hồ sơ")
    registrations.register(commune.workspace, YEAR, excellent)
    draft = RegistrationDraft("TTLĐTT", REGISTERED, unit_id=commune.units["Văn phòng"])
    registrations.register(commune.workspace, YEAR, draft)
    return commune


@pytest.fixture
def met(registered):
    workspace = registered.workspace
    meeting_id = meetings.prepare_meeting(workspace, YEAR, date(2026, 12, 10), "08:00", "Phòng họp UBND xã")
    nominations.take_nominations(workspace, meeting_id)
    meetings.set_ballots(workspace, meeting_id, 3, 3)
    for case in meetings.read_meeting(workspace, meeting_id).cases:
        nominations.enter_votes(workspace, meeting_id, case.nomination_id, 2, 1, 0)
    return registered


def tables(document):
    blocks = [block for _, section in document.walk_sections() for block in section.blocks]
    return [block for block in (*document.blocks, *blocks) if isinstance(block, Table)]


def no_pdf(document):
    raise AssertionError("no PDF was asked for")


def test_the_list_that_goes_upward_names_each_person_once(registered):
    document = exports.registrations_document(registered.workspace, YEAR)
    collectives, people = tables(document)
    names = [row.cells[2] for row in people.rows if not row.bold]
    assert len(names) == len(set(names)) == 5
    assert any("Chiến sĩ thi đua cơ sở" in cell for row in people.rows for cell in row.cells)
    assert "Văn phòng" in collectives.rows[0].cells[1]
    assert document.letterhead.issuer == ("ỦY BAN NHÂN DÂN", "XÃ KIM HOA")


def test_the_list_becomes_a_workbook_without_formulas(registered, tmp_path):
    target = tmp_path / "dang-ky.xlsx"
    exports.write(exports.registrations_document(registered.workspace, YEAR), target, no_pdf)
    book = load_workbook(target)
    assert book.sheetnames == ["Tập thể", "Cá nhân"]
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_minutes_hold_the_votes_and_become_a_word_file(met, tmp_path):
    document = exports.minutes_document(met.workspace, YEAR)
    assert document.kind is DocumentKind.MINUTES
    rows = [row.cells for table in tables(document) for row in table.rows if not row.span]
    assert {cells[-2:] for cells in rows} == {("66,66%", "Không đạt")}
    target = tmp_path / "bien-ban.docx"
    exports.write(document, target, no_pdf)
    with ZipFile(target) as archive:
        assert "Không đạt" in archive.read("word/document.xml").decode("utf-8")


def test_what_the_clerk_typed_stands_in_the_minutes(met):
    document = exports.minutes_document(met.workspace, YEAR, {"opinions": "Nhất trí cao."})
    texts = [
        block.text for _, section in document.walk_sections() for block in section.blocks if hasattr(block, "text")
    ]
    assert "Nhất trí cao." in texts


def test_the_ballot_of_the_meeting_is_made(met):
    document = exports.ballot_document(met.workspace, YEAR)
    assert document.title
    assert document.year == YEAR


def test_a_pdf_is_made_by_the_page_maker(registered, tmp_path):
    target = tmp_path / "dang-ky.PDF"
    exports.write(exports.registrations_document(registered.workspace, YEAR), target, lambda _: b"%PDF-1.7")
    assert target.read_bytes() == b"%PDF-1.7"


@pytest.mark.parametrize("name", ["ds.doc", "ds.xls", "ds", "ds.odt"])
def test_another_ending_is_refused_in_one_sentence(registered, tmp_path, name):
    target = tmp_path / name
    with pytest.raises(UnusableFile, match=r"phải kết thúc bằng \.docx, \.xlsx hoặc \.pdf"):
        exports.write(exports.registrations_document(registered.workspace, YEAR), target, no_pdf)
    assert not target.exists()


def test_a_year_without_a_meeting_has_no_minutes(commune):
    with pytest.raises(NotFound, match="Năm 2026 chưa có cuộc họp nào"):
        exports.minutes_document(commune.workspace, YEAR)
