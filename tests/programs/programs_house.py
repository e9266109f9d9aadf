"""A house with a campaign, four accounts and programs that act for them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx
from fastapi import FastAPI
from obstore.store import MemoryStore
from sqlalchemy import select

from backend.api.app import build
from backend.dates import today
from backend.db import Database
from backend.handling import actions as handling
from backend.handling.model import Unit
from backend.ledger import intake
from backend.ledger.intake import Letter
from backend.programs import actions as programs
from backend.programs import queries
from backend.programs.model import Scope
from backend.staff.model import Staff
from backend.suggestions.model import Suggestion

CLERK, HANDLER, OTHER, AUDITOR = "clerk", "handler", "other", "auditor"
TEXT = "在示例社区的公交站加装遮阳棚。"
ADDRESS = "http://programs.test"
MATTER = {
    "campaign": "city-2024",
    "channel": "letter",
    "theme": "green-ecology",
    "topic": "t24",
    "name": "张三",
    "contact": "13800138000",
}


@dataclass
class Hands:
    """The hands of the clock."""

    at: datetime = datetime(2024, 8, 1, 4, 0, tzinfo=UTC)

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


class Caller(httpx.AsyncClient):
    """A program with its token; each thing it sends has a key of its own unless one is given."""

    def __init__(self, app: FastAPI, secret: str, **headers: str) -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        bearer = {"Authorization": f"Bearer {secret}"} if secret else {}
        super().__init__(transport=transport, base_url=ADDRESS, headers={**bearer, **headers})
        self.keys = count(1)

    async def sends(self, path: str, key: str = "", **body: Any) -> httpx.Response:
        named = {"Idempotency-Key": key or f"key-{next(self.keys)}"}
        return (
            await self.post(path, json=body, headers=named) if body else await self.post(path, headers=named)
        )


@dataclass
class House:
    db: Database
    hands: Hands
    store: MemoryStore = field(default_factory=MemoryStore)
    ticks: Any = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.app = build(self.db, self.store)

    async def token(self, login: str, *scopes: Scope, days: int = 300) -> str:
        once, last = f"form-{next(self.ticks)}", today() + timedelta(days=days)
        _, secret = await programs.make(
            self.db, name="示例程序", scopes=scopes, login=login, last_day=last, once=once
        )
        return secret

    @asynccontextmanager
    async def program(self, login: str, *scopes: Scope, **headers: str) -> AsyncIterator[Caller]:
        wanted = scopes or tuple(await self.all_for(login))
        async with Caller(self.app, await self.token(login, *wanted), **headers) as caller:
            yield caller

    async def all_for(self, login: str) -> list[Scope]:
        staff = await self.one(Staff, login=login)
        return [scope for scope in Scope if queries.fits(staff, scope)]

    async def rows(self, table: type[Any]) -> list[Any]:
        async with self.db.read() as session:
            return list(await session.scalars(select(table).order_by(table.id)))

    async def one(self, table: type[Any], **values: Any) -> Any:
        async with self.db.read() as session:
            return (await session.scalars(select(table).filter_by(**values))).one()

    async def suggestion(self, *, unit: str = "", **said: Any) -> Suggestion:
        clerk = await self.one(Staff, login=CLERK)
        letter = Letter(**{**MATTER, "text": TEXT, **said})
        entered = await intake.register(
            self.db, letter=letter, once=f"letter-{next(self.ticks)}", staff_id=clerk.id
        )
        if unit:
            given_to = await self.one(Unit, key=unit)
            number = entered.suggestion.number
            await handling.forward(self.db, number=number, unit_id=given_to.id, staff_id=clerk.id)
        return entered.suggestion

    async def state(self, number: str) -> str:
        return str((await self.one(Suggestion, number=number)).state)
