"""Files kept with people and initiatives as well as with documents."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from db.migrations.remaking import make_anew

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_OWNERS = ("document", "person", "initiative")


def upgrade() -> None:
    """Let a file belong to one document, person or initiative, the rows kept."""
    one = " + ".join(f"({owner}_id IS NOT NULL)" for owner in _OWNERS)
    make_anew(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(f"{owner}_id", sa.Integer(), nullable=True) for owner in _OWNERS),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_attachment_sha256")),
        sa.CheckConstraint(f"{one} = 1", name=op.f("ck_attachment_one_owner")),
        *(
            sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}.id"], name=op.f(f"fk_attachment_{owner}_id_{owner}"))
            for owner in _OWNERS
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    for owner in _OWNERS:
        op.create_index(op.f(f"ix_attachment_{owner}_id"), "attachment", [f"{owner}_id"], unique=False)
