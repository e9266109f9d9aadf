"""Who is speaking: the note on personal data first, then the questions, or last time's answers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from campaign_files import EVERY_QUESTION, city, write
from chat import Chat
from databases import new_database_url
from living import Living, living
from sqlalchemy import select
from steps import SAID, draft_of, to_the_consent, to_the_name, to_the_preview

from backend.people.model import Consent
from backend.suggestions.model import Suggestion


@pytest.fixture(scope="module")
async def asking(tmp_path_factory: pytest.TempPathFactory, postgresql: str | None) -> AsyncIterator[Living]:
    """A house whose campaign asks everything a campaign can ask."""
    folder: Path = tmp_path_factory.mktemp("asking")
    url = await new_database_url(postgresql, folder) if postgresql else ""
    campaigns = write(folder / "campaigns", city(**EVERY_QUESTION))
    async with living(folder, database_url=url, campaigns_dir=campaigns) as running:
        yield running


@pytest.fixture
async def teacher(asking: Living) -> AsyncIterator[Chat]:
    chat = await Chat.open(asking, name="李四")
    yield chat
    await chat.close()


async def to_the_scope(chat: Chat) -> None:
    await chat.says("/start")
    await chat.taps("开始提建议")
    await chat.taps("产业发展")
    await chat.taps("其他")
    await chat.says(SAID)
    await chat.taps("完成")


async def answers_everything(chat: Chat) -> None:
    await to_the_scope(chat)
    await chat.sees("范围", "针对哪里")
    await chat.taps("针对本区")
    await chat.says("2")
    await chat.sees("个人信息说明", "本区的个人信息说明。")
    await chat.taps("同意，继续")
    await chat.taps("高校师生")
    await chat.sees("一般不少于 200 字", "姓名")
    for said in ("李四", "13800001111", "示例大学出版社", "示例大学", "示例区虚构路 1 号"):
        await chat.says(said)
    await chat.taps("跳过")


async def test_a_campaign_asks_everything_it_names(teacher: Chat) -> None:
    await answers_everything(teacher)
    await teacher.sees("范围：针对本区", "呈递单位：邻区信访办", "身份：高校师生", "工作单位：示例大学出版社")
    await teacher.sees("学校：示例大学", "联系地址：示例区虚构路 1 号", "个人信息说明办理")
    await teacher.taps("改学校")
    await teacher.says("示例学院")
    await teacher.sees("请检查一遍", "学校：示例学院")
    await teacher.taps("发送")
    await teacher.sees("最迟", "年", "月")
    async with teacher.db.read() as session:
        row = (await session.scalars(select(Suggestion))).one()
    assert (row.scope, row.receiving_unit, row.identity) == ("district", "there", "school")
    assert (row.school, row.consent) == ("示例学院", "city-2024/2024-1")


async def test_one_step_back_at_a_time_from_the_last_to_the_first(teacher: Chat) -> None:
    await to_the_scope(teacher)
    await teacher.taps("针对本区")
    await teacher.taps("示例区信访办")
    await teacher.taps("同意，继续")
    await teacher.taps("高校师生")
    for said in ("李四", "13800001111", "示例大学出版社", "示例大学", "示例区虚构路 1 号"):
        await teacher.says(said)
    for question in (
        "联系地址",
        "学校",
        "工作单位",
        "联系方式",
        "姓名",
        "身份",
        "个人信息说明",
        "呈递单位",
        "范围",
        "建议内容",
        "议题",
        "主题",
    ):
        await teacher.taps("上一步")
        await teacher.sees(f"步：{question}")
    assert "上一步" not in " ".join(await teacher.buttons())
    draft = await draft_of(teacher)
    assert (draft.address, draft.name, draft.text) == ("示例区虚构路 1 号", "李四", SAID)


async def test_a_wrongly_tapped_identity_with_a_smaller_limit_is_no_dead_end(teacher: Chat) -> None:
    await to_the_scope(teacher)
    await teacher.taps("上一步")
    await teacher.says("长" * 270)
    await teacher.taps("完成")
    for button in ("针对本区", "示例区信访办"):
        await teacher.taps(button)
    if any("同意" in button for button in await teacher.buttons()):
        await teacher.taps("同意，继续")
    await teacher.taps("高校师生")
    await teacher.sees("超过上限 250 字", "“高校师生”这个身份的上限")
    await teacher.taps("改身份")
    await teacher.taps("市民")
    await teacher.sees("建议内容", "已收到")
    await teacher.taps("完成")
    await teacher.sees("姓名")


async def test_where_a_long_text_is_refused_no_file_is_offered(teacher: Chat) -> None:
    await to_the_scope(teacher)
    await teacher.taps("上一步")
    await teacher.says("长" * 400)
    await teacher.sees("超过上限 300 字", "删短一些", "从头再写")
    await teacher.sees_none("转为附件")
    assert "转为附件" not in " ".join(await teacher.buttons())


async def test_without_consent_nothing_is_asked_and_the_words_stay(citizen: Chat) -> None:
    await to_the_consent(citizen)
    await citizen.taps("不同意")
    await citizen.sees("不会收集您的个人信息", "都留着", "个人信息说明")
    await citizen.says("13800001111")
    await citizen.sees("没有加进建议")
    draft = await draft_of(citizen)
    assert (draft.text, draft.name, draft.contact, draft.consent) == (SAID, None, None, None)
    await citizen.says("不同意")
    await citizen.says("同意")
    await citizen.sees("身份")


async def test_consent_is_kept_with_wording_and_time_and_not_asked_again(citizen: Chat) -> None:
    await to_the_preview(citizen)
    draft = await draft_of(citizen)
    async with citizen.db.read() as session:
        given = (await session.scalars(select(Consent).where(Consent.person_id == draft.person_id))).one()
    assert (given.wording, given.given_at) == ("standard-1", draft.consented_at)
    await citizen.taps("发送")
    await citizen.taps("再提一条")
    await to_the_consent(citizen)
    await citizen.sees("身份")


async def test_a_known_person_answers_everything_in_one_tap(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("发送")
    await to_the_consent(citizen)
    assert "↩️ 同上次：市民" in await citizen.buttons()
    await citizen.taps("个人资料都同上次")
    await citizen.sees("附件")
    draft = await draft_of(citizen)
    assert (draft.identity, draft.name, draft.contact) == ("resident", "张三", "+8613800001111")


async def test_or_one_answer_at_a_time(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("发送")
    await to_the_name(citizen)
    await citizen.taps("同上次：张三")
    await citizen.sees("联系方式")
    await citizen.says("zhangsan@example.com")
    draft = await draft_of(citizen)
    assert (draft.name, draft.contact) == ("张三", "zhangsan@example.com")


async def test_the_number_is_shared_by_the_chat_s_own_button(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("张三")
    await citizen.taps("发送我的手机号")
    keyboard = (await citizen.state())["keyboard"]
    assert keyboard["rows"][0][0]["request_contact"]
    await citizen.shares_contact("13800001111")
    assert (await draft_of(citizen)).contact == "+8613800001111"
    assert (await citizen.state())["keyboard"] is None
    await citizen.sees("附件")


async def test_the_button_goes_away_when_the_number_is_typed(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("张三")
    await citizen.taps("发送我的手机号")
    await citizen.says("023-12345678")
    assert (await citizen.state())["keyboard"] is None
    assert (await draft_of(citizen)).contact == "+862312345678"


async def test_a_student_is_asked_for_the_school_and_a_resident_is_not(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("改身份")
    await citizen.taps("学校师生")
    await citizen.sees("学校")
    await citizen.says("示例中学")
    await citizen.sees("请检查一遍", "身份：学校师生", "学校：示例中学")
    await citizen.taps("改身份")
    await citizen.says("市民")
    await citizen.sees("请检查一遍", "身份：市民")
