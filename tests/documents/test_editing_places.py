"""Words found again in the light text of their part, whatever signs stand in them."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.editing import blocks_text, section_at, section_text, typed_blocks, with_typed_section
from kimhoa_app.documents.editing_places import WordPlaces, block_texts, role_texts, section_texts
from kimhoa_app.documents.model import (
    Align,
    Block,
    Column,
    DocumentKind,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    plain,
)
from kimhoa_app.documents.templating.inline import parse_runs
from kimhoa_app.documents.templating.protection import with_escapes_resolved
from kimhoa_app.documents.texts import Role

WORDS = st.text(st.sampled_from("abđ *\\#@|[]-I.1:=\t"), max_size=12)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), max_size=3).map(tuple)
PARAGRAPHS = st.builds(
    Paragraph, RUNS, st.sampled_from([Align.JUSTIFY, Align.CENTER, Align.LEFT]), st.booleans()
)  # fmt: skip
ROWS = st.one_of(
    st.builds(lambda cells, bold: Row(tuple(cells), bold=bold), st.lists(WORDS, min_size=2, max_size=2), st.booleans()),
    st.builds(lambda cell: Row((cell,), bold=True, span=True), WORDS),
)
TABLES = st.builds(
    lambda heads, rows: Table(tuple(Column(head, 10) for head in heads), tuple(rows)),
    st.lists(WORDS, min_size=2, max_size=2),
    st.lists(ROWS, max_size=3),
)
BLOCKS = st.lists(st.one_of(PARAGRAPHS, TABLES), max_size=4).map(tuple)
LABELS = st.sampled_from(["", "I.", "1.", "a)", "Điều 1."])
SECTIONS = st.builds(Section, LABELS, WORDS, BLOCKS, st.lists(st.builds(Section, LABELS, WORDS, BLOCKS)).map(tuple))


def seen(light: str) -> str:
    """Return the letters of a stretch of light text without its signs."""
    return "".join(run.text for run in parse_runs(with_escapes_resolved(light)))


def unspaced(text: str) -> str:
    return "".join(text.split())


@given(SECTIONS)
def test_every_text_of_a_section_stands_where_it_is_said_to(section: Section) -> None:
    document = OfficialDocument(DocumentKind.PLAN, sections=(section,))
    light = section_text(section)
    typed, _ = with_typed_section(document, (0,), light)
    places = WordPlaces(light, section_texts(typed, (0,)))
    for text in section_texts(typed, (0,)):
        if not unspaced(text.words):
            continue
        for start, char in enumerate(text.words):
            if not char.isspace():
                stretch = places.stretch(text.spot.number, start, char)
                assert stretch is not None
                assert light[slice(*stretch)].endswith(char)
        whole = places.stretch(text.spot.number, 0, text.words)
        assert whole is not None
        assert unspaced(light[slice(*whole)]).replace("*", "").replace("\\", "") == unspaced(text.words).replace(
            "*", ""
        ).replace("\\", "")


@given(st.lists(st.text(st.sampled_from("abđ "), min_size=1, max_size=9), min_size=1, max_size=4), st.data())
def test_words_of_styled_runs_are_found_with_the_marks_between_them(parts: list[str], data: st.DataObject) -> None:
    runs = tuple(Run(part, bold=bool(number % 2)) for number, part in enumerate(parts))
    words = "".join(parts)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "A", (Paragraph(runs),)),))
    light = section_text(document.sections[0])
    number = section_texts(document, (0,))[-1].spot.number if words.strip() else 0
    stretch = WordPlaces(light, section_texts(document, (0,))).stretch(number, start, words[start:end])
    if words[start:end].strip():
        assert stretch is not None
        assert unspaced(light[slice(*stretch)].replace("*", "")) == unspaced(words[start:end])


@given(st.text(st.sampled_from("abI1 *\\#@|[].:\n"), max_size=60))
def test_what_is_typed_in_any_way_has_a_place_for_every_text(light: str) -> None:
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "A"),))
    typed, complaint = with_typed_section(document, (0,), light)
    if complaint:
        return
    for number, section in enumerate(typed.sections):
        assert section is not None
        for text in section_texts(typed, (number,)):
            if unspaced(text.words):
                all_texts = [each for index in range(len(typed.sections)) for each in section_texts(typed, (index,))]
                assert WordPlaces(light, all_texts).stretch(text.spot.number, 0, text.words) is not None


def test_a_label_is_no_word_of_its_heading() -> None:
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "I. IN"),))
    light = section_text(document.sections[0])
    stretch = WordPlaces(light, section_texts(document, (0,))).stretch(0, 0, "I.")
    assert light == "# I. I. IN"
    assert stretch == (5, 7)


def test_cells_are_told_apart_by_their_bars() -> None:
    table = Table((Column("TT", 1), Column("Việc", 9)), (Row(("1", "1 | một")), Row(("Cộng 1",), span=True)))
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "A", (table,)),))
    light = section_text(section_at(document, (0,)))
    texts = section_texts(document, (0,))
    places = WordPlaces(light, texts)
    found = [light[slice(*(places.stretch(text.spot.number, 0, text.words) or (0, 0)))] for text in texts]
    assert found == ["A", "TT", "Việc", "1", r"1 \| một", "Cộng 1"]


def test_a_line_that_is_kept_as_text_is_found_as_it_was_typed() -> None:
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "A"),))
    light = "# I. A\n#### Sâu\n  @bản\n\nChữ  thường"
    typed, complaint = with_typed_section(document, (0,), light)
    assert complaint
    texts = section_texts(typed, (0,))
    places = WordPlaces(light, texts)
    found = [light[slice(*(places.stretch(text.spot.number, 0, text.words) or (0, 0)))] for text in texts]
    assert found == ["A", "#### Sâu", "@bản", "Chữ  thường"]


def test_letters_typed_with_separate_marks_are_found() -> None:
    light = unicodedata.normalize("NFD", "# I. A\nnăm Quý Mão 2023")
    document, _ = with_typed_section(OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "A"),)), (0,), light)
    text = section_texts(document, (0,))[-1]
    stretch = WordPlaces(light, section_texts(document, (0,))).stretch(text.spot.number, 4, "Quý Mão")
    assert stretch is not None
    assert unicodedata.normalize("NFC", light[slice(*stretch)]) == "Quý Mão"


def test_words_that_have_gone_have_no_place() -> None:
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "A", (plain("một hai"),)),))
    texts = section_texts(document, (0,))
    assert WordPlaces("# I. A\nba bốn", texts).stretch(1, 0, "một") is None
    assert WordPlaces("# I. A\nmột hai", texts).stretch(7, 0, "một") is None


def test_parts_around_the_body_stand_a_line_each() -> None:
    document = OfficialDocument(
        DocumentKind.PLAN,
        legal_bases=("Luật *Thi đua", "Luật Tổ chức"),
        blocks=(plain("Luật đầu"),),
        sections=(Section("I.", "Luật"),),
    )
    bases = role_texts(document, Role.LEGAL_BASIS)
    light = "\nLuật *Thi đua\n  Luật Tổ chức"
    stretch = WordPlaces(light, bases, marked=False).stretch(1, 5, "Tổ chức")
    assert stretch is not None
    assert light[slice(*stretch)] == "Tổ chức"
    assert [text.words for text in block_texts(document)] == ["Luật đầu"]


@given(BLOCKS)
def test_what_stands_before_the_sections_is_found(blocks: tuple[Block, ...]) -> None:
    document = OfficialDocument(DocumentKind.PLAN, blocks=typed_blocks(blocks_text(blocks))[0])
    light = blocks_text(document.blocks)
    places = WordPlaces(light, block_texts(document))
    assert all(
        places.stretch(text.spot.number, 0, text.words) for text in block_texts(document) if unspaced(text.words)
    )
