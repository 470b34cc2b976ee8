"""Writing beside the target: the old file or the new one, never a broken one."""

import errno
import os
import sys
from pathlib import Path

import pytest

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.exchange.files import write_beside


def failing(code: int) -> object:
    def fail(*_args: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_the_file_holds_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(b"old")
    write_beside(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("step", "code", "word"),
    [
        ("os.fsync", errno.ENOSPC, "đầy"),
        ("os.fsync", errno.EIO, "USB"),
        ("pathlib.Path.replace", errno.EACCES, "Word hoặc Excel"),
        ("tempfile.mkstemp", errno.EACCES, "Word hoặc Excel"),
        ("tempfile.mkstemp", errno.ENOSPC, "đầy"),
    ],
)
def test_a_failure_at_any_step_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, word: str
) -> None:
    path = tmp_path / "bao cao.xlsx"
    path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(step, failing(code))
        with pytest.raises(UnusableFile, match=word):
            write_beside(path, b"new" * 1000)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="Không có thư mục"):
        write_beside(tmp_path / "khong co" / "a.docx", b"x")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(UnusableFile):
        write_beside(tmp_path / "a.docx", b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such mode there")
def test_others_may_read_what_was_written_as_they_may_any_file(tmp_path: Path) -> None:
    write_beside(tmp_path / "a.docx", b"x")
    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o644
