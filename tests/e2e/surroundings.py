"""What is around a person at the window: the day that it is, and the dialogs and printers of the system."""

from datetime import datetime
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from tests.conftest import VIETNAM_TIME


class Calendar:
    """The day that it is for the program; the year goes on when the test says so."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 5, 8, 0, tzinfo=VIETNAM_TIME)

    def turn_to(self, month: int, day: int, hour: int = 8) -> None:
        self.now = self.now.replace(month=month, day=day, hour=hour)


class Files:
    """What a person answers to the dialogs of the system: which file to open, and where to save in `folder`.

    `also` are chosen together with the file to open where several may be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.to_open = Path()
        self.also: tuple[Path, ...] = ()
        self.proposed: list[str] = []
        self.printed = folder / "in.pdf"

    def saved(self, beginning: str, ending: str) -> Path:
        """Return the file that was saved under a proposed name of this beginning and ending."""
        (name,) = [each for each in self.proposed if each.startswith(beginning) and each.endswith(ending)]
        return self.folder / name

    def answer(self, dialog: QFileDialog) -> None:
        if dialog.fileMode() is QFileDialog.FileMode.Directory:
            dialog.fileSelected.emit(str(self.folder))
            return
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
            dialog.fileSelected.emit(str(self.to_open))
            dialog.filesSelected.emit([str(path) for path in (self.to_open, *self.also)])
            return
        (name,) = dialog.selectedFiles()
        self.proposed.append(Path(name).name)
        dialog.fileSelected.emit(str(self.folder / Path(name).name))

    def printer(self, _name: str) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        return printer
