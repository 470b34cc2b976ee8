"""Every row of the table holds in every sample, and a broken row is found by its check."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.writing import write_docx
from tests.documents.nd30 import CHECKS, applying_rows, assert_meets_nd30, check_row, failing_rows
from tests.documents.papers import all_samples, sample_minutes, sample_plan

WRITTEN = {name: write_docx(document) for name, document in all_samples().items()}


@pytest.mark.parametrize("row", CHECKS)
@pytest.mark.parametrize("name", WRITTEN)
def test_a_written_paper_meets_the_row(name: str, row: str) -> None:
    check_row(row, WRITTEN[name])


def test_every_row_is_met_by_a_paper_that_has_the_part() -> None:
    assert set().union(*map(applying_rows, WRITTEN.values())) == set(CHECKS)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_of_13_points_meets_the_form_too(name: str) -> None:
    assert_meets_nd30(write_docx(all_samples()[name], form_rules().with_body_size(13)))


def _styled(document: Document, name: str) -> list[Paragraph]:
    paragraphs = (Paragraph(element, document._body) for element in document.element.body.iter(qn("w:p")))
    return [paragraph for paragraph in paragraphs if paragraph.style is not None and paragraph.style.name == name]


def _size(name: str, points: float) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document.styles[name].font.size = Pt(points)

    return change


def _bold(name: str, on: bool) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for run in (run for paragraph in _styled(document, name) for run in paragraph.runs):
            run.bold = on

    return change


def _italic(name: str, on: bool) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document.styles[name].font.italic = on

    return change


def _underlined(name: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        _styled(document, name)[0].runs[0].underline = True

    return change


def _left(name: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        _styled(document, name)[0].alignment = WD_ALIGN_PARAGRAPH.LEFT

    return change


def _words(name: str, old: str, new: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        run = next(run for paragraph in _styled(document, name) for run in paragraph.runs if old in run.text)
        run.text = run.text.replace(old, new)

    return change


def _section(**changes: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for name, value in changes.items():
            setattr(document.sections[-1], name, value)

    return change


def _paragraph(name: str, **changes: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for field, value in changes.items():
            setattr(_styled(document, name)[-1].paragraph_format, field, value)

    return change


def _without(tag: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        roots = [document.element.body, document.styles.element]
        for element in [element for root in roots for element in root.iter(qn(tag))]:
            element.getparent().remove(element)

    return change


def _no_rule_after(name: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        rule = _styled(document, name)[-1]._p.getnext()
        rule.getparent().remove(rule)

    return change


def _number_on_page_1(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


def _number_at_the_foot(document: Document) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    for run in list(document.sections[0].header.paragraphs[0]._p):
        footer._p.append(run)


def _other_font_for_one_script(document: Document) -> None:
    _styled(document, styles.BODY)[0].runs[0].font.name = "Arial"


def _red(document: Document) -> None:
    document.styles[styles.SUBJECT].font.color.rgb = RGBColor(255, 0, 0)


def _theme_font(document: Document) -> None:
    fonts = OxmlElement("w:rFonts")
    fonts.set(qn("w:asciiTheme"), "minorHAnsi")
    _styled(document, styles.BODY)[0].runs[0]._r.get_or_add_rPr().insert(0, fonts)


def _motto_rule_too_short(document: Document) -> None:
    rule = next(p for p in _styled(document, styles.RULE) if p._p.getprevious().find(qn("w:r")) is not None)
    for paragraph in _styled(document, styles.RULE):
        paragraph.paragraph_format.left_indent = rule.paragraph_format.left_indent + Mm(5)
        paragraph.paragraph_format.right_indent = rule.paragraph_format.left_indent + Mm(5)


def _numbers_to_the_left(document: Document) -> None:
    for cell in document.tables[1].columns[-1].cells[1:]:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT


def _without_in_marks(tag: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for name in (styles.URGENCY, styles.CIRCULATION):
            table = next(_styled(document, name)[0]._p.iterancestors(qn("w:tbl")))
            for element in list(table.iter(qn(tag))):
                element.getparent().remove(element)

    return change


def _wider_mark(document: Document) -> None:
    cell = next(_styled(document, styles.URGENCY)[0]._p.iterancestors(qn("w:tc")))
    cell.width = Mm(50)


def _mark_above_the_number(document: Document) -> None:
    table = next(_styled(document, styles.URGENCY)[0]._p.iterancestors(qn("w:tbl")))
    _styled(document, styles.NUMBER)[0]._p.addprevious(table)


def _print_in_the_signing_space(document: Document) -> None:
    _styled(document, styles.SIGNER)[0].insert_paragraph_before("(Đã ký)", styles.RECIPIENT)


def _address_on_the_appendix(document: Document) -> None:
    document.sections[1].first_page_footer.is_linked_to_previous = True


def _address_on_every_page(document: Document) -> None:
    document.sections[0].footer.paragraphs[0].text = "Địa chỉ"


def _upright_list(document: Document) -> None:
    section = document.sections[-1]
    section.orientation = WD_ORIENT.PORTRAIT


def _repeat_the_national_name(document: Document) -> None:
    name = _styled(document, styles.NATIONAL_NAME)[0]._p
    copied = OxmlElement("w:p")
    copied.append(deepcopy(name.pPr))
    document.element.body.insert(1, copied)


BREAKS: list[tuple[str, str, Callable[[Document], None]]] = [
    ("P1", "plan", _section(page_width=Mm(148), page_height=Mm(210))),
    ("P2", "decision", _upright_list),
    ("P3", "plan", _section(top_margin=Mm(15))),
    ("P3", "plan", _section(bottom_margin=Mm(30))),
    ("P4", "plan", _section(left_margin=Mm(25))),
    ("P5", "plan", _section(right_margin=Mm(25))),
    ("P6", "plan", _other_font_for_one_script),
    ("P6", "plan", _theme_font),
    ("P6", "plan", _red),
    ("P7", "plan", _number_on_page_1),
    ("P7", "plan", _number_at_the_foot),
    ("P7", "plan", _size(styles.PAGE_NUMBER, 11)),
    ("P8", "decision", _without("w:pgNumType")),
    ("P9", "plan", _paragraph(styles.BODY, line_spacing=2.0)),
    ("P9", "plan", _paragraph(styles.BODY, line_spacing=Pt(15), line_spacing_rule=WD_LINE_SPACING.EXACTLY)),
    ("P10", "plan", _paragraph(styles.BODY, space_before=Pt(0))),
    ("P11", "plan", _paragraph(styles.BODY, first_line_indent=Mm(5))),
    ("P12", "plan", _left(styles.BODY)),
    ("C1a", "plan", _size(styles.NATIONAL_NAME, 14)),
    ("C1a", "plan", _words(styles.NATIONAL_NAME, "HÒA", "HOÀ")),
    ("C1b", "plan", _underlined(styles.MOTTO)),
    ("C1b", "plan", _words(styles.MOTTO, " - ", " – ")),
    ("C1b", "plan", _no_rule_after(styles.MOTTO)),
    ("C1b", "plan", _motto_rule_too_short),
    ("C2a", "minutes", _bold(styles.SUPERIOR, True)),
    ("C2b", "plan", _bold(styles.ISSUER, False)),
    ("C2b", "plan", _no_rule_after(styles.ISSUER)),
    ("C3a", "plan", _size(styles.NUMBER, 12)),
    ("C3b", "decision", _words(styles.NUMBER, "07/", "7/")),
    ("C3b", "decision", _words(styles.NUMBER, "QĐ-UBND", "QĐ - UBND")),
    ("C4", "plan", _italic(styles.PLACE_AND_DATE, False)),
    ("C4", "letter", _words(styles.PLACE_AND_DATE, "03", "3")),
    ("C5a", "plan", _size(styles.TITLE, 16)),
    ("C5b", "plan", _left(styles.SUBJECT)),
    ("C5b", "plan", _no_rule_after(styles.SUBJECT)),
    ("C5c", "letter", _size(styles.LETTER_SUBJECT, 14)),
    ("C5c", "letter", _words(styles.LETTER_SUBJECT, "V/v", "Về việc")),
    ("C6a", "decision", _italic(styles.LEGAL_BASIS, False)),
    ("C6a", "decision", _words(styles.LEGAL_BASIS, "xã.", "xã,")),
    ("C6b", "decision", _left(styles.ISSUING_POST)),
    ("C6c", "decision", _words(styles.ENACTING, ":", "")),
    ("C6d", "plan", _size(styles.BODY, 12)),
    ("C6d", "plan", _size(styles.CLOSING, 13)),
    ("C6e", "regulation", _left("Heading 1")),
    ("C6f", "regulation", _words("Heading 1", "QUY ĐỊNH CHUNG", "Quy định chung")),
    ("C6g", "regulation", _bold("Heading 2", False)),
    ("C6h", "decision", _bold(styles.BODY, False)),
    ("C6i", "regulation", _bold(styles.BODY, True)),
    ("C6k", "regulation", _bold(styles.BODY, True)),
    ("C6l", "plan", _words("Heading 1", "NỘI DUNG", "Nội dung")),
    ("C7a", "plan", _words(styles.AUTHORITY, "TM. ", "T/M ")),
    ("C7a", "plan", _bold(styles.AUTHORITY, False)),
    ("C7b", "plan", _italic(styles.SIGNER, True)),
    ("C7c", "plan", _paragraph(styles.SIGNER, space_before=Pt(12))),
    ("C7c", "plan", _paragraph(styles.CLOSING, keep_with_next=False)),
    ("C7c", "plan", _without("w:cantSplit")),
    ("C9a", "letter", _words(styles.ADDRESSEE, "thôn.", "thôn;")),
    ("C9a", "letter", _size(styles.ADDRESSEE, 12)),
    ("C9b", "plan", _italic(styles.RECIPIENTS_HEAD, False)),
    ("C9b", "plan", _underlined(styles.RECIPIENTS_HEAD)),
    ("C9c", "plan", _words(styles.RECIPIENT, "Lưu: VT", "Lưu VT")),
    ("C9c", "plan", _words(styles.RECIPIENT, ";", ",")),
    ("C9c", "plan", _size(styles.RECIPIENT, 12)),
    ("C10", "decision", _size(styles.APPENDIX_LABEL, 13)),
    ("C10b", "decision", _words(styles.APPENDIX_TITLE, "DANH SÁCH", "Danh sách")),
    ("C10c", "decision", _italic(styles.APPENDIX_REFERENCE, False)),
    ("C8", "plan", _paragraph(styles.SIGNER, space_before=Pt(12))),
    ("C8", "plan", _print_in_the_signing_space),
    ("C11", "urgent letter", _size(styles.URGENCY, 12)),
    ("C11", "urgent letter", _without("w:color")),
    ("C11", "urgent letter", _words(styles.URGENCY, "THƯỢNG ", "")),
    ("C11", "urgent letter", _wider_mark),
    ("C11", "urgent letter", _without_in_marks("w:tblBorders")),
    ("C11", "urgent letter", _mark_above_the_number),
    ("C12", "urgent letter", _bold(styles.CIRCULATION, False)),
    ("C12", "urgent letter", _left(styles.CIRCULATION)),
    ("C12", "urgent letter", _without_in_marks("w:tblBorders")),
    ("C13", "urgent letter", _size(styles.DRAFTER_MARK, 12)),
    ("C13", "urgent letter", _words(styles.DRAFTER_MARK, "NTH", "nth")),
    ("C14", "urgent letter", _size(styles.CONTACT_LINE, 13)),
    ("C14", "urgent letter", _without("w:pBdr")),
    ("C14", "urgent letter", _address_on_the_appendix),
    ("C14", "urgent letter", _address_on_every_page),
    ("C15", "plan", _words(styles.CLOSING, "./.", ".")),
    ("C15", "plan", _words(styles.CLOSING, "./.", " ./.")),
    ("T1", "decision", _words(styles.BODY, "kèm theo", "dưới đây")),
    ("T2", "decision", _repeat_the_national_name),
    ("T3", "decision", _section(top_margin=Mm(20))),
    ("T4", "minutes", _without("w:tblHeader")),
    ("T4", "minutes", _without("w:cantSplit")),
    ("T4", "minutes", _size(styles.TABLE_TEXT, 10)),
    ("T4", "minutes", _bold(styles.TABLE_HEAD, False)),
    ("T4", "minutes", _numbers_to_the_left),
    ("T5", "decision", _words(styles.CLOSING, "./.", "")),
]


@pytest.mark.parametrize(("row", "name", "change"), BREAKS, ids=[f"{row}-{n}" for n, (row, _, _) in enumerate(BREAKS)])
def test_a_broken_row_is_found(row: str, name: str, change: Callable[[Document], None]) -> None:
    document = docx.Document(BytesIO(WRITTEN[name]))
    change(document)
    stream = BytesIO()
    document.save(stream)
    assert row in failing_rows(stream.getvalue())


def test_every_row_has_a_break() -> None:
    assert {row for row, _, _ in BREAKS} == set(CHECKS)


def test_the_samples_are_unbroken_before_they_are_broken() -> None:
    assert failing_rows(write_docx(sample_plan())) == {}
    assert failing_rows(write_docx(sample_minutes())) == {}
