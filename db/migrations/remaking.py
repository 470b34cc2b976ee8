"""Making a table anew by hand, its rows kept.

Alembic's batch writes the constraints in an order that changes from run to run, and files made alike must be alike.
"""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

NOTHING_NEW: Mapping[str, str] = {}


def make_anew(name: str, *parts: sa.schema.SchemaItem, fresh: Mapping[str, str] = NOTHING_NEW) -> None:
    """Put a table of these parts in the place of `name`, its rows copied.

    `fresh` holds the SQL values of new columns that may not be NULL, by column.
    """
    made = op.create_table(f"{name}_anew", *parts)
    there = {column["name"] for column in sa.inspect(op.get_bind()).get_columns(name)}
    kept = [column.name for column in made.columns if column.name in there]
    columns, values = ", ".join([*kept, *fresh]), ", ".join([*kept, *fresh.values()])
    op.execute(f"INSERT INTO {name}_anew ({columns}) SELECT {values} FROM {name}")
    op.drop_table(name)
    op.rename_table(f"{name}_anew", name)
