"""Alembic's way in; `backend.migrations.run` calls it with an open connection."""

from typing import Literal

from alembic import context

from backend.migrations.run import tables


def plain_types(kind: str, column_type: object, _context: object) -> str | Literal[False]:
    """Write our value types into revisions as what they are in the database."""
    if kind != "type":
        return False
    names = {"Instant": "sa.DateTime(timezone=True)", "Sealed": "sa.LargeBinary()"}
    return names.get(type(column_type).__name__) or False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=tables(),
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=plain_types,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
