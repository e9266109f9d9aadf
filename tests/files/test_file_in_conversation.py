"""What the person reads when a file is sent, and what staff get of it."""

import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat import Chat
from clamd import VIRUS, Clamd, running
from hostile import SCRIPT, opening, pdf, picture, word_with
from living import Living, living
from sqlalchemy import select

from backend.drafts.model import Part
from backend.files.actions import recheck
from backend.files.model import StoredFile


@dataclasses.dataclass
class Guarded:
    house: Living
    clamd: Clamd


@pytest.fixture(scope="module")
async def guarded(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Guarded]:
    folder: Path = tmp_path_factory.mktemp("guarded")
    async with running() as clamd, living(folder, clamd_url=clamd.address) as house:
        yield Guarded(house, clamd)


@pytest.fixture
async def citizen(guarded: Guarded) -> AsyncIterator[Chat]:
    chat = await Chat.open(guarded.house)
    await chat.says("/start")
    await chat.taps("开始提建议")
    await chat.taps("产业发展")
    await chat.taps("其他")
    yield chat
    await chat.close()


async def names(chat: Chat) -> list[str | None]:
    async with chat.db.read() as session:
        found = await session.scalars(select(Part).where(Part.sha256.is_not(None)).order_by(Part.id))
        return [part.name for part in found]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("脚本.pdf", pdf(opening(SCRIPT)), "里面有脚本"),
        ("宏.docx", word_with({"word/vbaProject.bin": b"x"}), "里面有宏"),
        ("大图.png", picture("PNG", (60_000, 1_000), mode="1"), "超过 5000 万像素"),
        ("半张.png", picture("PNG")[:50], "文件打不开"),
        ("病毒.txt", VIRUS, "发现了病毒"),
    ],
)
async def test_a_refusal_names_the_file_and_the_reason(
    citizen: Chat, name: str, content: bytes, sentence: str
) -> None:
    before = await names(citizen)
    await citizen.sends_files((name, content))
    await citizen.sees(f"《{name}》", sentence)
    assert await names(citizen) == before


async def test_a_photo_of_a_newer_telephone_is_kept_as_jpg(citizen: Chat) -> None:
    await citizen.sends_files(("现场.heic", picture("HEIF")), ("网图.webp", picture("WEBP")))
    await citizen.sees("附件")
    assert (await names(citizen))[-2:] == ["现场.jpg", "网图.jpg"]


async def test_what_clamd_does_not_answer_for_is_kept_back(guarded: Guarded, citizen: Chat) -> None:
    guarded.clamd.says = "nonsense"
    await citizen.sends_files(("意见.txt", "一些意见".encode()))
    guarded.clamd.says = ""
    await citizen.sees("《意见.txt》", "病毒检查还在进行")
    house = guarded.house.house
    waiting = select(StoredFile.quarantine).where(StoredFile.quarantine.is_not(None))
    async with house.db.read() as session:
        assert list(await session.scalars(waiting)) == ["unchecked"]
    await recheck(house.db, house.store, clamd=guarded.clamd.address)
    async with house.db.read() as session:
        assert list(await session.scalars(waiting)) == []


async def test_a_large_file_says_how_far_it_is_and_the_line_goes_away(citizen: Chat) -> None:
    await citizen.sends_files(("大文件.txt", b"1" * 1_500_000))
    told = await citizen.events()
    lines = [body["text"] or "" for kind, body in told if kind in {"message", "edited"}]
    fetching = next(place for place, words in enumerate(lines) if "正在接收《大文件.txt》（1.5 MB）" in words)
    assert any("正在做安全检查" in words for words in lines[fetching:])
    assert not [m for m in await citizen.messages() if "正在" in (m["text"] or "")]
    await citizen.sees("《大文件.txt》")


async def test_an_album_is_acknowledged_with_its_count(citizen: Chat) -> None:
    before = len([name for name in await names(citizen) if name])
    await citizen.sends_files(
        *((f"{n}.png", picture("PNG", (8 + n, 8))) for n in range(3)), kind="photo", caption="三张现场照片"
    )
    await citizen.sees("共 3 个")
    assert len(await names(citizen)) == before + 3
