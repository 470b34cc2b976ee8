from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from kimhoa_app.documents.model import Align
from kimhoa_app.documents.reading.effective import FormatResolver


def _reopened(document: docx.document.Document) -> docx.document.Document:
    stream = BytesIO()
    document.save(stream)
    return docx.Document(stream)


def test_a_theme_font_is_named_as_the_theme_names_it() -> None:
    document = docx.Document()
    paragraph = document.add_heading("Đầu đề", 1)
    assert FormatResolver.of(document).text(paragraph._p, paragraph.runs[0]._r).fonts[0] == "Calibri"


def test_direct_formatting_wins_over_the_style_and_the_style_over_its_base() -> None:
    document = docx.Document()
    base = document.styles.add_style("Gốc", WD_STYLE_TYPE.PARAGRAPH)
    base.font.size, base.font.name = Pt(12), "Arial"
    style = document.styles.add_style("Ngọn", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = base, Pt(13)
    paragraph = document.add_paragraph("một", style="Ngọn")
    resolver = FormatResolver.of(document)
    assert resolver.text(paragraph._p, paragraph.runs[0]._r).size == 13
    assert resolver.text(paragraph._p, paragraph.runs[0]._r).fonts[0] == "Arial"
    paragraph.runs[0].font.size = Pt(15)
    assert resolver.text(paragraph._p, paragraph.runs[0]._r).size == 15


def test_bold_in_a_character_style_turns_bold_of_the_paragraph_off() -> None:
    document = docx.Document()
    character = document.styles.add_style("Đậm", WD_STYLE_TYPE.CHARACTER)
    character.font.bold = True
    paragraph = document.add_paragraph(style="Heading 1")
    run = paragraph.add_run("x", style="Đậm")
    assert not FormatResolver.of(document).text(paragraph._p, run._r).bold
    run.bold = True
    assert FormatResolver.of(document).text(paragraph._p, run._r).bold


def test_paragraph_measures_come_through_in_mm_and_points() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("x")
    paragraph.paragraph_format.left_indent = Pt(72)
    paragraph.paragraph_format.first_line_indent = Pt(-36)
    paragraph.paragraph_format.line_spacing = 1.5
    form = FormatResolver.of(document).paragraph(paragraph._p)
    assert (form.left, form.first_line, form.lines, form.after) == (pytest.approx(25.4), pytest.approx(-12.7), 1.5, 10)
    assert form.align is Align.LEFT


def test_styles_based_on_each_other_in_a_circle_do_not_hang() -> None:
    document = docx.Document()
    one = document.styles.add_style("Một", WD_STYLE_TYPE.PARAGRAPH)
    two = document.styles.add_style("Hai", WD_STYLE_TYPE.PARAGRAPH)
    one.base_style, two.base_style = two, one
    one.font.italic = True
    paragraph = _reopened(document).add_paragraph("x", style="Hai")
    assert FormatResolver.of(paragraph.part.document).text(paragraph._p).italic
