"""Files: photos, documents, albums, and fetching them again."""

import re
import secrets
from typing import Any

from sqlalchemy import select

from webchat import blobs
from webchat.blobs import Upload, media_of
from webchat.botapi import sending
from webchat.botapi.entities import units
from webchat.botapi.errors import bad
from webchat.botapi.formatting import CAPTION_LIMIT, caption_body, caption_of, parse
from webchat.botapi.registry import Call, Method, method
from webchat.model import File
from webchat.posting import Draft

PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
ALBUM = range(2, 11)
ATTACHED = "attach://"
COUNT = re.compile(r"\d{1,9}")
ALBUM_KINDS = frozenset({"photo", "video", "document", "audio", "animation"})


async def file_of(call: Call, kind: str, value: str, *, field: str = "") -> File:
    """From an upload, an `attach://` name or a file_id the bot has seen."""
    name = value.removeprefix(ATTACHED) if value.startswith(ATTACHED) else field
    if (not value or value.startswith(ATTACHED)) and name in call.params.files:
        return await _kept(call, kind, call.params.files[name])
    if not value or value.startswith(ATTACHED):
        raise bad(f"there is no {kind} in the request")
    async with call.hub.db.read() as session:
        found = await session.scalar(select(File).where(File.file_id == value, File.bot_id == call.bot_id))
    if found is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if kind == "photo" and found.kind != "photo":
        raise bad(f"can't use file of type {found.kind.capitalize()} as Photo")
    return found


async def _kept(call: Call, kind: str, upload: Upload) -> File:
    if not upload.data:
        raise bad("file must be non-empty")
    if kind == "photo" and len(upload.data) > PHOTO_LIMIT:
        raise bad("too big for a photo")
    unique = await call.hub.blobs.put(upload)
    row = blobs.new_row(upload, unique=unique, bot_id=call.bot_id, chat_id=None, kind=kind)
    async with call.hub.write() as work:
        work.session.add(row)
    return row


def body_of(file: File, kind: str, given: dict[str, Any]) -> dict[str, Any]:
    """`given` holds what the bot says itself: duration, title, width."""
    shape = media_of(file)
    numbers = ("duration", "width", "height") if kind in {"video", "audio", "voice", "animation"} else ()
    shape |= {name: int(given[name]) for name in numbers if COUNT.fullmatch(str(given.get(name, "")))}
    if kind == "audio":
        shape |= {name: given[name] for name in ("title", "performer") if given.get(name)}
    if kind == "photo":
        return {"photo": [shape]}
    return {kind: shape} | ({"document": media_of(file)} if kind == "animation" else {})


def sender(kind: str) -> Method:
    async def send(call: Call) -> Any:
        await sending.reachable(call)
        caption = caption_of(call.params)
        file = await file_of(call, kind, call.params.text(kind), field=kind)
        body = body_of(file, kind, dict(call.params.values)) | caption_body(caption)
        return (await sending.send(call, Draft(kind, body, file_uid=file.unique_id)))[0]

    return send


for _kind in ("photo", "document", "voice", "audio", "video", "sticker", "animation"):
    method(f"send{_kind}")(sender(_kind))


async def input_media(call: Call, item: Any, *, field: str = "") -> Draft:
    """One InputMedia object."""
    if not isinstance(item, dict):
        raise bad("can't parse InputMedia: InputMedia must be an Object")
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in ALBUM_KINDS:
        raise bad("can't parse InputMedia: Unknown type specified")
    if not isinstance(item.get("media"), str):
        raise bad("can't parse InputMedia: Can't find field \"media\"")
    caption = parse(
        str(item.get("caption") or ""), str(item.get("parse_mode") or ""), item.get("caption_entities")
    )
    if units(caption.text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    file = await file_of(call, kind, item["media"], field=field)
    return Draft(kind, body_of(file, kind, item) | caption_body(caption), file_uid=file.unique_id)


@method("sendMediaGroup")
async def send_media_group(call: Call) -> Any:
    await sending.reachable(call)
    given = call.params.nested("media", "can't parse media JSON object")
    if not isinstance(given, list):
        raise bad("expected an Array of InputMedia")
    if len(given) not in ALBUM:
        few = "too few messages to send as an album" if given else "there are no messages to send"
        raise bad(few if len(given) < ALBUM.start else "too many messages to send as an album")
    drafts = [await input_media(call, item) for item in given]
    kinds = {draft.kind for draft in drafts}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad("document and audio can't be mixed with other media types")
    group = str(secrets.randbits(60))
    return await sending.send(
        call, *(Draft(draft.kind, draft.body | {"media_group_id": group}, draft.file_uid) for draft in drafts)
    )


@method("getFile")
async def get_file(call: Call) -> Any:
    file_id = call.params.text("file_id")
    if not file_id:
        raise bad("file_id not specified")
    if not file_id.startswith("F") or not file_id.isascii():
        raise bad("invalid file_id")
    async with call.hub.db.read() as session:
        found = await session.scalar(select(File).where(File.file_id == file_id, File.bot_id == call.bot_id))
    if found is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if found.size > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    shape = {"file_id": found.file_id, "file_unique_id": found.unique_id, "file_size": found.size}
    return shape | {"file_path": blobs.path_of(found)}
