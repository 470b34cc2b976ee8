"""LibreOffice as a witness: it opens what was written and lays it out; many files in one call, as its start is slow."""

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
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
    for ending in sorted({source.suffix for source in sources}):  # of two files of one stem it would keep one PDF
        _convert([source for source in sources if source.suffix == ending], folder / ending, "pdf")
    made = {source.name: folder / source.suffix / f"{source.stem}.pdf" for source in sources}
    return {name: path for name, path in made.items() if path.exists()}


def saved_as(source: Path, folder: Path, ending: str) -> Path:
    """Return the file that LibreOffice makes in `folder` of another one, in the kind that `ending` names."""
    _convert([source], folder, ending)
    return folder / f"{source.stem}.{ending}"


def _convert(sources: Sequence[Path], folder: Path, ending: str) -> None:
    files = [str(source) for source in sources]
    command = [str(SOFFICE), f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", ending]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=300)


@cache
def _profile() -> str:
    """Return the address of a profile for all calls of this process: making one takes longer than most calls."""
    folder = tempfile.mkdtemp(prefix="libreoffice-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder).resolve().as_uri()


def pdf_text(path: Path, order: str = "-raw") -> str:
    """Return the words of a PDF in reading order, or as they stand with "-layout", pages apart by form feeds."""
    command = [str(PDFTOTEXT), order, "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
