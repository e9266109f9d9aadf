"""Ways in: links, several campaigns at once, and what is possible where one is not open."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from campaign_files import both, city, write
from chat import Chat
from databases import new_database_url
from living import Living, living
from sqlalchemy import select
from steps import SAID, draft_of, to_the_preview, to_the_text

from backend.sources import actions as sources
from backend.sources.model import Arrival, Source, SourceKind
from backend.suggestions.model import Suggestion

CHAT = {"name": both("聊天", "Chat"), "opens": "2024-07", "closes": None}
LETTER = {
    "name": both("书信", "Letter"),
    "opens": "2024-07",
    "closes": None,
    "address": both("示例路 1 号", "1 Sample Road"),
}


@pytest.fixture(scope="module")
async def offering(tmp_path_factory: pytest.TempPathFactory, postgresql: str | None) -> AsyncIterator[Living]:
    """A house with two open campaigns, one that is over in this chat, and one that has not begun."""
    folder: Path = tmp_path_factory.mktemp("offering")
    url = await new_database_url(postgresql, folder) if postgresql else ""
    campaigns = write(
        folder / "campaigns",
        city(),
        city(id="roads-2024", number_prefix="RD2024", title=both("道路建议征集", "Call on roads")),
        city(
            id="over-2024",
            number_prefix="OV2024",
            title=both("结束的征集", "A call that is over"),
            channels={"chat": CHAT, "webchat": {**CHAT, "closes": "2024-08-31"}, "letter": LETTER},
        ),
        city(
            id="coming-2099",
            number_prefix="CM2099",
            year=2099,
            title=both("将来的征集", "A call to come"),
            channels={"chat": {**CHAT, "opens": "2099-05-04"}},
        ),
    )
    async with living(folder, database_url=url, campaigns_dir=campaigns) as running:
        yield running


@pytest.fixture
async def visitor(offering: Living) -> AsyncIterator[Chat]:
    chat = await Chat.open(offering, name="王五")
    yield chat
    await chat.close()


async def of_place(chat: Chat, campaign: str = "city-2024") -> Source:
    """Make a place of this test alone: the same name twice would be the same source."""
    name = f"示例社区第{chat.id}服务站"
    return await sources.add(chat.db, campaign=campaign, kind=SourceKind.PLACE, name=name)


async def test_who_comes_by_a_place_is_counted_for_it(citizen: Chat) -> None:
    place = await of_place(citizen)
    await citizen.says(f"/start {place.code}")
    await citizen.sees("怎样的建议是好建议")
    await citizen.taps("开始提建议")
    await citizen.taps("产业发展")
    await citizen.taps("其他")
    for said in (SAID, "完成", "同意", "市民", "张三", "13800001111", "无"):
        await citizen.says(said)
    await citizen.taps("发送")
    number = await citizen.number_shown()
    async with citizen.db.read() as session:
        row = (await session.scalars(select(Suggestion).where(Suggestion.number == number))).one()
        came = list(await session.scalars(select(Arrival).where(Arrival.source_id == place.id)))
    assert (row.source_id, [arrival.person_id for arrival in came]) == (place.id, [row.person_id])


@pytest.mark.parametrize("code", ["NOSUCH99", "../../etc", "😀", "x" * 300])
async def test_a_link_that_is_none_says_so_and_lets_one_in(citizen: Chat, code: str) -> None:
    await citizen.says(f"/start {code}")
    await citizen.sees("已经停用", "怎样的建议是好建议")


async def test_a_retired_link_counts_nobody(citizen: Chat) -> None:
    place = await of_place(citizen)
    await sources.retire(citizen.db, code=place.code)
    await citizen.says(f"/start {place.code}")
    await citizen.sees("已经停用")
    async with citizen.db.read() as session:
        assert list(await session.scalars(select(Arrival).where(Arrival.source_id == place.id))) == []


async def test_a_link_in_the_middle_loses_nothing(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    await citizen.says(f"/start {(await of_place(citizen)).code}")
    await citizen.sees("没写完的建议", SAID[:10])
    await citizen.taps("接着写")
    assert (await draft_of(citizen)).text == SAID


async def test_a_card_to_pass_on_leads_back_here(citizen: Chat, house: Living) -> None:
    await to_the_preview(citizen)
    await citizen.taps("发送")
    await citizen.taps("转发给亲友")
    card = next(m for m in reversed(await citizen.messages()) if m["file"])
    assert "2024年人民建议专题征集" in card["text"]
    link = next(word for word in card["text"].split() if word.startswith("http"))
    code = link.split("start=")[1]
    friend = await Chat.open(house, name="赵六")
    await friend.says(f"/start {code}")
    await friend.taps("开始提建议")
    draft = await draft_of(friend)
    async with friend.db.read() as session:
        source = await session.get_one(Source, draft.source_id)
    assert (source.kind, source.code) == (SourceKind.SHARED, code)
    await friend.close()
    await citizen.sees("编号")


async def test_several_open_campaigns_are_offered_to_choose_from(visitor: Chat) -> None:
    await visitor.says("/start")
    await visitor.sees("现在有几个征集活动", "2024年人民建议专题征集", "道路建议征集")
    await visitor.sees_none("结束的征集", "将来的征集")
    await visitor.taps("道路建议征集")
    await visitor.sees("道路建议征集", "怎样的建议是好建议")
    await visitor.taps("开始提建议")
    assert (await draft_of(visitor)).campaign == "roads-2024"
    await visitor.taps("产业发展")
    await visitor.says("/start")
    await visitor.taps("另写一条")
    await visitor.taps("2024年人民建议专题征集")
    await visitor.taps("开始提建议")
    assert (await draft_of(visitor)).campaign == "city-2024"


async def test_a_campaign_s_own_link_leads_straight_to_it(visitor: Chat) -> None:
    await visitor.says("/start roads-2024")
    await visitor.sees("道路建议征集", "怎样的建议是好建议")
    await visitor.taps("2024年人民建议专题征集")  # the other one stays within reach
    await visitor.taps("开始提建议")
    assert (await draft_of(visitor)).campaign == "city-2024"


async def test_over_in_this_chat_and_what_is_possible_instead(visitor: Chat) -> None:
    await visitor.says("/start over-2024")
    await visitor.sees("结束的征集", "征集已经结束", "书信", "示例路 1 号")
    await visitor.taps("道路建议征集")
    await visitor.sees("道路建议征集", "怎样的建议是好建议")


async def test_not_begun_says_when(visitor: Chat) -> None:
    await visitor.says("/start coming-2099")
    await visitor.sees("将来的征集", "还没有开始", "2099年5月4日")
