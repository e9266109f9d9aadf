"""Files and albums, in both directions."""

import math
import secrets
from urllib.parse import quote

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from webchat import blobs, images
from webchat.blobs import FILE_LIMIT, Upload
from webchat.botapi.methods_media import body_of
from webchat.config import MEGABYTE
from webchat.forms import is_utf8
from webchat.hub import Hub
from webchat.model import Chat, File, Message
from webchat.person import view
from webchat.person.access import address_of, chat_of, hub_of, slow_down, unblocked, writable
from webchat.person.errors import RefusedError
from webchat.person.messages import already, caption_of, post
from webchat.posting import Draft
from webchat.sweep import drop_strays

KINDS = frozenset({"photo", "document", "voice", "sticker", "video", "audio"})
ALBUM = 10
MANY = 100
SANDBOX = "default-src 'none'; sandbox"
TOO_LARGE = 413
CLIENT_ID_LIMIT = 64


async def send(request: Request) -> Response:
    slow_down(request)
    hub = hub_of(request)
    async with hub.db.read() as session:
        chat = unblocked(await chat_of(request, session))
    if not is_utf8(request):
        raise RefusedError(400, "bad-request", problem="charset")
    async with request.form(max_files=MANY) as form:
        kind, client_id = kind_of(form), client_id_of(form)
        caption = caption_of(str(form.get("caption") or ""))
        async with hub.db.read() as session:
            known = await already(session, chat, client_id) if client_id else []
        if known:
            return JSONResponse({"messages": [view.message(row, chat) for row in known]})
        parts = chosen(form)
        not_too_many(request, chat, len(parts))
        files = await _store(hub, chat, parts, kind)
    try:
        return await _send(request, files, kind, caption, client_id)
    except Exception:
        await drop_strays(hub, [file.unique_id for file in files])
        raise


async def _send(
    request: Request, files: list[File], kind: str, caption: dict[str, object], client_id: str | None
) -> Response:
    album = {"media_group_id": str(secrets.randbits(60))} if len(files) > 1 else {}
    hub = hub_of(request)
    async with hub.write() as work:
        chat = await writable(request, work)
        await _room(hub, work.session, chat, sum(file.size for file in files))
        drafts = [
            Draft(
                kind,
                body_of(file, kind, {}) | album | (caption if place == 0 else {}),
                file_uid=file.unique_id,
                client_id=client_id,
                client_part=place,
            )
            for place, file in enumerate(files)
        ]
        rows, new = await post(work, chat, drafts)
        work.session.add_all(files if new else [])
    if not new:
        await drop_strays(hub, [file.unique_id for file in files])
    shown = {"messages": [view.message(row, chat) for row in rows]}
    return JSONResponse(shown, status_code=201 if new else 200)


def not_too_many(request: Request, chat: Chat, count: int) -> None:
    hub = hub_of(request)
    wait = hub.chat_uploads.take(chat.id, count) or hub.address_uploads.take(address_of(request), count)
    if wait:
        raise RefusedError(429, "too-many-files", seconds=wait, minutes=math.ceil(wait / 60))


def kind_of(form: FormData) -> str:
    kind = str(form.get("kind") or "document")
    if kind not in KINDS:
        raise RefusedError(400, "kind-unknown", kind=kind[:40])
    return kind


def client_id_of(form: FormData) -> str | None:
    found = form.get("client_id")
    if found and (not isinstance(found, str) or len(found) > CLIENT_ID_LIMIT):
        raise RefusedError(400, "bad-request", problem="client_id")
    return str(found) if found else None


def chosen(form: FormData) -> list[UploadFile]:
    files = [file for file in form.getlist("file") if isinstance(file, UploadFile)]
    if not files:
        raise RefusedError(400, "file-missing")
    if len(files) > ALBUM:
        raise RefusedError(400, "album-too-large", limit=ALBUM)
    return files


def _size(file: UploadFile) -> int:
    size = file.size or 0
    if not size:
        raise RefusedError(400, "file-missing")
    if size > FILE_LIMIT:
        raise RefusedError(TOO_LARGE, "file-too-large", limit=FILE_LIMIT // MEGABYTE)
    return size


async def _room(hub: Hub, session: AsyncSession, chat: Chat, size: int) -> None:
    held = await session.scalar(select(func.sum(File.size)).where(File.chat_id == chat.id)) or 0
    if held + size > hub.settings.chat_megabytes * MEGABYTE:
        raise RefusedError(TOO_LARGE, "storage-full", limit=hub.settings.chat_megabytes)


async def _store(hub: Hub, chat: Chat, files: list[UploadFile], kind: str) -> list[File]:
    """Write the bytes, one file in memory at a time; all or none."""
    size = sum([_size(file) for file in files])
    async with hub.db.read() as session:
        await _room(hub, session, chat, size)
    rows: list[File] = []
    try:
        for file in files:
            async with hub.storing:
                rows.append(await _row(hub, chat, file, kind))
    except Exception:
        await drop_strays(hub, [row.unique_id for row in rows])
        raise
    return rows


async def _row(hub: Hub, chat: Chat, file: UploadFile, kind: str) -> File:
    upload = Upload(name=file.filename or "", mime=file.content_type or "", data=await file.read())
    unique = await hub.blobs.put(upload)
    return blobs.new_row(upload, unique=unique, bot_id=chat.bot_id, chat_id=chat.id, kind=kind)


async def fetch(request: Request) -> Response:
    """Raster images may be shown in place, everything else is only ever saved."""
    hub, unique = hub_of(request), request.path_params["file"]
    async with hub.db.read() as session:
        chat = await chat_of(request, session)
        query = select(Message.id).where(Message.chat_id == chat.id, Message.file_uid == unique).limit(1)
        shown = await session.scalar(query)
        file = await session.scalar(select(File).where(File.unique_id == unique))
    if shown is None or file is None:
        raise RefusedError(404, "file-unknown")
    data = await hub.blobs.get(unique)
    picture = images.look(data)
    how = "inline" if picture else "attachment"
    headers = {
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name, safe='')}",
        "Content-Security-Policy": SANDBOX,
        "Cache-Control": "private, max-age=86400, immutable",
    }
    return Response(data, media_type=picture.mime if picture else blobs.ANY, headers=headers)
