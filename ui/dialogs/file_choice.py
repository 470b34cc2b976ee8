"""The system's dialogs for choosing a file, in the folder last used; the choice is handed on, nothing waits for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from ui import preferences

WRITTEN: Final = "written"
"""Stands for every kind of file in which a document may come; what cannot be read is said once it is chosen."""
KINDS: Final = {
    ".xlsx": "Bảng tính Excel (*.xlsx)",
    ".docx": "Văn bản Word (*.docx)",
    ".pdf": "Tệp PDF (*.pdf)",
    ".jpg": "Ảnh JPG (*.jpg)",
    ".jpeg": "Ảnh JPG (*.jpeg)",
    ".png": "Ảnh PNG (*.png)",
    WRITTEN: "Văn bản Word hoặc chữ thuần (*.docx *.txt *.doc *.pdf)",
}

Taken = Callable[[Path], object]


def ask_where(parent: QWidget, file_name: str, taken: Taken) -> QFileDialog:
    """Ask where to save `file_name`, whose ending stays; a file that is there is replaced only after a question."""
    ending = Path(file_name).suffix.casefold()
    dialog = _dialog(parent, "Lưu thành tệp", KINDS[ending], taken)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending[1:])
    dialog.selectFile(file_name)
    dialog.open()
    return dialog


def ask_which(parent: QWidget, heading: str, ending: str, taken: Taken) -> QFileDialog:
    """Ask for one file with this ending, or of the kind `WRITTEN`, that is there already."""
    dialog = _dialog(parent, heading, KINDS[ending], taken)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_which_ones(parent: QWidget, heading: str, kinds: str, taken: Callable[[list[Path]], object]) -> QFileDialog:
    """Ask for one file or several of the `kinds`, a name filter, that are there already."""
    dialog = QFileDialog(parent, heading, preferences.LAST_FOLDER.read(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def take(names: list[str]) -> None:
        preferences.LAST_FOLDER.write(str(Path(names[0]).parent))
        taken([Path(name) for name in names])

    dialog.filesSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, heading: str, taken: Taken) -> QFileDialog:
    """Ask for a folder that is there already."""
    dialog = QFileDialog(parent, heading, preferences.LAST_FOLDER.read())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)

    def take(name: str) -> None:
        preferences.LAST_FOLDER.write(name)
        taken(Path(name))

    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, heading: str, kind: str, taken: Taken) -> QFileDialog:
    dialog = QFileDialog(parent, heading, preferences.LAST_FOLDER.read(), kind)

    def take(name: str) -> None:
        preferences.LAST_FOLDER.write(str(Path(name).parent))
        taken(Path(name))

    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
