"""One's own account: the password, the second factor and its codes, where one is signed in, the chat."""

import html
import re
from datetime import timedelta

import pytest
from console_house import CLERK, PASSWORD, Browser, House, form_key, words
from passwords import CHEAP
from sqlalchemy import select, update

from backend import clock
from backend.config import SecondFactor
from backend.console.app import build
from backend.console.devices import device_of
from backend.staff import actions, totp
from backend.staff.model import SecondFactor as Factor
from backend.staff.model import SignIn, Staff

NEW = "vier-neue-Worte-7"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "HASHER", CHEAP)


async def sends(browser: Browser, page: str, path: str, **fields: str) -> object:
    key = form_key(await browser.get(page))
    return await browser.post(path, data={"form_key": key, **fields})


async def code_of(house: House, *, later: int = 0) -> str:
    (factor,) = await all_factors(house)
    return totp.code(factor.secret, totp.step_at(clock.now()) + later)


async def all_factors(house: House) -> list[Factor]:
    async with house.db.read() as session:
        return list(await session.scalars(select(Factor)))


async def switched_on(house: House, browser: Browser) -> list[str]:
    """Set the second factor up as a person does; return the recovery codes shown."""
    await sends(browser, "/me/second-factor", "/me/second-factor/begin")
    page = await browser.get("/me/second-factor")
    assert "otpauth" not in page.text
    drawing = await browser.get("/me/second-factor.svg")
    assert drawing.headers["content-type"] == "image/svg+xml"
    (factor,) = await all_factors(house)
    assert factor.secret in words(page).replace(" ", "")
    told = await sends(browser, "/me/second-factor", "/me/second-factor", code=await code_of(house))
    assert told.headers["cache-control"] == "no-store"
    return re.findall(r"<code class=\"code\">([A-Z0-9-]{14})</code>", told.text)


async def test_a_second_factor_is_set_up_and_asked_for(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        codes = await switched_on(house, clerk)
        assert len(set(codes)) == 10
        assert (await clerk.get("/me/second-factor.svg")).status_code == 404  # nobody sees it again
        assert "剩余恢复码：10" in words(await clerk.get("/me"))
    async with house.browser() as browser:
        turned = await browser.sign_in(CLERK, next="/ways-in")
        assert turned.headers["location"] == "/sign-in/code?next=%2Fways-in"
        assert (await browser.get("/suggestions")).headers["location"] == "/sign-in/code"
        page = await browser.get(turned.headers["location"])
        assert "console-nav" not in page.text
        assert CLERK not in words(page)
        wrong = await sends(browser, "/sign-in/code", "/sign-in/code", code="000000", next="/ways-in")
        assert wrong.status_code == 422
        assert 'role="alert"' in wrong.text
        assert 'value="/ways-in"' in wrong.text
        right = await sends(browser, "/sign-in/code", "/sign-in/code", code=codes[0], next="/ways-in")
        assert right.headers["location"] == "/ways-in"
        assert (await browser.get("/ways-in")).status_code == 200


async def test_the_code_is_asked_for_in_ones_own_language(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        codes = await switched_on(house, clerk)
    async with house.browser() as browser:
        asked = await browser.get((await browser.sign_in(CLERK, next="/ways-in")).headers["location"])
        assert "验证码" in words(asked)
        for _ in range(2):  # as it was asked for, and after a wrong code
            back = html.unescape(re.findall(r'name="back" value="([^"]+)"', asked.text)[0])
            other = re.findall(r'name="language" value="([^"]+)"', asked.text)[0]
            key = form_key(asked)
            moved = await browser.post("/language", data={"form_key": key, "language": other, "back": back})
            asked = await browser.get(moved.headers["location"])
            assert f'<html lang="{other}">' in asked.text
            assert 'name="next" value="/ways-in"' in asked.text
            wrong = {"form_key": form_key(asked), "code": "000000", "next": "/ways-in"}
            asked = await browser.post("/sign-in/code", data=wrong)
            assert asked.status_code == 422
        right = await sends(browser, "/sign-in/code", "/sign-in/code", code=codes[0], next="/ways-in")
        assert right.headers["location"] == "/ways-in"


async def test_guessing_the_code_has_to_wait(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house.at_desk(CLERK) as clerk:
        await switched_on(house, clerk)
    frozen = clock.now()
    monkeypatch.setattr(clock, "now", lambda: frozen)
    async with house.browser() as browser:
        await browser.sign_in(CLERK)
        for _ in range(5):
            told = await sends(browser, "/sign-in/code", "/sign-in/code", code="000000")
            assert told.status_code == 422
        told = await sends(browser, "/sign-in/code", "/sign-in/code", code=await code_of(house, later=1))
        assert told.status_code == 429
        assert int(told.headers["retry-after"]) >= 1
        monkeypatch.setattr(clock, "now", lambda: frozen + timedelta(minutes=6))
        told = await sends(browser, "/sign-in/code", "/sign-in/code", code=await code_of(house))
        assert told.status_code == 303


async def test_taking_it_off_asks_for_the_password(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        await switched_on(house, clerk)
        for path in ("/me/second-factor/off", "/me/recovery-codes"):
            told = await sends(clerk, "/me", path, password="wrong")
            assert told.status_code == 422
            assert "密码不对" in words(told)
        told = await sends(clerk, "/me", "/me/recovery-codes", password=PASSWORD)
        assert len(re.findall(r'class="code"', told.text)) == 10
        assert (await sends(clerk, "/me", "/me/second-factor/off", password=PASSWORD)).status_code == 303
    async with house.browser() as browser:
        assert (await browser.sign_in(CLERK)).headers["location"] == "/suggestions"


async def test_where_everybody_needs_one_it_comes_first_and_stays(house: House) -> None:
    strict = House(house.db)
    strict.app = build(house.db, house.store, secure_cookies=False, second_factor=SecondFactor.REQUIRED)
    async with strict.browser() as browser:
        await browser.sign_in(CLERK)
        assert (await browser.get("/suggestions")).headers["location"] == "/me/second-factor"
        assert "每个账号" in words(await browser.get("/me/second-factor"))
        assert len(await switched_on(strict, browser)) == 10
        assert (await browser.get("/suggestions")).status_code == 200
        told = await sends(browser, "/me", "/me/second-factor/off", password=PASSWORD)
        assert (told.status_code, "不能关闭" in words(told)) == (403, True)


async def test_where_there_is_none_no_code_is_asked_for(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        await switched_on(house, clerk)
    loose = House(house.db)
    loose.app = build(house.db, house.store, secure_cookies=False, second_factor=SecondFactor.OFF)
    async with loose.browser() as browser:
        assert (await browser.sign_in(CLERK)).headers["location"] == "/suggestions"


async def test_a_one_time_password_is_changed_before_anything_else(house: House) -> None:
    async with house.db.begin() as session:
        await session.execute(update(Staff).where(Staff.login == CLERK).values(one_time=True))
    async with house.browser() as browser:
        await browser.sign_in(CLERK)
        assert (await browser.get("/suggestions")).headers["location"] == "/me/password"
        page = await browser.get("/me/password")
        assert "/suggestions" not in page.text
        said = {"old": PASSWORD, "new": "short", "again": "short"}
        refused = await sends(browser, "/me/password", "/me/password", **said)
        assert refused.status_code == 422
        assert "short" not in re.findall(r'value="([^"]*)"', refused.text)
        said = {"old": PASSWORD, "new": NEW, "again": NEW}
        done = await sends(browser, "/me/password", "/me/password", **said)
        assert done.headers["location"] == "/suggestions"
        assert (await browser.get("/suggestions")).status_code == 200


async def test_sign_ins_are_listed_and_ended_one_by_one_or_all(house: House) -> None:
    phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/127.0 Mobile Safari/537.36"
    async with house.at_desk(CLERK) as here, house.browser(**{"User-Agent": phone}) as there:
        await there.sign_in(CLERK)
        page = await here.get("/me")
        assert "Chrome · Android" in words(page)
        assert "就是这里" in words(page)
        (which,) = re.findall(r'name="which" value="([0-9a-f]+)"', page.text)
        assert (await sends(here, "/me", "/me/sign-out", which=which)).status_code == 303
        assert (await there.get("/suggestions")).headers["location"].startswith("/sign-in")
        await there.sign_in(CLERK)
        await sends(here, "/me", "/me/sign-out-others")
        assert (await there.get("/suggestions")).headers["location"].startswith("/sign-in")
        assert (await here.get("/me")).status_code == 200
    assert len({row.staff_id for row in await rows_of(house)}) == 1


async def rows_of(house: House) -> list[SignIn]:
    async with house.db.read() as session:
        return list(await session.scalars(select(SignIn)))


async def test_nobody_ends_somebody_else_s_sign_in(house: House) -> None:
    async with house.at_desk(CLERK) as clerk, house.at_desk("handler") as handler:
        hashes = [row.token_hash for row in await rows_of(house)]
        for each in hashes:
            await sends(clerk, "/suggestions", "/me/sign-out", which=each[:16])
        assert (await handler.get("/suggestions")).status_code == 200


async def test_a_chat_is_linked_by_a_link_that_is_shown_once(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        told = await sends(clerk, "/me", "/me/chat")
        (word,) = set(re.findall(r"staff-[A-Z0-9]{12}", told.text))
        assert f'href="https://chat.example/?start={word}"' in told.text
        assert "15 分钟" in words(told)
        assert word not in (await clerk.get("/me")).text
        assert (await sends(clerk, "/me", "/me/chat/unlink")).status_code == 303


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
            "Firefox · Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari · iPhone",
        ),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
)
def test_a_browser_is_told_in_two_words(agent: str, device: str) -> None:
    assert device_of(agent) == device
