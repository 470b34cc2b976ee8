"""Last year's document made into this year's draft, and the questions that this leaves, answered one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.store import document_versions as version_store
from db.store import documents as document_store
from db.store import drafting as store
from db.store.documents import DocumentState
from db.store.drafting import Origin, QuestionState, StoredQuestion
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.anchors import Standing, locate, with_words
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.outline import read_document, read_text
from kimhoa_app.documents.rolling import OfficeMemory, Rolled, roll
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.documents.wording import reference
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.services.office_memory import office_memory
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy

__all__ = ["Origin", "QuestionState", "StoredQuestion"]


_UNANSWERED = {True: QuestionState.OPEN, False: QuestionState.ANSWERED}
"""What a question, and a change that nobody asks about, is where its answer is not in the text."""


@dataclass(frozen=True, slots=True)
class RollPlan:
    """What was read of an earlier document and what becomes of it, before anything is stored."""

    origin: Origin
    rolled: Rolled
    to_year: int
    template: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A question, or what was changed, with where its words stand in the draft; None where they have been edited away.

    `last_year` is the text of the earlier document in which it arose.
    """

    question: StoredQuestion
    standing: Standing | None
    last_year: str

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to decide; words that were edited away are decided."""
        return self.question.state is not QuestionState.ANSWERED and self.standing is not None


@dataclass(frozen=True, slots=True)
class RollRecord:
    """What a draft was rolled from, and everything that this asked and changed, as it is stored."""

    origin: Origin
    entries: tuple[StoredQuestion, ...]

    def items(self, document: OfficialDocument) -> list[Item]:
        """Return the questions and changes as they stand in `document`, the draft as it reads now."""
        old = [text.words for text in texts_of(self.origin.document)]
        return [
            Item(entry, standing, entry.anchor.words if entry.text_number is None else old[entry.text_number])
            for entry, standing in _as_they_stand(self.entries, document)
        ]


def plan_from_file(workspace: Workspace, path: Path, to_year: int, from_year: int | None = None) -> RollPlan:
    """Return what the .docx or .txt at `path` becomes in `to_year`; nothing is stored.

    Raises UnusableFile, Refused for a year that is not later, InvalidInput for "from_year" when the file does not say
    of which year it is and none is given.
    """
    return _plan(workspace, path.name, read_document(path), to_year, from_year)


def plan_from_text(workspace: Workspace, text: str, to_year: int, from_year: int | None = None) -> RollPlan:
    """Return what a pasted text becomes; raises as `plan_from_file`, InvalidInput for "text" when it is empty."""
    if not text.strip():
        raise InvalidInput("text", "Chưa có chữ nào; hãy dán nội dung văn bản năm trước.")
    return _plan(workspace, "", read_text(text), to_year, from_year)


def plan_from_document(workspace: Workspace, document_id: int, to_year: int) -> RollPlan:
    """Return what a document of the data file becomes; raises NotFound, and Refused for a year that is not later."""
    with workspace.begin() as uow:
        entry = document_store.read_document(uow, document_id)
        memory = office_memory(uow, to_year, workspace.today)
    rolled = roll(entry.document, to_year, from_year=entry.year, memory=memory)
    return RollPlan(Origin("", entry.year, entry.document), rolled, to_year, entry.template, entry.fields)


def begin(workspace: Workspace, plan: RollPlan) -> int:
    """Store the draft with what it came from and what is asked, all or nothing, and return its number."""
    with workspace.begin() as uow:
        document_id = document_store.add_document(
            uow, plan.template, plan.to_year, plan.rolled.document, plan.fields, None
        )
        version_store.keep_version(uow, document_id, f"Bản chuyển từ {origin_name(plan.origin)}")
        store.add_origin(uow, document_id, plan.origin)
        store.add_questions(uow, document_id, plan.rolled)
        uow.commit()
        return document_id


def origin_name(origin: Origin) -> str:
    """Return what the earlier document is called: "12/KH-UBND ngày 05/01/2026", else its file, else its year."""
    return reference(origin.document) or (
        f"tệp “{origin.file_name}”" if origin.file_name else f"văn bản năm {origin.year}"
    )


def memory_for(workspace: Workspace, to_year: int) -> OfficeMemory:
    """Return what the office knows for rolling a document forward to `to_year`."""
    with workspace.begin() as uow:
        return office_memory(uow, to_year, workspace.today)


def read_record(workspace: Workspace, document_id: int) -> RollRecord | None:
    """Return what a draft was rolled from with its questions, None for a document that was not."""
    with workspace.begin() as uow:
        origin = store.find_origin(uow, document_id)
        return None if origin is None else RollRecord(origin, tuple(store.list_questions(uow, document_id)))


def open_counts(workspace: Workspace, year: int) -> dict[int, int]:
    """Return how many questions wait in each draft of `year`, by its number; drafts without any are left out."""
    with workspace.begin() as uow:
        counts = {number: _open_count(uow, number) for number in store.drafts_with_questions(uow, year)}
    return {number: count for number, count in counts.items() if count}


def answer(workspace: Workspace, question_id: int, words: str) -> None:
    """Put `words` in place of those in question, and close the question, in one step.

    Raises NotFound, InvalidInput for "answer" without words, Refused when the words in question have been edited away
    or the document has been issued.
    """
    typed = tidy(words)
    if not typed:
        raise InvalidInput("answer", "Chưa ghi chữ thay vào; muốn bỏ hẳn chữ này thì xóa ngay trong văn bản.")
    settle(workspace, question_id, QuestionState.ANSWERED, typed)


def alike(item: Item, items: Sequence[Item]) -> list[Item]:
    """Return those of `items` that ask the same about the same words as `item`, which one answer may settle."""

    def asks(each: Item) -> tuple[object, ...]:
        return each.question.rule, each.question.message, each.question.anchor.words, each.is_open

    return [each for each in items if asks(each) == asks(item)]


def reopen(workspace: Workspace, question_id: int) -> None:
    """Ask again, with the words as they were; raises as `answer`."""
    settle(workspace, question_id, QuestionState.OPEN)


def settle(workspace: Workspace, question_id: int, state: QuestionState, words: str = "") -> StoredQuestion:
    """Bring a question to `state` with `words` as the answer, the text with it, and return it as it was before.

    Raises as `answer`.
    """
    return settle_all(workspace, [question_id], state, words)[0]


def settle_all(
    workspace: Workspace, question_ids: Sequence[int], state: QuestionState, words: str = ""
) -> list[StoredQuestion]:
    """Settle several questions with one answer, all or none, and return them as they were; raises as `answer`."""
    with workspace.begin() as uow:
        before = [_settle(uow, each, state, words) for each in question_ids]
        uow.commit()
    return before


def take_back(workspace: Workspace, before: Sequence[StoredQuestion]) -> None:
    """Bring questions back to what `settle_all` returned, the text with them; raises as `answer`."""
    with workspace.begin() as uow:
        for each in reversed(before):
            _settle(uow, each.id, each.state, each.answer)
        uow.commit()


def _settle(uow: UnitOfWork, question_id: int, state: QuestionState, words: str) -> StoredQuestion:
    document_id = store.read_question(uow, question_id).document_id
    entry = document_store.read_document(uow, document_id)
    if entry.state is DocumentState.ISSUED:
        raise Refused("Văn bản đã ban hành nên câu hỏi đã khóa.")
    standings = _as_they_stand(store.list_questions(uow, document_id), entry.document)
    question, standing = next(pair for pair in standings if pair[0].id == question_id)
    old, new = question.standing_anchor.words, words or question.anchor.words
    if old != new:
        if standing is None:
            raise Refused(f"Chữ “{old}” đã được sửa trong văn bản; hãy sửa tiếp ngay ở đó.")
        document_store.write_body(uow, document_id, with_words(entry.document, standing, old, new), "answer_question")
    store.settle_question(uow, question_id, state, words)
    return question


def _plan(
    workspace: Workspace, file_name: str, document: OfficialDocument, to_year: int, from_year: int | None
) -> RollPlan:
    rolled = roll(document, to_year, from_year=from_year, memory=memory_for(workspace, to_year))
    return RollPlan(Origin(file_name, rolled.from_year, document), rolled, to_year)


def _open_count(uow: UnitOfWork, document_id: int) -> int:
    document = document_store.read_document(uow, document_id).document
    standings = _as_they_stand(store.list_questions(uow, document_id), document)
    return sum(each.asked and each.state is not QuestionState.ANSWERED for each, standing in standings if standing)


def _as_they_stand(
    entries: Sequence[StoredQuestion], document: OfficialDocument
) -> list[tuple[StoredQuestion, Standing | None]]:
    """Return questions and changes with where their words stand.

    The text has the last word: where an answer is gone from it and the words in question are back, as after undoing or
    bringing back a version, the question is open, and the change not made.
    """
    asked = _standings([entry for entry in entries if entry.asked], document)
    return asked + _standings([entry for entry in entries if not entry.asked], document)


def _standings(
    entries: Sequence[StoredQuestion], document: OfficialDocument
) -> list[tuple[StoredQuestion, Standing | None]]:
    found = locate(document, [entry.standing_anchor for entry in entries])
    gone = frozenset(place for place, entry in enumerate(entries) if entry.answer and found[place] is None)
    if gone:
        before = [entry.anchor if place in gone else entry.standing_anchor for place, entry in enumerate(entries)]
        found = locate(document, before, own_text=gone)
    return [
        (
            replace(entry, state=_UNANSWERED[entry.asked], answer="") if place in gone and found[place] else entry,
            standing,
        )
        for (place, entry), standing in zip(enumerate(entries), found, strict=True)
    ]
