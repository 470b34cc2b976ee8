"""Printing: the pages as they will come out, beside the printer, the copies, the pages and the sides."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from ui import preferences, theme
from ui.dialogs.base import size_within
from ui.printing.items import Page
from ui.printing.layout import lay_out
from ui.printing.page_choice import chosen_pages
from ui.printing.pdf import document_title
from ui.printing.printer import print_pages
from ui.printing.trial import trial_pages
from ui.printing.typesetting import Typesetter
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.form import Form
from ui.widgets.labels import label
from ui.widgets.number_edit import NumberEdit
from ui.widgets.page_view import PageView

_SIZE: Final = (980, 680)
_MOST_COPIES: Final = 999
_NO_PRINTER: Final = "Máy tính này chưa cài máy in nào; hãy xuất PDF rồi in ở máy khác."
_BY_HAND: Final = "Máy in này không tự in hai mặt: in trang lẻ trước, lật giấy, rồi in trang chẵn."

MakePrinter = Callable[[str], QPrinter]


class Sides(Enum):
    """Which sides of the paper are printed."""

    ONE = "Một mặt"
    BOTH_LONG = "Hai mặt, lật theo cạnh dài"
    BOTH_SHORT = "Hai mặt, lật theo cạnh ngắn"
    ODD = "Chỉ trang lẻ"
    EVEN = "Chỉ trang chẵn"


_DUPLEX: Final = {
    Sides.BOTH_LONG: QPrinter.DuplexMode.DuplexLongSide,
    Sides.BOTH_SHORT: QPrinter.DuplexMode.DuplexShortSide,
}


class PrintDialog(QDialog):
    """Prints `document`; what the dialog shows is what comes out.

    `printers` are the names to choose from, by default those of this computer; `make_printer` gets one of them.
    """

    def __init__(
        self,
        document: OfficialDocument,
        parent: QWidget | None = None,
        *,
        printers: Sequence[str] | None = None,
        make_printer: MakePrinter | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("In văn bản")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = document_title(document)
        self._pages = lay_out(document, Typesetter())
        self._make_printer = make_printer or _printer
        self._set_printer: QPrinter | None = None
        self.printer = QComboBox()
        self.printer.addItems(list(QPrinterInfo.availablePrinterNames() if printers is None else printers))
        self.copies = NumberEdit(1, _MOST_COPIES)
        self.pages = QLineEdit()
        self.sides = QComboBox()
        self.form = Form()
        self.banner = Banner()
        self.preview = PageView()
        self.print_button = primary_button("In", self.print, icon="print")
        self.trial_button = plain_button("In trang thử", self.print_trial)
        self.more_button = plain_button("Thuộc tính máy in…", self._ask_system)
        self._fill()
        self._lay_out()
        self.preview.show_document(document)
        size_within(self, *_SIZE)

    def chosen(self) -> tuple[Page, ...]:
        """Return the pages that are to come out, in their order; raises InvalidInput as `chosen_pages`."""
        numbers = chosen_pages(self.pages.text(), len(self._pages))
        sides: Sides = self.sides.currentData()
        if sides in (Sides.ODD, Sides.EVEN):
            numbers = tuple(number for number in numbers if number % 2 == (sides is Sides.ODD))
        if not numbers:
            raise InvalidInput("pages", "Không có trang nào để in.")
        return tuple(self._pages[number - 1] for number in numbers)

    def print(self) -> None:
        """Print what was chosen and close; what goes wrong is said here and nothing is lost."""
        self.form.clear_errors()
        try:
            pages = self.chosen()
        except InvalidInput as error:
            self.form.show_error(error)
            return
        if self._send(pages, self._title):
            preferences.PRINT_SIDES.write(self.sides.currentData().name)
            self.accept()

    def print_trial(self) -> None:
        """Print the page to try the printer with; the dialog stays."""
        if self._send(trial_pages(), "Trang in thử"):
            self.banner.say("Đã gửi trang in thử tới máy in.", State.GOOD)

    def _fill(self) -> None:
        for sides in Sides:
            self.sides.addItem(sides.value, sides)
        self.sides.setCurrentIndex([each.name for each in Sides].index(_remembered().name))
        self.pages.setPlaceholderText("tất cả, hoặc ví dụ 1-3, 5")
        self.printer.setCurrentText(QPrinterInfo.defaultPrinterName())
        self.form.add("printer", "Máy in", self.printer)
        self.form.add("copies", "Số bản", self.copies)
        self.form.add("pages", f"Trang (1-{len(self._pages)})", self.pages)
        self.form.add("sides", "Mặt giấy", self.sides)
        self.printer.currentIndexChanged.connect(lambda _index: self._follow_printer())
        self.sides.currentIndexChanged.connect(lambda _index: self._warn())
        has_printer = self.printer.count() > 0
        for button in (self.print_button, self.trial_button, self.more_button):
            button.setEnabled(has_printer)
        if not has_printer:
            self.banner.say(_NO_PRINTER, State.ATTENTION)
        self._warn()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.form)
        side.addWidget(self.more_button)
        side.addWidget(self.trial_button)
        side.addStretch(1)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(290)
        panes = QHBoxLayout()
        panes.setSpacing(theme.CARD_GAP)
        panes.addWidget(holder)
        panes.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(self.print_button)
        self.print_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(label("In văn bản", "heading"))
        layout.addWidget(self.banner)
        layout.addLayout(panes, 1)
        layout.addLayout(buttons)

    def _follow_printer(self) -> None:
        self._set_printer = None
        self._warn()

    def _warn(self) -> None:
        """Say how to print both sides on a printer that cannot do it by itself."""
        wanted = _DUPLEX.get(self.sides.currentData())
        known = QPrinterInfo.printerInfo(self.printer.currentText()).supportedDuplexModes()
        by_hand = wanted is not None and bool(known) and wanted not in known
        self.form.field("sides").show_remark(_BY_HAND if by_hand else "")

    def _ask_system(self) -> None:
        """Let the system's own dialog set what only the driver knows: tray, quality, colour."""
        printer = self._readied()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("Thuộc tính máy in")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        dialog.accepted.connect(lambda: self._take(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # that of QPrintDialog wants a slot by its name

    def _take(self, printer: QPrinter) -> None:
        self.printer.setCurrentText(printer.printerName())
        self.copies.setValue(printer.copyCount())
        self._set_printer = printer

    def _readied(self) -> QPrinter:
        """Return the printer as the dialog asks for it."""
        printer = self._set_printer or self._make_printer(self.printer.currentText())
        printer.setCopyCount(self.copies.value())
        printer.setDuplex(_DUPLEX.get(self.sides.currentData(), QPrinter.DuplexMode.DuplexNone))
        return printer

    def _send(self, pages: Sequence[Page], title: str) -> bool:
        self.banner.clear()
        try:
            print_pages(pages, self._readied(), title)
        except KimHoaError as error:
            self.banner.say(error.message)
            return False
        return True


def print_document(document: OfficialDocument, parent: QWidget) -> PrintDialog:
    """Open the dialog that prints `document`."""
    dialog = PrintDialog(document, parent)
    dialog.open()
    return dialog


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return printer


def _remembered() -> Sides:
    return Sides.__members__.get(preferences.PRINT_SIDES.read(), Sides.ONE)
