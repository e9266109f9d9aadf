"""Delivery to webhooks: in order within a chat, chats side by side, again until it is taken."""

import asyncio
import json
import logging
from typing import Any

import httpx
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from webchat import clock
from webchat.bells import first_of
from webchat.botapi.router import replied
from webchat.db import LOCK
from webchat.hub import Hub
from webchat.model import Bot, Update
from webchat.updates import queue

LOG = logging.getLogger("webchat.webhooks")
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
SLOWEST = 60  # seconds between two tries, at most
IDLE = 30
LARGEST_ANSWER = 1024 * 1024


class Courier:
    """Carries the updates of one bot."""

    def __init__(self, hub: Hub, bot_id: int, client: httpx.AsyncClient) -> None:
        self._hub = hub
        self._bot_id = bot_id
        self._client = client
        self._busy: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        try:
            while True:
                bell = self._hub.bells.at(("bot", self._bot_id))
                pause = await self._round()
                if pause is None:
                    return
                await first_of(bell, timeout=pause)
        finally:
            for task in self._busy.values():
                task.cancel()
            self._hub.bells.ring("webhooks")

    async def _round(self) -> float | None:
        """Start what is due; returns how long to sleep, None when there is no webhook any more."""
        async with self._hub.db.read() as session:
            bot = await session.get_one(Bot, self._bot_id)
            if not bot.webhook_url:
                return None
            heads = await self._heads(session)
        room = (bot.webhook or {})["max_connections"] - len(self._busy)
        at = clock.exact()
        due = [update for update in heads if update.due <= at]
        for update in due[: max(0, room)]:
            self._busy[update.chat_id] = asyncio.create_task(self._carry(bot, update))
        later = [update.due - at for update in heads if update.due > at]
        return max(0.0, min([IDLE, *later]))

    async def _heads(self, session: AsyncSession) -> list[Update]:
        """Find the oldest update of every chat that has none under way."""
        first = (
            select(func.min(Update.id))
            .where(
                Update.bot_id == self._bot_id,
                Update.chat_id.not_in(list(self._busy)),
                Update.created > clock.now() - queue.KEPT,
            )
            .group_by(Update.chat_id)
        )
        query = select(Update).where(Update.bot_id == self._bot_id, Update.id.in_(first)).order_by(Update.id)
        return list(await session.scalars(query))

    async def _carry(self, bot: Bot, update: Update) -> None:
        try:
            answer, problem = await self._post(bot, update)
            if problem:
                await self._again(update, problem)
            else:
                await self._taken(update)
                await replied(self._hub, self._bot_id, answer)
        finally:
            del self._busy[update.chat_id]
            self._hub.bells.ring(("bot", self._bot_id))

    async def _post(self, bot: Bot, update: Update) -> tuple[bytes, str]:
        """Give the body of the answer, and what went wrong, if anything."""
        secret = (bot.webhook or {}).get("secret")
        headers = {"Content-Type": "application/json"} | ({SECRET: secret} if secret else {})
        body = json.dumps(queue.shape(update), ensure_ascii=False).encode()
        try:
            found = await self._client.post(bot.webhook_url or "", content=body, headers=headers)
        except httpx.TimeoutException:
            return b"", "Read timeout expired"
        except httpx.HTTPError as error:
            return b"", f"Connection failed: {type(error).__name__}"
        if not found.is_success:
            return b"", f"Wrong response from the webhook: {found.status_code} {found.reason_phrase}"
        return found.content[:LARGEST_ANSWER], ""

    async def _taken(self, update: Update) -> None:
        async with self._hub.write() as work:
            row = await work.session.get(Update, (update.bot_id, update.id))
            if row is not None:
                await work.session.delete(row)

    async def _again(self, update: Update, problem: str) -> None:
        async with self._hub.write() as work:
            bot = await work.session.get_one(Bot, self._bot_id, with_for_update=LOCK)
            if bot.webhook is not None:
                bot.webhook = bot.webhook | {"last_error_date": clock.now(), "last_error_message": problem}
            row = await work.session.get(Update, (update.bot_id, update.id))
            if row is not None:
                row.attempts += 1
                wait = min(SLOWEST, self._hub.settings.webhook_retry * 2 ** min(row.attempts - 1, 10))
                row.due = clock.exact() + wait
        LOG.info("bot %s: webhook failed: %s", self._bot_id, problem)


class Couriers:
    """One courier for every bot that has a webhook."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._tasks: dict[int, asyncio.Task[Any]] = {}

    async def run(self) -> None:
        timeout = self._hub.settings.webhook_timeout
        async with httpx.AsyncClient(timeout=timeout, trust_env=False) as client:
            try:
                while True:
                    bell = self._hub.bells.at("webhooks")
                    try:
                        await self._start(client)
                    except Exception:
                        LOG.exception("no courier could be started; it is tried again")
                    await first_of(bell, timeout=IDLE)
            finally:
                for task in self._tasks.values():
                    task.cancel()
                await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _start(self, client: httpx.AsyncClient) -> None:
        async with self._hub.db.read() as session:
            bots = [bot.id for bot in await session.scalars(select(Bot)) if bot.webhook_url]
        for bot_id in bots:
            task = self._tasks.get(bot_id)
            if task is None or task.done():
                courier = Courier(self._hub, bot_id, client)
                self._tasks[bot_id] = asyncio.create_task(courier.run())
