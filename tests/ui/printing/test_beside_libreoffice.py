"""The pages break where those of the written .docx break in LibreOffice."""

import pytest

from tests.documents.libreoffice import IS_MISSING, pages_in_libreoffice
from tests.documents.papers import all_samples
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.libreoffice,
    pytest.mark.skipif(IS_MISSING, reason="LibreOffice or pdftotext is not installed"),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Return the words of each page of each sample, in order of the alphabet, as LibreOffice lays it out."""
    pages = pages_in_libreoffice(all_samples(), tmp_path_factory.mktemp("pages"))
    return {name: [sorted(page.split()) for page in texts] for name, texts in pages.items()}


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_every_page_holds_the_same_words(printed: dict[str, list[list[str]]], name: str) -> None:
    pages = lay_out(all_samples()[name], Typesetter())
    assert [sorted(page.text.split()) for page in pages] == printed[name]
