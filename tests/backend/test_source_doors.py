"""A whole process learns where its bot is found, and shows it to the office."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from backend_house import until
from fake_bot_api import TOKEN, FakeBotApi, refusal, result
from living import Living, living

from backend.staff import actions as staff
from backend.staff.model import Role
from jindianzi.wiring import Role as Part

PASSWORD = "golden-idea-2024"


@asynccontextmanager
async def office(house: Living) -> AsyncIterator[httpx.AsyncClient]:
    await staff.appoint(house.house.db, login="clerk", password=PASSWORD, role=Role.CLERK)
    async with httpx.AsyncClient(base_url=house.console) as browser:
        answer = await browser.post("/sign-in", data={"login": "clerk", "password": PASSWORD})
        assert answer.status_code == 303
        yield browser


async def test_links_are_there_as_soon_as_telegram_tells_its_name(tmp_path: Path, api: FakeBotApi) -> None:
    api.always["getUpdates"] = api.silence()
    api.tell("getMe", refusal(500, "not now"), result({"username": "sample_jindianzi_bot"}))
    settings = {"BOT_TOKEN": TOKEN, "telegram_api_url": api.url}
    async with (
        living(tmp_path, roles=frozenset({Part.WEB, Part.WEBCHAT}), **settings) as house,
        office(house) as clerk,
    ):

        async def shown() -> str:
            page = (await clerk.get("/ways-in/city-2024")).text
            return page if "t.me/" in page else ""

        page = await until(shown, "Telegram's link")
    assert 'value="https://t.me/sample_jindianzi_bot?start=city-2024"' in page
    assert f'value="{house.webchat}/?start=city-2024"' in page
    assert len(api.said("getMe")) == 2


async def test_the_web_chats_public_address_goes_before_its_own(tmp_path: Path) -> None:
    said = {"webchat_public_url": "https://chat.example/"}
    async with (
        living(tmp_path, roles=frozenset({Part.WEB, Part.WEBCHAT}), **said) as house,
        office(house) as clerk,
    ):
        page = (await clerk.get("/ways-in/city-2024")).text
    assert 'value="https://chat.example/?start=city-2024"' in page
