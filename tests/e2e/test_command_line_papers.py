"""Every paper that the command line makes of the sample commune: its form, its words, its outline, its opening."""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from kimhoa_app.cli import main
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.outline import outline_json
from kimhoa_app.documents.templating import shipped_templates
from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.services import documents, exports, meetings
from kimhoa_app.services.workspace import Workspace, open_workspace
from tests.documents.nd30 import applying_rows, failing_rows
from tests.libreoffice import laid_out, needs_libreoffice, needs_pdftotext, pdf_text
from ui.printing.layout import lay_out
from ui.printing.pdf import make_pdf
from ui.printing.typesetting import Typesetter

# The sample commune has no meeting of a council for initiatives.
TEMPLATES = [each for each in shipped_templates() if each.council is not CouncilKind.INITIATIVE]
EXPORTS: dict[str, Callable[[Workspace, int], OfficialDocument]] = {
    "registrations": exports.registrations_document,
    "minutes": exports.minutes_document,
    "ballot": exports.ballot_document,
}
NEW, EXPORT = 2026, 2025


def _kimhoa(*words: object) -> str:
    said = io.StringIO()
    with redirect_stdout(said):
        status = main([str(word) for word in words], make_pdf)
    assert status == 0, words
    return said.getvalue()


@pytest.fixture(scope="module")
def data(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path_factory.mktemp("commune") / "data"))


@pytest.fixture(scope="module")
def folder(data: Path, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every paper, named after its template or its export, in every kind of file that it has."""
    out = tmp_path_factory.mktemp("papers")
    for template in TEMPLATES:
        for ending in (".docx", ".pdf"):
            _kimhoa("new", template.id, "--year", NEW, "--out", out / f"{template.id}{ending}", "--data", data)
    for what in EXPORTS:
        for ending in (".xlsx", ".docx", ".pdf") if what == "registrations" else (".docx", ".pdf"):
            _kimhoa("export", what, "--year", EXPORT, "--out", out / f"{what}{ending}", "--data", data)
    return out


@pytest.fixture(scope="module")
def models(data: Path) -> dict[str, OfficialDocument]:
    """The document that each file was written from, by the stem of its name."""
    with open_workspace(data) as workspace:
        meeting = meetings.meeting_of_year(workspace, NEW)
        assert meeting is not None
        made = {
            template.id: documents.draft(workspace, template.id, NEW, {}, meeting.meeting_id) for template in TEMPLATES
        }
        return made | {what: make(workspace, EXPORT) for what, make in EXPORTS.items()}


def test_every_word_paper_meets_the_form(folder: Path) -> None:
    papers = {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}
    assert len(papers) == len(TEMPLATES) + len(EXPORTS)
    assert {name: broken for name, content in papers.items() if (broken := failing_rows(content))} == {}
    rows = {row for content in papers.values() for row in applying_rows(content)}
    assert rows >= {*(f"P{number}" for number in range(1, 13)), "C1a", "C1b", "C2b", "C3a", "C4", "C5a", "C5b", "C7a",
                    "C7b", "C8", "C9b", "C9c", "C15", "T2", "T3", "T4"}  # fmt: skip


def test_the_outline_of_every_paper_is_that_of_its_model(folder: Path, models: dict[str, OfficialDocument]) -> None:
    for stem, model in models.items():
        found = json.loads(_kimhoa("outline", folder / f"{stem}.docx", "--json"))
        assert found == json.loads(json.dumps(outline_json(model))), stem


@needs_pdftotext
def test_every_pdf_holds_its_fonts_and_its_words(folder: Path, models: dict[str, OfficialDocument]) -> None:
    for stem, model in models.items():
        path = folder / f"{stem}.pdf"
        content = path.read_bytes()
        assert content.count(b"/FontFile2") == content.count(b"/FontDescriptor ") > 0, stem
        words = " ".join(page.text for page in lay_out(model, Typesetter())).split()
        assert sorted(pdf_text(path).split()) == sorted(words), stem


def test_the_list_in_excel_has_everyone_of_the_list(folder: Path, models: dict[str, OfficialDocument]) -> None:
    book = openpyxl.load_workbook(folder / "registrations.xlsx")
    cells = {str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value}
    names = {cell for table in _tables(models["registrations"]) for row in table for cell in row if cell}
    assert len(names) > 60
    assert names <= cells


@pytest.mark.libreoffice
@needs_libreoffice[1]
@needs_pdftotext
def test_every_file_opens_in_libreoffice(folder: Path, tmp_path: Path) -> None:
    files = sorted([*folder.glob("*.docx"), *folder.glob("*.xlsx")])
    opened = laid_out(files, tmp_path)
    assert opened.keys() == {file.name for file in files}
    assert all("Độc lập - Tự do - Hạnh phúc" in pdf_text(path) for path in opened.values())


def _tables(document: OfficialDocument) -> list[list[tuple[str, ...]]]:
    blocks = [*document.blocks, *(block for _depth, section in document.walk_sections() for block in section.blocks)]
    return [[row.cells for row in block.rows] for block in blocks if hasattr(block, "rows")]
