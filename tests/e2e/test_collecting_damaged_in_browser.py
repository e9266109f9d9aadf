"""What no longer opens on an officer's phone is one row of its own, and holds up none of the others."""

import base64

import pytest
from playwright.async_api import Locator, Page, expect

from backend.db import Database
from tests.collect.collect_house import photo
from tests.e2e.collecting_house import Officer, entered
from tests.e2e.collecting_page import Collector, with_place
from tests.e2e.screens import nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

SMALL = base64.b64encode(photo("x", 100)).decode()
STORE = """const at = document.querySelector("script[type=module]").src.replace("app.js", "");
  const store = await import(at + "store.js");"""
DAMAGE = f"""async (names) => {{
  {STORE}
  const entries = await import(at + "entries.js");
  const found = await entries.list();
  for (const {{ id, name }} of found.filter((entry) => Object.keys(names).includes(entry.name))) {{
    const row = await store.one("entries", id);
    await store.put("entries", {{ ...row, ...(await spoilt(row, names[name])) }});
  }}

  async function spoilt(row, how) {{
    if (how === "gone") return {{ sealed: null, order: "?", changed: "?" }};
    if (how === "tried") return {{ tried: true, sealed: new ArrayBuffer(0) }};
    if (how === "byte") {{
      const bytes = new Uint8Array(row.sealed.slice(0));
      bytes[bytes.length - 1] ^= 1;
      return {{ sealed: bytes.buffer }};
    }}
    const other = await crypto.subtle.generateKey({{ name: "AES-GCM", length: 256 }}, false, ["encrypt"]);
    const words = new TextEncoder().encode(JSON.stringify({{ name: "示例", text: "别的密钥", photos: [] }}));
    return {{ sealed: await crypto.subtle.encrypt({{ name: "AES-GCM", iv: row.iv }}, other, words) }};
  }}
}}"""
SPOIL_KEPT = f"""async (name) => {{
  {STORE}
  await store.put("meta", {{ ...(await store.one("meta", name)), sealed: new ArrayBuffer(40) }});
}}"""
PHOTOS_KEPT = f"""async () => {{
  {STORE}
  return (await store.all("photos")).length;
}}"""


async def test_what_no_longer_opens_is_told_and_holds_up_nothing(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page, context = collector.page, collector.page.context
    await context.set_offline(True)
    for name in ("张三", "李四", "王五", "赵六", "钱七", "孙八"):
        await collector.adds(name=name, text=f"{name}说：村口的路灯坏了。", photo=SMALL)
    await page.evaluate(DAMAGE, {"张三": "byte", "王五": "key", "赵六": "tried", "孙八": "gone"})
    await page.reload()
    await collector.unlocks()
    await collector.has(damaged=4, waiting=2)
    await expect(collector.rows("damaged").filter(has_text="没有发出")).to_have_count(3)
    await expect(collector.rows("damaged").filter(has_text="可能已经收到")).to_have_count(1)
    await collector.stage("o10-damaged")
    await context.set_offline(False)
    await collector.has(damaged=4, waiting=0, sent=2)
    assert [one.name for one in await entered(collected, officer)] == ["李四", "钱七"]
    for left in (3, 2, 1, 0):
        await throws_away(collector, collector.rows("damaged").first)
        await collector.has(damaged=left, sent=2)
    await expect(page.locator("section.damaged")).to_have_count(0)
    assert await page.evaluate(PHOTOS_KEPT) == 0
    nothing_wrong(collector.complaints, but=("net::ERR_",))


async def throws_away(collector: Collector, row: Locator) -> None:
    """Asked twice: without the tick nothing goes, and the way back leaves it."""
    page, before = collector.page, await collector.rows("damaged").count()
    await row.get_by_role("button", name="扔掉").click()
    await collector.is_at("damaged")
    await page.locator("form .danger").click()
    await expect(page.locator("#alerts")).to_contain_text("请先勾选")
    await expect(page.locator("#sure")).to_be_focused()
    await collector.stage("o11-throw-away")
    await page.locator("#back").click()
    await collector.has(damaged=before)
    await collector.rows("damaged").first.get_by_role("button", name="扔掉").click()
    await page.locator("#sure").check()
    await page.locator("form .danger").click()
    await collector.is_at("list")


async def test_a_note_of_what_was_sent_that_no_longer_opens_can_be_thrown_away(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    await collector.adds(name="张三", text="发出以后坏了的一条。", photo=SMALL)
    await collector.page.locator("#send").click()
    await collector.has(sent=1)
    await collector.page.evaluate(DAMAGE, {"张三": "byte"})
    await collector.page.reload()
    await collector.unlocks()
    await collector.has(damaged=1, sent=0)
    await expect(collector.rows("damaged")).to_contain_text("已经发出")
    await throws_away(collector, collector.rows("damaged").first)
    await collector.has(sent=0)
    assert len(await entered(collected, officer)) == 1


async def test_a_sign_in_that_no_longer_opens_is_asked_for_anew(collector: Collector) -> None:
    page = collector.page
    await page.context.set_offline(True)
    await collector.adds(name="张三", text="登录的记录坏了。", photo=SMALL)
    for kept in ("phone", "offer"):
        await page.evaluate(SPOIL_KEPT, kept)
    await page.reload()
    await collector.unlocks()
    await collector.has(waiting=1)
    await page.context.set_offline(False)
    await expect(page.locator("#line")).to_contain_text("/offline")
    await collector.has(waiting=1, refused=0)


async def test_the_next_person_keeps_what_is_chosen_for_all_who_sit_here(
    collector: Collector, officer: Officer, collected: Database
) -> None:
    page = collector.page
    await page.locator("#new").click()
    await collector.writes("张三", "村口的路灯坏了。", with_place("1"))
    assert await chosen(page) == CHOSEN
    await page.locator("#next").click()
    await expect(page.locator("#text")).to_have_value("")
    await collector.stage("o12-next-person")
    assert await chosen(page) == CHOSEN
    for of_one in ("#name", "#contact"):
        await expect(page.locator(of_one)).to_have_value("")
    await expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    await page.locator("#text").fill("村口要有公交站。")
    await page.locator("#name").fill("李四")
    await page.locator("#consent-spoken").check()
    await page.locator("#finish").click()
    await collector.has(sent=2)
    first, second = await entered(collected, officer)
    assert second.identity == first.identity == CHOSEN["identity"]
    assert (second.theme, second.topic) == (first.theme, first.topic) == (CHOSEN["theme"], CHOSEN["topic"])


CHOSEN = {"theme": "megacity", "topic": "t16", "identity": "resident"}


async def chosen(page: Page) -> dict[str, str]:
    return {name: await page.locator(f"#{name}").input_value() for name in CHOSEN}
