"""Quotas on the console: the lowest first, a unit's own and below, last year's loaded, saved as a sheet."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx
import openpyxl
import pytest
from console_house import CLERK, HANDLER, OTHER, PASSWORD, WATCHER, Browser, House, form_key, words
from passwords import CHEAP
from quotas_house import OTHER as MEGACITY
from quotas_house import RURAL, Field, field

from backend import clock
from backend.quotas.model import Baseline
from backend.staff import actions
from backend.staff.model import Role

LAST = (
    "quota,share,of,day,count\nproxy,district,示例区,2024-07-01,1\nproxy,district,示例区,2023-08-08,{count}\n"
)


@dataclass
class Hands:
    at: datetime


@pytest.fixture
async def on(house: House, monkeypatch: pytest.MonkeyPatch) -> Field:
    """Three entries of town-a, one of them rural, and one of the transport department, by 8 August 2024."""
    hands = Hands(datetime(2024, 8, 1, 4, tzinfo=UTC))
    monkeypatch.setattr(clock, "now", lambda: hands.at)
    monkeypatch.setattr(actions, "HASHER", CHEAP)
    made = await field(house.db, hands)
    for theme in (MEGACITY, MEGACITY, RURAL):
        await made.entered("A", theme)
    await made.entered("C")
    await actions.appoint(
        house.db, login="lead", password=PASSWORD, role=Role.UNIT_LEAD, unit_id=made.units["county"]
    )
    made.at(8)
    return made


def order(page: httpx.Response, *said: str) -> list[str]:
    """Return these in the order in which the page names them in its rows."""
    rows = page.text.split("<tbody", 1)[1]
    return sorted((one for one in said if one in rows), key=rows.index)


async def test_the_lowest_stand_first_with_words_beside_the_bar(house: House, on: Field) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/quotas?share=district&quota=proxy")
        assert order(page, "示例区", "邻区") == ["邻区", "示例区"]
        assert "3 / 60" in page.text
        assert "1 / 60" in page.text
        assert "还差 57" in words(page)
        assert "还剩 12 天" in words(page)
        assert '<progress class="reached" max="60" value="3" aria-label="示例区 代录">' in page.text
        page = await clerk.get("/quotas?share=officer&quota=each-officer")
        assert "A · 示例镇" in words(page)
        page = await clerk.get("/quotas?share=campaign")
        assert "growth" in words(page)
        assert (await clerk.get("/quotas?campaign=x&quota=y&share=z&page=abc")).status_code == 200


async def test_units_come_in_pages_and_every_row_in_the_sheet(house: House, on: Field) -> None:
    async with house.at_desk(WATCHER) as watcher:
        first = await watcher.get("/quotas?share=unit&quota=each-unit")
        assert "第 1 页，共 2 页" in words(first)
        last = await watcher.get("/quotas?share=unit&quota=each-unit&page=2")
        assert "3 / 2" in last.text
        assert "载入去年的数据" not in words(last)
        sheet = await watcher.get("/quotas/file?share=unit&quota=each-unit")
    book = openpyxl.load_workbook(io.BytesIO(sheet.content)).active
    assert book
    rows = list(book.iter_rows(values_only=True))
    assert rows[0] == ("任务", "对象", "完成", "目标", "去年同日", "剩余时间")
    assert len(rows) == 1 + len(on.units)
    assert {row[:4] for row in rows[-2:]} == {("上报", "示例区", 3, 2), ("上报", "示例镇", 3, 2)}


async def test_a_unit_sees_its_own_and_below_and_never_beside(house: House, on: Field) -> None:
    async with house.at_desk("lead") as lead:
        page = await lead.get("/quotas?share=unit&quota=each-unit")
        assert order(page, "示例镇", "示例区", "交通部门") == ["示例镇", "示例区"]
        page = await lead.get("/quotas?share=officer&quota=each-officer")
        assert "C · " not in words(page)
        page = await lead.get("/quotas?share=campaign")
        assert "没有您能看到的任务" in words(page)
        assert "整个活动" not in words(page)
        sheet = await lead.get("/quotas/file?share=unit&quota=each-unit")
        book = openpyxl.load_workbook(io.BytesIO(sheet.content)).active
        assert book
        assert {row[1] for row in book.iter_rows(min_row=2, values_only=True)} == {"示例镇", "示例区"}
    async with house.at_desk(OTHER) as other:
        page = await other.get("/quotas?share=unit&quota=each-unit")
        assert order(page, "卫生健康部门", "示例医院", "交通部门", "示例区") == ["卫生健康部门", "示例医院"]


async def upload(browser: Browser, content: str, name: str = "last.csv") -> httpx.Response:
    key = form_key(await browser.get("/quotas"))
    return await browser.post(
        "/quotas/baseline",
        data={"form_key": key, "campaign": "city-2024"},
        files={"sheet": (name, content.encode())},
    )


async def test_last_year_is_loaded_and_shown_where_it_is(house: House, on: Field) -> None:
    async with house.at_desk(CLERK) as clerk:
        answer = await upload(clerk, LAST.format(count=17))
        assert answer.status_code == 303
        assert "新增 2 行，更改 0 行，相同 0 行" in words(await clerk.get(answer.headers["location"]))
        page = words(await clerk.get("/quotas?share=district&quota=proxy"))
        assert "邻区 代录 1 / 60 还差 59 – " in page
        assert "示例区 代录 3 / 60 还差 57 17 " in page
        answer = await upload(clerk, LAST.format(count="许多"))
        assert answer.status_code == 422
        assert "第 3 行：“许多”不是件数" in words(answer)
        answer = await upload(clerk, "")
        assert answer.status_code == 422
    assert len(await house.all_of(Baseline)) == 2


async def test_only_the_office_loads(house: House, on: Field) -> None:
    async with house.at_desk(HANDLER) as handler:
        assert (await upload(handler, LAST.format(count=1))).status_code == 403
    assert await house.all_of(Baseline) == []
