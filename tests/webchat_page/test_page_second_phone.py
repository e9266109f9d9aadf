"""The same chat on a second phone, and nobody else's."""

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from tests.webchat_page.conftest import PHONE
from tests.webchat_page.person import Person, becomes
from tests.webchat_page.played_bot import PlayedBot

pytestmark = pytest.mark.browser
WORDS = "三棵银杏树与一口老井"


@pytest.fixture
async def second(browser: Browser, person: Person) -> AsyncIterator[Person]:
    """Another phone, on which nothing is known yet."""
    context = await browser.new_context(viewport=PHONE, locale="zh-CN")
    context.set_default_timeout(10_000)
    other = Person(await context.new_page(), person.url)
    yield other
    assert other.errors == []
    await context.close()


async def private_link(person: Person, shots=None) -> str:
    await person.chooses_from_menu("这个聊天", "另一部手机", "私密链接")
    await expect(person.page.locator("dialog .qr")).to_be_visible()
    await becomes(person.page, "document.querySelector('dialog .qr').naturalWidth > 100", wanted=True)
    await person.fits_the_screen()
    await person.photographs(shots, "private-link")
    address = await person.page.locator("dialog .address").inner_text()
    await person.page.keyboard.press("Escape")
    return address.removeprefix(person.url)


async def test_link_opens_the_chat_on_a_second_phone(person: Person, second: Person, bot: PlayedBot, shots):
    await person.says("在第一部手机上说的")
    await bot.hears("在第一部手机上说的", by=person)
    link = await private_link(person, shots)
    await second.opens(link)
    await expect(second.page.locator("dialog.question")).to_be_visible()
    assert "#link=" in second.page.url
    await second.photographs(shots, "enter-by-link")
    await second.page.locator("dialog .primary").click()
    await second.sees("在第一部手机上说的")
    await expect(second.page).not_to_have_url(re.compile("#"))
    assert await second.chat() == await person.chat()
    told = person.page.locator("dialog.alert")
    await expect(told).to_contain_text("刚在另一部设备上打开")
    await person.page.keyboard.press("Escape")
    await second.says("在第二部手机上说的")
    await bot.hears("在第二部手机上说的", by=person)
    await person.sees("在第二部手机上说的")
    await second.page.reload()
    await second.sees("在第二部手机上说的")


async def test_used_link_opens_nothing(person: Person, second: Person, browser: Browser):
    link = await private_link(person)
    await second.opens(link)
    await second.page.locator("dialog .primary").click()
    await second.is_connected()
    context = await browser.new_context(viewport=PHONE, locale="zh-CN")
    third = Person(await context.new_page(), person.url)
    await third.opens(link)
    await third.page.locator("dialog .primary").click()
    await expect(third.page.locator(".toast")).to_contain_text("已经用过或过期")
    await expect(third.page.locator("#start-button")).to_be_visible()
    await context.close()


async def test_link_put_aside_is_not_used(person: Person, second: Person):
    link = await private_link(person)
    await second.opens(link)
    await second.page.locator("dialog .small").click()
    await expect(second.page.locator("#start-button")).to_be_visible()
    await expect(second.page).not_to_have_url(re.compile("#"))
    await second.page.evaluate("hash => { location.hash = hash }", link.removeprefix("/"))
    await second.page.locator("dialog .primary").click()
    await second.is_connected()
    assert await second.chat() == await person.chat()


async def test_passphrase_opens_the_chat_anywhere(person: Person, second: Person, bot: PlayedBot, shots):
    await person.chooses_from_menu("这个聊天", "另一部手机", "设一个口令")
    await person.page.locator("#asked").fill("太短")
    await person.page.locator("dialog .primary").click()
    await expect(person.page.locator("#asked-hint")).to_contain_text("太短了")
    await person.page.locator("#asked").fill(WORDS)
    await person.page.locator("dialog .primary").click()
    told = await person.page.locator("dialog .alert-text").inner_text()
    assert WORDS in told
    number = told.splitlines()[0].partition("：")[2]
    assert number.replace(" ", "") == str(await person.chat())
    await second.opens()
    await second.page.locator("#enter-button").click()
    await second.page.locator("#enter-number").fill(number)
    await second.photographs(shots, "enter-by-passphrase")
    await second.page.locator("dialog .primary").click()
    await expect(second.page.locator("#enter-note")).to_contain_text("都要填")
    await second.page.locator("#enter-words").fill("不是这个口令呀真的")
    await second.page.locator("dialog .primary").click()
    await expect(second.page.locator(".toast")).to_contain_text("聊天号或口令不对")
    await second.page.locator("#enter-button").click()
    await second.page.locator("#enter-number").fill(number)
    await second.page.locator("#enter-words").fill(WORDS)
    await second.page.locator("dialog .primary").click()
    await second.is_connected()
    assert await second.chat() == await person.chat()


async def test_other_devices_are_signed_out(person: Person, second: Person, shots):
    link = await private_link(person)
    await second.opens(link)
    await second.page.locator("dialog .primary").click()
    await second.is_connected()
    await person.page.locator("dialog.alert .primary").click()
    await person.chooses_from_menu("这个聊天", "另一部手机")
    await expect(person.page.locator(".device")).to_have_count(2)
    await person.photographs(shots, "devices")
    await person.option("让其他设备都退出").click()
    await person.option("让其他设备都退出").click()
    await expect(person.page.locator(".toast")).to_contain_text("都已退出")
    await expect(second.page.locator("#app")).to_have_attribute("data-connection", "gone")
    await person.is_connected()


async def test_removed_from_this_device_gives_its_key_back(person: Person, second: Person):
    link = await private_link(person)
    await second.opens(link)
    await second.page.locator("dialog .primary").click()
    await second.is_connected()
    await person.page.locator("dialog.alert .primary").click()
    await second.chooses_from_menu("这个聊天", "移除", "移除")
    await expect(second.page.locator("#start-button")).to_be_visible()
    await person.chooses_from_menu("这个聊天", "另一部手机")
    await expect(person.page.locator(".device")).to_have_count(1)
