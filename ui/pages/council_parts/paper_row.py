"""One paper of the meeting: its text to edit, its Word file, its print."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kimhoa_app.services.council_desk import Desk
from ui.pages.council_parts.actions import DeskActions
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import label


class PaperCard(Card):
    """The paper `template_id` of the meeting that is shown."""

    def __init__(self, name: str, template_id: str, actions: DeskActions, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._name = name
        self._template_id = template_id
        self._why = label("", "small", wrap=True)
        self.edit_button = plain_button("Soạn, sửa", partial(actions.open_paper, template_id), icon="edit")
        self.save_button = plain_button("Xuất Word", partial(actions.save_paper, template_id), icon="export")
        self.print_button = plain_button("In", partial(actions.print_paper, template_id), icon="print")
        for button in (self.edit_button, self.save_button, self.print_button):
            self.add_to_head(button)
        self.body.addWidget(self._why)

    def show_desk(self, desk: Desk, why: str) -> None:
        """Say `why` the paper is there, or since when it is drafted."""
        drafted = desk.papers.get(self._template_id)
        if drafted is None:
            self._why.setText(why)
        else:
            at = drafted.changed_at.astimezone()
            self._why.setText(
                f"Bản đã soạn, sửa lần cuối {at:%H:%M} ngày {at:%d/%m/%Y}; xuất và in đúng bản này. Nếu số liệu "
                "cuộc họp thay đổi sau đó, mở bản soạn để cập nhật."
            )
