"""A person at the real conversation: inbox, talker, dispatcher and database are real, the wire is not."""

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.fsm.storage.memory import MemoryStorage
from obstore.store import MemoryStore
from phone_wire import PhoneWire
from raw_updates import RawUpdates
from sqlalchemy import select

from backend.db import Database
from backend.inbox import actions as inbox
from backend.inbox.actions import Arrival
from backend.inbox.model import Update, UpdateState
from backend.suggestions.similar import Index
from bot import app
from bot.talker import Talker

CHANNEL = "webchat"
MOST_ROUNDS = 40
"""Attempts at the updates of one act; more are a loop."""


@dataclass
class Clock:
    """Real time and what was waited for: nobody sits out a pause between attempts."""

    ahead: timedelta = field(default_factory=timedelta)


@dataclass(frozen=True)
class Place:
    """What a person's chat leads to."""

    db: Database
    index: Index
    campaign: str
    clock: Clock


class Acting:
    """`wire` is the chat as the person sees it; `entries` is what was said, as it stands in the inbox."""

    def __init__(self, place: Place, chat: int) -> None:
        self.place, self.chat = place, chat
        self.wire = PhoneWire(chat)
        self.raw = RawUpdates(chat, lambda: next(self.wire.numbers))
        self.bot = Bot("1000001:for-tests-only", self.wire, DefaultBotProperties(parse_mode="HTML"))
        self.store = MemoryStore()
        self.positions = MemoryStorage()
        self.entries: list[tuple[int, Arrival]] = []
        self.unanswered: list[int] = []
        self.begin_work()

    def begin_work(self) -> None:
        """Start the program on what is there."""
        place = self.place
        dispatcher = app.build(
            place.db,
            self.store,
            place.index,
            positions=self.positions,
            campaign=place.campaign,
            doors={CHANNEL: "https://example.com/?start={code}"},
        )
        self.talker = Talker(place.db, dispatcher, {CHANNEL: self.bot})

    async def restart(self, *, positions_too: bool) -> None:
        if positions_too:
            self.positions = MemoryStorage()
        self.begin_work()
        await inbox.free_all(self.place.db)

    def lose_position(self) -> None:
        self.positions.storage.clear()

    async def comes(self, *arrivals: Arrival, again: bool = False) -> None:
        """Let updates arrive, `again` a second time, and be dealt with until nothing is open."""
        for arrival in arrivals:
            await inbox.store(self.place.db, [arrival] * (2 if again else 1))
        answers: Counter[int] = Counter()
        for _ in range(MOST_ROUNDS):
            if not await self._round(answers):
                break
        else:
            raise AssertionError("an update is taken up again and again")
        self.wire.holds()
        for arrival in arrivals:
            entry = await self._entry(arrival)
            self.entries.append((entry, arrival))
            self.unanswered += [] if answers[entry] else [entry]

    async def _round(self, answers: Counter[int]) -> bool:
        """Deal with the oldest open update; say whether there was one."""
        before = self.wire.requests
        await self.talker._take()
        busy = dict(self.talker._busy)
        await asyncio.gather(*busy.values(), return_exceptions=True)
        await asyncio.sleep(0)
        for entry in busy:
            answers[entry] += self.wire.requests - before
        if self.wire.killed:
            self.wire.killed = False
            await self.restart(positions_too=len(answers) % 2 == 0)
            return True
        if not busy:
            self.place.clock.ahead += timedelta(seconds=30)
        return bool(busy) or await self._any_open()

    async def _any_open(self) -> bool:
        async with self.place.db.read() as session:
            mine = select(Update.id).where(Update.chat == self.chat, Update.state == UpdateState.OPEN)
            return bool(await session.scalar(mine.limit(1)))

    async def _entry(self, arrival: Arrival) -> int:
        number = arrival.row()["update_id"]
        async with self.place.db.read() as session:
            mine = select(Update.id).where(Update.channel == CHANNEL, Update.update_id == number)
            return (await session.scalars(mine)).one()

    async def comes_again(self, entry: int, arrival: Arrival) -> Exception | None:
        """Deal once more with an update that was dealt with, as a talker does that had lost its claim."""
        try:
            body = json.loads(arrival.body)
            await self.talker.dispatcher.feed_raw_update(self.bot, body, inbox=entry, channel=CHANNEL)
        except Exception as error:  # noqa: BLE001 - the machine says which
            return error
        return None
