"""What LibreOffice makes of the files that the writer writes."""

from collections.abc import Mapping
from pathlib import Path

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.writing import write_docx
from tests.libreoffice import PDFTOTEXT, SOFFICE, laid_out, pdf_text

IS_MISSING = SOFFICE is None or PDFTOTEXT is None


def pages_in_libreoffice(documents: Mapping[str, OfficialDocument], folder: Path) -> dict[str, list[str]]:
    """Return the text of each page of each document, as it stands on the page; works in the empty `folder`."""
    files = [folder / f"{name}.docx" for name in documents]
    for file, document in zip(files, documents.values(), strict=True):
        file.write_bytes(write_docx(document))
    made = laid_out(files, folder)
    return {Path(name).stem: pdf_text(path, "-layout").split("\f")[:-1] for name, path in made.items()}
