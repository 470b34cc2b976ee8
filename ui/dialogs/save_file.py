"""Where a file goes: the system's dialog, opened in the folder used last, with a name that needs no typing."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import preferences

_KINDS: Final = {".docx": "Văn bản Word (*.docx)", ".pdf": "Tệp PDF (*.pdf)", ".xlsx": "Bảng tính Excel (*.xlsx)"}


def ask_where_to_write(parent: QWidget, stem: str, ending: str) -> Path | None:
    """Return the file that the clerk chose, its ending put right and its folder remembered; None when cancelled.

    `ending` is .docx, .pdf or .xlsx.
    """
    suggested = last_folder() / f"{stem}{ending}"
    chosen, _filter = QFileDialog.getSaveFileName(parent, "Lưu tệp", str(suggested), _KINDS[ending])
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.casefold() != ending:
        path = path.with_name(f"{path.name}{ending}")
    preferences.LAST_FOLDER.write(str(path.parent))
    return path


def last_folder() -> Path:
    """Return the folder used last where it is still there, else the person's documents."""
    kept = preferences.LAST_FOLDER.read()
    if kept and Path(kept).is_dir():
        return Path(kept)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
