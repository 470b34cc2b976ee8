"""Papers of the kind that a careful office writes: read whole, and nothing in them to correct."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.reading.outline import read_document
from kimhoa_app.documents.writing import write_docx

PAPERS = sorted((Path(__file__).parent / "clean").glob("*.txt"))
TODAY = date(2026, 11, 21)
EACH = pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)


def as_bare_word(path: Path) -> bytes:
    word = docx.Document()
    for line in path.read_text("utf-8").splitlines():
        word.add_paragraph(line)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


@EACH
def test_a_clean_paper_has_no_error_and_at_most_three_warnings(path: Path) -> None:
    for source in (path, as_bare_word(path), write_docx(read_document(path))):
        document = read_document(source, f"{path.stem}.docx") if isinstance(source, bytes) else read_document(source)
        severities = [finding.severity for finding in check(document, TODAY)]
        assert Severity.ERROR not in severities
        assert severities.count(Severity.WARNING) <= 3


@EACH
def test_a_clean_paper_is_read_whole(path: Path) -> None:
    read = read_document(path)
    assert read.letterhead is not None
    assert read.letterhead.number
    assert read.subject
    assert len(read.subject) < 200
    assert read.opening
    assert len(read.sections) >= 4
    assert read.closing
    assert read.end_mark
    assert read.recipients[-1].startswith("Lưu: VT")
    assert read.signatures[0].name


def test_a_heading_before_letters_is_one_after_letters_too() -> None:
    plan = read_document(PAPERS[1])
    assert [child.heading for child in plan.sections[0].children] == ["Mục đích", "Yêu cầu"]
