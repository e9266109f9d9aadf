"""Faults on demand, for tests of programs that talk to this server."""

import asyncio
from contextlib import suppress
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response
from starlette.types import Receive, Scope, Send


class Fault(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["429", "403", "500", "502", "slow", "unanswered", "drop"]
    method: str | None = None
    chat: int | None = None
    times: int | None = Field(default=None, ge=1)
    retry_after: int = Field(default=1, ge=1)
    seconds: float = Field(default=1, ge=0, le=600)

    def fits(self, method: str, chat: str) -> bool:
        named = self.method is None or self.method.lower() == method
        return named and (self.chat is None or str(self.chat) == chat)


class Faults:
    def __init__(self) -> None:
        self.rules: list[Fault] = []

    def take(self, method: str, chat: str) -> Fault | None:
        """Find the first rule that fits; one with `times` is used up."""
        for rule in self.rules:
            if rule.fits(method, chat):
                self._use(rule)
                return rule
        return None

    def _use(self, rule: Fault) -> None:
        if rule.times is None:
            return
        rule.times -= 1
        if not rule.times:
            self.rules.remove(rule)


class HangUp(Response):
    """Ends the connection without a byte of an answer.

    No server can write this status line, so it closes the connection; that is the only door ASGI leaves open.
    """

    def __init__(self, seconds: float = 0) -> None:
        super().__init__()
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        await asyncio.sleep(self._seconds)
        with suppress(KeyError, ValueError):
            await send({"type": "http.response.start", "status": 0, "headers": []})
