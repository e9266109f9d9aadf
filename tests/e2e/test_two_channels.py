"""With a token, the same house also talks to Telegram: here a second chat server stands in for it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from chat import Chat
from living import Living, living

from jindianzi.servers import listen, serve
from webchat.app import build
from webchat.config import Settings

TOKEN = "777000777:a-token-for-tests-only"


@asynccontextmanager
async def elsewhere(folder: Path) -> AsyncIterator[str]:
    """Another chat server, which knows only our bot's token."""
    settings = Settings(
        tokens=(TOKEN,),
        database_url=f"sqlite+aiosqlite:///{folder / 'elsewhere.db'}",
        files_dir=folder / "elsewhere",
        key_file=folder / "elsewhere.key",
    )
    bound = listen("127.0.0.1", 0)
    started = asyncio.Event()
    serving = asyncio.create_task(serve(build(settings), bound, started))
    await started.wait()
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def sends_one(chat: Chat) -> str:
    await chat.says("/start")
    await chat.taps("开始提建议")
    await chat.taps("城乡融合")
    await chat.taps("其他")
    for said in (
        "示例村的水渠要清淤，建议每年春耕前做一次。",
        "完成",
        "同意",
        "市民",
        "李四",
        "13900002222",
        "无",
    ):
        await chat.says(said)
    await chat.taps("发送")
    number = await chat.number_shown()
    await chat.receives("已登记", number)
    return number


async def talk_in_both(house: Living, other: str) -> None:
    here, there = await Chat.open(house), await Chat.open(house, at=other)
    numbers = {await sends_one(here), await sends_one(there)}
    assert len(numbers) == 2
    await here.close()
    await there.close()


async def test_both_at_once_by_polling(tmp_path: Path) -> None:
    async with (
        elsewhere(tmp_path) as other,
        living(tmp_path / "house", BOT_TOKEN=TOKEN, telegram_api_url=other) as house,
    ):
        assert [channel.name for channel in house.channels] == ["webchat", "telegram"]
        await talk_in_both(house, other)


async def test_deliveries_where_there_is_a_public_address(tmp_path: Path) -> None:
    port = free_port()
    async with (
        elsewhere(tmp_path) as other,
        living(
            tmp_path / "house",
            BOT_TOKEN=TOKEN,
            telegram_api_url=other,
            public_url=f"http://127.0.0.1:{port}",
            console_port=port,
        ) as house,
    ):
        await talk_in_both(house, other)


async def test_the_telegram_token_may_lie_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text(TOKEN + "\n", "utf-8")
    monkeypatch.setenv("JINDIANZI_BOT_TOKEN_FILE", str(tmp_path / "token"))
    async with elsewhere(tmp_path) as other, living(tmp_path / "house", telegram_api_url=other) as house:
        chat = await Chat.open(house, at=other)
        await chat.says("/start")
        await chat.sees("人民建议")
        await chat.close()
