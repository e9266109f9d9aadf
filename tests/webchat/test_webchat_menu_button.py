"""The page a bot puts beside the composer: for one chat or for all, told to the person at once."""

from typing import Any

import pytest
from webchat_driver import BotSide, PersonSide

ADDRESS = "https://example.org/collect/"
PAGE = {"type": "web_app", "text": "离线采集", "web_app": {"url": ADDRESS}}
SHOWN = {"text": "离线采集", "url": ADDRESS}
WRONG = (
    {"type": "web_app", "text": "", "web_app": {"url": ADDRESS}},
    {"type": "web_app", "text": "x" * 65, "web_app": {"url": ADDRESS}},
    {"type": "web_app", "text": "x", "web_app": {"url": "javascript:alert(1)"}},
    {"type": "web_app", "text": "x", "web_app": "nothing"},
    {"type": "web_app", "text": "x"},
    {"type": "another"},
)


async def test_for_one_chat_and_back_to_what_holds_for_all(bot: BotSide, person: PersonSide):
    assert (await person.sees())["menu"] is None
    await bot.ok("setChatMenuButton", chat_id=person.chat, menu_button=PAGE)
    assert (await person.sees())["menu"] == SHOWN
    assert await bot.ok("getChatMenuButton", chat_id=person.chat) == PAGE
    assert await bot.ok("getChatMenuButton") == {"type": "commands"}
    await bot.ok("setChatMenuButton", chat_id=person.chat, menu_button={"type": "default"})
    assert (await person.sees())["menu"] is None


async def test_for_all_chats_but_those_that_have_their_own(bot: BotSide, person: PersonSide):
    await bot.ok("setChatMenuButton", menu_button=PAGE)
    assert (await person.sees())["menu"] == SHOWN
    await bot.ok("setChatMenuButton", chat_id=person.chat, menu_button={"type": "commands"})
    assert (await person.sees())["menu"] is None


@pytest.mark.parametrize("wrong", WRONG)
async def test_what_is_no_button_is_refused(bot: BotSide, person: PersonSide, wrong: dict[str, Any]):
    answer = (await bot.call("setChatMenuButton", chat_id=person.chat, menu_button=wrong)).json()
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert (await person.sees())["menu"] is None


async def test_nobody_elses_chat_is_touched(bot: BotSide):
    answer = (await bot.call("setChatMenuButton", chat_id=12345, menu_button=PAGE)).json()
    assert answer["description"] == "Bad Request: chat not found"
