"""Printing: the copies and their order, a sheet to try with; a PDF file stands for the printer."""

import re
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from kimhoa_app.domain.errors import Refused
from tests.documents.papers import sample_decision, sample_plan
from ui.printing.items import Page, PlacedRule
from ui.printing.layout import lay_out
from ui.printing.printer import print_pages, sheets_to_print
from ui.printing.trial import trial_pages
from ui.printing.typesetting import Typesetter
from ui.printing.units import from_mm

pytestmark = pytest.mark.usefixtures("qapp")

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


@pytest.mark.parametrize(("collated", "order"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_come_out_in_the_order_that_was_asked_for(
    printer: QPrinter, pages: tuple[Page, ...], collated: bool, order: list[int]
) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert sheets_to_print(pages[:2], printer) == [pages[number] for number in order]


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


def test_the_trial_page_is_one_page_with_rulers_and_every_kind_of_letter(printer: QPrinter) -> None:
    (page,) = trial_pages()
    assert "Ặ Ẩ Ễ Ộ Ợ Ự" in page.text
    upright = sorted(item.x for item in page.items if isinstance(item, PlacedRule) and item.upright)
    assert from_mm(10) in upright
    assert from_mm(200) in upright
    print_pages([page], printer, "Trang in thử")
    assert len(_PAGE.findall(_printed(printer))) == 1
