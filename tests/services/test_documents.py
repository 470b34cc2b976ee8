from dataclasses import replace
from datetime import date

import pytest

from db.audit import history
from kimhoa_app.documents.model import OfficialDocument, Paragraph, plain
from kimhoa_app.domain.councils import CouncilDraft, CouncilRole, MemberDraft
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.services import documents
from kimhoa_app.services.councils import add_member, save_council
from kimhoa_app.services.documents import DocumentState
from kimhoa_app.services.meetings import prepare_meeting
from kimhoa_app.services.office import set_up
from kimhoa_app.services.registrations import open_round
from kimhoa_app.services.workspace import Workspace

PLAN = "ke-hoach-nam"


@pytest.fixture
def office(workspace: Workspace) -> Workspace:
    set_up(
        workspace,
        OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh"),
        [Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã")],
    )
    return workspace


@pytest.fixture
def plan_id(office: Workspace) -> int:
    return documents.new_document(office, PLAN, 2026, {"theme": "Đoàn kết"})


def body_of(workspace: Workspace, document_id: int) -> OfficialDocument:
    return documents.read_draft(workspace, document_id).document


def with_closing(document: OfficialDocument, words: str) -> OfficialDocument:
    return replace(document, closing=(plain(words),))


def closing(document: OfficialDocument) -> str:
    (paragraph,) = document.closing
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


def test_a_new_plan_is_kept_as_it_was_made(office: Workspace, plan_id: int) -> None:
    kept = documents.read_draft(office, plan_id)
    assert kept.document == documents.draft(office, PLAN, 2026, {"theme": "Đoàn kết"})
    assert (kept.state, kept.symbol, kept.number, kept.year) == (DocumentState.DRAFT, "KH-UBND", None, 2026)
    assert kept.fields["theme"] == "Đoàn kết"
    assert kept.fields["registration_deadline"] == "2026-01-31"
    assert kept.document.signatures[0].name == "Trần Văn Bình"


def test_a_draft_that_is_not_stored_leaves_nothing(office: Workspace) -> None:
    documents.draft(office, PLAN, 2026, {})
    assert documents.list_documents(office) == []


def test_documents_are_listed_by_year(office: Workspace, plan_id: int) -> None:
    other = documents.new_document(office, PLAN, 2027, {})
    assert {entry.id for entry in documents.list_documents(office)} == {plan_id, other}
    assert [entry.id for entry in documents.list_documents(office, 2027)] == [other]


def test_saving_with_a_reason_keeps_the_text_before(office: Workspace, plan_id: int) -> None:
    first = body_of(office, plan_id)
    documents.save_body(office, plan_id, with_closing(first, "Hai"))
    assert len(documents.list_versions(office, plan_id)) == 1
    documents.save_body(office, plan_id, with_closing(first, "Ba"), reason="Theo ý kiến lãnh đạo")
    version, made = documents.list_versions(office, plan_id)
    assert (version.version, version.reason) == (2, "Theo ý kiến lãnh đạo")
    assert made.reason.startswith("Bản đầu, soạn từ mẫu “Kế hoạch")
    assert closing(documents.read_version(office, plan_id, 2)) == "Hai"
    documents.restore_version(office, plan_id, 2)
    assert closing(body_of(office, plan_id)) == "Hai"
    assert closing(documents.read_version(office, plan_id, 3)) == "Ba"


def test_issuing_writes_number_and_day_into_the_paper(office: Workspace, plan_id: int) -> None:
    documents.issue(office, plan_id, 5, date(2026, 1, 6))
    issued = documents.read_draft(office, plan_id)
    assert (issued.state, issued.number, issued.issued_on) == (DocumentState.ISSUED, 5, date(2026, 1, 6))
    head = issued.document.letterhead
    assert head is not None
    assert head.number == "5"
    assert head.date is not None
    assert (head.date.year, head.date.month, head.date.day) == (2026, 1, 6)


def test_a_number_is_given_once_a_year(office: Workspace, plan_id: int) -> None:
    other = documents.new_document(office, PLAN, 2026, {})
    documents.issue(office, plan_id, 5, date(2026, 1, 6))
    with pytest.raises(Refused, match="05/KH-UBND"):
        documents.issue(office, other, 5, date(2026, 1, 7))
    assert documents.read_draft(office, other).state is DocumentState.DRAFT
    documents.issue(office, other, 6, date(2026, 1, 7))


def test_a_plan_for_2026_issued_in_december_2025_takes_a_number_of_2025(office: Workspace, plan_id: int) -> None:
    assert documents.next_number(office, "KH-UBND", date(2025, 12, 30)) == 1
    documents.issue(office, plan_id, 88, date(2025, 12, 30))
    assert documents.read_draft(office, plan_id).year == 2026
    assert documents.next_number(office, "KH-UBND", date(2025, 12, 31)) == 89
    assert documents.next_number(office, "KH-UBND", date(2026, 1, 2)) == 1
    assert documents.next_number(office, "QĐ-UBND", date(2025, 12, 31)) == 1
    of_2026 = documents.new_document(office, PLAN, 2026, {})
    documents.issue(office, of_2026, 88, date(2026, 3, 1))
    same_series = documents.new_document(office, PLAN, 2025, {})
    with pytest.raises(Refused, match="88/KH-UBND của năm 2025"):
        documents.issue(office, same_series, 88, date(2025, 12, 31))


def test_a_number_written_by_pen_leaves_its_room_in_the_text(office: Workspace, plan_id: int) -> None:
    documents.issue(office, plan_id, 5, date(2026, 1, 6), written_by_pen=True)
    issued = documents.read_draft(office, plan_id)
    assert (issued.number, issued.issued_on) == (5, date(2026, 1, 6))
    head = issued.document.letterhead
    assert head is not None
    assert head.number is None
    assert head.date is not None
    assert head.date.day is None


def test_a_paper_with_a_symbol_is_not_issued_without_a_number(office: Workspace, plan_id: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        documents.issue(office, plan_id, None, date(2026, 1, 6))
    assert caught.value.field == "number"


def test_correcting_an_issued_document_keeps_what_was_issued_once(office: Workspace, plan_id: int) -> None:
    documents.issue(office, plan_id, 5, date(2026, 1, 6))
    body = body_of(office, plan_id)
    with pytest.raises(InvalidInput):
        documents.start_correction(office, plan_id, "  ")
    documents.start_correction(office, plan_id, "sai ngày")
    for words in ("Một", "Hai"):
        documents.save_body(office, plan_id, with_closing(body, words), correcting=True)
    assert closing(body_of(office, plan_id)) == "Hai"
    newest, issued, before_issue, _made = documents.list_versions(office, plan_id)
    assert issued.reason == "Bản ban hành ngày 06/01/2026"
    assert newest.reason == "Bản đã ban hành, trước khi sửa: sai ngày"
    assert documents.read_version(office, plan_id, newest.version) == body
    with pytest.raises(Refused):
        documents.restore_version(office, plan_id, before_issue.version)
    documents.restore_version(office, plan_id, before_issue.version, correcting=True)
    assert body_of(office, plan_id).letterhead == body.letterhead


def test_a_draft_needs_no_leave_to_be_corrected(office: Workspace, plan_id: int) -> None:
    with pytest.raises(Refused):
        documents.start_correction(office, plan_id, "sai ngày")


def test_the_trail_of_typing_holds_no_texts(office: Workspace, plan_id: int) -> None:
    documents.save_body(office, plan_id, with_closing(body_of(office, plan_id), "Chữ riêng"))
    with office.begin() as uow:
        *_, last = history(uow, "document", plan_id)
    assert last.before is not None
    assert last.after is not None
    assert str(last.after["body"]).startswith("sha256:")
    assert last.after["body"] != last.before["body"]


def test_an_issued_document_is_neither_deleted_nor_changed_without_a_reason(office: Workspace, plan_id: int) -> None:
    documents.issue(office, plan_id, 5, date(2026, 1, 6))
    body = body_of(office, plan_id)
    for forbidden in (
        lambda: documents.delete_document(office, plan_id),
        lambda: documents.save_body(office, plan_id, body),
        lambda: documents.issue(office, plan_id, 6, date(2026, 1, 6)),
    ):
        with pytest.raises(Refused):
            forbidden()
    documents.save_body(office, plan_id, with_closing(body, "Đính chính"), reason="Đính chính")
    assert closing(body_of(office, plan_id)) == "Đính chính"


def test_a_number_below_one_is_refused(office: Workspace, plan_id: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        documents.issue(office, plan_id, 0, date(2026, 1, 6))
    assert caught.value.field == "number"


def test_a_deleted_draft_goes_to_the_bin(office: Workspace, plan_id: int) -> None:
    documents.delete_document(office, plan_id)
    assert documents.list_documents(office) == []
    with pytest.raises(NotFound):
        documents.read_draft(office, plan_id)


def test_every_change_leaves_its_entry(office: Workspace, plan_id: int) -> None:
    documents.save_body(office, plan_id, with_closing(body_of(office, plan_id), "Hai"))
    documents.issue(office, plan_id, 5, date(2026, 1, 6))
    with office.begin() as uow:
        actions = [entry.action for entry in history(uow, "document", plan_id)]
    assert actions == ["add", "change", "issue", "change"]


def test_before_the_office_is_set_up_nothing_is_drafted(workspace: Workspace) -> None:
    with pytest.raises(Refused):
        documents.draft(workspace, PLAN, 2026, {})


def test_unknown_templates_fields_and_missing_meetings_are_told(office: Workspace) -> None:
    with pytest.raises(NotFound):
        documents.draft(office, "khong-co", 2026, {})
    with pytest.raises(InvalidInput) as caught:
        documents.draft(office, PLAN, 2026, {"registration_deadline": "mai"})
    assert caught.value.field == "registration_deadline"
    with pytest.raises(InvalidInput):
        documents.draft(office, "bien-ban-hop", 2026, {})


def test_the_papers_of_a_meeting_and_the_list_come_from_the_data(office: Workspace) -> None:
    council = save_council(
        office, CouncilDraft(name="Hội đồng Thi đua - Khen thưởng xã Kim Hoa", valid_from=date(2026, 1, 1))
    )
    add_member(office, council, MemberDraft("Trần Văn Bình", "Chủ tịch UBND xã", CouncilRole.CHAIR))
    add_member(office, council, MemberDraft("Lê Thị Sáu", "Công chức", CouncilRole.SECRETARY))
    meeting = prepare_meeting(office, 2026, date(2026, 12, 10), "08:00", "Phòng họp")
    minutes = documents.new_document(office, "bien-ban-hop", 2026, {}, meeting)
    assert documents.read_draft(office, minutes).meeting_id == meeting
    assert documents.find_meeting_paper(office, "bien-ban-hop", meeting) == minutes
    assert documents.find_meeting_paper(office, "giay-moi-hop", meeting) is None
    assert body_of(office, minutes).signatures[1].name == "Trần Văn Bình"
    open_round(office, 2026, date(2026, 1, 1), date(2026, 1, 15))
    listed = documents.draft(office, "danh-sach-dang-ky", 2026, {})
    assert listed.closing == ()  # nobody has registered yet
    assert documents.template_fields(office, PLAN, 2026)["registration_deadline"] == "15/01/2026"
    assert PLAN in [template.id for template in documents.list_templates(office)]
