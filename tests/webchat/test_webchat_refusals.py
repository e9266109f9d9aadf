"""The wordings and codes of the real server."""

import json
from typing import Any

import httpx
import pytest
import pytest_asyncio
from webchat_driver import PNG, BotSide, PersonSide, new_bot, new_person

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
DATA_65 = {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]}
DATA_WIDE = {"inline_keyboard": [[{"text": "a", "callback_data": "金" * 22}]]}
DATA_NONE = {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}


def button(item: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[item]]}


SENDING = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "💡" * 2049}, "message is too long"),
    ({"text": "a", "chat_id": ""}, "chat_id is empty"),
    ({"text": "a", "chat_id": 1}, "chat not found"),
    ({"text": "a", "chat_id": "@somebody"}, "chat not found"),
    (
        {"text": "<x>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ),
    ({"text": "a", "parse_mode": "x"}, "unsupported parse_mode"),
    ({"text": "a", "reply_markup": DATA_65}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "reply_markup": DATA_WIDE}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "reply_markup": DATA_NONE}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"text": "a", "reply_markup": "[]"}, "object expected as reply markup"),
    ({"text": "a", "reply_markup": {"inline_keyboard": 1}}, 'field "inline_keyboard" must be of type Array'),
    (
        {"text": "a", "reply_markup": {"inline_keyboard": [1]}},
        'field "inline_keyboard" must be an Array of Arrays',
    ),
    (
        {"text": "a", "reply_markup": button(1)},
        "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    ),
    (
        {"text": "a", "reply_markup": button({"callback_data": "x"})},
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        {"text": "a", "reply_markup": button({"text": "x"})},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        {"text": "a", "reply_markup": button({"text": "x", "url": "no link"})},
        "inline keyboard button URL 'no link' is invalid: Wrong HTTP URL",
    ),
    (
        {"text": "a", "reply_markup": {"keyboard": [[1]]}},
        "can't parse keyboard button: KeyboardButton must be a String or an Object",
    ),
    ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ({"text": "a", "entities": "{"}, "can't parse entities: can't parse MessageEntity JSON object"),
]


@pytest_asyncio.fixture(scope="module")
async def quiet(http: httpx.AsyncClient) -> tuple[BotSide, PersonSide]:
    """A chat in which nothing was said and every refusal leaves it so."""
    bot = await new_bot(http)
    return bot, await new_person(http, bot)


@pytest_asyncio.fixture(scope="module")
async def begun(http: httpx.AsyncClient) -> tuple[BotSide, PersonSide]:
    """A chat with one message of the bot, one of the person."""
    bot = await new_bot(http)
    person = await new_person(http, bot)
    await bot.says(person.chat)
    await person.says("mine")
    return bot, person


@pytest.mark.parametrize(("params", "words"), SENDING, ids=[words[:40] for _, words in SENDING])
async def test_send_message(quiet: tuple[BotSide, PersonSide], params: dict[str, Any], words: str):
    bot, person = quiet
    assert await bot.refused("sendMessage", **({"chat_id": person.chat} | params)) == (
        400,
        f"Bad Request: {words}",
    )
    assert (await person.sees())["messages"] == []


OTHERS: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"chat_id": None, "text": "a"}, "chat_id is empty"),
    ("sendPhoto", {}, "there is no photo in the request"),
    ("sendDocument", {"document": "attach://missing"}, "there is no document in the request"),
    ("sendPhoto", {"photo": "AgACnope"}, "wrong file identifier/HTTP URL specified"),
    ("sendDocument", {"caption": "x" * 1025}, "message caption is too long"),
    ("sendMediaGroup", {"media": []}, "there are no messages to send"),
    ("sendMediaGroup", {"media": [{}]}, "too few messages to send as an album"),
    ("sendMediaGroup", {"media": [{}] * 11}, "too many messages to send as an album"),
    ("sendMediaGroup", {"media": "{"}, "can't parse media JSON object"),
    ("sendMediaGroup", {"media": [{"type": "x"}] * 2}, "can't parse InputMedia: Unknown type specified"),
    ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
    ("sendContact", {"first_name": "a"}, "phone number is empty"),
    ("editMessageText", {"text": "a"}, "message identifier is not specified"),
    ("editMessageText", {"text": "a", "message_id": 999}, "message to edit not found"),
    ("editMessageText", {"text": "a", "message_id": 2}, "message can't be edited"),
    ("editMessageText", {"text": "hello", "message_id": 1}, SAME),
    ("editMessageText", {"text": "<b>hello", "message_id": 1, "parse_mode": "HTML"}, None),  # type: ignore[list-item]
    ("editMessageReplyMarkup", {"message_id": 1}, SAME),
    ("editMessageCaption", {"message_id": 1, "caption": "a"}, "there is no caption in the message to edit"),
    ("editMessageMedia", {"message_id": 1, "media": {}}, "there is no media in the message to edit"),
    (
        "editMessageText",
        {"text": "a", "message_id": 1, "reply_markup": {"keyboard": []}},
        "inline keyboard expected",
    ),
    ("deleteMessage", {"message_id": 999}, "message to delete not found"),
    ("deleteMessage", {}, "message identifier is not specified"),
    ("forwardMessage", {"from_chat_id": 1, "message_id": 1}, "chat not found"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, None),  # type: ignore[list-item]
    ("answerCallbackQuery", {"callback_query_id": "no"}, None),  # type: ignore[list-item]
    ("getFile", {"file_id": "no"}, "invalid file_id"),
    ("getFile", {"file_id": "Fdocno"}, "wrong file_id or the file is temporarily unavailable"),
    ("getFile", {}, "file_id not specified"),
    ("setMyCommands", {"commands": [{"command": "Bad", "description": "a"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setWebhook", {"url": "http://example.com/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ("setWebhook", {"url": "nonsense"}, "bad webhook: invalid URL specified"),
    (
        "setWebhook",
        {"url": "https://example.com", "secret_token": "a b"},
        "secret token contains unallowed characters",
    ),
    ("getChatMember", {"user_id": 1}, "user not found"),
]
WORDED = {
    "answerCallbackQuery": "query is too old and response timeout expired or query ID is invalid",
    "editMessageText": "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
}


@pytest.mark.parametrize(
    ("method", "params", "words"),
    OTHERS,
    ids=[f"{name}-{place}" for place, (name, _, _) in enumerate(OTHERS)],
)
async def test_other_methods(
    begun: tuple[BotSide, PersonSide], method: str, params: dict[str, Any], words: str | None
):
    bot, person = begun
    found = await bot.refused(method, **({"chat_id": person.chat} | params))
    assert found == (400, f"Bad Request: {words or WORDED[method]}")


async def test_blocked_by_the_user(bot: BotSide, person: PersonSide):
    message = await bot.says(person.chat)
    assert (await person.ask("POST", "/block")).status_code == 204
    wording = (403, "Forbidden: bot was blocked by the user")
    assert await bot.refused("sendMessage", chat_id=person.chat, text="a") == wording
    assert await bot.refused("sendChatAction", chat_id=person.chat, action="typing") == wording
    edit = {"chat_id": person.chat, "message_id": message["message_id"], "text": "b"}
    assert await bot.refused("editMessageText", **edit) == wording
    changed = (await bot.hears())[-1]["my_chat_member"]
    assert (changed["old_chat_member"]["status"], changed["new_chat_member"]["status"]) == (
        "member",
        "kicked",
    )
    assert (await person.ask("POST", "/unblock")).status_code == 204
    assert await bot.says(person.chat)


async def test_another_bots_chat_is_not_found(http: Any, bot: BotSide, person: PersonSide):
    stranger = await new_bot(http)
    answer = await stranger.refused("sendMessage", chat_id=person.chat, text="a")
    assert answer == (400, "Bad Request: chat not found")


async def test_a_caption_of_exactly_the_limit_is_taken(bot: BotSide, person: PersonSide):
    files = {"photo": ("a.png", PNG)}
    data = {"chat_id": person.chat, "caption": "💡" * 512}
    answer = await bot.http.post(f"/bot{bot.token}/sendPhoto", data=data, files=files)
    assert answer.json()["ok"], answer.text


async def test_exactly_4096_units_are_taken(bot: BotSide, person: PersonSide):
    assert (await bot.says(person.chat, "💡" * 2048))["text"] == "💡" * 2048
    marked = "<b>" + "x" * 4096 + "</b>"
    assert len((await bot.says(person.chat, marked, parse_mode="HTML"))["text"]) == 4096


async def test_exactly_64_bytes_of_data_are_taken(bot: BotSide, person: PersonSide):
    markup = json.dumps({"inline_keyboard": [[{"text": "a", "callback_data": "金" * 21 + "x"}]]})
    assert await bot.says(person.chat, reply_markup=markup)
