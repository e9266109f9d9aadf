"""A photographed letter becomes a draft for its writer; what a machine reads in it is never sent unread."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from chat import Chat
from living import Living, living
from officers_house import in_office
from PIL import Image, ImageDraw, ImageFont
from sqlalchemy import select
from steps import draft_of, picture

from backend.db import Database
from backend.drafts.model import Draft, Step
from backend.people.queries import in_chat
from backend.proxy.model import Entry
from backend.recognition import reading
from backend.suggestions.model import Attachment, Suggestion

SAID = "示例社区公交站加装遮阳棚"


@pytest.fixture(scope="module")
async def reads(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Living]:
    """A house that reads photos, with patience for the machine that tests run on."""
    patient = pytest.MonkeyPatch()
    patient.setattr(reading, "RULES", replace(reading.RULES, seconds=120, cpu_seconds=120))
    folder: Path = tmp_path_factory.mktemp("reads")
    async with living(folder, text_recognition=True) as house:
        yield house
    patient.undo()


async def in_her_chat(house: Living) -> Chat:
    chat = await Chat.open(house, name="李四")
    await chat.says("/start")
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
    assert person
    await in_office(chat.db, person)
    return chat


@pytest.fixture
async def officer(house: Living) -> AsyncIterator[Chat]:
    chat = await in_her_chat(house)
    yield chat
    await chat.close()


@pytest.fixture
async def reader(reads: Living) -> AsyncIterator[Chat]:
    chat = await in_her_chat(reads)
    yield chat
    await chat.close()


def letter() -> bytes:
    font = ImageFont.truetype(str(files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf"), 40)
    page = Image.new("RGB", (720, 130), "white")
    ImageDraw.Draw(page).text((30, 30), SAID, font=font, fill="black")
    made = io.BytesIO()
    page.save(made, "PNG")
    return made.getvalue()


async def entry_of(db: Database, draft: Draft) -> Any:
    async with db.read() as session:
        return await session.scalar(select(Entry).where(Entry.draft_id == draft.id))


async def test_a_letter_becomes_a_draft_for_its_writer_with_the_photo_attached(officer: Chat) -> None:
    await officer.says("/paper")
    await officer.sees("代录 · 第1位", "拍清楚发来", "本人同意")
    await officer.sends_files(("信.png", picture()), kind="photo")
    draft = await draft_of(officer)
    entry = await entry_of(officer.db, draft)
    assert draft.subject_id not in {None, draft.person_id}
    assert (entry.way, entry.once, draft.consent) == ("paper", None, None)
    assert (len(draft.files), draft.papers, draft.proposed, draft.step) == (1, [], [], Step.CONSENT)


async def test_who_signed_the_letter_has_agreed_on_paper_and_it_is_sent_as_theirs(officer: Chat) -> None:
    await officer.says("/officer")
    await officer.taps("纸质来信")
    await officer.taps("书面签字")
    await officer.sees("先把信或登记表拍照发来")
    await officer.sends_files(("信.png", picture()), kind="photo")
    await officer.taps("书面签字")
    await says_who(officer)
    await officer.taps("绿色生态")
    await officer.taps("其他")
    await officer.says(SAID)
    await officer.taps("完成")
    await officer.taps("附件齐了")
    await officer.taps("确认并发送")
    await officer.sees("代张三录入", "编号", "查询码")
    draft = await last_draft(officer)
    assert (await entry_of(officer.db, draft)).consent_form == "paper"
    async with officer.db.read() as session:
        sent = await session.scalar(select(Suggestion).where(Suggestion.draft_id == draft.id))
        assert sent
        attached = (
            await session.scalars(select(Attachment).where(Attachment.suggestion_id == sent.id))
        ).all()
    assert (sent.person_id, sent.name, len(attached)) == (draft.subject_id, "张三", 1)
    assert sent.officer_id


async def says_who(chat: Chat) -> None:
    await chat.taps("市民")
    await chat.says("张三")
    await chat.taps("没有电话")


async def last_draft(chat: Chat) -> Draft:
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
        assert person
        mine = select(Draft).where(Draft.person_id == person.id).order_by(Draft.id.desc())
        return (await session.scalars(mine.limit(1))).one()


async def proposed_to(reader: Chat) -> dict[str, Any]:
    await reader.says("/paper")
    await reader.sends_files(("信.png", letter()), kind="photo")
    return await reader.sees("机器认的字，可能有错，还没有写进建议")


async def test_what_was_read_is_proposed_and_not_sent_unread(reader: Chat) -> None:
    await proposed_to(reader)
    draft = await draft_of(reader)
    assert (draft.text, len(draft.proposed), len(draft.files)) == ("", 1, 1)
    await reader.taps("用这段")
    await reader.sees("请对照原件", "建议内容")
    draft = await draft_of(reader)
    assert len(set(draft.text) & set(SAID)) >= 9
    assert (draft.text_closed, draft.step) == (False, Step.TEXT)
    await to_the_preview(reader)
    await reader.sees("这里面有机器认的字")
    assert not [words for words in await reader.buttons() if "确认并发送" in words]
    await reader.taps_data(await reader.window(), await sending(reader, draft.id))
    assert (await draft_of(reader)).id == draft.id  # not even an old button sends it
    await reader.taps("已对照原件看过")
    assert [words for words in await reader.buttons() if "确认并发送" in words]
    await reader.taps("确认并发送")
    await reader.sees("编号", "查询码")
    async with reader.db.read() as session:
        sent = await session.scalar(select(Suggestion).where(Suggestion.draft_id == draft.id))
    assert sent
    assert (sent.text, sent.person_id) == (draft.text, draft.subject_id)


async def sending(reader: Chat, draft_id: int) -> str:
    window = await reader.window()
    (read,) = [b["data"] for row in window["buttons"] for b in row if "已对照" in b["text"]]
    return str(read).replace("read:", "send:")


async def to_the_preview(reader: Chat) -> None:
    """Answer all the rest, as the officer does."""
    await reader.taps("完成")
    await reader.taps("当面口头同意")
    await says_who(reader)
    await reader.taps("绿色生态")
    await reader.taps("其他")
    await reader.taps("附件齐了")


async def test_it_may_be_written_by_hand_and_a_second_tap_says_so(reader: Chat) -> None:
    window = await proposed_to(reader)
    await reader.taps("我自己写", on=window)
    await reader.sees("请照着原件写")
    await reader.taps("用这段", on=window)
    await reader.sees("已经处理过")
    draft = await draft_of(reader)
    assert (draft.text, draft.proposed) == ("", [])


async def test_a_corrected_text_needs_no_confirmation(reader: Chat) -> None:
    await proposed_to(reader)
    await reader.taps("用这段")
    await reader.taps("全部删掉重写")
    await reader.says("在示例社区公交站加装遮阳棚，共三处。")
    assert (await draft_of(reader)).unread == []
    await to_the_preview(reader)
    assert [words for words in await reader.buttons() if "确认并发送" in words]


async def test_a_photo_of_nothing_is_kept_and_one_s_own_photos_are_not_read(reader: Chat) -> None:
    await reader.says("/start")
    await reader.taps("开始提建议")
    await reader.sends_files(("信.png", letter()), kind="photo")
    assert (await draft_of(reader)).proposed == []
    await reader.says("/paper")
    await reader.sends_files(("白纸.png", picture()), kind="photo")
    assert "没有认出文字" in "".join(m["text"] or "" for m in await reader.messages())
