"""Ways into a chat that exists: a link for one use, and a passphrase."""

import asyncio
import math

import segno
from sqlalchemy import delete, select
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from webchat import clock, passphrases, posting
from webchat.hub import Work
from webchat.model import Chat, Link, Passphrase
from webchat.person import bodies, devices
from webchat.person.access import address_of, chat_of, hub_of, slow_down
from webchat.person.chats import opened
from webchat.person.errors import RefusedError
from webchat.security import hash_of, new_key

LINK_LIVES = 15 * 60  # seconds
HOUR = 3600
QUIET_ZONE = 4  # modules around a QR code, as scanners want them


async def make_link(request: Request) -> Response:
    """Answer with a link whose secret stands in the fragment, which browsers send to no server."""
    slow_down(request)
    given = await bodies.read(request, bodies.LinkWanted)
    token = new_key()
    expires = clock.now() + LINK_LIVES
    async with hub_of(request).write() as work:
        chat = await chat_of(request, work.session, lock=True)
        await work.session.merge(Link(chat_id=chat.id, token_hash=hash_of(token), expires=expires))
    address = f"{given.page}#link={token}"
    picture = segno.make_qr(address).svg_data_uri(border=QUIET_ZONE, dark="#000", light="#fff", scale=4)
    return JSONResponse({"address": address, "qr": picture, "expires": expires}, status_code=201)


async def choose_passphrase(request: Request) -> Response:
    slow_down(request)
    given = await bodies.read(request, bodies.PassphraseChosen)
    hub = hub_of(request)
    async with hub.hashing:
        known = await asyncio.to_thread(passphrases.hashed, given.passphrase)
    async with hub.write() as work:
        chat = await chat_of(request, work.session, lock=True)
        await work.session.merge(Passphrase(chat_id=chat.id, hash=known, tries=0, tried=clock.now()))
    return Response(status_code=204)


async def drop_passphrase(request: Request) -> Response:
    async with hub_of(request).write() as work:
        chat = await chat_of(request, work.session, lock=True)
        await work.session.execute(delete(Passphrase).where(Passphrase.chat_id == chat.id))
    return Response(status_code=204)


async def enter(request: Request) -> Response:
    """Open a chat on one more device. Tries are counted before anything is looked at."""
    address = address_of(request)
    if wait := hub_of(request).tries.take(address):
        raise too_many(wait)
    body = await request.body()
    by_link = b'"link"' in body
    response = await (_by_link(request, body) if by_link else _by_passphrase(request, body))
    hub_of(request).tries.give_back(address)
    return response


def too_many(seconds: int) -> RefusedError:
    return RefusedError(429, "too-many-tries", seconds=seconds, minutes=math.ceil(seconds / 60))


async def _by_link(request: Request, body: bytes) -> Response:
    token = hash_of(bodies.parse(body, bodies.LinkUsed).link)
    fits = (Link.token_hash == token) & (Link.expires > clock.now())
    async with hub_of(request).write() as work:
        chat_id = await work.session.scalar(select(Link.chat_id).where(fits))
        chat = await posting.locked_chat(work.session, chat_id or 0)
        used = await work.session.scalar(delete(Link).where(fits).returning(Link.chat_id))
        if chat is None or used is None:
            raise RefusedError(410, "link-gone")
        return await _let_in(request, work, chat, way="link")


async def _by_passphrase(request: Request, body: bytes) -> Response:
    given, hub = bodies.parse(body, bodies.Spoken), hub_of(request)
    known = await _tried(request, given.chat)
    async with hub.hashing:
        right = await asyncio.to_thread(passphrases.fits, passphrases.tidied(given.passphrase), known)
    async with hub.write() as work:
        chat = await posting.locked_chat(work.session, given.chat)
        row = await work.session.get(Passphrase, given.chat, with_for_update=True)
        if not right or chat is None or row is None or row.hash != known:
            raise RefusedError(403, "passphrase-wrong")
        row.tries = 0
        return await _let_in(request, work, chat, way="passphrase")


async def _tried(request: Request, chat_id: int) -> str:
    """Count one try of this chat, whatever comes of it, and give the hash to compare with."""
    hub, at = hub_of(request), clock.now()
    async with hub.write() as work:
        row = await work.session.get(Passphrase, chat_id, with_for_update=True)
        if row is None:
            return passphrases.NOBODYS
        if at - row.tried >= HOUR:
            row.tries, row.tried = 0, at
        if 0 < hub.settings.tries_per_hour <= row.tries:
            raise too_many(row.tried + HOUR - at)
        row.tries += 1
        return row.hash


async def _let_in(request: Request, work: Work, chat: Chat, *, way: str) -> Response:
    await devices.make_room(work, chat)
    key = new_key()
    device = devices.new(request, chat.id, key, way=way)
    work.session.add(device)
    posting.announce(work, chat, "device", device.name)
    return opened(chat, await posting.bot_row(work.session, chat.bot_id), key)
