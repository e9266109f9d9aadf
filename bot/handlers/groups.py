"""A group is no place for names and telephone numbers: the bot says where to write, and not too often."""

from aiogram import Bot, Dispatcher
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message
from cachetools import TTLCache

from backend.i18n import language_for, say
from bot.taps import answer_tap

QUIET_SECONDS = 600


async def in_group(event: Message) -> bool:
    return event.chat.type != ChatType.PRIVATE


async def tap_in_group(event: CallbackQuery) -> bool:
    return event.message is None or event.message.chat.type != ChatType.PRIVATE


async def on_tap(callback: CallbackQuery) -> None:
    await answer_tap(callback)


def register(dispatcher: Dispatcher) -> None:
    answered: TTLCache[tuple[int, int], bool] = TTLCache(maxsize=10_000, ttl=QUIET_SECONDS)

    async def on_group(message: Message, bot: Bot) -> None:
        """Answer what is addressed to the bot, and otherwise once in a while."""
        me = await bot.me()
        addressed = f"@{me.username}" in (message.text or "") or (message.text or "").startswith("/")
        if not addressed and (bot.id, message.chat.id) in answered:
            return
        answered[bot.id, message.chat.id] = True
        language = language_for(message.from_user.language_code if message.from_user else None)
        await message.answer(say(language, "group-write-privately", username=me.username or ""))

    async def on_group_edit(_message: Message) -> None:
        """Leave edits in groups alone."""

    dispatcher.message.register(on_group, in_group)
    dispatcher.edited_message.register(on_group_edit, in_group)
    dispatcher.callback_query.register(on_tap, tap_in_group)
