"""aiogram and python-telegram-bot read every answer."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from aiogram import Bot as AiogramBot
from aiogram import types as aio
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter
from telegram.ext import ExtBot
from webchat_driver import PNG, BotSide, PersonSide


@pytest_asyncio.fixture
async def aiogram(address: str, bot: BotSide) -> AsyncIterator[AiogramBot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    yield AiogramBot(bot.token, session=session)
    await session.close()


@pytest_asyncio.fixture
async def ptb(address: str, bot: BotSide) -> AsyncIterator[ExtBot[Any]]:
    found: ExtBot[Any] = ExtBot(bot.token, base_url=f"{address}/bot", base_file_url=f"{address}/file/bot")
    async with found:
        yield found


def aio_keys() -> aio.InlineKeyboardMarkup:
    button = aio.InlineKeyboardButton(text="yes", callback_data="y")
    return aio.InlineKeyboardMarkup(inline_keyboard=[[button]])


async def test_aiogram_sends_and_changes(aiogram: AiogramBot, person: PersonSide):
    chat = person.chat
    sent = await aiogram.send_message(chat, "<b>金点子</b>", parse_mode="HTML", reply_markup=aio_keys())
    assert sent.entities is not None
    assert sent.entities[0].type == "bold"
    edited = await aiogram.edit_message_text("new", chat_id=chat, message_id=sent.message_id)
    assert isinstance(edited, aio.Message)
    await aiogram.edit_message_reply_markup(chat_id=chat, message_id=sent.message_id, reply_markup=aio_keys())
    assert (await aiogram.forward_message(chat, chat, sent.message_id)).forward_origin is not None
    assert (await aiogram.copy_message(chat, chat, sent.message_id)).message_id
    photo = await aiogram.send_photo(chat, aio.BufferedInputFile(PNG, "a.png"), caption="c")
    assert photo.photo is not None
    assert photo.photo[-1].width == 64
    await aiogram.edit_message_caption(chat_id=chat, message_id=photo.message_id, caption="d")
    media = [aio.InputMediaPhoto(media=aio.BufferedInputFile(PNG, "a.png")) for _ in range(2)]
    assert len(await aiogram.send_media_group(chat, media)) == 2
    again = aio.InputMediaDocument(media=aio.BufferedInputFile(b"x", "a.txt"))
    assert await aiogram.edit_message_media(again, chat_id=chat, message_id=photo.message_id)
    assert (await aiogram.send_contact(chat, "+8613800000000", "张三")).contact is not None
    assert await aiogram.send_chat_action(chat, "typing")
    assert await aiogram.delete_message(chat, sent.message_id)


async def test_aiogram_sends_every_kind_of_file(aiogram: AiogramBot, person: PersonSide):
    file = aio.BufferedInputFile(b"data", "a.bin")
    assert (await aiogram.send_document(person.chat, file)).document
    assert (await aiogram.send_voice(person.chat, file)).voice
    assert (await aiogram.send_audio(person.chat, file)).audio
    assert (await aiogram.send_video(person.chat, file)).video
    assert (await aiogram.send_sticker(person.chat, file)).sticker
    assert (await aiogram.send_animation(person.chat, file)).animation


async def test_aiogram_reads_updates_and_files(aiogram: AiogramBot, bot: BotSide, person: PersonSide):
    first = await person.says("/start")
    await person.ask("PUT", f"/messages/{first['id']}", json={"text": "edited"})
    sent = await bot.says(
        person.chat, reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}
    )
    await person.taps(sent["message_id"], data="x")
    await person.sends(("a.png", PNG), ("b.png", PNG), kind="photo")
    await person.sends(("a.txt", b"text"))
    await person.ask("POST", "/contact", json={"phone_number": "+8613800000000"})
    await person.ask("POST", "/block")
    updates = await aiogram.get_updates()
    assert [update.event_type for update in updates] == [
        *("message", "edited_message", "callback_query"),
        *("message", "message", "message", "message", "my_chat_member"),
    ]
    query = updates[2].callback_query
    assert query is not None
    await aiogram.answer_callback_query(query.id, "ok")
    document = updates[5].message
    assert document is not None
    assert document.document is not None
    assert (await aiogram.download(document.document)).read() == b"text"


async def test_aiogram_reads_the_rest(aiogram: AiogramBot, person: PersonSide):
    me = await aiogram.get_me()
    commands = [aio.BotCommand(command="start", description="Begin")]
    assert await aiogram.set_my_commands(commands, aio.BotCommandScopeAllPrivateChats(), "zh")
    found = await aiogram.get_my_commands(aio.BotCommandScopeAllPrivateChats(), "zh")
    assert [one.command for one in found] == ["start"]
    assert await aiogram.delete_my_commands(aio.BotCommandScopeAllPrivateChats(), "zh")
    assert (await aiogram.get_chat(person.chat)).first_name == "张三"
    assert (await aiogram.get_chat_member(person.chat, me.id)).status == "member"
    assert (await aiogram.get_webhook_info()).pending_update_count == 0
    assert await aiogram.set_webhook("https://hook.invalid/", secret_token="abc")
    assert await aiogram.delete_webhook()
    assert (await aiogram.get_my_name()).name
    assert await aiogram.set_chat_menu_button(menu_button=aio.MenuButtonCommands())
    assert (await aiogram.get_chat_menu_button()).type == "commands"
    assert (await aiogram.get_user_profile_photos(person.chat)).total_count == 0


async def test_aiogram_knows_the_refusals(
    aiogram: AiogramBot, http: httpx.AsyncClient, address: str, person: PersonSide
):
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aiogram.send_message(1, "a")
    await http.post("/test/faults", json={"kind": "429", "chat": person.chat, "times": 1, "retry_after": 7})
    with pytest.raises(TelegramRetryAfter) as slow:
        await aiogram.send_message(person.chat, "a")
    assert slow.value.retry_after == 7
    await person.ask("POST", "/block")
    with pytest.raises(TelegramForbiddenError):
        await aiogram.send_message(person.chat, "a")
    stranger = AiogramBot("1:wrong", session=aiogram.session)
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()


async def test_ptb_sends_and_changes(ptb: ExtBot[Any], person: PersonSide):
    chat = person.chat
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("yes", callback_data="y")]])
    sent = await ptb.send_message(chat, "<b>金点子</b>", parse_mode="HTML", reply_markup=keys)
    assert sent.entities[0].type == "bold"
    assert sent.reply_markup == keys
    edited = await ptb.edit_message_text("new", chat, sent.message_id)
    assert edited.reply_markup is None
    photo = await ptb.send_photo(chat, PNG, caption="c")
    assert photo.photo[-1].height == 48
    group = [InputMediaPhoto(PNG), InputMediaPhoto(PNG)]
    assert len(await ptb.send_media_group(chat, group)) == 2
    changed = await ptb.edit_message_media(InputMediaDocument(b"x"), chat, photo.message_id)
    assert changed.document
    assert await ptb.delete_messages(chat, [sent.message_id, photo.message_id])
    assert await ptb.send_chat_action(chat, "typing")


async def test_ptb_reads_updates_and_files(ptb: ExtBot[Any], bot: BotSide, person: PersonSide):
    await person.says("/start")
    sent = await bot.says(
        person.chat, reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}
    )
    await person.taps(sent["message_id"], data="x")
    await person.sends(("a.txt", b"text"))
    await person.ask("POST", "/contact", json={"phone_number": "+8613800000000"})
    await person.ask("POST", "/block")
    updates = await ptb.get_updates()
    assert updates[0].message.parse_entities() == {updates[0].message.entities[0]: "/start"}
    assert updates[1].callback_query.data == "x"
    file = await updates[2].message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"text"
    assert updates[3].message.contact.user_id == person.chat
    assert updates[4].my_chat_member.new_chat_member.status == "kicked"


async def test_ptb_reads_the_rest(ptb: ExtBot[Any], person: PersonSide):
    commands = (BotCommand("start", "Begin"),)
    assert await ptb.set_my_commands(commands)
    assert await ptb.get_my_commands() == commands
    assert (await ptb.get_chat(person.chat)).max_reaction_count
    assert (await ptb.get_chat_member(person.chat, person.chat)).status == "member"
    assert (await ptb.get_webhook_info()).url == ""
    assert (await ptb.get_my_name()).name
    assert (await ptb.get_my_description()).description == ""
    assert (await ptb.get_my_short_description()).short_description == ""
    assert (await ptb.get_chat_menu_button()).type == "commands"


async def test_ptb_knows_the_refusals(
    ptb: ExtBot[Any], address: str, http: httpx.AsyncClient, person: PersonSide
):
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(1, "a")
    await http.post("/test/faults", json={"kind": "429", "chat": person.chat, "times": 1, "retry_after": 7})
    with pytest.raises(RetryAfter):
        await ptb.send_message(person.chat, "a")
    await person.ask("POST", "/block")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(person.chat, "a")
    with pytest.raises(InvalidToken):
        await ExtBot("1:wrong", base_url=f"{address}/bot").initialize()
