"""The way through Word and back: a document that was written as .docx, changed there, and taken back on request."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from db.store import document_versions as version_store
from db.store import documents as document_store
from db.store import word_copies as store
from kimhoa_app.documents.comparing import compare
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.beyond import beyond_the_model
from kimhoa_app.documents.reading.returned import returned
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.errors import NotFound, Refused, UnusableFile
from kimhoa_app.services.workspace import Workspace

ENDING = ".docx"
_MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class WordChanges:
    """What was done in Word since a document was written to `path`.

    `written` is the document as it was written, `present` as it stands in the program, `from_word` what taking it back
    makes of it. `beyond` names what only the file holds. `is_open` is whether Word has the file open still,
    `only_looks` whether no word was changed there, as by letters made bold.
    """

    path: Path
    sha256: str
    changed_at: datetime
    written: OfficialDocument
    present: OfficialDocument
    from_word: OfficialDocument
    beyond: tuple[str, ...]
    is_open: bool
    only_looks: bool

    @property
    def both_changed(self) -> bool:
        """Whether the text in the program was changed too since it was written."""
        return self.present != self.written


def remember(workspace: Workspace, document_id: int, document: OfficialDocument, path: Path) -> None:
    """Remember that `document` was written to `path`; a file of another kind is none that comes back.

    Raises UnusableFile when the file is not there.
    """
    if path.suffix.casefold() != ENDING:
        return
    path = path.resolve()
    content = _content(path)
    with workspace.begin() as uow:
        store.remember_word_copy(uow, document_id, str(path), _sum(content), document)
        uow.commit()


def known_path(workspace: Workspace, document_id: int) -> Path | None:
    """Return where the document was last written as .docx, None when it never was."""
    with workspace.begin() as uow:
        copy = store.read_word_copy(uow, document_id)
    return None if copy is None else Path(copy.path)


def find_changes(workspace: Workspace, document_id: int) -> WordChanges | None:
    """Return what Word changed in the file last written; None when nothing, no file, or what was looked at before.

    Raises UnusableFile for a file that Word keeps to itself or that is not whole, as while it is being saved.
    """
    with workspace.begin() as uow:
        copy = store.read_word_copy(uow, document_id)
    if copy is None or not Path(copy.path).exists():
        return None
    content = _content(Path(copy.path))
    if _sum(content) == copy.sha256:
        return None
    changes = _changes(workspace, document_id, copy.document, Path(copy.path), content)
    if changes is None:  # saved in Word without a change of the text: nothing to ask about
        _note_sum(workspace, document_id, _sum(content))
    return changes


def read_changes(workspace: Workspace, document_id: int, path: Path) -> WordChanges:
    """Return what the .docx at `path` says otherwise than the document that was last written.

    `path` may be another than it was written to, as of a file that was moved or sent back. Raises Refused when it says
    the same, NotFound for a document that was never written, UnusableFile as `find_changes`.
    """
    with workspace.begin() as uow:
        copy = store.read_word_copy(uow, document_id)
    if copy is None:
        raise NotFound("Văn bản này chưa xuất ra Word lần nào.")
    changes = _changes(workspace, document_id, copy.document, path, _content(path))
    if changes is None:
        raise Refused(f"“{path.name}” chưa có chữ nào khác với bản đã xuất.")
    return changes


def take_back(workspace: Workspace, document_id: int, changes: WordChanges, *, correcting: bool = False) -> int:
    """Write what came from Word over the text and return the version that holds the text before.

    An issued document keeps the head that it was issued with. Raises NotFound, and Refused for an issued document that
    has not been opened for correction.
    """
    with workspace.begin() as uow:
        entry = document_store.read_document(uow, document_id)
        if entry.is_issued and not correcting:
            raise Refused("Văn bản đã ban hành; muốn lấy nội dung từ Word, hãy bấm “Sửa bản đã ban hành” trước.")
        document = changes.from_word
        if entry.is_issued:
            document = replace(document, letterhead=entry.document.letterhead)
        version_store.keep_version(uow, document_id, f"Trước khi lấy nội dung từ Word ({changes.path.name})")
        version = version_store.list_versions(uow, document_id)[0].version
        document_store.write_body(uow, document_id, document, "take_back")
        store.remember_word_copy(uow, document_id, str(changes.path.resolve()), changes.sha256, changes.from_word)
        uow.commit()
        return version


def leave(workspace: Workspace, document_id: int, changes: WordChanges) -> None:
    """Ask no more about these changes; the file and the text stay as they are."""
    _note_sum(workspace, document_id, changes.sha256)


def _changes(
    workspace: Workspace, document_id: int, written: OfficialDocument, path: Path, content: bytes
) -> WordChanges | None:
    came = returned(written, content, path.name)
    if not came.is_changed:
        return None
    with workspace.begin() as uow:
        present = document_store.read_document(uow, document_id).document
    return WordChanges(
        path=path,
        sha256=_sum(content),
        changed_at=_changed_at(path),
        written=written,
        present=present,
        from_word=came.document,
        beyond=beyond_the_model(write_docx(written), content, path.name),
        is_open=path.with_name(_owner_file(path.name)).exists(),
        only_looks=compare(came.before, came.after).is_same,
    )


def _owner_file(name: str) -> str:
    """Return the name of the file that Word keeps beside one that it has open: a long name loses its first letters."""
    stem = name.rpartition(".")[0]
    return f"~${name[min(max(len(stem) - 6, 0), 2) :]}"


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnusableFile(f"“{path.name}” quá lớn, không phải một văn bản thông thường.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnusableFile(f"Không còn tệp “{path.name}” ở chỗ đã lưu; nếu đã chuyển đi, hãy chọn lại tệp.") from error
    except OSError as error:
        raise UnusableFile(f"Word đang giữ “{path.name}”; hãy lưu và đóng tệp trong Word rồi xem lại.") from error


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _note_sum(workspace: Workspace, document_id: int, sha256: str) -> None:
    with workspace.begin() as uow:
        store.note_sum(uow, document_id, sha256)
        uow.commit()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
