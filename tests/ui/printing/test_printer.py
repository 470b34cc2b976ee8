"""Printing: the range, the copies and their order, a sheet to try with; a PDF file stands for the printer."""

import re
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.errors import Refused
from tests.documents.papers import sample_decision, sample_plan
from ui.printing.items import Page
from ui.printing.layout import lay_out
from ui.printing.printer import print_dialog, print_pages, sheets_to_print, test_sheet
from ui.printing.typesetting import Typesetter

pytestmark = pytest.mark.usefixtures("qapp")
test_sheet.__test__ = False  # type: ignore[attr-defined]

_PAGE = re.compile(rb"/Type\s*/Page\b")
_MEDIA_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)")


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    return printer


@pytest.fixture
def pages() -> tuple[Page, ...]:
    return lay_out(sample_plan(), Typesetter())


def _printed(printer: QPrinter) -> bytes:
    return Path(printer.outputFileName()).read_bytes()


def test_all_pages_are_printed_when_no_range_is_chosen(printer: QPrinter, pages: tuple[Page, ...]) -> None:
    print_pages(pages, printer, "Kế hoạch")
    assert len(_PAGE.findall(_printed(printer))) == len(pages) > 2


def test_a_range_prints_its_pages_alone(printer: QPrinter, pages: tuple[Page, ...]) -> None:
    printer.setFromTo(2, 3)
    assert sheets_to_print(pages, printer) == list(pages[1:3])


@pytest.mark.parametrize(("collated", "order"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_come_out_in_the_order_that_was_asked_for(
    printer: QPrinter, pages: tuple[Page, ...], collated: bool, order: list[int]
) -> None:
    printer.setFromTo(1, 2)
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert sheets_to_print(pages, printer) == [pages[number] for number in order]


def test_the_last_page_comes_first_when_asked(printer: QPrinter, pages: tuple[Page, ...]) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert sheets_to_print(pages, printer) == list(reversed(pages))


def test_a_landscape_appendix_is_printed_across(printer: QPrinter) -> None:
    pages = lay_out(sample_decision(30), Typesetter())
    print_pages(pages, printer, "Quyết định")
    boxes = [(float(width), float(height)) for width, height in _MEDIA_BOX.findall(_printed(printer))]
    assert [width > height for width, height in boxes] == [page.width > page.height for page in pages]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(tmp_path: Path, pages: tuple[Page, ...]) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "không có" / "in.pdf"))
    with pytest.raises(Refused, match="Máy in"):
        print_pages(pages, printer, "Kế hoạch")


def test_the_test_sheet_is_one_page(printer: QPrinter) -> None:
    assert len(lay_out(test_sheet(), Typesetter())) == 1


def test_the_dialog_offers_the_pages_of_the_document(qtbot: QtBot, printer: QPrinter) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = print_dialog(printer, 7, parent)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 7)
    assert dialog.windowTitle() == "In văn bản"
