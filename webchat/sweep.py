"""What has had its time goes, once an hour."""

import asyncio

from sqlalchemy import delete

from webchat import clock
from webchat.hub import Hub
from webchat.model import Callback, Event, Update
from webchat.updates.queue import KEPT

EVENTS_KEPT = 7 * 24 * 3600
PAUSE = 3600


async def once(hub: Hub) -> None:
    at = clock.now()
    async with hub.write() as work:
        await work.session.execute(delete(Update).where(Update.created < at - KEPT))
        await work.session.execute(delete(Callback).where(Callback.created < at - KEPT))
        await work.session.execute(delete(Event).where(Event.created < at - EVENTS_KEPT))


async def run(hub: Hub) -> None:
    while True:
        await once(hub)
        await asyncio.sleep(PAUSE)
