"""The console's database, opened without waiting for disks, and passwords that cost nothing."""

from pathlib import Path
from typing import Any

from sqlalchemy import event

from backend.db import Database, connect
from backend.secret import Keys

KEYS = Keys.of("x" * 32)


def opened(path: Path) -> Database:
    db = connect(f"sqlite+aiosqlite:///{path}", KEYS)

    @event.listens_for(db.engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")  # no test here outlives a power cut

    return db
