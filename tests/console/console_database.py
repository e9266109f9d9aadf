"""The console's database, opened without waiting for disks, and passwords that cost nothing."""

from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import event

from backend.db import Database, connect
from backend.secret import Keys

KEYS = Keys.of("x" * 32)


CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Passwords of tests need no protection; the cost is written into the hash and kept when it is checked."""


def opened(path: Path) -> Database:
    db = connect(f"sqlite+aiosqlite:///{path}", KEYS)

    @event.listens_for(db.engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")  # no test here outlives a power cut

    return db
