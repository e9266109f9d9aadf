"""Alembic's entry: the connection comes from the running server."""

from alembic import context

from webchat.model import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table="webchat_schema",
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
