"""Rolls a document of one year forward to a draft of a later one."""

from collections.abc import Sequence
from dataclasses import replace

from kimhoa_app.documents.anchors import Anchor, Moves
from kimhoa_app.documents.model import IssueDate, Letterhead, OfficialDocument, Signature
from kimhoa_app.documents.rolling.anniversaries import counted_years
from kimhoa_app.documents.rolling.archive_line import archive_line
from kimhoa_app.documents.rolling.citations import cited_texts
from kimhoa_app.documents.rolling.memory import NOTHING_KNOWN, OfficeMemory, remembered, signer_question
from kimhoa_app.documents.rolling.mentions import Mention, Rule, Shift, find_mentions
from kimhoa_app.documents.rolling.outcome import Change, Kept, Question, Rolled
from kimhoa_app.documents.rolling.stale_words import stale_words
from kimhoa_app.documents.rolling.times import days, left_over, lunar_years, periods, years
from kimhoa_app.documents.said_year import said_year
from kimhoa_app.documents.texts import Edit, Rewriter, Spot
from kimhoa_app.documents.wording import date_line, number_line
from kimhoa_app.domain.errors import InvalidInput, Refused

RULES: Sequence[Rule] = (cited_texts, counted_years, periods, lunar_years, days, years, left_over, archive_line)
"""What time is read by, the surest first; a stretch of text belongs to the first rule that recognises it."""


def roll(
    document: OfficialDocument, to_year: int, *, from_year: int | None = None, memory: OfficeMemory = NOTHING_KNOWN
) -> Rolled:
    """Return the draft for `to_year` of a document of an earlier year, with what was changed, asked about and kept.

    `from_year` is the year that the document is about, by default the one that it says; `memory` is what the office
    knows of its own units and people. Raises Refused for a year
    that is not later, InvalidInput for field "from_year" when the document does not say its year.
    """
    old_year = from_year or document.year or said_year(document)
    if old_year is None:
        raise InvalidInput("from_year", "Không tìm thấy năm của văn bản; hãy cho biết văn bản cũ là của năm nào.")
    if to_year <= old_year:
        raise Refused(f"Văn bản là của năm {old_year}; hãy chọn một năm sau năm {old_year}.")
    rolling = _Rolling(Shift(old_year, to_year, _own_number(document.letterhead)), memory)
    drafted = replace(rolling.draft(document), year=to_year)
    return Rolled(old_year, drafted, tuple(rolling.changes), tuple(rolling.questions), tuple(rolling.kept))


class _Rolling:
    """One document being rolled: reads its texts in order and notes what becomes of them."""

    def __init__(self, shift: Shift, memory: OfficeMemory) -> None:
        self._shift = shift
        self._memory = memory
        self.changes: list[Change] = []
        self.questions: list[Question] = []
        self.kept: list[Kept] = []

    def draft(self, document: OfficialDocument) -> OfficialDocument:
        if document.letterhead is not None:
            document = replace(document, letterhead=self._blanked(document.letterhead, document))
        drafted = Rewriter(self._read).document(document)
        for signature in document.signatures:
            if signature.name:
                self._ask_about(signature)
        return drafted

    def _ask_about(self, signature: Signature) -> None:
        ask, proposal = signer_question(signature.name, self._memory)
        if ask:
            anchor = Anchor(signature.name, signature.name, 0)
            question = Question(signature.place, "person", signature.name, ask, anchor, proposal=proposal)
            self.questions.append(question)
        else:
            self.kept.append(Kept(signature.place, signature.name, "Vẫn là người ký."))

    def _blanked(self, head: Letterhead, document: OfficialDocument) -> Letterhead:
        day = None if head.date is None else IssueDate(head.date.year + self._shift.years)
        blank = replace(head, number=None, date=day, number_text="", date_text="")
        if head.number:
            before = head.number_text or number_line(head)
            self.changes.append(Change(document.places.number, "number", before, number_line(blank)))
        if head.date is not None:
            before = head.date_text or date_line(head)
            self.changes.append(Change(document.places.date, "issue-date", before, date_line(blank)))
        return blank

    def _read(self, text: str, spot: Spot) -> list[Edit]:
        mentions = find_mentions(text, self._shift, RULES)
        edits = [Edit(each.start, each.end, each.after) for each in mentions if each.after is not None]
        moves = Moves(text, edits)
        for mention in sorted([*mentions, *self._asked_of_names(text)], key=lambda each: each.start):
            self._note(mention, text[mention.start : mention.end], moves, spot)
        return edits

    def _asked_of_names(self, text: str) -> list[Mention]:
        """Return what is asked about bodies and people; what the office knows of its own goes before what all know."""
        own = list(remembered(text, self._memory))
        return own + [
            mention
            for mention in stale_words(text, self._shift)
            if not any(each.start < mention.end and mention.start < each.end for each in own)
        ]

    def _note(self, mention: Mention, words: str, moves: Moves, spot: Spot) -> None:
        if mention.question:
            anchor = moves.anchor(mention.start, mention.end)
            question = Question(
                spot.place, mention.rule, words, mention.question, anchor, spot.number, mention.proposal
            )
            self.questions.append(question)
        elif mention.after is None or mention.after == words:
            self.kept.append(Kept(spot.place, words, mention.reason or "Đã đúng cho năm mới."))
        else:
            anchor = moves.anchor(mention.start, mention.end)
            self.changes.append(Change(spot.place, mention.rule, words, mention.after, anchor, spot.number))


def _own_number(head: Letterhead | None) -> str:
    if head is None or not head.number:
        return ""
    return f"{head.number}/{head.symbol}"
