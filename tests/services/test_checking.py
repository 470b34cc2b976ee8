"""Findings of a document of the office: shown, passed over with a reason, taken back, corrected."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from kimhoa_app.documents.checking import check as checker
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Paragraph, Run, Section, plain
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.services import checking, documents
from tests.services.conftest import Commune

SLIP = "anh ninh"


def slips(subject: Subject) -> Iterable[Hit]:
    for text in subject.texts:
        start = text.words.find(SLIP)
        while start >= 0:
            yield hit_in(text, start, start + len(SLIP), "viết sai chính tả.", "an ninh")
            start = text.words.find(SLIP, start + 1)


def unsigned(subject: Subject) -> Iterable[Hit]:
    if not subject.document.signatures:
        yield Hit("Văn bản chưa có chữ ký.")


RULES = (
    Rule("slip", "language", Severity.ERROR, "chính tả", "Từ điển", slips),
    Rule("signature", "structure", Severity.WARNING, "chữ ký", "Điều 8", unsigned),
)
DOCUMENT = OfficialDocument(
    DocumentKind.PLAN,
    sections=(
        Section(
            "I.",
            "Giữ anh ninh",
            (
                plain("anh ninh, anh ninh và an ninh"),
                Paragraph((Run("giữ anh ", bold=True), Run("ninh thôn"))),
            ),
        ),
    ),
)


@pytest.fixture(autouse=True)
def own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "RULES", RULES)


@pytest.fixture
def document_id(commune: Commune) -> int:
    return documents.new_document(commune.workspace, "ke-hoach-nam", 2026, {})


def test_findings_come_in_reading_order_what_is_about_the_whole_first(commune: Commune, document_id: int) -> None:
    review = checking.review(commune.workspace, document_id, DOCUMENT)
    assert [(finding.rule, finding.start) for finding in review.findings] == [
        ("signature", 0),
        ("slip", 4),
        ("slip", 0),
        ("slip", 10),
        ("slip", 4),
    ]
    assert review.ignored == ()


def test_what_was_passed_over_stays_so_for_this_document_alone(commune: Commune, document_id: int) -> None:
    workspace = commune.workspace
    whole, slip, *_ = checking.review(workspace, document_id, DOCUMENT).findings
    checking.ignore(workspace, document_id, whole, "Ký sau")
    review = checking.review(workspace, document_id, DOCUMENT)
    assert {finding.rule for finding in review.findings} == {"slip"}
    assert [(each.finding.rule, each.reason) for each in review.ignored] == [("signature", "Ký sau")]
    checking.ignore(workspace, document_id, slip, "  Tên\nriêng ")
    review = checking.review(workspace, document_id, DOCUMENT)
    assert review.findings == ()
    assert [each.reason for each in review.ignored] == ["Ký sau", *["Tên riêng"] * 4]
    other = documents.new_document(workspace, "ke-hoach-nam", 2026, {})
    assert len(checking.review(workspace, other, DOCUMENT).findings) == 5


def test_another_reason_takes_the_place_of_the_first_and_can_be_taken_back(commune: Commune, document_id: int) -> None:
    workspace = commune.workspace
    whole = checking.review(workspace, document_id, DOCUMENT).findings[0]
    for reason in ("Một", "Hai"):
        checking.ignore(workspace, document_id, whole, reason)
    assert [each.reason for each in checking.review(workspace, document_id, DOCUMENT).ignored] == ["Hai"]
    for _ in range(2):
        checking.take_back(workspace, document_id, whole)
        assert whole in checking.review(workspace, document_id, DOCUMENT).findings


def test_a_finding_is_not_passed_over_without_a_reason(commune: Commune, document_id: int) -> None:
    whole = checking.review(commune.workspace, document_id, DOCUMENT).findings[0]
    with pytest.raises(InvalidInput) as caught:
        checking.ignore(commune.workspace, document_id, whole, " \n")
    assert caught.value.field == "reason"
    with pytest.raises(NotFound):
        checking.ignore(commune.workspace, 999, whole, "Lý do")
    assert checking.review(commune.workspace, document_id, DOCUMENT).ignored == ()


def test_the_same_mistake_is_corrected_everywhere_at_once(commune: Commune, document_id: int) -> None:
    findings = checking.review(commune.workspace, document_id, DOCUMENT).findings
    same = checking.same_mistakes(findings)[findings[2]]
    assert len(same) == 4
    mended = checking.correct(DOCUMENT, same)
    assert [text.words for text in texts_of(mended)] == [
        "Giữ an ninh",
        "an ninh, an ninh và an ninh",
        "giữ an ninh thôn",
    ]
    assert findings[0] not in checking.same_mistakes(findings)
    with pytest.raises(LookupError):
        checking.correct(mended, same)


def test_a_file_is_checked_without_being_kept(commune: Commune, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text("KẾ HOẠCH\nvề việc giữ anh ninh\n\nI. MỤC ĐÍCH\nGiữ gìn anh ninh.\n", encoding="utf-8")
    checked = checking.check_file(commune.workspace, path)
    assert [(each.text, each.place and each.place.paragraph) for each in checked.findings if each.rule == "slip"] == [
        ("anh ninh", 2),
        ("anh ninh", 5),
    ]
    assert documents.list_documents(commune.workspace) == []
