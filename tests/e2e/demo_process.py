"""`python -m jindianzi demo` as anyone starts it: its addresses and accounts are read off what it prints."""

import asyncio
import os
import re
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.webchat_page.server import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120.0
LOOK_EVERY = 0.05


@dataclass(frozen=True)
class Account:
    login: str
    password: str
    unit: str


class Demo:
    """`campaigns` is a folder of campaign files to run with; else the demonstration's own."""

    def __init__(self, folder: Path, *, campaigns: Path | None = None) -> None:
        self.folder, self.campaigns = folder, campaigns
        self.ports = {"WEBCHAT": free_port(), "CONSOLE": free_port()}
        self.process: asyncio.subprocess.Process | None = None
        self.starts = 0

    @property
    def log(self) -> str:
        """What the newest start has printed."""
        return (self.folder / f"log-{self.starts}.txt").read_text("utf-8")

    def address(self, name: str) -> str:
        return f"http://127.0.0.1:{self.ports[name]}"

    def account(self, role: str) -> Account:
        """Return the account that was printed for a role."""
        for line in self.log.splitlines():
            found = re.search(r"账号 (\S+) 密码 (\S+)$", line)
            if found and found[1] == role:
                unit = re.search(r"承办单位 ([^）]+)）", line)
                return Account(found[1], found[2], unit[1] if unit else "")
        raise AssertionError(f"no account of a {role} in:\n{self.log}")

    async def start(self) -> None:
        """Start, and wait for the line that begins with READY."""
        self.starts += 1
        with (self.folder / f"log-{self.starts}.txt").open("wb") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "jindianzi", "demo"),
                cwd=ROOT,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        for _ in range(int(PATIENCE_SECONDS / LOOK_EVERY)):
            if "\nREADY " in self.log:
                return
            assert self.process.returncode is None, f"the demo ended by itself:\n{self.log}"
            await asyncio.sleep(LOOK_EVERY)
        self.process.kill()
        raise AssertionError(f"never ready:\n{self.log}")

    def _environment(self) -> dict[str, str]:
        known = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("JINDIANZI_", "BOT_TOKEN", "LC_"))
        }
        settings = {f"JINDIANZI_{name}_PORT": str(port) for name, port in self.ports.items()}
        if self.campaigns:
            settings["JINDIANZI_CAMPAIGNS_DIR"] = str(self.campaigns)
        return {
            **known,
            **settings,
            "JINDIANZI_STATE_DIR": str(self.folder / "state"),
            "LANG": "zh_CN.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }

    async def end(self) -> int:
        """Ask it to end, as a service manager does; return its exit code."""
        assert self.process
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), PATIENCE_SECONDS)
