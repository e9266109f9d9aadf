"""A program that calls the interface of a server that may die: it repeats what was not answered."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

import httpx
from chaos.mortal import HEADER
from chaos.program import Program
from sqlalchemy import select

from backend.db import Database
from backend.ledger.model import ForeignNumber
from backend.programs import actions, queries
from backend.programs.answers import LONGEST_WORK
from backend.programs.model import ProgramAnswer, Scope
from backend.suggestions.model import Event, Suggestion

LETTER = {
    "campaign": "city-2024",
    "channel": "letter",
    "theme": "green-ecology",
    "topic": "t24",
    "text": "在示例社区的公交站加装遮阳棚。",
    "name": "张三",
    "address": "示例路1号",
    "received_on": "2024-07-20",
}


@dataclass
class Caller:
    running: Program
    db: Database
    http: httpx.AsyncClient
    keys: Any

    @classmethod
    async def of(cls, running: Program) -> "Caller":
        """Give a program with a token for everything, acting for the clerk of the demonstration."""
        db = running.database()
        last = queries.today() + timedelta(days=30)
        _, secret = await actions.make(
            db, name="示例程序", scopes=list(Scope), login="clerk", last_day=last, once="form"
        )
        bearer = {"Authorization": f"Bearer {secret}"}
        http = httpx.AsyncClient(base_url=f"{running.console}/api/v1", headers=bearer, timeout=30)
        return cls(running, db, http, count(1))

    async def close(self) -> None:
        await self.http.aclose()
        await self.db.close()

    async def sends(self, path: str, *, key: str = "", die: str = "", **how: Any) -> httpx.Response:
        headers = {"Idempotency-Key": key or f"key-{next(self.keys)}", **({HEADER: die} if die else {})}
        return await self.http.post(path, headers={**headers, **how.pop("headers", {})}, **how)

    async def is_killed_by(self, path: str, *, key: str, die: str, **how: Any) -> httpx.Response | None:
        """Send what kills the server, and start it again; return the answer of one that lived on."""
        try:
            return await self.sends(path, key=key, die=die, **how)
        except httpx.TransportError:
            assert await self.running.died() == -9
            await self.running.start()
            await self.running.ready()
            return None

    async def suggestion(self, *verbs: tuple[str, dict[str, Any]]) -> str:
        """Register a letter, and let these verbs be done with it; return its number."""
        number = str((await self.sends("/suggestions", json=LETTER)).json()["number"])
        for verb, said in verbs:
            answer = await self.sends(f"/suggestions/{number}/{verb}", json=said)
            assert answer.is_success, answer.text
        return number

    async def happened(self, number: str) -> list[str]:
        async with self.db.read() as session:
            mine = select(Event.kind).join(Suggestion).where(Suggestion.number == number)
            return list(await session.scalars(mine.order_by(Event.ordinal)))

    async def known(self, system: str) -> list[tuple[str, str]]:
        """Return number and state of what came from another system."""
        mine = select(ForeignNumber.number, Suggestion.state).join(Suggestion)
        async with self.db.read() as session:
            rows = await session.execute(
                mine.where(ForeignNumber.system == system).order_by(ForeignNumber.id)
            )
            return [(number, str(state)) for number, state in rows]

    async def count(self) -> int:
        """Return how many suggestions there are."""
        async with self.db.read() as session:
            return len((await session.scalars(select(Suggestion.id))).all())

    async def let_claims_run_out(self) -> None:
        """Let five minutes pass for whoever was killed."""
        running = select(ProgramAnswer).where(ProgramAnswer.status.is_(None))
        async with self.db.begin() as session:
            for row in await session.scalars(running):
                row.claimed_at -= LONGEST_WORK
