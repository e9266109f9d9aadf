"""The chat server as a process that can be stopped and started again on the same data."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

TOKEN = "7000001:made-up-for-tests"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class ChatServer:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.bot_url = f"{self.url}/bot{TOKEN}/"
        self.process: subprocess.Popen[bytes] | None = None

    def environment(self) -> dict[str, str]:
        prefix = "JINDIANZI_WEBCHAT_"
        settings = {
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.folder}/webchat.sqlite",
            "FILES_DIR": str(self.folder / "files"),
            "KEY_FILE": str(self.folder / "key"),
            "TOKENS": TOKEN,
            "TEST_MODE": "true",
        }
        return {**os.environ, **{prefix + name: value for name, value in settings.items()}}

    def start(self) -> None:
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "webchat"], env=self.environment(), stdout=log, stderr=log
            )
        with httpx.Client(transport=httpx.HTTPTransport(retries=12), timeout=30) as client:
            client.get(f"{self.url}/api/bots").raise_for_status()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        assert self.process is not None
        self.process.send_signal(how)
        self.process.wait(timeout=20)
