"""getUpdates: offsets, limits, waiting, and the conflicts."""

import asyncio

from webchat_driver import BotSide, PersonSide

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def texts(bot: BotSide, **params: int) -> list[str]:
    return [update["message"]["text"] for update in await bot.updates(**params)]


async def test_offsets_confirm_and_ids_grow_by_one(bot: BotSide, person: PersonSide):
    for text in "abcde":
        await person.says(text)
    found = await bot.updates()
    ids = [update["update_id"] for update in found]
    assert ids == list(range(ids[0], ids[0] + 5))
    assert await texts(bot, limit=2) == ["a", "b"]
    assert await texts(bot, offset=ids[2]) == ["c", "d", "e"]
    assert await texts(bot, offset=ids[0]) == ["c", "d", "e"], "what is confirmed is gone"
    assert await texts(bot, offset=-1) == ["e"]
    assert await texts(bot) == ["e"], "a negative offset forgets all before"
    assert await texts(bot, offset=ids[4] + 1) == []
    assert await texts(bot, offset=-5) == []


async def test_a_poll_waits_for_the_next_update(bot: BotSide, person: PersonSide):
    waiting = asyncio.create_task(bot.updates(timeout=30))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await person.says("now")
    assert (await waiting)[0]["message"]["text"] == "now"


async def test_a_newer_poll_ends_the_older(bot: BotSide, person: PersonSide):
    older = asyncio.create_task(bot.call("getUpdates", timeout=30))
    await asyncio.sleep(0.3)
    newer = asyncio.create_task(bot.call("getUpdates", timeout=30))
    ended = (await older).json()
    assert (ended["error_code"], ended["description"]) == (409, OTHER)
    await person.says("for the newer")
    assert (await newer).json()["result"][0]["message"]["text"] == "for the newer"


async def test_no_polling_beside_a_webhook(bot: BotSide):
    waiting = asyncio.create_task(bot.call("getUpdates", timeout=30))
    await asyncio.sleep(0.3)
    await bot.ok("setWebhook", url="https://hook.invalid/x")
    ended = (await waiting).json()
    assert ended["description"] == "Conflict: terminated by setWebhook request"
    assert await bot.refused("getUpdates") == (409, HOOKED)
    await bot.ok("deleteWebhook")
    assert await bot.updates() == []


async def test_allowed_updates_are_kept_until_changed(bot: BotSide, person: PersonSide):
    await bot.updates(allowed_updates=["message"])
    first = await person.says("a")
    await person.ask("PUT", f"/messages/{first['id']}", json={"text": "b"})
    await person.ask("POST", "/block")
    await person.ask("POST", "/unblock")
    assert [list(update)[1] for update in await bot.hears()] == ["message"]
    await bot.updates(allowed_updates=[])
    await person.ask("PUT", f"/messages/{first['id']}", json={"text": "c"})
    assert [list(update)[1] for update in await bot.hears()] == ["edited_message"]
