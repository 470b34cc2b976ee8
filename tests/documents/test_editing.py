from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.editing import (
    blocks_text,
    section_at,
    section_text,
    typed_blocks,
    with_number,
    with_typed_section,
)
from kimhoa_app.documents.model import (
    Align,
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    plain,
)

TABLE = Table(
    (Column("TT", 1, Align.CENTER), Column("Việc | phần [a]", 9.5)),
    (Row(("I. NHÓM",), bold=True, span=True), Row(("1", "a | b")), Row(("", "Cộng"), bold=True)),
)
SECTIONS = (
    Section(
        "I.", "MỤC ĐÍCH", (plain("- Một."), TABLE), (Section("1.", "Yêu cầu", (plain("Hai."),)), Section("2.", ""))
    ),
    Section("II.", "NỘI DUNG", (Paragraph((Run("Ba "), Run("bốn", bold=True), Run(" năm", italic=True))),)),
)
DOCUMENT = OfficialDocument(DocumentKind.PLAN, sections=SECTIONS)


def typed(document: OfficialDocument, path: tuple[int, ...], text: str) -> OfficialDocument:
    """Return the document with a section as typed, which nothing is wrong with."""
    made, complaint = with_typed_section(document, path, text)
    assert complaint == ""
    return made


@pytest.mark.parametrize("path", [(0,), (0, 0), (0, 1), (1,)])
def test_a_section_read_back_unchanged_leaves_the_document_as_it_was(path: tuple[int, ...]) -> None:
    text = section_text(section_at(DOCUMENT, path), len(path) - 1)
    again = typed(DOCUMENT, path, text)
    assert section_text(section_at(again, path), len(path) - 1) == text
    assert [(d, s.label, s.heading) for d, s in again.walk_sections()] == [
        (d, s.label, s.heading) for d, s in DOCUMENT.walk_sections()
    ]
    assert again.sections[0].blocks[1] == TABLE


def test_editing_one_section_leaves_the_others_alone() -> None:
    edited = typed(DOCUMENT, (0, 0), "## 1. Yêu cầu mới\nSửa **đậm**.\n## 1a. Thêm\nMột đoạn.")
    assert [section.heading for section in edited.sections[0].children] == ["Yêu cầu mới", "1a. Thêm", ""]
    assert edited.sections[1] == SECTIONS[1]


def test_an_empty_text_removes_the_section() -> None:
    assert typed(DOCUMENT, (0,), " \n").sections == SECTIONS[1:]


@pytest.mark.parametrize("text", ["Không có đề mục", "## 1. Quá sâu", "# I. A\n@lạ: x", "# I. A\n| ô |"])
def test_a_text_that_is_no_markup_is_told(text: str) -> None:
    assert with_typed_section(DOCUMENT, (0,), text)[1]


@given(st.text(st.sampled_from("ab *\\#@|[]-{}.:"), max_size=20), st.booleans(), st.booleans())
def test_any_words_survive_editing(words: str, bold: bool, italic: bool) -> None:
    runs = (Run("x"), Run(words, bold, italic), Run("y"))
    section = Section("I.", "A", (Paragraph(runs),))
    document = OfficialDocument(DocumentKind.PLAN, sections=(section,))
    (block,) = typed(document, (0,), section_text(section)).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.text == f"x{words}y"
    styled = [(char, run.bold, run.italic) for run in block.runs for char in run.text if char != " "]
    assert styled == [(char, run.bold, run.italic) for run in runs for char in run.text if char != " "]


def test_a_line_that_begins_with_a_sign_stays_text() -> None:
    section = Section(
        "I.", "A", (plain("# không phải đề mục"), plain("@bảng: không phải bảng"), plain("| không phải ô"))
    )
    document = OfficialDocument(DocumentKind.PLAN, sections=(section,))
    assert typed(document, (0,), section_text(section)).sections == (section,)


def test_a_line_that_is_no_markup_is_kept_as_text_while_it_is_typed() -> None:
    kept, complaint = with_typed_section(DOCUMENT, (1,), "# II. NỘI DUNG\n@bản\n#### Sâu\nChữ.")
    assert complaint.startswith("Dòng 2")
    section = kept.sections[1]
    assert [block.text for block in section.blocks if isinstance(block, Paragraph)] == ["@bản", "#### Sâu", "Chữ."]
    assert typed(kept, (1,), section_text(section)).sections[1] == section


def test_text_above_the_first_heading_is_kept_while_it_is_typed() -> None:
    kept, complaint = with_typed_section(DOCUMENT, (1,), "Chữ đầu.\n# II. NỘI DUNG")
    assert "đề mục" in complaint
    assert [section.label for section in kept.sections] == ["I.", "", "II."]
    assert with_typed_section(DOCUMENT, (1,), "# II. NỘI DUNG\nChữ.")[1] == ""


def test_blocks_without_headings_are_read_back() -> None:
    blocks = (plain("Một *dấu*"), TABLE)
    assert typed_blocks(blocks_text(blocks)) == (blocks, "")
    kept, complaint = typed_blocks("# Đề mục\nChữ")
    assert [block.text for block in kept if isinstance(block, Paragraph)] == ["# Đề mục", "Chữ"]
    assert complaint


@given(st.text(st.sampled_from("ab *\\#@|[]-{}.:\n"), max_size=40))
def test_whatever_is_typed_keeps_its_letters(text: str) -> None:
    typed, _complaint = with_typed_section(DOCUMENT, (1,), text)
    words = "".join(
        section.heading + "".join(block.text for block in section.blocks if isinstance(block, Paragraph))
        for section in typed.sections[1:]
    )
    assert [char for char in words if char in "ab"] == [char for char in text if char in "ab"]


@pytest.mark.parametrize("label", ["Chương I", "III -", "4.1", "A.", "Điều 2:", "2/"])
def test_a_label_as_other_offices_write_it_stays_a_label(label: str) -> None:
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section(label, "TÊN MỤC", (plain("Chữ."),)),))
    typed, complaint = with_typed_section(document, (0,), section_text(document.sections[0]))
    assert (typed, complaint) == (document, "")


def test_number_and_day_go_into_the_letterhead() -> None:
    document = OfficialDocument(DocumentKind.PLAN, letterhead=Letterhead(("A",), "KH-UBND"))
    numbered = with_number(document, "12", date(2026, 1, 5)).letterhead
    assert numbered is not None
    assert (numbered.number, numbered.date) == ("12", IssueDate(2026, 1, 5))
