import hashlib
import logging
from pathlib import Path
from urllib.parse import unquote, urlparse

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, Table
from backend.files.model import Quarantine, StoredFile
from backend.files.scan import Verdict, scan

log = logging.getLogger(__name__)

RECHECKED_AT_ONCE = 50


def open_store(url: str) -> ObjectStore:
    """Open file:///…, s3://bucket/…, memory:///; keys come from the environment."""
    parsed = urlparse(url)
    if parsed.scheme == "file":
        folder = Path(unquote(parsed.path))
        folder.mkdir(parents=True, exist_ok=True)
        return LocalStore(folder, mkdir=True)
    store: ObjectStore = from_url(url)
    return store


def _place(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


async def keep(
    db: Database, store: ObjectStore, *, content: bytes, media_type: str, checked: bool = True
) -> str:
    """Store bytes under their SHA-256, which is returned; bytes first, row second: no row without bytes.

    Those not `checked` lie in quarantine until `recheck` lets them out.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    async with db.read() as session:
        if await session.get(StoredFile, sha256):
            return sha256
    await obstore.put_async(store, _place(sha256), content)
    now = clock.now()
    row = StoredFile(sha256=sha256, bytes=len(content), media_type=media_type, stored_at=now)
    if not checked:
        row.quarantined_at, row.quarantine = now, Quarantine.UNCHECKED
    try:
        async with db.begin() as session:
            session.add(row)
    except IntegrityError:  # somebody else kept the same bytes meanwhile
        return sha256
    return sha256


async def recheck(db: Database, store: ObjectStore, *, clamd: str) -> None:
    """Have what lies in quarantine checked, oldest first, until clamd gives no answer."""
    if not clamd:
        return
    waiting = (
        select(StoredFile.sha256)
        .where(StoredFile.quarantine == Quarantine.UNCHECKED)
        .order_by(StoredFile.quarantined_at)
        .limit(RECHECKED_AT_ONCE)
    )
    async with db.read() as session:
        found = list(await session.scalars(waiting))
    for sha256 in found:
        try:
            verdict = await scan(clamd, await fetch(store, sha256))
        except (FileNotFoundError, BaseError) as error:
            log.warning("A file in quarantine cannot be fetched (%s)", type(error).__name__)
            continue
        if verdict == Verdict.UNKNOWN:
            return
        await _settle(db, sha256, verdict)


async def _settle(db: Database, sha256: str, verdict: Verdict) -> None:
    infected = verdict == Verdict.INFECTED
    values = {"quarantine": Quarantine.INFECTED} if infected else {"quarantine": None, "quarantined_at": None}
    async with db.begin() as session:
        await session.execute(update(StoredFile).where(StoredFile.sha256 == sha256).values(**values))


async def fetch(store: ObjectStore, sha256: str) -> bytes:
    """Return stored bytes; FileNotFoundError when they are not there."""
    try:
        found = await obstore.get_async(store, _place(sha256))
    except NotFoundError as error:
        raise FileNotFoundError(sha256) from error
    return bytes(await found.bytes_async())


async def is_named(session: AsyncSession, sha256: str) -> bool:
    """Say whether any row of any table names these bytes."""
    columns = [
        column
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == StoredFile.__tablename__ for key in column.foreign_keys)
    ]
    for column in columns:
        if await session.scalar(select(column).where(column == sha256).limit(1)):
            return True
    return False


async def drop(db: Database, store: ObjectStore, *, sha256: str) -> None:
    """Delete bytes that no row names any more, their own row first; done twice it is done once."""
    try:
        async with db.begin() as session:
            if await is_named(session, sha256):
                return
            await session.execute(delete(StoredFile).where(StoredFile.sha256 == sha256))
    except IntegrityError:  # somebody sent the same bytes meanwhile: they stay
        return
    try:
        await obstore.delete_async(store, _place(sha256))
    except NotFoundError:
        log.info("A file to be deleted was gone already")
