"""What is dropped on a window from the folder of files."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(dropped: QMimeData) -> list[Path]:
    """Return the local files that were dropped, none when anything else is among them."""
    urls = dropped.urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []
