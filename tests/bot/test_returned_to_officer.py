"""What the office returns goes to the officer who entered it, the reason on top, under the same number."""

from chat import Chat
from living import Living
from sqlalchemy import select
from steps import picture
from test_behalf import appointed, ends, enters, person_of
from test_visits_chat import visit_of

from backend.drafts.model import Draft, DraftState
from backend.handling import screening, undoing
from backend.officers.model import Officer
from backend.suggestions.model import Event, EventKind, Remark, Suggestion
from backend.visits import actions as visits

WHY = "请写明是哪一个路口。"


async def officer_of(chat: Chat) -> int:
    person = await person_of(chat)
    async with chat.db.read() as session:
        return (await session.scalars(select(Officer.id).where(Officer.person_id == person.id))).one()


async def returned(house: Living, chat: Chat) -> Suggestion:
    sent = await enters(chat)
    await screening.return_for_correction(house.house.db, number=sent.number, reason=WHY, staff_id=1)
    told = await chat.receives("退回补正", sent.number)
    assert WHY not in told["text"]
    await chat.taps("打开", on=told)
    return sent


async def row(chat: Chat, sent: Suggestion) -> Suggestion:
    async with chat.db.read() as session:
        return await session.get_one(Suggestion, sent.id)


async def events(chat: Chat, sent: Suggestion) -> list[Event]:
    async with chat.db.read() as session:
        query = select(Event).where(Event.suggestion_id == sent.id, Event.kind == EventKind.CORRECTED)
        return list(await session.scalars(query))


async def test_its_own_draft_opens_with_the_reason_on_top_and_keeps_its_number(
    house: Living, officer: Chat
) -> None:
    sent = await returned(house, officer)
    await officer.sees("退回补正", WHY, "请这样说")
    await officer.taps("修改后重新提交")
    await officer.sees(sent.number, "退回补正", WHY, "代张三录入", "请检查一遍", sent.text)
    await officer.taps("改内容")
    await officer.sees(WHY, "建议内容")
    await officer.taps("删掉重写")
    await officer.says("示例路口的路灯坏了三盏，")
    await officer.says("请修好。")
    await officer.taps("完成")
    await officer.sees(WHY, "请检查一遍", "示例路口的路灯坏了三盏，", "用新内容重新提交")
    await officer.sees_none("确认并发送")
    await officer.taps("用新内容重新提交")
    await officer.receives("已重新提交", sent.number)
    now = await row(officer, sent)
    assert (now.number, now.state, now.theme) == (sent.number, "registered", sent.theme)
    assert now.text == "示例路口的路灯坏了三盏，\n请修好。"
    [event] = await events(officer, sent)
    async with officer.db.read() as session:
        kept = await session.get_one(Remark, event.id)
        draft = await session.scalar(select(Draft).where(Draft.corrects == sent.draft_id))
    assert (event.data["officer"], kept.text) == (sent.officer_id, sent.text)
    assert draft
    assert (draft.state, draft.name) == (DraftState.SENT, None)
    assert (await visit_of(officer, sent)).outcome == "corrected"
    await officer.says("/entries")
    await officer.sees(sent.number, "已登记")


async def test_theme_photos_and_person_are_put_right_in_it_too(house: Living, officer: Chat) -> None:
    sent = await returned(house, officer)
    await officer.taps("修改后重新提交")
    await officer.sends_files(("示例路口.png", picture()))
    await officer.sees(WHY, "示例路口")
    await officer.taps("改姓名")
    await officer.says("李四")
    await officer.sees(WHY, "代李四录入")
    await officer.taps("用新内容重新提交")
    await officer.receives("已重新提交", sent.number)
    now = await row(officer, sent)
    assert (now.name, now.text) == ("李四", sent.text)
    [event] = await events(officer, sent)
    assert (event.data["files_added"], event.data["files_removed"], event.data["person_changed"]) == (1, 0, 1)


async def test_words_said_at_once_are_added_and_sent_once(house: Living, officer: Chat) -> None:
    sent = await returned(house, officer)
    await officer.taps("修改后重新提交")
    await officer.says("在示例路口东北角。")
    await officer.sees(WHY, "示例路口东北角")
    shown = await officer.window()
    await officer.taps("用新内容重新提交", on=shown)
    await officer.taps("用新内容重新提交", on=shown)
    assert (await row(officer, sent)).text == f"{sent.text}\n在示例路口东北角。"
    assert len(await events(officer, sent)) == 1


async def test_left_for_now_it_is_kept_and_what_was_sent_stays(house: Living, officer: Chat) -> None:
    sent = await returned(house, officer)
    await officer.taps("修改后重新提交")
    await officer.says("这句话先不提交，以后再说。")
    await officer.taps("先放着")
    await officer.sees("已经保存")
    now = await row(officer, sent)
    assert (now.state, now.text) == ("returned", sent.text)
    await officer.says("/visits")
    await officer.sees(sent.number)
    await officer.says("/entries")
    await officer.taps(sent.number)
    await officer.taps("修改后重新提交")
    await officer.sees(WHY, sent.text, "以后再说")


async def test_what_the_office_took_back_cannot_be_handed_in_and_says_so(
    house: Living, officer: Chat
) -> None:
    sent = await returned(house, officer)
    await officer.taps("修改后重新提交")
    shown = await officer.window()
    await undoing.undo(house.house.db, number=sent.number, staff_id=1)
    await officer.taps("用新内容重新提交", on=shown)
    await officer.sees("现在不用补正了")
    assert not any("重新提交" in button for button in await officer.buttons())
    await officer.taps("先放着")
    assert (await row(officer, sent)).state == "registered"
    assert await events(officer, sent) == []


async def test_two_officers_each_have_their_own(house: Living, officer: Chat) -> None:
    sent = await returned(house, officer)
    await officer.taps("修改后重新提交")
    second = await appointed(house)
    visit = await visit_of(officer, sent)
    given = await officer_of(second)
    await visits.reassign(house.house.db, visit_id=visit.id, officer_id=given, staff_id=1)
    await second.says("/visits")
    await second.taps(sent.number)
    await second.taps("修改后重新提交")
    await officer.says("第一位信息员写的，路口在东边。")
    await officer.sees("路口在东边")
    await second.says("第二位信息员写的，路口在西边。")
    await second.sees_none("东边")
    await second.taps("用新内容重新提交")
    await officer.taps("用新内容重新提交")
    await officer.sees("现在不用补正了")
    assert (await row(officer, sent)).text == f"{sent.text}\n第二位信息员写的，路口在西边。"
    await second.close()


async def test_somebody_new_in_between_keeps_both_apart(house: Living, officer: Chat) -> None:
    sent = await returned(house, officer)
    await officer.taps("修改后重新提交")
    await officer.says("/behalf")
    await officer.says("这句话不属于任何一条建议，也不会被记下来。")
    await officer.sees("没有记下来")
    another = await enters(officer, name="李四")
    assert another.number != sent.number
    await officer.says("/behalf")
    await officer.taps("张三")
    await officer.sees(WHY, sent.number, sent.text)
    await officer.taps("用新内容重新提交")
    assert (await row(officer, sent)).state == "registered"
    assert (await row(officer, sent)).text == sent.text


async def test_who_is_no_longer_in_office_puts_nothing_right(house: Living, officer: Chat) -> None:
    sent = await returned(house, officer)
    await officer.taps("修改后重新提交")
    await ends(officer)
    await officer.says("新的内容。")
    await officer.sees("您现在不是信息员")
    assert (await row(officer, sent)).state == "returned"
