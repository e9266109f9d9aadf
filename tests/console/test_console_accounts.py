"""The pages of administrators: accounts, their log, and units; and the roster that unit leads keep."""

import re
from collections.abc import AsyncIterator

import pytest
from console_house import CLERK, HANDLER, PASSWORD, Browser, House, form_key, words
from passwords import CHEAP
from sqlalchemy import select

from backend.handling.model import Unit
from backend.staff import actions
from backend.staff.model import Role, Staff
from backend.units.model import Duty

BOSS, LEAD = "boss", "lead"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "HASHER", CHEAP)


@pytest.fixture
async def boss(house: House, _cheap: None) -> AsyncIterator[Browser]:
    await actions.appoint(house.db, login=BOSS, password=PASSWORD, role=Role.ADMINISTRATOR)
    async with house.at_desk(BOSS) as browser:
        yield browser


async def sends(browser: Browser, page: str, path: str, **fields: str) -> object:
    key = form_key(await browser.get(page))
    return await browser.post(path, data={"form_key": key, **fields})


async def id_of(house: House, login: str) -> int:
    async with house.db.read() as session:
        return (await session.scalars(select(Staff.id).where(Staff.login == login))).one()


async def test_every_role_begins_at_its_own_page(house: House, boss: Browser) -> None:
    assert (await boss.get("/")).headers["location"] == "/accounts"
    async with house.browser() as browser:
        assert (await browser.sign_in(BOSS)).headers["location"] == "/accounts"
        assert (await browser.get("/sign-in")).headers["location"] == "/accounts"
    async with house.at_desk(CLERK) as clerk:
        assert (await clerk.get("/")).headers["location"] == "/suggestions"
    page = await boss.get("/accounts")
    assert 'href="/suggestions"' not in page.text
    assert 'href="/units"' in page.text


async def test_an_account_is_made_and_its_password_shown_once(house: House, boss: Browser) -> None:
    refused = await sends(boss, "/accounts", "/accounts", login="zhang.san", role="handler", unit="")
    assert refused.status_code == 422
    assert 'value="zhang.san"' in refused.text
    assert '<option value="handler" selected>' in refused.text
    unit = await house.unit("transport")
    told = await sends(boss, "/accounts", "/accounts", login="zhang.san", role="handler", unit=unit)
    assert "有效期到" in words(told)
    (password,) = re.findall(r"<code class=\"code\">([A-Z0-9-]{19})</code>", told.text)
    account = await id_of(house, "zhang.san")
    for path in ("/accounts", f"/accounts/{account}", "/account-log"):
        page = await boss.get(path)
        assert "zhang.san" in page.text
        assert password not in page.text
    async with house.browser() as browser:
        await browser.sign_in("zhang.san", password)
        assert (await browser.get("/suggestions")).headers["location"] == "/me/password"


async def test_accounts_are_searched_and_paged(house: House, boss: Browser) -> None:
    for number in range(25):
        await actions.appoint(house.db, login=f"many{number:02}", password=PASSWORD, role=Role.LEADER)
    first, second = [await boss.get("/accounts", params={"q": "many", "page": page}) for page in (1, 2)]
    assert "many00" in first.text
    assert "many24" not in first.text
    assert "many24" in second.text
    assert "第 2 页" in words(second)
    found = await boss.get("/accounts", params={"q": "MANY07"})
    assert "many07" in found.text
    assert "many08" not in found.text
    assert BOSS not in words(await boss.get("/accounts", params={"role": "leader"})).replace(f"{BOSS} ·", "")
    assert "没有符合条件" in words(await boss.get("/accounts", params={"q": "%"}))


async def test_a_suspended_clerk_is_out_and_comes_back(house: House, boss: Browser) -> None:
    clerk = await id_of(house, CLERK)
    where = f"/accounts/{clerk}"
    async with house.at_desk(CLERK) as browser:
        assert (await sends(boss, where, f"{where}/suspend")).status_code == 303
        assert (await browser.get("/suggestions")).headers["location"].startswith("/sign-in")
        refused = await browser.sign_in(CLERK)
        assert (refused.status_code, "已停用" in words(refused)) == (403, True)
        assert "已停用" in words(await boss.get(where))
        await sends(boss, where, f"{where}/resume")
        assert (await browser.sign_in(CLERK)).status_code == 303


async def test_a_role_is_changed_and_what_is_seen_with_it(house: House, boss: Browser) -> None:
    suggestion = await house.forwarded("transport")
    where = f"/accounts/{await id_of(house, HANDLER)}"
    async with house.at_desk(HANDLER) as handler:
        assert (await handler.get(f"/suggestions/{suggestion.number}")).status_code == 200
        refused = await sends(boss, where, f"{where}/role", role="handler", unit="")
        assert refused.status_code == 422
        await sends(boss, where, f"{where}/role", role="handler", unit=await house.unit("health"))
        assert (await handler.get(f"/suggestions/{suggestion.number}")).status_code == 404


async def test_nobody_changes_their_own_account_here(house: House, boss: Browser) -> None:
    where = f"/accounts/{await id_of(house, BOSS)}"
    page = await boss.get(where)
    assert "另一位管理员" in words(page)
    assert f'action="{where}/' not in page.text
    for verb in ("suspend", "password", "second-factor"):
        assert (await sends(boss, where, f"{where}/{verb}")).status_code == 403


async def test_the_log_is_read_by_an_auditor_too(house: House, boss: Browser) -> None:
    await sends(boss, "/accounts", "/accounts", login="li.si", role="auditor", unit="")
    await actions.appoint(house.db, login="li.si", password=PASSWORD, role=Role.AUDITOR)
    async with house.at_desk("li.si") as auditor:
        page = words(await auditor.get("/account-log"))
    assert "建立账号" in page
    assert f"li.si {BOSS}" in page
    assert "命令行" in page


async def test_units_are_added_renamed_moved_and_retired(house: House, boss: Browser) -> None:
    health = await house.unit("health")
    said = {"key": "sample-clinic", "name-zh-CN": "", "name-en": "Clinic", "parent": health}
    refused = await sends(boss, "/units", "/units", **said)
    assert (refused.status_code, 'value="sample-clinic"' in refused.text) == (422, True)
    assert 'value="Clinic"' in refused.text
    made = await sends(boss, "/units", "/units", **{**said, "name-zh-CN": "示例诊所"})
    where = made.headers["location"].split("?")[0]
    assert "卫生健康" in words(await boss.get(where))
    await sends(boss, where, f"{where}/rename", **{"name-zh-CN": "示例门诊部"})
    assert "示例门诊部" in words(await boss.get("/units"))
    below = await sends(boss, where, f"{where}/move", parent=where.rsplit("/", 1)[1])
    assert (below.status_code, "不能放在自己" in words(below)) == (422, True)
    await sends(boss, where, f"{where}/move", parent="")
    clinic = next(unit for unit in await house.all_of(Unit) if unit.key == "sample-clinic")
    assert clinic.parent_id is None
    assert (await sends(boss, where, f"{where}/retire")).headers["location"].endswith("done=retired")
    async with house.at_desk(CLERK) as clerk:
        suggestion = await house.suggest()
        assert "示例门诊部" not in (await clerk.get(f"/suggestions/{suggestion.number}")).text
        assert "移动" not in words(await clerk.get(where))
    busy = f"/units/{await house.unit('transport')}"
    refused = await sends(boss, busy, f"{busy}/retire")
    assert (refused.status_code, 'role="alert"' in refused.text) == (409, True)


async def test_a_lead_keeps_the_roster_of_the_own_unit(house: House) -> None:
    transport = await house.unit("transport")
    await actions.appoint(
        house.db, login=LEAD, password=PASSWORD, role=Role.UNIT_LEAD, unit_id=int(transport)
    )
    member, where = str(await id_of(house, HANDLER)), f"/units/{transport}"
    async with house.at_desk(LEAD) as lead:
        assert f'"{where}"' in (await lead.get("/units")).text
        said = {"member": member, "first": "2099-08-02", "last": "2099-08-01"}
        refused = await sends(lead, where, f"{where}/duty", **said)
        assert (refused.status_code, 'value="2099-08-02"' in refused.text) == (422, True)
        assert 'role="alert"' in refused.text
        await sends(lead, where, f"{where}/duty", **{**said, "last": "2099-08-03"})
        stand_in = {"stand-in": str(await id_of(house, LEAD))}
        await sends(lead, where, f"{where}/absence", **{**said, "last": "2099-08-02"}, **stand_in)
        page = words(await lead.get(where))
        assert f"{HANDLER} · 2099年8月2日 – 2099年8月3日" in page
        assert f"代办人：{LEAD}" in page
        (duty,) = await house.all_of(Duty)
        await sends(lead, where, f"{where}/duty/{duty.id}/end")
        assert await house.all_of(Duty) == []
        foreign = await lead.post(
            f"/units/{await house.unit('health')}/duty",
            data={"form_key": form_key(await lead.get(where)), **said},
        )
        assert foreign.status_code == 404
    async with house.at_desk(HANDLER) as handler:
        assert f'action="{where}/duty"' not in (await handler.get(where)).text
