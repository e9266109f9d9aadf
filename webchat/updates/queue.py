"""Updates owed to bots, written in the transaction of what caused them."""

from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from webchat import clock
from webchat.db import LOCK
from webchat.hub import Work
from webchat.model import Bot, Chat, Update
from webchat.shapes import Json

KEPT = 24 * 3600
KINDS = frozenset({"message", "edited_message", "callback_query", "my_chat_member"})


async def put(work: Work, chat: Chat, kind: str, body: dict[str, Any]) -> None:
    """Nothing is written when the bot has not asked for this kind."""
    bot = await work.session.get_one(Bot, chat.bot_id, with_for_update=LOCK, populate_existing=True)
    if bot.allowed_updates and kind not in bot.allowed_updates:
        return
    bot.last_update += 1
    at = clock.now()
    work.session.add(
        Update(
            bot_id=bot.id,
            id=bot.last_update,
            chat_id=chat.id,
            kind=kind,
            body=body,
            created=at,
            due=at,
            attempts=0,
        )
    )
    await work.session.flush()
    work.ring(("bot", bot.id))


def shape(update: Update) -> Json:
    return {"update_id": update.id, update.kind: update.body}


async def owed(session: AsyncSession, bot_id: int, *, offset: int, limit: int) -> list[Json]:
    found = await session.scalars(
        select(Update)
        .where(Update.bot_id == bot_id, Update.id >= offset, Update.created > clock.now() - KEPT)
        .order_by(Update.id)
        .limit(limit)
    )
    return [shape(update) for update in found]


async def count(session: AsyncSession, bot_id: int) -> int:
    found = await session.scalar(select(func.count()).select_from(Update).where(Update.bot_id == bot_id))
    return found or 0


async def first_from_end(session: AsyncSession, bot_id: int, back: int) -> int:
    """Find the id of the update `back` places from the end, or of the first one when there are fewer."""
    ids = select(Update.id).where(Update.bot_id == bot_id).order_by(Update.id.desc()).limit(back).subquery()
    return await session.scalar(select(func.min(ids.c.id))) or 0


async def confirm(session: AsyncSession, bot_id: int, below: int) -> None:
    await session.execute(delete(Update).where(Update.bot_id == bot_id, Update.id < below))


async def has_below(session: AsyncSession, bot_id: int, below: int) -> bool:
    query = select(Update.id).where(Update.bot_id == bot_id, Update.id < below).limit(1)
    return await session.scalar(query) is not None


async def forget(session: AsyncSession, bot_id: int) -> None:
    await session.execute(delete(Update).where(Update.bot_id == bot_id))
