"""Opening a chat, seeing it, changing who one is, stopping the bot."""

import secrets

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from webchat import clock, config, posting, shapes
from webchat.model import Bot, Chat, Message
from webchat.person import bodies, devices, view
from webchat.person.access import address_of, chat_of, counted, hub_of
from webchat.person.errors import RefusedError
from webchat.security import new_key
from webchat.updates import queue

LOWEST, HIGHEST = 2**33, 2**40
PAGE = 50
MOST = 200


async def bots(request: Request) -> Response:
    hub = hub_of(request)
    async with hub.db.read() as session:
        found = [await posting.bot_row(session, bot_id) for bot_id in hub.bots()]
    return JSONResponse({"bots": [view.bot(bot) for bot in found]})


async def open_chat(request: Request) -> Response:
    hub = hub_of(request)
    if wait := hub.new_chats.take(address_of(request)):
        raise RefusedError(429, "too-many-requests", seconds=wait)
    given = await bodies.read(request, bodies.Opening)
    key = new_key()
    async with hub.write() as work:
        bot = await _wanted(request, given.bot)
        chat = new_chat(bot.id, given.name or config.default_names()["person"], given.language)
        work.session.add(chat)
        await work.session.flush()
        work.session.add(devices.new(request, chat.id, key, way="opened"))
    return opened(chat, bot, key)


def opened(chat: Chat, bot: Bot, key: str) -> Response:
    named = chat.name != config.default_names()["person"]
    shown = {"chat": chat.id, "key": key, "bot": view.bot(bot), "name": chat.name, "named": named}
    return JSONResponse(shown, status_code=201)


def new_chat(bot_id: int, name: str, language: str | None, *, kind: str = "private") -> Chat:
    chat_id = LOWEST + secrets.randbelow(HIGHEST - LOWEST)
    return Chat(
        id=chat_id if kind == "private" else -chat_id,
        bot_id=bot_id,
        kind=kind,
        name=name,
        language=language,
        key_hash=None,
        blocked=False,
        last_message=0,
        last_event=0,
        keyboard=None,
        created=clock.now(),
    )


async def _wanted(request: Request, username: str | None) -> Bot:
    hub = hub_of(request)
    async with hub.db.read() as session:
        for bot_id in hub.bots():
            bot = await posting.bot_row(session, bot_id)
            if username is None or bot.username.lower() == username.removeprefix("@").lower():
                return bot
    raise RefusedError(404, "bot-unknown")


async def show(request: Request) -> Response:
    hub = hub_of(request)
    before, limit = query_number(request, "before"), query_number(request, "limit", PAGE)
    limit = min(max(limit, 1), MOST)
    async with hub.db.read() as session:
        chat = await chat_of(request, session)
        bot = await posting.bot_row(session, chat.bot_id)
        query = select(Message).where(Message.chat_id == chat.id).order_by(Message.id.desc()).limit(limit + 1)
        found = list(await session.scalars(query.where(Message.id < before) if before else query))
    await devices.seen(request)
    shown = {
        "chat": chat.id,
        "name": chat.name,
        "bot": view.bot(bot),
        "language": chat.language,
        "blocked": chat.blocked,
        "messages": [view.message(message, chat) for message in reversed(found[:limit])],
        "more": len(found) > limit,
        "keyboard": chat.keyboard,
        "commands": view.commands(bot, chat),
        "menu": view.menu(bot, chat),
        "cursor": chat.last_event,
    }
    return JSONResponse(shown)


def query_number(request: Request, name: str, default: int = 0) -> int:
    raw = request.query_params.get(name, "")
    if not raw:
        return default
    found = counted(raw)
    if found is None:
        raise RefusedError(400, "bad-request", problem=name)
    return found


async def change(request: Request) -> Response:
    hub = hub_of(request)
    given = await bodies.read(request, bodies.Change)
    async with hub.write() as work:
        chat = await chat_of(request, work.session, lock=True)
        if given.name is not None:
            chat.name = given.name
        if given.language is not None:
            chat.language = given.language
            bot = await posting.bot_row(work.session, chat.bot_id)
            posting.announce(work, chat, "commands", view.commands(bot, chat))
    return JSONResponse({"chat": chat.id, "name": chat.name, "language": chat.language})


async def block(request: Request) -> Response:
    return await _set_blocked(request, blocked=True)


async def unblock(request: Request) -> Response:
    return await _set_blocked(request, blocked=False)


async def _set_blocked(request: Request, *, blocked: bool) -> Response:
    hub = hub_of(request)
    async with hub.write() as work:
        chat = await chat_of(request, work.session, lock=True)
        if chat.blocked != blocked:
            chat.blocked = blocked
            bot = await posting.bot_row(work.session, chat.bot_id)
            old, new = ("member", "kicked") if blocked else ("kicked", "member")
            body = shapes.membership(chat, bot, date=clock.now(), old=old, new=new)
            await queue.put(work, chat, "my_chat_member", body)
    return Response(status_code=204)
