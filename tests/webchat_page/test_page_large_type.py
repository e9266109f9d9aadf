"""Large type: a switch in sight, remembered, and offered by a link once."""

import pytest
from playwright.async_api import expect

from tests.webchat_page.person import Person, becomes
from tests.webchat_page.played_bot import PlayedBot, button

pytestmark = pytest.mark.browser
SIZE = "parseFloat(getComputedStyle(document.querySelector('article .text, .welcome')).fontSize)"


async def is_large(person: Person, *, large: bool) -> None:
    await expect(person.page.locator("#large-button")).to_have_attribute("aria-pressed", str(large).lower())


async def test_switch_makes_everything_bigger_and_is_remembered(person: Person, bot: PlayedBot):
    await bot.asks(person, "请选", [button("绿色生态", "b")])
    await person.sees("请选")
    small, low = await person.page.evaluate(SIZE), await person.button("绿色生态").bounding_box()
    await person.page.locator("#large-button").click()
    await is_large(person, large=True)
    high = await person.button("绿色生态").bounding_box()
    assert low is not None
    assert high is not None
    assert await person.page.evaluate(SIZE) >= 1.3 * small
    assert high["height"] > low["height"]
    await expect(person.button("绿色生态")).to_be_in_viewport()
    await person.page.reload()
    await is_large(person, large=True)
    await person.fits_the_screen()
    await person.page.locator("#large-button").click()
    await person.page.reload()
    await is_large(person, large=False)
    await person.sees("请选")
    await becomes(person.page, SIZE, small)


async def test_link_asks_for_it_once(person: Person):
    await person.opens("/?large=1&start=theme-7")
    await is_large(person, large=True)
    await expect(person.page).to_have_url(person.url + "/")
    await expect(person.page.locator("#link-dismiss")).to_be_visible()
    await person.page.locator("#large-button").click()
    await person.page.reload()
    await is_large(person, large=False)
    await person.opens("/?large=0")
    await is_large(person, large=False)


async def test_newest_message_stays_in_sight_when_the_quick_buttons_come(person: Person, bot: PlayedBot):
    await person.page.locator("#large-button").click()
    for number in range(12):
        await bot.says(person, f"第 {number} 条")
    rows = [[{"text": "甲"}], [{"text": "乙"}], [{"text": "丙"}]]
    await bot.says(person, "最后一条", reply_markup={"keyboard": rows})
    await expect(person.page.locator("#keyboard")).to_be_visible()
    await expect(person.messages("最后一条")).to_be_in_viewport(ratio=0.9)
