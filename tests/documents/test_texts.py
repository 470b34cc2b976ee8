"""Every text of a document, with where it stands, and rewritten in place."""

from dataclasses import replace

import pytest

from kimhoa_app.documents.model import (
    Appendix,
    Column,
    DocumentKind,
    Letterhead,
    OfficialDocument,
    Row,
    Run,
    Section,
    Signature,
    Table,
    plain,
)
from kimhoa_app.documents.texts import Edit, Role, edited, texts_of, with_edits

DOCUMENT = OfficialDocument(
    DocumentKind.PLAN,
    letterhead=Letterhead(("ỦY BAN NHÂN DÂN", "XÃ AN"), superior="TỈNH B"),
    title="KẾ HOẠCH",
    subject="Thi đua",
    legal_bases=("Căn cứ Luật",),
    opening=(plain("Mở đầu"), plain("")),
    sections=(
        Section("I.", "Mục đích", (plain("Một"), plain("Hai"))),
        Section("II.", "Nội dung", children=(Section("1.", "", (plain("Ba"),)), Section("2.", "Bốn"))),
    ),
    closing=(plain("Kết"),),
    signatures=(Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",)),),
    recipients=("Như trên;",),
    appendices=(
        Appendix("Phụ lục", "Danh sách", blocks=(Table((Column("Họ tên", 1),), (Row(("Lan",)), Row(("Mai",)))),)),
    ),
)


def test_texts_come_in_reading_order_numbered_without_gaps() -> None:
    texts = texts_of(DOCUMENT)
    assert [text.spot.number for text in texts] == list(range(len(texts)))
    assert [text.words for text in texts] == [
        *("TỈNH B", "ỦY BAN NHÂN DÂN", "XÃ AN", "KẾ HOẠCH", "Thi đua", "Căn cứ Luật", "Mở đầu"),
        *("Mục đích", "Một", "Hai", "Nội dung", "Ba", "Bốn", "Kết", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Như trên;"),
        *("Phụ lục", "Danh sách", "Họ tên", "Lan", "Mai"),
    ]


@pytest.mark.parametrize(
    ("words", "role", "path", "appendix"),
    [
        ("Mở đầu", Role.OPENING, (), None),
        ("Hai", Role.BODY, (0,), None),
        ("Nội dung", Role.HEADING, (1,), None),
        ("Ba", Role.BODY, (1, 0), None),
        ("Bốn", Role.HEADING, (1, 1), None),
        ("Kết", Role.CLOSING, (), None),
        ("Mai", Role.CELL, (), 0),
    ],
)
def test_a_text_says_to_which_part_it_belongs(
    words: str, role: Role, path: tuple[int, ...], appendix: int | None
) -> None:
    spot = next(text.spot for text in texts_of(DOCUMENT) if text.words == words)
    assert (spot.role, spot.path, spot.appendix) == (role, path, appendix)


def test_an_edit_changes_its_text_and_nothing_else() -> None:
    for text in texts_of(DOCUMENT):
        made = with_edits(DOCUMENT, text.spot.number, (Edit(0, len(text.words), "khác"),))
        after = [each.words for each in texts_of(made)]
        assert after == ["khác" if each.spot == text.spot else each.words for each in texts_of(DOCUMENT)]


def test_an_edit_elsewhere_leaves_the_document_equal() -> None:
    assert with_edits(DOCUMENT, 999, (Edit(0, 1, "x"),)) == replace(DOCUMENT)


@pytest.mark.parametrize(
    ("place", "made"), [(0, ("+một", "hai")), (3, ("một+", "hai")), (5, ("một", "ha+i")), (6, ("một", "hai+"))]
)
def test_words_are_put_in_once_wherever_it_is(place: int, made: tuple[str, ...]) -> None:
    runs = (Run(""), Run("một"), Run(""), Run("hai", bold=True), Run(""))
    put_in = edited(runs, (Edit(place, place, "+"),))
    assert tuple(run.text for run in put_in if run.text) == made


def test_words_are_put_in_beside_words_that_are_changed() -> None:
    edits = (Edit(0, 0, "A "), Edit(0, 3, "B"), Edit(3, 3, "C"), Edit(4, 7, ""))
    assert "".join(run.text for run in edited((Run("một h"), Run("ai")), edits)) == "A BC "
