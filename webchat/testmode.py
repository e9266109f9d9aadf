"""Faults, further bots and groups: for tests only, unknown addresses otherwise."""

import json
import secrets
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from webchat import posting, shapes
from webchat.botapi.entities import tidy
from webchat.botapi.formatting import text_body
from webchat.config import BotName
from webchat.faults import Fault
from webchat.model import Chat, Message
from webchat.person.access import hub_of
from webchat.person.chats import new_chat
from webchat.person.errors import RefusedError
from webchat.posting import Draft
from webchat.updates import queue

Endpoint = Callable[[Request], Awaitable[Response]]
FIRST_PERSON = 5_000_000_000


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewBot(Body):
    token: str | None = Field(default=None, pattern=r"^\d{1,18}:[A-Za-z0-9_-]+$")
    username: str | None = None
    name: str | None = None


class NewGroup(Body):
    bot: str | None = None
    title: str = "Group"


class GroupMessage(Body):
    text: str
    name: str = "Member"
    user: int = FIRST_PERSON
    language: str | None = None


def guarded(endpoint: Endpoint) -> Endpoint:
    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        if not hub_of(request).settings.test_mode:
            raise RefusedError(404, "not-found")
        try:
            return await endpoint(request)
        except ValidationError as error:
            raise RefusedError(400, "bad-request", problem=error.errors()[0]["msg"]) from error

    return answer


async def _faults(request: Request) -> Response:
    faults = hub_of(request).faults
    if request.method == "DELETE":
        faults.rules.clear()
    if request.method == "POST":
        given = json.loads(await request.body())
        rules = given if isinstance(given, list) else [given]
        faults.rules.extend([Fault.model_validate(rule) for rule in rules])
    return JSONResponse({"faults": [rule.model_dump() for rule in faults.rules]})


async def _new_bot(request: Request) -> Response:
    given = NewBot.model_validate_json(await request.body() or b"{}")
    token = given.token or f"{10**9 + secrets.randbelow(10**9)}:{secrets.token_urlsafe(26)}"
    number = int(token.split(":")[0])
    names = hub_of(request).settings.bot_name(number, first=False)
    names = BotName(username=given.username or names.username, name=given.name or names.name)
    await hub_of(request).register(token, names)
    return JSONResponse({"token": token, "id": number, "username": names.username}, status_code=201)


async def _new_group(request: Request) -> Response:
    given = NewGroup.model_validate_json(await request.body() or b"{}")
    hub = hub_of(request)
    async with hub.write() as work:
        bots = [await posting.bot_row(work.session, bot_id) for bot_id in hub.bots()]
        bot = next((bot for bot in bots if given.bot in {None, bot.username}), None)
        if bot is None:
            raise RefusedError(404, "bot-unknown")
        chat = new_chat(bot.id, given.title, None, kind="group")
        work.session.add(chat)
    return JSONResponse({"chat": chat.id, "title": chat.name}, status_code=201)


async def _group_say(request: Request) -> Response:
    given = GroupMessage.model_validate_json(await request.body())
    sender: dict[str, Any] = {"id": given.user, "is_bot": False, "first_name": given.name}
    if given.language:
        sender["language_code"] = given.language
    async with hub_of(request).write() as work:
        chat = await posting.locked_chat(work.session, int(request.path_params["group"]))
        if chat is None or chat.kind != "group":
            raise RefusedError(404, "chat-unknown")
        bot = await posting.bot_row(work.session, chat.bot_id)
        draft = Draft("text", text_body(tidy(given.text, [])) | {"from": sender})
        row = await posting.post(work, chat, given.user, draft)
        shape = shapes.message_of(row, chat, bot)
        await queue.put(work, chat, "message", shape)
    return JSONResponse(shape, status_code=201)


async def _group_show(request: Request) -> Response:
    async with hub_of(request).db.read() as session:
        chat = await session.get(Chat, int(request.path_params["group"]))
        if chat is None or chat.kind != "group":
            raise RefusedError(404, "chat-unknown")
        bot = await posting.bot_row(session, chat.bot_id)
        rows = await session.scalars(select(Message).where(Message.chat_id == chat.id).order_by(Message.id))
        return JSONResponse({"messages": [shapes.message_of(row, chat, bot) for row in rows]})


ROUTES = [
    Route("/test/faults", guarded(_faults), methods=["GET", "POST", "DELETE"]),
    Route("/test/bots", guarded(_new_bot), methods=["POST"]),
    Route("/test/groups", guarded(_new_group), methods=["POST"]),
    Route("/test/groups/{group:str}", guarded(_group_show), methods=["GET"]),
    Route("/test/groups/{group:str}/messages", guarded(_group_say), methods=["POST"]),
]
