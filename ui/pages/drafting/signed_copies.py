"""The scans of the signed paper, in a line above the text of an issued document."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services.attachments import Attachment, Owner, OwnerKind
from kimhoa_app.services.documents import DocumentDraft
from ui import theme
from ui.pages.attachments import Attachments, file_size
from ui.pages.context import PageContext
from ui.widgets.buttons import link_button, plain_button
from ui.widgets.labels import label

NONE: Final = "chưa có; quét bản đã ký, đóng dấu rồi đính kèm"


class SignedCopies(Attachments):
    """Names the scans of the document on the desk; hidden while it is a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("documents", "bản đã ký", parent)
        self.setProperty("look", "card")
        self._none = label(NONE, "muted")
        self._first = link_button("", lambda: self.open(self.copies[0]))
        self._others = label("", "muted")
        self._more = plain_button("", lambda: None, icon="more")
        self._lay_out()
        self.show_copies([])
        self.hide()

    def show_for(self, context: PageContext, entry: DocumentDraft) -> None:
        """Show the scans of `entry`, read off the UI thread."""
        self.setVisible(entry.is_issued)
        if entry.is_issued:
            self.show_owner(context, Owner(OwnerKind.DOCUMENT, entry.id))

    def menu(self) -> QMenu:
        """Return what can be done with the scans, in a menu of its own for each where there are several."""
        menu = QMenu(self)
        for copy in self.copies:
            self.add_actions(menu.addMenu(copy.file_name) if len(self.copies) > 1 else menu, copy)
        return menu

    @override
    def show_copies(self, copies: list[Attachment]) -> None:
        self._none.setVisible(not copies)
        self._first.setVisible(bool(copies))
        self._more.setVisible(bool(copies))
        self._others.setVisible(len(copies) > 1)
        self._others.setText(f"và {len(copies) - 1} tệp khác")
        if copies:
            self._first.setText(f"{copies[0].file_name} ({file_size(copies[0].size)})")
            self._first.setToolTip(f"Đính kèm lúc {copies[0].added_at.astimezone():%H:%M %d/%m/%Y}; bấm để mở")
            self._more.setMenu(self.menu())

    def _lay_out(self) -> None:
        self._more.setToolTip("Mở, lưu ra, thay, xóa")
        self._more.setAccessibleName("Việc với bản đã ký")
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        row.addWidget(label("Bản đã ký", "subject"))
        for widget in (self._none, self._first, self._others, self._more):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.attach_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addLayout(row)
        layout.addWidget(self._trouble)
