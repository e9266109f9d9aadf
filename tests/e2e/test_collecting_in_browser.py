"""An officer collects without signal: line cut, page reloaded, server killed, and nothing lost."""

import asyncio
import base64
import re
import signal
from io import BytesIO

import pytest
from chaos.program import Program
from PIL import Image
from playwright.async_api import BrowserContext, Route, expect

from backend.db import Database
from backend.files import actions as files
from backend.suggestions.model import Suggestion
from tests.collect.collect_house import photo
from tests.e2e.collecting_house import AWAY, Officer, entered
from tests.e2e.collecting_page import Collector, with_place
from tests.e2e.screens import nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

BY_HAND, IN_ALL = 3, 30
PLACE = b"SECRETPLACE"


def told(number: int) -> tuple[str, str]:
    return (
        f"示例{'甲乙丙丁戊己庚辛壬癸'[number % 10]}",
        f"第{number}条：示例村口的路灯坏了，建议换成太阳能路灯。",
    )


async def test_a_day_without_signal(
    collector: Collector, officer: Officer, collecting: Program, collected: Database
) -> None:
    page, context = collector.page, collector.page.context
    await context.set_offline(True)
    await collects_thirty(collector)
    await holds_no_plain_text(collector)
    await page.reload()
    await collector.unlocks()
    await collector.has(waiting=IN_ALL)
    await collector.stage("o05-waiting")
    cut = await cuts_the_line_in_the_middle(collector, context)
    await kills_the_server_during_an_upload(collector, collecting, context, cut)
    await collector.has(waiting=0, sent=IN_ALL)
    await collector.stage("o06-sent")
    await all_are_there_once_and_in_order(collector, await entered(collected, officer), collecting)
    nothing_wrong(collector.complaints, but=AWAY)


async def collects_thirty(collector: Collector) -> None:
    """Some by the form, one after the other with “next person”, the rest by the form's own way of saving."""
    page = collector.page
    await page.locator("#new").click()
    for number in range(BY_HAND):
        await collector.writes(*told(number), with_place(str(number)))
        await page.locator("#next" if number < BY_HAND - 1 else "#finish").click()
        await expect(page.locator("#name" if number < BY_HAND - 1 else "#new")).to_be_visible()
        if number < BY_HAND - 1:
            await expect(page.locator("#text")).to_have_value("")
    for number in range(BY_HAND, IN_ALL):
        name, text = told(number)
        content = photo(str(number), side=900 if number % 9 == 0 else 200)
        await collector.adds(name=name, text=text, photo=base64.b64encode(content).decode())


async def holds_no_plain_text(collector: Collector) -> None:
    raw = await collector.raw()
    name, text = told(0)
    assert "waiting" in raw  # it was really read
    for secret in (name, text, "路灯", "megacity", "data:image", "\xff\xd8", "JFIF", "SECRETPLACE"):
        assert secret not in raw, secret


async def cuts_the_line_in_the_middle(collector: Collector, context: BrowserContext) -> int:
    """Let some through, and lose the answer to one that the server has taken; return how many it has."""
    lost = asyncio.Event()
    seen = 0

    async def lose(route: Route) -> None:
        nonlocal seen
        seen += 1
        if seen == 8:
            await route.fetch()
            await route.abort()
            await context.set_offline(True)
            lost.set()
        elif lost.is_set():
            await route.abort()
        else:
            await route.continue_()

    await context.route("**/collect/api/entries", lose)
    await context.set_offline(False)
    await asyncio.wait_for(lost.wait(), 120)
    await collector.page.reload()
    await context.unroute("**/collect/api/entries")
    await collector.unlocks()
    await collector.has(sent=seen - 1, waiting=IN_ALL - seen + 1)
    return seen


async def kills_the_server_during_an_upload(
    collector: Collector, collecting: Program, context: BrowserContext, before: int
) -> None:
    """End the server while a piece of a photo is on its way, and start it again."""
    reached = asyncio.Event()
    pieces = 0

    async def kill(route: Route) -> None:
        nonlocal pieces
        pieces += 1
        if pieces != 6:
            await route.continue_()
            return
        sending = asyncio.create_task(route.continue_())
        await collecting.end(signal.SIGKILL)
        reached.set()
        await asyncio.gather(sending, return_exceptions=True)

    await context.route("**/collect/api/photos/**", kill)
    await context.set_offline(False)
    await asyncio.wait_for(reached.wait(), 120)
    await context.unroute("**/collect/api/photos/**")
    assert await collector.rows("waiting").count() > 0
    assert await collector.rows("sent").count() >= before - 1
    await collecting.start()
    await collecting.ready()
    await collector.page.locator("#send").click()


async def all_are_there_once_and_in_order(
    collector: Collector, found: list[Suggestion], collecting: Program
) -> None:
    assert [one.text for one in found] == [told(number)[1] for number in range(IN_ALL)]
    shown = [
        re.sub(r"\s", "", words) for words in await collector.page.locator("code.number").all_inner_texts()
    ]
    assert shown == [one.number for one in reversed(found)]
    store = files.open_store((collecting.state / "files").as_uri())
    for one in found:
        (kept,) = one.attachments
        content = await files.fetch(store, kept.sha256)
        assert PLACE not in content
        with Image.open(BytesIO(content)) as picture:
            picture.load()
            assert max(picture.size) <= 2560


async def test_what_is_refused_says_why_and_holds_up_nothing_else(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page, context = collector.page, collector.page.context
    await context.set_offline(True)
    small = base64.b64encode(photo("x", 100)).decode()
    await collector.adds(name="12345", text="名字里没有字母的一条。", photo=small)
    await collector.adds(name="李四", text="后面的一条照样发出。", photo=small)
    await page.reload()
    await collector.unlocks()
    await context.set_offline(False)
    await collector.has(refused=1, sent=1, waiting=0)
    await expect(page.locator("section.refused .reason")).to_contain_text("姓名")
    await collector.stage("o07-refused")
    await page.locator("section.refused button").click()
    await expect(page.locator("#main .alert")).to_contain_text("姓名")
    await page.locator("#name").fill("王五")
    await page.locator("#finish").click()
    await collector.has(refused=0, sent=2)
    assert [one.name for one in await entered(collected, officer)] == ["李四", "王五"]
