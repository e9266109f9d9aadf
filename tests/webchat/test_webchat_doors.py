"""A chat on a second phone: by a link for one use or by a passphrase, and by nothing else."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest
from webchat_driver import BotSide, PersonSide, new_person, running, until

from webchat import clock
from webchat.person.devices import MOST, named

PAGE = "https://chat.example.org/"
WORDS = "三棵 银杏树 与 一口老井"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


async def link_of(person: PersonSide) -> str:
    made = (await person.ask("POST", "/link", json={"page": PAGE})).json()
    address: str = made["address"]
    assert address.startswith(f"{PAGE}#link=")
    assert made["qr"].startswith("data:image/svg+xml")
    return address.partition("#link=")[2]


async def enters(http: httpx.AsyncClient, **given: Any) -> httpx.Response:
    headers = {"Accept-Language": "en", "User-Agent": ANDROID}
    return await http.post("/api/open", json=given, headers=headers)


async def second(http: httpx.AsyncClient, **given: Any) -> PersonSide:
    found = (await enters(http, **given)).json()
    return PersonSide(http, found["chat"], found["key"])


async def code_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def sets(person: PersonSide, words: str = WORDS) -> httpx.Response:
    return await person.ask("PUT", "/passphrase", json={"passphrase": words})


async def test_link_opens_the_same_chat_once(http: httpx.AsyncClient, bot: BotSide, person: PersonSide):
    await person.says("路灯坏了")
    token = await link_of(person)
    other = await second(http, link=token)
    assert (other.chat, other.key != person.key) == (person.chat, True)
    assert (await other.sees())["messages"][0]["text"] == "路灯坏了"
    await other.says("三天了")
    assert [update["message"]["text"] for update in await bot.hears()] == ["路灯坏了", "三天了"]
    assert await code_of(await enters(http, link=token)) == (410, "link-gone")
    assert (await person.sees())["messages"][1]["text"] == "三天了"


async def test_of_many_at_once_one_gets_in(http: httpx.AsyncClient, person: PersonSide):
    token = await link_of(person)
    answers = await asyncio.gather(*(enters(http, link=token) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] + [410] * 7


async def test_link_is_gone_after_a_quarter_of_an_hour(
    http: httpx.AsyncClient, person: PersonSide, monkeypatch: pytest.MonkeyPatch
):
    token = await link_of(person)
    at = clock.now()
    monkeypatch.setattr(clock, "now", lambda: at + 15 * 60 + 1)
    assert await code_of(await enters(http, link=token)) == (410, "link-gone")


async def test_new_link_replaces_the_old_one(http: httpx.AsyncClient, person: PersonSide):
    old, new = await link_of(person), await link_of(person)
    assert (await enters(http, link=old)).status_code == 410
    assert (await enters(http, link=new)).status_code == 201


@pytest.mark.parametrize("page", ["javascript:alert(1)", "https://a.example/#link=x", "", "https://a b"])
async def test_link_leads_to_a_page_alone(person: PersonSide, page: str):
    assert (await person.ask("POST", "/link", json={"page": page})).status_code == 400


async def test_passphrase_opens_the_chat_however_a_phone_writes_it(
    http: httpx.AsyncClient, person: PersonSide
):
    assert (await sets(person, "Three Ginkgo trees")).status_code == 204
    for words in ("three ginkgo trees", " Three  ginkgo TREES ", "ｔｈｒｅｅ ｇｉｎｋｇｏ trees"):
        assert (await second(http, chat=person.chat, passphrase=words)).chat == person.chat


async def test_wrong_or_absent_passphrase_and_unknown_chat_are_told_alike(
    http: httpx.AsyncClient, bot: BotSide, person: PersonSide
):
    without = await new_person(http, bot)
    await sets(person)
    tries = [(person.chat, "something else"), (without.chat, WORDS), (1, WORDS)]
    answers = [await enters(http, chat=chat, passphrase=words) for chat, words in tries]
    assert [answer.text for answer in answers] == [answers[0].text] * 3
    assert await code_of(answers[0]) == (403, "passphrase-wrong")
    assert (await person.ask("DELETE", "/passphrase")).status_code == 204
    assert (await enters(http, chat=person.chat, passphrase=WORDS)).status_code == 403


@pytest.mark.parametrize("words", ["", "short one", "aaaaaaaaaaaaaaa", "abababababab", "   " * 9, "x" * 201])
async def test_weak_passphrase_is_refused(person: PersonSide, words: str):
    assert await code_of(await sets(person, words)) == (400, "passphrase-weak")


async def test_tries_are_counted_and_a_restart_does_not_forget_them(tmp_path: Path):
    with running(tmp_path, tries_per_hour=3) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            person = await new_person(http)
            await sets(person)
            for _ in range(3):
                assert (await enters(http, chat=person.chat, passphrase="x")).status_code == 403
            refused = await enters(http, chat=person.chat, passphrase=WORDS)
            assert await code_of(refused) == (429, "too-many-tries")
            assert int(refused.headers["retry-after"]) > 60
            assert "minutes" in refused.json()["error"]["message"]
    with running(tmp_path, tries_per_hour=3) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            assert (await enters(http, chat=person.chat, passphrase=WORDS)).status_code == 429


async def test_devices_are_listed_and_others_signed_out(http: httpx.AsyncClient, person: PersonSide):
    other = await second(http, link=await link_of(person))
    open_link = await link_of(person)
    shown = (await other.ask("GET", "/devices")).json()
    assert [(one["way"], one["this"]) for one in shown["devices"]] == [("link", True), ("opened", False)]
    assert (shown["devices"][0]["system"], shown["devices"][0]["browser"]) == ("Android", "Chrome")
    assert shown["passphrase"] is False
    assert ("device", {"system": "Android", "browser": "Chrome"}) in await person.events()
    waiting = asyncio.create_task(person.ask("GET", "/wait", params={"timeout": 30, "after": 99}))
    await asyncio.sleep(0.2)
    assert (await other.ask("DELETE", "/devices/others")).status_code == 204
    assert (await waiting).status_code == 401
    assert (await person.ask("GET")).status_code == 401
    assert (await other.ask("GET")).status_code == 200
    assert (await enters(http, link=open_link)).status_code == 410


async def test_stream_of_a_device_ends_when_it_is_signed_out(http: httpx.AsyncClient, person: PersonSide):
    other = await second(http, link=await link_of(person))
    headers, ended = {"Authorization": f"Bearer {person.key}"}, []

    async def listens() -> None:
        async with http.stream("GET", f"/api/chats/{person.chat}/events", headers=headers) as stream:
            ended.extend([line async for line in stream.aiter_lines()])
            ended.append("end")

    listening = asyncio.create_task(listens())
    await other.ask("DELETE", "/devices/others")
    await until(lambda: ended[-1:] == ["end"] or listening.done())
    await listening


async def test_device_signs_itself_out(http: httpx.AsyncClient, person: PersonSide):
    other = await second(http, link=await link_of(person))
    assert (await other.ask("DELETE", "/devices/this")).status_code == 204
    assert (await other.ask("GET")).status_code == 401
    assert (await person.ask("GET")).status_code == 200


async def test_devices_of_one_chat_are_limited(http: httpx.AsyncClient, person: PersonSide):
    others = [await second(http, link=await link_of(person)) for _ in range(MOST)]
    devices = (await others[-1].ask("GET", "/devices")).json()["devices"]
    assert len(devices) == MOST
    assert (await person.ask("GET")).status_code == 401


async def test_last_use_is_written_down_now_and_then(person: PersonSide, monkeypatch: pytest.MonkeyPatch):
    at = clock.now()
    monkeypatch.setattr(clock, "now", lambda: at + 3600)
    await person.sees()
    assert (await person.ask("GET", "/devices")).json()["devices"][0]["used"] == at + 3600


async def test_nobody_else_gets_in(http: httpx.AsyncClient, bot: BotSide, person: PersonSide):
    stranger = await new_person(http, bot)
    stranger.chat = person.chat
    calls = [("GET", "/devices"), ("DELETE", "/devices/others"), ("DELETE", "/devices/this")]
    for method, path in [*calls, ("DELETE", "/passphrase")]:
        assert (await stranger.ask(method, path)).status_code == 404
    assert (await stranger.ask("POST", "/link", json={"page": PAGE})).status_code == 404
    assert (await sets(stranger)).status_code == 404
    for body in ({}, {"link": 5}, {"chat": "1", "passphrase": "a"}, {"chat": -1, "passphrase": "a"}):
        assert (await http.post("/api/open", json=body)).status_code == 400


@pytest.mark.parametrize(
    ("agent", "system", "browser"),
    [
        (ANDROID + " MicroMessenger/8.0.50", "Android", "WeChat"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Version/17.5 Mobile Safari/604.1", "iPhone", "Safari"),
        ("curl/8", "", ""),
    ],
)
def test_names_of_devices(agent: str, system: str, browser: str):
    assert named(agent) == {"system": system, "browser": browser}
