"""The files of the page: few, small, packed, and fetched again only when they changed."""

import gzip
import re

import httpx
import pytest

from webchat.page import assets, bundle

NAMES = re.compile(r'"(/static/[\w.-]+)"')


async def named_in(http: httpx.AsyncClient, path: str) -> list[str]:
    return NAMES.findall((await http.get(path)).text)


async def test_page_names_one_script_one_style_and_its_icons(http: httpx.AsyncClient):
    names = set(await named_in(http, "/"))
    assert len([name for name in names if name.endswith(".js")]) == 1
    assert len([name for name in names if name.endswith(".css")]) == 1
    for name in names:
        assert (await http.get(name)).status_code == 200


async def test_files_are_kept_for_ever_and_the_page_is_asked_for_again(http: httpx.AsyncClient):
    page = await http.get("/")
    assert page.headers["cache-control"] == "no-cache"
    for name in (name for name in NAMES.findall(page.text) if not name.endswith(".png")):
        assert re.search(r"-[0-9a-f]{12}\.", name)
        assert "immutable" in (await http.get(name)).headers["cache-control"]


async def test_what_has_not_changed_is_not_sent_again(http: httpx.AsyncClient):
    for path in ("/", *await named_in(http, "/")):
        tag = (await http.get(path)).headers["etag"]
        again = await http.get(path, headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert (await http.get(path, headers={"If-None-Match": '"other"'})).status_code == 200


async def test_packed_for_those_who_can_unpack_it(http: httpx.AsyncClient):
    for path in ("/", *await named_in(http, "/")):
        plain = await http.get(path, headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers
        assert plain.headers["vary"] == "Accept-Encoding"
        async with http.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as packed:
            body = b"".join([part async for part in packed.aiter_raw()])
        if packed.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        assert body == plain.content


async def test_long_answers_are_packed_and_the_stream_is_not(person, http: httpx.AsyncClient):
    await person.says("路灯" * 1000)
    assert (await person.ask("GET")).headers["content-encoding"] == "gzip"
    headers = {"Authorization": f"Bearer {person.key}", "Accept-Encoding": "gzip"}
    async with http.stream("GET", f"/api/chats/{person.chat}/events", headers=headers) as stream:
        assert "content-encoding" not in stream.headers


@pytest.mark.parametrize("path", ["/static/app.js", "/static/index.html", "/static/..%2fapp.py", "/static/"])
async def test_nothing_else_is_served(http: httpx.AsyncClient, path: str):
    assert (await http.get(path)).status_code == 404


def test_every_module_is_in_one_of_the_scripts_and_only_once():
    first, second = bundle.scripts()
    modules = {path.stem for path in bundle.STATIC.glob("*.js")} - {"worker", "gone_worker"}
    for name in modules:
        assert (first + second).count(f"const ${name} = (() =>") == 1
    for script in (first, second):
        assert "./" not in re.sub(r'"[^"]*"', "", script).replace("../", "")
        assert not re.search(r'^(import|export) .*"\./', script, re.MULTILINE)


def test_a_change_anywhere_changes_every_name(monkeypatch: pytest.MonkeyPatch):
    sources = assets._sources()
    before = set(assets.assets())
    monkeypatch.setattr(assets, "_sources", lambda: sources | {"/static/page.css": "p { color: red }"})
    after = set(assets.assets.__wrapped__())
    assert {name for name in before & after if name.startswith("/static/")} == set()
