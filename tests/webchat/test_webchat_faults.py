"""Faults on demand, and everything else that test mode allows."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from webchat_driver import TOKEN, BotSide, PersonSide, running


@pytest_asyncio.fixture(autouse=True)
async def calm(http: httpx.AsyncClient) -> AsyncIterator[None]:
    yield
    await http.delete("/test/faults")


async def switch_on(http: httpx.AsyncClient, **rule: Any) -> None:
    assert (await http.post("/test/faults", json=rule)).status_code == 200


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        (
            {"kind": "429", "retry_after": 3},
            {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 3",
                "parameters": {"retry_after": 3},
            },
        ),
        (
            {"kind": "403"},
            {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"},
        ),
        ({"kind": "500"}, {"ok": False, "error_code": 500, "description": "Internal Server Error"}),
    ],
)
async def test_refusals_by_rule(
    http: httpx.AsyncClient, bot: BotSide, person: PersonSide, rule: dict[str, Any], answer: dict[str, Any]
):
    await switch_on(http, **rule, method="sendMessage", chat=person.chat, times=1)
    response = await bot.call("sendMessage", chat_id=person.chat, text="a")
    assert response.status_code == answer["error_code"]
    assert response.json() == answer
    assert (await person.sees())["messages"] == [], "nothing was sent"
    assert await bot.says(person.chat), "the rule is used up"


async def test_a_gateway_that_answers_no_json(http: httpx.AsyncClient, bot: BotSide):
    await switch_on(http, kind="502", method="getMe")
    response = await bot.call("getMe")
    assert response.status_code == 502
    assert "json" not in response.headers["content-type"]


async def test_dropped_before_anything_is_done(http: httpx.AsyncClient, bot: BotSide, person: PersonSide):
    await switch_on(http, kind="drop", chat=person.chat, times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        await bot.call("sendMessage", chat_id=person.chat, text="a")
    assert (await person.sees())["messages"] == []


async def test_done_but_never_answered(http: httpx.AsyncClient, bot: BotSide, person: PersonSide):
    await switch_on(http, kind="unanswered", chat=person.chat, times=1, seconds=0.1)
    with pytest.raises(httpx.RemoteProtocolError):
        await bot.call("sendMessage", chat_id=person.chat, text="a")
    assert [message["text"] for message in (await person.sees())["messages"]] == ["a"]


async def test_slow_but_well(http: httpx.AsyncClient, bot: BotSide, person: PersonSide):
    await switch_on(http, kind="slow", method="sendMessage", seconds=0.2, times=1)
    with pytest.raises(httpx.ReadTimeout):
        await http.post(
            f"/bot{bot.token}/sendMessage", json={"chat_id": person.chat, "text": "a"}, timeout=0.05
        )
    await switch_on(http, kind="slow", method="sendMessage", seconds=0.01, times=1)
    assert await bot.says(person.chat)


async def test_rules_are_listed_and_cleared(http: httpx.AsyncClient):
    await http.post("/test/faults", json=[{"kind": "429", "times": 2}, {"kind": "500", "method": "getMe"}])
    rules = (await http.get("/test/faults")).json()["faults"]
    assert [rule["kind"] for rule in rules] == ["429", "500"]
    assert (await http.delete("/test/faults")).json() == {"faults": []}
    assert (await http.post("/test/faults", json={"kind": "earthquake"})).status_code == 400


async def test_a_group(http: httpx.AsyncClient, bot: BotSide):
    group = (await http.post("/test/groups", json={"bot": bot.username, "title": "邻里群"})).json()["chat"]
    assert group < 0
    said = await http.post(
        f"/test/groups/{group}/messages", json={"text": "/start", "name": "赵六", "user": 77}
    )
    assert said.status_code == 201
    message = (await bot.hears())[0]["message"]
    assert message["chat"] == {"id": group, "title": "邻里群", "type": "group"}
    assert message["from"] == {"id": 77, "is_bot": False, "first_name": "赵六"}
    await bot.says(group, "please write to me alone")
    shown = (await http.get(f"/test/groups/{group}")).json()["messages"]
    assert [one["text"] for one in shown] == ["/start", "please write to me alone"]


async def test_without_test_mode_there_is_no_such_address(tmp_path: Path):
    with running(tmp_path, test_mode=False) as address:
        async with httpx.AsyncClient(base_url=address, trust_env=False) as http:
            for path in ("/test/faults", "/test/bots", "/test/groups", "/test/groups/1/messages"):
                response = await http.post(path, json={})
                assert response.status_code == 404
            assert (await http.post(f"/bot{TOKEN}/getMe")).json()["ok"]
