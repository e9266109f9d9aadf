"""Files that came with a reply: listed under "my suggestions", sent on a tap, to their author alone."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from chat import Chat
from databases import new_database_url
from living import Living, living
from sqlalchemy import select, update
from steps import to_the_preview

from backend.files import actions as files
from backend.files.model import Quarantine, StoredFile
from backend.handling import actions as handling
from backend.handling import queries as units
from backend.replies import actions as replies
from backend.replies import drafting
from backend.replies.drafting import Words
from backend.replies.model import ReplyFile
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
CONTENT = "加装方案：东门一处。".encode()


@pytest.fixture
async def neighbour(house: Living) -> AsyncIterator[Chat]:
    chat = await Chat.open(house, name="李四")
    yield chat
    await chat.close()


async def sends_one(chat: Chat) -> str:
    await to_the_preview(chat)
    await chat.taps("发送")
    return await chat.number_shown()


async def is_answered(house: Living, number: str, *, content: bytes = CONTENT) -> int:
    """Answer a suggestion with one file; return the file's row."""
    db, whose = house.house.db, {"number": number, "sight": OFFICE, "staff_id": 1}
    async with db.read() as session:
        unit = (await units.units(session))[1]
    await handling.forward(db, number=number, unit_id=unit.id, staff_id=1)
    sha256 = await files.keep(db, house.house.store, content=content, media_type="text/plain")
    await drafting.attach(db, sha256=sha256, name="加装方案.txt", **whose)
    await replies.send(db, words=Words("adopted", "已安排加装。", ""), **whose)
    async with db.read() as session:
        mine = select(ReplyFile.id).join(Suggestion, Suggestion.id == ReplyFile.suggestion_id)
        return (await session.scalars(mine.where(Suggestion.number == number))).one()


async def shown(chat: Chat, number: str) -> dict[str, Any]:
    """Open the suggestion once its reply has been told; return the window."""
    await chat.receives("已安排加装。", number)
    await chat.says("/mine")
    await chat.taps(number)
    return await chat.sees(number, "附件 1 个")


async def documents(chat: Chat) -> list[dict[str, Any]]:
    return [message["file"] for message in await chat.messages() if message["file"] and not message["mine"]]


async def test_the_push_tells_of_them_and_a_tap_sends_one(house: Living, citizen: Chat) -> None:
    number = await sends_one(citizen)
    await is_answered(house, number)
    await citizen.receives("已安排加装。", "还有 1 个附件", "/mine")
    await shown(citizen, number)
    await citizen.taps("加装方案.txt")
    await citizen.sees("《加装方案.txt》已发在上面", number)
    (document,) = await documents(citizen)
    assert document["name"] == "加装方案.txt"
    await citizen.taps("加装方案.txt")
    assert len(await documents(citizen)) == 2


async def test_the_page_offers_the_file_to_be_saved(house: Living, citizen: Chat) -> None:
    number = await sends_one(citizen)
    await is_answered(house, number)
    await shown(citizen, number)
    await citizen.taps("加装方案.txt")
    (document,) = await documents(citizen)
    got = await citizen.http.get(f"/api/chats/{citizen.id}/files/{document['id']}")
    assert got.content == CONTENT
    assert "attachment" in got.headers["content-disposition"]


async def test_nobody_else_is_given_them(house: Living, citizen: Chat, neighbour: Chat) -> None:
    number, theirs = await sends_one(citizen), await sends_one(neighbour)
    file_id = await is_answered(house, number)
    own_id = await is_answered(house, theirs)
    window = await shown(neighbour, theirs)
    button = next(b for row in window["buttons"] for b in row if "加装方案" in b["text"])
    assert button["data"].endswith(f".{own_id}")
    forged = button["data"].replace(f"{theirs}.{own_id}", f"{number}.{file_id}")
    await neighbour.taps_data(window, forged)
    assert await documents(neighbour) == []


async def test_what_is_not_known_to_be_clean_waits(house: Living, citizen: Chat) -> None:
    number = await sends_one(citizen)
    await is_answered(house, number, content=b"not yet looked at")
    async with house.house.db.begin() as session:
        theirs = select(ReplyFile.sha256).join(Suggestion, Suggestion.id == ReplyFile.suggestion_id)
        waiting = update(StoredFile).where(StoredFile.sha256.in_(theirs.where(Suggestion.number == number)))
        await session.execute(waiting.values(quarantine=Quarantine.UNCHECKED))
    await shown(citizen, number)
    await citizen.taps("加装方案.txt")
    await citizen.sees("还在做病毒检查")
    assert await documents(citizen) == []


async def test_the_button_outlives_a_restart(tmp_path: Path, postgresql: str | None) -> None:
    url = await new_database_url(postgresql, tmp_path) if postgresql else ""
    async with living(tmp_path, database_url=url) as before:
        chat = await Chat.open(before)
        number = await sends_one(chat)
        await is_answered(before, number)
        window = await shown(chat, number)
    async with living(tmp_path, database_url=url) as after:
        chat.db, chat.http.base_url = after.house.db, after.webchat
        await chat.taps("加装方案.txt", on=window)
        await chat.receives("《加装方案.txt》已发在上面", number)
        assert len(await documents(chat)) == 1
    await chat.close()
