"""Before a unit is retired its page says what officers do for it; until that is elsewhere it is refused."""

from collections.abc import AsyncIterator

import pytest
from console_house import PASSWORD, Browser, House, words
from officers_at_work import an_officer
from passwords import CHEAP

from backend.officers import points
from backend.officers.model import ContactPoint
from backend.officers.terms import By
from backend.staff import actions
from backend.staff.model import Role

BOSS = "boss"


@pytest.fixture
async def boss(house: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Browser]:
    monkeypatch.setattr(actions, "HASHER", CHEAP)
    await actions.appoint(house.db, login=BOSS, password=PASSWORD, role=Role.ADMINISTRATOR)
    async with house.at_desk(BOSS) as browser:
        yield browser


async def point_of(house: House, unit: str) -> ContactPoint:
    place = points.Place(unit_id=int(unit), name="示例联系点")
    return await points.open_point(house.db, place=place, by=By(1))


async def test_officers_and_points_are_counted_and_come_first(house: House, boss: Browser) -> None:
    unit = await house.unit("sample-hospital")
    where = f"/units/{unit}"
    _, officer = await an_officer(house.db, "sample-hospital")
    point = await point_of(house, unit)
    page = await boss.get(where)
    for wanted in ("含已邀请的） 1", "还要当面告知的 0", "开放的联系点 1"):
        assert wanted in words(page)
    assert f'href="/officers?unit={unit}"' in page.text
    refused = await boss.sends(f"{where}/retire")
    assert (refused.status_code, 'role="alert"' in refused.text) == (409, True)
    assert "1 位聘任未结束的信息员、0 件要当面告知的、1 个开放的联系点" in words(refused)
    await boss.sends(f"/officers/{officer.id}/end")
    await boss.sends(f"/points/{point.id}/close")
    assert (await boss.sends(f"{where}/retire")).headers["location"].endswith("done=retired")


async def test_a_point_of_a_retired_unit_is_given_to_another_unit_first(house: House, boss: Browser) -> None:
    unit = await house.unit("sample-hospital")
    point = await point_of(house, unit)
    await boss.sends(f"/points/{point.id}/close")
    await boss.sends(f"/units/{unit}/retire")
    refused = await boss.sends(f"/points/{point.id}/reopen")
    assert refused.status_code == 422
    assert "仍在使用的单位" in words(refused)
    said = {"name": "示例联系点", "unit": await house.unit("health")}
    await boss.sends(f"/points/{point.id}/change", **said)
    assert (await boss.sends(f"/points/{point.id}/reopen")).headers["location"].endswith("done=reopened")
