"""Official documents on paper: the pages of the preview, sent to a printer that the clerk chooses."""

from collections.abc import Sequence

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.model import Align, DocumentKind, OfficialDocument, Orientation, Paragraph, Run, plain
from kimhoa_app.domain.errors import Refused
from ui.printing.items import Page
from ui.printing.layout import lay_out
from ui.printing.painting import paint_page
from ui.printing.pdf import document_title, page_layout
from ui.printing.typesetting import Typesetter
from ui.printing.units import PER_INCH


def print_document(document: OfficialDocument, parent: QWidget) -> bool:
    """Ask for a printer, copies, range and sides, and print; False when the clerk thinks better of it.

    Raises Refused when the printer does not take the document.
    """
    pages = lay_out(document, Typesetter())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = print_dialog(printer, len(pages), parent)
    if not dialog.exec():
        return False
    print_pages(pages, printer, document_title(document))
    return True


def print_dialog(printer: QPrinter, page_count: int, parent: QWidget) -> QPrintDialog:
    """Return the system's print dialog, set for so many pages."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In văn bản")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    dialog.setMinMax(1, page_count)
    return dialog


def print_pages(pages: Sequence[Page], printer: QPrinter, title: str) -> None:
    """Print the pages that the printer was asked for, all of them when no range was chosen.

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
    """Return the pages in the order they leave the printer: the range, its copies, the last first if so asked."""
    first, last = printer.fromPage(), printer.toPage()
    chosen = list(pages[first - 1 : last]) if first else list(pages)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _copy in range(copies)]


def test_sheet() -> OfficialDocument:
    """Return one page that shows whether a printer keeps the letters, the margins and the drawn lines."""
    sheet = form_rules().sheet(Orientation.PORTRAIT)
    letters = "ă â đ ê ô ơ ư Ặ Ẩ Ễ Ộ Ợ Ự ỳ ỵ ỷ ỹ"
    return OfficialDocument(
        kind=DocumentKind.OTHER,
        title="TRANG IN THỬ",
        subject="Chữ tiếng Việt, lề giấy và đường kẻ",
        opening=(
            plain(f"Chữ đứng: {letters}."),
            plain(f"Chữ đậm: {letters}.", bold=True),
            plain(f"Chữ nghiêng: {letters}.", italic=True),
            plain(
                f"Lề trái {sheet.left:g} mm, lề phải {sheet.right:g} mm. Đo từ mép giấy đến chữ: nếu khác, tắt chế độ "
                "thu nhỏ cho vừa trang trong hộp thoại của máy in rồi in lại."
            ),
            Paragraph((Run("Đường kẻ dưới trích yếu phải liền nét và nằm giữa."),), Align.CENTER),
        ),
        end_mark=False,
    )


def _on_this_printer(printer: QPrinter, page: Page) -> QPageLayout:
    layout = page_layout(page)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setMinimumMargins(printer.pageLayout().minimumMargins())
    return layout
