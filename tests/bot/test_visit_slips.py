"""A slip of the finger at a visit: what counts as delivered is asked once more, and an end is taken back."""

from datetime import timedelta
from pathlib import Path

from chat import Chat
from databases import new_database_url
from living import Living, living
from sqlalchemy import select, update
from test_behalf import appointed
from test_behalf_restart import moved
from test_visits_chat import asked, replied, visit_of

from backend import clock
from backend.dates import today
from backend.replies.model import Told
from backend.visits.model import Visit


async def standing(chat: Chat, visit: Visit) -> Visit:
    async with chat.db.read() as session:
        return await session.get_one(Visit, visit.id)


async def test_one_tap_records_no_delivery_and_the_way_back_is_there(house: Living, officer: Chat) -> None:
    sent, told = await replied(house, officer)
    await officer.taps("打开", on=told)
    await officer.taps("今天告知了")
    this_day = today()
    await officer.sees(f"{this_day.month}月{this_day.day}日", "当面告诉张三？", "不能撤销")
    assert not [button for button in await officer.buttons() if "搬走" in button or "今天" in button]
    visit = await visit_of(officer, sent)
    assert (visit.done_at, visit.told_on) == (None, None)
    await officer.taps("没有，返回")
    await officer.sees_none("当面告诉张三？")
    assert [button for button in await officer.buttons() if "今天告知了" in button]
    assert (await visit_of(officer, sent)).done_at is None


async def test_who_moved_away_by_a_slip_is_to_be_told_again_by_the_same_day(
    house: Living, officer: Chat
) -> None:
    sent, told = await replied(house, officer)
    await officer.taps("打开", on=told)
    await officer.taps("没有见到人")
    before = await visit_of(officer, sent)
    await officer.taps("已搬走")
    ended = await officer.sees("已记录", "已搬走")
    assert not [button for button in await officer.buttons() if "今天告知了" in button]
    await officer.taps("记错了，撤销")
    await officer.sees("已撤销", "上次没有见到人")
    await officer.taps("记错了，撤销", on=ended)  # the same tap once more
    after = await visit_of(officer, sent)
    assert (after.done_at, after.outcome) == (None, "not-met")
    assert (after.due_on, after.tries) == (before.due_on, 1)


async def test_the_same_day_it_is_found_in_the_list_and_taken_back_there(
    house: Living, officer: Chat
) -> None:
    sent, told = await asked(house, officer)
    await officer.taps("打开", on=told)
    await officer.taps("本人不愿意听")
    await officer.says("/visits")
    await officer.sees("现在没有要告知的", "↩️")
    await officer.taps("张三")
    await officer.sees("本人不愿意听", sent.number)
    await officer.taps("记错了，撤销")
    await officer.sees("已撤销", "问到回答以后")
    visit = await visit_of(officer, sent)
    assert (visit.done_at, visit.outcome) == (None, None)
    await officer.says("/visits")
    await officer.sees_none("↩️")


async def test_a_day_later_it_stays_and_says_what_can_be_done(house: Living, officer: Chat) -> None:
    sent, told = await replied(house, officer)
    await officer.taps("打开", on=told)
    await officer.taps("已搬走")
    ended = await officer.window()
    visit = await visit_of(officer, sent)
    async with officer.db.begin() as session:
        earlier = clock.now() - timedelta(days=1)
        await session.execute(update(Visit).where(Visit.id == visit.id).values(done_at=earlier))
    await officer.taps("记错了，撤销", on=ended)
    await officer.sees("只有今天记的", "备注")
    assert (await standing(officer, visit)).outcome == "moved-away"
    await officer.says("/visits")
    await officer.sees_none("↩️")


async def test_after_a_restart_sure_records_once_and_for_the_day_that_was_asked(
    tmp_path: Path, postgresql: str | None
) -> None:
    url, this_day = await new_database_url(postgresql, tmp_path) if postgresql else "", today()
    async with living(tmp_path, database_url=url) as before:
        chat = await appointed(before)
        (first, told), (second, other) = await replied(before, chat), await replied(before, chat)
        await chat.taps("打开", on=told)
        await chat.taps("今天告知了")
        sure = await chat.window()
    async with living(tmp_path, database_url=url) as after:
        moved(chat, after)
        await chat.taps("对，已当面告知", on=sure)
        await chat.taps("对，已当面告知", on=sure)
        await chat.taps("打开", on=other)
        await chat.taps("其他日子")
        await chat.says(f"{this_day.month}-{this_day.day}")
        typed = await chat.window()
    async with living(tmp_path, database_url=url) as again:
        moved(chat, again)
        await chat.taps("对，已当面告知", on=typed)
        await chat.receives("已记录", second.number)
        visits = [await visit_of(chat, sent) for sent in (first, second)]
        assert [(visit.outcome, visit.told_on) for visit in visits] == [("told", this_day)] * 2
        async with chat.db.read() as session:
            assert len(list(await session.scalars(select(Told.id)))) == 2
    await chat.close()


async def test_after_a_restart_an_end_is_taken_back_and_typed_words_are_still_the_day(
    tmp_path: Path, postgresql: str | None
) -> None:
    url, this_day = await new_database_url(postgresql, tmp_path) if postgresql else "", today()
    async with living(tmp_path, database_url=url) as before:
        chat = await appointed(before)
        sent, told = await replied(before, chat)
        await chat.taps("打开", on=told)
        await chat.taps("已搬走")
        ended = await chat.window()
    async with living(tmp_path, database_url=url) as after:
        moved(chat, after)
        await chat.taps("记错了，撤销", on=ended)
        assert (await visit_of(chat, sent)).done_at is None
        await chat.taps("其他日子")
        await chat.says(f"{this_day.month}-{this_day.day}")
    async with living(tmp_path, database_url=url) as again:
        moved(chat, again)
        await chat.says("2099-1-1")
        await chat.sees("不能晚于今天")
        await chat.says(f"{this_day.month}-{this_day.day}")
        await chat.sees("当面告诉张三？", sent.number)
        assert (await visit_of(chat, sent)).done_at is None
    await chat.close()
