"""Run by Alembic: the migrations on the connection that `upgrade` hands over."""

from alembic import context
from sqlmodel import SQLModel

import db.tables  # noqa: F401 - fills the metadata

# SQLite changes most things of a table only by making it anew (batch), and undoes such changes only when it is told
# that they belong to the transaction.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
