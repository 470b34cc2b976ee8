"""The PDF: fonts embedded, Vietnamese words selectable in order, sheets that lie as the document asks."""

import os
import re
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.documents.papers import all_samples, sample_decision, sample_plan
from tests.libreoffice import needs_pdftotext, pdf_text
from ui.printing.layout import lay_out
from ui.printing.pdf import make_pdf
from ui.printing.typesetting import Typesetter

pytestmark = pytest.mark.usefixtures("qapp")

_PAGE = re.compile(rb"/Type\s*/Page\b")
_MEDIA_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)")


def _read(pdf: bytes, tmp_path: Path) -> str:
    file = tmp_path / "van-ban.pdf"
    file.write_bytes(pdf)
    return pdf_text(file)


@pytest.mark.parametrize("name", sorted(all_samples()))
@needs_pdftotext
def test_the_words_of_the_pdf_are_those_of_the_pages_in_order(name: str, tmp_path: Path) -> None:
    document = all_samples()[name]
    text = _read(make_pdf(document), tmp_path)
    pages = lay_out(document, Typesetter())
    assert unicodedata.is_normalized("NFC", text)
    assert sorted(text.split()) == sorted(" ".join(page.text for page in pages).split())


@needs_pdftotext
def test_running_text_is_selected_in_reading_order(tmp_path: Path) -> None:
    plan = sample_plan(2)
    text = " ".join(_read(make_pdf(plan), tmp_path).split())
    at = 0
    for paragraph in plan.opening:
        words = " ".join(paragraph.text.split()).rstrip(". ")
        at = text.index(words, at)


def test_the_fonts_are_embedded() -> None:
    pdf = make_pdf(sample_plan())
    assert pdf.count(b"/FontFile2") >= 2
    assert pdf.count(b"/FontDescriptor ") == pdf.count(b"/FontFile2")


def test_a_landscape_appendix_lies_on_landscape_sheets() -> None:
    boxes = [(float(width), float(height)) for width, height in _MEDIA_BOX.findall(make_pdf(sample_decision(60)))]
    pages = lay_out(sample_decision(60), Typesetter())
    assert [width > height for width, height in boxes] == [page.width > page.height for page in pages]
    assert all({round(side) for side in box} == {595, 842} for box in boxes)


def test_the_title_is_in_the_file() -> None:
    assert b"/Title (" + b"\xfe\xff" + "KẾ HOẠCH".encode("utf-16-be") in make_pdf(sample_plan())


def test_a_pdf_is_made_where_there_is_no_display() -> None:
    script = (
        "from tests.documents.papers import sample_letter\n"
        "from ui.printing.pdf import page_maker\n"
        "import sys; sys.stdout.buffer.write(page_maker()(sample_letter()))\n"
    )
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    surroundings = {name: value for name, value in os.environ.items() if name not in hidden}
    made = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=surroundings)
    assert made.stdout.startswith(b"%PDF-")
    assert len(_PAGE.findall(made.stdout)) == 1


def test_pdfs_are_made_off_the_thread_of_the_window_while_it_lays_out_pages() -> None:
    papers = list(all_samples().values()) * 3
    alone = [len(_PAGE.findall(make_pdf(document))) for document in papers]
    with ThreadPoolExecutor(2) as others:
        made = others.map(make_pdf, papers)
        here = [len(lay_out(document, Typesetter())) for document in papers]
        there = [len(_PAGE.findall(pdf)) for pdf in made]
    assert alone == here == there
