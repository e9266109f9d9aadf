"""Text, contacts, places, forwards and copies."""

from typing import Any

from webchat import posting, shapes
from webchat.botapi import sending, targets
from webchat.botapi.errors import bad
from webchat.botapi.formatting import caption_body, caption_of, text_body, text_of
from webchat.botapi.registry import Call, method
from webchat.model import Bot, Chat, Message
from webchat.posting import Draft

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "record_audio",
        "upload_audio",
    ]
)
FARTHEST = {"latitude": 90, "longitude": 180}  # degrees


@method("sendMessage")
async def send_message(call: Call) -> Any:
    return (await sending.send(call, Draft("text", text_body(text_of(call.params)))))[0]


@method("sendContact")
async def send_contact(call: Call) -> Any:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.params.text(name) for name in names if call.params.text(name)}
    if "phone_number" not in contact:
        raise bad("phone number is empty")
    if "first_name" not in contact:
        raise bad("first name is empty")
    return (await sending.send(call, Draft("contact", {"contact": contact})))[0]


@method("sendLocation")
async def send_location(call: Call) -> Any:
    try:
        place = {name: float(call.params.text(name)) for name in ("latitude", "longitude")}
    except ValueError as error:
        raise bad("latitude and longitude must be numbers") from error
    if not all(abs(place[name]) <= most for name, most in FARTHEST.items()):  # NaN neither
        raise bad("wrong latitude or longitude specified")
    return (await sending.send(call, Draft("location", {"location": place})))[0]


@method("sendChatAction")
async def send_chat_action(call: Call) -> Any:
    if call.params.text("action").lower() not in ACTIONS:
        raise bad("wrong parameter action in request")
    async with call.hub.write() as work:
        chat = await targets.writable(call, work)
        posting.announce(work, chat, "typing", {})
    return True


async def _source(call: Call, verb: str) -> tuple[Chat, Message, Bot]:
    async with call.hub.db.read() as session:
        chat = await targets.chat(call, session, "from_chat_id")
        message_id = call.params.integer("message_id")
        found = await targets.message(session, chat.id, message_id)
        if found is None:
            raise bad(f"message to {verb} not found")
        return chat, found, await posting.bot_row(session, call.bot_id)


def _content(body: dict[str, Any]) -> dict[str, Any]:
    own = ("reply_markup", "media_group_id", "forward_origin", "has_protected_content")
    return {name: value for name, value in body.items() if name not in own}


@method("forwardMessage")
async def forward_message(call: Call) -> Any:
    chat, found, bot = await _source(call, "forward")
    sender = shapes.bot_user(bot) if found.sender_id == bot.id else shapes.person(chat)
    origin = found.body.get("forward_origin") or {"type": "user", "date": found.date, "sender_user": sender}
    body = _content(found.body) | {"forward_origin": origin}
    return (await sending.send(call, Draft(found.kind, body, file_uid=found.file_uid)))[0]


@method("copyMessage")
async def copy_message(call: Call) -> Any:
    _chat, found, _bot = await _source(call, "copy")
    body = _content(found.body)
    if "caption" in call.params.values and found.file_uid:
        kept = {name: value for name, value in body.items() if not name.startswith("caption")}
        body = kept | caption_body(caption_of(call.params))
    sent = await sending.send(call, Draft(found.kind, body, file_uid=found.file_uid))
    return {"message_id": sent[0]["message_id"]}


@method("setMessageReaction")
async def set_message_reaction(call: Call) -> Any:
    async with call.hub.db.read() as session:
        chat = await targets.chat(call, session)
        await targets.existing(call, session, chat.id, "message to react not found")
    reactions = call.params.nested("reaction", "can't parse reaction types JSON object") or []
    if not isinstance(reactions, list):
        raise bad("expected an Array of ReactionType")
    return True


@method("pinChatMessage", "unpinChatMessage")
async def pin(call: Call) -> Any:
    async with call.hub.db.read() as session:
        chat = await targets.chat(call, session)
        if "message_id" in call.params.values:
            await targets.existing(call, session, chat.id, "message to pin not found")
    return True


@method("unpinAllChatMessages")
async def unpin_all(call: Call) -> Any:
    async with call.hub.db.read() as session:
        await targets.chat(call, session)
    return True
