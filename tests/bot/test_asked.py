"""A question comes by itself and is answered in a thread of its own, whatever else is being written."""

from pathlib import Path

import httpx
from chat import PATIENCE_SECONDS, Chat, eventually
from living import Living, living
from sqlalchemy import select
from steps import SAID, draft_of, picture, to_the_preview, to_the_text

from backend.handling import actions as handling
from backend.handling import queries as units
from backend.questions import actions as questions
from backend.questions.model import AnswerPart, Question
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
WHERE, WHEN = "具体是哪一个路口？", "什么时候最不方便？"


async def forwarded(house: Living, chat: Chat) -> str:
    await to_the_preview(chat)
    await chat.taps("发送")
    number = await chat.number_shown()
    async with chat.db.read() as session:
        unit = (await units.units(session))[1]
    await handling.forward(house.house.db, number=number, unit_id=unit.id, staff_id=1)
    await chat.receives("已转给", number)
    return number


async def ask(house: Living, number: str, text: str) -> int:
    return await questions.ask(house.house.db, number=number, text=text, sight=OFFICE, staff_id=2)


async def answered(chat: Chat, question: int) -> list[str]:
    async with chat.db.read() as session:
        query = select(AnswerPart).where(AnswerPart.question_id == question).order_by(AnswerPart.id)
        return [part.text or part.name or "" for part in await session.scalars(query)]


async def is_over(chat: Chat, question: int) -> bool:
    async with chat.db.read() as session:
        return (await session.get_one(Question, question)).closed_at is not None


async def test_a_question_is_answered_in_several_messages_and_with_a_file(
    house: Living, citizen: Chat
) -> None:
    number = await forwarded(house, citizen)
    question = await ask(house, number, WHERE)
    asked = await citizen.receives("有一个问题", number)
    assert WHERE not in asked["text"]
    await citizen.taps("回答", on=asked)
    await citizen.sees(WHERE, number, "不算在办理期限里")
    said = await citizen.says("示例路口。")
    await citizen.sees("已记下", "示例路口。")
    await citizen.edits(said, "示例路口东侧。")
    await citizen.sends_files(("路口.png", picture()))
    await citizen.sees("文件 1 个", "示例路口东侧。")
    await citizen.sends_files(("x.exe", b"MZ"), caption="靠近学校。")
    await citizen.sees("只收这些格式", "附言的文字已经保存", "文件 1 个", "靠近学校。")
    await citizen.says("完成")
    await citizen.receives("回答已交给办理单位", number)
    assert (await answered(citizen, question))[0] == "示例路口东侧。"
    assert len(await answered(citizen, question)) == 3
    assert await is_over(citizen, question)
    async with citizen.db.read() as session:
        there = await session.scalar(select(Suggestion).where(Suggestion.number == number))
        assert there.paused_since is None
    await citizen.taps("回答", on=asked)  # an old button: said so, and nothing moves
    assert len(await answered(citizen, question)) == 3


async def both_came(citizen: Chat) -> bool:
    return sum("有一个问题" in (message["text"] or "") for message in await citizen.messages()) == 2


async def test_two_questions_do_not_mix(house: Living, citizen: Chat) -> None:
    number = await forwarded(house, citizen)
    first = await ask(house, number, WHERE)
    asked = await citizen.receives("有一个问题", number)
    second = await ask(house, number, WHEN)
    await eventually(lambda: both_came(citizen), "the push of the second question")
    await citizen.taps("回答", on=asked)
    await citizen.sees(WHERE, "另外还有 1 个问题")
    await citizen.says("示例路口。")
    await citizen.taps("答完了")
    await citizen.sees(WHEN)
    await citizen.says("早上七点。")
    await citizen.taps("答完了")
    assert await answered(citizen, first) == ["示例路口。"]
    assert await answered(citizen, second) == ["早上七点。"]


async def test_an_answer_goes_into_no_draft_and_leaving_it_loses_nothing(
    house: Living, citizen: Chat
) -> None:
    number = await forwarded(house, citizen)
    question = await ask(house, number, WHERE)
    asked = await citizen.receives("有一个问题", number)
    await to_the_text(citizen)
    await citizen.says(SAID)
    await citizen.taps("回答", on=asked)
    await citizen.says("示例路口。")
    await citizen.taps("以后再答")
    await citizen.says("再加一盏路灯，方便老人走路。")
    assert "再加一盏路灯" in (await draft_of(citizen)).text
    assert "示例路口。" not in (await draft_of(citizen)).text
    assert await answered(citizen, question) == ["示例路口。"]
    await citizen.taps("回答", on=asked)
    await citizen.sees("您已经回答", "示例路口。")


async def back(before: Chat, house: Living) -> Chat:
    """The same person's chat, at the house that was started anew."""
    http = httpx.AsyncClient(base_url=house.webchat, timeout=PATIENCE_SECONDS)
    chat = Chat(http, house.house.db, {"chat": before.id, "key": before.key})
    chat.acts = before.acts
    return chat


async def test_the_thread_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with living(tmp_path) as house:
        chat = await Chat.open(house)
        number = await forwarded(house, chat)
        question = await ask(house, number, WHERE)
        await chat.taps("回答", on=await chat.receives("有一个问题", number))
        await chat.says("示例路口。")
    async with living(tmp_path) as house:
        chat = await back(chat, house)
        await chat.says("就是学校门口那个。")
        assert await answered(chat, question) == ["示例路口。", "就是学校门口那个。"]
    async with living(tmp_path) as house:
        chat = await back(chat, house)
        await chat.taps("答完了")
        assert await is_over(chat, question)


async def test_nobody_answers_for_another(house: Living, citizen: Chat) -> None:
    number = await forwarded(house, citizen)
    question = await ask(house, number, WHERE)
    stranger = await Chat.open(house, name="李四")
    await stranger.says("/start")
    await stranger.taps_data(await stranger.window(), f"answer:{question}")
    await stranger.taps_data(await stranger.window(), "answer:x")
    await stranger.sees_none(WHERE, number)
    await stranger.close()


async def test_in_english(house: Living) -> None:
    chat = await Chat.open(house, name="Li", language="en")
    await chat.says("/language")
    await chat.taps("中文")
    number = await forwarded(house, chat)
    await chat.says("/language")
    await chat.taps("English")
    await ask(house, number, WHERE)
    await chat.taps("Answer", on=await chat.receives("have a question for you", number))
    await chat.sees("A question about", WHERE)
    await chat.says("The crossing by the school.")
    await chat.taps("That is all")
    await chat.receives("was handed in", number)
    await chat.close()
