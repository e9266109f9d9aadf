"""Several drafts side by side: none is lost, each is found again, an old button leads to its own."""

from chat import Chat
from steps import SAID, draft_of, to_the_consent, to_the_preview, to_the_text

OTHER = "另外建议在示例村的水渠边加装护栏。"


async def begins_another(chat: Chat) -> None:
    await chat.says("/start")
    await chat.taps("另写一条")
    await chat.taps("绿色生态")
    await chat.taps("其他")


async def test_the_draft_found_again_says_what_it_is(citizen: Chat) -> None:
    await to_the_consent(citizen)
    await citizen.says("/start")
    await citizen.sees(
        "没写完的建议", "2024年人民建议专题征集", SAID[:10], "上次写到：个人信息说明", "年", "已写 12 字"
    )


async def test_one_of_several_is_picked_up(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    first = await draft_of(citizen)
    await begins_another(citizen)
    await citizen.says(OTHER)
    second = await draft_of(citizen)
    await citizen.says("/start")
    await citizen.sees(OTHER[:10])
    await citizen.taps("另外几条")
    await citizen.sees("2 条没写完的建议")
    await citizen.taps(SAID[:8])
    await citizen.sees("建议内容", "现在 12 字")
    assert (await draft_of(citizen)).id == first.id
    await citizen.says("再补一句。")
    assert (await draft_of(citizen)).text == f"{SAID}\n再补一句。"
    await citizen.says("/start")
    await citizen.taps("另外几条")
    await citizen.taps(OTHER[:8])
    draft = await draft_of(citizen)
    assert (draft.id, draft.text) == (second.id, OTHER)


async def test_an_old_button_goes_on_from_where_its_own_draft_is(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    old, first = await citizen.window(), await draft_of(citizen)
    await begins_another(citizen)
    await citizen.says(OTHER)
    second = await draft_of(citizen)
    await citizen.taps("完成", on=old)
    await citizen.sees("属于另一条没写完的建议", "建议内容", "现在 12 字")
    assert (await draft_of(citizen)).id == first.id
    await citizen.says("/start")
    await citizen.taps("另外几条")
    await citizen.taps(OTHER[:8])
    assert ((await draft_of(citizen)).id, (await draft_of(citizen)).text) == (second.id, OTHER)


async def test_a_slip_of_the_finger_throws_nothing_away(citizen: Chat) -> None:
    await to_the_preview(citizen)
    first = await draft_of(citizen)
    await citizen.says("/start")
    await citizen.taps("放弃这条")
    await citizen.sees("已放弃", "怎样的建议是好建议")
    await citizen.taps("恢复刚放弃的那条")
    await citizen.sees("已恢复", "请检查一遍", SAID, "张三")
    assert (await draft_of(citizen)).id == first.id


async def test_sending_one_leaves_the_other(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    first = await draft_of(citizen)
    await begins_another(citizen)
    for said in (OTHER, "完成", "同意", "市民", "张三", "13800001111", "无"):
        await citizen.says(said)
    await citizen.taps("发送")
    await citizen.sees("编号")
    await citizen.says("/start")
    await citizen.sees("没写完的建议", SAID[:10])
    await citizen.taps("接着写")
    assert (await draft_of(citizen)).id == first.id


async def test_one_attachment_is_taken_away_and_the_others_stay(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("改附件")
    await citizen.sends_files(("一.txt", b"1"), ("二.txt", b"2"), ("三.txt", b"3"))
    await citizen.sees("已收到 3 个", "现在共 3 个")
    await citizen.taps("去掉 二.txt")
    await citizen.sees("已收到 2 个", "一.txt", "三.txt")
    await citizen.sees_none("二.txt")
