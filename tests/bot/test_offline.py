"""/offline in the chat: a link for officers, their phones, and the page beside the composer."""

import httpx
import pytest
from chat import Chat
from living import Living
from officers_house import in_office
from sqlalchemy import select

from backend.collecting.model import CollectDevice
from backend.collecting.queries import digest
from backend.people.model import Person

KEY = "k" * 43


@pytest.fixture
async def officer(citizen: Chat) -> Chat:
    await citizen.says("/start")
    async with citizen.db.read() as session:
        person = (await session.scalars(select(Person).where(Person.chat == citizen.id))).one()
    await in_office(citizen.db, person)
    return citizen


async def link_shown(chat: Chat) -> str:
    (link,) = [b["url"] for row in (await chat.window())["buttons"] for b in row if "url" in b]
    return str(link)


async def signs_in(link: str, key: str) -> int:
    page, token = link.split("#link=")
    async with httpx.AsyncClient() as phone:
        told = await phone.post(f"{page}api/phone", json={"token": token, "key": key})
    return told.status_code


async def test_who_is_no_officer_gets_no_link(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.says("/offline")
    await citizen.sees("不是信息员")
    assert not any("url" in b for row in (await citizen.window())["buttons"] for b in row)
    assert (await citizen.state())["menu"] is None


async def test_an_officer_signs_a_phone_in_and_out(officer: Chat, house: Living) -> None:
    await officer.says("/offline")
    await officer.sees("离线采集", "没有登录的手机")
    link = await link_shown(officer)
    assert link.startswith(f"{house.console}/collect/#link=")
    key = KEY + str(officer.id)[:10]
    assert await signs_in(link, key) == 200
    await officer.says("/offline")
    await officer.sees("已登录的手机：1 部")
    await officer.taps("退出")
    await officer.sees("那部手机已退出", "没有登录的手机")
    async with officer.db.read() as session:
        rows = await session.scalars(select(CollectDevice).where(CollectDevice.key_hash == digest(key)))
    assert [row.ended_at is not None for row in rows] == [True]


async def test_the_link_is_shown_once_and_made_anew_by_a_tap(officer: Chat) -> None:
    await officer.says("/offline")
    first = await link_shown(officer)
    await officer.says("示例村王五说路灯坏了")
    await officer.sees("这里不收文字")
    assert first not in str((await officer.window())["buttons"])
    await officer.taps("取登录链接")
    assert await link_shown(officer) != first


async def test_the_page_stands_beside_the_composer_while_in_office(officer: Chat, house: Living) -> None:
    await officer.says("/offline")
    assert (await officer.state())["menu"] == {"text": "离线采集", "url": f"{house.console}/collect/"}
    await officer.taps("返回")
    await officer.sees("信息员", "单位")
