"""`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import json
import logging
import re
from typing import Any

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from webchat import blobs
from webchat.botapi import (
    methods_callback,
    methods_edit,
    methods_media,
    methods_profile,
    methods_send,
    methods_updates,
)
from webchat.botapi.errors import ApiError, blocked, too_many
from webchat.botapi.params import Params, checked, from_json, loaded, read
from webchat.botapi.registry import METHODS, Call, Described
from webchat.faults import Fault, HangUp
from webchat.hub import Hub
from webchat.model import File

LOG = logging.getLogger("webchat.botapi")
TOKEN = re.compile(r"\d+:[^/]+")
MODULES = (methods_callback, methods_edit, methods_media, methods_profile, methods_send, methods_updates)
UNAUTHORIZED = ApiError(401, "Unauthorized")
NOT_FOUND = ApiError(404, "Not Found")


class JsonAnswer(Response):
    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


async def serve(request: Request) -> Response:
    hub: Hub = request.app.state.hub
    try:
        call = Call(hub, bot_id(hub, request.path_params["token"]), await read(request))
        name = request.path_params["method"].lower()
        if name not in METHODS:
            raise NOT_FOUND
        if fault := hub.faults.take(name, call.params.text("chat_id")):
            return await disturbed(fault, name, call)
        return good(await run(name, call))
    except ApiError as error:
        return refused(error)


def bot_id(hub: Hub, token: str) -> int:
    if not TOKEN.fullmatch(token):
        raise NOT_FOUND
    found = hub.bot_of(token)
    if found is None:
        raise UNAUTHORIZED
    return found


async def run(name: str, call: Call) -> Any:
    try:
        return await METHODS[name](call)
    except UnicodeEncodeError as error:
        raise ApiError(400, "strings must be encoded in UTF-8") from error
    except ApiError:
        raise
    except Exception as error:
        LOG.exception("%s failed", name)
        raise ApiError(500, "Internal Server Error") from error


def good(result: Any) -> Response:
    if isinstance(result, Described):
        return JsonAnswer({"ok": True, "result": result.result, "description": result.description})
    return JsonAnswer({"ok": True, "result": result})


def refused(error: ApiError) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    headers = {}
    if error.parameters:
        body["parameters"] = error.parameters
        headers = {"Retry-After": str(error.parameters.get("retry_after", 1))}
    return JsonAnswer(body, status_code=error.code, headers=headers)


async def disturbed(fault: Fault, name: str, call: Call) -> Response:
    match fault.kind:
        case "429":
            raise too_many(fault.retry_after)
        case "403":
            raise blocked()
        case "500":
            raise ApiError(500, "Internal Server Error")
        case "502":
            return PlainTextResponse("502 Bad Gateway", status_code=502)
        case "drop":
            return HangUp()
        case "slow":
            await asyncio.sleep(fault.seconds)
            return good(await run(name, call))
    await run(name, call)
    return HangUp(fault.seconds)


async def replied(hub: Hub, bot: int, body: bytes) -> None:
    """Carry out the method in the answer to a webhook; nobody hears its result."""
    try:
        given = loaded(body)
    except ValueError:
        return
    name = str(given.get("method", "")).lower() if isinstance(given, dict) else ""
    if name not in METHODS:
        return
    try:
        await run(name, Call(hub, bot, checked(Params(from_json(body)))))
    except ApiError as error:
        LOG.warning("%s in a webhook's answer was refused: %s", name, error.code)


async def download(request: Request) -> Response:
    try:
        return await _file(request)
    except ApiError as error:
        return refused(error)


async def _file(request: Request) -> Response:
    hub: Hub = request.app.state.hub
    owner = bot_id(hub, request.path_params["token"])
    number = re.search(r"file_(\d{1,18})", request.path_params["path"])
    async with hub.db.read() as session:
        query = select(File).where(File.id == int(number[1] if number else 0), File.bot_id == owner)
        found = await session.scalar(query)
    if found is None or blobs.path_of(found) != request.path_params["path"]:
        raise NOT_FOUND
    if found.size > methods_media.DOWNLOAD_LIMIT:
        raise ApiError(400, "file is too big")
    return Response(await hub.blobs.get(found.unique_id), media_type=blobs.ANY)
