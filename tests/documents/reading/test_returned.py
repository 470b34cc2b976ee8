"""Written, changed in Word, read back: exactly the change comes back, and nothing that no file holds is lost."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from kimhoa_app.documents.comparing import RowChange, compare
from kimhoa_app.documents.model import Appendix, Column, DocumentKind, Orientation, Row, Table
from kimhoa_app.documents.reading.beyond import beyond_the_model
from kimhoa_app.documents.reading.returned import returned
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.errors import UnusableFile
from tests.documents.papers import all_samples, sample_plan

WIDE = Appendix(
    "Phụ lục",
    "DANH SÁCH ĐỀ NGHỊ",
    blocks=(Table((Column("TT", 10), Column("Họ và tên", 90)), (Row(("1", "Nguyễn Thị Ánh")),)),),
    orientation=Orientation.LANDSCAPE,
)
PLAN = replace(sample_plan(), appendices=(WIDE,), kind=DocumentKind.OTHER, year=2027)


def in_word(content: bytes, change: Callable[[Document], object]) -> bytes:
    file = docx.Document(BytesIO(content))
    change(file)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def typed(paragraph: WordParagraph, words: str) -> None:
    """Type `words` behind a paragraph's first run, as a person does."""
    run = next(each for each in paragraph.runs if each.text.strip())
    run.text += words


def long_paragraphs(file: Document) -> list[WordParagraph]:
    return [each for each in file.paragraphs if len(each.text) > 60 and len(each.runs) == 1]


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_a_file_that_nobody_changed_brings_nothing_back(name: str) -> None:
    document = all_samples()[name]
    came = returned(document, write_docx(document), "a.docx")
    assert not came.is_changed
    assert came.document == document


def test_what_no_file_holds_survives_an_edit() -> None:
    content = in_word(write_docx(PLAN), lambda file: typed(long_paragraphs(file)[0], " Thêm ở Word."))
    came = returned(PLAN, content, "a.docx").document
    assert (came.kind, came.year, came.appendices) == (PLAN.kind, PLAN.year, PLAN.appendices)
    assert came.sections == PLAN.sections
    assert came.letterhead == PLAN.letterhead


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_exactly_the_edits_of_paragraphs_come_back(data: st.DataObject) -> None:
    words = st.text("abc đêm Ổn 12,", min_size=1, max_size=20).map(lambda text: f" Z{' '.join(text.split())}z")
    count = len(long_paragraphs(docx.Document(BytesIO(write_docx(PLAN)))))
    edits = data.draw(st.dictionaries(st.integers(0, count - 1), words, min_size=1, max_size=4))

    def change(file: Document) -> None:
        paragraphs = long_paragraphs(file)
        for place, added in edits.items():
            run = paragraphs[place].runs[0]
            middle = run.text.index(" ", 10)
            run.text = run.text[:middle] + added + run.text[middle:]

    came = returned(PLAN, in_word(write_docx(PLAN), change), "a.docx").document
    rows = [row for row in compare(PLAN, came).rows if row.change is not RowChange.SAME]
    assert all(row.change is RowChange.CHANGED for row in rows)
    found = ["".join(run.text for run in row.right.runs if run.mark.value != "same") for row in rows if row.right]
    assert [each.strip() for each in found] == [edits[place].strip() for place in sorted(edits)]


def test_a_paragraph_put_in_and_one_taken_out_come_back() -> None:
    def change(file: Document) -> None:
        first, second, *_others = long_paragraphs(file)[2:]
        first.insert_paragraph_before("Một đoạn mới gõ trong Word.", style=first.style)
        second._element.getparent().remove(second._element)

    came = returned(PLAN, in_word(write_docx(PLAN), change), "a.docx").document
    changes = [row.change for row in compare(PLAN, came).rows if row.change is not RowChange.SAME]
    assert sorted(changes) == [RowChange.ADDED, RowChange.REMOVED]
    assert (came.kind, came.year) == (PLAN.kind, PLAN.year)


def test_a_cell_changed_in_word_comes_back_with_its_table() -> None:
    def change(file: Document) -> None:
        cell = next(cell for table in file.tables for cell in table._cells if cell.text == "Nguyễn Thị Ánh")
        cell.paragraphs[0].runs[0].text = "Nguyễn Thị Ẩn"

    came = returned(PLAN, in_word(write_docx(PLAN), change), "a.docx").document
    (appendix,) = came.appendices
    assert appendix.orientation is Orientation.LANDSCAPE
    (row,) = [row for row in compare(PLAN, came).rows if row.change is not RowChange.SAME]
    assert row.right is not None
    assert row.right.text == "1 │ Nguyễn Thị Ẩn"


def test_a_number_written_in_word_comes_back_as_the_number() -> None:
    def change(file: Document) -> None:
        line = next(p for t in file.tables for c in t._cells for p in c.paragraphs if p.text.startswith("Số:"))
        for run in line.runs[1:]:
            run.text = ""
        line.runs[0].text = "Số: 15/KH-UBND"

    head = returned(sample_plan(), in_word(write_docx(sample_plan()), change), "a.docx").document.letterhead
    assert head is not None
    assert (head.number, head.symbol, head.number_text) == ("15", "KH-UBND", "")


def test_what_the_model_cannot_hold_is_named() -> None:
    def change(file: Document) -> None:
        paragraph = long_paragraphs(file)[0]
        paragraph.runs[0].font.underline = True
        paragraph.runs[0].font.size = docx.shared.Pt(20)

    written = write_docx(PLAN)
    assert beyond_the_model(written, in_word(written, change), "a.docx") == ("gạch chân", "cỡ chữ riêng")
    assert beyond_the_model(written, in_word(written, lambda _file: None), "a.docx") == ()


def test_a_half_saved_file_is_told_in_a_sentence() -> None:
    content = write_docx(PLAN)
    with pytest.raises(UnusableFile, match="hỏng"):
        returned(PLAN, content[: len(content) // 2], "a.docx")


def test_a_file_emptied_in_word_is_a_document_still() -> None:
    def change(file: Document) -> None:
        for paragraph in file.paragraphs:
            paragraph._element.getparent().remove(paragraph._element)

    came = returned(PLAN, in_word(write_docx(PLAN), change), "a.docx").document
    assert (came.sections, came.kind, came.year) == ((), PLAN.kind, PLAN.year)
