"""What has had its time goes, once an hour."""

import asyncio
import logging
from collections.abc import Sequence

from sqlalchemy import delete, select

from webchat import clock
from webchat.hub import Hub, Work
from webchat.model import Callback, Chat, Device, Event, File, Link, Passphrase, Update
from webchat.updates.queue import KEPT

LOG = logging.getLogger("webchat.sweep")
EVENTS_KEPT = 7 * 24 * 3600
UNUSED_KEPT = 30 * 24 * 3600
PAUSE = 3600
YOUNG = 3600  # seconds; the row of a newer file may still be on its way
BATCH = 500


async def once(hub: Hub) -> None:
    at = clock.now()
    async with hub.write() as work:
        await work.session.execute(delete(Update).where(Update.created < at - KEPT))
        await work.session.execute(delete(Callback).where(Callback.created < at - KEPT))
        await work.session.execute(delete(Event).where(Event.created < at - EVENTS_KEPT))
        await work.session.execute(delete(Link).where(Link.expires < at))
        await drop_unused(work, at - UNUSED_KEPT)
    old = await hub.blobs.before(at - YOUNG)
    for start in range(0, len(old), BATCH):
        await drop_strays(hub, old[start : start + BATCH])


async def drop_unused(work: Work, before: int) -> None:
    """Chats in which nobody ever wrote, with all that hangs on them."""
    unused = (Chat.last_message == 0) & (Chat.created < before) & (Chat.kind == "private")
    for table in (Device, Link, Passphrase, Event):
        chats = select(Chat.id).where(unused)
        await work.session.execute(delete(table).where(table.chat_id.in_(chats)))
    await work.session.execute(delete(Chat).where(unused))


async def drop_strays(hub: Hub, uniques: Sequence[str]) -> None:
    """Delete those of these files of which no row speaks."""
    async with hub.db.read() as session:
        known = set(await session.scalars(select(File.unique_id).where(File.unique_id.in_(uniques))))
    for unique in set(uniques) - known:
        await hub.blobs.drop(unique)


async def run(hub: Hub) -> None:
    while True:
        try:
            await once(hub)
        except Exception:
            LOG.exception("sweeping failed; it is tried again later")
        await asyncio.sleep(PAUSE)
