"""Last year's document beside this year's draft, with the words that differ marked."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.services.rolling import Origin, origin_name
from ui import theme
from ui.background import Runner
from ui.dialogs.base import size_within
from ui.pages.drafting.comparison import ComparisonView
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label

SIZE: Final = (1180, 680)
HEADING: Final = "So với năm trước"


class OriginDialog(QDialog):
    """Shows what a draft was rolled from at the left and the draft as it is typed now at the right."""

    def __init__(self, runner: Runner, origin: Origin, draft: OfficialDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(HEADING)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.comparison = ComparisonView(runner)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Đóng", self.reject))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(label(HEADING, "heading"))
        layout.addWidget(self.comparison, 1)
        layout.addLayout(buttons)
        size_within(self, *SIZE)
        name = origin_name(origin)
        self.comparison.show_documents(origin.document, draft, f"{name[:1].upper()}{name[1:]}", "Bản đang soạn")
