"""The person's side, call by call."""

import asyncio
import json

import httpx
import pytest
from webchat_driver import BotSide, PersonSide, new_person


async def test_bots_are_listed(http: httpx.AsyncClient):
    found = (await http.get("/api/bots")).json()["bots"]
    assert found[0] == {"id": 100, "username": "jindianzi_bot", "name": "金点子"}


async def test_opening_a_chat(http: httpx.AsyncClient, bot: BotSide):
    response = await http.post("/api/chats", json={"name": "李四", "bot": bot.username, "language": "en"})
    assert response.status_code == 201
    found = response.json()
    assert found["bot"]["username"] == bot.username
    assert found["name"] == "李四"
    person = PersonSide(http, found["chat"], found["key"])
    shown = await person.sees()
    assert shown["messages"] == []
    assert shown["language"] == "en"
    assert shown["keyboard"] is None
    assert await bot.hears() == [], "nothing is sent to the bot yet"
    nameless = (await http.post("/api/chats")).json()
    assert nameless["bot"]["id"] == 100
    assert nameless["name"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"name": ""}, "name-invalid"),
        ({"name": "x" * 65}, "name-invalid"),
        ({"language": "not a language"}, "language-invalid"),
        ({"bot": "nobody_bot"}, "bot-unknown"),
        ({"nick": "x"}, "bad-request"),
        ({"name": 5}, "bad-request"),
    ],
)
async def test_openings_refused(http: httpx.AsyncClient, body: dict[str, str], code: str):
    assert (await http.post("/api/chats", json=body)).json()["error"]["code"] == code


async def test_keys(http: httpx.AsyncClient, bot: BotSide, person: PersonSide):
    other = await new_person(http, bot)
    path = f"/api/chats/{person.chat}"
    assert (await http.get(path)).status_code == 401
    wrong = await http.get(path, headers={"Authorization": "Bearer wrong"})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (401, "bad-key")
    assert (await http.get(f"{path}?key={person.key}")).status_code == 401, "keys never travel in addresses"
    foreign = await http.get(path, headers={"Authorization": f"Bearer {other.key}"})
    assert (foreign.status_code, foreign.json()["error"]["code"]) == (404, "chat-unknown")


async def test_sentences_in_two_languages(person: PersonSide):
    refused = await person.ask("POST", "/messages", json={"text": " "})
    assert refused.json()["error"] == {"code": "message-empty", "message": "The message has no text."}
    headers = {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}
    refused = await person.ask("POST", "/messages", json={"text": " "}, headers=headers)
    assert refused.json()["error"]["message"] == "消息没有内容。"


async def test_the_same_client_id_is_said_once(bot: BotSide, person: PersonSide):
    body = {"text": "once", "client_id": "c1"}
    answers = await asyncio.gather(*(person.ask("POST", "/messages", json=body) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 200, 201]
    assert len({answer.text for answer in answers}) == 1
    assert len(await bot.hears()) == 1
    assert len((await person.sees())["messages"]) == 1


async def test_too_long_a_text(person: PersonSide):
    refused = await person.ask("POST", "/messages", json={"text": "💡" * 2049})
    assert refused.status_code == 400
    assert refused.json()["error"]["code"] == "message-too-long"
    assert (await person.ask("POST", "/messages", json={"text": "💡" * 2048})).status_code == 201


@pytest.mark.parametrize("body", [b"{", b'{"text":"\\ud800"}', b"\xff", b'{"text":1}', b"[]"])
async def test_broken_bodies(person: PersonSide, body: bytes):
    refused = await person.ask("POST", "/messages", content=body)
    assert refused.status_code == 400
    assert refused.json()["error"]["code"] in {"bad-json", "bad-request"}


async def test_editing_ones_own_message(bot: BotSide, person: PersonSide):
    first = await person.says("before")
    response = await person.ask("PUT", f"/messages/{first['id']}", json={"text": "after"})
    assert response.status_code == 200
    assert response.json()["text"] == "after"
    assert response.json()["edited"] is not None
    await person.ask("PUT", f"/messages/{first['id']}", json={"text": "after"})
    updates = await bot.hears()
    assert [list(update)[1] for update in updates] == ["message", "edited_message"]
    assert updates[1]["edited_message"]["text"] == "after"
    assert updates[1]["edited_message"]["edit_date"]
    theirs = await bot.says(person.chat)
    refused = await person.ask("PUT", f"/messages/{theirs['message_id']}", json={"text": "x"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "not-editable")


async def test_a_caption_can_be_edited(bot: BotSide, person: PersonSide):
    sent = (await person.sends(("a.txt", b"x"), caption="before")).json()["messages"][0]
    await person.ask("PUT", f"/messages/{sent['id']}", json={"text": "after"})
    assert (await bot.hears())[-1]["edited_message"]["caption"] == "after"


async def test_sharing_ones_contact(bot: BotSide, person: PersonSide):
    keyboard = {"keyboard": [[{"text": "number", "request_contact": True}]], "one_time_keyboard": True}
    await bot.says(person.chat, reply_markup=keyboard)
    response = await person.ask("POST", "/contact", json={"phone_number": "+86 138 0000 0000"})
    assert response.status_code == 201
    assert response.json()["contact"] == {"phone_number": "+86 138 0000 0000", "first_name": "张三"}
    contact = (await bot.hears())[0]["message"]["contact"]
    assert contact["user_id"] == person.chat
    assert (await person.sees())["keyboard"] is None
    refused = await person.ask("POST", "/contact", json={"phone_number": "none"})
    assert refused.json()["error"]["code"] == "contact-invalid"


async def test_a_forwarded_message(bot: BotSide, person: PersonSide):
    await person.says("heard elsewhere", forwarded=True)
    assert (await bot.hears())[0]["message"]["forward_origin"]["type"] == "user"


async def test_changing_name_and_language(bot: BotSide, person: PersonSide):
    await person.ask("PATCH", json={"name": "王五", "language": "en"})
    await person.says("hello")
    sender = (await bot.hears())[0]["message"]["from"]
    assert (sender["first_name"], sender["language_code"]) == ("王五", "en")


async def test_nothing_can_be_sent_while_blocked(person: PersonSide):
    await person.ask("POST", "/block")
    refused = await person.ask("POST", "/messages", json={"text": "a"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "blocked")
    assert (await person.sees())["blocked"] is True


async def test_pages_of_old_messages(person: PersonSide):
    for number in range(5):
        await person.says(str(number))
    page = await person.sees(limit=2)
    assert [message["text"] for message in page["messages"]] == ["3", "4"]
    assert page["more"] is True
    page = await person.sees(before=page["messages"][0]["id"], limit=3)
    assert [message["text"] for message in page["messages"]] == ["0", "1", "2"]
    assert page["more"] is False
    assert (await person.ask("GET", params={"limit": "x"})).status_code == 400


async def test_waiting_for_events(bot: BotSide, person: PersonSide):
    cursor = (await person.sees())["cursor"]
    waiting = asyncio.create_task(person.ask("GET", "/wait", params={"after": cursor, "timeout": 30}))
    await asyncio.sleep(0.1)
    await bot.says(person.chat, "<b>hi</b>", parse_mode="HTML")
    found = (await waiting).json()
    assert found["cursor"] == cursor + 1
    assert found["events"][0]["event"] == "message"
    assert found["events"][0]["data"]["entities"] == [{"type": "bold", "offset": 0, "length": 2}]


async def test_a_stream_goes_on_where_it_stopped(bot: BotSide, person: PersonSide):
    for text in "abc":
        await bot.says(person.chat, text)
    headers = {"Authorization": f"Bearer {person.key}", "Last-Event-ID": "1"}
    seen: list[tuple[str, str]] = []
    url = f"/api/chats/{person.chat}/events"
    async with person.http.stream("GET", url, headers=headers) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        event = ""
        async for line in stream.aiter_lines():
            if line.startswith("id: "):
                event = line
            if line.startswith("data: "):
                seen.append((event, json.loads(line[6:])["text"]))
            if len(seen) == 2:
                await bot.says(person.chat, "d")
                seen.append(("", "asked"))
            if len(seen) == 4:
                break
    assert seen == [("id: 2", "b"), ("id: 3", "c"), ("", "asked"), ("id: 4", "d")]


async def test_new_commands_are_told_to_who_listens(bot: BotSide, person: PersonSide):
    waiting = asyncio.create_task(person.ask("GET", "/wait", params={"after": 0, "timeout": 30}))
    await asyncio.sleep(0.3)
    commands = [{"command": "start", "description": "Begin"}]
    await bot.ok("setMyCommands", commands=commands)
    assert (await waiting).json()["events"] == [{"cursor": 1, "event": "commands", "data": commands}]
