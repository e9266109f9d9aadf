"""Personal data on the page of our own: filled in on a phone, with a keyboard alone, while the chat waits."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.citizen.own_page_house import ADDRESS, NAME, PHONE, UNIT, VALUES, write_campaign
from tests.e2e.citizen_page import Citizen
from tests.e2e.demo_process import Demo
from tests.e2e.screens import complaints_of, fits, nothing_wrong, photograph

pytestmark = pytest.mark.browser

SMALLEST_TARGET = 44
"""CSS pixels, across and down."""
MATTER = "示例社区的公交站没有遮阳棚，建议加装。"


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Demo]:
    """A demonstration whose chats may not hear personal data."""
    demo = Demo(tmp_path, campaigns=write_campaign(tmp_path / "campaigns"))
    await demo.start()
    yield demo
    await demo.end()


@pytest.fixture
async def citizen(browser: Browser, running: Demo, shots: Path | None) -> AsyncIterator[Citizen]:
    citizen = await Citizen.at(browser, running.address("WEBCHAT"), language="zh-CN", shots=shots)
    yield citizen
    await citizen.leaves()


async def test_the_page_is_filled_in_with_a_keyboard_alone(
    citizen: Citizen, running: Demo, shots: Path | None
) -> None:
    await walks_to_the_page(citizen)
    link = citizen.button("打开填写页")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    address = str(await link.get_attribute("href"))
    page = await citizen.page.context.new_page()
    complaints = await complaints_of(page)
    await page.goto(address)
    await looks_right(page, shots, "p02-page")
    await sends_a_wrong_form(page, shots)
    await mends_it(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text("已保存")
    await looks_right(page, shots, "p04-saved")
    nothing_wrong(complaints, but=("status of 422",))

    await citizen.is_asked("您的资料已保存", "附件")
    await citizen.stage("p05-chat-goes-on")
    assert [value for value in VALUES if value in await citizen.page.locator("body").inner_text()] == []
    await page.goto(address)
    await expect(page.get_by_role("alert")).to_contain_text("已经填过了")
    await looks_right(page, shots, "p06-used")
    await page.get_by_role("link", name="回到聊天").press("Enter")
    await expect(page.locator("#app")).to_have_attribute("data-connection", "connected")
    token = address.rsplit("/", 1)[1]
    assert [said for said in (token, *VALUES) if said in running.log] == []


async def walks_to_the_page(citizen: Citizen) -> None:
    await citizen.starts()
    for button in ("开始提建议", "产业发展", "其他"):
        await citizen.taps(button)
    await citizen.is_asked("建议内容")
    await citizen.says(MATTER)
    await citizen.is_asked("已收到")
    for button in ("完成", "同意，继续", "市民"):
        await citizen.taps(button)
    await citizen.is_asked("个人资料", "不在聊天里填")
    await citizen.taps("获取填写链接")
    await citizen.is_asked("链接只给您一个人")
    await citizen.stage("p01-link")


async def sends_a_wrong_form(page: Page, shots: Path | None) -> None:
    """Go from the top to the first field by Tab alone, and send with Enter."""
    for _ in range(10):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.id") == "name":
            break
    await page.keyboard.type(NAME)
    await page.keyboard.press("Tab")
    await page.keyboard.type("12345")
    await page.keyboard.press("Enter")
    await expect(page).to_have_title("有误：填写个人资料 · 金点子")
    await expect(page.get_by_role("alert")).to_be_focused()
    await expect(page.get_by_role("alert")).to_contain_text("还有 3 处要改")
    await looks_right(page, shots, "p03-wrong")


async def mends_it(page: Page) -> None:
    """Follow the summary's first link to its field, and go on from there."""
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("#contact")).to_be_focused()
    await expect(page.locator("#name")).to_have_value(NAME)
    await page.keyboard.press("ControlOrMeta+a")
    for said in (PHONE, UNIT, ADDRESS):
        await page.keyboard.type(said)
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")


async def looks_right(page: Page, shots: Path | None, name: str) -> None:
    """Fit the phone in both lights, with targets that a thumb finds and fields that say what they are."""
    await fits(page)
    for element in await page.locator("main a, main button, main input, main textarea").all():
        box = await element.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= SMALLEST_TARGET, await element.inner_text()
    for light in ("light", "dark"):
        await page.emulate_media(color_scheme=light)  # type: ignore[arg-type]
        await photograph(page, shots, f"{name}-{light}", whole=True)
