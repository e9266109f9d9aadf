"""A suggestion that is walked through its life: where it stands, and what each hand says of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import count, cycle
from typing import Any

from backend_house import person, submitted, unit_id
from campaign_files import both, city
from sqlalchemy import select

from backend.campaigns.actions import put_in_force
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.replies.drafting import Words
from backend.replies.model import ReplyDraft
from backend.replies.queries import draft_of
from backend.suggestions.lifecycle import Verb
from backend.suggestions.model import Event, Suggestion, SuggestionState
from backend.suggestions.queries import Sight

CLERK, HANDLER = 3, 4
OFFICE = Sight(None, everything=True)
CHATS = count(50_000)
PRIZES = [{"id": "first", "name": both("一等奖", "First"), "places": 1000, "amount_yuan": 1000}]


@cache
def rules(*, gate: bool) -> Campaign:
    """The city's campaign with prizes; behind the gate the office checks every reply."""
    more = {"reply": {"approval": ["office"]}} if gate else {}
    awards_ = {"needs_adoption": False, "needs_instruction": False, "prizes": PRIZES}
    return Campaign.model_validate(city(awards=awards_, **more))


DOING: dict[Verb, Callable[["Walk"], Awaitable[Any]]] = {}
"""How each verb is done: walking.py says it."""


@dataclass
class Walk:
    db: Database
    one: Suggestion
    main: Suggestion
    units: dict[str, int]
    ticks: Any = field(default_factory=lambda: count(1000))
    leads: Any = field(default_factory=lambda: cycle(("transport", "housing")))

    @classmethod
    async def begun(cls, db: Database, *, gate: bool = False) -> "Walk":
        await put_in_force(db, campaign=rules(gate=gate))
        one = await submitted(db, await person(db, next(CHATS)))
        main = await submitted(db, await person(db, next(CHATS)))
        units = {key: await unit_id(db, key) for key in ("transport", "housing", "health")}
        return cls(db, one, main, units)

    async def row(self) -> Suggestion:
        async with self.db.read() as session:
            return await session.get_one(Suggestion, self.one.id)

    async def state(self) -> SuggestionState:
        return SuggestionState((await self.row()).state)

    async def events(self) -> list[Event]:
        mine = select(Event).where(Event.suggestion_id == self.one.id).order_by(Event.ordinal)
        async with self.db.read() as session:
            return list(await session.scalars(mine))

    async def does(self, *verbs: Verb) -> None:
        for verb in verbs:
            await DOING[verb](self)

    @property
    def said(self) -> dict[str, Any]:
        return {"number": self.one.number}

    @property
    def office(self) -> dict[str, Any]:
        return {**self.said, "staff_id": CLERK}

    @property
    def handler(self) -> dict[str, Any]:
        return {**self.said, "staff_id": HANDLER, "sight": OFFICE}

    @property
    def author(self) -> dict[str, Any]:
        return {**self.said, "person_id": self.one.person_id, "update": next(self.ticks)}

    @property
    def words(self) -> Words:
        return Words("adopted", self.why)

    async def draft(self) -> ReplyDraft | None:
        async with self.db.read() as session:
            return await draft_of(session, await session.get_one(Suggestion, self.one.id))

    @property
    def why(self) -> str:
        return f"第 {next(self.ticks)} 个原因。"
