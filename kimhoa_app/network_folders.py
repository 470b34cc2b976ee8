"""Whether a folder lies on another computer, where SQLite's locks cannot be trusted."""

import ctypes
import sys
from pathlib import Path, PurePath

_DRIVE_REMOTE = 4
_REMOTE_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"})
_MOUNTS = Path("/proc/self/mounts")


def is_network_folder(folder: Path) -> bool:
    """Return whether `folder`, which may not exist yet, is known to lie on a network share."""
    if sys.platform == "win32":
        anchor = folder.resolve().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
    if not _MOUNTS.exists():
        return False
    return file_system_of(folder.resolve(), _MOUNTS.read_text("utf-8")) in _REMOTE_FILE_SYSTEMS


def file_system_of(folder: PurePath, mounts: str) -> str:
    """Return the type of the file system that holds `folder`, by a table of mounts as Linux prints it."""
    entries = [line.split()[1:3] for line in mounts.splitlines()]
    places = [(PurePath(place.replace("\\040", " ")), kind) for place, kind in entries]
    holding = [(place, kind) for place, kind in places if folder.is_relative_to(place)]
    return max(holding, key=lambda entry: len(entry[0].parts), default=(PurePath(), ""))[1]
