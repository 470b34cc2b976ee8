"""Official documents as PDF files: the same pages as on the screen, fonts embedded, text selectable."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from kimhoa_app.documents.model import OfficialDocument
from ui.printing.items import Page
from ui.printing.layout import lay_out
from ui.printing.painting import paint_page
from ui.printing.typesetting import Typesetter
from ui.printing.units import PER_INCH

PageMaker = Callable[[OfficialDocument], bytes]

_PRODUCER = "Kim Hoa"
_WITHOUT_A_SCREEN = ["kimhoa", "-platform", "offscreen"]


def make_pdf(document: OfficialDocument) -> bytes:
    """Return `document` as a PDF, A4, each page lying as its part of the document does; needs a QGuiApplication."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write_pdf(lay_out(document, Typesetter()), buffer, document_title(document))
    buffer.close()
    return bytes(content.data())


def write_pdf(pages: Sequence[Page], device: QIODevice, title: str) -> None:
    """Write `pages` as a PDF to the open `device`."""
    writer = QPdfWriter(device)
    writer.setResolution(PER_INCH)
    writer.setTitle(title)
    writer.setCreator(_PRODUCER)
    painter = QPainter()
    for number, page in enumerate(pages):
        writer.setPageLayout(page_layout(page))
        if number == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        paint_page(painter, page, scale=1)
    painter.end()


def page_layout(page: Page) -> QPageLayout:
    """Return how Qt is to lay the sheet of `page`: A4 with no margins of its own."""
    lies = QPageLayout.Orientation.Landscape if page.width > page.height else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lies, QMarginsF(0, 0, 0, 0))


def document_title(document: OfficialDocument) -> str:
    """Return what a PDF reader or the print queue shows as the name of the document."""
    return " ".join(f"{document.title} {document.subject}".split())


def page_maker() -> PageMaker:
    """Return `make_pdf` with a Qt application behind it, made here where none runs; it needs no display."""
    return partial(_make_within, QGuiApplication.instance() or _application_without_a_screen())


def _make_within(_application: QCoreApplication, document: OfficialDocument) -> bytes:
    """Return the PDF of `document`, made while the application lives."""
    return make_pdf(document)


def _application_without_a_screen() -> QGuiApplication:
    """Return an application that draws on no screen; on Windows the usual one, which never lacks a display."""
    if sys.platform == "win32" or os.environ.get("QT_QPA_PLATFORM"):
        return QGuiApplication(_WITHOUT_A_SCREEN[:1])
    return QGuiApplication(_WITHOUT_A_SCREEN)
