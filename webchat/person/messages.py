"""What a person says, changes and taps."""

import asyncio
import secrets
from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from webchat import clock, posting, shapes
from webchat.bells import first_of
from webchat.botapi.entities import tidy, units
from webchat.botapi.formatting import CAPTION_LIMIT, TEXT_LIMIT, caption_body, text_body
from webchat.hub import Hub, Work
from webchat.model import Callback, Chat, Message
from webchat.person import bodies, view
from webchat.person.access import hub_of, message_of, slow_down, writable
from webchat.person.chats import query_number
from webchat.person.errors import RefusedError
from webchat.posting import Draft
from webchat.updates import queue

LONGEST_WAIT = 30  # seconds
CALLBACK_BITS = 59


async def say(request: Request) -> Response:
    slow_down(request)
    given = await bodies.read(request, bodies.Text)
    body = text_of(given.text)
    draft = Draft("text", body, reply_to=given.reply_to, client_id=given.client_id)
    return await _one(request, lambda chat: _forwarded(draft, chat) if given.forwarded else draft)


async def share_contact(request: Request) -> Response:
    slow_down(request)
    given = await bodies.read(request, bodies.Contact)

    def draft(chat: Chat) -> Draft:
        contact = {"phone_number": given.phone_number, "first_name": chat.name, "user_id": chat.id}
        return Draft("contact", {"contact": contact}, client_id=given.client_id)

    return await _one(request, draft)


async def _one(request: Request, draft: Callable[[Chat], Draft]) -> Response:
    async with hub_of(request).write() as work:
        chat = await writable(request, work)
        rows, new = await post(work, chat, [draft(chat)])
    return JSONResponse(view.message(rows[0], chat), status_code=201 if new else 200)


async def post(work: Work, chat: Chat, drafts: list[Draft]) -> tuple[list[Message], bool]:
    """Store and hand to the bot, or find again what the same `client_id` brought before."""
    client_id = drafts[0].client_id
    if client_id is not None and (known := await already(work.session, chat, client_id)):
        return known, False
    bot = await posting.bot_row(work.session, chat.bot_id)
    rows = []
    for draft in drafts:
        if draft.reply_to is not None and await work.session.get(Message, (chat.id, draft.reply_to)) is None:
            raise RefusedError(404, "message-unknown")
        row = await posting.post(work, chat, chat.id, draft)
        await queue.put(work, chat, "message", await shapes.full_message(work.session, row, chat, bot))
        rows.append(row)
    _put_away(work, chat, drafts[-1])
    return rows, True


async def already(session: AsyncSession, chat: Chat, client_id: str) -> list[Message]:
    query = select(Message).where(Message.chat_id == chat.id, Message.client_id == client_id)
    return list(await session.scalars(query.order_by(Message.id)))


def _put_away(work: Work, chat: Chat, draft: Draft) -> None:
    """Take a one-time keyboard away when one of its buttons was used."""
    if not chat.keyboard or not chat.keyboard["one_time"]:
        return
    buttons = [button for line in chat.keyboard["rows"] for button in line]
    asked = any(button["request_contact"] for button in buttons)
    pressed = any(button["text"] == draft.body.get("text") for button in buttons)
    if pressed or (draft.kind == "contact" and asked):
        posting.show_keyboard(work, chat, None)


def _forwarded(draft: Draft, chat: Chat) -> Draft:
    origin = {"type": "user", "date": clock.now(), "sender_user": shapes.person(chat)}
    return Draft(
        draft.kind,
        draft.body | {"forward_origin": origin},
        reply_to=draft.reply_to,
        client_id=draft.client_id,
    )


def text_of(text: str) -> dict[str, Any]:
    found = tidy(text, [])
    if not found.text:
        raise RefusedError(400, "message-empty")
    _short_enough(found.text, TEXT_LIMIT)
    return text_body(found)


def caption_of(text: str) -> dict[str, Any]:
    found = tidy(text, [])
    _short_enough(found.text, CAPTION_LIMIT)
    return caption_body(found)


def _short_enough(text: str, limit: int) -> None:
    if units(text) > limit:
        raise RefusedError(400, "message-too-long", length=units(text), limit=limit)


async def edit(request: Request) -> Response:
    slow_down(request)
    given = await bodies.read(request, bodies.Edit)
    async with hub_of(request).write() as work:
        chat = await writable(request, work)
        message = await message_of(request, work.session, chat)
        body = _edited(message, chat, given.text)
        if body != message.body:
            posting.change(work, chat, message, body=body)
            bot = await posting.bot_row(work.session, chat.bot_id)
            await queue.put(
                work, chat, "edited_message", await shapes.full_message(work.session, message, chat, bot)
            )
    return JSONResponse(view.message(message, chat))


def _edited(message: Message, chat: Chat, text: str) -> dict[str, Any]:
    captioned = message.file_uid is not None and message.kind != "sticker"
    if (
        message.sender_id != chat.id
        or "forward_origin" in message.body
        or not (captioned or message.kind == "text")
    ):
        raise RefusedError(403, "not-editable")
    old = ("text", "entities", "caption", "caption_entities")
    kept = {name: value for name, value in message.body.items() if name not in old}
    return kept | (caption_of(text) if captioned else text_of(text))


async def tap(request: Request) -> Response:
    slow_down(request)
    given = await bodies.read(request, bodies.Tap)
    hub = hub_of(request)
    wait = min(query_number(request, "wait"), LONGEST_WAIT)
    async with hub.write() as work:
        chat = await writable(request, work)
        message = await message_of(request, work.session, chat)
        data = tapped(message, given, stale=request.query_params.get("stale") == "1")
        callback = await _ask(work, chat, message, data)
    shown: dict[str, Any] = {"callback_id": str(callback)}
    if wait:
        shown["answer"] = await _answer(hub, callback, wait)
    return JSONResponse(shown, status_code=202)


def tapped(message: Message, given: bodies.Tap, *, stale: bool) -> str:
    """Find the data of the button meant; `stale` lets through what an old screen still shows."""
    lines = view.keyboard_of(message.body)
    if stale and given.data is not None:
        return given.data
    found = next((button for button in _meant(lines, given)), None)
    if found is None:
        shown = [[view.button(button) for button in line] for line in lines]
        raise RefusedError(409, "button-gone", {"buttons": shown})
    if "callback_data" not in found:
        raise RefusedError(400, "button-without-data")
    data: str = found["callback_data"]
    return data


def _meant(lines: list[list[dict[str, Any]]], given: bodies.Tap) -> list[dict[str, Any]]:
    buttons = [((row, column), item) for row, line in enumerate(lines) for column, item in enumerate(line)]
    if given.data is not None:
        return [item for _, item in buttons if item.get("callback_data") == given.data]
    if given.text is not None:
        return [item for _, item in buttons if item["text"] == given.text]
    return [item for place, item in buttons if place == (given.row, given.column)]


async def _ask(work: Work, chat: Chat, message: Message, data: str) -> int:
    bot = await posting.bot_row(work.session, chat.bot_id)
    callback = Callback(
        id=secrets.randbits(CALLBACK_BITS) | 1,
        bot_id=bot.id,
        chat_id=chat.id,
        created=clock.now(),
        answer=None,
    )
    work.session.add(callback)
    query = {
        "id": str(callback.id),
        "from": shapes.person(chat),
        "message": await shapes.full_message(work.session, message, chat, bot),
        "chat_instance": str(chat.id * 31 + bot.id),
        "data": data,
    }
    await queue.put(work, chat, "callback_query", query)
    return callback.id


async def _answer(hub: Hub, callback_id: int, seconds: int) -> dict[str, Any] | None:
    deadline = asyncio.get_running_loop().time() + seconds
    while True:
        bell = hub.bells.at(("callback", callback_id))
        async with hub.db.read() as session:
            found = await session.get(Callback, callback_id)
        left = deadline - asyncio.get_running_loop().time()
        if found is None or found.answer is not None or left <= 0:
            return found.answer if found else None
        await first_of(bell, timeout=left)
