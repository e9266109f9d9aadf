"""What was acknowledged is there again: after a restart, after a kill."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
from webchat_driver import KEY, TOKEN, BotSide, PersonSide, new_person, running

ROOT = Path(__file__).parents[2]
CLIENTS_KEEP = 6
"""Seconds, a little more than many HTTP clients keep an idle connection."""
SECRET_TEXT = "一条不该明文落盘的建议"


def client(address: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=address, timeout=20, trust_env=False)


async def test_everything_is_found_again_after_a_restart(tmp_path: Path):
    with running(tmp_path) as address:
        async with client(address) as http:
            bot, person = BotSide(http, TOKEN), await new_person(http)
            await bot.ok("setMyCommands", commands=[{"command": "start", "description": "Begin"}])
            await person.says(SECRET_TEXT)
            sent = (await person.sends(("a.txt", SECRET_TEXT.encode()))).json()["messages"][0]
            buttons = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}
            question = await bot.says(person.chat, reply_markup=buttons)
            await bot.says(person.chat, reply_markup={"keyboard": [["one"]]})
            tapped = (await person.taps(question["message_id"], data="x")).json()
            before, updates = await person.sees(), await bot.updates()
    with running(tmp_path) as address:
        async with client(address) as http:
            bot, person = BotSide(http, TOKEN), PersonSide(http, person.chat, person.key)
            assert await person.sees() == before
            assert await bot.updates() == updates
            assert (await person.ask("GET", f"/files/{sent['file']['id']}")).content == SECRET_TEXT.encode()
            assert await bot.ok("answerCallbackQuery", callback_query_id=tapped["callback_id"]) is True
            later = await person.says("later")
            assert later["id"] > before["messages"][-1]["id"]
            assert (await bot.updates())[-1]["update_id"] == updates[-1]["update_id"] + 1


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_nothing_readable_lies_on_the_disk(tmp_path: Path):
    with running(tmp_path) as address:
        async with client(address) as http:
            bot, person = BotSide(http, TOKEN), await new_person(http, name="不该明文的名字")
            await person.says(SECRET_TEXT)
            await person.sends((f"{SECRET_TEXT}.txt", SECRET_TEXT.encode()))
            await bot.says(person.chat, SECRET_TEXT)
            await bot.ok("setWebhook", url="https://hook.invalid/", secret_token="hook-secret")
    stored = everything_in(tmp_path)
    for secret in (SECRET_TEXT, "不该明文的名字", person.key, TOKEN, "hook-secret"):
        assert secret.encode() not in stored
        assert secret.encode("unicode_escape") not in stored


class Process:
    """The server alone, as its users start it."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = os.environ | {
            "JINDIANZI_WEBCHAT_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'db.sqlite'}",
            "JINDIANZI_WEBCHAT_FILES_DIR": str(folder / "files"),
            "JINDIANZI_WEBCHAT_KEY": KEY,
            "JINDIANZI_WEBCHAT_TOKENS": TOKEN,
            "JINDIANZI_WEBCHAT_PORT": str(self.port),
            "JINDIANZI_WEBCHAT_MESSAGES_PER_MINUTE": "0",
        }
        self.log = (folder / "log").open("ab")

    async def start(self, http: httpx.AsyncClient) -> None:
        self.running = subprocess.Popen(  # noqa: ASYNC220 - it returns at once
            [sys.executable, "-m", "webchat"],
            cwd=ROOT,
            env=self.environment,
            stdout=self.log,
            stderr=self.log,
        )
        for _ in range(600):
            assert self.running.poll() is None, "the server ended"
            try:
                if (await http.get("/healthz")).status_code == 200:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.05)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        self.running.send_signal(signal.SIGKILL)
        self.running.wait()


async def keep_talking(say: Any, said: list[str], name: str) -> None:
    """Until the connection breaks; `said` holds what was acknowledged."""
    number = 0
    while True:
        text = f"{name} {number}"
        try:
            await say(text)
        except httpx.TransportError:
            return
        said.append(text)
        number += 1


async def test_kills_lose_nothing_and_double_nothing(tmp_path: Path):
    process = Process(tmp_path)
    async with client(process.address) as http:
        await process.start(http)
        bot, person = BotSide(http, TOKEN), await new_person(http)
        told, sent = [], []
        for turn in range(3):
            talk = [
                asyncio.create_task(keep_talking(person.says, told, f"person {turn}")),
                asyncio.create_task(
                    keep_talking(lambda text: bot.says(person.chat, text), sent, f"bot {turn}")
                ),
            ]
            wanted = len(told) + 5
            while len(told) < wanted:  # noqa: ASYNC110 - a plain count, no event to wait for
                await asyncio.sleep(0.01)
            process.kill()
            await asyncio.gather(*talk)
            await process.start(http)
        shown = [message["text"] for message in (await person.sees(limit=200))["messages"]]
        heard = [update["message"]["text"] for update in await bot.updates()]
        process.kill()
    for text in told + sent:
        assert shown.count(text) == 1
    for text in told:
        assert heard.count(text) == 1
    assert len(shown) == len(set(shown))
    assert sorted(heard) == sorted(text for text in shown if text.startswith("person"))
    log = (tmp_path / "log").read_text()
    for secret in (TOKEN, "first", person.key, "张三", "person 0"):
        assert secret not in log


async def test_a_connection_is_kept_longer_than_clients_keep_theirs(tmp_path: Path):
    """Else a bot's request may meet a connection that is just being closed, and be lost."""
    process = Process(tmp_path)
    async with client(process.address) as http:
        await process.start(http)
    reader, writer = await asyncio.open_connection("127.0.0.1", process.port)
    for pause in (0, CLIENTS_KEEP):
        await asyncio.sleep(pause)
        writer.write(f"GET /bot{TOKEN}/getMe HTTP/1.1\r\nHost: chat.test\r\n\r\n".encode())
        assert await reader.readline() == b"HTTP/1.1 200 OK\r\n"
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        await reader.readexactly(int(head.partition("content-length: ")[2].split()[0]))
    writer.close()
    process.kill()
