"""A person's habits: back, change, resume, edit, another language; nothing said is lost."""

import asyncio

from chat import Chat
from sqlalchemy import func, select
from steps import (
    SAID,
    draft_of,
    picture,
    to_the_consent,
    to_the_files,
    to_the_name,
    to_the_preview,
    to_the_text,
)

from backend.drafts.model import Draft, Step
from backend.people.queries import in_chat
from backend.suggestions.model import Suggestion


async def test_an_edited_message_replaces_its_part(citizen: Chat) -> None:
    await to_the_text(citizen)
    first = await citizen.says("第一句。")
    await citizen.says("第二句。")
    await citizen.edits(first, "改过的第一句。")
    await citizen.sees("已按您编辑后的内容更新")
    assert (await draft_of(citizen)).text == "改过的第一句。\n第二句。"


async def test_an_edit_at_the_preview_is_shown_there(citizen: Chat) -> None:
    await to_the_text(citizen)
    first = await citizen.says("第一句。")
    for said in ("完成", "同意", "市民", "张三", "13800001111", "无"):
        await citizen.says(said)
    await citizen.edits(first, "改过了。")
    await citizen.sees("请检查一遍", "改过了。")


async def test_an_edit_of_what_is_no_part_says_so(citizen: Chat) -> None:
    greeting = await citizen.says("/start")
    await citizen.taps("开始提建议")
    await citizen.edits(greeting, "改一改")
    await citizen.sees("不是正在写的建议内容")


async def test_start_in_the_middle_offers_to_go_on(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("/start")
    await citizen.sees("没写完的建议", "留姓名", str(len(SAID)))
    await citizen.taps("接着写")
    await citizen.sees("姓名")
    assert (await draft_of(citizen)).text == SAID


async def test_another_one_keeps_the_first(citizen: Chat) -> None:
    await to_the_name(citizen)
    first = await draft_of(citizen)
    await citizen.says("/start")
    await citizen.taps("另写一条")
    await citizen.sees("主题")
    assert (await draft_of(citizen)).id != first.id
    async with citizen.db.read() as session:
        assert await session.scalar(select(Draft.state).where(Draft.id == first.id)) == "open"


async def test_words_instead_of_a_choice_are_kept(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("第一句。")
    await citizen.says("/cancel")
    await citizen.says("第二句话在这里。")
    assert (await draft_of(citizen)).text == "第一句。\n第二句话在这里。"


async def test_stray_words_can_be_taken_out(citizen: Chat) -> None:
    await to_the_files(citizen)
    await citizen.says("谢谢你们辛苦了")
    await citizen.taps("取出")
    await citizen.sees("已从建议内容里取出")
    assert (await draft_of(citizen)).text == SAID


async def test_a_theme_may_be_typed(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.taps("开始提建议")
    await citizen.says("区域协调")
    assert (await draft_of(citizen)).theme == "regional"


async def test_a_suggestion_typed_before_anything_is_kept(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.says("我建议在示例社区的菜市场门口划出非机动车停放区。")
    await citizen.sees("主题")
    assert "非机动车" in (await draft_of(citizen)).text


async def test_a_long_text_becomes_an_attachment(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("长" * 1500)
    await citizen.sees("多了 500 字")
    await citizen.taps("全文转为附件")
    await citizen.says("这是概要。")
    draft = await draft_of(citizen)
    assert (draft.text, [part.name for part in draft.files]) == ("这是概要。", ["建议全文.docx"])


async def test_a_changed_answer_comes_back_to_the_preview(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("改姓名")
    await citizen.says("李四")
    await citizen.sees("请检查一遍", "李四")
    await citizen.taps("改主题")
    await citizen.taps("绿色生态")
    await citizen.taps("其他")
    await citizen.sees("请检查一遍", "绿色生态", "李四")


async def test_sending_twice_makes_one(citizen: Chat) -> None:
    await to_the_preview(citizen)
    preview = await citizen.window()
    send = next(b["data"] for row in preview["buttons"] for b in row if "发送" in b["text"])
    await asyncio.gather(citizen.taps_data(preview, send), citizen.taps_data(preview, send))
    number = await citizen.number_shown()
    await citizen.taps_data(preview, send)
    assert await citizen.number_shown() == number
    async with citizen.db.read() as session:
        person = await in_chat(session, "webchat", citizen.id)
        assert person
        count = select(func.count()).select_from(Suggestion).where(Suggestion.person_id == person.id)
        assert await session.scalar(count) == 1


async def test_an_old_preview_never_sends_a_newer_draft(citizen: Chat) -> None:
    await to_the_preview(citizen)
    old = await citizen.window()
    send = next(b["data"] for row in old["buttons"] for b in row if "发送" in b["text"])
    await citizen.says("/start")
    await citizen.taps("放弃")
    await to_the_preview(citizen)
    await citizen.taps_data(old, send)
    assert (await draft_of(citizen)).step == Step.PREVIEW


async def test_the_language_changes_anywhere_and_loses_nothing(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("/language")
    await citizen.taps("English")
    await citizen.sees("Step 6 of 8")
    await citizen.says("/language")
    await citizen.says("Zhang San")
    await citizen.sees("Step 7 of 8")
    assert (await draft_of(citizen)).name == "Zhang San"


async def test_an_old_greeting_does_not_begin_another(citizen: Chat) -> None:
    await to_the_name(citizen)
    greeting = next(message for message in await citizen.messages() if not message["mine"])
    first = await draft_of(citizen)
    await citizen.taps_data(greeting, "Zz9old\x1dbegin")
    assert (await draft_of(citizen)).id == first.id


async def test_done_said_twice_is_nobodys_name(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("完成")
    await citizen.sees("姓名")
    assert (await draft_of(citizen)).name is None


async def test_after_sending_a_long_text_is_the_next_suggestion_and_thanks_are_thanks(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("发送")
    await citizen.says("谢谢")
    await citizen.sees("已经发送了")
    await citizen.says("我还建议在示例村的水渠边加装护栏，孩子们放学常从那里走。")
    await citizen.sees("主题")
    assert "护栏" in (await draft_of(citizen)).text


async def test_what_was_said_beside_a_file_that_is_not_taken_is_kept(citizen: Chat) -> None:
    await to_the_files(citizen)
    before = (await draft_of(citizen)).text
    await citizen.sends_files(("x.exe", b"MZ"), caption="东门也一样")
    await citizen.sees("只收这些格式", "附言的文字已经保存")
    draft = await draft_of(citizen)
    assert (draft.text, draft.files) == (f"{before}\n东门也一样", [])


async def test_a_caption_is_said_to_be_kept(citizen: Chat) -> None:
    await to_the_files(citizen)
    await citizen.sends_files(("照片.png", picture()), kind="photo", caption="路口的样子")
    await citizen.sees("已收到附件", "附言已加到建议内容里")


async def test_a_change_can_be_left_alone(citizen: Chat) -> None:
    await to_the_preview(citizen)
    for change in ("改主题", "改议题", "改内容", "改身份", "改姓名", "改联系方式", "改附件"):
        await citizen.taps(change)
        await citizen.taps("回到预览")
        await citizen.sees("请检查一遍", SAID, "张三")


async def test_deleted_text_comes_back(citizen: Chat) -> None:
    await to_the_consent(citizen)
    await citizen.taps("上一步")
    await citizen.taps("全部删掉重写")
    assert (await draft_of(citizen)).text == ""
    await citizen.taps("恢复刚才的内容")
    assert (await draft_of(citizen)).text == SAID


async def test_a_topic_may_be_typed_by_its_number(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.taps("开始提建议")
    await citizen.taps("超大城市治理")
    await citizen.says("17")
    assert ((await draft_of(citizen)).topic, (await draft_of(citizen)).text) == ("t17", "")


async def test_a_yes_or_a_name_at_the_wrong_place_is_no_part(citizen: Chat) -> None:
    await to_the_preview(citizen)
    for said in ("发送", "李小红", "13800138000", "嗯"):
        await citizen.says(said)
        await citizen.sees("没有加进建议")
    assert (await draft_of(citizen)).text == SAID


async def test_a_contact_is_said_to_be_needed(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("张三")
    await citizen.says("电话我不想留")
    await citizen.sees("需要留一个联系方式")
