"""Answers nobody foresaw: a button's words typed, a number at the wrong place, a closed door."""

from chat import Chat
from steps import SAID, draft_of, to_the_consent, to_the_name, to_the_preview, to_the_text

from backend.campaigns import actions as campaigns
from backend.drafts.model import Step


async def test_one_s_number_at_the_wrong_place_is_not_kept(citizen: Chat) -> None:
    await to_the_consent(citizen)
    await citizen.says("我叫李小红，电话 13800138000")
    await citizen.sees("像是电话、邮箱等个人信息", "没有加进建议")
    await citizen.says("wangxiaoming@example.com is my mail")
    await citizen.sees("像是电话、邮箱等个人信息")
    assert (await draft_of(citizen)).text == SAID


async def test_back_may_be_typed(citizen: Chat) -> None:
    await to_the_consent(citizen)
    await citizen.says("上一步")
    await citizen.sees("步：建议内容")


async def test_other_may_be_typed(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.taps("开始提建议")
    await citizen.says("产业发展")
    await citizen.says("其他")
    assert (await draft_of(citizen)).topic == "other"


async def test_the_send_button_s_words_are_no_part_of_the_text(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.says("确认并发送")
    await citizen.sees("没有加进建议")
    assert (await draft_of(citizen)).text == SAID


async def test_a_file_that_stands_for_a_text_gives_it_back(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("长" * 1500)
    await citizen.taps("全文转为附件")
    await citizen.says("概要：建议修路，先修示例社区门口那一段。")
    for said in ("完成", "同意", "市民", "张三", "13800001111"):
        await citizen.says(said)
    await citizen.taps("去掉 建议全文.docx")
    draft = await draft_of(citizen)
    assert (len(draft.files), "长" * 1500 in draft.text, draft.step) == (0, True, Step.TEXT)
    await citizen.sees("多了")


async def test_where_nothing_can_be_sent_no_personal_data_are_taken(citizen: Chat) -> None:
    await to_the_name(citizen)
    await campaigns.stop(citizen.db, campaign="city-2024")
    try:
        await citizen.says("张三")
        await citizen.sees("已暂停接收新的建议")
    finally:
        await campaigns.resume(citizen.db, campaign="city-2024")
    assert (await draft_of(citizen)).name is None
    await citizen.says("张三")
    await citizen.sees("联系方式")


async def test_a_name_is_no_number_and_no_address(citizen: Chat) -> None:
    await to_the_name(citizen)
    for said in ("张三13800138000", "http://example.com", "zhangsan@example.com"):
        await citizen.says(said)
        await citizen.sees("请发姓名的文字")
    assert (await draft_of(citizen)).name is None
