"""introduce(): puts the person into the data, nothing else."""

from typing import Any

from aiogram.enums import ChatType
from aiogram.types import TelegramObject, Update

from backend import push
from backend.db import Database
from backend.i18n import language_for
from backend.people import actions as people
from backend.people.model import Person
from bot.position import Handler


async def introduce(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """Know who is talking, where it is a private chat with a person."""
    chat, user = data.get("event_chat"), data.get("event_from_user")
    if chat and user and chat.type == ChatType.PRIVATE and not user.is_bot:
        data["person"] = await people.introduce(
            data["db"],
            channel=data["channel"],
            chat=chat.id,
            language=language_for(user.language_code),
        )
        if isinstance(event, Update) and (event.message or event.callback_query):
            await _welcome_back(data["db"], data["person"])
    return await handler(event, data)


async def _welcome_back(db: Database, person: Person) -> None:
    """Whoever says something is to be reached again, and is told what was missed."""
    if person.unreachable_since:
        await push.owe_missed(db, person_id=person.id)
        person.unreachable_since = None
