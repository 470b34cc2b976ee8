"""Lines of light text and what of the document they show, both ways."""

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.editing import blocks_text, section_at, section_text
from kimhoa_app.documents.editing_lines import LineSpot, offset_of, spot_at
from kimhoa_app.documents.model import Column, DocumentKind, OfficialDocument, Row, Section, Table, plain

TABLE = Table((Column("TT", 1), Column("Việc", 9)), (Row(("1", "a")), Row(("2", "b"))))
DOCUMENT = OfficialDocument(
    DocumentKind.PLAN,
    blocks=(plain("Trước."), TABLE),
    sections=(
        Section("I.", "MỘT", (plain("Câu."), TABLE, plain("Sau.")), (Section("1.", "Con", (plain("Con."),)),)),
        Section("II.", "HAI", (plain("Hết."),)),
    ),
)


def shown(place: tuple[int, ...], text: str) -> list[LineSpot | None]:
    starts = [0] + [at + 1 for at, char in enumerate(text) if char == "\n"]
    return [spot_at(DOCUMENT, place, text, start) for start in starts]


def test_each_line_of_a_section_shows_its_part() -> None:
    text = section_text(DOCUMENT.sections[0])
    table = [LineSpot((0,), 1)] * 3
    assert shown((0,), text) == [
        LineSpot((0,)), LineSpot((0,), 0), *table, LineSpot((0,), 2), LineSpot((0, 0)), LineSpot((0, 0), 0),
    ]  # fmt: skip
    assert shown((0, 0), section_text(section_at(DOCUMENT, (0, 0)), 1)) == [LineSpot((0, 0)), LineSpot((0, 0), 0)]
    assert shown((), blocks_text(DOCUMENT.blocks)) == [LineSpot((), 0), *[LineSpot((), 1)] * 3]


def test_an_empty_line_belongs_to_the_one_above_and_a_second_heading_to_the_next_section() -> None:
    text = "\n# I. MỘT\n\nCâu."
    assert shown((0,), text) == [LineSpot((0,)), LineSpot((0,)), LineSpot((0,)), LineSpot((0,), 0)]
    both = f"{section_text(DOCUMENT.sections[0])}\n{section_text(DOCUMENT.sections[1])}"
    assert shown((0,), both)[-1] == LineSpot((1,), 0)


def test_what_stands_elsewhere_has_no_line() -> None:
    assert offset_of(DOCUMENT, (0,), section_text(DOCUMENT.sections[0]), LineSpot((1,), 0)) is None
    assert spot_at(DOCUMENT, (1,), "# II. HAI\nHết.\nThêm nữa", 20) is None


@given(st.data())
def test_a_line_found_for_a_spot_shows_that_spot(data: st.DataObject) -> None:
    text = section_text(DOCUMENT.sections[0])
    offset = data.draw(st.integers(0, len(text)))
    spot = spot_at(DOCUMENT, (0,), text, offset)
    assert spot is not None
    start = offset_of(DOCUMENT, (0,), text, spot)
    assert start is not None
    assert start <= offset
    assert spot_at(DOCUMENT, (0,), text, start) == spot
