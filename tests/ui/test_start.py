"""The start as a person makes it: a process of its own."""

import gc
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.application import TRANSLATIONS, speak_vietnamese
from ui.single_instance import FirstWindow, ask_first_window, channel_of

HEAVY = ("sqlalchemy", "sqlmodel", "alembic", "docx", "openpyxl", "pydantic", "jinja2", "lxml")


def run(code: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60, check=False
    )


def test_nothing_heavy_is_imported_before_the_window_has_painted(tmp_path: Path) -> None:
    ended = run(
        "import sys; from kimhoa_app.__main__ import main;"
        f"status = main(['--paint-and-quit', '--data', {str(tmp_path / 'data')!r}]);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules})); sys.exit(status)",
        tmp_path,
    )
    assert ended.returncode == 0, ended.stderr
    loaded = ended.stdout.split()
    assert "PySide6" in loaded
    assert not set(HEAVY).intersection(loaded)


def test_an_unknown_option_is_told_in_one_line(tmp_path: Path) -> None:
    ended = run("import sys; from kimhoa_app.__main__ import main; sys.exit(main(['--no-such-option']))", tmp_path)
    assert ended.returncode == 2
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_sub_command_never_opens_the_window(tmp_path: Path) -> None:
    ended = run(
        "import sys, types; import kimhoa_app.cli as cli;"
        "cli.main = lambda words, make_pdf: print(*words) or 0;"
        "from kimhoa_app.__main__ import main;"
        "status = main(['--data', 'd', 'templates', '--json']);"
        "assert 'PySide6' not in sys.modules; sys.exit(status)",
        tmp_path,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == ["--data", "d", "templates", "--json"]


def test_a_second_start_brings_the_first_window_to_the_front(qtbot: object, tmp_path: Path) -> None:
    first = FirstWindow(tmp_path)
    with qtbot.waitSignal(first.asked):
        assert ask_first_window(tmp_path)
    first.close()
    assert not ask_first_window(tmp_path)


def test_one_folder_has_one_channel_however_its_path_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert channel_of(tmp_path / "a" / ".." / "a") == channel_of(tmp_path / "a")
    assert channel_of(tmp_path / "a") != channel_of(tmp_path)


def test_qt_speaks_vietnamese_long_after_its_texts_were_loaded(qapp: QApplication) -> None:
    speak_vietnamese(qapp)
    gc.collect()
    rubbish = [bytes(40_000) for _ in range(200)]
    spoken = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert len(rubbish) == 200
    assert spoken == ("Hủy" if (files("resources") / TRANSLATIONS).is_file() else "Cancel")


def test_the_bundled_fonts_are_loaded(dressed: object) -> None:
    from PySide6.QtGui import QFontInfo

    from ui import theme

    if not (files("resources") / "fonts").is_dir():
        pytest.skip("no fonts ship in this build")
    assert QFontInfo(theme.font(10.5)).family() == theme.FAMILY
