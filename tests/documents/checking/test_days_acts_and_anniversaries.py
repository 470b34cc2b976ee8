"""The rules on days, acts and anniversaries together: on the samples, on our own papers, and on any text."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kimhoa_app.documents.checking import anniversaries, citations, dates
from kimhoa_app.documents.checking.check import check, corrected
from kimhoa_app.documents.checking.findings import Finding, Severity
from kimhoa_app.documents.checking.level import level_of
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind, IssueDate, OfficialDocument
from kimhoa_app.documents.reading.outline import read_document
from kimhoa_app.documents.rolling import roll
from kimhoa_app.documents.templating import (
    Needs,
    checked_fields,
    default_fields,
    render,
    shipped_templates,
)
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from tests.documents.checking.dated_papers import paper
from tests.documents.papers import sample_plan

RULES = (*dates.RULES, *anniversaries.RULES, *citations.RULES)
TODAY = date(2026, 11, 20)

_ABOVE = Path(__file__).resolve().parents[3].parents
SAMPLES = next(
    (above / "shared" / "samples" for above in _ABOVE if (above / "shared" / "samples").is_dir()), Path("none")
)
DUONG_HOA = SAMPLES / "ke-hoach-duong-hoa-2022.txt"
KIM_HOA = SAMPLES / "ke-hoach-kim-hoa-2023.txt"

with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")


def all_findings(document: OfficialDocument, today: date = TODAY) -> list[Finding]:
    subject = Subject(document, texts_of(document), today, None, document.year, level_of(document))
    return [finding for rule in RULES for finding in rule.findings(subject)]


def errors(document: OfficialDocument, today: date = TODAY) -> list[tuple[str, str]]:
    return [(each.rule, each.text) for each in all_findings(document, today) if each.severity is Severity.ERROR]


def three_forms(path: Path) -> list[OfficialDocument]:
    word = docx.Document()
    for line in path.read_text(encoding="utf-8").splitlines():
        word.add_paragraph(line)
    stream = BytesIO()
    word.save(stream)
    read = read_document(path)
    return [read, read_document(stream.getvalue(), "a.docx"), read_document(write_docx(read), "b.docx")]


@with_samples
def test_the_faults_of_the_plan_of_duong_hoa_are_found_in_each_form() -> None:
    for document in three_forms(DUONG_HOA):
        ((rule, words),) = errors(document)
        assert (rule, "ngày 42 tháng 11" in words) == ("impossible-date", True)
        assert ("cited-without-so", "Quyết định 129/2007/QĐ-TTg") in [
            (each.rule, each.text) for each in all_findings(document)
        ]


@with_samples
def test_the_faults_of_the_plan_of_kim_hoa_are_found_in_each_form() -> None:
    for document in three_forms(KIM_HOA):
        assert sorted(errors(document)) == [
            (
                "anniversary-year",
                "92 năm Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam (18/11/1930 - 18/11/2022",
            ),
            ("cited-later", "Quyết định 7071/QĐ-UBND ngày 29/12/2023"),
            ("cited-type", "Quyết định số 01/KH-UBND"),
        ]


@with_samples
@pytest.mark.parametrize("path", [DUONG_HOA, KIM_HOA], ids=lambda path: path.stem)
@pytest.mark.parametrize("later", [1, 2, 4])
def test_a_rolled_plan_has_no_error_but_the_one_that_only_the_clerk_can_mend(path: Path, later: int) -> None:
    old = read_document(path)
    assert old.year is not None
    rolled = roll(old, old.year + later)
    asked = {question.text for question in rolled.questions}
    for rule, words in errors(rolled.document):
        assert rule == "cited-type"
        assert any(words in question for question in asked)


@with_samples
@pytest.mark.parametrize("path", [DUONG_HOA, KIM_HOA], ids=lambda path: path.stem)
def test_every_correction_mends_what_it_was_offered_for(path: Path) -> None:
    document = read_document(path)
    for finding in all_findings(document):
        if finding.suggestion is None or finding.spot is None:
            continue
        again = all_findings(corrected(document, finding))
        same = [(each.rule, each.text) for each in again if each.spot == finding.spot]
        before = [(each.rule, each.text) for each in all_findings(document) if each.spot == finding.spot]
        assert len(same) < len(before)


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
@pytest.mark.parametrize("kind", [OfficeKind.COMMUNE, OfficeKind.WARD])
@pytest.mark.parametrize("month", [1, 11])
def test_the_plan_that_we_ship_has_no_finding_graver_than_info(year: int, kind: OfficeKind, month: int) -> None:
    paper_day = date(year, 1, 5) if month == 1 else date(year - 1, 11, 20)
    district = "huyện Hương Sơn" if paper_day < date(2025, 7, 1) else ""
    office = OfficePeriod(kind, "Kim Hoa", "Hà Tĩnh", district=district)
    signer = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch")
    for template in shipped_templates():
        if template.needs is not Needs.YEAR:
            continue
        context = context_for(template, office, signer, year, paper_day)
        fields = checked_fields(template, default_fields(template, context))
        made = render(template, replace(context, fields=fields))
        for document in (made, read_document(write_docx(made), "a.docx")):
            for today in (paper_day, TODAY, date(2028, 1, 1)):
                found = all_findings(document, today)
                assert [(each.rule, each.text) for each in found if each.severity is not Severity.INFO] == []


def test_a_plan_of_before_has_no_finding() -> None:
    assert all_findings(sample_plan(), date(2026, 1, 5)) == []


def test_ids_are_known_once_and_titles_are_told() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert len({rule.title for rule in RULES}) == len(RULES)
    assert all(rule.basis and rule.title[0].isupper() for rule in RULES)


PIECES = st.sampled_from([
    "ngày ", "31/4/2026", "29/02", "42 tháng 11", "00/00/2023", " tháng 13/2023", "quý V/2023", "từ ",
    " đến ", "Đợt 2 ",
    "kỷ niệm 92 năm ", "Ngày thành lập Đảng Cộng sản Việt Nam ", "(03/02/1930 - 02/03/2023)", "(1930 - 2022)",
    "Quyết định số 01/KH-UBND", "Nghị định 98/NĐ-CP", ", ngày 29/12/2023", "Luật Thi đua khen thưởng năm 2003",
    "Chỉ thị số 34- CT/TW", "giai đoạn 2025 - 2021", "Xuân Quý Dần 2022", "thứ Hai, ", "năm 2022", "năm 2023",
    "Căn cứ ", "; ", ". ", "(", ")", " trước ngày ", "hoàn thành", "Quốc khánh 3/9", "20999", "\n", "\t", "Ủy ban",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14).map("".join),
    st.lists(PIECES, max_size=6).map("".join),
    st.sampled_from([None, 1, 2023, 9999]),
    st.sampled_from(list(DocumentKind)),
    st.sampled_from([None, IssueDate(2023), IssueDate(2023, 2, 30), IssueDate(2023, 13), IssueDate(0, 0, 0)]),
)
def test_any_text_is_checked_and_what_is_found_stands_where_it_is_said_to(
    text: str, basis: str, year: int | None, kind: DocumentKind, line: IssueDate | None
) -> None:
    document = replace(paper(text, year=year, bases=(basis,), subject=basis, date_text="ngày 5 tháng 1"), kind=kind)
    head = document.letterhead
    assert head is not None
    document = replace(document, letterhead=replace(head, date=line) if line else None)
    words = {each.spot.number: each.words for each in texts_of(document)}
    for finding in all_findings(document):
        assert finding.message
        assert finding.basis
        if finding.spot is not None:
            assert words[finding.spot.number][finding.start :].startswith(finding.text)
            assert finding.text
        if finding.suggestion is not None:
            corrected(document, finding)


def test_a_checked_document_gives_the_same_whoever_asks() -> None:
    document = paper("kỷ niệm 92 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2023)")
    ours = {rule.id for rule in RULES}
    assert [each for each in check(document, TODAY) if each.rule in ours] == all_findings(document)
