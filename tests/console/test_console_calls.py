"""Asking officers on the console: who would be asked is shown first, then sent; what came stands there."""

import io
import re
from datetime import date, timedelta
from typing import Any

import httpx
import openpyxl
import pytest
from console_house import CLERK, HANDLER, PASSWORD, WATCHER, House, words
from passwords import CHEAP
from sqlalchemy import select, update

from backend import clock
from backend.calls.actions import read
from backend.calls.model import Asked, Call
from backend.dates import today
from backend.officers.model import Officer
from backend.people.actions import introduce
from backend.push.model import Push
from backend.staff import actions
from backend.staff.model import Role, Staff

SAID = {"campaign": "city-2024", "title": "乡村道路", "words": "请走访村民。", "topic.urban-rural/t22": "yes"}


def in_days(days: int) -> str:
    return f"{today() + timedelta(days=days):%Y-%m-%d}"


@pytest.fixture
async def officers(house: House) -> dict[str, int]:
    """Three officers: two of the transport department, one of the health department."""
    found = {}
    for name, unit, district in (
        ("赵一", "transport", "示例区"),
        ("钱二", "transport", "邻区"),
        ("孙三", "health", "邻区"),
    ):
        person = await introduce(house.db, channel="webchat", chat=next(house.chats), language="zh-CN")
        async with house.db.begin() as session:
            clerk = (await session.scalars(select(Staff.id).where(Staff.login == CLERK))).one()
            officer = Officer(
                unit_id=int(await house.unit(unit)),
                kind="information",
                name=name,
                district=district,
                expertise=["交通"] if unit == "transport" else ["医疗"],
                appointed_by=clerk,
                appointed_at=clock.now(),
                accepted_at=clock.now(),
                person_id=person.id,
            )
            session.add(officer)
        found[name] = officer.id
    return found


@pytest.fixture
async def lead(house: House, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(actions, "HASHER", CHEAP)
    unit = int(await house.unit("transport"))
    await actions.appoint(house.db, login="lead", password=PASSWORD, role=Role.UNIT_LEAD, unit_id=unit)
    return "lead"


async def form(browser: Any) -> dict[str, str]:
    page = await browser.get("/calls/new")
    once = re.search(r'name="once" value="([^"]+)"', page.text)
    assert once
    return {**SAID, "once": once[1], "due_on": in_days(9)}


def looked(page: httpx.Response) -> str:
    found = re.search(r'name="looked" value="(\d*)"', page.text)
    return found[1] if found else ""


async def test_who_is_shown_first_then_asked_and_told(house: House, officers: dict[str, int]) -> None:
    async with house.at_desk(CLERK) as clerk:
        said = await form(clerk)
        page = await clerk.sends("/calls", **said, district="邻区", step="look")
        assert page.status_code == 200
        assert "符合条件的共 2 人" in words(page)
        assert "钱二" in page.text
        assert "赵一" not in page.text
        assert 'value="乡村道路"' in page.text  # what was typed is kept
        assert await house.all_of(Call) == []
        sent = {**said, "district": "邻区", "step": "send", "looked": looked(page)}
        answer = await clerk.sends("/calls", **sent)
        again = await clerk.sends("/calls", **sent)
        assert answer.headers["location"] == again.headers["location"]
        page = await clerk.get(answer.headers["location"])
    assert "已发送" in words(page)
    assert "请走访村民。" in page.text
    assert len(await house.all_of(Asked)) == len(await house.all_of(Push)) == 2
    assert "邻区" not in "".join(push.kind for push in await house.all_of(Push))


async def test_whoever_was_not_shown_is_not_asked(house: House, officers: dict[str, int]) -> None:
    async with house.at_desk(CLERK) as clerk:
        said = await form(clerk)
        page = await clerk.sends("/calls", **said, district="邻区", step="send", looked="1")
        assert page.status_code == 422
        assert "和刚才看到的不同" in words(page)
        assert looked(page) == "2"
        page = await clerk.sends("/calls", **said, expertise="没有", step="send", looked="0")
        assert "没有符合条件的在任信息员" in words(page)
        page = await clerk.sends("/calls", **{**said, "due_on": "明天"}, step="send", looked="3")
        assert page.status_code == 422
        assert 'role="alert"' in page.text
        assert "checked" in page.text  # the topic
    assert await house.all_of(Call) == []


async def asked(house: House, login: str, **said: str) -> str:
    async with house.at_desk(login) as browser:
        whole = {**await form(browser), **said}
        page = await browser.sends("/calls", **whole, step="look")
        answer = await browser.sends("/calls", **whole, step="send", looked=looked(page))
        assert answer.status_code == 303, words(answer)
        return str(answer.headers["location"]).split("?")[0]


async def test_a_lead_asks_the_own_unit_and_sees_no_others(
    house: House, officers: dict[str, int], lead: str
) -> None:
    mine, of_office = await asked(house, lead), await asked(house, CLERK)
    assert {row.officer_id for row in (await house.all_of(Asked))[:2]} == {officers["赵一"], officers["钱二"]}
    async with house.at_desk(lead) as browser, house.at_desk(WATCHER) as watcher:
        page = await browser.get("/calls")
        assert f'"{mine}"' in page.text
        assert f'"{of_office}"' not in page.text
        assert (await browser.get(of_office)).status_code == 404
        assert (await browser.sends(f"{of_office}/close")).status_code == 404
        assert "孙三" not in (await browser.get("/calls/new")).text
        page = await browser.sends(
            "/calls", **await form(browser), unit=await house.unit("health"), step="look"
        )
        assert "符合条件的共 0 人" in words(page)
        page = await watcher.get(of_office)
        assert "结束征集" not in words(page)
        assert (await watcher.sends(f"{mine}/close")).status_code == 403
    async with house.at_desk(HANDLER) as handler:
        assert (await handler.get("/calls")).status_code == 403


async def test_read_reminded_extended_closed_and_saved(house: House, officers: dict[str, int]) -> None:
    where = await asked(house, CLERK)
    reader = (await house.all_of(Officer))[0]
    await read(house.db, person_id=reader.person_id, call_id=int(where.rsplit("/", 1)[1]))
    async with house.at_desk(CLERK) as clerk:
        page = words(await clerk.get(where))
        assert "已请人数 3 已读 1 已提交人数 0 建议件数 0" in page
        answer = await clerk.sends(f"{where}/remind")
        assert "已提醒 2 人" in words(await clerk.get(answer.headers["location"]))
        page = await clerk.sends(f"{where}/extend", due_on=in_days(1))
        assert page.status_code == 422
        assert "不能早于原来的日期" in words(page)
        answer = await clerk.sends(f"{where}/extend", due_on=in_days(30))
        assert "截止日期已更改" in words(await clerk.get(answer.headers["location"]))
        sheet = await clerk.get(f"{where}/file")
        answer = await clerk.sends(f"{where}/close")
        assert "这项征集已结束" in words(await clerk.get(answer.headers["location"]))
        assert (await clerk.sends(f"{where}/remind")).status_code == 409
        assert "已结束" in words(await clerk.get("/calls"))
    book = openpyxl.load_workbook(io.BytesIO(sheet.content)).active
    assert book
    rows = list(book.iter_rows(values_only=True))
    assert rows[0] == ("信息员", "单位", "区县", "类别", "已读", "建议件数")
    assert [(row[0], row[2], row[5], row[4] is not None) for row in rows[1:]] == [
        (officers["孙三"], "邻区", 0, False),
        (officers["钱二"], "邻区", 0, False),
        (officers["赵一"], "示例区", 0, True),
    ]
    assert b"\xe8\xb5\xb5\xe4\xb8\x80" not in sheet.content


async def test_many_requests_come_in_pages_the_open_ones_first(
    house: House, officers: dict[str, int]
) -> None:
    where = await asked(house, CLERK)
    async with house.db.begin() as session:
        call = (await session.scalars(select(Call))).one()
        copied = {"campaign": call.campaign, "words": "示例", "topics": call.topics, "made_by": call.made_by}
        for number in range(25):
            row = Call(title=f"旧{number}", due_on=date(2024, 8, 1), made_at=clock.now(), **copied)
            session.add(row)
        await session.execute(update(Call).where(Call.title == "旧3").values(closed_at=clock.now()))
    async with house.at_desk(CLERK) as clerk:
        first = await clerk.get("/calls")
        assert first.text.index(f'"{where}"') < first.text.index("旧24")
        assert "第 1 页" in words(first)
        last = await clerk.get("/calls?page=99")
        assert "旧0" in last.text
        assert last.status_code == 200
