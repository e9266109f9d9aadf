"""Which chat and which message a call means."""

from sqlalchemy.ext.asyncio import AsyncSession

from webchat import posting
from webchat.botapi.errors import bad, blocked
from webchat.botapi.params import NUMBER
from webchat.botapi.registry import Call
from webchat.db import LOCK
from webchat.hub import Work
from webchat.model import Chat, Message
from webchat.shapes import full_message

LARGEST = 2**53  # no message has a higher number


async def chat(call: Call, session: AsyncSession, name: str = "chat_id", *, lock: bool = False) -> Chat:
    raw = call.params.text(name).strip()
    if not raw:
        raise bad(f"{name} is empty")
    how = LOCK if lock else None
    found = await session.get(Chat, int(raw), with_for_update=how) if NUMBER.fullmatch(raw) else None
    if found is None or found.bot_id != call.bot_id:
        raise bad("chat not found")
    return found


async def writable(call: Call, work: Work) -> Chat:
    """Take the chat, locked; refused when its person has stopped the bot."""
    found = await chat(call, work.session, lock=True)
    if found.blocked:
        raise blocked()
    return found


async def message(session: AsyncSession, chat_id: int, message_id: int) -> Message | None:
    return await session.get(Message, (chat_id, message_id)) if 0 < message_id <= LARGEST else None


async def existing(call: Call, session: AsyncSession, chat_id: int, missing: str) -> Message:
    """Find the message of `message_id`; `missing` is the complaint when there is none."""
    message_id = call.params.integer("message_id")
    if message_id <= 0:
        raise bad("message identifier is not specified")
    found = await message(session, chat_id, message_id)
    if found is None:
        raise bad(missing)
    return found


async def own(call: Call, work: Work) -> tuple[Chat, Message]:
    """Find a message of the bot's own that it wants to change."""
    found = await writable(call, work)
    target = await existing(call, work.session, found.id, "message to edit not found")
    if target.sender_id != call.bot_id:
        raise bad("message can't be edited")
    return found, target


async def reply_target(call: Call, work: Work, chat_id: int) -> int | None:
    given = call.params.nested("reply_parameters", "can't parse reply parameters JSON object") or {}
    if not isinstance(given, dict):
        raise bad("object expected as reply parameters")
    message_id = given.get("message_id") or call.params.integer("reply_to_message_id")
    if not message_id:
        return None
    if isinstance(message_id, int) and await message(work.session, chat_id, message_id):
        return message_id
    if given.get("allow_sending_without_reply") or call.params.flag("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


async def shaped(work: Work, row: Message, chat_row: Chat) -> dict[str, object]:
    return await full_message(
        work.session, row, chat_row, await posting.bot_row(work.session, chat_row.bot_id)
    )
