"""Taking a paper out of the program: saved as a file where the clerk wants it, or printed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.services import exports
from ui.dialogs.file_choice import ask_where
from ui.dialogs.printing import print_document
from ui.pages.base import Page
from ui.printing.pdf import make_pdf

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to take out: how it is made, and the name of its file without the ending.

    `wrote` hears, off the UI thread, what has been written and where.
    """

    make: Callable[["Workspace"], OfficialDocument]
    file_name: str
    wrote: Callable[["Workspace", OfficialDocument, Path], object] = lambda *_what: None


def save_paper(page: Page, paper: Paper, ending: str) -> None:
    """Ask where to, write `paper` there off the UI thread as .xlsx, .docx or .pdf, and offer to open what was written.

    What goes wrong is said at the head of `page`.
    """
    ask_where(page, f"{paper.file_name}{ending}", partial(write_paper, page, paper))


def write_paper(page: Page, paper: Paper, path: Path) -> None:
    """Write `paper` to `path` off the UI thread and offer to open the file or its folder."""
    context = page.context

    def work() -> None:
        document = paper.make(context.workspace)
        exports.write(document, path, make_pdf)
        paper.wrote(context.workspace, document, path)

    def done(_nothing: object) -> None:
        page.banner.clear()
        context.notify(
            f"Đã lưu “{path.name}”.",
            actions=(("Mở tệp", partial(open_outside, path)), ("Mở thư mục", partial(open_outside, path.parent))),
        )

    context.runner.submit(work, done=done, failed=page.fail)


def print_paper(page: Page, paper: Paper) -> None:
    """Make `paper` off the UI thread, then open the dialog that prints it; what goes wrong is said on `page`."""
    context = page.context

    def show(document: OfficialDocument) -> None:
        page.banner.clear()
        print_document(document, page)

    context.runner.submit(lambda: paper.make(context.workspace), done=show, failed=page.fail)


def open_outside(path: Path) -> None:
    """Open a file or a folder in the program that this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
