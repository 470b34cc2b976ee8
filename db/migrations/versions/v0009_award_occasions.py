"""Why an award was given stands with it, and may be any kind of commendation; who is not rated in a year is noted."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from db.migrations.remaking import make_anew

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_SUBJECTS = ("person", "unit", "household")
_ONE_SUBJECT = "(person_id IS NOT NULL) + (unit_id IS NOT NULL) + (household_id IS NOT NULL) = 1"
_KIND = "kind IN ('contract', 'training_result', 'old_unit_opinion', 'proceeding', 'not_rated')"
_OCCASION = "occasion IN ('sudden', 'movement', 'contribution', 'seniority', 'foreign')"


def upgrade() -> None:
    """Make both tables anew, their rows kept; the table that had the occasions goes."""
    _award()
    _consideration_fact()


def _award() -> None:
    make_anew(
        "award",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(f"{subject}_id", sa.Integer(), nullable=True) for subject in _SUBJECTS),
        sa.Column("award_code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("nomination_id", sa.Integer(), nullable=True),
        sa.Column("subject_then", sa.Text(), nullable=False),
        sa.Column("position_then", sa.Text(), nullable=False),
        sa.Column("unit_then", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(_ONE_SUBJECT, name=op.f("ck_award_one_subject")),
        sa.CheckConstraint(_OCCASION, name=op.f("ck_award_occasion")),
        *(_refers(each) for each in (*_SUBJECTS, "decision", "nomination")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award")),
        fresh={"occasion": "(SELECT occasion FROM award_occasion WHERE award_id = award.id)"},
    )
    op.drop_table("award_occasion")
    for column in ("decision_id", *(f"{subject}_id" for subject in _SUBJECTS)):
        op.create_index(op.f(f"ix_award_{column}"), "award", [column], unique=False)
    for subject in _SUBJECTS:
        key = f"{subject}_id"
        op.create_index(
            f"uq_award_{key}_award_code_year_decision_id",
            "award",
            [key, "award_code", "year", "decision_id"],
            unique=True,
            sqlite_where=sa.text(f"{key} IS NOT NULL AND deleted_at IS NULL"),
        )


def _consideration_fact() -> None:
    table = "consideration_fact"
    make_anew(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("is_good", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(_KIND, name=op.f(f"ck_{table}_kind")),
        sa.CheckConstraint("valid_to IS NULL OR valid_from <= valid_to", name=op.f(f"ck_{table}_order")),
        sa.CheckConstraint("(kind = 'training_result') = (is_good IS NOT NULL)", name=op.f(f"ck_{table}_result")),
        _refers("person", table),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"], unique=False)


def _refers(other: str, table: str = "award") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], name=op.f(f"fk_{table}_{other}_id_{other}"))
