"""Officers, contact points and events at the desk: invited once, printed, and kept within their units."""

import re
from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from console_house import CLERK, HANDLER, PASSWORD, WATCHER, House, words

from backend.dates import today
from backend.occasions.model import Occasion
from backend.officers import actions
from backend.officers.model import ContactPoint, Officer
from backend.people.actions import introduce
from backend.sources.model import Source
from backend.staff import actions as staff
from backend.staff.model import Role

LEAD = "lead"
HOSTILE = """"><script>alert(1)</script><b>{{ 7*7 }}"""


@pytest.fixture
async def house(house: House) -> House:
    unit = int(await house.unit("transport"))
    await staff.appoint(house.db, login=LEAD, password=PASSWORD, role=Role.UNIT_LEAD, unit_id=unit)
    return house


async def form(house: House, unit: str = "transport", **said: str) -> dict[str, str]:
    typed = {"name": "李四", "kind": "information", "unit": await house.unit(unit), "once": "form"}
    return {**typed, "district": "示例区", "expertise": "农业，交通", **said}


def invited(page: str) -> str:
    return re.findall(r"/start o-([A-Z0-9]+)<", page)[0]


async def test_a_clerk_appoints_and_shows_the_invitation_once(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends("/officers", **await form(house))
        again = await clerk.get("/officers/1")
        newer = await clerk.sends("/officers/1/invite")
        listed = await clerk.get("/officers")
    token = invited(page.text)
    assert f'value="{house.link("o-" + token)}" readonly' in page.text
    assert re.search(r'<div role="img" aria-label="[^"]+"><svg [^>]*class="qr"', page.text)
    assert "style=" not in page.text
    assert "7天内有效" in words(page)
    assert token not in again.text
    assert invited(newer.text) != token
    for wanted in ("李四", "交通", "示例区", "已邀请"):
        assert wanted in words(listed)
    assert len(f"o-{token}") <= 64


async def test_the_same_form_sent_twice_appoints_one(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        for _ in range(2):
            assert (await clerk.sends("/officers", **await form(house))).status_code == 200
    assert len(await house.all_of(Officer)) == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "请填写姓名"),
        ({"kind": "king"}, "请选择类别"),
        ({"unit": ""}, "请选择一个您管理的"),
        ({"until": "2001-01-01"}, "今天或以后"),
        ({"until": "soon"}, "今天或以后"),
        ({"expertise": "词" * 21}, "请删短"),
    ],
)
async def test_a_wrong_form_says_so_and_keeps_what_was_typed(
    house: House, wrong: dict[str, str], sentence: str
) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends("/officers", **await form(house, **wrong))
    assert page.status_code == 422
    assert sentence in words(page)
    assert page.text.count('aria-invalid="true" aria-describedby="officer-wrong" autofocus') == 1
    assert 'value="示例区"' in page.text
    assert 'name="once" value="form"' in page.text
    assert await house.all_of(Officer) == []


async def test_an_event_without_a_clear_day_is_led_to_that_day(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends("/events", **await event(house, first="soon"))
    assert page.status_code == 422
    assert 'aria-describedby="event-wrong"' in re.findall(r'<input id="first"[^>]*>', page.text)[0]


async def test_an_appointment_is_changed_and_ended(house: House) -> None:
    until = (today() + timedelta(days=5)).isoformat()
    async with house.at_desk(CLERK) as clerk:
        token = invited((await clerk.sends("/officers", **await form(house))).text)
        person = await introduce(house.db, channel="webchat", chat=5, language="zh-CN")
        await actions.accept(house.db, person_id=person.id, token=token)
        changed = await clerk.sends("/officers/1/change", **await form(house, unit="health", until=until))
        page = await clerk.get(changed.headers["location"])
        listed = await clerk.get("/officers?show=ending")
        ended = await clerk.get((await clerk.sends("/officers/1/end")).headers["location"])
        late = await clerk.sends("/officers/1/change", **await form(house))
    assert "已保存" in words(page)
    assert "卫生健康" in words(page)
    assert "1 个聘任将在14天内到期" in words(listed)
    assert "李四" in words(listed)
    assert "聘任已结束" in words(ended)
    assert "/officers/1/change" not in ended.text
    assert late.status_code == 409
    assert "已经结束" in words(late)


async def test_a_lead_appoints_for_the_own_unit_and_a_watcher_reads(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends("/officers", **await form(house, unit="health", once="theirs"))
    async with house.at_desk(LEAD) as lead:
        refused = await lead.sends("/officers", **await form(house, unit="health", once="a"))
        mine = await lead.sends("/officers", **await form(house, name="王五", once="b"))
        listed = await lead.get("/officers")
        theirs = await lead.sends("/officers/1/change", **await form(house))
    assert (refused.status_code, mine.status_code, theirs.status_code) == (422, 200, 404)
    assert "王五" in words(listed)
    assert "李四" not in words(listed)
    async with house.at_desk(WATCHER) as watcher, house.at_desk(HANDLER) as handler:
        page = await watcher.get("/officers/2")
        assert "王五" in words(page)
        assert "/officers/2/" not in page.text
        assert (await watcher.sends("/officers/2/end")).status_code == 403
        assert (await handler.get("/officers")).status_code == 403
        assert 'href="/officers"' not in (await handler.get("/suggestions")).text


async def test_a_contact_point_gets_its_poster(house: House) -> None:
    typed = {"name": "示例社区服务站", "district": "示例区", "address": "示例路 1 号"}
    typed["unit"] = await house.unit("transport")
    async with house.at_desk(LEAD) as lead:
        for _ in range(2):
            answer = await lead.sends("/points", **typed)
        assert (await lead.get("/points/1/poster")).status_code == 404
        await lead.sends("/points/1/way-in", campaign="city-2024")
        page = await lead.get(answer.headers["location"])
        wrong = await lead.sends("/points/1/way-in", campaign="nowhere")
        poster = await lead.get("/points/1/poster?paper=a3&language=en&campaign=city-2024")
        closed = await lead.get((await lead.sends("/points/1/close")).headers["location"])
        reopened = await lead.get((await lead.sends("/points/1/reopen")).headers["location"])
        empty = await lead.sends("/points/1/change", **{**typed, "name": " "})
    assert "联系点已设立" in words(page)
    assert (
        "/points/1/poster?channel=webchat&amp;paper=a4&amp;language=zh-CN&amp;campaign=city-2024" in page.text
    )
    assert wrong.status_code == 422
    assert poster.headers["content-type"] == "application/pdf"
    assert "示例社区服务站" in read_out(poster.content)
    assert "已关闭" in words(closed)
    assert "已重新启用" in words(reopened)
    assert empty.status_code == 422
    assert 'value="示例路 1 号"' in empty.text
    assert len(await house.all_of(ContactPoint)) == 1


def read_out(content: bytes) -> str:
    return "".join(str(pdfium.PdfDocument(content)[0].get_textpage().get_text_range()).split())


async def event(house: House, **said: str) -> dict[str, str]:
    typed = {"campaign": "city-2024", "kind": "leader-visit", "title": "领导接访日", "host": "示例区政府"}
    return {**typed, "unit": await house.unit("transport"), "first": "2024-08-01", "last": "", **said}


async def test_an_event_is_put_down_with_its_poster_and_shows_what_came(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        for _ in range(2):
            answer = await clerk.sends("/events", **await event(house, place="示例广场"))
        (one,) = await house.all_of(Occasion)
        source = (await house.all_of(Source))[-1]
        suggestion = await house.suggest(came_by=source.code)
        page = await clerk.get(answer.headers["location"])
        listed = await clerk.get("/events")
        poster = await clerk.get(f"/events/{one.id}/poster")
        same = await clerk.get(f"/ways-in/{source.code}/poster")
        changed = await clerk.sends(f"/events/{one.id}/change", **await event(house, last="2099-01-01"))
    assert source.occasion_id == one.id
    for wanted in ("场次已建好", "领导接访下访", "扫码提交1件", "合计1件", suggestion.number):
        assert wanted in words(page)
    assert "领导接访日" in words(listed)
    for wanted in ("领导接访日", "2024年8月1日", "示例广场", "示例区政府"):
        assert wanted in read_out(poster.content)
    assert read_out(same.content) == read_out(poster.content)
    assert changed.status_code == 422
    assert 'value="2099-01-01"' in changed.text


async def test_a_unit_sees_of_an_event_only_what_it_was_given(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends("/events", **await event(house))
    source = (await house.all_of(Source))[-1]
    given = await house.forwarded("transport", came_by=source.code)
    kept = await house.suggest(came_by=source.code)
    async with house.at_desk(LEAD) as lead:
        page = words(await lead.get("/events/1"))
    assert given.number in page
    assert kept.number not in page
    assert "合计2件" in page


async def test_the_staffs_own_name_of_a_way_in_is_not_printed(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends("/ways-in", campaign="city-2024", kind="place", name="内部名称")
        code = (await house.all_of(Source))[-1].code
        poster = await clerk.get(f"/ways-in/{code}/poster")
        assert (
            f"/ways-in/{code}/poster?channel=webchat&amp;paper=a3"
            in (await clerk.get(f"/ways-in/{code}")).text
        )
    assert "扫码提建议" in read_out(poster.content)
    assert "内部名称" not in read_out(poster.content)


async def test_hostile_words_stay_words(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends("/officers", **await form(house, name=HOSTILE, district=HOSTILE, expertise="<b>"))
        await clerk.sends("/points", unit=await house.unit("health"), name=HOSTILE, address=HOSTILE)
        await clerk.sends("/events", **await event(house, title=HOSTILE, host=HOSTILE, place=HOSTILE))
        pages = [
            await clerk.get(path)
            for path in ("/officers", "/officers/1", "/points", "/points/1", "/events", "/events/1")
        ]
        pages += [
            await clerk.get("/officers", params={"show": HOSTILE, "unit": HOSTILE, "district": HOSTILE}),
            await clerk.sends("/officers", name=HOSTILE, kind=HOSTILE, unit=HOSTILE, until=HOSTILE),
            await clerk.sends("/events", campaign=HOSTILE, kind=HOSTILE, title=HOSTILE, first=HOSTILE),
        ]
    for page in pages:
        assert page.status_code in {200, 422}
        assert "<script" not in page.text
        assert "<b>" not in page.text


async def test_the_pages_are_complete_in_english(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends("/language", language="en")
        page = words(await clerk.sends("/officers", **await form(house)))
        listed, one = words(await clerk.get("/officers")), words(await clerk.get("/officers/1"))
    assert "can be used once" in page
    assert "Appoint an officer" in listed
    assert "Make a new invitation" in one
