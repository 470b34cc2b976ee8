"""Official documents on paper: the pages of the preview, sent to a printer that the clerk chooses."""

from collections.abc import Sequence

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from kimhoa_app.domain.errors import Refused
from ui.printing.items import Page
from ui.printing.painting import paint_page
from ui.printing.pdf import page_layout
from ui.printing.units import PER_INCH


def print_pages(pages: Sequence[Page], printer: QPrinter, title: str) -> None:
    """Print `pages`, as many copies as the printer is set to.

    Copies are the driver's work where it can make them. Raises Refused when the printer does not take the document.
    """
    printer.setDocName(title)
    printer.setFullPage(True)
    painter = QPainter()
    for number, page in enumerate(sheets_to_print(pages, printer)):
        printer.setPageLayout(_on_this_printer(printer, page))
        started = painter.begin(printer) if number == 0 else printer.newPage()
        if not started:
            raise Refused("Máy in không nhận văn bản. Kiểm tra máy in đã bật và còn giấy, rồi in lại.")
        paint_page(painter, page, scale=printer.resolution() / PER_INCH)
    painter.end()


def sheets_to_print(pages: Sequence[Page], printer: QPrinter) -> list[Page]:
    """Return the pages in the order they leave the printer: copy by copy or page by page, the last first if so set."""
    chosen = list(pages)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _copy in range(copies)]


def _on_this_printer(printer: QPrinter, page: Page) -> QPageLayout:
    layout = page_layout(page)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setMinimumMargins(printer.pageLayout().minimumMargins())
    return layout
