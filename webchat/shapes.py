"""The Bot API's objects, built from our rows."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from webchat.model import Bot, Chat, Message

Json = dict[str, Any]


def bot_user(bot: Bot) -> Json:
    return {"id": bot.id, "is_bot": True, "first_name": shown_name(bot), "username": bot.username}


def shown_name(bot: Bot) -> str:
    name: str = bot.profile.get("name", {}).get("", bot.name)
    return name


def person(chat: Chat) -> Json:
    user = {"id": chat.id, "is_bot": False, "first_name": chat.name}
    return user | ({"language_code": chat.language} if chat.language else {})


def chat_of(chat: Chat) -> Json:
    if chat.kind == "private":
        return {"id": chat.id, "first_name": chat.name, "type": "private"}
    return {"id": chat.id, "title": chat.name, "type": chat.kind}


def message_of(message: Message, chat: Chat, bot: Bot) -> Json:
    """Without the message it replies to."""
    sender = bot_user(bot) if message.sender_id == bot.id else person(chat)
    shape = {"message_id": message.id, "from": sender, "chat": chat_of(chat), "date": message.date}
    if message.edited is not None:
        shape["edit_date"] = message.edited
    return shape | message.body


async def full_message(session: AsyncSession, message: Message, chat: Chat, bot: Bot) -> Json:
    shape = message_of(message, chat, bot)
    if message.reply_to is not None:
        target = await session.get(Message, (chat.id, message.reply_to))
        if target is not None:
            shape["reply_to_message"] = message_of(target, chat, bot)
    return shape


def member(user: Json, status: str) -> Json:
    return {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def membership(chat: Chat, bot: Bot, *, date: int, old: str, new: str) -> Json:
    user = bot_user(bot)
    return {
        "chat": chat_of(chat),
        "from": person(chat),
        "date": date,
        "old_chat_member": member(user, old),
        "new_chat_member": member(user, new),
    }
