from datetime import date

from kimhoa_app.services import documents
from kimhoa_app.services.document_register import read_register
from tests.services.conftest import Commune

PLAN = "ke-hoach-nam"


def test_the_register_lists_what_was_issued_in_the_year_and_then_the_drafts(commune: Commune) -> None:
    workspace = commune.workspace
    early = documents.new_document(workspace, PLAN, 2026, {})
    second = documents.new_document(workspace, PLAN, 2026, {})
    first = documents.new_document(workspace, PLAN, 2026, {})
    draft = documents.new_document(workspace, PLAN, 2026, {})
    documents.issue(workspace, early, 90, date(2025, 12, 30))
    documents.issue(workspace, second, 6, date(2026, 2, 3))
    documents.issue(workspace, first, 5, date(2026, 1, 6))
    lines = read_register(workspace, 2026)
    assert [(line.document_id, line.code, line.is_draft) for line in lines] == [
        (first, "05/KH-UBND", False),
        (second, "06/KH-UBND", False),
        (draft, "", True),
    ]
    (of_2025,) = read_register(workspace, 2025)
    assert (of_2025.code, of_2025.note) == ("90/KH-UBND", "Văn bản của năm công tác 2026")


def test_a_line_says_who_signed_who_gets_it_and_who_keeps_it(commune: Commune) -> None:
    documents.new_document(commune.workspace, PLAN, 2026, {})
    (line,) = read_register(commune.workspace, 2026)
    assert line.title == "KẾ HOẠCH"
    assert line.signer == "Trần Văn Bình"
    assert line.kept_by.startswith("VT")
    assert "Lưu" not in line.recipients
    assert "; " in line.recipients
