from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ui.widgets.written_bar import WrittenBar


def test_the_file_and_its_folder_are_one_click_away(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    bar = WrittenBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.tell(tmp_path / "a.docx")
    assert "a.docx" in bar.text
    bar.open_button.click()
    bar.folder_button.click()
    assert opened == [str(tmp_path / "a.docx"), str(tmp_path)]
