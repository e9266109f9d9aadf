"""The running program as a process that can be killed and started again on the same state."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from backend.db import Database, connect
from backend.secret import read_or_make

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_SECONDS = 120.0
LOOK_EVERY = 0.02


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Starter:
    """One process that has imported everything, and forks the program off itself."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin
        assert process.stdout
        self.process, self._orders, self._answers = process, process.stdin, process.stdout

    async def order(self, words: str) -> int:
        self._orders.write(f"{words}\n".encode())
        await self._orders.drain()
        return int(await self._answers.readline())


@dataclass
class Program:
    """`python -m jindianzi demo`, with its state in `folder`; the ports stay the same from start to start."""

    folder: Path
    starter: Starter
    settings: dict[str, str]
    pid: int = 0
    starts: int = 0
    _logs: list[Path] = field(default_factory=list)

    @property
    def state(self) -> Path:
        return self.folder / "state"

    @property
    def webchat(self) -> str:
        return f"http://127.0.0.1:{self.settings['JINDIANZI_WEBCHAT_PORT']}"

    @property
    def console(self) -> str:
        return f"http://127.0.0.1:{self.settings['JINDIANZI_CONSOLE_PORT']}"

    @property
    def log(self) -> str:
        """What the process of the newest start has printed."""
        path = self._logs[-1]
        return path.read_text("utf-8") if path.exists() else ""

    @property
    def logs(self) -> str:
        return "".join(path.read_text("utf-8") for path in self._logs if path.exists())

    async def start(self) -> None:
        """Start, and do not wait for anything."""
        assert not self.pid
        self.starts += 1
        self._logs.append(self.folder / f"log-{self.starts:04d}.txt")
        self.pid = await self.starter.order(f"start {self._logs[-1]}")

    async def ready(self) -> None:
        for _ in range(int(PATIENCE_SECONDS / LOOK_EVERY)):
            if "\nREADY" in self.log:
                return
            assert _alive(self.pid), f"the program ended by itself:\n{self.log}"
            await asyncio.sleep(LOOK_EVERY)
        raise AssertionError(f"never ready:\n{self.log}")

    async def end(self, how: signal.Signals) -> int:
        """End the process with a signal; return its exit code."""
        pid, self.pid = self.pid, 0
        os.kill(pid, how)
        return await self.starter.order(f"wait {pid}")

    async def died(self) -> int:
        """Wait until it has ended by itself; return its exit code."""
        pid, self.pid = self.pid, 0
        return await self.starter.order(f"wait {pid}")

    def database(self) -> Database:
        """Open the program's own database from outside; SQLite and PostgreSQL both allow it."""
        url = self.settings.get("JINDIANZI_DATABASE_URL") or f"sqlite+aiosqlite:///{self.state}/jindianzi.db"
        return connect(url, read_or_make(self.state / "secret.key"))


def _alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    return stat.rpartition(")")[2].split()[0] != "Z"


def settings_for(folder: Path, **more: str) -> dict[str, str]:
    return {
        "JINDIANZI_STATE_DIR": str(folder / "state"),
        "JINDIANZI_WEBCHAT_PORT": str(free_port()),
        "JINDIANZI_CONSOLE_PORT": str(free_port()),
        **{name: value for name, value in more.items() if value},
    }


@asynccontextmanager
async def program(folder: Path, starter: str = "chaos.starter", **more: str) -> AsyncIterator[Program]:
    """Give a program that has not been started yet; at the end nothing of it is left running."""
    settings = settings_for(folder, **more)
    known = {name: value for name, value in os.environ.items() if not name.startswith("JINDIANZI_")}
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", starter),
        cwd=ROOT,
        env={**known, **settings, "PYTHONPATH": path, "LANG": "C.UTF-8"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    orders = Starter(process)
    assert process.stdout
    assert await process.stdout.readline() == b"ready\n"
    made = Program(folder, orders, settings)
    try:
        yield made
    finally:
        if made.pid:
            await made.end(signal.SIGKILL)
        orders.process.stdin.close()  # type: ignore[union-attr]
        await process.wait()
