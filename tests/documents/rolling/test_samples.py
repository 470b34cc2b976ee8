"""The sample plans rolled forward: what became of every year, date and citation of the old text."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.files import read_source
from kimhoa_app.documents.reading.outline import outline_json, read_document
from kimhoa_app.documents.rolling import Rolled, roll
from kimhoa_app.documents.writing import write_docx
from tests.documents.nd30 import assert_meets_nd30

_ABOVE = Path(__file__).resolve().parents[3].parents
SAMPLES = next(
    (above / "shared" / "samples" for above in _ABOVE if (above / "shared" / "samples").is_dir()), Path("none")
)
DUONG_HOA = SAMPLES / "ke-hoach-duong-hoa-2022.txt"
KIM_HOA = SAMPLES / "ke-hoach-kim-hoa-2023.txt"
BOTH = pytest.mark.parametrize("path", [DUONG_HOA, KIM_HOA], ids=lambda path: path.stem)

YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
TIME = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}/\d{4}(?!/)|(?<!\d)(?:1[89]|20)\d\d(?!\d)"
    r"|\d{1,4}\s?[/-]\s?(?:\d{4}/)?(?:KH|CT|QĐ|NQ)[/-]\s?\w+|\d{1,3} năm (?=[Nn]gày|Chiến)"
)

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")

OF_THE_FORM = ("number", "issue-date", "archive-line")

Fate = tuple[int, str, str]


def fates(path: Path, outcome: Rolled) -> list[Fate]:
    """Return each year, date, count of years and citation of the old text by its paragraph, with what became of it."""
    said: dict[int, list[tuple[str, str]]] = {}
    for change in outcome.changes:
        assert change.place is not None
        said.setdefault(change.place.paragraph, []).append((change.before, f"changed: {change.after}"))
    for question in outcome.questions:
        assert question.place is not None
        said.setdefault(question.place.paragraph, []).append((question.text, f"asked: {question.message}"))
    for kept in outcome.kept:
        assert kept.place is not None
        said.setdefault(kept.place.paragraph, []).append((kept.text, f"kept: {kept.reason}"))
    table = []
    for number, paragraph in enumerate(read_source(path).paragraphs, start=1):
        for match in TIME.finditer(paragraph.text):
            near = [each for first in range(number - 2, number + 1) for each in said.get(first, [])]  # lines are joined
            fate = next((fate for words, fate in near if match[0].strip() in words), "")
            table.append((number, match[0], fate))
    return table


def written_and_read(document: OfficialDocument) -> OfficialDocument:
    return read_document(write_docx(document), "a.docx")


@BOTH
@pytest.mark.parametrize("later", [1, 2, 4])
def test_every_year_date_and_citation_is_changed_asked_about_or_kept_with_a_reason(path: Path, later: int) -> None:
    old = read_document(path)
    assert old.year is not None
    table = fates(path, roll(old, old.year + later))
    assert len(table) > 25
    assert not [row for row in table if not row[2]]


@BOTH
def test_no_year_is_counted_twice_or_left_out(path: Path) -> None:
    old = read_document(path)
    assert old.year is not None
    outcome = roll(old, old.year + 3)
    fated = [change.before for change in outcome.changes]
    fated += [question.text for question in outcome.questions] + [kept.text for kept in outcome.kept]
    in_text = Counter(year for each in read_source(path).paragraphs for year in YEAR.findall(each.text))
    assert Counter(year for words in fated for year in YEAR.findall(words)) == in_text


@BOTH
def test_no_year_of_the_old_plan_is_left_that_is_not_asked_about(path: Path) -> None:
    old = read_document(path)
    assert old.year is not None
    outcome = roll(old, old.year + 4)
    stale = {str(old.year + offset) for offset in (-1, 0, 1)}
    new_words = " ".join(word for word in _all_words(outcome.document))
    left = Counter(year for year in YEAR.findall(new_words) if year in stale)
    asked = Counter(year for each in outcome.questions for year in YEAR.findall(each.text) if year in stale)
    assert left == asked


@BOTH
def test_the_new_plan_is_in_due_form_and_read_as_of_its_year(path: Path) -> None:
    old = read_document(path)
    assert old.year is not None
    outcome = roll(old, old.year + 1)
    assert_meets_nd30(write_docx(outcome.document))
    again = written_and_read(outcome.document)
    assert again.year == old.year + 1
    assert outline_json(again)["sections"] == outline_json(outcome.document)["sections"]


@BOTH
def test_a_plan_is_rolled_alike_from_text_and_from_both_kinds_of_word_file(path: Path) -> None:
    old = read_document(path)
    assert old.year is not None
    word = docx.Document()
    for line in path.read_text(encoding="utf-8").splitlines():
        word.add_paragraph(line)
    stream = BytesIO()
    word.save(stream)
    outcomes = [
        roll(each, old.year + 2) for each in (old, read_document(stream.getvalue(), "b.docx"), written_and_read(old))
    ]
    said = [
        (
            sorted(
                (each.rule, each.before)
                for each in outcome.changes
                if each.rule not in ("number", "issue-date", "archive-line")
            ),
            sorted((each.rule, each.text) for each in outcome.questions),
        )
        for outcome in outcomes
    ]
    assert said[0] == said[1] == said[2]


def test_the_faults_of_the_plan_of_kim_hoa_do_not_stay_in_it() -> None:
    outcome = roll(read_document(KIM_HOA), 2024)
    changes = {(change.before, change.after) for change in outcome.changes}
    assert {("92 năm", "94 năm"), ("18/11/2022", "18/11/2024"), ("Quý Mão 2023", "Giáp Thìn 2024")} <= changes
    asked = [question.text for question in outcome.questions]
    assert "Quyết định 7071/QĐ-UBND ngày 29/12/2023" in asked
    assert "Quyết định số 01/KH-UBND, ngày 04/01/2023" in asked
    assert ("năm 2024", "năm 2025") in changes


def test_the_day_42_of_the_plan_of_duong_hoa_is_blanked_and_the_district_asked_about() -> None:
    outcome = roll(read_document(DUONG_HOA), 2026)
    blanked = [change for change in outcome.changes if change.rule in ("number", "issue-date")]
    assert [change.before[-22:] for change in blanked] == ["Số 42/KH-UBND", "ày 42 tháng 11 năm 2021"[-22:]]
    asked = [question.text for question in outcome.questions]
    assert "Phòng Nội vụ thị xã" in asked
    assert "ông Lê Xuân Hùng" in asked
    assert "2021 - 2025" in asked


def _all_words(document: OfficialDocument) -> list[str]:
    json = outline_json(document)
    return re.findall(r"[^\s]+", str({key: json[key] for key in json if key not in ("number", "date")}))
