"""What lies on an officer's phone opens with the passphrase alone, and the page is for everyone."""

import base64
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from backend.db import Database
from tests.collect.collect_house import photo
from tests.e2e.collecting_house import Officer, entered, link_of
from tests.e2e.collecting_page import PASSPHRASE, Collector, with_place
from tests.e2e.screens import PHONE, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


async def test_the_passphrase_alone_opens_it(collector: Collector) -> None:
    page = collector.page
    small = base64.b64encode(photo("x", 100)).decode()
    await page.context.set_offline(True)
    await collector.adds(name="张三", text="只有口令能打开。", photo=small)
    await page.locator("#lock").click()
    await collector.is_at("locked")
    for guess in ("猜的口令一二三四", "再猜一次一二三四"):
        await page.locator("#passphrase").fill(guess)
        await page.locator("form .main").click()
        await expect(page.locator("#alerts")).to_contain_text("口令不对")
        await collector.is_at("locked")
    assert "张三" not in await page.locator("body").inner_text()
    await page.reload()
    await collector.unlocks()
    await collector.has(waiting=1)
    await changes_the_passphrase(collector)
    await page.locator("#lock").click()
    await collector.unlocks("新的口令 又长又好记")
    await collector.has(waiting=1)


async def changes_the_passphrase(collector: Collector) -> None:
    page = collector.page
    await page.locator("#settings").click()
    await page.locator("#old").fill(PASSPHRASE)
    for field in ("#next", "#again"):
        await page.locator(field).fill("新的口令 又长又好记")
    await page.locator("form button").click()
    await expect(page.locator("#alerts")).to_contain_text("口令已更换")
    await page.locator("#back").click()


async def test_wrong_guesses_slow_down_and_a_reload_does_not_forget_them(collector: Collector) -> None:
    page = collector.page
    await page.locator("#lock").click()
    for _ in range(12):
        await collector.is_at("locked")
        await page.locator("#passphrase").fill("猜的口令一二三四")
        await page.locator("form .main").click()
        await expect(page.locator("#alerts")).to_contain_text(re.compile("口令不对|试的次数太多"))
        if "试的次数太多" in await page.locator("#alerts").inner_text():
            break
        await page.reload()
    await expect(page.locator("#alerts")).to_contain_text("试的次数太多")


async def test_five_idle_minutes_lock_and_lose_nothing(officer: Officer) -> None:
    page = await officer.page.context.new_page()
    await page.clock.install()
    collector = Collector(page, [], None)
    await page.goto(await link_of(officer))
    await collector.begins()
    await page.locator("#new").click()
    await page.locator("#text").fill("写到一半的建议。")
    await page.clock.fast_forward("05:30")
    await collector.is_at("locked")
    assert "写到一半" not in await page.locator("body").inner_text()
    await collector.unlocks()
    await expect(page.locator("section.draft li")).to_contain_text("写到一半的建议。")


async def test_a_phone_that_was_signed_out_goes_on_by_a_new_link(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page = collector.page
    await page.context.set_offline(True)
    await collector.adds(
        name="张三", text="登出以后也不能丢。", photo=base64.b64encode(photo("x", 100)).decode()
    )
    held_back = "**/collect/api/photos/**"
    await page.context.route(held_back, lambda route: route.abort())
    await page.context.set_offline(False)
    await officer.page.bring_to_front()
    await link_of(officer)  # the window now knows the phone
    await officer.taps("登录的手机退出")
    await officer.reads("那部手机已退出")
    await page.context.unroute(held_back)
    await page.reload()
    await collector.unlocks()
    await expect(page.locator("#line")).to_contain_text("登录已结束")
    await collector.has(waiting=1)
    await page.goto("about:blank")
    await page.goto(await link_of(officer))
    await collector.unlocks()
    await collector.has(waiting=0, sent=1)
    assert len(await entered(collected, officer)) == 1


async def test_a_full_phone_says_so_and_loses_nothing(collector: Collector) -> None:
    page = collector.page
    await page.locator("#new").click()
    await collector.writes("张三", "满了也不能丢。")
    await expect(page.locator("#saved")).to_contain_text("已保存", timeout=30_000)
    phone = await page.context.new_cdp_session(page)
    here = {"origin": "/".join(page.url.split("/")[:3])}
    await phone.send("Storage.overrideQuotaForOrigin", {**here, "quotaSize": 1})
    await tries_photos_until_it_is_full(collector)
    await expect(page.locator("#text")).to_have_value("满了也不能丢。")
    await phone.send("Storage.overrideQuotaForOrigin", here)
    await page.locator("#finish").click()
    await collector.has(sent=1, draft=0)


async def tries_photos_until_it_is_full(collector: Collector) -> None:
    """Add a photo and remove it until the browser notices: it remembers for a while how much room is left."""
    page = collector.page
    for number in range(200):
        await page.locator("#photos").set_input_files([with_place(str(number))])
        refused = page.locator("#alerts", has_text="手机空间满了")
        await expect(page.locator(".photos img").or_(refused).first).to_be_visible(timeout=30_000)
        if await refused.count():
            return
        await page.locator(".photos button").click()
        await expect(page.locator(".photos img")).to_have_count(0, timeout=30_000)
    raise AssertionError("never full")


async def test_wiping_leaves_nothing(collector: Collector) -> None:
    page = collector.page
    await collector.adds(name="张三", text="要清空的。", photo=base64.b64encode(photo("x", 100)).decode())
    await page.locator("#settings").click()
    await page.locator("section .danger").click()
    await page.locator("form .danger").click()
    await expect(page.locator("#alerts")).to_contain_text("请先勾选")
    await page.locator("#sure").check()
    await page.locator("form .danger").click()
    await collector.is_at("welcome")
    assert await page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


async def refuses_a_weak_passphrase(collector: Collector) -> None:
    page = collector.page
    for field in ("#passphrase", "#again"):
        await page.locator(field).fill("aaaaaaaaaaaa")
    await page.locator("#known").check()
    await page.locator("form .main").click()
    await expect(page.locator("#alerts")).to_contain_text(re.compile("太容易猜到|too easy to guess"))
    await collector.is_at("begin")


@pytest.mark.parametrize(("language", "scheme"), [("zh-CN", "light"), ("en-GB", "dark")])
async def test_every_view_is_for_everyone(
    officer: Officer, browser: Browser, shots: Path | None, language: str, scheme: str
) -> None:
    link = await link_of(officer)
    context = await browser.new_context(viewport=PHONE, locale=language, color_scheme=scheme)  # type: ignore[arg-type]
    collector = await Collector.on(context, link.split("#")[0], shots)
    page = collector.page
    await collector.is_at("welcome")
    await collector.stage(f"o01-welcome-{scheme}")
    await page.goto("about:blank")
    await page.goto(link)
    await collector.is_at("begin")
    await page.locator("form .main").click()
    await expect(page.locator("#alerts .alert")).to_be_visible()
    await collector.stage(f"o02-begin-{scheme}")
    await refuses_a_weak_passphrase(collector)
    await collector.begins()
    await collector.stage(f"o03-list-{scheme}")
    await page.locator("#new").click()
    await page.locator("#next").click()
    await expect(page.locator("#alerts .summary")).to_be_visible()
    await collector.stage(f"o04-form-faults-{scheme}")
    await collector.writes("张三", "路灯坏了。" * 250, with_place("1"))
    await expect(page.locator("#count")).to_have_class("hint wrong")
    await collector.stage(f"o04-form-{scheme}")
    await page.locator("#back").click()
    for press, view in (("#settings", "settings"), ("section .danger", "wipe")):
        await page.locator(press).click()
        await collector.is_at(view)
        await collector.stage(f"o08-{view}-{scheme}")
    await page.reload()
    await collector.is_at("locked")
    await collector.stage(f"o09-locked-{scheme}")
    nothing_wrong(collector.complaints)
    await context.close()
