"""The pages break where those of the written .docx break in LibreOffice."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kimhoa_app.documents.writing import write_docx
from tests.documents.papers import all_samples
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice or pdftotext is not installed"),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Return the words of each page of each sample, in order of the alphabet, as LibreOffice lays it out."""
    folder = tmp_path_factory.mktemp("pages")
    for name, document in all_samples().items():
        (folder / f"{name}.docx").write_bytes(write_docx(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {path.stem: _pages(path) for path in folder.glob("*.pdf")}


def _pages(path: Path) -> list[list[str]]:
    command = [str(PDFTOTEXT), str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    return [sorted(page.split()) for page in text.split("\f")[:-1]]


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_every_page_holds_the_same_words(printed: dict[str, list[list[str]]], name: str) -> None:
    pages = lay_out(all_samples()[name], Typesetter())
    assert [sorted(page.text.split()) for page in pages] == printed[name]
