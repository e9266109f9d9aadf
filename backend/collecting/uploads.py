"""Photos that come in pieces over a line that is cut now and then: each goes on from where it was."""

import hashlib
import re

from obstore.store import ObjectStore
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from backend import clock
from backend.collecting.model import CollectDevice, CollectUpload
from backend.db import Database, if_new
from backend.errors import Conflict, Refusal
from backend.files import intake
from backend.officers.model import Officer

PIECE_BYTES = 256 * 1024
PHOTO_BYTES = 8_000_000
"""Of a photo drawn small on the phone; more is none."""
MOST_UNFINISHED, UNFINISHED_BYTES = 60, 100_000_000
"""Of one officer, on all phones together: pieces lie in the database until their photo is whole."""
PAUSE_SECONDS = "300"
SHA256 = re.compile(r"[0-9a-f]{64}")
NAME = "photo.jpg"


async def how_far(session: AsyncSession, *, device_id: int, sha256: str) -> CollectUpload | None:
    """Return a photo as far as it has come, without its bytes."""
    query = select(CollectUpload).where(CollectUpload.device_id == device_id, CollectUpload.sha256 == sha256)
    return await session.scalar(query)


async def take(
    db: Database,
    store: ObjectStore,
    *,
    device: CollectDevice,
    sha256: str,
    at: int,
    size: int,
    piece: bytes,
    clamd: str,
) -> CollectUpload:
    """Take the piece that begins `at`; one that does not fit changes nothing. Return how far the photo is.

    A piece that makes it whole, or none where it is whole already, has it inspected and kept.
    """
    if not SHA256.fullmatch(sha256) or not 0 < size <= PHOTO_BYTES or len(piece) > PIECE_BYTES:
        raise Refusal("collect-photo-unclear", megabytes=f"{PHOTO_BYTES / 1_000_000:g}")
    async with db.begin() as session:
        upload = await _held(session, device, sha256, size)
        if upload.kept is None and at == upload.got < upload.size:
            upload.content, upload.got = (upload.content or b"") + piece, at + len(piece)
    if upload.kept is None and upload.got >= upload.size:
        upload.kept = await _kept(db, store, upload, clamd)
    return upload


async def _held(session: AsyncSession, device: CollectDevice, sha256: str, size: int) -> CollectUpload:
    """Return the photo's row, for writing; of another size than was said before it begins anew."""
    first = {"device_id": device.id, "sha256": sha256, "size": size, "got": 0, "begun_at": clock.now()}
    await session.execute(if_new(session, CollectUpload, **first))
    query = select(CollectUpload).where(CollectUpload.device_id == device.id, CollectUpload.sha256 == sha256)
    upload = (await session.scalars(query.options(undefer(CollectUpload.content)).with_for_update())).one()
    if upload.kept is None and upload.size != size:
        upload.size, upload.got, upload.content = size, 0, None
    if upload.kept is None and upload.got == 0:
        await _refuse_too_many(session, device.officer_id)
    return upload


async def _refuse_too_many(session: AsyncSession, officer_id: int) -> None:
    """Let no officer fill the database; what has begun may go on, and makes room by being finished."""
    await session.get_one(Officer, officer_id, with_for_update=True)  # one new photo of theirs at a time
    unfinished = (
        select(func.count(), func.coalesce(func.sum(CollectUpload.size), 0))
        .join(CollectDevice, CollectDevice.id == CollectUpload.device_id)
        .where(CollectDevice.officer_id == officer_id, CollectUpload.kept.is_(None))
    )
    count, size = (await session.execute(unfinished)).one()
    if count > MOST_UNFINISHED or size > UNFINISHED_BYTES:
        raise Refusal("collect-photos-many", seconds=PAUSE_SECONDS)


async def _kept(db: Database, store: ObjectStore, upload: CollectUpload, clamd: str) -> str:
    """Have a whole photo inspected and kept; one that may not be kept begins anew if it ever comes again."""
    content = upload.content or b""
    try:
        if hashlib.sha256(content).hexdigest() != upload.sha256:
            raise Conflict("collect-photo-broken")
        kept = await intake.take(db, store, name=NAME, content=content, max_bytes=PHOTO_BYTES, clamd=clamd)
    except Refusal:
        async with db.begin() as session:
            await session.execute(delete(CollectUpload).where(CollectUpload.id == upload.id))
        raise
    async with db.begin() as session:
        row = await session.get(CollectUpload, upload.id, with_for_update=True)
        if row:  # the phone may have been signed out meanwhile
            row.kept, row.content = kept.sha256, None
    return kept.sha256


async def kept_ones(session: AsyncSession, *, device_id: int, sha256s: list[str]) -> dict[str, str]:
    """Return under which SHA-256 each of a phone's photos is kept; those that are not there are left out."""
    query = select(CollectUpload.sha256, CollectUpload.kept).where(
        CollectUpload.device_id == device_id,
        CollectUpload.sha256.in_(sha256s),
        CollectUpload.kept.is_not(None),
    )
    return {sent: kept for sent, kept in await session.execute(query) if kept}


async def forget(db: Database, *, device_id: int, sha256s: list[str]) -> None:
    """Let go of photos that stand in a suggestion by now."""
    theirs = delete(CollectUpload).where(CollectUpload.device_id == device_id)
    async with db.begin() as session:
        await session.execute(theirs.where(CollectUpload.sha256.in_(sha256s)))
