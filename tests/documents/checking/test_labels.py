"""Labels that do not count as they should, one rule at a time."""

from io import BytesIO

import docx
import pytest

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Section, plain
from kimhoa_app.documents.reading.files import read_source
from kimhoa_app.documents.reading.outline import document_of, read_document, read_text
from kimhoa_app.documents.writing import write_docx
from tests.documents.checking.whole_papers import PLAN, TODAY, by, with_body, words


def listed(*labels: str) -> str:
    return with_body(
        "I. NỘI DUNG", *(f"{label} Đơn vị thứ {n} thực hiện tốt việc này." for n, label in enumerate(labels))
    )


@pytest.mark.parametrize(
    ("labels", "repeated"),
    [
        (("1.", "2.", "2.", "3."), ["2."]),
        (("a)", "b)", "c)", "c)"), ["c)"]),
        (("1.", "1.", "2."), ["1."]),
        (("1.", "2.", "3."), []),
        (("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"), []),
    ],
)
def test_a_label_that_stands_twice_is_found(labels: tuple[str, ...], repeated: list[str]) -> None:
    assert words("label-repeated", listed(*labels)) == repeated


def test_a_repeated_label_is_an_error_and_says_what_should_stand_there() -> None:
    (finding,) = by("label-repeated", listed("1.", "2.", "2.", "3."))
    assert finding.severity is Severity.ERROR
    assert "phải là “3.”" in finding.message
    assert finding.place is not None
    assert finding.place.paragraph == 13
    assert finding.spot is not None


def test_the_repeated_number_is_found_in_every_kind_of_file() -> None:
    text = listed("1.", "2.", "2.", "3.")
    word = docx.Document()
    for line in text.splitlines():
        word.add_paragraph(line)
    stream = BytesIO()
    word.save(stream)
    for content in (stream.getvalue(), write_docx(read_text(text))):
        source = read_source(content, "a.docx")
        found = [each for each in check(document_of(source), TODAY, source=source) if each.rule == "label-repeated"]
        assert [each.text for each in found] == ["2."]


@pytest.mark.parametrize(
    ("labels", "skipped"),
    [
        (("1.", "2.", "4."), ["4."]),
        (("a)", "b)", "d)"), ["d)"]),
        (("a)", "b)", "c)", "đ)"), ["đ)"]),
        (("1.", "2.", "2.", "3."), []),
        (("a)", "b)", "c)", "d)", "e)"), []),
    ],
)
def test_a_label_that_is_left_out_is_found(labels: tuple[str, ...], skipped: list[str]) -> None:
    assert words("label-skipped", listed(*labels)) == skipped


def test_a_roman_figure_that_is_left_out_is_found() -> None:
    assert words("label-skipped", PLAN.replace("III. TỔ CHỨC", "IV. TỔ CHỨC")) == ["IV."]
    assert words("label-skipped", PLAN) == []


def test_the_latin_alphabet_is_worth_a_look() -> None:
    (finding,) = by("label-alphabet", listed("a)", "b)", "c)", "d)", "e)"))
    assert (finding.text, finding.severity) == ("e)", Severity.INFO)
    assert by("label-alphabet", listed("a)", "b)", "c)", "d)", "đ)", "e)")) == []


@pytest.mark.parametrize(
    ("labels", "found"),
    [(("1.", "3.", "2."), ["2."]), (("1.", "2.", "3."), []), (("1.", "2.", "1.", "2."), [])],
)
def test_a_label_out_of_order_is_found_but_a_count_begun_again_is_none(
    labels: tuple[str, ...], found: list[str]
) -> None:
    assert words("label-order", listed(*labels)) == found


def test_a_list_begins_at_its_first_label() -> None:
    assert words("label-start", listed("2.", "3.")) == ["2."]
    assert words("label-start", listed("1.", "2.")) == []


def test_a_count_that_goes_on_through_the_document_begins_anywhere() -> None:
    through = PLAN.replace("1. Phát triển", "3. Phát triển").replace("2. Xây dựng nông", "4. Xây dựng nông")
    assert words("label-start", through) == []


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("3.1.", "3.2.", "3.3"), ["3.3"]),
        (("1.", "2)", "3."), ["2)"]),
        (("3.1.", "3.2.", "3.3."), []),
        (("1)", "2)"), []),
        (("Điều 1.", "Điều 2:"), ["Điều 2:"]),
        (("Điều 1.", "Điều 2."), []),
    ],
)
def test_labels_in_two_forms_are_found(labels: tuple[str, ...], found: list[str]) -> None:
    assert words("label-mixed", listed(*labels)) == found


def test_two_lists_each_in_its_own_form_are_only_worth_a_look() -> None:
    text = with_body("I. MỘT", "1. Việc này.", "2. Việc kia.", "II. HAI", "1) Việc này.", "2) Việc kia.", "3) Việc nọ.")
    (finding,) = by("label-mixed", text)
    assert finding.severity is Severity.INFO


def test_slashes_behind_labels_are_told_once() -> None:
    assert words("label-sign", listed("a/", "b/", "c/")) == ["a/"]
    assert words("label-sign", listed("a)", "b)")) == []


def nested(*labels: str) -> OfficialDocument:
    children = tuple(Section(label, blocks=(plain("Việc này phải làm."),)) for label in labels)
    return OfficialDocument(
        DocumentKind.PLAN,
        sections=(
            *(Section(f"{n}.", blocks=(plain("Việc trước."),)) for n in (1, 2)),
            Section("3.", "Phần ba", children=children),
        ),
    )


@pytest.mark.parametrize(
    ("labels", "found"), [(("2.1.", "2.2."), ["2.1."]), (("3.1.", "3.2."), []), (("a)", "b)"), [])]
)
def test_a_number_that_is_not_that_of_its_part_is_found(labels: tuple[str, ...], found: list[str]) -> None:
    hits = [each for each in check(nested(*labels), TODAY) if each.rule == "label-parent"]
    assert [each.text for each in hits] == found


def test_articles_count_through_all_chapters() -> None:
    def chapter(label: str, *articles: str) -> Section:
        return Section(
            label, "Quy định", children=tuple(Section(each, blocks=(plain("Nội dung."),)) for each in articles)
        )

    def found(*chapters: Section) -> list[str]:
        document = OfficialDocument(DocumentKind.OTHER, title="QUY CHẾ", sections=chapters)
        return [each.rule for each in check(document, TODAY) if each.rule.startswith("label-")]

    assert found(chapter("Chương I", "Điều 1.", "Điều 2."), chapter("Chương II", "Điều 3.", "Điều 4.")) == []
    assert found(chapter("Chương I", "Điều 1.", "Điều 2."), chapter("Chương II", "Điều 2.", "Điều 4.")) == [
        "label-repeated",
        "label-skipped",
    ]
    assert found(chapter("Chương I", "Điều 1.", "Điều 2."), chapter("Chương III", "Điều 3.", "Điều 4.")) == [
        "label-skipped"
    ]


def test_the_label_of_a_written_document_is_found_where_it_was_written() -> None:
    document = read_document(write_docx(nested("3.1.", "3.1.")), "a.docx")
    (finding,) = [each for each in check(document, TODAY) if each.rule == "label-repeated"]
    assert finding.place is not None
