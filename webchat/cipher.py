"""Columns that are encrypted at rest. The key travels with the engine, so two servers never share it."""

import json
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Dialect, Text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.types import TypeDecorator

ATTRIBUTE = "webchat_cipher"


def cipher_of(keys: Sequence[bytes]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def give(engine: AsyncEngine, cipher: MultiFernet) -> None:
    setattr(engine.sync_engine.dialect, ATTRIBUTE, cipher)


def of(dialect: Dialect) -> MultiFernet:
    cipher: MultiFernet = getattr(dialect, ATTRIBUTE)
    return cipher


class Sealed(TypeDecorator[Any]):
    """A JSON value, encrypted."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return of(dialect).encrypt(plain).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else json.loads(of(dialect).decrypt(value))
