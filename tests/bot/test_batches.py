"""An officer hands in many at once: by one message, by a sheet; a citizen is led into the usual dialog."""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from chat import Chat, eventually
from living import Living
from officers_house import in_office
from openpyxl import Workbook, load_workbook
from sqlalchemy import select, update
from steps import draft_of, picture, to_the_name

from backend import clock
from backend.officers.model import Officer
from backend.people.queries import in_chat
from backend.proxy.model import Entry
from backend.suggestions.model import Attachment, Suggestion

FORM = "主题: 绿色生态\n姓名: {}\n电话: 无\n建议: {}"
SHADE = "在示例社区的公交站加装遮阳棚，夏天太晒。"
WATER = "给老年活动室配一台饮水机，冬天喝上热水。"


@pytest.fixture
async def officer(house: Living) -> AsyncIterator[Chat]:
    chat = await Chat.open(house, name="李四")
    await chat.says("/start")
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
    assert person
    await in_office(chat.db, person)
    yield chat
    await chat.close()


async def entered(chat: Chat) -> list[Suggestion]:
    """What this officer has entered, in order."""
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
        assert person
        mine = select(Suggestion).join(Entry, Entry.draft_id == Suggestion.draft_id)
        mine = mine.where(Entry.officer_id == Suggestion.officer_id).order_by(Suggestion.id)
        found = await session.scalars(mine)
        return [one for one in found if await _is_of(chat, one)]


async def _is_of(chat: Chat, one: Suggestion) -> bool:
    return any(one.number in (message["text"] or "") for message in await chat.messages())


async def newest(chat: Chat) -> str:
    """Everything the bot said after the person's newest message."""
    said: list[str] = []
    for message in reversed(await chat.messages()):
        if message["mine"]:
            break
        said.insert(0, message["text"] or "")
    return "\n".join(said)


async def document(chat: Chat, name: str) -> bytes:
    async def found() -> dict[str, Any] | None:
        sent = [m["file"] for m in await chat.messages() if not m["mine"] and m.get("file")]
        return next((file for file in reversed(sent) if name in (file["name"] or "")), None)

    file = await eventually(found, f"a document named {name}")
    return (await chat.http.get(f"/api/chats/{chat.id}/files/{file['id']}")).content


async def test_what_is_right_goes_in_and_what_is_wrong_comes_back_to_be_mended(officer: Chat) -> None:
    wrong = FORM.format("王五", WATER).replace("绿色生态", "天文地理")
    sent = await officer.says(f"{FORM.format('张三', SHADE)}\n\n{wrong}")
    told = await newest(officer)
    assert "收下 1 件" in told
    assert "第 2 件没有收：没有“天文地理”这个主题" in told
    assert wrong in told
    (first,) = await entered(officer)
    assert (first.name, first.text) == ("张三", SHADE)
    assert f"张三 编号 {first.number} 查询码" in told
    await officer.edits(sent, f"{FORM.format('张三', SHADE)}\n\n{FORM.format('王五', WATER)}")
    told = await newest(officer)
    assert "收下 1 件" in told
    assert "有 1 件以前就收下了" in told
    assert "已经收下的不会因为修改而变" in told
    assert [one.name for one in await entered(officer)] == ["张三", "王五"]


async def test_the_same_message_again_changes_nothing_in_whatever_window(officer: Chat) -> None:
    await to_the_name(officer)
    for _ in range(2):
        await officer.says(FORM.format("张三", SHADE))
    assert "没有重复登记" in await newest(officer)
    assert len(await entered(officer)) == 1
    assert (await draft_of(officer)).name is None  # the officer's own draft goes on as it was
    await officer.says("李四")
    assert (await draft_of(officer)).name == "李四"


async def test_the_empty_form_names_the_themes(officer: Chat) -> None:
    await officer.says("/form")
    told = await newest(officer)
    assert "1 产业发展" in told
    assert "主题：" in told
    assert "建议：" in told


async def test_a_theme_nearly_spelt_is_understood_and_said(officer: Chat) -> None:
    await officer.says(FORM.format("张三", SHADE).replace("绿色生态", "绿色生太"))
    assert "按“绿色生态”理解" in await newest(officer)


async def test_a_citizen_is_led_into_the_dialog_with_the_words_kept(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.says(FORM.format("张三", SHADE))
    await citizen.sees("这种写法是信息员代别人提建议用的", "已经保存")
    draft = await draft_of(citizen)
    assert (draft.text, draft.name) == (SHADE, None)
    for command in ("/form", "/sheet", "/paper"):
        await citizen.says(command)
        await citizen.sees("您现在不是信息员")


async def test_photos_go_with_the_form_in_their_caption(officer: Chat) -> None:
    photos = [(f"{n}.png", picture()) for n in range(3)]
    await officer.sends_files(*photos, kind="photo", caption=FORM.format("张三", SHADE))
    (one,) = await entered(officer)
    async with officer.db.read() as session:
        there = await session.scalars(select(Attachment).where(Attachment.suggestion_id == one.id))
        assert len(list(there)) == 3
    assert f"照片已加到 {one.number}" in await newest(officer)


async def test_photos_of_a_refused_form_are_not_kept_for_somebody_else(officer: Chat) -> None:
    await to_the_name(officer)
    photos = [(f"{n}.png", picture()) for n in range(2)]
    await officer.sends_files(*photos, kind="photo", caption=FORM.format("", SHADE))
    told = await newest(officer)
    assert "第 1 件没有收：请发姓名的文字" in told
    assert "这张照片也没有留" in told
    assert (await entered(officer), (await draft_of(officer)).files) == ([], [])


async def test_two_people_cannot_share_a_photo(officer: Chat) -> None:
    both = f"{FORM.format('张三', SHADE)}\n---\n{FORM.format('王五', WATER)}"
    await officer.sends_files(("1.png", picture()), kind="photo", caption=both)
    assert "不知道照片是谁的" in await newest(officer)
    assert await entered(officer) == []


async def test_a_sheet_goes_there_and_back(officer: Chat) -> None:
    await officer.says("/sheet")
    book = load_workbook(io.BytesIO(await document(officer, "建议登记表")))
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    for number in range(3, 33):
        theme = "天文地理" if number == 5 else "绿色生态"
        for head, words in (("主题", theme), ("姓名", f"张三{number}"), ("建议", f"{SHADE}{number}")):
            page.cell(number, heads.index(head) + 1).value = words
    filled = io.BytesIO()
    book.save(filled)
    for known in ("收下 29 件", "有 29 件以前就收下了"):
        await officer.sends_files(("填好.xlsx", filled.getvalue()))
        told = await newest(officer)
        assert known in told
        assert "1 件没有收" in told
    back = load_workbook(io.BytesIO(await document(officer, "没收的行"))).worksheets[0]
    assert "没有“天文地理”这个主题" in "".join(str(cell.value) for cell in back[2])
    numbers = load_workbook(io.BytesIO(await document(officer, "编号和查询码"))).worksheets[0]
    assert numbers.max_row == 30
    assert all(cell.value for cell in numbers[2][:4])


async def test_a_file_that_is_no_sheet_is_refused_with_what_to_do(officer: Chat) -> None:
    await officer.sends_files(("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600))
    assert "这个表格没有收。这是旧格式" in await newest(officer)
    book = Workbook()
    book.worksheets[0].append(["甲", "乙"])
    made = io.BytesIO()
    book.save(made)
    await officer.sends_files(("别的.xlsx", made.getvalue()))
    assert "缺少“主题”一列" in await newest(officer)


async def test_progress_is_told_in_one_message_that_goes_away(
    officer: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.batches.sheets.EVERY", 2)
    lines = ["主题,姓名,建议", *(f"绿色生态,张三,{WATER}{number}" for number in range(5))]
    await officer.sends_files(("表.csv", "\n".join(lines).encode("gb18030")))
    shown = [data["text"] or "" for kind, data in await officer.events() if kind in {"message", "edited"}]
    assert [words for words in shown if "2 / 5 行" in words]
    assert [words for words in shown if "4 / 5 行" in words]
    assert "正在登记" not in await newest(officer)
    assert "收下 5 件" in await newest(officer)


async def test_progress_that_cannot_be_told_stops_nothing(
    officer: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.batches.sheets.EVERY", 1)
    monkeypatch.setattr("bot.batches.sheets._progress", lambda *_: "正在登记")  # unmodified: refused
    lines = ["主题,姓名,建议", *(f"绿色生态,张三,{WATER}{number}" for number in range(3))]
    await officer.sends_files(("表.csv", "\n".join(lines).encode()))
    assert "收下 3 件" in await newest(officer)


async def test_a_slip_is_given_of_what_was_entered_under_an_earlier_appointment(officer: Chat) -> None:
    await officer.says(FORM.format("张三", SHADE))
    (one,) = await entered(officer)
    async with officer.db.begin() as session:
        person = await in_chat(session, "webchat", officer.id)
        assert person
        mine = update(Officer).where(Officer.person_id == person.id)
        await session.execute(mine.values(ended_at=clock.now()))
    await in_office(officer.db, person)
    await officer.says("/entries")
    await officer.taps(one.number)
    await officer.taps("打印")
    assert await document(officer, f"{one.number}.pdf")
