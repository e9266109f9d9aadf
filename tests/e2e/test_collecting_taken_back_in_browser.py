"""What is changed while its photo is on its way is sent as it was changed, and nothing waits for ever."""

import asyncio
import base64

import pytest
from playwright.async_api import Route, expect
from sqlalchemy import update

from backend import clock
from backend.db import Database
from backend.officers.model import Officer as Appointment
from backend.people.model import Person
from tests.collect.collect_house import photo
from tests.e2e.collecting_house import Officer, entered, link_of
from tests.e2e.collecting_page import Collector, with_place
from tests.officers_house import in_office

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

SMALL = base64.b64encode(photo("x", 100)).decode()
OVERWRITE = """async () => {
  const at = document.querySelector("script[type=module]").src.replace("app.js", "");
  const entries = await import(at + "entries.js");
  const [found] = (await entries.list()).filter((one) => one.state === "sent");
  return entries.save({ ...found, state: "draft", receipt: null, text: "later" });
}"""
LOSE_PHOTO = """async () => {
  const at = document.querySelector("script[type=module]").src.replace("app.js", "");
  const [entries, store] = [await import(at + "entries.js"), await import(at + "store.js")];
  const [first] = await entries.list();
  await store.drop("photos", first.photos[0].id);
}"""
PHOTOS = "**/collect/api/photos/**"


async def test_taken_back_while_its_photo_is_on_its_way(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page, context = collector.page, collector.page.context
    held, let_go = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        held.set()
        await let_go.wait()
        await route.continue_()

    await context.set_offline(True)
    await collector.adds(name="张三", text="旧的话。", photo=SMALL)
    await collector.adds(name="李四", text="后面的一条。", photo=base64.b64encode(photo("y", 100)).decode())
    await page.reload()
    await collector.unlocks()
    await context.route(PHOTOS, hold)
    await context.set_offline(False)
    await asyncio.wait_for(held.wait(), 60)
    await page.locator("section.waiting li", has_text="张三").get_by_role("button").click()
    await collector.is_at("form")
    await page.locator("#text").fill("新的话。")
    let_go.set()
    await expect(page.locator("#saved")).to_contain_text("已保存", timeout=30_000)
    await page.locator("#back").click()
    await collector.has(draft=1, sent=1, waiting=0)
    await page.locator("section.draft button").click()
    await page.locator("#finish").click()
    await collector.has(draft=0, sent=2, waiting=0)
    assert [one.text for one in await entered(collected, officer)] == ["后面的一条。", "新的话。"]
    assert await page.evaluate(OVERWRITE) is False
    await page.reload()
    await collector.unlocks()
    await collector.has(draft=0, sent=2)
    await expect(page.locator("code.number")).to_have_count(2)


async def test_a_photo_that_is_gone_is_told_and_holds_up_nothing_else(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page, context = collector.page, collector.page.context
    await context.set_offline(True)
    await collector.adds(name="张三", text="照片没有了。", photo=SMALL)
    await collector.adds(name="李四", text="后面的一条照样发出。", photo=SMALL)
    await page.evaluate(LOSE_PHOTO)
    await page.reload()
    await collector.unlocks()
    await context.set_offline(False)
    await collector.has(refused=1, sent=1, waiting=0)
    await expect(page.locator("section.refused .reason")).to_contain_text("照片已不在手机里")
    await page.locator("section.refused button").click()
    await page.locator(".photos button").click()
    await page.locator("#finish").click()
    await collector.has(refused=0, sent=2)
    assert len(await entered(collected, officer)) == 2


async def test_appointed_anew_an_officer_sends_what_was_collected_before(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page, context = collector.page, collector.page.context
    await context.set_offline(True)
    await collector.adds(name="张三", text="换届以前收的。", photo=SMALL)
    async with collected.begin() as session:
        before = await session.get_one(Appointment, officer.id)
        person = await session.get_one(Person, before.person_id)
        over = update(Appointment).where(Appointment.id == before.id)
        await session.execute(over.values(ended_at=clock.now()))
    officer.id = (await in_office(collected, person)).id
    await context.set_offline(False)
    await page.goto("about:blank")
    await officer.page.bring_to_front()
    await page.goto(await link_of(officer))
    await collector.unlocks()
    await collector.has(sent=1, waiting=0)
    assert len(await entered(collected, officer)) == 1


async def test_a_signed_paper_is_taken_where_no_files_are(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page = collector.page

    async def no_photos(route: Route) -> None:
        answer = await route.fetch()
        offer = await answer.json()
        for campaign in offer["campaigns"]:
            campaign["photos"] = 0
        await route.fulfill(response=answer, json=offer)

    await page.context.route("**/collect/api/offer", no_photos)
    await page.locator("#settings").click()
    async with page.expect_response("**/collect/api/offer"):
        await page.locator("section.card button").first.click()
    await page.locator("#back").click()
    await page.locator("#new").click()
    await collector.writes("张三", "纸上签了字。")
    await expect(page.locator("#photos")).to_have_count(0)
    await page.locator("#consent-paper").check()
    await page.locator("#paper").set_input_files([with_place("1")])
    await expect(page.locator(".photos img")).to_have_count(1)
    await page.locator("#finish").click()
    await collector.has(sent=1)
    (one,) = await entered(collected, officer)
    assert [each.agreement for each in one.attachments] == [True]
