import hashlib
from pathlib import Path
from urllib.parse import unquote, urlparse

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url
from sqlalchemy.exc import IntegrityError

from backend import clock
from backend.db import Database
from backend.files.model import StoredFile


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


async def keep(db: Database, store: ObjectStore, *, content: bytes, media_type: str) -> str:
    """Store bytes under their SHA-256, which is returned; bytes first, row second: no row without bytes."""
    sha256 = hashlib.sha256(content).hexdigest()
    async with db.read() as session:
        if await session.get(StoredFile, sha256):
            return sha256
    await obstore.put_async(store, _place(sha256), content)
    try:
        async with db.begin() as session:
            session.add(
                StoredFile(sha256=sha256, bytes=len(content), media_type=media_type, stored_at=clock.now())
            )
    except IntegrityError:  # somebody else kept the same bytes meanwhile
        return sha256
    return sha256


async def fetch(store: ObjectStore, sha256: str) -> bytes:
    """Return stored bytes; FileNotFoundError when they are not there."""
    try:
        found = await obstore.get_async(store, _place(sha256))
    except NotFoundError as error:
        raise FileNotFoundError(sha256) from error
    return bytes(await found.bytes_async())
