"""The cases of the page of plans that are pictured, filled with the data at hand; nothing is written."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating.loading import shipped_text
from kimhoa_app.documents.texts import Edit, Role, texts_of, with_edits
from kimhoa_app.services import documents, insertions, rolling
from kimhoa_app.services.documents import DocumentEntry, DocumentState
from kimhoa_app.services.rolling import QuestionState, RollPlan, RollRecord, StoredQuestion
from kimhoa_app.services.templates import TemplateDraft
from kimhoa_app.services.word_copies import WordChanges
from ui.dialogs.printing import print_document
from ui.pages.base import Showcase
from ui.pages.drafting.naming import PLAN_TEMPLATE

if TYPE_CHECKING:
    from ui.pages.plans import PlansPage


def cases_of(page: "PlansPage", plan: DocumentEntry | None) -> Showcase:
    """Return the cases of `page`; those about a document need the `plan` of the year."""
    cases: Showcase = {
        "soan-moi": partial(page.begin, PLAN_TEMPLATE),
        "sua-mau": partial(_template_editor, page),
        "soat-tep": page.check_file,
        "tu-nam-truoc": partial(page.begin_from_last_year, entry=plan),
    }
    if plan is None:
        return cases
    return cases | {
        "ban-soan": partial(page.open_document, plan.id),
        "phien-ban": partial(_versions, page),
        "thay-doi-word": partial(_word_changes, page),
        "in": lambda: print_document(page.desk.document, page),
        "cau-hoi": partial(_rolled, page, plan),
        "tra-loi": page.questions.walk,
        "so-sanh": page.questions.open_origin,
        "chen": partial(_insertions, page),
        "bang": partial(_table, page),
        "ban-hanh": partial(_issue, page),
    }


def _template_editor(page: "PlansPage") -> QWidget:
    text = shipped_text(PLAN_TEMPLATE)
    return page.new.actions_on_templates.open_editor(TemplateDraft("", "Kế hoạch (của cơ quan)", text, text))


def _versions(page: "PlansPage") -> QWidget | None:
    entry = page.desk.entry
    if entry is None:
        return None
    return page.paper.show_versions(entry, documents.list_versions(page.context.workspace, entry.id))


def _issue(page: "PlansPage") -> QWidget | None:
    return page.paper.show_issue(page.desk.entry, 1) if page.desk.entry is not None else None


def _insertions(page: "PlansPage") -> QWidget:
    year = page.desk.year
    return page.desk.inserting.offer(year, insertions.list_insertions(page.context.workspace, year))


def _table(page: "PlansPage") -> QWidget | None:
    page.desk.go_to((0,))
    return page.desk.inserting.edit_table()


def _word_changes(page: "PlansPage") -> QWidget:
    workspace, document = page.context.workspace, page.desk.document
    changes = WordChanges(
        path=Path("Ke hoach.docx"),
        sha256="",
        changed_at=workspace.now,
        written=document,
        present=document,
        from_word=_with(document, " Các thôn thực hiện ngay từ đầu năm."),
        beyond=(),
        is_open=False,
        only_looks=False,
    )
    return page.paper.show_word_changes(changes)


def _with(document: OfficialDocument, words: str) -> OfficialDocument:
    """Return the document with `words` behind its first text."""
    for text in texts_of(document):
        if text.spot.role is Role.BODY and text.words:
            end = len(text.words)
            return with_edits(document, text.spot.number, [Edit(end, end, words)])
    return document


def _rolled(page: "PlansPage", plan: DocumentEntry) -> None:
    """Put the plan rolled forward on the desk, as it would be with its questions, and with slips to be found."""
    workspace = page.context.workspace
    rolled = rolling.plan_from_document(workspace, plan.id, plan.year + 1)
    draft = documents.read_draft(workspace, plan.id)
    made = replace(
        draft,
        id=0,
        year=rolled.to_year,
        state=DocumentState.DRAFT,
        number=None,
        issued_on=None,
        document=_with(rolled.rolled.document, " Giữ vững anh ninh , trật tự trước ngày 31/02."),
    )
    page.show_draft(made, _record(rolled))
    page.desk.reviewing.findings.when_checked(lambda: None)


def _record(plan: RollPlan) -> RollRecord:
    asked = (
        StoredQuestion(
            id=number,
            document_id=0,
            asked=True,
            rule=each.rule,
            anchor=each.anchor,
            text_number=each.number,
            message=each.message,
            proposal=each.proposal,
            state=QuestionState.OPEN,
            answer="",
        )
        for number, each in enumerate(plan.rolled.questions, start=1)
    )
    return RollRecord(plan.origin, tuple(asked))
