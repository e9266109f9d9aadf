"""Webhooks: secret, order within a chat, chats side by side, again until taken."""

from collections.abc import Iterator

import httpx
import pytest
from webchat_driver import BotSide, Hook, PersonSide, new_person, serving, until


@pytest.fixture(scope="module")
def hooked() -> Iterator[tuple[Hook, str]]:
    hook = Hook()
    with serving(hook) as address:
        yield hook, address


@pytest.fixture
def hook(hooked: tuple[Hook, str]) -> Hook:
    hooked[0].__init__()  # type: ignore[misc]
    return hooked[0]


@pytest.fixture
def url(hooked: tuple[Hook, str]) -> str:
    return f"{hooked[1]}/hook"


async def test_secret_and_content(bot: BotSide, person: PersonSide, hook: Hook, url: str):
    answer = (await bot.call("setWebhook", url=url, secret_token="se-cret_1")).json()
    assert answer == {"ok": True, "result": True, "description": "Webhook was set"}
    await person.says("金点子")
    await until(lambda: hook.got)
    assert hook.got[0]["message"]["text"] == "金点子"
    assert hook.headers[0]["x-telegram-bot-api-secret-token"] == "se-cret_1"
    assert hook.headers[0]["content-type"] == "application/json"
    info = await bot.ok("getWebhookInfo")
    assert info["url"] == url
    assert info["has_custom_certificate"] is False
    assert (await bot.call("setWebhook", url=url)).json()["description"] == "Webhook is already set"


async def test_order_within_a_chat_survives_failures(bot: BotSide, person: PersonSide, hook: Hook, url: str):
    hook.plan = [(500, {}), (302, {}), (200, {}), (500, {})]
    await bot.ok("setWebhook", url=url)
    for text in "abcd":
        await person.says(text)
    await until(lambda: hook.texts(person.chat)[-1:] == ["d"])
    assert hook.texts(person.chat) == ["a", "a", "a", "b", "b", "c", "d"]
    info = await bot.ok("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")
    assert info["last_error_date"] > 0


async def test_one_slow_chat_holds_up_nobody_else(
    http: httpx.AsyncClient, bot: BotSide, person: PersonSide, hook: Hook, url: str
):
    other = await new_person(http, bot)
    hook.slow = {person.chat: 1.5}
    await bot.ok("setWebhook", url=url, max_connections=10)
    await person.says("slow")
    await until(lambda: hook.at_once)
    await other.says("quick")
    await until(lambda: hook.texts(person.chat))
    assert [one["message"]["text"] for one in hook.got] == ["quick", "slow"]
    assert hook.most_at_once == 2


async def test_max_connections_is_kept(
    http: httpx.AsyncClient, bot: BotSide, person: PersonSide, hook: Hook, url: str
):
    other = await new_person(http, bot)
    hook.slow = {person.chat: 0.3, other.chat: 0.3}
    await person.says("one")
    await other.says("two")
    await bot.ok("setWebhook", url=url, max_connections=1)
    await until(lambda: len(hook.got) == 2)
    assert hook.most_at_once == 1


async def test_waiting_updates_are_counted_and_dropped(bot: BotSide, person: PersonSide):
    await person.says("a")
    await person.says("b")
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 2
    await bot.ok("setWebhook", url="http://127.0.0.1:9/", drop_pending_updates=True)
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 0
    await person.says("c")
    answer = (await bot.call("deleteWebhook")).json()
    assert answer["description"] == "Webhook was deleted"
    assert [update["message"]["text"] for update in await bot.updates()] == ["c"]


async def test_a_method_in_the_answer_is_carried_out(bot: BotSide, person: PersonSide, hook: Hook, url: str):
    hook.plan = [
        (200, {"method": "sendMessage", "chat_id": person.chat, "text": "from the hook"}),
        (200, {"method": "sendMessage", "chat_id": 1, "text": "to nobody"}),
    ]
    await bot.ok("setWebhook", url=url)
    await person.says("a")
    await person.says("b")
    await until(lambda: len(hook.got) == 2)
    shown = [message["text"] for message in (await person.sees())["messages"]]
    assert "from the hook" in shown
    assert "to nobody" not in shown


async def test_an_empty_url_takes_the_webhook_away(bot: BotSide):
    await bot.ok("setWebhook", url="https://hook.invalid/")
    await bot.ok("setWebhook", url="")
    assert (await bot.ok("getWebhookInfo"))["url"] == ""
