"""The scan of the signed paper: attached whole or not at all, opened, replaced, thrown away and brought back."""

from datetime import date
from pathlib import Path

import pytest

from kimhoa_app.domain.errors import DataUnavailable, KimHoaError, NotFound, Refused, UnusableFile
from kimhoa_app.services import attachments, documents, settings
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services.attachments import Owner, OwnerKind
from kimhoa_app.services.document_register import read_register
from kimhoa_app.services.search import SearchIndex
from kimhoa_app.services.workspace import Workspace
from tests.services.conftest import Commune

PDF = b"%PDF-1.7\n" + b"x" * 500 + b"\n%%EOF\n"
JPG = b"\xff\xd8\xff\xe0" + b"x" * 500 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 500 + b"IEND\xae\x42\x60\x82"


@pytest.fixture
def workspace(commune: Commune) -> Workspace:
    return commune.workspace


@pytest.fixture
def plan(workspace: Workspace) -> int:
    plan = documents.new_document(workspace, "ke-hoach-nam", 2026, {})
    documents.issue(workspace, plan, 5, date(2026, 1, 6))
    return plan


def paper(number: int) -> Owner:
    return Owner(OwnerKind.DOCUMENT, number)


def scan(folder: Path, name: str = "bản ký.pdf", content: bytes = PDF) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def names(workspace: Workspace, plan: int) -> list[str]:
    return [copy.file_name for copy in attachments.list_attachments(workspace, paper(plan))]


def test_several_scans_are_kept_and_written_out_as_they_were(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    paths = [scan(tmp_path), scan(tmp_path, "trang 2.jpg", JPG), scan(tmp_path, "trang 3.png", PNG)]
    first, *_others = attachments.attach(workspace, paper(plan), paths)
    assert names(workspace, plan) == ["bản ký.pdf", "trang 2.jpg", "trang 3.png"]
    out = tmp_path / "lưu ra.pdf"
    attachments.save(workspace, first, out)
    assert out.read_bytes() == PDF
    opened = attachments.copy_to_open(workspace, first)
    assert opened.name == "bản ký.pdf"
    assert opened.read_bytes() == PDF


def test_a_file_is_known_by_its_content_and_gets_its_ending(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    attachments.attach(workspace, paper(plan), [scan(tmp_path, "scan.jpg", PDF)])
    assert names(workspace, plan) == ["scan.pdf"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"MZ" + b"x" * 300, "không phải tệp PDF, JPG hoặc PNG"),
        (b"", "tệp trống"),
        (PDF[:300], "thiếu phần cuối"),
        (JPG[:300], "thiếu phần cuối"),
        (PNG[:300], "thiếu phần cuối"),
        (b"%PDF-" + b"x" * 31_000_000 + b"%%EOF", "quá mức 30 MB"),
    ],
)
def test_what_is_no_whole_scan_is_told_in_a_sentence(
    workspace: Workspace, plan: int, tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(UnusableFile, match=said):
        attachments.attach(workspace, paper(plan), [scan(tmp_path, "tốt.pdf"), scan(tmp_path, "hỏng.pdf", content)])
    assert names(workspace, plan) == []


def test_a_missing_file_is_told(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="Không đọc được “mất"):
        attachments.attach(workspace, paper(plan), [tmp_path / "mất.pdf"])


def test_the_limit_is_a_setting(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    settings.change_setting(workspace, "attachments.most_megabytes", "1")
    with pytest.raises(UnusableFile, match="quá mức 1 MB"):
        attachments.attach(workspace, paper(plan), [scan(tmp_path, content=b"%PDF-" + b"x" * 1_100_000 + b"%%EOF")])


def test_a_draft_has_no_signed_copy(workspace: Workspace, tmp_path: Path) -> None:
    draft = documents.new_document(workspace, "ke-hoach-nam", 2026, {})
    with pytest.raises(Refused):
        attachments.attach(workspace, paper(draft), [scan(tmp_path)])


def test_the_same_scan_is_not_attached_twice(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    attachments.attach(workspace, paper(plan), [scan(tmp_path)])
    with pytest.raises(Refused, match="đã được đính kèm với tên “bản ký"):
        attachments.attach(workspace, paper(plan), [scan(tmp_path, "lại.pdf")])
    assert names(workspace, plan) == ["bản ký.pdf"]


def test_a_replaced_scan_is_in_the_bin_and_comes_back(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    (old,) = attachments.attach(workspace, paper(plan), [scan(tmp_path)])
    attachments.replace(workspace, old, scan(tmp_path, "rõ hơn.png", PNG))
    assert names(workspace, plan) == ["rõ hơn.png"]
    (entry,) = bin_service.list_bin(workspace)
    assert entry.label == "Tệp đính kèm: bản ký.pdf"
    bin_service.restore(workspace, entry.entity, entry.row_id)
    assert names(workspace, plan) == ["bản ký.pdf", "rõ hơn.png"]


def test_a_replacement_that_cannot_be_read_leaves_the_old_scan(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    (old,) = attachments.attach(workspace, paper(plan), [scan(tmp_path)])
    with pytest.raises(KimHoaError):
        attachments.replace(workspace, old, scan(tmp_path, "hỏng.pdf", b"MZ"))
    assert names(workspace, plan) == ["bản ký.pdf"]


def test_a_deleted_scan_cannot_be_opened(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    (copy,) = attachments.attach(workspace, paper(plan), [scan(tmp_path)])
    attachments.delete(workspace, copy)
    with pytest.raises(NotFound):
        attachments.copy_to_open(workspace, copy)


def test_a_scan_damaged_in_the_data_file_is_never_handed_out(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    from sqlalchemy import text

    (copy,) = attachments.attach(workspace, paper(plan), [scan(tmp_path)])
    with workspace.begin() as uow:
        uow.session.execute(text("UPDATE attachment SET content = x'00'"))
        uow.commit()
    with pytest.raises(DataUnavailable, match="đã bị hỏng"):
        attachments.copy_to_open(workspace, copy)


def test_the_register_knows_which_paper_lacks_its_signed_copy(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    documents.new_document(workspace, "ke-hoach-nam", 2026, {})
    assert [line.lacks_signed_copy for line in read_register(workspace, 2026)] == [True, False]
    attachments.attach(workspace, paper(plan), [scan(tmp_path)])
    issued, _draft = read_register(workspace, 2026)
    assert (issued.signed_copies, issued.lacks_signed_copy) == (1, False)


def test_the_search_finds_a_paper_by_the_name_of_its_scan(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    attachments.attach(workspace, paper(plan), [scan(tmp_path, "KH thi đua đã ký.pdf")])
    (found,) = SearchIndex(workspace).find("thi dua da ky")
    assert found.id == plan
