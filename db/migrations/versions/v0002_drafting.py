"""What a document has while it is drafted and once it is issued: origin, questions, files; templates of the office."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the tables, those that others refer to first."""
    _document_origin()
    _document_question()
    _ignored_finding()
    _attachment()
    _word_copy()
    _office_template()


def _document_origin() -> None:
    op.create_table(
        "document_origin",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        _of_document("document_origin"),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document_origin")),
    )


def _document_question() -> None:
    op.create_table(
        "document_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("around", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("text_number", sa.Integer(), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'postponed', 'answered')", name=op.f("ck_document_question_state")),
        _of_document("document_question"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_question")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_document_question_document_id_position")),
    )


def _ignored_finding() -> None:
    op.create_table(
        "ignored_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        _of_document("ignored_finding"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ignored_finding")),
        sa.UniqueConstraint("document_id", "rule", "words", name=op.f("uq_ignored_finding_document_id_rule_words")),
    )


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_attachment_sha256")),
        _of_document("attachment"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_document_id"), "attachment", ["document_id"], unique=False)


def _word_copy() -> None:
    op.create_table(
        "word_copy",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_word_copy_sha256")),
        _of_document("word_copy"),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_word_copy")),
    )


def _office_template() -> None:
    op.create_table(
        "office_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("name != ''", name=op.f("ck_office_template_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_template")),
    )
    op.create_index(
        "uq_office_template_name",
        "office_template",
        ["name"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )


def _of_document(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f(f"fk_{table}_document_id_document"))
