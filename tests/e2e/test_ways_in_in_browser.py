"""A clerk makes a way in with a real browser, and prints its card."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.async_api import Browser, Page, expect

from tests.e2e.demo_process import Demo
from tests.e2e.screens import PHONE, fits
from tests.e2e.staff_page import Staff

pytestmark = pytest.mark.browser

NAME = "示例社区公告栏，在南门内侧、物业办公室对面的那一面墙上"
MILLIMETRE = 72 / 25.4
PAPERS = {"a4": (210, 297), "a6": (105, 148)}


async def test_from_the_form_to_the_printer(browser: Browser, demo: Demo, shots: Path | None) -> None:
    clerk = await Staff.at(browser, demo.address("CONSOLE"), screen=PHONE, shots=shots)
    await clerk.signs_in(demo.account("clerk"))
    await makes_a_way_in_by_keyboard(clerk.page)
    await clerk.reads("入口已建好", "只在本机有效")
    await clerk.stage("w02-made")
    code = clerk.page.url.split("/")[-1].split("?")[0]
    await expect(clerk.page.get_by_label("链接")).to_have_value(f"{demo.address('WEBCHAT')}/?start={code}")
    picture = clerk.page.locator("img.qr")
    await expect(picture).to_have_js_property("complete", value=True)
    assert await picture.evaluate("(image) => image.naturalWidth > 0")
    await saves_both_pictures(clerk, code)
    await prints_on_one_sheet(clerk, code)
    await clerk.page.goto(f"{clerk.url}/ways-in")
    await clerk.reads(NAME, code, "建议从哪里来")
    await clerk.stage("w01-list")
    await clerk.leaves()


async def makes_a_way_in_by_keyboard(page: Page) -> None:
    await page.locator("summary", has_text="菜单").press("Enter")
    await page.get_by_role("link", name="入口", exact=True).press("Enter")
    await page.get_by_role("link", name="新建入口").press("Enter")
    await page.get_by_role("radio", name="场所").press(" ")
    await page.get_by_label("名称").fill(NAME)
    await page.get_by_label("名称").press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    await page.wait_for_load_state()


async def saves_both_pictures(clerk: Staff, code: str) -> None:
    for link, ending, begins in (("二维码 SVG", "svg", b"<?xml"), ("二维码 PNG", "png", b"\x89PNG")):
        name, content = await clerk.downloads(link)
        assert name == f"{code}-webchat.{ending}"
        assert content.startswith(begins)


async def prints_on_one_sheet(clerk: Staff, code: str) -> None:
    """Read the sheet that would come out: its size, and that there is one."""
    for paper, (width, height) in PAPERS.items():
        for language in ("zh-CN", "en"):
            await clerk.page.goto(
                f"{clerk.url}/ways-in/{code}/card?channel=webchat&paper={paper}&language={language}"
            )
            await fits(clerk.page)
            await clerk.stage(f"w03-card-{paper}-{language}")
            await expect(clerk.page.locator(".foot")).to_contain_text(re.compile(rf"start={code}"))
            content = await clerk.page.pdf(prefer_css_page_size=True, print_background=True)
            with pikepdf.open(BytesIO(content)) as sheets:
                assert len(sheets.pages) == 1
                _, _, wide, high = (float(side) for side in sheets.pages[0].mediabox)
            assert wide == pytest.approx(width * MILLIMETRE, abs=1)
            assert high == pytest.approx(height * MILLIMETRE, abs=1)
