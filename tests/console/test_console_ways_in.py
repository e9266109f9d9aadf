"""Ways in: what the office makes, what it reads off, and what goes to the printer."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from console_house import CLERK, HANDLER, House, words
from PIL import Image

from backend import clock
from backend.campaigns.actions import put_in_force
from backend.campaigns.load import read
from backend.config import ROOT
from backend.people.actions import introduce
from backend.sources import actions as sources
from backend.sources.links import qr_svg
from backend.sources.model import Source, SourceKind
from backend.suggestions.queries import PAGE

PLACE = {"campaign": "city-2024", "kind": "place", "name": "示例社区公告栏"}
HOSTILE = """"><script>alert(1)</script><b>{{ 7*7 }}"""


async def made(house: House, name: str = PLACE["name"], kind: SourceKind = SourceKind.PLACE) -> Source:
    return await sources.add(house.db, campaign="city-2024", kind=kind, name=name)


async def two_campaigns(house: House) -> None:
    district = read(ROOT / "campaigns" / "district-2022.yaml")
    await put_in_force(house.db, campaign=district)
    await sources.put_campaign(house.db, campaign=district.id)


async def test_a_clerk_makes_a_way_in_and_takes_its_link_and_codes(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        answer = await clerk.sends("/ways-in", **PLACE, unit=await house.unit("transport"))
        one = (await house.all_of(Source))[-1]
        assert answer.headers["location"] == f"/ways-in/{one.code}?done=added"
        page = await clerk.get(answer.headers["location"])
        drawing = await clerk.get(f"/ways-in/{one.code}/webchat.svg")
        picture = await clerk.get(f"/ways-in/{one.code}/webchat.png")
    for wanted in ("入口已建好", "示例社区公告栏", "场所", "2024年人民建议专题征集", "交通", one.code):
        assert wanted in words(page)
    address = house.link(one.code)
    assert f'value="{address}" readonly' in page.text
    assert f'src="/ways-in/{one.code}/webchat.svg"' in page.text
    assert drawing.content == qr_svg(address)
    assert drawing.headers["content-type"] == "image/svg+xml"
    assert Image.open(BytesIO(picture.content)).width >= 1200
    for answer, ending in ((drawing, "svg"), (picture, "png")):
        saved = f'attachment; filename="{one.code}-webchat.{ending}"'
        assert answer.headers["content-disposition"] == saved
        assert answer.headers["content-security-policy"].startswith("sandbox")


async def test_a_tap_too_many_makes_no_second_one(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        places = {(await clerk.sends("/ways-in", **PLACE)).headers["location"] for _ in range(2)}
    assert len(places) == 1
    assert len(await house.all_of(Source)) == 2


@pytest.mark.parametrize(
    ("wrong", "sentence", "status"),
    [
        ({"name": " \u200b"}, "请填写入口的名称", 422),
        ({"name": "名" * 101}, "名称太长：101 字，最多 100 字", 422),
        ({"kind": ""}, "请选择入口的类别", 422),
        ({"kind": "shared"}, "请选择入口的类别", 422),
        ({"campaign": "nowhere"}, "没有这个征集活动", 404),
        ({"unit": "987654321987654321987"}, "没有这个单位", 422),
    ],
)
async def test_a_form_that_is_wrong_says_so_and_keeps_what_was_typed(
    house: House, wrong: dict[str, str], sentence: str, status: int
) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends("/ways-in", **{**PLACE, "unit": await house.unit("health"), **wrong})
    assert page.status_code == status
    assert sentence in words(page)
    assert 'role="alert"' in page.text
    assert page.text.count('aria-invalid="true" aria-describedby="add-wrong" autofocus') == 1
    if "name" not in wrong:
        assert f'name="name" value="{PLACE["name"]}"' in page.text
    if "kind" not in wrong:
        assert 'value="place" required checked' in page.text
    assert len(await house.all_of(Source)) == 1


async def test_a_way_in_is_retired_and_taken_up_again(house: House) -> None:
    one = await made(house)
    where = f"/ways-in/{one.code}"
    async with house.at_desk(CLERK) as clerk:
        for verb, notice, state in (
            ("retire", "这个入口已停用。", "已停用"),
            ("reopen", "这个入口已恢复使用。", "使用中"),
        ):
            answer = await clerk.sends(f"{where}/{verb}")
            page = words(await clerk.get(answer.headers["location"]))
            assert notice in page
            assert state in page
        for done in ("retired", "<script>"):
            assert 'role="status"' not in (await clerk.get(where, params={"done": done})).text


async def test_the_list_shows_what_came_of_each(house: House) -> None:
    square = await made(house)
    for _ in range(2):
        await house.suggest(came_by=square.code)
    await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/ways-in")
        one = words(await clerk.get(f"/ways-in/{square.code}"))
    row = re.search(rf'<tr role="row">(?:(?!</tr>).)*{square.code}.*?</tr>', page.text, re.DOTALL)[0]
    assert re.findall(r'class="figure">(\d+)<', row) == ["2", "2", "2"]
    assert "来访人数 2 开始填写 2 提交建议 2" in one
    chart = words(page).split("建议从哪里来")[-1].split("全部")[0]
    assert "场所 2 件 · 67% 2 2" in chart
    assert "未经入口 1 件 · 33% – 1" in chart
    assert "现场征集 0 件 · 0% 0 0" in chart
    bars = re.findall(r'<rect class="(part|rest)" width="([\d.]+)%"', page.text)
    assert bars == [("part", "100.0"), ("rest", "50.0")]
    assert "style=" not in page.text


async def test_an_empty_chart_divides_by_nothing(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/ways-in")
    assert page.status_code == 200
    assert '<rect class="part"' not in page.text
    assert "活动总入口" in words(page)


async def test_the_list_is_paged_and_narrowed(house: House) -> None:
    await two_campaigns(house)
    for number in range(PAGE + 1):
        await made(house, f"示例{number}村")
    await made(house, "示例摆展", SourceKind.EVENT)
    async with house.at_desk(CLERK) as clerk:
        first, second = await clerk.get("/ways-in"), await clerk.get("/ways-in?page=2")
        places = await clerk.get("/ways-in?kind=place&campaign=city-2024")
        other = await clerk.get("/ways-in?campaign=district-2022")
        nonsense = [
            await clerk.get(f"/ways-in?{query}") for query in ("page=x", "page=99", "kind=x", "campaign=%00'")
        ]
    assert first.text.count('class="number whole"') == PAGE
    assert second.text.count('class="number whole"') == 4
    assert first.text.index("活动总入口") < first.text.index("示例摆展") < first.text.index("示例20村")
    assert 'rel="next" href="/ways-in?page=2"' in first.text
    assert 'rel="next" href="/ways-in?campaign=city-2024&amp;kind=place&amp;page=2"' in places.text
    assert other.text.count('class="number whole"') == 1
    assert '<option value="district-2022" selected>' in other.text
    assert all(page.status_code == 200 for page in nonsense)


async def test_nobody_is_named_by_a_share_link(house: House) -> None:
    suggestion = await house.suggest(name="李四")
    shared = await sources.share(house.db, person_id=suggestion.person_id, campaign="city-2024")
    async with house.at_desk(CLERK) as clerk:
        pages = [
            await clerk.get(path)
            for path in ("/ways-in", f"/ways-in/{shared.code}", f"/ways-in/{shared.code}/card")
        ]
    for page in pages:
        assert "个人转发的链接" in words(page)
        assert "李四" not in page.text


async def test_hostile_names_stay_words(house: House) -> None:
    one = await made(house, HOSTILE)
    async with house.at_desk(CLERK) as clerk:
        pages = [
            await clerk.get("/ways-in"),
            await clerk.get(f"/ways-in/{one.code}"),
            await clerk.get(f"/ways-in/{one.code}/card", params={"language": HOSTILE, "paper": HOSTILE}),
            await clerk.sends("/ways-in", campaign=HOSTILE, kind=HOSTILE, name=HOSTILE, unit=HOSTILE),
        ]
    for page in pages:
        assert "<script" not in page.text
        assert "<b>{{" not in page.text
    assert HOSTILE in words(pages[1])


async def test_the_card_says_what_to_do_in_the_language_that_was_chosen(house: House) -> None:
    await two_campaigns(house)
    one = await made(house)
    async with house.at_desk(CLERK) as clerk:
        chinese = await clerk.get(f"/ways-in/{one.code}/card?channel=webchat&paper=a6")
        english = await clerk.get(f"/ways-in/{one.code}/card?language=en")
        closing = await clerk.get("/ways-in/district-2022/card")
    for wanted in (
        "扫码提建议",
        "开启新篇章 重庆向未来",
        "重庆市人民建议征集办公室",
        f"chat.example/?start={one.code}",
    ):
        assert wanted in words(chinese)
    assert '<html lang="zh-CN">' in chinese.text
    assert "/static/paper-a6.css?v=" in chinese.text
    assert "征集截止" not in words(chinese)
    assert '<html lang="en">' in english.text
    assert "Scan to make a suggestion" in words(english)
    assert "2024 Call for People's Suggestions" in words(english)
    assert "/static/paper-a4.css?v=" in english.text
    assert "征集截止：2022年10月10日（含当日）" in words(closing)
    assert "现在不接收建议" in words(closing)
    for page in (chinese, english, closing):
        assert "style=" not in page.text
        assert "<script" not in page.text


async def test_an_address_that_nobody_else_can_open_is_warned_of(house: House) -> None:
    one = await made(house)
    where = (f"/ways-in/{one.code}", f"/ways-in/{one.code}/card")
    async with house.at_desk(CLERK) as clerk:
        for path in where:
            assert "只在本机有效" not in words(await clerk.get(path))
        house.doors["webchat"] = "http://127.0.0.1:8081/?start={code}"
        for path in where:
            assert "只在本机有效" in words(await clerk.get(path))


async def test_a_chat_that_becomes_known_later_is_shown_then(house: House) -> None:
    house.doors.clear()
    where = "/ways-in/city-2024"
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(where)
        assert page.status_code == 200
        assert "地址还不知道" in words(page)
        assert (await clerk.get(f"{where}/card")).status_code == 404
        house.doors["telegram"] = "https://t.me/sample_bot?start={code}"
        page = await clerk.get(where)
        card = await clerk.get(f"{where}/card")
    assert 'value="https://t.me/sample_bot?start=city-2024" readonly' in page.text
    assert "Telegram" in words(card)


@pytest.mark.parametrize(
    "path",
    [
        "/ways-in/NOSUCH22",
        "/ways-in/%00",
        "/ways-in/" + "x" * 300,
        "/ways-in/NOSUCH22/card",
        "/ways-in/city-2024/letter.png",
        "/ways-in/city-2024/webchat.gif",
        "/ways-in/city-2024/card?channel=letter",
    ],
)
async def test_what_is_not_there_is_a_friendly_page(house: House, path: str) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(path)
    assert page.status_code == 404
    assert "返回列表" in page.text


async def test_a_handler_finds_no_way_to_it(house: House) -> None:
    async with house.at_desk(HANDLER) as handler, house.at_desk(CLERK) as clerk:
        assert "/ways-in" not in (await handler.get("/suggestions")).text
        assert 'href="/ways-in"' in (await clerk.get("/suggestions")).text
        assert (await handler.sends("/ways-in", **PLACE)).status_code == 403
    assert len(await house.all_of(Source)) == 1


async def test_a_name_typed_past_the_sign_in_is_not_lost(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house.at_desk(CLERK) as clerk:
        later = clock.now() + timedelta(hours=13)
        monkeypatch.setattr(clock, "now", lambda: later)
        page = await clerk.post("/ways-in", data=PLACE)
    assert page.status_code == 401
    assert f"{PLACE['name']}</textarea>" in page.text


async def test_the_pages_are_complete_in_english(house: House) -> None:
    one = await made(house, "Notice board")
    person = await introduce(house.db, channel="webchat", chat=1, language="en")
    await sources.arrive(house.db, person_id=person.id, code=one.code, update=1)
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends("/language", language="en")
        listed, page = words(await clerk.get("/ways-in")), words(await clerk.get(f"/ways-in/{one.code}"))
    for wanted in ("Ways in", "Where suggestions come from", "Without a link", "New way in", "Notice board"):
        assert wanted in listed
    assert "People came 1 Drafts begun 0 Suggestions sent 0" in page
    assert "A4 card (to print)" in page
