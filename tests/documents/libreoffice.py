"""What LibreOffice makes of the files that the writer writes."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.writing import write_docx

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
IS_MISSING = SOFFICE is None or PDFTOTEXT is None


def pages_in_libreoffice(documents: Mapping[str, OfficialDocument], folder: Path) -> dict[str, list[str]]:
    """Return the text of each page of each document, as it stands on the page; works in the empty `folder`."""
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(write_docx(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {path.stem: _pages(path) for path in folder.glob("*.pdf")}


def _pages(path: Path) -> list[str]:
    command = [str(PDFTOTEXT), "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.split("\f")[:-1]
