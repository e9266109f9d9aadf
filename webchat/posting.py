"""Messages come, change and go; whoever reads the chat is told in the same transaction."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from webchat import clock
from webchat.db import LOCK
from webchat.hub import Work
from webchat.model import Bot, Chat, Event, Message
from webchat.person import view


@dataclass(frozen=True)
class Draft:
    kind: str
    body: dict[str, Any]
    file_uid: str | None = None
    reply_to: int | None = None
    client_id: str | None = None
    client_part: int = 0


async def locked_chat(session: AsyncSession, chat_id: int) -> Chat | None:
    """Writers of one chat wait here for one another; always taken before the bot's row."""
    return await session.get(Chat, chat_id, with_for_update=LOCK)


async def bot_row(session: AsyncSession, bot_id: int) -> Bot:
    return await session.get_one(Bot, bot_id)


def announce(work: Work, chat: Chat, kind: str, body: Any) -> None:
    chat.last_event += 1
    work.session.add(
        Event(chat_id=chat.id, cursor=chat.last_event, kind=kind, body=body, created=clock.now())
    )
    work.ring(("chat", chat.id))


async def post(work: Work, chat: Chat, sender_id: int, draft: Draft) -> Message:
    chat.last_message += 1
    message = Message(
        chat_id=chat.id,
        id=chat.last_message,
        sender_id=sender_id,
        date=clock.now(),
        edited=None,
        kind=draft.kind,
        reply_to=draft.reply_to,
        client_id=draft.client_id,
        client_part=draft.client_part,
        file_uid=draft.file_uid,
        body=draft.body,
    )
    work.session.add(message)
    await work.session.flush()
    announce(work, chat, "message", view.message(message, chat))
    return message


def change(
    work: Work,
    chat: Chat,
    message: Message,
    *,
    body: dict[str, Any],
    kind: str | None = None,
    shown: bool = True,
) -> None:
    """`shown` says whether people see the message as edited; a new keyboard alone does not count."""
    message.body = body
    message.kind = kind or message.kind
    if shown:
        message.edited = clock.now()
    announce(work, chat, "edited", view.message(message, chat))


async def remove(work: Work, chat: Chat, message: Message) -> None:
    await work.session.delete(message)
    announce(work, chat, "deleted", {"id": message.id})


def show_keyboard(work: Work, chat: Chat, keyboard: dict[str, Any] | None) -> None:
    chat.keyboard = keyboard
    announce(work, chat, "keyboard", keyboard)
