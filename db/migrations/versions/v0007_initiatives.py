"""Initiatives as a whole, and before their own council by votes or by marks."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from db.migrations.remaking import make_anew

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_TEXTS = ("situation_before", "economic_effect", "social_effect", "applied_at")
_SUBJECTS = ("person", "unit", "household", "initiative")


def upgrade() -> None:
    """Widen the tables of initiatives, meetings and their cases, their rows kept, then make the new tables."""
    _initiative()
    _meeting()
    _nomination()
    _meeting_criterion()
    _mark()


def _initiative() -> None:
    table = "initiative"
    make_anew(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("field_of_work", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.Column("money_benefit", sa.Integer(), nullable=True),
        sa.Column("applied_since", sa.Date(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("wider_decision_id", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("scope IN ('grassroots', 'province', 'nation')", name=op.f("ck_initiative_scope")),
        sa.CheckConstraint("money_benefit IS NULL OR money_benefit >= 0", name=op.f("ck_initiative_money_benefit")),
        _refers(table, "registration_id", "registration"),
        _refers(table, "decision_id", "decision"),
        _refers(table, "wider_decision_id", "decision"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        fresh=dict.fromkeys(_TEXTS, "''"),
    )


def _meeting() -> None:
    make_anew(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("vote_method", sa.String(), nullable=False),
        sa.Column("vote_base", sa.String(), nullable=False),
        sa.Column("quorum_num", sa.Integer(), nullable=False),
        sa.Column("quorum_den", sa.Integer(), nullable=False),
        sa.Column("written_opinions", sa.Boolean(), nullable=False),
        sa.Column("ballots_issued", sa.Integer(), nullable=True),
        sa.Column("ballots_returned", sa.Integer(), nullable=True),
        sa.Column("pass_mark", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('prepared', 'held', 'closed')", name=op.f("ck_meeting_state")),
        sa.CheckConstraint(
            "vote_method IN ('show_of_hands', 'secret_ballot', 'marks')", name=op.f("ck_meeting_vote_method")
        ),
        sa.CheckConstraint("vote_base IN ('all_members', 'present')", name=op.f("ck_meeting_vote_base")),
        sa.CheckConstraint("quorum_num > 0 AND quorum_num <= quorum_den", name=op.f("ck_meeting_quorum")),
        sa.CheckConstraint("ballots_issued IS NULL OR ballots_issued >= 0", name=op.f("ck_meeting_ballots_issued")),
        sa.CheckConstraint(
            "ballots_returned IS NULL OR (ballots_returned >= 0 AND ballots_returned <= ballots_issued)",
            name=op.f("ck_meeting_ballots_returned"),
        ),
        sa.CheckConstraint("pass_mark IS NULL OR pass_mark BETWEEN 1 AND 10000", name=op.f("ck_meeting_pass_mark")),
        sa.CheckConstraint("vote_method <> 'marks' OR pass_mark IS NOT NULL", name=op.f("ck_meeting_marks")),
        _refers("meeting", "council_id", "council"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    for column in ("council_id", "year"):
        op.create_index(op.f(f"ix_meeting_{column}"), "meeting", [column], unique=False)


def _nomination() -> None:
    table = "nomination"
    one = " + ".join(f"({subject}_id IS NOT NULL)" for subject in _SUBJECTS)
    make_anew(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=True),
        *(sa.Column(f"{subject}_id", sa.Integer(), nullable=True) for subject in _SUBJECTS),
        sa.Column("award_code", sa.Text(), nullable=False),
        sa.Column("subject_then", sa.Text(), nullable=False),
        sa.Column("position_then", sa.Text(), nullable=False),
        sa.Column("unit_then", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("position_in_list", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"{one} = 1", name=op.f("ck_nomination_one_subject")),
        _refers(table, "meeting_id", "meeting"),
        _refers(table, "registration_id", "registration"),
        *(_refers(table, f"{subject}_id", subject) for subject in _SUBJECTS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination")),
        *(
            sa.UniqueConstraint(
                "meeting_id", f"{each}_id", "award_code", name=op.f(f"uq_nomination_meeting_id_{each}_id_award_code")
            )
            for each in _SUBJECTS
        ),
    )
    op.create_index(op.f("ix_nomination_meeting_id"), table, ["meeting_id"], unique=False)


def _meeting_criterion() -> None:
    table = "meeting_criterion"
    op.create_table(
        table,
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.CheckConstraint("most BETWEEN 1 AND 10000", name=op.f("ck_meeting_criterion_most")),
        _refers(table, "meeting_id", "meeting"),
        sa.PrimaryKeyConstraint("meeting_id", "place", name=op.f("pk_meeting_criterion")),
    )


def _mark() -> None:
    op.create_table(
        "mark",
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.CheckConstraint("points BETWEEN 0 AND 10000", name=op.f("ck_mark_points")),
        _refers("mark", "nomination_id", "nomination"),
        _refers("mark", "member_id", "council_member"),
        sa.PrimaryKeyConstraint("nomination_id", "member_id", "place", name=op.f("pk_mark")),
    )


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
