"""The chat hands out a link, the page takes what is personal, and the chat goes on by itself."""

import httpx
from chat import Chat, eventually
from living import Living
from own_page_house import ADDRESS, NAME, PHONE, SAID, VALUES, gets_link, link_of, to_the_page, words
from sqlalchemy import select, update
from steps import draft_of, picture

from backend import clock
from backend.drafts.model import Step
from backend.inbox.model import Update, UpdateState
from backend.people.model import Person
from backend.suggestions.model import Suggestion


async def opened(link: str) -> httpx.Response:
    async with httpx.AsyncClient() as browser:
        return await browser.get(link)


async def filled(link: str, **said: str) -> httpx.Response:
    async with httpx.AsyncClient() as browser:
        return await browser.post(link, data=SAID | said)


async def all_words(chat: Chat) -> str:
    """Everything the chat shows: words, buttons, addresses."""
    return "\n".join(str(message) for message in await chat.messages())


async def test_from_the_link_to_the_number(citizen: Chat) -> None:
    await to_the_page(citizen)
    await citizen.sees("个人资料", "姓名", "联系方式", "工作单位", "联系地址", "不在聊天里填")
    page = await opened(link := await gets_link(citizen))
    assert page.status_code == 200
    assert "填写个人资料" in words(page)
    assert "已保存" in words(await filled(link))

    await citizen.receives("您的资料已保存", "附件")
    assert (await draft_of(citizen)).step == Step.FILES
    await citizen.taps("跳过")
    await citizen.sees("请检查一遍", "不在聊天里显示")
    await citizen.taps("发送")
    await citizen.sees("编号")
    shown = await all_words(citizen)
    assert [value for value in VALUES if value in shown] == []

    async with citizen.db.read() as session:
        sent = await session.scalar(
            select(Suggestion)
            .join(Person, Person.id == Suggestion.person_id)
            .where(Person.chat == citizen.id)
        )
    assert sent
    assert (sent.name, sent.contact, sent.contact_kind) == (NAME, "+8613800138123", "phone")
    assert (sent.work_unit, sent.address, sent.school) == (SAID["work_unit"], ADDRESS, None)


async def test_words_said_to_the_chat_by_habit_are_kept_nowhere(citizen: Chat) -> None:
    await to_the_page(citizen)
    before = (await draft_of(citizen)).text
    for said in (NAME, f"我叫{NAME}，住在{ADDRESS}", PHONE):
        await citizen.says(said)
        await citizen.sees("个人资料不在聊天里收", "填写页")
    await citizen.shares_contact(PHONE)
    await citizen.sees("个人资料不在聊天里收")
    await citizen.sends_files(("路灯.png", picture()), caption=f"{NAME} {PHONE}")
    await citizen.sees("个人资料不在聊天里收", "路灯.png")
    draft = await draft_of(citizen)
    assert (draft.text, draft.name, draft.contact) == (before, None, None)
    assert len(draft.files) == 1
    theirs = "\n".join(message["text"] or "" for message in await citizen.messages() if not message["mine"])
    assert [value for value in VALUES if value in theirs] == []


async def test_i_have_filled_it_in_is_believed_once_it_is_true(citizen: Chat, house: Living) -> None:
    await to_the_page(citizen)
    await citizen.taps("我已填好")
    await citizen.sees("还没有收到您填的资料")
    await citizen.says("完成")
    await citizen.sees("还没有收到您填的资料")
    asking = await citizen.window()
    await filled(await gets_link(citizen))
    await citizen.taps("我已填好", on=asking)
    await citizen.sees("附件")
    assert (await draft_of(citizen)).step == Step.FILES


async def test_a_new_link_takes_the_place_of_the_old_one(citizen: Chat) -> None:
    await to_the_page(citizen)
    older = await gets_link(citizen)
    await citizen.says("/help")
    newer = await gets_link(citizen)
    assert [(await opened(link)).status_code for link in (older, newer)] == [410, 200]
    assert (await filled(older)).status_code == 410
    assert (await filled(newer)).status_code == 200
    await citizen.receives("您的资料已保存")


async def test_a_change_at_the_check_comes_back_to_the_check(citizen: Chat) -> None:
    await to_the_page(citizen)
    await filled(await gets_link(citizen))
    await citizen.receives("您的资料已保存")
    await citizen.taps("跳过")
    await citizen.taps("改个人资料")
    again = await gets_link(citizen)
    assert [value for value in VALUES if value in (await opened(again)).text] == []
    await filled(again, name="李示例")
    await citizen.receives("您的资料已保存", "请检查一遍")
    assert (await draft_of(citizen)).name == "李示例"


async def test_back_from_the_page_and_forth(citizen: Chat) -> None:
    await to_the_page(citizen)
    link = await gets_link(citizen)
    await citizen.taps("上一步")
    await citizen.sees("身份")
    await filled(link)
    await citizen.receives("您的资料已保存", "身份")
    await citizen.taps("市民")
    await citizen.sees("附件")


async def test_the_form_comes_while_the_chat_stands_elsewhere(citizen: Chat) -> None:
    await to_the_page(citizen)
    link = await gets_link(citizen)
    await citizen.says("/start")
    await citizen.sees("没写完的建议")
    await filled(link)
    await citizen.receives("您的资料已保存", "没写完的建议")
    await citizen.taps("接着写")
    await citizen.sees("附件")


async def test_the_form_comes_while_a_language_is_chosen(citizen: Chat) -> None:
    await to_the_page(citizen)
    link = await gets_link(citizen)
    await citizen.says("/language")
    await filled(link)
    await citizen.receives("您的资料已保存")
    await citizen.taps("English")
    await citizen.sees("attachments")


async def test_as_last_time_needs_no_page_and_tells_no_value(citizen: Chat) -> None:
    await to_the_page(citizen)
    await filled(await gets_link(citizen))
    await citizen.receives("您的资料已保存")
    for button in ("跳过", "发送", "再提一条"):
        await citizen.taps(button)
    await to_the_page(citizen)
    await citizen.taps("个人资料都同上次")
    await citizen.sees("附件")
    draft = await draft_of(citizen)
    assert (draft.name, draft.contact_kind, draft.address) == (NAME, "phone", ADDRESS)
    shown = await all_words(citizen)
    assert [value for value in VALUES if value in shown] == []


async def test_what_the_chat_is_told_twice_does_no_harm(citizen: Chat) -> None:
    """A kill between the answer and the mark that it was given: the same update is dealt with again."""
    await to_the_page(citizen)
    await filled(await gets_link(citizen))
    await citizen.receives("您的资料已保存")
    before = len(await citizen.messages())
    await _deal_again(citizen)
    await citizen.receives("您的资料已保存")
    assert len(await citizen.messages()) <= before + 1
    await citizen.taps("跳过")
    await citizen.sees("请检查一遍")
    await _deal_again(citizen)
    await citizen.sees("请检查一遍")
    assert (await draft_of(citizen)).name == NAME


async def _deal_again(chat: Chat) -> None:
    """Put the update of our own back as it was when it came."""
    ours = Update.chat == chat.id, Update.update_id < 0
    async with chat.db.begin() as session:
        row = (await session.scalars(select(Update).where(*ours))).one()
        message = (
            f'{{"message_id": 0, "date": 1, "chat": {{"id": {chat.id}, "type": "private"}}, '
            f'"from": {{"id": {chat.id}, "is_bot": false, "first_name": ""}}, "text": "/go_on", '
            '"entities": [{"type": "bot_command", "offset": 0, "length": 6}]}'
        )
        again = {"state": UpdateState.OPEN, "body": f'{{"update_id": {row.update_id}, "message": {message}}}'}
        await session.execute(update(Update).where(*ours).values(**again, not_before=clock.now()))

    async def dealt_with() -> bool:
        async with chat.db.read() as session:
            return (await session.scalars(select(Update).where(*ours))).one().state == UpdateState.DONE

    await eventually(dealt_with, "the same update, dealt with again")


async def test_the_command_typed_by_hand_shows_the_place_alone(citizen: Chat) -> None:
    await to_the_page(citizen)
    await citizen.says("/go_on")
    await citizen.sees("个人资料")
    await citizen.sees_none("已保存")


async def test_in_english_throughout(house: Living) -> None:
    chat = await Chat.open(house, name="Zhang San", language="en")
    try:
        await chat.says("/start")
        for button in ("Make a suggestion", "Industrial", "Other"):
            await chat.taps(button)
        await chat.says("The street lamp in the sample community is broken. Please mend it.")
        for button in ("Done", "I agree", "Resident", "Get the link"):
            await chat.taps(button)
        await chat.sees("personal data", "Name", "Work unit", "24 hours")
        page = await opened(await link_of(chat))
        assert '<html lang="en">' in page.text
        assert "Saved" in words(await filled(await link_of(chat), name="Zhang San"))
        await chat.receives("Your personal data have been saved", "attachments")
    finally:
        await chat.close()


async def test_the_page_leads_back_to_the_chat_and_is_styled(citizen: Chat, house: Living) -> None:
    await to_the_page(citizen)
    link = await gets_link(citizen)
    assert link.startswith(f"{house.console}/mine/")
    page, saved = await opened(link), await filled(link)
    assert f'href="{house.webchat}/"' in saved.text
    async with httpx.AsyncClient(base_url=house.console) as browser:
        for path in {part for part in page.text.split('"') if part.startswith("/mine/static/")}:
            sheet = await browser.get(path)
            assert (sheet.status_code, "immutable" in sheet.headers["cache-control"]) == (200, True)
    await citizen.receives("您的资料已保存")
