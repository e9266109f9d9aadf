"""Somebody has said it before: mine is different, or I support that one."""

from chat import Chat
from living import Living
from sqlalchemy import func, select
from steps import draft_of, to_the_text

from backend.handling import actions as handling
from backend.handling import queries as units
from backend.suggestions.model import Suggestion, Support

OLD = "建议在示例桥头的公交站加装遮阳棚，夏天候车的老人多，太阳晒得受不了。"
NEW = "建议给示例桥头公交站加装遮阳棚，夏天候车的老人太多，晒得受不了。"


async def published(house: Living, text: str) -> str:
    author = await Chat.open(house, name="李四")
    await to_the_text(author)
    for said in (text, "完成", "同意", "市民", "李四", "13900002222", "无"):
        await author.says(said)
    await author.taps("发送")
    number = await author.number_shown()
    await handling.publish(house.house.db, number=number, staff_id=1)
    await author.close()
    return number


async def test_similar_ones(house: Living, citizen: Chat) -> None:
    number = await published(house, OLD)
    await to_the_text(citizen)
    await citizen.says(NEW)
    await citizen.says("完成")
    await citizen.sees("相近的建议", number, "遮阳棚")

    await citizen.says("同意")  # words there answer the next question: mine is different
    await citizen.sees("身份")
    assert (await draft_of(citizen)).consent == "standard-1"

    await citizen.says("/start")
    await citizen.taps("放弃")
    await to_the_text(citizen)
    await citizen.says(NEW)
    await citizen.taps("完成")
    await citizen.taps("我的不一样")
    await citizen.sees("身份")

    await citizen.says("/start")
    await citizen.taps("放弃")
    await to_the_text(citizen)
    await citizen.says(NEW)
    await citizen.taps("完成")
    await citizen.taps(f"改为支持 {number}")
    await citizen.sees("您已支持", number)
    async with citizen.db.read() as session:
        there = select(Suggestion.id).where(Suggestion.number == number).scalar_subquery()
        supports = select(func.count()).select_from(Support).where(Support.suggestion_id == there)
        assert await session.scalar(supports) == 1
        unit = (await units.units(session))[1]
    await handling.forward(house.house.db, number=number, unit_id=unit.id, staff_id=1)
    await citizen.receives("您支持的", number, unit.name("zh-CN"))
