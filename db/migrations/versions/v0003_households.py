"""Households that register and are awarded, and what an authority above refused."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from db.migrations.remaking import make_anew

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ONE_SUBJECT = "(person_id IS NOT NULL) + (unit_id IS NOT NULL) + (household_id IS NOT NULL) = 1"
_SUBJECTS = ("person", "unit", "household")


def upgrade() -> None:
    """Make the table of households, then the tables that speak of one anew, their rows kept."""
    _household()
    _registration()
    _nomination()
    _award()


def _household() -> None:
    op.create_table(
        "household",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("head_name", sa.Text(), nullable=False),
        sa.Column("village_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("head_name <> ''", name=op.f("ck_household_named")),
        sa.ForeignKeyConstraint(["village_id"], ["unit.id"], name=op.f("fk_household_village_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
        sa.UniqueConstraint("village_id", "head_name", name=op.f("uq_household_village_id_head_name")),
    )


def _registration() -> None:
    make_anew(
        "registration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        *_subject_columns(),
        sa.Column("award_code", sa.Text(), nullable=False),
        sa.Column("form_code", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("refused_on", sa.Date(), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("(refused_on IS NULL) = (refusal = '')", name=op.f("ck_registration_refusal")),
        sa.ForeignKeyConstraint(
            ["round_id"], ["registration_round.id"], name=op.f("fk_registration_round_id_registration_round")
        ),
        *_subject_rules("registration"),
        fresh={"refusal": "''"},
    )
    op.create_index(op.f("ix_registration_round_id"), "registration", ["round_id"], unique=False)
    for subject in _SUBJECTS:
        _unique_where_live(f"uq_registration_{subject}", "registration", "round_id", f"{subject}_id", "award_code")


def _nomination() -> None:
    make_anew(
        "nomination",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=True),
        *_subject_columns(),
        sa.Column("award_code", sa.Text(), nullable=False),
        sa.Column("subject_then", sa.Text(), nullable=False),
        sa.Column("position_then", sa.Text(), nullable=False),
        sa.Column("unit_then", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("position_in_list", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_nomination_meeting_id_meeting")),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registration.id"], name=op.f("fk_nomination_registration_id_registration")
        ),
        *_subject_rules("nomination"),
        *(
            sa.UniqueConstraint(
                "meeting_id", f"{each}_id", "award_code", name=op.f(f"uq_nomination_meeting_id_{each}_id_award_code")
            )
            for each in _SUBJECTS
        ),
    )
    op.create_index(op.f("ix_nomination_meeting_id"), "nomination", ["meeting_id"], unique=False)


def _award() -> None:
    make_anew(
        "award",
        sa.Column("id", sa.Integer(), nullable=False),
        *_subject_columns(),
        sa.Column("award_code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("nomination_id", sa.Integer(), nullable=True),
        sa.Column("subject_then", sa.Text(), nullable=False),
        sa.Column("position_then", sa.Text(), nullable=False),
        sa.Column("unit_then", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_award_decision_id_decision")),
        sa.ForeignKeyConstraint(["nomination_id"], ["nomination.id"], name=op.f("fk_award_nomination_id_nomination")),
        *_subject_rules("award"),
    )
    op.create_index(op.f("ix_award_decision_id"), "award", ["decision_id"], unique=False)
    for subject in _SUBJECTS:
        key = f"{subject}_id"
        op.create_index(op.f(f"ix_award_{key}"), "award", [key], unique=False)
        _unique_where_live(
            f"uq_award_{key}_award_code_year_decision_id", "award", key, "award_code", "year", "decision_id"
        )


def _subject_columns() -> list[sa.Column[int]]:
    return [sa.Column(f"{subject}_id", sa.Integer(), nullable=True) for subject in _SUBJECTS]


def _subject_rules(table: str) -> list[sa.Constraint]:
    return [
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.CheckConstraint(_ONE_SUBJECT, name=op.f(f"ck_{table}_one_subject")),
        *(
            sa.ForeignKeyConstraint([f"{each}_id"], [f"{each}.id"], name=op.f(f"fk_{table}_{each}_id_{each}"))
            for each in _SUBJECTS
        ),
    ]


def _unique_where_live(name: str, table: str, *columns: str) -> None:
    subject = next(column for column in columns if column.removesuffix("_id") in _SUBJECTS)
    live = sa.text(f"{subject} IS NOT NULL AND deleted_at IS NULL")
    op.create_index(name, table, list(columns), unique=True, sqlite_where=live)
