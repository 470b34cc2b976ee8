"""What belongs to a document while it is drafted: what it was rolled from, open questions, findings passed over."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class DocumentOriginRow(SQLModel, table=True):
    """The earlier document that a draft was rolled forward from, as it was read from its file."""

    __tablename__ = "document_origin"

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    file_name: str = Field(sa_type=NfcText)
    year: int | None = None
    body: str = Field(sa_type=NfcText)


class DocumentQuestionRow(SQLModel, table=True):
    """What the roll-forward asks about, or, not `asked`, has answered by itself; in the order of `position`.

    `words` are in question, from `start` in the text `around`; an `answer` takes their place, "" keeps them.
    `text_number` is that of the text in the earlier document, none for the name of a signer.
    """

    __tablename__ = "document_question"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'postponed', 'answered')", name="state"),
        UniqueConstraint("document_id", "position"),
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id")
    position: int
    asked: bool = True
    rule: str
    words: str = Field(sa_type=NfcText)
    around: str = Field(sa_type=NfcText)
    start: int
    text_number: int | None = None
    message: str = Field(sa_type=NfcText)
    proposal: str | None = Field(default=None, sa_type=NfcText)
    state: str = "open"
    answer: str = Field(default="", sa_type=NfcText)


class IgnoredFindingRow(SQLModel, table=True):
    """A finding of the checker that the clerk decided to leave, and why."""

    __tablename__ = "ignored_finding"
    __table_args__ = (UniqueConstraint("document_id", "rule", "words"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id")
    rule: str
    words: str = Field(sa_type=NfcText)
    reason: str = Field(sa_type=NfcText)
    made_at: datetime = Field(sa_type=UtcTime)
