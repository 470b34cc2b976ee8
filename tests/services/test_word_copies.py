"""A document written as .docx, changed in Word, noticed and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

from kimhoa_app.documents.model import plain
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.errors import NotFound, Refused, UnusableFile
from kimhoa_app.services import documents, word_copies
from kimhoa_app.services.workspace import Workspace
from tests.services.conftest import Commune

WORDS = " Thêm ở Word."


@pytest.fixture
def workspace(commune: Commune) -> Workspace:
    return commune.workspace


@pytest.fixture
def plan(workspace: Workspace) -> int:
    return documents.new_document(workspace, "ke-hoach-nam", 2026, {})


@pytest.fixture
def file(workspace: Workspace, plan: int, tmp_path: Path) -> Path:
    path = tmp_path / "Ke hoach 2026.docx"
    document = documents.read_draft(workspace, plan).document
    path.write_bytes(write_docx(document))
    word_copies.remember(workspace, plan, document, path)
    return path


def add_words(file: Document) -> None:
    paragraph = next(each for each in file.paragraphs if each.text.startswith("Thực hiện"))
    paragraph.runs[-1].text += WORDS


def in_word(path: Path, change: Callable[[Document], object] = add_words) -> None:
    opened = docx.Document(str(path))
    change(opened)
    opened.save(str(path))


def opening(workspace: Workspace, plan: int) -> str:
    return " ".join(each.text for each in documents.read_draft(workspace, plan).document.opening)


def test_a_file_as_it_was_written_brings_nothing(workspace: Workspace, plan: int, file: Path) -> None:
    assert word_copies.find_changes(workspace, plan) is None
    assert word_copies.known_path(workspace, plan) == file.resolve()


def test_a_change_is_noticed_and_taken_back_with_a_version_before(workspace: Workspace, plan: int, file: Path) -> None:
    before = documents.read_draft(workspace, plan).document
    in_word(file)
    changes = word_copies.find_changes(workspace, plan)
    assert changes is not None
    assert not changes.both_changed
    assert WORDS.strip() not in opening(workspace, plan)
    version = word_copies.take_back(workspace, plan, changes)
    assert WORDS.strip() in opening(workspace, plan)
    assert documents.read_version(workspace, plan, version) == before
    assert documents.list_versions(workspace, plan)[0].reason == "Trước khi lấy nội dung từ Word (Ke hoach 2026.docx)"
    assert word_copies.find_changes(workspace, plan) is None


def test_a_second_change_after_the_first_was_taken_back_is_noticed_alone(
    workspace: Workspace, plan: int, file: Path
) -> None:
    for _round in range(2):
        in_word(file)
        changes = word_copies.find_changes(workspace, plan)
        assert changes is not None
        word_copies.take_back(workspace, plan, changes)
    assert opening(workspace, plan).count(WORDS) == 2


def test_saving_in_word_without_a_change_is_not_asked_about(workspace: Workspace, plan: int, file: Path) -> None:
    in_word(file, lambda _file: None)
    assert word_copies.find_changes(workspace, plan) is None


def test_letters_made_bold_are_a_change_without_a_changed_word(workspace: Workspace, plan: int, file: Path) -> None:
    def embolden(opened: Document) -> None:
        next(each for each in opened.paragraphs if each.text.startswith("Thực hiện")).runs[0].font.bold = True

    in_word(file, embolden)
    changes = word_copies.find_changes(workspace, plan)
    assert changes is not None
    assert changes.only_looks
    word_copies.take_back(workspace, plan, changes)
    assert documents.read_draft(workspace, plan).document.opening[0].runs[0].bold


def test_changes_that_were_left_are_not_asked_about_again_but_later_ones_are(
    workspace: Workspace, plan: int, file: Path
) -> None:
    in_word(file)
    changes = word_copies.find_changes(workspace, plan)
    assert changes is not None
    word_copies.leave(workspace, plan, changes)
    assert word_copies.find_changes(workspace, plan) is None
    in_word(file)
    assert word_copies.find_changes(workspace, plan) is not None


def test_a_text_that_changed_on_both_sides_is_told(workspace: Workspace, plan: int, file: Path) -> None:
    body = documents.read_draft(workspace, plan).document
    documents.save_body(workspace, plan, replace(body, closing=(plain("Khác"),)))
    in_word(file)
    changes = word_copies.find_changes(workspace, plan)
    assert changes is not None
    assert changes.both_changed


def test_a_file_that_is_gone_brings_nothing_until_it_is_shown_where_it_is(
    workspace: Workspace, plan: int, file: Path
) -> None:
    in_word(file)
    elsewhere = file.rename(file.with_name("chuyển.docx"))
    assert word_copies.find_changes(workspace, plan) is None
    with pytest.raises(UnusableFile, match="Không còn tệp"):
        word_copies.read_changes(workspace, plan, file)
    changes = word_copies.read_changes(workspace, plan, elsewhere)
    word_copies.take_back(workspace, plan, changes)
    assert word_copies.known_path(workspace, plan) == elsewhere.resolve()


def test_a_half_saved_file_is_told_and_nothing_changes(workspace: Workspace, plan: int, file: Path) -> None:
    before = documents.read_draft(workspace, plan).document
    file.write_bytes(file.read_bytes()[:5000])
    with pytest.raises(UnusableFile, match="hỏng"):
        word_copies.find_changes(workspace, plan)
    assert documents.read_draft(workspace, plan).document == before


def test_a_file_that_word_keeps_to_itself_is_told(
    workspace: Workspace, plan: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(UnusableFile, match="Word đang giữ"):
        word_copies.find_changes(workspace, plan)


@pytest.mark.parametrize(("name", "owner"), [("Kế hoạch.docx", "~$ hoạch.docx"), ("a.docx", "~$a.docx")])
def test_a_file_that_is_open_in_word_is_known_by_the_file_beside_it(
    workspace: Workspace, plan: int, file: Path, name: str, owner: str
) -> None:
    moved = file.rename(file.with_name(name))
    in_word(moved)
    assert not word_copies.read_changes(workspace, plan, moved).is_open
    moved.with_name(owner).write_bytes(b"")
    assert word_copies.read_changes(workspace, plan, moved).is_open


def test_an_issued_paper_takes_nothing_back_until_it_is_opened_for_correction(
    workspace: Workspace, plan: int, file: Path
) -> None:
    documents.issue(workspace, plan, 5, date(2026, 1, 6))
    in_word(file)
    changes = word_copies.read_changes(workspace, plan, file)
    with pytest.raises(Refused):
        word_copies.take_back(workspace, plan, changes)
    documents.start_correction(workspace, plan, "sửa trong Word")
    word_copies.take_back(workspace, plan, changes, correcting=True)
    assert WORDS.strip() in opening(workspace, plan)


def test_a_paper_that_was_never_written_and_a_file_that_says_the_same_are_told(
    workspace: Workspace, plan: int, file: Path
) -> None:
    other = documents.new_document(workspace, "ke-hoach-nam", 2026, {})
    with pytest.raises(NotFound):
        word_copies.read_changes(workspace, other, file)
    with pytest.raises(Refused, match="chưa có chữ nào khác"):
        word_copies.read_changes(workspace, plan, file)


def test_a_pdf_is_no_copy_that_comes_back(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    word_copies.remember(workspace, plan, documents.read_draft(workspace, plan).document, tmp_path / "a.pdf")
    assert word_copies.known_path(workspace, plan) is None
