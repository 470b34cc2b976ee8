"""The pages break where those of the written .docx break in LibreOffice."""

from dataclasses import replace

import pytest

from kimhoa_app.documents.model import Appendix, Column, OfficialDocument, Orientation, Table
from tests.documents.libreoffice import IS_MISSING, pages_in_libreoffice
from tests.documents.papers import all_samples, people_rows, sample_decision, sample_plan
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.libreoffice,
    pytest.mark.skipif(IS_MISSING, reason="LibreOffice or pdftotext is not installed"),
]

COLUMNS = tuple(
    Column(heading, width)
    for heading, width in (("TT", 1), ("Họ và tên", 4), ("Chức vụ", 4), ("Đơn vị", 5), ("Thành tích", 6), ("Tiền", 3))
)


def _with_tables(document: OfficialDocument, people: int) -> OfficialDocument:
    """Return `document` with a table of people in its last section and in an upright and a wide appendix."""
    table = Table(COLUMNS, people_rows(people))
    *others, last = document.sections
    lists = tuple(
        Appendix(f"Phụ lục {label}", "Danh sách đề nghị khen thưởng", blocks=(table,), orientation=lies)
        for label, lies in (("I", Orientation.PORTRAIT), ("II", Orientation.LANDSCAPE))
    )
    last = replace(last, blocks=(*last.blocks, table))
    return replace(document, sections=(*others, last), appendices=lists)


LONG = {
    "2 pages": sample_decision(8),
    "5 pages": sample_plan(2),
    "7 pages with tables": _with_tables(sample_plan(), 6),
    "10 pages": sample_plan(5),
    "10 pages with tables": _with_tables(sample_plan(), 25),
    "20 pages": sample_plan(11),
    "20 pages with tables": _with_tables(sample_plan(6), 40),
}
PLANS = {f"plan {repeats}": sample_plan(repeats) for repeats in (4, 8)}
DOCUMENTS = {**all_samples(), **LONG, **PLANS}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Return the words of each page of each document, in order of the alphabet, as LibreOffice lays it out."""
    pages = pages_in_libreoffice(DOCUMENTS, tmp_path_factory.mktemp("pages"))
    return {name: [sorted(page.split()) for page in texts] for name, texts in pages.items()}


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_every_page_holds_the_same_words(printed: dict[str, list[list[str]]], name: str) -> None:
    assert _pages(DOCUMENTS[name]) == printed[name]


@pytest.mark.parametrize("name", sorted(LONG))
def test_long_documents_break_alike(printed: dict[str, list[list[str]]], name: str) -> None:
    """One break may differ: LibreOffice never parts the last paragraph from the signatures that it is kept with."""
    ours, theirs = _pages(LONG[name]), printed[name]
    assert len(ours) == len(theirs)
    assert abs(len(ours) - int(name.partition(" ")[0])) <= 2
    assert sum(one != other for one, other in zip(ours, theirs, strict=True)) in (0, 2)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_pages_are_as_many(printed: dict[str, list[list[str]]], name: str) -> None:
    assert abs(len(_pages(DOCUMENTS[name])) - len(printed[name])) <= 1


def _pages(document: OfficialDocument) -> list[list[str]]:
    return [sorted(page.text.split()) for page in lay_out(document, Typesetter())]
