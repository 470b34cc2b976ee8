"""The open data folder: one holder at a time, transactions, the check of the whole."""

import sqlite3
import sys
import threading
from contextlib import closing
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from db.audit import history, record
from db.tables import AwardRow, PersonRow
from kimhoa_app.domain.errors import AlreadyOpen, DataUnavailable
from kimhoa_app.network_folders import file_system_of
from kimhoa_app.services.workspace import Workspace, open_workspace, verify


def test_a_second_holder_is_told_so_at_once(tmp_path: Path) -> None:
    with open_workspace(tmp_path), pytest.raises(AlreadyOpen):
        open_workspace(tmp_path)


def test_a_folder_opened_on_one_thread_can_be_closed_on_another(tmp_path: Path) -> None:
    opened: list[Workspace] = []
    opener = threading.Thread(target=lambda: opened.append(open_workspace(tmp_path)))
    opener.start()
    opener.join()
    opened[0].close()
    open_workspace(tmp_path).close()


def test_a_refused_file_leaves_the_folder_unlocked(tmp_path: Path) -> None:
    (tmp_path / "kimhoa.db").write_bytes(b"x" * 5000)
    with pytest.raises(DataUnavailable):
        open_workspace(tmp_path)
    (tmp_path / "kimhoa.db").unlink()
    open_workspace(tmp_path).close()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DataUnavailable):
        open_workspace(tmp_path / "data")


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(DataUnavailable, match="quyền ghi"):
        open_workspace(tmp_path)


def test_the_day_is_that_of_the_clock_on_the_wall(workspace: Workspace) -> None:
    assert workspace.today == date(2026, 11, 21)


def test_what_is_not_committed_is_undone(workspace: Workspace) -> None:
    with workspace.begin() as uow:
        uow.session.add(PersonRow(full_name="Trần Văn Bình"))
        uow.session.flush()
    with workspace.begin() as uow:
        assert uow.session.get(PersonRow, 1) is None


def test_a_change_is_kept_with_its_time_its_actor_and_both_values(workspace: Workspace) -> None:
    with workspace.begin() as uow:
        record(uow, "person", 7, "change", {"full_name": "Bình", "note": ""}, {"full_name": "Bính", "note": ""})
        uow.commit()
    with workspace.begin() as uow:
        change = history(uow, "person", 7)[0]
    assert (change.at, change.actor) == (workspace.now, "Nguyễn Thị Ánh")
    assert change.changed == {"full_name": ("Bình", "Bính")}


def test_a_whole_data_file_passes(tmp_path: Path) -> None:
    open_workspace(tmp_path).close()
    assert verify(tmp_path) == []


def test_a_folder_without_data_cannot_be_verified(tmp_path: Path) -> None:
    with pytest.raises(DataUnavailable):
        verify(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_award_that_no_catalogue_knows_is_found(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace, workspace.begin() as uow:
        uow.session.add(PersonRow(id=1, full_name="Trần Văn Bình"))
        uow.session.flush()
        uow.session.add(AwardRow(person_id=1, award_code="XYZ", year=2024, subject_then="Trần Văn Bình"))
        uow.commit()
    assert [sentence for sentence in verify(tmp_path) if "XYZ" in sentence] != []


def test_a_row_that_points_nowhere_is_found(tmp_path: Path) -> None:
    open_workspace(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "kimhoa.db")) as connection, connection:
        connection.execute("INSERT INTO post (person_id, position, is_leader) VALUES (99, '', 0)")
    assert verify(tmp_path) == ["Dòng 1 của bảng post trỏ tới một dòng không có của bảng person."]


def test_the_deepest_mount_that_holds_a_folder_decides() -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/chung\\0401 nfs4 rw 0 0\n/dev/sdb1 /mnt vfat rw 0 0\n"
    assert file_system_of(PurePosixPath("/mnt/chung 1/kimhoa"), mounts) == "nfs4"
    assert file_system_of(PurePosixPath("/mnt/usb"), mounts) == "vfat"
    assert file_system_of(PurePosixPath("/home/anh"), mounts) == "ext4"
