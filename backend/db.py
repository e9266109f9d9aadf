"""One database code path: SQLite embedded, PostgreSQL for many machines."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    Insert,
    Integer,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
    event,
)
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, mapped_column

from backend.secret import Keys

TRANSIENT: tuple[type[Exception], ...] = (OperationalError, InterfaceError, ConnectionError, TimeoutError)
"""What the database raises when trying again later may help."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """An aware instant in UTC; SQLite forgets zones, so they are put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Sealed(TypeDecorator[str]):
    """Text encrypted at rest; its keys travel with the engine's dialect."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else _keys(dialect).personal.encrypt(value.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else _keys(dialect).personal.decrypt(value).decode()


def _keys(dialect: Dialect) -> Keys:
    keys: Keys = dialect.jindianzi_keys  # type: ignore[attr-defined]
    return keys


BigId = BigInteger().with_variant(Integer, "sqlite")
Id = Annotated[int, mapped_column(BigId, primary_key=True)]
Ref = Annotated[int, mapped_column(BigId)]
Key = Annotated[str, mapped_column(String(64))]
Digest = Annotated[str, mapped_column(String(64))]
At = Annotated[datetime, mapped_column(Instant)]


class Table(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


@dataclass
class Database:
    """What every action takes: `begin()` writes, `read()` looks."""

    engine: AsyncEngine
    keys: Keys
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        info = {"keys": self.keys}
        self._writing = async_sessionmaker(self.engine, expire_on_commit=False, info=info)
        reader = self.engine.execution_options(jindianzi_reads=True)
        self._reading = async_sessionmaker(reader, expire_on_commit=False, autoflush=False, info=info)

    @property
    def embedded(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """Open one transaction that writes; it commits at the end of the block or not at all."""
        if not self.embedded:
            async with self._writing.begin() as session:
                yield session
            return
        async with self._turn, self._writing.begin() as session:  # SQLite has one writer: queue in order
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        async with self._reading() as session:
            yield session

    async def close(self) -> None:
        await self.engine.dispose()


Opening = Callable[[AsyncSession], Awaitable[None]]


@asynccontextmanager
async def joined(db: Database, opening: Opening) -> AsyncIterator["Joined"]:
    """Give a database whose actions all commit at the end of the block or not at all.

    The first action begins the transaction, and `opening` is awaited in it before anything else.
    """
    async with AsyncExitStack() as ends:
        yield Joined(db, opening, ends)


class Joined(Database):
    def __init__(self, db: Database, opening: Opening, ends: AsyncExitStack) -> None:
        super().__init__(db.engine, db.keys)
        self._db, self._opening, self._ends = db, opening, ends
        self._session: AsyncSession | None = None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """Open a part of the one transaction; one that fails takes back only what it wrote itself."""
        if self._session is None:
            self._session = await self._ends.enter_async_context(self._db.begin())
            await self._opening(self._session)
        async with self._session.begin_nested():
            yield self._session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        if self._session:
            yield self._session
            return
        async with self._db.read() as session:
            yield session


def keys_of(session: AsyncSession) -> Keys:
    keys: Keys = session.info["keys"]
    return keys


def if_new(session: AsyncSession, table: type[Table], **values: object) -> Insert:
    """Return the insertion of a row that does nothing where its unique key is taken."""
    embedded = session.get_bind().dialect.name == "sqlite"
    if embedded:
        return insert_sqlite(table).values(**values).on_conflict_do_nothing()
    return insert_postgresql(table).values(**values).on_conflict_do_nothing()


def _prepare_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver must not begin by itself
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=20000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("jindianzi_reads")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def connect(url: str, keys: Keys) -> Database:
    """Open `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`; makes no table."""
    engine = create_async_engine(url, hide_parameters=True, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    engine.sync_engine.dialect.jindianzi_keys = keys  # type: ignore[attr-defined]
    return Database(engine, keys)
