"""The print dialog as a clerk uses it; PDF files stand for printers."""

import re
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.documents.papers import sample_plan
from ui.dialogs.printing import PrintDialog, Sides

_PAGE = re.compile(rb"/Type\s*/Page\b")


class Printer(QPrinter):
    """A printer that says how it was set; one that prints into a file forgets its sides."""

    sides = QPrinter.DuplexMode.DuplexNone

    @override
    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


class Office:
    """A printer for each name, which prints into a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[Printer] = []

    def printer(self, name: str) -> QPrinter:
        printer = Printer(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / f"{name}.pdf"))
        self.made.append(printer)
        return printer

    def pages(self, name: str) -> int:
        return len(_PAGE.findall((self.folder / f"{name}.pdf").read_bytes()))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def dialog(office: Office, parent: QWidget) -> PrintDialog:
    made = PrintDialog(sample_plan(), parent, printers=["Canon", "HP"], make_printer=office.printer)
    made.open()
    return made


def test_everything_is_printed_as_the_preview_shows_it(dialog: PrintDialog, office: Office) -> None:
    count = dialog.preview.page_count
    dialog.print_button.click()
    assert office.pages("Canon") == count > 2
    assert not dialog.isVisible()


def test_some_pages_are_printed_on_the_chosen_printer(dialog: PrintDialog, office: Office) -> None:
    dialog.printer.setCurrentText("HP")
    dialog.pages.setText("2-3")
    dialog.print_button.click()
    assert office.pages("HP") == 2


def test_pages_that_are_not_there_are_told_at_their_field(dialog: PrintDialog, office: Office) -> None:
    dialog.pages.setText("99")
    dialog.print_button.click()
    assert dialog.isVisible()
    assert office.made == []


def test_copies_and_both_sides_reach_the_printer(dialog: PrintDialog, office: Office) -> None:
    dialog.form.fill({"copies": 3, "sides": Sides.BOTH_LONG})
    dialog.print_button.click()
    assert office.made[0].copyCount() == 3
    assert office.made[0].sides is QPrinter.DuplexMode.DuplexLongSide


def test_odd_and_even_pages_are_for_a_printer_that_cannot_turn_the_sheet(dialog: PrintDialog) -> None:
    count = dialog.preview.page_count
    dialog.form.fill({"sides": Sides.ODD})
    odd = dialog.chosen()
    dialog.form.fill({"sides": Sides.EVEN})
    assert len(odd) + len(dialog.chosen()) == count
    assert len(odd) == (count + 1) // 2


def test_the_sides_are_remembered_for_the_next_paper(dialog: PrintDialog, office: Office, parent: QWidget) -> None:
    dialog.form.fill({"sides": Sides.BOTH_LONG})
    dialog.print_button.click()
    again = PrintDialog(sample_plan(), parent, printers=["HP"], make_printer=office.printer)
    assert again.sides.currentData() is Sides.BOTH_LONG


def test_a_trial_page_is_printed_and_the_dialog_stays(dialog: PrintDialog, office: Office) -> None:
    dialog.trial_button.click()
    assert office.pages("Canon") == 1
    assert dialog.isVisible()
    assert "trang in thử" in dialog.banner.text


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_and_the_dialog_stays(parent: QWidget, tmp_path: Path) -> None:
    gone = Office(tmp_path / "không có")
    dialog = PrintDialog(sample_plan(), parent, printers=["HP"], make_printer=gone.printer)
    dialog.open()
    dialog.print_button.click()
    assert "Máy in không nhận" in dialog.banner.text
    assert dialog.isVisible()


def test_without_a_printer_the_dialog_says_what_to_do(parent: QWidget) -> None:
    dialog = PrintDialog(sample_plan(), parent, printers=[])
    assert not dialog.print_button.isEnabled()
    assert "chưa cài máy in" in dialog.banner.text
