"""After the reply: a tap says how satisfied one is, and who is not says why."""

from datetime import timedelta

from chat import Chat
from living import Living
from sqlalchemy import select
from test_asked import OFFICE, forwarded

from backend.dates import today
from backend.handling import actions as handling
from backend.promises import actions as promises
from backend.promises.model import PromiseState
from backend.ratings.model import Rating
from backend.replies import actions as replies
from backend.replies import drafting
from backend.replies.drafting import Words
from backend.suggestions.model import Suggestion


async def replied(house: Living, chat: Chat, text: str = "信号灯下月安装。") -> tuple[str, dict]:
    number = await forwarded(house, chat)
    await reply(house, number, text)
    return number, await chat.receives("答复了", number, text)


async def reply(house: Living, number: str, text: str) -> None:
    said = {"outcome": "adopted", "text": text, "reason": ""}
    await handling.reply(house.house.db, number=number, sight=OFFICE, staff_id=2, **said)


async def state(chat: Chat, number: str) -> str:
    async with chat.db.read() as session:
        return str(await session.scalar(select(Suggestion.state).where(Suggestion.number == number)))


async def test_one_tap_for_who_is_satisfied(house: Living, citizen: Chat) -> None:
    number, told = await replied(house, citizen)
    assert [button["text"] for row in told["buttons"] for button in row] == ["满意", "基本满意", "不满意"]
    await citizen.taps("基本满意", on=told)
    await citizen.receives("谢谢", number, "基本满意", "已办结")
    assert await state(citizen, number) == "closed"
    await citizen.taps("不满意", on=told)  # the first one stands
    assert await state(citizen, number) == "closed"


async def test_who_is_not_satisfied_says_why_and_it_is_handled_once_more(
    house: Living, citizen: Chat
) -> None:
    number, told = await replied(house, citizen)
    await citizen.taps("不满意", on=told)
    await citizen.sees("不满意", "写下原因", "重新办理一次")
    await citizen.sends_files(("a.txt", b"why"))
    await citizen.sees("用文字写下原因")
    assert await state(citizen, number) == "replied"
    await citizen.says("一直没有装。")
    await citizen.receives("重新办理", number, "新的答复期限")
    assert await state(citizen, number) == "signed"
    await reply(house, number, "已经装好。")
    again = await citizen.receives("答复了", number, "已经装好。")
    await citizen.taps("不满意", on=again)
    await citizen.sees("写下原因")
    await citizen.sees_none("重新办理一次")
    await citizen.says("装错了地方。")
    await citizen.receives("谢谢", number, "不满意", "已办结")


async def test_who_would_rather_not_say_why_rates_nothing(house: Living, citizen: Chat) -> None:
    number, told = await replied(house, citizen)
    await citizen.taps("不满意", on=told)
    await citizen.taps("先不评")
    await citizen.sees("没有评价")
    assert await state(citizen, number) == "replied"
    await citizen.taps("满意", on=told)
    await citizen.receives("谢谢", number, "已办结")


async def test_nobody_rates_for_another(house: Living, citizen: Chat) -> None:
    number, told = await replied(house, citizen)
    stranger = await Chat.open(house, name="李四")
    await stranger.says("/start")
    window = await stranger.window()
    for data in (told["buttons"][0][0]["data"], "rate:1", "rate:x:y", "rate:"):
        await stranger.taps_data(window, data)
    assert await state(citizen, number) == "replied"
    await stranger.close()


async def test_a_correction_and_a_kept_promise_are_rated_by_their_own_buttons(
    house: Living, citizen: Chat
) -> None:
    number, told = await replied(house, citizen)
    await citizen.taps("基本满意", on=told)
    await citizen.receives("谢谢", number, "已办结")
    whose = {"number": number, "sight": OFFICE, "staff_id": 2}
    db = house.house.db
    await drafting.begin_correction(db, **whose)
    await replies.send(db, words=Words("adopted", "更正：两处都装。"), correction=True, **whose)
    corrected = await citizen.receives("更正了答复", "这次您满意吗")
    await citizen.taps("基本满意", on=corrected)
    due_on = today() + timedelta(days=30)
    await promises.promise(db, text="装好路灯。", due_on=due_on, **whose)
    await promises.report(db, ordinal=1, state=PromiseState.KEPT, text="都亮了。", **whose)
    kept = await citizen.receives("承诺事项有了进展", "对办理的结果您满意吗")
    await citizen.taps("不满意", on=kept)
    await citizen.sees("不满意", "写下原因")
    await citizen.says("只装了一处。")
    await citizen.receives("重新办理", number, "新的答复期限")
    assert await state(citizen, number) == "signed"
    async with db.read() as session:
        mine = select(Rating).join(Suggestion, Suggestion.id == Rating.suggestion_id)
        given = list(await session.scalars(mine.where(Suggestion.number == number).order_by(Rating.id)))
    assert [(row.promise, row.rating) for row in given] == [
        (0, "mostly-satisfied"),
        (0, "mostly-satisfied"),
        (1, "dissatisfied"),
    ]
