"""Giao diện: how large the letters are, applied at once."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton

from ui import preferences, theme
from ui.pages.base import Page
from ui.pages.settings_parts.part import Part
from ui.widgets.card import Card
from ui.widgets.labels import label

NAMES: Final = ("Nhỏ", "Vừa", "Lớn", "Rất lớn")


class LooksPart(Part):
    """The text sizes to choose from."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        card = Card("Cỡ chữ của chương trình", "áp dụng ngay; cỡ chữ của văn bản không đổi")
        self.sizes: dict[float, QRadioButton] = {}
        group = QButtonGroup(self)
        chosen = preferences.TEXT_POINTS.read()
        for name, points in zip(NAMES, theme.TEXT_SIZES, strict=True):
            button = QRadioButton(f"{name} ({points:g} pt)".replace(".", ","))
            button.setChecked(points == chosen)
            button.clicked.connect(partial(self.use, points))
            group.addButton(button)
            self.sizes[points] = button
            card.body.addWidget(button)
        card.body.addWidget(label("Muốn phóng to toàn màn hình, đổi tỷ lệ màn hình trong Windows.", "small", wrap=True))
        self.body.addWidget(card)
        self.body.addStretch(1)

    def use(self, points: float) -> None:
        """Let all text be of this size, now and at the next start."""
        preferences.TEXT_POINTS.write(points)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, theme.TypeScale(points))
