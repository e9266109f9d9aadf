"""The keys of a chat, one a device: which there are, and signing them out."""

import re

from sqlalchemy import delete, select, update
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from webchat import clock
from webchat.hub import Work
from webchat.model import Chat, Device, Link, Passphrase
from webchat.person.access import chat_of, hub_of, key_of
from webchat.security import hash_of

MOST = 20  # of one chat; the one unused for longest makes room
SEEN_AFTER = 600  # seconds; a last use is not written down more often
SYSTEMS = (
    ("HarmonyOS", r"HarmonyOS|OpenHarmony"),
    ("Android", r"Android"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh"),
    ("Linux", r"Linux"),
)
BROWSERS = (
    ("WeChat", r"MicroMessenger"),
    ("Alipay", r"AlipayClient"),
    ("QQ", r"QQ/|MQQBrowser"),
    ("Edge", r"Edg"),
    ("Firefox", r"Firefox|FxiOS"),
    ("Chrome", r"Chrome|CriOS"),
    ("Safari", r"Safari"),
)


def named(agent: str) -> dict[str, str]:
    """Read system and browser off a User-Agent, the rest of which is not kept."""
    tables = {"system": SYSTEMS, "browser": BROWSERS}
    return {
        part: next((name for name, pattern in table if re.search(pattern, agent)), "")
        for part, table in tables.items()
    }


def new(request: Request, chat_id: int, key: str, *, way: str) -> Device:
    at = clock.now()
    name = named(request.headers.get("user-agent", ""))
    return Device(chat_id=chat_id, key_hash=hash_of(key), name=name, way=way, created=at, used=at)


async def make_room(work: Work, chat: Chat) -> None:
    query = select(Device.id).where(Device.chat_id == chat.id).order_by(Device.used.desc(), Device.id.desc())
    surplus = list(await work.session.scalars(query.offset(MOST - 1)))
    await work.session.execute(delete(Device).where(Device.id.in_(surplus)))
    work.ring(("chat", chat.id))


async def seen(request: Request) -> None:
    hub, at = hub_of(request), clock.now()
    stale = (Device.key_hash == key_of(request)) & (Device.used < at - SEEN_AFTER)
    async with hub.db.read() as session:
        if await session.scalar(select(Device.id).where(stale)) is None:
            return
    async with hub.write() as work:
        await work.session.execute(update(Device).where(stale).values(used=at))


async def show(request: Request) -> Response:
    mine = key_of(request)
    async with hub_of(request).db.read() as session:
        chat = await chat_of(request, session)
        query = select(Device).where(Device.chat_id == chat.id).order_by(Device.used.desc(), Device.id.desc())
        found = list(await session.scalars(query))
        has_passphrase = await session.get(Passphrase, chat.id) is not None
    shown = [
        {
            **(device.name or named("")),
            "way": device.way,
            "since": device.created,
            "used": device.used,
            "this": device.key_hash == mine,
        }
        for device in found
    ]
    return JSONResponse({"devices": shown, "passphrase": has_passphrase})


async def sign_out_others(request: Request) -> Response:
    """Leave only this key; an open link is void as well."""
    mine = key_of(request)
    async with hub_of(request).write() as work:
        chat = await chat_of(request, work.session, lock=True)
        others = (Device.chat_id == chat.id) & (Device.key_hash != mine)
        await work.session.execute(delete(Device).where(others))
        await work.session.execute(delete(Link).where(Link.chat_id == chat.id))
        work.ring(("chat", chat.id))
    return Response(status_code=204)


async def sign_out(request: Request) -> Response:
    mine = key_of(request)
    async with hub_of(request).write() as work:
        chat = await chat_of(request, work.session, lock=True)
        await work.session.execute(delete(Device).where(Device.key_hash == mine))
        work.ring(("chat", chat.id))
    return Response(status_code=204)
