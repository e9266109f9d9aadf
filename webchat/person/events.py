"""What happens in a chat, as a stream or by asking again and again."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from webchat.bells import first_of
from webchat.hub import Hub
from webchat.model import Device, Event
from webchat.person import devices
from webchat.person.access import chat_of, counted, hub_of, key_of
from webchat.person.chats import query_number
from webchat.person.errors import RefusedError

BEAT = 15  # seconds between signs of life
LONGEST = 50
MOST = 200
KEEP_ALIVE = b": still here\n\n"


async def after(hub: Hub, key: str, chat_id: int, cursor: int) -> list[Event] | None:
    """None once the key has been signed out."""
    async with hub.db.read() as session:
        if await session.scalar(select(Device.id).where(Device.key_hash == key)) is None:
            return None
        query = select(Event).where(Event.chat_id == chat_id, Event.cursor > cursor)
        return list(await session.scalars(query.order_by(Event.cursor).limit(MOST)))


def line(event: Event) -> bytes:
    data = json.dumps(event.body, ensure_ascii=False, separators=(",", ":"))
    return f"id: {event.cursor}\nevent: {event.kind}\ndata: {data}\n\n".encode()


async def stream(request: Request) -> Response:
    hub = hub_of(request)
    async with hub.db.read() as session:
        chat = await chat_of(request, session)
    cursor = counted(request.headers.get("last-event-id", ""))
    if cursor is None:
        cursor = query_number(request, "after", chat.last_event)
    await devices.seen(request)
    headers = {"X-Accel-Buffering": "no"}
    lines = _lines(hub, key_of(request), chat.id, cursor)
    return StreamingResponse(lines, media_type="text/event-stream", headers=headers)


async def _lines(hub: Hub, key: str, chat_id: int, cursor: int) -> AsyncIterator[bytes]:
    yield b"retry: 2000\n\n"
    while not hub.closing.is_set():
        bell = hub.bells.at(("chat", chat_id))
        found = await after(hub, key, chat_id, cursor)
        if found is None:
            return
        for event in found:
            cursor = event.cursor
            yield line(event)
        if not found:
            await first_of(bell, hub.closing, timeout=BEAT)
            if not bell.is_set():
                yield KEEP_ALIVE


async def wait(request: Request) -> Response:
    hub = hub_of(request)
    async with hub.db.read() as session:
        chat = await chat_of(request, session)
    cursor = query_number(request, "after", chat.last_event)
    seconds = min(query_number(request, "timeout"), LONGEST)
    found = await _wait(hub, key_of(request), chat.id, cursor, seconds)
    shown: list[dict[str, Any]] = [
        {"cursor": event.cursor, "event": event.kind, "data": event.body} for event in found
    ]
    return JSONResponse({"cursor": found[-1].cursor if found else cursor, "events": shown})


async def _wait(hub: Hub, key: str, chat_id: int, cursor: int, seconds: int) -> list[Event]:
    deadline = asyncio.get_running_loop().time() + seconds
    while True:
        bell = hub.bells.at(("chat", chat_id))
        found = await after(hub, key, chat_id, cursor)
        if found is None:
            raise RefusedError(401, "bad-key")
        left = deadline - asyncio.get_running_loop().time()
        if found or left <= 0 or hub.closing.is_set():
            return found
        await first_of(bell, hub.closing, timeout=left)
