"""From the inbox to the dialogs: one update at a time per chat, chats side by side, nothing lost."""

import asyncio
import json
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from uuid import uuid4

from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from backend.clock import finish
from backend.db import TRANSIENT, Database
from backend.i18n import language_for, say
from backend.inbox import actions as inbox
from backend.inbox.model import Update
from backend.people import actions as people
from backend.people.model import Person

log = logging.getLogger(__name__)

AGAIN: tuple[type[Exception], ...] = (TelegramNetworkError, TelegramServerError, *TRANSIENT)
"""What may be gone by the next attempt: the update is taken up again, later."""
SIDE_BY_SIDE = 32
LOOK_EVERY = 0.5
RENEW_EVERY = 20.0


class GivenUpError(RuntimeError):
    """An update that ended its talker, or failed, too often."""


@dataclass
class Talker:
    """`bots` by channel; `wake` is set by whoever stores updates in this process."""

    db: Database
    dispatcher: Dispatcher
    bots: dict[str, Bot]
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    holder: str = field(default_factory=lambda: uuid4().hex)
    _busy: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        """Deal with updates until cancelled; what is then being dealt with is left for the next talker."""
        await self.dispatcher.emit_startup(**self.dispatcher.workflow_data, bots=tuple(self.bots.values()))
        renewing = asyncio.create_task(self._renew())
        try:
            while True:
                await self._take()
                with suppress(TimeoutError):  # wait_for of Python 3.11 can swallow a cancellation
                    async with asyncio.timeout(LOOK_EVERY):
                        await self.wake.wait()
                self.wake.clear()
        finally:
            renewing.cancel()
            await finish({renewing, *self._busy.values()})

    async def _take(self) -> None:
        free = SIDE_BY_SIDE - len(self._busy)
        if free <= 0:
            return
        try:
            claimed = await inbox.claim(self.db, channels=list(self.bots), holder=self.holder, most=free)
        except TRANSIENT as error:
            log.warning("The database does not answer (%s); trying again", type(error).__name__)
            return
        for row in claimed:
            task = asyncio.create_task(self._deal(row))
            self._busy[row.id] = task
            task.add_done_callback(partial(self._finished, row.id))

    def _finished(self, number: int, _task: asyncio.Task[None]) -> None:
        del self._busy[number]
        self.wake.set()

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            if self._busy:
                try:
                    await inbox.keep_hold(self.db, holder=self.holder)
                except TRANSIENT as error:
                    log.warning("Could not renew claims (%s)", type(error).__name__)

    async def _deal(self, row: Update) -> None:
        """Deal with one update and write down how that ended; if that fails too, its claim runs out."""
        try:
            await self._end(row, await self._outcome(row))
        except TRANSIENT as error:
            log.warning("Update %d stays claimed for now (%s)", row.id, type(error).__name__)

    async def _outcome(self, row: Update) -> Exception | None:
        if row.attempts > inbox.MOST_ATTEMPTS:
            return GivenUpError(f"after {inbox.MOST_ATTEMPTS} attempts")
        try:
            body = json.loads(row.body or "")
            await self.dispatcher.feed_raw_update(
                self.bots[row.channel], body, inbox=row.id, channel=row.channel
            )
        except Exception as error:  # noqa: BLE001 - every outcome is written down by _end
            return error
        return None

    async def _end(self, row: Update, error: Exception | None) -> None:
        if isinstance(error, TelegramRetryAfter):
            pause = timedelta(seconds=error.retry_after)
            await inbox.retry(self.db, entry=row.id, holder=self.holder, after=pause)
        elif isinstance(error, AGAIN):
            log.warning("Update %d is taken up again later (%s)", row.id, type(error).__name__)
            pause = timedelta(seconds=2**row.attempts / 2)
            await inbox.retry(self.db, entry=row.id, holder=self.holder, after=pause)
        elif error is None or isinstance(error, TelegramForbiddenError):
            if error:
                await self._mark_gone(row)
            await inbox.done(self.db, entry=row.id, holder=self.holder)
        else:
            await self._bury(row, error)

    async def _person(self, row: Update) -> Person:
        return await people.introduce(
            self.db, channel=row.channel, chat=row.chat, language=language_for(None)
        )

    async def _mark_gone(self, row: Update) -> None:
        if row.chat <= 0:  # a group is no person
            return
        person = await self._person(row)
        await people.mark_reachable(self.db, person_id=person.id, reachable=False)

    async def _bury(self, row: Update, error: Exception) -> None:
        """Make it a dead letter and tell the person; the log has the place, never the words."""
        log.error("Update %d of %s is a dead letter: %s", row.id, row.channel, where(error))
        await inbox.bury(self.db, entry=row.id, holder=self.holder, reason=where(error))
        if row.chat <= 0:
            return
        person = await self._person(row)
        try:
            await self.bots[row.channel].send_message(row.chat, say(person.language, "error-unexpected"))
        except TelegramAPIError as failure:
            log.warning("Could not apologise for update %d (%s)", row.id, type(failure).__name__)


def where(error: Exception) -> str:
    """Name an error and the place it came from, without what it was about."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else "nowhere"
    return f"{type(error).__name__} at {place}"
