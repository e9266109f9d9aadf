"""An officer speaks for others: for whom stands on every window, and nothing of one gets to the next."""

from datetime import timedelta

from chat import Chat
from living import Living
from officers_house import in_office
from sqlalchemy import select, update
from steps import SAID, picture

from backend.dates import today
from backend.drafts import queries as drafts
from backend.drafts.model import Draft, DraftState
from backend.officers.model import Officer
from backend.people.model import Consent, Person
from backend.people.queries import in_chat
from backend.proxy.model import Entry
from backend.suggestions.model import Attachment, Suggestion


async def person_of(chat: Chat) -> Person:
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
    assert person
    return person


async def appointed(house: Living) -> Chat:
    chat = await Chat.open(house, name="李四")
    await chat.says("/start")
    await in_office(house.house.db, await person_of(chat))
    return chat


async def begins(chat: Chat) -> None:
    await chat.says("/behalf")
    await chat.taps("代录：")


async def says_who(chat: Chat, name: str, contact: str = "无") -> None:
    await chat.taps("当面口头同意")
    await chat.taps("市民")
    await chat.says(name)
    await chat.says(contact)


async def to_the_preview(chat: Chat, name: str = "张三", contact: str = "无", text: str = SAID) -> None:
    await says_who(chat, name, contact)
    if any("产业发展" in button for button in await chat.buttons()):
        await chat.taps("产业发展")
        await chat.taps("其他")
    await chat.says(text)
    await chat.taps("完成")
    await chat.taps("跳过")


async def enters(chat: Chat, **who: str) -> Suggestion:
    await begins(chat)
    await to_the_preview(chat, **who)
    await chat.taps("发送")
    return await newest(chat)


async def newest(chat: Chat) -> Suggestion:
    person = await person_of(chat)
    query = select(Suggestion).join(Draft, Draft.id == Suggestion.draft_id)
    async with chat.db.read() as session:
        mine = query.where(Draft.person_id == person.id).order_by(Suggestion.id.desc())
        return (await session.scalars(mine.limit(1))).one()


async def current(chat: Chat) -> Draft:
    person = await person_of(chat)
    async with chat.db.read() as session:
        draft = await drafts.current(session, person.id)
    assert draft
    return draft


async def ends(chat: Chat) -> None:
    person = await person_of(chat)
    async with chat.db.begin() as session:
        yesterday = today() - timedelta(days=2)
        await session.execute(update(Officer).where(Officer.person_id == person.id).values(until=yesterday))


async def test_for_whom_it_is_stands_on_every_window(officer: Chat) -> None:
    await begins(officer)
    await officer.sees("代录 · 第1位", "念给本人听", "加密保存")
    await officer.taps("当面口头同意")
    await officer.sees("代录 · 第1位", "身份")
    await officer.taps("市民")
    await officer.sees("代录 · 第1位", "姓名")
    await officer.says("张三")
    await officer.sees("代张三录入 · 第1位", "没有电话")
    assert "发送我的手机号" not in " ".join(await officer.buttons())
    await officer.taps("没有电话")
    for answer in ("产业发展", "其他"):
        await officer.sees("代张三录入 · 第1位")
        await officer.taps(answer)
    await officer.says(SAID)
    await officer.sees("代张三录入 · 第1位", "已收到")
    await officer.taps("完成")
    await officer.sees("代张三录入 · 第1位", "附件")
    await officer.taps("跳过")
    await officer.sees("代张三录入 · 第1位", "联系方式：没有电话")
    await officer.taps("发送")
    sent = await newest(officer)
    await officer.sees("代张三录入 · 第1位", "编号", sent.number, "查询码")


async def test_subject_and_filer_are_two_and_the_consent_is_the_subjects(officer: Chat) -> None:
    sent, me = await enters(officer), await person_of(officer)
    async with officer.db.read() as session:
        author = await session.get_one(Person, sent.person_id)
        entry = (await session.scalars(select(Entry).where(Entry.draft_id == sent.draft_id))).one()
        mine = list(await session.scalars(select(Consent).where(Consent.person_id == me.id)))
    assert (author.channel, sent.name, sent.contact, sent.contact_kind) == ("proxy", "张三", "", "")
    assert (entry.officer_id, entry.consent_form, entry.way) == (sent.officer_id, "spoken", "dialog")
    assert entry.consented_at == sent.consented_at
    assert mine == []


async def test_a_signed_paper_is_kept_as_such_and_is_no_attachment_of_the_text(officer: Chat) -> None:
    await begins(officer)
    await officer.says("同意")
    await officer.sees("请点本人同意的方式")
    await officer.taps("书面签字")
    await officer.sees("拍照")
    await officer.sends_files(("同意书.png", picture()))
    await officer.sees("已存为书面同意书", "身份")
    await officer.taps("市民")
    await officer.says("张三")
    await officer.says("13800001111")
    await officer.taps("产业发展")
    await officer.taps("其他")
    await officer.says(SAID)
    await officer.taps("完成")
    await officer.taps("跳过")
    await officer.taps("发送")
    sent = await newest(officer)
    async with officer.db.read() as session:
        entry = (await session.scalars(select(Entry).where(Entry.draft_id == sent.draft_id))).one()
        files = select(Attachment).where(Attachment.suggestion_id == sent.id)
        kept = [(file.name, file.agreement) for file in await session.scalars(files)]
    assert entry.consent_form == "paper"
    assert kept == [("同意书.png", True)]


async def test_who_does_not_agree_is_not_asked_and_not_sent(officer: Chat) -> None:
    await begins(officer)
    await officer.taps("本人不同意")
    await officer.sees("本人不同意，什么都没有记下", "一位一位来")
    person = await person_of(officer)
    async with officer.db.read() as session:
        assert await drafts.current(session, person.id) is None


async def test_an_entry_is_thrown_away_only_when_asked_twice(officer: Chat) -> None:
    await begins(officer)
    await says_who(officer, "张三")
    await officer.says("/behalf")
    await officer.taps("放弃最上面")
    await officer.sees("要放弃“张三”吗")
    await officer.taps("不放弃")
    assert (await current(officer)).name == "张三"
    await officer.taps("放弃最上面")
    await officer.taps("确定放弃")
    await officer.sees("已放弃")


async def test_the_next_person_keeps_theme_and_topic_and_nothing_else(officer: Chat) -> None:
    first = await enters(officer, name="张三", contact="13800001111")
    await officer.taps("下一位")
    await officer.sees("代录 · 第2位", "念给本人听")
    draft = await current(officer)
    assert (draft.theme, draft.topic) == (first.theme, first.topic)
    for said in ("name", "contact", "contact_kind", "consent", "consented_at", "identity"):
        assert getattr(draft, said) is None
    assert (draft.text, draft.files, draft.papers) == ("", [], [])
    assert draft.subject_id != first.person_id
    await to_the_preview(officer, "王五", "13800001111")  # a number shared with the first is fine
    await officer.sees("代王五录入 · 第2位")
    await officer.sees_none("张三")
    await officer.taps("发送")
    second = await newest(officer)
    assert (second.name, second.theme, second.contact) == ("王五", first.theme, first.contact)
    assert second.number != first.number


async def test_the_same_person_once_more_keeps_name_contact_and_consent(officer: Chat) -> None:
    first = await enters(officer, name="张三", contact="13800001111")
    await officer.taps("同一位")
    await officer.sees("代张三录入 · 第1位", "主题")
    draft = await current(officer)
    assert (draft.subject_id, draft.name, draft.contact) == (first.person_id, "张三", "+8613800001111")
    assert (draft.consent, draft.consented_at) == (first.consent, first.consented_at)
    assert (draft.theme, draft.text) == (None, "")
    await officer.taps("产业发展")
    await officer.taps("其他")
    await officer.says("再修一条路。")
    await officer.taps("完成")
    await officer.taps("跳过")
    await officer.taps("发送")
    second = await newest(officer)
    assert (second.person_id, second.name) == (first.person_id, "张三")


async def test_taps_that_come_twice_open_and_send_one(officer: Chat) -> None:
    await begins(officer)
    await to_the_preview(officer)
    preview = await officer.window()
    await officer.taps("发送")
    await officer.taps("发送", on=preview)
    sent = await officer.window()
    await officer.taps("下一位", on=sent)
    await officer.taps("下一位", on=sent)
    me = await person_of(officer)
    async with officer.db.read() as session:
        every = list(await session.scalars(select(Draft).where(Draft.person_id == me.id)))
    assert sorted(draft.state for draft in every) == [DraftState.OPEN, DraftState.SENT]


async def test_own_words_and_those_of_others_never_mix(officer: Chat) -> None:
    await begins(officer)
    await says_who(officer, "张三", "13800001111")
    await officer.says("/start")
    await officer.taps("开始提建议")
    await officer.sees_none("代张三", "第1位")
    own = await current(officer)
    assert own.subject_id is None
    await officer.taps("产业发展")
    await officer.taps("其他")
    await officer.says("我自己的建议。")
    await officer.taps("完成")
    await officer.taps("同意，继续")
    await officer.taps("市民")
    assert "张三" not in " ".join(await officer.buttons())  # nothing of the villager is offered again
    await officer.says("李四")
    await officer.says("13900002222")
    await officer.taps("跳过")
    await officer.taps("发送")
    await officer.sees("您的建议已收到")
    await officer.says("/behalf")
    await officer.taps("接着录：张三")
    await officer.sees("代张三录入", "主题")
    await officer.taps("产业发展")
    await officer.taps("其他")
    await officer.says(SAID)
    await officer.taps("完成")
    await officer.taps("跳过")
    await officer.taps("发送")
    entered = await newest(officer)
    await officer.says("/mine")
    await officer.sees_none(entered.number)
    await officer.says("/entries")
    await officer.sees(entered.number, "张三", "已登记")


async def test_an_entry_shows_how_far_it_is(officer: Chat) -> None:
    sent = await enters(officer)
    await officer.says("/entries")
    await officer.taps(sent.number)
    await officer.sees("代张三录入", "已登记", "由信息员代为录入")


async def test_an_appointment_that_ends_in_the_middle_ends_the_entry_and_keeps_the_draft(
    officer: Chat,
) -> None:
    await begins(officer)
    await says_who(officer, "张三", "13800001111")
    await ends(officer)
    await officer.taps("产业发展")
    await officer.sees("您现在不是信息员")
    await officer.sees_none("张三")
    me = await person_of(officer)
    async with officer.db.read() as session:
        draft = (await session.scalars(select(Draft).where(Draft.person_id == me.id))).one()
    assert (draft.state, draft.name, draft.theme) == (DraftState.OPEN, "张三", None)
    await officer.says("这句话是我自己想说的建议，希望路灯亮一点。")
    await officer.sees_none("张三")
    assert (await current(officer)).subject_id is None
    await officer.says("/behalf")
    await officer.receives("您现在不是信息员")
