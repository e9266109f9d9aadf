"""Everything one running chat server owns. Nothing of it is global: two can live in one process."""

import asyncio
import hmac
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from webchat import clock
from webchat.bells import Bells
from webchat.blobs import Blobs
from webchat.cipher import cipher_of
from webchat.config import BotName, Settings
from webchat.db import Database
from webchat.faults import Faults
from webchat.limits import Buckets, Pace, hourly
from webchat.model import Bot
from webchat.polls import Polls
from webchat.security import hash_of
from webchat.words import Words

FIRST_UPDATE = 1_577_836_800  # 2020: a new database never repeats the update ids of an older one

HASHING_AT_ONCE = 2  # each holds a processor and 19 MiB
UPLOADS_AT_ONCE = 2  # each may hold a whole file in memory, twice while it is encrypted


@dataclass
class Work:
    """A transaction and the bells to ring once it is committed."""

    session: AsyncSession
    bells: list[Hashable] = field(default_factory=list)

    def ring(self, key: Hashable) -> None:
        self.bells.append(key)


class Hub:
    def __init__(self, settings: Settings) -> None:
        cipher = cipher_of(settings.fernet_keys())
        self.settings = settings
        self.db = Database(settings.database_url, cipher)
        self.blobs = Blobs(settings.files_dir, cipher)
        self.bells = Bells()
        self.polls = Polls()
        self.closing = asyncio.Event()
        self.words = Words()
        self.faults = Faults()
        self.storing = asyncio.Semaphore(UPLOADS_AT_ONCE)
        self.pace = Pace(on=settings.pace)
        self.new_chats = Buckets(settings.chats_per_minute / 60, settings.chats_per_minute)
        self.messages = Buckets(settings.messages_per_minute / 60, settings.messages_per_minute)
        self.proxies = settings.proxies()
        self.chat_uploads = hourly(settings.chat_uploads_per_hour)
        self.address_uploads = hourly(settings.address_uploads_per_hour)
        self.tries = hourly(settings.tries_per_hour)
        self.hashing = asyncio.Semaphore(HASHING_AT_ONCE)
        self._tokens: dict[str, int] = {}

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Work]:
        async with self.db.write() as session:
            work = Work(session)
            yield work
        for bell in work.bells:
            self.bells.ring(bell)

    async def open(self) -> None:
        self.blobs.open()
        await self.db.migrate()
        for place, token in enumerate(self.settings.bot_tokens()):
            bot_id = int(token.split(":")[0])
            await self.register(token, self.settings.bot_name(bot_id, first=place == 0))
        if self.settings.test_mode:
            async with self.db.read() as session:
                for bot in await session.scalars(select(Bot)):
                    self._tokens.setdefault(bot.token_hash, bot.id)

    async def register(self, token: str, names: BotName) -> int:
        bot_id = int(token.split(":", maxsplit=1)[0])
        async with self.write() as work:
            bot = await work.session.get(Bot, bot_id)
            if bot is None:
                bot = Bot(id=bot_id, last_update=clock.now() - FIRST_UPDATE, profile={})
                work.session.add(bot)
            bot.username, bot.name, bot.token_hash = names.username, names.name, hash_of(token)
        self._tokens[hash_of(token)] = bot_id
        return bot_id

    def bot_of(self, token: str) -> int | None:
        wanted = hash_of(token)
        for known, bot_id in self._tokens.items():
            if hmac.compare_digest(known, wanted):
                return bot_id
        return None

    def bots(self) -> list[int]:
        """Ids in the order of the settings: the first is the default."""
        return list(dict.fromkeys(self._tokens.values()))

    async def close(self) -> None:
        await self.db.close()
