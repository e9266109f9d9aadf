"""The office at work in its console: forwards what has come in, and replies."""

import asyncio
import html
import re

import httpx
from chaos.wire import insist

AT_ONCE = 4


def reply_text(number: str) -> str:
    return f"关于 {number} 的建议已研究，下月试点。"


class Clerk:
    """Signs in once more whenever the console asks for it; what may have been done already is done again."""

    def __init__(self, console: str, password: str) -> None:
        self.http = httpx.AsyncClient(base_url=console, timeout=15)
        self.password = password

    async def work(self, quiet: asyncio.Event) -> None:
        """Work until `quiet` is set and the desk is empty."""
        while True:
            ending = quiet.is_set()
            found = [*await self._deal("registered"), *await self._deal("forwarded")]
            if ending and not found:
                return
            await asyncio.sleep(0.3)

    async def _deal(self, state: str) -> list[str]:
        page = await self._page(f"/suggestions?state={state}")
        listed = re.findall(r'href="/suggestions/([A-Z0-9]+-\d+)"', page)
        numbers = list(dict.fromkeys(reversed(listed)))[:AT_ONCE]
        for number in numbers:
            await (self._forward if state == "registered" else self._reply)(number)
        return numbers

    async def _page(self, path: str) -> str:
        for _ in range(3):
            answer = await insist(self.http, "GET", path)
            if answer.status_code == httpx.codes.OK and "/sign-in" not in str(answer.url):
                return answer.text
            assert answer.status_code in {302, 303, 401}, f"{path}: {answer.status_code}"
            form = {"login": "clerk", "password": self.password}
            signed_in = await insist(self.http, "POST", "/sign-in", data=form)
            assert signed_in.status_code == httpx.codes.SEE_OTHER, signed_in.text
        raise AssertionError(f"never signed in for {path}")

    async def _forward(self, number: str) -> None:
        page = await self._page(f"/suggestions/{number}")
        units = re.findall(r'<option value="(\d+)"', page)
        await self._send(page, f"/suggestions/{number}/forward", unit=units[int(number[-2:]) % len(units)])

    async def _reply(self, number: str) -> None:
        page = await self._page(f"/suggestions/{number}")
        await self._send(page, f"/suggestions/{number}/reply", outcome="adopted", text=reply_text(number))

    async def _send(self, page: str, path: str, **typed: str) -> None:
        """Send a form; 409 is what a form gets that has been dealt with meanwhile."""
        key = re.search(r'name="form_key" value="([^"]+)"', page)
        assert key
        form = {"form_key": html.unescape(key[1]), **typed}
        answer = await insist(self.http, "POST", path, data=form)
        assert answer.status_code in {303, 409}, f"{path}: {answer.status_code} {answer.text}"
