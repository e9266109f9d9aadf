"""What somebody hostile sends: refused in the right shape, and before it costs anything."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from webchat_driver import TOKEN, BotSide, PersonSide, new_person, running

from webchat.botapi import entities, formatting
from webchat.botapi.errors import ApiError
from webchat.botapi.params import Params
from webchat.person import messages
from webchat.person.errors import RefusedError


def test_nothing_is_looked_for_in_a_text_that_is_too_long(monkeypatch: pytest.MonkeyPatch):
    def never(_text: str) -> Any:
        raise AssertionError("looked into a text that is refused anyway")

    monkeypatch.setattr(entities, "automatic", never)
    with pytest.raises(RefusedError):
        messages.text_of("/a " * 7000)
    with pytest.raises(RefusedError):
        messages.caption_of("/a " * 7000)
    with pytest.raises(ApiError, match="too long"):
        formatting.text_of(Params({"text": "/a " * 7000}))


def test_each_unit_of_a_text_is_counted_once_for_each_kind(monkeypatch: pytest.MonkeyPatch):
    text, counted = "💡 /a " * 600, 0
    whole = entities.units

    def units(part: str) -> int:
        nonlocal counted
        counted += len(part)
        return whole(part)

    monkeypatch.setattr(entities, "units", units)
    assert [one["offset"] for one in entities.automatic(text)][-1] == whole(text) - 3
    assert counted <= 2 * len(text)


def test_at_most_100_entities_are_kept():
    assert len(entities.tidy("/a " * 1000, []).entities) == 100
    given = [{"type": "bold", "offset": place, "length": 1} for place in range(300)]
    found = entities.tidy("/a " * 1000, given).entities
    assert [one["offset"] for one in found] == list(range(100))


DEEP = "[" * 50_000
SURROGATE = '{"inline_keyboard": [[{"text": "\\ud800", "callback_data": "a"}]]}'
PLACEHOLDER = {"keyboard": [["a"]], "input_field_placeholder": {"a": 1}}
LINK = {"type": "text_link", "offset": 0, "length": 1, "url": {"a": 1}}
HOSTILE: list[tuple[str, dict[str, Any]]] = [
    ("deleteMessages", {"message_ids": [10**30]}),
    ("sendMessage", {"text": "a", "reply_parameters": {"message_id": 10**25}}),
    ("sendMessage", {"text": "a", "reply_markup": DEEP}),
    ("sendMessage", {"text": "a", "reply_markup": "[" * 500 + "]" * 500}),
    ("sendMessage", {"text": "a", "reply_markup": SURROGATE}),
    ("sendMessage", {"text": "a", "reply_markup": '{"keyboard": [["a"]], "x": NaN}'}),
    ("sendMessage", {"text": "a", "reply_markup": '{"keyboard": [["a"]], "x": 1e999}'}),
    ("sendMessage", {"text": "a", "reply_markup": PLACEHOLDER}),
    ("sendMessage", {"text": "a", "entities": [LINK]}),
    ("sendLocation", {"latitude": "nan", "longitude": "1"}),
    ("sendLocation", {"latitude": "1", "longitude": "inf"}),
    ("sendLocation", {"latitude": "90.5", "longitude": "1"}),
]


@pytest.mark.parametrize(("method", "params"), HOSTILE, ids=[f"{n}-{i}" for i, (n, _) in enumerate(HOSTILE)])
async def test_hostile_parameters(bot: BotSide, person: PersonSide, method: str, params: dict[str, Any]):
    code, words = await bot.refused(method, chat_id=person.chat, **params)
    assert (code, words[:13]) == (400, "Bad Request: ")
    assert (await person.sees())["messages"] == []


@pytest.mark.parametrize(
    "body", [DEEP, '{"a":' * 300 + "1" + "}" * 300, '{"chat_id": NaN}', '{"a": -Infinity}']
)
async def test_hostile_bodies(bot: BotSide, body: str):
    headers = {"Content-Type": "application/json"}
    answer = await bot.http.post(f"/bot{bot.token}/sendMessage", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["description"] == "Bad Request: can't parse parameters JSON object"


async def test_a_video_with_a_strange_length(bot: BotSide, person: PersonSide):
    answer = await bot.http.post(
        f"/bot{bot.token}/sendVideo",
        data={"chat_id": str(person.chat), "duration": "²", "width": "9" * 5000},
        files={"video": ("a.mp4", b"data")},
    )
    assert answer.json()["result"]["video"]["duration"] == 0


async def test_a_crash_answers_bots_in_their_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("webchat.botapi.router.bot_id", broken)
    with running(tmp_path) as address:
        async with httpx.AsyncClient(base_url=address, timeout=20, trust_env=False) as http:
            answer = await http.get(f"/bot{TOKEN}/getMe")
    assert answer.json() == {"ok": False, "error_code": 500, "description": "Internal Server Error"}


async def test_a_tap_carries_at_most_64_bytes(bot: BotSide, person: PersonSide):
    message = (await bot.says(person.chat))["message_id"]
    for data, status in (("金" * 21 + "x", 202), ("金" * 22, 400)):
        path = f"/messages/{message}/tap?stale=1"
        assert (await person.ask("POST", path, json={"data": data})).status_code == status


@pytest.mark.parametrize("charset", ["unicode_escape", "undefined", "utf-16"])
async def test_forms_are_utf_8(bot: BotSide, person: PersonSide, charset: str):
    headers = {"Content-Type": f"multipart/form-data; boundary=x; charset={charset}"}
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="\\ud800\\"\r\n\r\n'
    body = head + b"data\r\n--x--\r\n"
    answer = await person.ask("POST", "/files", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad-request")
    told = await bot.http.post(f"/bot{bot.token}/sendDocument", content=body, headers=headers)
    assert told.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


@pytest.mark.parametrize("last", ["9" * 30, "9" * 5000])
async def test_a_last_event_id_that_no_event_has_is_passed_over(person: PersonSide, last: str):
    await person.says("one")
    address = f"/api/chats/{person.chat}/events?after=0"
    headers = {"Authorization": f"Bearer {person.key}", "Last-Event-ID": last}
    async with person.http.stream("GET", address, headers=headers) as answer:
        assert answer.status_code == 200
        seen = ""
        async for line in answer.aiter_lines():
            seen = line
            if line.startswith("data:"):
                break
    assert json.loads(seen.removeprefix("data:"))["text"] == "one"


async def test_a_blocked_chat_is_refused_before_its_form_is_read(tmp_path: Path):
    with running(tmp_path) as address:
        async with httpx.AsyncClient(base_url=address, timeout=20, trust_env=False) as http:
            person = await new_person(http)
            await person.ask("POST", "/block")
            headers = {"Content-Type": "multipart/form-data; boundary=x"}
            answer = await person.ask("POST", "/files", content=b"no form at all", headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "blocked")
