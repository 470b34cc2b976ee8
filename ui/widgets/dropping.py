"""What is dropped on a window from the folder of files."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(dropped: QMimeData) -> list[Path]:
    """Return the local files that were dropped, none when anything else is among them."""
    urls = dropped.urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def dropped_file(dropped: QMimeData) -> Path | None:
    """Return the one local file that was dropped, None for several or anything else."""
    files = dropped_files(dropped)
    return files[0] if len(files) == 1 else None
