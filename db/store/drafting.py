"""What a draft was rolled forward from, and what that asks and has changed, in the data file."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import col, select

from db.audit import record
from db.store.rows import change, found
from db.tables import DocumentOriginRow, DocumentQuestionRow, DocumentRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.anchors import Anchor
from kimhoa_app.documents.codec import from_json, to_json
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.rolling import Rolled


class QuestionState(StrEnum):
    """A question waits, is put off until later, or is answered."""

    OPEN = "open"
    POSTPONED = "postponed"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Origin:
    """The earlier document as it was read; `file_name` is "" for one that was pasted or stands in the data file."""

    file_name: str
    year: int
    document: OfficialDocument


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    """Words that are asked about, or, where it is not `asked`, that the roll-forward has changed by itself.

    `anchor` holds the words in question; once answered with other words than "", these stand in their place. The
    `proposal` is a likely answer, of a change that made by itself, None where there is none.
    `text_number` is that of their text in the earlier document, None for the name of a signer.
    """

    id: int
    document_id: int
    asked: bool
    rule: str
    anchor: Anchor
    text_number: int | None
    message: str
    proposal: str | None
    state: QuestionState
    answer: str

    @property
    def standing_anchor(self) -> Anchor:
        """The words that stand in the draft by this question: those in question, or the answer."""
        return self.anchor.reading(self.answer) if self.answer else self.anchor


def add_origin(uow: UnitOfWork, document_id: int, origin: Origin) -> None:
    """Write what the draft was rolled forward from."""
    row = DocumentOriginRow(
        document_id=document_id, file_name=origin.file_name, year=origin.year, body=to_json(origin.document)
    )
    uow.session.add(row)
    uow.session.flush()
    record(uow, "document_origin", document_id, "add", None, row.model_dump(exclude={"body"}))


def add_questions(uow: UnitOfWork, document_id: int, rolled: Rolled) -> None:
    """Write what `rolled` asks and what it has changed; each answer leaves its own trail later."""
    asked = [
        DocumentQuestionRow(
            rule=each.rule, message=each.message, proposal=each.proposal, **_place(each.anchor, each.number)
        )
        for each in rolled.questions
    ]
    changed = [
        DocumentQuestionRow(
            asked=False, rule=each.rule, message="", proposal=each.after, state=QuestionState.ANSWERED.value,
            answer=each.after, **_place(each.anchor.reading(each.before), each.number),
        )
        for each in rolled.changes
        if each.anchor is not None
    ]  # fmt: skip
    for position, row in enumerate([*asked, *changed]):
        row.document_id, row.position = document_id, position
        uow.session.add(row)
    uow.session.flush()


def find_origin(uow: UnitOfWork, document_id: int) -> Origin | None:
    """Return what a draft was rolled forward from, None for any other document."""
    row = uow.session.get(DocumentOriginRow, document_id)
    return None if row is None else Origin(row.file_name, row.year or 0, from_json(row.body))


def list_questions(uow: UnitOfWork, document_id: int) -> list[StoredQuestion]:
    """Return what is asked and was changed in a document, the questions first, each in reading order."""
    query = (
        select(DocumentQuestionRow)
        .where(DocumentQuestionRow.document_id == document_id)
        .order_by(col(DocumentQuestionRow.position))
    )
    return [_stored(row) for row in uow.session.exec(query)]


def read_question(uow: UnitOfWork, question_id: int) -> StoredQuestion:
    """Return one question; raises NotFound."""
    return _stored(_row(uow, question_id))


def settle_question(uow: UnitOfWork, question_id: int, state: QuestionState, answer: str) -> None:
    """Write state and answer of a question; raises NotFound."""
    change(uow, _row(uow, question_id), {"state": state, "answer": answer}, state.value)


def drafts_with_questions(uow: UnitOfWork, year: int) -> list[int]:
    """Return the numbers of the drafts of `year` for which questions are stored, answered ones too."""
    query = (
        select(DocumentQuestionRow.document_id)
        .join(DocumentRow, col(DocumentRow.id) == DocumentQuestionRow.document_id)
        .where(
            col(DocumentQuestionRow.asked).is_(True),
            DocumentRow.year == year,
            DocumentRow.state == "draft",
            col(DocumentRow.deleted_at).is_(None),
        )
        .distinct()
    )
    return list(uow.session.exec(query))


def _row(uow: UnitOfWork, question_id: int) -> DocumentQuestionRow:
    return found(uow, DocumentQuestionRow, question_id, "Không tìm thấy câu hỏi này.")


def _place(anchor: Anchor, text_number: int | None) -> dict[str, Any]:
    return {"words": anchor.words, "around": anchor.around, "start": anchor.start, "text_number": text_number}


def _stored(row: DocumentQuestionRow) -> StoredQuestion:
    return StoredQuestion(
        id=row.id or 0,
        document_id=row.document_id,
        asked=row.asked,
        rule=row.rule,
        anchor=Anchor(row.words, row.around, row.start),
        text_number=row.text_number,
        message=row.message,
        proposal=row.proposal,
        state=QuestionState(row.state),
        answer=row.answer,
    )
