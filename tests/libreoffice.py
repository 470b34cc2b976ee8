"""LibreOffice as a witness: it opens what was written and lays it out; many files in one call, as its start is slow."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
needs_libreoffice = (
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
)
needs_pdftotext = pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")


def laid_out(sources: Sequence[Path], folder: Path) -> dict[str, Path]:
    """Return, by the name of its source, the PDF that LibreOffice makes in `folder` of each file it can open."""
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    for ending in sorted({source.suffix for source in sources}):  # of two files of one stem it would keep one PDF
        files = [str(source) for source in sources if source.suffix == ending]
        command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / ending), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    made = {source.name: folder / source.suffix / f"{source.stem}.pdf" for source in sources}
    return {name: path for name, path in made.items() if path.exists()}


def saved_as(source: Path, folder: Path, ending: str) -> Path:
    """Return the file that LibreOffice makes in `folder` of a spreadsheet, in the kind that `ending` names."""
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{source.stem}.{ending}"


def pdf_text(path: Path) -> str:
    """Return the words of a PDF in reading order, pages apart by form feeds."""
    command = [str(PDFTOTEXT), "-raw", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
