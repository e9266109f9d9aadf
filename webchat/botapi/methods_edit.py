"""Changing and deleting what was said."""

from typing import Any

from webchat import clock, posting
from webchat.botapi import markup, targets
from webchat.botapi.errors import bad
from webchat.botapi.formatting import caption_body, caption_of, text_body, text_of
from webchat.botapi.methods_media import input_media
from webchat.botapi.registry import Call, method
from webchat.botapi.sending import paced
from webchat.model import Message

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
DELETABLE = 48 * 3600
MOST = 100
TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities")
MEDIA = ("photo", "document", "video", "audio", "animation", "voice", "sticker")


def without(body: dict[str, Any], *names: str) -> dict[str, Any]:
    """Leave fields out, the keyboard always: an edit that names none drops it."""
    return {name: value for name, value in body.items() if name not in {*names, "reply_markup"}}


async def _change(
    call: Call, replaced: tuple[str, ...], new: dict[str, Any], needs: str = "", kind: str | None = None
) -> Any:
    """Put `new` in the place of the fields `replaced`; `needs` is the field the message must have."""
    paced(call)
    given = markup.inline_only(call.params)
    async with call.hub.write() as work:
        chat, message = await targets.own(call, work)
        _suits(message, needs)
        body = without(message.body, *replaced) | new | given.body()
        if body == message.body:
            raise bad(SAME)
        shown = without(body) != without(message.body)
        posting.change(work, chat, message, body=body, kind=kind, shown=shown)
        return await targets.shaped(work, message, chat)


def _suits(message: Message, needs: str) -> None:
    if needs == "text" and message.kind != "text":
        raise bad("there is no text in the message to edit")
    if needs == "caption" and not message.file_uid:
        raise bad("there is no caption in the message to edit")
    if needs == "media" and (not message.file_uid or message.kind in {"voice", "sticker"}):
        raise bad("there is no media in the message to edit")


@method("editMessageText")
async def edit_message_text(call: Call) -> Any:
    return await _change(call, TEXT, text_body(text_of(call.params)), "text")


@method("editMessageCaption")
async def edit_message_caption(call: Call) -> Any:
    return await _change(call, CAPTION, caption_body(caption_of(call.params)), "caption")


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(call: Call) -> Any:
    return await _change(call, (), {})


@method("editMessageMedia")
async def edit_message_media(call: Call) -> Any:
    async with call.hub.db.read() as session:
        chat = await targets.chat(call, session)
        message = await targets.existing(call, session, chat.id, "message to edit not found")
        _suits(message, "media")
    given = call.params.nested("media", "can't parse input media JSON object")
    draft = await input_media(call, given)
    return await _change_media(call, draft.body, draft.kind, draft.file_uid)


async def _change_media(call: Call, new: dict[str, Any], kind: str, file_uid: str | None) -> Any:
    paced(call)
    given = markup.inline_only(call.params)
    async with call.hub.write() as work:
        chat, message = await targets.own(call, work)
        body = without(message.body, *CAPTION, *MEDIA) | new | given.body()
        if body == message.body:
            raise bad(SAME)
        message.file_uid = file_uid
        posting.change(work, chat, message, body=body, kind=kind)
        return await targets.shaped(work, message, chat)


def _may_go(message: Message) -> bool:
    return message.date > clock.now() - DELETABLE


@method("deleteMessage")
async def delete_message(call: Call) -> Any:
    async with call.hub.write() as work:
        chat = await targets.chat(call, work.session, lock=True)
        message = await targets.existing(call, work.session, chat.id, "message to delete not found")
        if not _may_go(message):
            raise bad("message can't be deleted")
        await posting.remove(work, chat, message)
    return True


@method("deleteMessages")
async def delete_messages(call: Call) -> Any:
    ids = call.params.nested("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(ids, list) or not ids or not all(isinstance(one, int) for one in ids):
        raise bad("message identifiers are not specified")
    if max(ids) > targets.LARGEST:
        raise bad("wrong message identifiers specified")
    if len(ids) > MOST:
        raise bad("too many message identifiers specified")
    async with call.hub.write() as work:
        chat = await targets.chat(call, work.session, lock=True)
        for one in dict.fromkeys(ids):
            message = await targets.message(work.session, chat.id, one)
            if message is not None and _may_go(message):
                await posting.remove(work, chat, message)
    return True
