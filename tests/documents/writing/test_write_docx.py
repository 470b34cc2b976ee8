import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from kimhoa_app.documents.model import (
    Appendix,
    Circulation,
    Column,
    DocumentKind,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Table,
    Urgency,
    plain,
)
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.text.normal import printable
from tests.documents.nd30 import applying_rows, assert_meets_nd30
from tests.documents.papers import (
    all_samples,
    sample_decision,
    sample_list,
    sample_minutes,
    sample_plan,
    sample_urgent_letter,
)

MOMENT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _words(content: bytes) -> str:
    body = docx.Document(BytesIO(content)).element.body
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(marks.get(part.tag) or part.text or "" for part in body.iter(qn("w:t"), *marks))


def test_the_same_paper_gives_the_same_parts() -> None:
    assert _parts(write_docx(sample_decision(), made_at=MOMENT)) == _parts(
        write_docx(sample_decision(), made_at=MOMENT)
    )


def test_the_file_names_its_title_the_office_and_nobody_else() -> None:
    properties = docx.Document(BytesIO(write_docx(sample_plan(), made_at=MOMENT))).core_properties
    assert properties.title.startswith("KẾ HOẠCH Phát động")
    assert properties.author == properties.last_modified_by == "ỦY BAN NHÂN DÂN XÃ KIM HOA"
    assert properties.created == properties.modified == MOMENT
    assert properties.language == "vi-VN"


def test_no_run_carries_formatting_of_its_own_but_bold_and_italic() -> None:
    allowed = {qn(f"w:{name}") for name in ("b", "bCs", "i", "iCs")}
    for document in all_samples().values():
        body = docx.Document(BytesIO(write_docx(document))).element.body
        direct = {child.tag for run in body.iter(qn("w:r")) if run.rPr is not None for child in run.rPr}
        assert direct <= allowed


def test_headings_are_those_of_words_navigation_pane() -> None:
    word = docx.Document(BytesIO(write_docx(sample_plan())))
    shown = [(p.style.name, p.text) for p in word.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert shown[:3] == [
        ("Heading 1", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("Heading 2", "1. Mục đích"),
        ("Heading 2", "2. Yêu cầu"),
    ]


def test_an_appendix_has_its_own_turned_section_with_pages_from_1() -> None:
    first, second = docx.Document(BytesIO(write_docx(sample_decision()))).sections
    assert first.page_width < first.page_height
    assert second.page_width > second.page_height
    assert second._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_two_signatures_stand_side_by_side_and_the_recipients_below() -> None:
    rows = docx.Document(BytesIO(write_docx(sample_minutes()))).tables[-1].rows
    assert [cell.text.split("\n")[0] for cell in rows[0].cells] == ["THƯ KÝ", "CHỦ TRÌ"]
    assert rows[1].cells[0].text.startswith("Nơi nhận:")


def test_a_list_has_no_number_line() -> None:
    assert "Số:" not in _words(write_docx(sample_list()))


@pytest.mark.parametrize("urgency", Urgency)
def test_each_degree_of_urgency_stands_in_a_box_of_its_size(urgency: Urgency) -> None:
    content = write_docx(sample_urgent_letter(urgency))
    assert "C11" in applying_rows(content)
    assert_meets_nd30(content)


def test_a_paper_without_a_letterhead_keeps_its_marks() -> None:
    document = OfficialDocument(DocumentKind.OTHER, urgency=Urgency.IMMEDIATE, circulation=Circulation.INTERNAL)
    assert _words(write_docx(document)) == "HỎA TỐCLƯU HÀNH NỘI BỘ"


def test_a_paper_without_an_address_has_no_foot() -> None:
    assert not [name for name in _parts(write_docx(sample_decision())) if "footer" in name]


def test_a_group_row_spans_the_table() -> None:
    table = docx.Document(BytesIO(write_docx(sample_decision(3)))).tables[-1]
    assert len(table.rows[1]._tr.tc_lst) == 1
    assert table.rows[1].cells[0].text == "I. CÁ NHÂN"


def test_a_row_with_more_cells_than_columns_loses_no_word() -> None:
    table = Table((Column("A", 1), Column("B", 0)), (Row(("một", "hai", "ba")), Row(("bốn",))))
    text = _words(write_docx(OfficialDocument(DocumentKind.REPORT, blocks=(table, table))))
    assert text.count("một") == 2
    assert text.count("hai ba") == 2


def test_an_empty_document_is_a_readable_file() -> None:
    assert _words(write_docx(OfficialDocument(DocumentKind.OTHER))) == ""


def test_breaks_and_tabs_are_words_own() -> None:
    content = write_docx(OfficialDocument(DocumentKind.OTHER, blocks=(plain("a\nb\tc\r\nd"),), end_mark=False))
    assert _words(content) == "a\nb\tc\nd"


HOSTILE = st.text(st.characters(), max_size=40) | st.sampled_from(["\ud800", "&<>]]>\"'", "\x00\x0b\x1f", "W" * 3000])


def _filled(text: str) -> OfficialDocument:
    table = Table((Column(text, 1), Column("B", 2)), (Row((text, text)), Row((text,), span=True)))
    return OfficialDocument(
        kind=DocumentKind.LETTER,
        letterhead=Letterhead((text,), text, text, superior=text, number=text),
        title=text,
        subject=text,
        addressees=(text, text),
        issuing_post=text,
        legal_bases=(text,),
        enacting=text,
        opening=(plain(text),),
        blocks=(Paragraph((Run(text, bold=True), Run(text))), table),
        sections=(Section(text, text, (table,), (Section(text, "", (table,)),)),),
        signatures=(Signature(text, text, (text,)),),
        recipients=(text,),
        appendices=(Appendix(text, text, text, (table,), text),),
        drafter_mark=text,
        contact_line=text,
    )


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_no_text_breaks_the_writing(text: str) -> None:
    assert "<w:" not in _words(write_docx(_filled(text)))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_the_words_of_a_paragraph_come_back_as_they_were(text: str) -> None:
    content = write_docx(OfficialDocument(DocumentKind.OTHER, blocks=(plain(text),), end_mark=False))
    assert _words(content) == printable(text)
