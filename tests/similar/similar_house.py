"""Suggestions sent in, made public and answered in one step, and what a search finds of them."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlalchemy import Select, select

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.drafts.model import Draft, Part, PartKind, Step
from backend.handling import actions as handling
from backend.handling.queries import unit_with_key
from backend.people import actions as people
from backend.people.model import Person
from backend.suggestions import actions as suggestions
from backend.suggestions import similar
from backend.suggestions.queries import Sight
from backend.suggestions.similar import Close, Index

LIFT = "老旧小区没有电梯，老人上下楼很不方便，建议政府补贴加装电梯。"
LIFT_AGAIN = "我们小区是老房子，没有电梯，老年人上下楼非常困难，希望政府出钱补贴，给老旧小区加装电梯。"
SHADE = "建议在示例社区的公交站加装遮阳棚，夏天候车的老人很多。"
COLD = "农产品冷链物流不足，建议在乡镇建设共享冷库，政府补贴电费。"
CLERK = 3
ANSWERED = {
    "campaign": "city-2024",
    "theme": "megacity",
    "topic": "t16",
    "text_closed": True,
    "files_closed": True,
    "name": "张三",
    "contact": "+8613800138000",
    "contact_kind": "phone",
    "identity": "resident",
    "consent": "standard-1",
}


@dataclass
class Shelf:
    """The house as these tests use it."""

    db: Database
    index: Index
    chats: Any = field(default_factory=lambda: count(100))

    async def person(self, language: str = "zh-CN") -> Person:
        return await people.introduce(self.db, channel="webchat", chat=next(self.chats), language=language)

    async def sent_in(self, text: str, author: Person | None = None) -> str:
        """Return the number of a suggestion nobody but its author knows of."""
        author = author or await self.person()
        now = clock.now()
        async with self.db.begin() as session:
            standing, _ = await campaigns.in_force(session, "city-2024")
            draft = Draft(
                person_id=author.id,
                edition=standing.edition,
                step=Step.PREVIEW,
                started_at=now,
                touched_at=now,
                parts=[Part(message=1, kind=PartKind.TEXT, text=text, said_at=now)],
                **ANSWERED,
            )
            session.add(draft)
        return (await suggestions.submit(self.db, person_id=author.id, draft_id=draft.id)).number

    async def public(self, *texts: str) -> list[str]:
        numbers = [await self.sent_in(text) for text in texts]
        for number in numbers:
            await self.publish(number)
        return numbers

    async def publish(self, number: str) -> None:
        await handling.publish(self.db, number=number, staff_id=CLERK)

    async def unpublish(self, number: str) -> None:
        await handling.unpublish(self.db, number=number, staff_id=CLERK)

    async def support(self, person: Person, number: str) -> None:
        await suggestions.support(self.db, person_id=person.id, number=number)

    async def forward(self, number: str) -> None:
        async with self.db.read() as session:
            unit = await unit_with_key(session, "transport")
        assert unit
        await handling.forward(self.db, number=number, unit_id=unit.id, staff_id=CLERK)

    async def reply(self, number: str) -> None:
        said = {"outcome": "adopted", "text": "已安排加装。", "reason": ""}
        sight = Sight(None, everything=True)
        await handling.reply(self.db, number=number, sight=sight, staff_id=CLERK, **said)

    async def closest(self, text: str, **more: int) -> list[Close]:
        return await similar.closest(self.index, text, **more)

    async def finds(self, text: str) -> list[str]:
        return [close.number for close in await self.closest(text)]

    async def rows(self, query: Select[Any]) -> list[Any]:
        """Look through a fresh session."""
        async with self.db.read() as session:
            return list(await session.scalars(query))

    async def all_of(self, table: type[Any]) -> list[Any]:
        return await self.rows(select(table).order_by(table.id))
