"""What people do without thinking: tap twice, begin another and leave it, edit. Nothing is lost."""

from chat import Chat
from steps import SAID, draft_of, to_the_consent, to_the_preview, to_the_text

from backend.drafts.model import Step

OTHER = "另外建议在示例村的水渠边加装护栏。"


async def data_of(chat: Chat, label: str) -> str:
    """Return what a button of the newest window says."""
    window = await chat.window()
    return next(str(b["data"]) for row in window["buttons"] for b in row if label in b["text"])


async def test_words_that_end_in_what_nobody_sees_are_kept(citizen: Chat) -> None:
    await to_the_text(citizen)
    for said in ("要装电梯\u2060\u2060", "要修路\u00ad\u00ad\u00ad\u00ad", "شكرا\u200c\u200d"):
        await citizen.says(said)
    assert (await draft_of(citizen)).text.split("\n")[:2] == ["要装电梯", "要修路"]
    assert len((await draft_of(citizen)).texts) == 3


async def test_what_nobody_sees_is_not_said_to_be_kept(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.says("\u200b" * 25)
    await citizen.sees("怎样的建议是好建议")
    await citizen.sees_none("加到建议内容里")


async def test_a_text_deleted_by_two_taps_comes_back(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    window, data = await citizen.window(), await data_of(citizen, "全部删掉重写")
    for _ in range(2):
        await citizen.taps_data(window, data)
    await citizen.taps("恢复刚才的内容")
    assert (await draft_of(citizen)).text == SAID


async def test_another_one_left_blank_hides_no_unfinished_one(citizen: Chat) -> None:
    await to_the_consent(citizen)
    first = await draft_of(citizen)
    await citizen.says("/start")
    await citizen.taps("另写一条")
    await citizen.says("/start")
    await citizen.sees("没写完的建议", SAID[:10])
    await citizen.says("再补一句，路灯要亮。")
    draft = await draft_of(citizen)
    assert (draft.id, draft.text) == (first.id, f"{SAID}\n再补一句，路灯要亮。")


async def test_going_on_after_another_was_sent_leads_to_the_unfinished_one(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    await citizen.says("/start")
    await citizen.taps("另写一条")
    await citizen.taps("绿色生态")
    await citizen.taps("其他")
    for said in (OTHER, "完成", "同意", "市民", "张三", "13800001111", "无"):
        await citizen.says(said)
    await citizen.taps("发送")
    await citizen.says("/start")
    await citizen.taps("接着写")
    await citizen.sees("建议内容", "现在 12 字")


async def test_an_edit_in_another_draft_does_not_lead_there(citizen: Chat) -> None:
    await to_the_text(citizen)
    said = await citizen.says(SAID)
    first = await draft_of(citizen)
    await citizen.says("/start")
    await citizen.taps("另写一条")
    await citizen.taps("绿色生态")
    await citizen.edits(said, "改过了。")
    await citizen.sees("已按您编辑后的内容更新", "主题：绿色生态")
    assert (await draft_of(citizen)).id != first.id


async def test_words_under_a_photo_that_make_the_text_too_long_are_shown_there(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.sends_files(("说明.txt", b"1"), caption="长" * 1000)
    await citizen.sees("建议内容", "多了 13 字", "已把《说明.txt》放进附件")
    assert (await draft_of(citizen)).step == Step.TEXT


async def test_the_language_is_asked_for_a_hundred_times(citizen: Chat) -> None:
    await to_the_text(citizen)
    for _ in range(101):
        await citizen.says("/language")
    await citizen.taps("上一步")
    await citizen.sees("建议内容")
