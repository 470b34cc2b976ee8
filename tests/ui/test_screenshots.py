from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.background import BackgroundRunner
from ui.screenshots import Photographer
from ui.shell.main_window import MainWindow
from ui.shell.pages import PageEntry

ENTRIES = (
    PageEntry("hoi-dong", "Hội đồng", "council", "tests.ui.gallery:GalleryPage"),
    PageEntry("can-bo", "Cán bộ, tập thể", "people", "tests.ui.gallery:GalleryPage"),
)


def test_every_page_and_dialog_has_its_picture_at_the_size_of_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    runner = BackgroundRunner()
    window = MainWindow(ENTRIES, runner)
    qtbot.addWidget(window)
    window.show()
    window.start(object())
    photographer = Photographer(window, runner, tmp_path)
    with qtbot.waitSignal(photographer.finished, timeout=20_000):
        photographer.start()
    runner.close()
    taken = sorted(path.name for path in tmp_path.glob("*.png"))
    cases = ("", "-bao-loi", "-sai", "-them")
    assert taken == sorted(f"{page}{case}.png" for page in ("01-hoi-dong", "02-can-bo") for case in cases)
    for name in taken:
        assert (QImage(str(tmp_path / name)).width(), QImage(str(tmp_path / name)).height()) == (1366, 768)
