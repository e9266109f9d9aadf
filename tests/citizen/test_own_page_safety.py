"""The page over HTTP: what it tells nobody, and what happens when something is in the way."""

import re

import pytest
from own_page_house import PHONE, SAID, VALUES, Desk, words

from backend.inbox.model import Update
from backend.own_page import actions as own_page


async def test_hostile_words_are_shown_as_words(desk: Desk) -> None:
    hostile = "\"><script>alert(1)</script></textarea><b onmouseover='x'>"
    async with desk.browser() as browser:
        page = await browser.post(
            f"/{await desk.link(await desk.draft())}",
            data={"name": hostile, "address": hostile, "contact": hostile, "elsewhere": hostile},
        )
    assert page.status_code == 422
    assert "<script" not in page.text
    assert "<b onmouseover" not in page.text
    assert page.text.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3


async def test_no_value_that_was_saved_comes_back_to_the_page(desk: Desk) -> None:
    """Who has a link may write what the chat is not to hear, and read nothing of it."""
    draft = await desk.draft()
    async with desk.browser() as browser:
        await browser.post(f"/{await desk.link(draft)}", data=SAID)
        saved = await browser.post(f"/{await desk.link(draft)}", data=SAID)
        again = await browser.get(f"/{await desk.link(draft)}")
    assert again.status_code == 200
    for page in (saved, again):
        assert [value for value in (*VALUES, "+8613800138123") if value in page.text] == []


async def test_every_answer_carries_the_headers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    where = f"/{await desk.link(await desk.draft())}"
    async with desk.browser() as browser:
        answers = [await browser.get(path) for path in (where, "/made-up", "/static/none.css")]
        answers.append(await browser.put(where))
        answers.append(await browser.post(where, data={"name": "字" * 70_000}))
        answers.append(await browser.post(where, data=SAID))
        answers.append(await browser.get(where))
        monkeypatch.setattr(own_page, "open_page", None)
        answers.append(await browser.get(where))
        sheet = await browser.get("/static/citizen.css")
        shared = await browser.get("/static/console.css")
    assert [answer.status_code for answer in answers] == [200, 404, 404, 405, 413, 200, 410, 500]
    for answer in answers:
        for rule in ("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"):
            assert rule in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-robots-tag"].startswith("noindex")
        assert answer.headers["cache-control"] == "no-store"
    assert "Traceback" not in answers[-1].text
    for kept in (sheet, shared):
        assert (kept.status_code, "immutable" in kept.headers["cache-control"]) == (200, True)


async def test_behind_https_browsers_are_told_to_stay_there(desk: Desk) -> None:
    desk.secure = True
    async with desk.browser() as browser:
        page = await browser.get("/made-up")
    assert page.headers["strict-transport-security"].startswith("max-age=")


async def test_while_the_database_does_not_answer_nothing_typed_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = f"/{await desk.link(await desk.draft())}"

    async def away(*_: object, **__: object) -> None:
        raise TimeoutError

    async with desk.browser() as browser:
        with monkeypatch.context() as patch:
            patch.setattr(own_page, "fill", away)
            page = await browser.post(where, data=SAID)
        assert page.status_code == 503
        assert page.headers["retry-after"]
        assert "还没有保存" in words(page)
        kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text))
        assert kept == SAID
        assert "已保存" in words(await browser.post(where, data=kept))


async def test_files_and_floods_of_fields_are_not_read(desk: Desk) -> None:
    where = f"/{await desk.link(await desk.draft())}"
    async with desk.browser() as browser:
        page = await browser.post(where, data=SAID, files={"file": ("a.txt", b"text")})
        many = await browser.post(where, data={f"field{number}": "x" for number in range(50)})
    assert (page.status_code, many.status_code) == (400, 400)
    assert "这里做不了这件事" in words(page)
    assert await desk.all_of(Update) == []


async def test_what_stands_in_the_link_is_written_to_no_log(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    token = await desk.link(await desk.draft())
    caplog.clear()
    async with desk.browser() as browser:
        await browser.get(f"/{token}")
        await browser.post(f"/{token}", data=SAID | {"contact": "x"})
        await browser.post(f"/{token}", data=SAID)
    ours = [
        record.getMessage() for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))
    ]
    assert [line for line in ours if token in line or any(value in line for value in VALUES)] == []
    assert PHONE in SAID.values()
