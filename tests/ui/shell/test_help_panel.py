"""The help beside a page."""

import re

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

import resources
from ui.shell.help_panel import HelpPanel, help_text

PAGES = [name.removeprefix("help/").removesuffix(".md") for name in resources.names_in("help", ".md")]


def test_a_link_leads_to_the_page_about_checking_and_back(qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.show_help("ke-hoach")
    panel._text.anchorClicked.emit(QUrl("soat-van-ban.md"))
    assert "Những điều được soát" in panel._text.toPlainText()
    assert panel._text.verticalScrollBar().value() == 0
    panel._text.anchorClicked.emit(QUrl("ke-hoach.md"))
    assert "Soạn một văn bản" in panel._text.toPlainText()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_the_help_leads_to_a_page(page: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", help_text(page)):
        assert target.removesuffix(".md") in PAGES
