"""How a Word file is set, against the rows of the form: our own papers are clean, and each spoiled row is found."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.checking.file_check import check_file
from kimhoa_app.documents.checking.findings import Finding, Severity
from kimhoa_app.documents.checking.form import body, fonts, page, unformatted
from kimhoa_app.documents.checking.form import styles as styles_of_parts
from kimhoa_app.documents.writing import write_docx
from tests.documents.checking.whole_papers import PLAN, TODAY
from tests.documents.papers import all_samples, sample_decision, sample_plan
from tests.documents.reading import messy

FORM_OF_FILES = {rule.id for module in (body, fonts, page, styles_of_parts, unformatted) for rule in module.RULES}
PLAN_FILE = write_docx(sample_plan(3), made_at=datetime(2026, 1, 1))


def checked(tmp_path: Path, content: bytes) -> list[Finding]:
    file = tmp_path / "a.docx"
    file.write_bytes(content)
    return list(check_file(file, TODAY).findings)


def spoiled(tmp_path: Path, rule: str, spoil: Callable[[Document], None]) -> list[Finding]:
    """Return what the rule of that id finds in our own plan once it is spoiled."""
    word = docx.Document(BytesIO(PLAN_FILE))
    spoil(word)
    stream = BytesIO()
    word.save(stream)
    return [each for each in checked(tmp_path, stream.getvalue()) if each.rule == rule]


@pytest.mark.parametrize("name", all_samples())
def test_a_paper_that_the_writer_made_is_clean(name: str, tmp_path: Path) -> None:
    found = checked(tmp_path, write_docx(all_samples()[name]))
    assert [each for each in found if each.severity is not Severity.INFO] == []
    assert [each.rule for each in found if each.rule not in ("section-single",)] == []


def _letter_size(word: Document) -> None:
    word.sections[0].page_width, word.sections[0].page_height = Mm(216), Mm(279)


def _narrow_margins(word: Document) -> None:
    word.sections[0].left_margin = Mm(20)


def _arial(word: Document) -> None:
    fonts = word.styles[styles.BODY].element.rPr.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), "Arial")


def _legacy_font(word: Document) -> None:
    paragraph = next(each for each in word.paragraphs if each.style.name == styles.BODY)
    paragraph.add_run(" NguyÔn V¨n An").font.name = ".VnTime"


def _blue(word: Document) -> None:
    next(each for each in word.paragraphs if each.style.name == styles.BODY).runs[0].font.color.rgb = RGBColor(
        0, 0, 255
    )


def _small_body(word: Document) -> None:
    word.styles[styles.BODY].font.size = Pt(12)


def _left(word: Document) -> None:
    word.styles[styles.BODY].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for paragraph in word.paragraphs:
        if paragraph.style.name == styles.BODY:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _no_indent(word: Document) -> None:
    word.styles[styles.BODY].paragraph_format.first_line_indent = Mm(0)


def _double_spaced(word: Document) -> None:
    word.styles[styles.BODY].paragraph_format.line_spacing = 2.0


def _close_paragraphs(word: Document) -> None:
    for name in (styles.BODY, *styles.HEADINGS, styles.CLOSING):
        word.styles[name].paragraph_format.space_before = Pt(0)


def _plain_title(word: Document) -> None:
    word.styles[styles.TITLE].font.bold = False


def _plain_nation(word: Document) -> None:
    word.styles[styles.NATIONAL_NAME].font.bold = False


def _underlined_motto(word: Document) -> None:
    word.styles[styles.MOTTO].font.underline = True


def _small_signer(word: Document) -> None:
    word.styles[styles.SIGNER].font.size = Pt(11)


def _large_recipients(word: Document) -> None:
    word.styles[styles.RECIPIENT].font.size = Pt(14)


def _large_table(word: Document) -> None:
    word.styles[styles.TABLE_TEXT].font.size = Pt(16)


def _number_below(word: Document) -> None:
    section = word.sections[0]
    for paragraph in section.header.paragraphs:
        section.footer._element.append(paragraph._p)


def _no_number(word: Document) -> None:
    for paragraph in word.sections[0].header.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)


def _number_on_page_one(word: Document) -> None:
    word.sections[0].different_first_page_header_footer = False


def _no_rules(word: Document) -> None:
    for border in list(word.element.body.iter(qn("w:pBdr"))) + list(word.styles.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _typed_rule(word: Document) -> None:
    title = next(each for each in word.paragraphs if each.style.name == styles.TITLE)
    title.insert_paragraph_before("___________")


def _roman_pages(word: Document) -> None:
    properties = word.sections[0]._sectPr
    counting = properties.find(qn("w:pgNumType"))
    if counting is None:
        counting = OxmlElement("w:pgNumType")
        properties.append(counting)
    counting.set(qn("w:fmt"), "lowerRoman")


@pytest.mark.parametrize(
    ("rule", "spoil", "said"),
    [
        ("page-size", _letter_size, "216 x 279 mm"),
        ("page-margins", _narrow_margins, "20 mm (phải 30 - 35 mm)"),
        ("page-number", _number_below, "lề dưới"),
        ("page-number", _no_number, "chưa đánh số trang"),
        ("page-number", _number_on_page_one, "trang đầu"),
        ("page-number", _roman_pages, "Ả Rập"),
        ("font", _arial, "Arial"),
        ("font-legacy", _legacy_font, ".VnTime"),
        ("text-color", _blue, "màu đen"),
        ("body-size", _small_body, "12"),
        ("body-align", _left, "canh đều"),
        ("body-indent", _no_indent, "1,27 cm"),
        ("line-spacing", _double_spaced, "1,5 dòng"),
        ("paragraph-spacing", _close_paragraphs, "6 pt"),
        ("title-style", _plain_title, "Tên loại văn bản chưa in đậm"),
        ("head-style", _plain_nation, "Quốc hiệu chưa in đậm"),
        ("head-style", _underlined_motto, "gạch chân"),
        ("signature-style", _small_signer, "cỡ 11 (phải 13 - 14)"),
        ("recipients-style", _large_recipients, "cỡ 14 (phải 11)"),
        ("table-size", _large_table, "cỡ 16 (phải 11 - 13)"),
        ("rule-missing", _no_rules, "tiêu ngữ"),
        ("rule-typed", _typed_rule, "___"),
    ],
)
def test_a_spoiled_row_is_told_once(rule: str, spoil: Callable[[Document], None], said: str, tmp_path: Path) -> None:
    (finding,) = spoiled(tmp_path, rule, spoil)
    assert said in finding.message


def test_legal_bases_are_in_italics(tmp_path: Path) -> None:
    word = docx.Document(BytesIO(write_docx(sample_decision(3))))
    word.styles[styles.LEGAL_BASIS].font.italic = False
    stream = BytesIO()
    word.save(stream)
    (finding,) = [each for each in checked(tmp_path, stream.getvalue()) if each.rule == "legal-basis-style"]
    assert "chưa in nghiêng" in finding.message


def test_a_turned_sheet_has_room_for_binding(tmp_path: Path) -> None:
    word = docx.Document(BytesIO(write_docx(sample_decision(3))))
    turned = word.sections[-1]
    turned.top_margin = turned.left_margin = Mm(15)
    stream = BytesIO()
    word.save(stream)
    (finding,) = [each for each in checked(tmp_path, stream.getvalue()) if each.rule == "page-turned"]
    assert "15 và 15 mm" in finding.message


def test_a_margin_that_is_a_little_off_is_only_worth_a_look(tmp_path: Path) -> None:
    def slightly(word: Document) -> None:
        word.sections[0].left_margin = Mm(28)

    (finding,) = spoiled(tmp_path, "page-margins", slightly)
    assert finding.severity is Severity.INFO


def test_pasted_text_in_a_word_file_is_one_warning(tmp_path: Path) -> None:
    word = docx.Document()
    for line in PLAN.splitlines():
        word.add_paragraph(line)
    stream = BytesIO()
    word.save(stream)
    found = checked(tmp_path, stream.getvalue())
    assert [each.rule for each in found if each.severity is not Severity.INFO] == ["file-unformatted"]


@pytest.mark.parametrize("make", [messy.directive, messy.ward_plan, messy.minutes])
def test_an_ordinary_file_is_not_buried(make: Callable[[], bytes], tmp_path: Path) -> None:
    rules = [each.rule for each in checked(tmp_path, make()) if each.rule in FORM_OF_FILES]
    assert len(rules) == len(set(rules)) <= 10
