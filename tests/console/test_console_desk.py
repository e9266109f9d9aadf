"""The list a desk opens with: what is late, what waits, what is due soon; found by number."""

import re
from datetime import timedelta

import pytest
from console_house import CLERK, HANDLER, OTHER, Browser, House, words
from sqlalchemy import update

from backend.dates import today
from backend.db import Database
from backend.questions import actions as questions
from backend.staff import actions as staff
from backend.staff.model import Role
from backend.suggestions import author
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import PAGE, Sight

OFFICE = Sight(None, everything=True)
SHOWN = ("overdue", "soon", "mine", "unsigned", "all")


async def due_in(house: House, number: str, days: int) -> None:
    day = today() + timedelta(days=days)
    async with house.db.begin() as session:
        await session.execute(update(Suggestion).where(Suggestion.number == number).values(due_on=day))


async def listed(browser: Browser, query: str = "") -> list[str]:
    """The numbers in the table, from top to bottom."""
    page = await browser.get(f"/suggestions{query}")
    assert page.status_code == 200
    return re.findall(r'class="number" href="/suggestions/([A-Z0-9-]+)"', page.text)


async def counted(browser: Browser) -> dict[str, int]:
    page = await browser.get("/suggestions")
    found = re.findall(r'\?show=(\w+)".*?<span class="count">(\d+)</span>', page.text)
    return {show: int(count) for show, count in found}


@pytest.fixture
async def several(house: House) -> dict[str, str]:
    """With the transport department: late, due soon, due later, late but its author is asked; and one new."""
    numbers = {name: (await house.forwarded()).number for name in ("late", "soon", "later", "asked")}
    numbers["new"] = (await house.suggest()).number
    for name, days in (("late", -2), ("soon", 3), ("later", 9), ("asked", -5), ("new", 15)):
        await due_in(house, numbers[name], days)
    await questions.ask(house.db, number=numbers["asked"], text="在哪里？", sight=OFFICE, staff_id=1)
    return numbers


async def test_what_is_late_comes_first_and_alone(house: House, several: dict[str, str]) -> None:
    for login in (CLERK, HANDLER):
        async with house.at_desk(login) as desk:
            assert await listed(desk) == [several["late"]]
            page = await desk.get("/suggestions")
        assert re.search(r'href="/suggestions\?show=overdue" aria-current="true"', page.text)
        assert "已超期 2 天" in words(page)
        assert '<span class="late"><svg class="icon"' in page.text  # words and a picture, not colour alone


async def test_every_way_of_looking_and_its_count(house: House, several: dict[str, str]) -> None:
    late, soon, later, asked, new = several.values()
    async with house.at_desk(CLERK) as clerk:
        assert await counted(clerk) == dict(zip(SHOWN, (1, 1, 1, 4, 5), strict=True))
        assert await listed(clerk, "?show=mine") == [new]
        assert await listed(clerk, "?show=soon") == [soon]
        assert await listed(clerk, "?show=unsigned") == [late, soon, later, asked]
        assert await listed(clerk, "?show=all") == [late, soon, later, new, asked]
        assert await listed(clerk, "?state=registered") == [new]
    async with house.at_desk(HANDLER) as handler:
        assert await counted(handler) == dict(zip(SHOWN, (1, 1, 3, 4, 4), strict=True))
        assert await listed(handler, "?show=mine") == [late, soon, later]
        assert "暂停计时" in words(await handler.get("/suggestions?show=all"))
    async with house.at_desk(OTHER) as other:
        assert await counted(other) == dict.fromkeys(SHOWN, 0)
        assert await listed(other, "?show=all") == []


async def test_nothing_late_opens_with_what_waits_and_nothing_waiting_with_everything(
    house: House, several: dict[str, str]
) -> None:
    await due_in(house, several["late"], 1)
    async with house.at_desk(CLERK) as clerk:
        assert await listed(clerk) == [several["new"]]
        await clerk.sends(f"/suggestions/{several['new']}/forward", unit=await house.unit("health"))
        assert len(await listed(clerk)) == 5
    async with house.at_desk(HANDLER) as handler:
        assert await listed(handler) == [several[name] for name in ("late", "soon", "later")]


async def test_objections_and_requests_for_a_later_day_wait_for_the_office(
    house: House, several: dict[str, str]
) -> None:
    other = await house.suggest()
    async with house.db.begin() as session:
        await session.execute(
            update(Suggestion).where(Suggestion.id == other.id).values(state="diverted", due_on=None)
        )
    said = {"person_id": other.person_id, "number": other.number}
    await author.object_to(house.db, **said, text="这是建议。", update=1)
    async with house.at_desk(HANDLER) as handler:
        wanted = (today() + timedelta(days=40)).isoformat()
        where = f"/suggestions/{several['later']}/extension"
        assert (await handler.sends(where, wanted_on=wanted, reason="勘查。")).status_code == 303
    async with house.at_desk(CLERK) as clerk:
        assert await listed(clerk, "?show=mine") == [several["later"], several["new"], other.number]


async def test_who_watches_sees_everything_and_nothing_waits_for_them(
    house: House, several: dict[str, str], db: Database
) -> None:
    await staff.appoint(db, login="watcher", password="golden-idea-2024", role=Role.SUPERVISOR)
    async with house.at_desk("watcher") as watcher:
        assert set(await counted(watcher)) == {"overdue", "soon", "unsigned", "all"}
        assert len(await listed(watcher, "?show=mine")) == 1  # not theirs to choose: what is late
        assert len(await listed(watcher, "?show=all")) == 5


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("CQ2024-000002", "/suggestions/CQ2024-000002"),
        (" ｃｑ2024-000002 ", "/suggestions/CQ2024-000002"),
        ("2", "/suggestions/CQ2024-000002"),
        ("cq2024-00000", "/suggestions?number=CQ2024-00000"),
        ("CQ", "/suggestions?number=CQ"),
    ],
)
async def test_a_number_is_found_whole_or_by_its_beginning(house: House, typed: str, leads: str) -> None:
    numbers = [(await house.forwarded()).number for _ in range(3)]
    async with house.at_desk(HANDLER) as handler:
        answer = await handler.sends("/suggestions", number=typed)
        assert (answer.status_code, answer.headers["location"]) == (303, leads)
        if "?" in leads:
            assert await listed(handler, leads.removeprefix("/suggestions")) == numbers


@pytest.mark.parametrize("typed", ["张三", "ZHANGSAN", "13800138000", "CQ2024-9", "%", "", "<script>"])
async def test_what_is_no_number_never_gets_into_an_address(house: House, typed: str) -> None:
    await house.forwarded()
    async with house.at_desk(HANDLER) as handler:
        page = await handler.sends("/suggestions", number=typed)
    assert page.status_code == 404
    assert "location" not in page.headers
    assert 'role="alert"' in page.text
    assert "没有找到这个编号" in words(page)
    assert "<script" not in page.text
    if typed.isalpha():
        assert f'value="{typed}"' in page.text


async def test_another_units_number_is_not_found(house: House) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(OTHER) as other:
        assert (await other.sends("/suggestions", number=suggestion.number)).status_code == 404
        assert await listed(other, f"?number={suggestion.number}") == []


async def test_pages_of_one_way_of_looking_stay_in_it(house: House) -> None:
    for _ in range(PAGE + 1):
        await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/suggestions")
        assert 'rel="next" href="/suggestions?show=mine&amp;page=2"' in page.text
        assert len(await listed(clerk, "?show=mine&page=2")) == 1
        assert len(await listed(clerk, "?number=CQ2024&page=2")) == 1
