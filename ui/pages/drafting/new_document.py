"""Beginning a document: choose a template, look at its pages, check the few fields, make it; mind the own templates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating import Needs, Template
from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.services import documents, meetings, templates
from kimhoa_app.services.templates import TemplateChoice
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.pages.context import PageContext
from ui.pages.drafting.preview import Preview
from ui.pages.drafting.template_actions import TemplateActions
from ui.pages.drafting.template_form import TemplateForm
from ui.pages.drafting.template_list import TemplateList
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.labels import label

PREVIEW_WAIT_MS: Final = 300
LIST_WIDTH: Final = 236
FORM_WIDTH: Final = 454
PREVIEW_WIDTH: Final = 400


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a template is shown with: the meetings to choose from, the one chosen, and its fields as filled."""

    meetings: tuple[MeetingRecord, ...]
    meeting_id: int | None
    defaults: dict[str, str]


class NewDocument(QWidget):
    """Makes a document; `made` carries its number."""

    made = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: PageContext | None = None
        self._year = 0
        self._ready = False
        self._template: Template | None = None
        self._meeting_id: int | None = None
        self.templates = TemplateList()
        self.actions_on_templates = TemplateActions(self, self._read_choices, self._refuse)
        self.form = TemplateForm()
        self.banner = Banner()
        self.preview = Preview()
        self._description = label("", "muted", wrap=True)
        self._fields_card = Card("Các mục điền sẵn")
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PREVIEW_WAIT_MS)
        self._clock.timeout.connect(self._preview)
        self._lay_out()
        self._connect_templates()
        self.form.edited.connect(self._clock.start)
        self.form.meeting_chosen.connect(self._choose_meeting)

    @property
    def is_ready(self) -> bool:
        """Whether the fields of the chosen template could be shown."""
        return self._ready

    def start(self, context: PageContext, template_id: str, year: int, meeting_id: int | None = None) -> None:
        """Begin a document of the template for `year`, and for a meeting where one is given."""
        self._context = context
        self._year = year
        self._meeting_id = meeting_id
        self.actions_on_templates.work_on(context, year)
        self._read_choices(template_id)

    def make(self) -> None:
        """Make the document, or mark what is missing."""
        context, template, meeting_id = self._context, self._template, self._meeting_id
        if context is None or template is None:
            return
        try:
            values = self.form.values()
        except InvalidInput:
            return  # the form has marked the fields
        year = self._year
        context.runner.submit(
            lambda: documents.new_document(context.workspace, template.id, year, values, meeting_id),
            done=self.made.emit,
            failed=self._refuse,
        )

    def _lay_out(self) -> None:
        self.templates.setMinimumWidth(LIST_WIDTH * 2 // 3)
        self.templates.setMaximumWidth(LIST_WIDTH)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        scroll.viewport().setAutoFillBackground(False)
        self.form.setAutoFillBackground(False)
        self._fields_card.body.addWidget(self._description)
        self._fields_card.body.addWidget(self.banner)
        self._fields_card.body.addWidget(scroll, 1)
        self.preview.setMinimumWidth(PREVIEW_WIDTH // 2)
        self.preview.setMaximumWidth(PREVIEW_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        for pane, share in (
            (self.templates, LIST_WIDTH),
            (self._fields_card, FORM_WIDTH),
            (self.preview, PREVIEW_WIDTH),
        ):
            layout.addWidget(pane, share)

    def _connect_templates(self) -> None:
        shown, actions = self.templates, self.actions_on_templates
        shown.chosen.connect(self._choose_from_list)
        shown.copy_asked.connect(actions.copy)
        shown.editing_asked.connect(actions.edit)
        shown.renaming_asked.connect(actions.rename)
        shown.restoring_asked.connect(actions.restore)
        shown.deletion_asked.connect(actions.delete)
        shown.writing_asked.connect(actions.write)

    def _read_choices(self, template_id: str) -> None:
        """Read the templates again and choose the one of that id."""
        self._ask(
            lambda workspace, _year: templates.list_choices(workspace),
            lambda choices: self.templates.show_choices(choices, template_id),
        )

    def _choose_from_list(self, _template_id: str) -> None:
        choice = self.templates.choice
        if choice is not None and choice.template is not None:
            self._choose(choice.template)
        elif choice is not None:
            self._show_broken(choice)

    def _show_broken(self, choice: TemplateChoice) -> None:
        self._template, self._ready = None, False
        self._description.setText("")
        self.form.clear()
        self.banner.say(
            choice.fault,
            theme.State.ATTENTION,
            mend_text="Sửa mẫu",
            mend=lambda: self.actions_on_templates.edit(choice.id),
        )

    def _choose_meeting(self, meeting_id: int) -> None:
        self._meeting_id = meeting_id
        if self._template is not None:
            self._choose(self._template)

    def _choose(self, template: Template) -> None:
        self._template = template
        self._ready = False
        self._description.setText(template.description)
        meeting_id = self._meeting_id
        self._ask(
            lambda workspace, year: _offer(workspace, template, year, meeting_id),
            lambda offer: self._show_offer(template, offer),
        )

    def _show_offer(self, template: Template, offer: _Offer) -> None:
        if template is self._template:
            self.banner.clear()
            self._ready = True
            self._meeting_id = offer.meeting_id
            self.form.show_template(template, offer.defaults, offer.meetings, offer.meeting_id)
            self._preview()

    def _preview(self) -> None:
        template, values, meeting_id = self._template, self.form.typed(), self._meeting_id
        if template is None or values is None:
            return

        def show(document: OfficialDocument) -> None:
            if template is self._template:
                self.banner.clear()
                self.preview.show_now(document)

        self._ask(
            lambda workspace, year: documents.draft(workspace, template.id, year, values, meeting_id),
            show,
            failed=lambda error: None if isinstance(error, InvalidInput) else self._refuse(error),
        )

    def _ask(
        self,
        work: Callable[[Workspace, int], Any],
        show: Callable[[Any], None],
        failed: Callable[[KimHoaError], None] | None = None,
    ) -> None:
        context, year = self._context, self._year
        if context is not None:
            context.runner.submit(lambda: work(context.workspace, year), done=show, failed=failed or self._refuse)

    def _refuse(self, error: KimHoaError) -> None:
        if isinstance(error, InvalidInput) and self.form.form.show_error(error):
            return
        where, key = ("Mở trang Hội đồng", "hoi-dong") if self._lacks_meeting else ("Mở Cài đặt", "cai-dat")
        if self._template is not None and self._template.needs in (Needs.REGISTRATIONS, Needs.OUTCOMES):
            where, key = "Mở trang Đăng ký", "dang-ky"
        context = self._context
        assert context is not None
        self.banner.say(error.message, theme.State.ATTENTION, mend_text=where, mend=lambda: context.navigate(key))

    @property
    def _lacks_meeting(self) -> bool:
        return self._template is not None and self._template.needs is Needs.MEETING


def _offer(workspace: Workspace, template: Template, year: int, meeting_id: int | None) -> _Offer:
    """Return what the template is shown with; a paper of a meeting takes the year's last one until one is chosen."""
    if template.needs is not Needs.MEETING:
        return _Offer((), None, documents.template_fields(workspace, template.id, year))
    held = tuple(
        meeting
        for meeting in meetings.list_meetings(workspace)
        if meeting.year == year and template.council in (None, meeting.council_kind)
    )
    if meeting_id not in {meeting.meeting_id for meeting in held}:
        meeting_id = held[-1].meeting_id if held else None
    return _Offer(held, meeting_id, documents.template_fields(workspace, template.id, year, meeting_id))
