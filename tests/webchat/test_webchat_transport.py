"""How requests may come, and what every answer carries."""

import json

import httpx
import pytest
from webchat_driver import TOKEN, BotSide, PersonSide


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
async def test_method_names_know_no_case(bot: BotSide, method: str):
    assert (await bot.ok(method))["is_bot"] is True


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/botwrong/getMe", 404, "Not Found"),
        (f"/bot{TOKEN}/getNothing", 404, "Not Found"),
        (f"/bot{TOKEN}", 404, "Not Found"),
        ("/file/bot1:wrong/documents/file_1", 401, "Unauthorized"),
        (f"/file/bot{TOKEN}/documents/file_999999", 404, "Not Found"),
        (f"/file/bot{TOKEN}/%2e%2e/%2e%2e/etc/passwd", 404, "Not Found"),
    ],
)
async def test_wrong_addresses(http: httpx.AsyncClient, path: str, code: int, description: str):
    response = await http.get(path)
    assert response.status_code == code
    assert response.json() == {"ok": False, "error_code": code, "description": description}


async def test_a_token_may_come_percent_encoded(http: httpx.AsyncClient, bot: BotSide):
    assert (await http.get(f"/bot{bot.token.replace(':', '%3A')}/getMe")).json()["ok"]


async def test_every_way_to_send_parameters(http: httpx.AsyncClient, bot: BotSide, person: PersonSide):
    url = f"/bot{bot.token}/sendMessage"
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    plain = {"chat_id": str(person.chat), "text": "42", "reply_markup": json.dumps(markup)}
    answers = [
        await http.get(url, params=plain),
        await http.post(url, params=plain),
        await http.post(url, data=plain),
        await http.post(url, files={name: (None, value) for name, value in plain.items()}),
        await http.post(url, json=plain),
        await http.post(url, json={"chat_id": person.chat, "text": "42", "reply_markup": markup}),
        await http.post(url, params={"chat_id": person.chat}, json={"text": "42", "reply_markup": markup}),
    ]
    for answer in answers:
        result = answer.json()["result"]
        assert result["text"] == "42"
        assert result["reply_markup"] == markup


async def test_absent_and_null_are_the_same(bot: BotSide, person: PersonSide):
    assert (await bot.says(person.chat, parse_mode=None, reply_markup=None))["text"] == "hello"


@pytest.mark.parametrize(
    ("body", "description"),
    [
        (b"{", "Bad Request: can't parse parameters JSON object"),
        (b"[]", "Bad Request: object expected as parameters"),
        (b'{"text":"\\ud800"}', "Bad Request: strings must be encoded in UTF-8"),
    ],
)
async def test_broken_bodies(http: httpx.AsyncClient, bot: BotSide, body: bytes, description: str):
    headers = {"Content-Type": "application/json"}
    answer = (await http.post(f"/bot{bot.token}/sendMessage", content=body, headers=headers)).json()
    assert (answer["error_code"], answer["description"]) == (400, description)


async def test_too_large_a_body_is_refused_on_both_sides(
    http: httpx.AsyncClient, bot: BotSide, person: PersonSide
):
    text = "x" * (3 * 1024 * 1024)
    answer = await http.post(f"/bot{bot.token}/sendMessage", json={"chat_id": person.chat, "text": text})
    assert (answer.status_code, answer.json()["description"]) == (413, "Request Entity Too Large")
    answer = await person.ask("POST", "/messages", json={"text": text})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "request-too-large")


@pytest.mark.parametrize("path", ["/api/bots", f"/bot{TOKEN}/getMe", "/nowhere", "/static/nothing.js"])
async def test_every_answer_is_guarded(http: httpx.AsyncClient, path: str):
    headers = (await http.get(path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


async def test_health(http: httpx.AsyncClient):
    assert (await http.get("/healthz")).json()["ok"] is True
