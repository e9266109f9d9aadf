"""What the first screen of the web chat costs: requests, bytes, and the server's time for them.

    .venv/bin/python -m bench.first_screen [--rounds 200]

Opens the page once in Chromium, with nothing kept, and counts what goes over the line until it can be used.
Then asks a chat server for those very things, one after the other on one connection, and in turn with that a
plain static file of as many bytes from the same framework. Prints the medians and their ratio: seconds are
this machine's, the ratio, the requests and the bytes are the page's.
"""

import argparse
import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import httpx
import uvicorn
from playwright.async_api import async_playwright
from starlette.applications import Starlette
from starlette.responses import FileResponse
from starlette.routing import Route

PHONE = {"width": 360, "height": 740}
READY = "#start-button"
"""The page can be used when this is seen."""
TOKEN = "7000001:made-up-for-measuring"  # noqa: S105 - no secret


@dataclass
class Seen:
    """What went over the line, headers and compression included."""

    asked: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def asks(self, event: dict[str, Any]) -> None:
        url = urlsplit(event["request"]["url"])
        if url.scheme == "http":
            self.asked[event["requestId"]] = url.path + (f"?{url.query}" if url.query else "")

    def ends(self, event: dict[str, Any]) -> None:
        path, size = self.asked.get(event["requestId"]), int(event["encodedDataLength"])
        if path and size:  # nothing comes over the line of what the browser has just been given
            self.sizes[path] = self.sizes.get(path, 0) + size


async def first_load(address: str) -> Seen:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = await browser.new_page(viewport=PHONE, service_workers="block")
        line, seen = await page.context.new_cdp_session(page), Seen()
        line.on("Network.requestWillBeSent", seen.asks)
        line.on("Network.loadingFinished", seen.ends)
        await line.send("Network.enable")
        await page.goto(address)
        await page.locator(READY).wait_for()
        await page.wait_for_load_state("networkidle")
        await browser.close()
    return seen


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def process(*words: str, answers: str, **settings: str) -> Iterator[None]:
    """Run a server until the block ends; `answers` is an address that it answers once it is up."""
    command, known = [sys.executable, "-m", *words], {**os.environ, **settings}
    started = subprocess.Popen(command, env=known, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=12), timeout=30) as client:
            client.get(answers).raise_for_status()
        yield
    finally:
        started.terminate()
        started.wait()


@contextmanager
def chat_server(folder: Path) -> Iterator[str]:
    port = free_port()
    settings = {
        "PORT": str(port),
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/webchat.sqlite",
        "FILES_DIR": str(folder / "files"),
        "KEY_FILE": str(folder / "key"),
        "TOKENS": TOKEN,
    }
    named = {f"JINDIANZI_WEBCHAT_{name}": value for name, value in settings.items()}
    address = f"http://127.0.0.1:{port}"
    with process("webchat", answers=f"{address}/api/bots", **named):
        yield address


@contextmanager
def file_server(folder: Path, size: int) -> Iterator[str]:
    """Serve one file that does not compress."""
    port, file = free_port(), folder / "baseline.bin"
    file.write_bytes(os.urandom(size))
    address = f"http://127.0.0.1:{port}/baseline.bin"
    with process("bench.first_screen", "--serve", str(file), "--port", str(port), answers=address):
        yield address


def serve(file: Path, port: int) -> None:
    async def answer(_request: Any) -> FileResponse:
        return FileResponse(file)

    app = Starlette(routes=[Route(f"/{file.name}", answer)])
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)


def seconds(client: httpx.Client, urls: list[str]) -> float:
    began = time.perf_counter()
    for url in urls:
        client.get(url).raise_for_status()
    return time.perf_counter() - began


def measured(pages: list[str], file: str, rounds: int) -> tuple[float, float]:
    """Return the median seconds of the first screen and of the file, asked for in turn."""
    with httpx.Client(headers={"Accept-Encoding": "gzip"}) as client:
        pairs = [(seconds(client, pages), seconds(client, [file])) for _ in range(rounds + 5)][5:]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


def bench(folder: Path, rounds: int) -> None:
    with chat_server(folder) as address:
        seen = asyncio.run(first_load(address))
        for path, size in seen.sizes.items():
            print(f"{size:8,} bytes  {path}")
        total = sum(seen.sizes.values())
        print(f"{total:8,} bytes  {len(seen.sizes)} requests")
        with file_server(folder, total) as file:
            first, plain = measured([address + path for path in seen.sizes], file, rounds)
    print(f"first screen     {first * 1000:8.2f} ms")
    print(f"static file      {plain * 1000:8.2f} ms  of as many bytes")
    print(f"ratio            {first / plain:8.1f} times, {first / plain / len(seen.sizes):.1f} a request")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.serve, asked.port)
        return
    with tempfile.TemporaryDirectory(prefix="jindianzi-bench-") as folder:
        bench(Path(folder), asked.rounds)


if __name__ == "__main__":
    main()
