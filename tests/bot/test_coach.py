"""The writing coach: each hint explained, none of them a gate."""

import io

import pytest
from chat import Chat
from docx import Document
from living import Living
from steps import draft_of, to_the_text

from backend.campaigns.parts import Length
from backend.drafts import coach
from backend.files.actions import fetch

WHOLE = "示例社区门口没有信号灯，早晚高峰老人过街难。建议加装一处过街信号灯，先做临时的。"

HINTS = {
    "修路": {"hint-title", "hint-no-proposal"},
    "建议修好示例社区门口通往公交站的那条小路方便老人出行": {"hint-one-sentence"},
    "示例社区的路灯坏了。晚上看不见路。老人不敢出门。": {"hint-no-proposal"},
    "建议修路灯。路太黑了。另外，菜市场也该管一管。": {"hint-several-matters"},
    "建议如下。\n1. 修路灯。\n2. 修水渠。\n3. 通公交。": {"hint-several-matters"},
    WHOLE: set(),
}


@pytest.mark.parametrize("text", HINTS)
def test_hints(text: str) -> None:
    assert {hint.key for hint in coach.hints(text, Length(maximum=1000))} == HINTS[text]


def test_a_soft_minimum_is_told_with_its_numbers() -> None:
    told = coach.hints(WHOLE, Length(maximum=1000, minimum_soft=800))
    assert [(hint.key, hint.blanks["minimum"]) for hint in told] == [("hint-short", "800")]


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [("我要举报示例公司行贿。", True), ("老板拖欠工资三个月，给我解决。", True), (WHOLE, False)],
)
def test_what_is_no_suggestion(text: str, elsewhere: bool) -> None:  # noqa: FBT001 - a column of the table
    assert coach.reads_like_something_else(text) is elsewhere


async def test_a_hint_stands_above_the_next_question_and_never_blocks(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("修路")
    await citizen.says("完成")
    await citizen.sees("像一个标题", "姓名")
    await citizen.taps("上一步")
    await citizen.says("建议把示例社区门口的路修平。雨天积水，老人容易滑倒。")
    await citizen.taps("完成")
    await citizen.sees("姓名")
    await citizen.sees_none("💡")


async def test_a_claim_is_shown_where_it_goes_and_may_be_sent_all_the_same(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("我要举报示例公司乱倒垃圾。建议加强巡查。")
    await citizen.says("完成")
    await citizen.sees("求决、申诉、检举", "网上投诉", "仍然可以作为建议", "姓名")


async def test_the_whole_text_becomes_a_word_file(house: Living, citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("第一段。" * 200)
    await citizen.says("第二段。" * 200)
    await citizen.taps("全文转为附件")
    await citizen.sees("建议全文.docx", "概要")
    part = (await draft_of(citizen)).files[0]
    document = Document(io.BytesIO(await fetch(house.house.store, part.sha256)))
    assert [p.text for p in document.paragraphs] == ["建议全文", "第一段。" * 200, "第二段。" * 200]
