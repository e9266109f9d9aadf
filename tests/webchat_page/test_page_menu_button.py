"""What a bot puts beside the composer is there at once, and without a connection, too."""

import pytest
from playwright.async_api import expect

from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot
from tests.webchat_page.test_page_installed import worker_is_ready

pytestmark = pytest.mark.browser
ADDRESS = "https://example.org/collect/"
PAGE = {"type": "web_app", "text": "离线采集", "web_app": {"url": ADDRESS}}


async def test_it_comes_goes_and_is_there_offline(person: Person, bot: PlayedBot):
    page, button = person.page, person.page.locator("#page-button")
    await expect(button).to_be_hidden()
    await bot.call("setChatMenuButton", chat_id=await person.chat(), menu_button=PAGE)
    await expect(button).to_have_text("离线采集")
    await expect(button).to_have_attribute("href", ADDRESS)
    await expect(button).to_have_attribute("rel", "noopener noreferrer")
    await person.fits_the_screen()
    await worker_is_ready(page)
    await page.context.set_offline(True)
    await page.reload()
    await expect(button).to_be_visible()
    await expect(button).to_have_attribute("href", ADDRESS)
    await page.context.set_offline(False)
    await person.is_connected()
    await bot.call("setChatMenuButton", chat_id=await person.chat(), menu_button={"type": "default"})
    await expect(button).to_be_hidden()


async def test_another_chat_has_its_own(person: Person, bot: PlayedBot):
    await bot.call("setChatMenuButton", chat_id=await person.chat(), menu_button=PAGE)
    await expect(person.page.locator("#page-button")).to_be_visible()
    await person.opens_chat_as("李四")
    await expect(person.page.locator("#page-button")).to_be_hidden()
