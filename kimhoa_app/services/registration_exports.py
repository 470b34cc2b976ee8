"""What goes upward of a year's registration, written in one step: the list in Word and Excel, with its letter."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import Final

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.documents import draft
from kimhoa_app.services.exports import PageMaker, write
from kimhoa_app.services.workspace import Workspace


class ListForm(StrEnum):
    """The forms in which the list goes upward, by their templates."""

    BY_SUBJECT = "danh-sach-dang-ky"
    BY_UNIT = "ho-so-dang-ky"


class Cover(StrEnum):
    """The letter that goes with the list, by its template."""

    NONE = ""
    LETTER = "cong-van-gui-dang-ky"
    SUBMISSION = "to-trinh-dang-ky"


_FILE_NAMES: Final = {
    ListForm.BY_SUBJECT: "Danh sach dang ky thi dua",
    ListForm.BY_UNIT: "Ho so dang ky thi dua",
    Cover.LETTER: "Cong van gui dang ky thi dua",
    Cover.SUBMISSION: "To trinh dang ky thi dua",
}


def outcomes_document(workspace: Workspace, year: int) -> OfficialDocument:
    """Return the table of what was registered in `year` against what came of it; raises as `documents.draft`."""
    return draft(workspace, "ket-qua-dang-ky", year, {})


def write_registrations(
    workspace: Workspace,
    year: int,
    folder: Path,
    make_pdf: PageMaker,
    *,
    form: ListForm = ListForm.BY_SUBJECT,
    endings: Collection[str] = (".docx", ".xlsx"),
    cover: Cover = Cover.NONE,
) -> list[Path]:
    """Write the list in `form` into `folder`, once for each of `endings`, and the `cover` in Word; return the files.

    Everything is made before the first file is written. Raises InvalidInput for `endings` when there is nothing to
    write, else as `exports.registrations_document` and `exports.write`.
    """
    papers: list[tuple[OfficialDocument, Path]] = []
    if endings:
        listed = draft(workspace, form.value, year, {})
        papers += [(listed, folder / f"{_FILE_NAMES[form]} {year}{ending}") for ending in endings]
    if cover is not Cover.NONE:
        letter = draft(workspace, cover.value, year, {})
        papers.append((letter, folder / f"{_FILE_NAMES[cover]} {year}.docx"))
    if not papers:
        raise InvalidInput("endings", "Chọn ít nhất một tệp để xuất.")
    for document, path in papers:
        write(document, path, make_pdf)
    return [path for _document, path in papers]
