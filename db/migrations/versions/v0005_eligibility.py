"""What eligibility asks for beyond the registers, and what the office decided about its rules and their results."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the tables."""
    _consideration_fact()
    _initiative_use()
    _award_occasion()
    _eligibility_override()
    _rule_edit()


def _consideration_fact() -> None:
    table = "consideration_fact"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("is_good", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('contract', 'training_result', 'old_unit_opinion', 'proceeding')", name=op.f(f"ck_{table}_kind")
        ),
        sa.CheckConstraint("valid_to IS NULL OR valid_from <= valid_to", name=op.f(f"ck_{table}_order")),
        sa.CheckConstraint("(kind = 'training_result') = (is_good IS NOT NULL)", name=op.f(f"ck_{table}_result")),
        _refers(table, "person"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    _index(table, "person_id")


def _initiative_use() -> None:
    table = "initiative_use"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("award_code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        _refers(table, "initiative"),
        _refers(table, "person"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "initiative_id", "person_id", "award_code", "year",
            name=op.f(f"uq_{table}_initiative_id_person_id_award_code_year"),
        ),
    )  # fmt: skip
    _index(table, "initiative_id")
    _index(table, "person_id")


def _award_occasion() -> None:
    table = "award_occasion"
    op.create_table(
        table,
        sa.Column("award_id", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.CheckConstraint("occasion IN ('sudden', 'movement')", name=op.f(f"ck_{table}_occasion")),
        _refers(table, "award"),
        sa.PrimaryKeyConstraint("award_id", name=op.f(f"pk_{table}")),
    )


def _eligibility_override() -> None:
    table = "eligibility_override"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("award_code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("(person_id IS NULL) <> (unit_id IS NULL)", name=op.f(f"ck_{table}_one_subject")),
        sa.CheckConstraint("reason <> ''", name=op.f(f"ck_{table}_reason")),
        _refers(table, "person"),
        _refers(table, "unit"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for subject in ("person", "unit"):
        op.create_index(
            f"uq_{table}_{subject}",
            table,
            [f"{subject}_id", "award_code", "year"],
            unique=True,
            sqlite_where=sa.text(f"{subject}_id IS NOT NULL"),
        )


def _rule_edit() -> None:
    table = "rule_edit"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("regime", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=True),
        sa.Column("params", sa.String(), nullable=False),
        sa.Column("certain", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "severity IS NULL OR severity IN ('block', 'warn', 'inform', 'off')", name=op.f(f"ck_{table}_severity")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("rule_id", "regime", name=op.f(f"uq_{table}_rule_id_regime")),
    )


def _refers(table: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], name=op.f(f"fk_{table}_{other}_id_{other}"))


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
