"""Delivers what is owed: one sender per channel, together what falls together, every outcome written down."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TimedOut
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from backend import clock
from backend.clock import finish
from backend.db import TRANSIENT, Database
from backend.people import actions as people
from backend.push import actions, words
from backend.push.model import Push

log = logging.getLogger(__name__)

PACE_SECONDS = 1 / 30 + 0.003
LOOK_EVERY = 0.3
LEASE_SECONDS = 30.0
SIDE_BY_SIDE = 30
LONGEST_PAUSE = timedelta(minutes=5)
MOST_REPEATS = 8
"""Attempts of unknown outcome (the program was killed, the line broke) after which a push is parked."""
NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def bot_for(token: str, api_url: str, timeout_seconds: float) -> ExtBot[Any]:
    """Make the sending bot: even pace, no retries of its own, a read time-out that makes no copies."""
    return ExtBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HTTPXRequest(
            connection_pool_size=SIDE_BY_SIDE, read_timeout=timeout_seconds, pool_timeout=timeout_seconds
        ),
        rate_limiter=AIORateLimiter(overall_max_rate=1, overall_time_period=PACE_SECONDS, max_retries=0),
    )


async def run(db: Database, *, channel: str, bot: ExtBot[Any]) -> None:
    """Deliver a channel's pushes until cancelled; stands by while another process holds the lease."""
    busy: set[asyncio.Task[None]] = set()
    lease = Lease(db, f"sender-{channel}", busy)
    try:
        while True:
            try:
                if await lease.ours():
                    await _take(db, channel, bot, busy)
            except TRANSIENT as error:
                log.warning("Sender of %s: the database does not answer (%s)", channel, type(error).__name__)
            await asyncio.sleep(LOOK_EVERY)
    finally:
        await finish(busy)


@dataclass
class Lease:
    """The right to send for a channel, renewed while there is a third of it left to spare."""

    db: Database
    name: str
    busy: set[asyncio.Task[Any]] = field(default_factory=set)
    """What this very sender is sending, and will write down itself: a task is named after its pushes."""
    until: datetime | None = None

    async def ours(self) -> bool:
        now = clock.now()
        if self.until and self.until - now > timedelta(seconds=LEASE_SECONDS * 2 / 3):
            return True
        fresh = self.until is None or self.until < now
        self.until = await actions.hold(self.db, name=self.name, seconds=LEASE_SECONDS)
        if self.until and fresh:
            ours = [int(push) for task in self.busy for push in task.get_name().split(",")]
            await actions.own_up(self.db, channel=self.name.removeprefix("sender-"), besides=ours)
        return self.until is not None


async def _take(db: Database, channel: str, bot: ExtBot[Any], busy: set[asyncio.Task[None]]) -> None:
    if len(busy) >= SIDE_BY_SIDE:
        return
    for pushes in await actions.take_due(db, channel=channel, most=SIDE_BY_SIDE - len(busy)):
        ids = ",".join(str(push.id) for push in pushes)
        task = asyncio.create_task(deliver(db, bot, pushes), name=ids)
        busy.add(task)
        task.add_done_callback(busy.discard)


async def deliver(db: Database, bot: ExtBot[Any], pushes: Sequence[Push]) -> None:
    """Try once to send what one person is owed, and write down how that ended, however long that takes."""
    write_down = await _attempt(db, bot, pushes)
    while True:
        try:
            await write_down()
        except TRANSIENT as error:
            ids = ", ".join(str(push.id) for push in pushes)
            log.warning("The outcome of push %s cannot be written yet (%s)", ids, type(error).__name__)
            await asyncio.sleep(LOOK_EVERY)
        else:
            return


async def _attempt(
    db: Database, bot: ExtBot[Any], pushes: Sequence[Push]
) -> Callable[[], Coroutine[Any, Any, None]]:
    """Try once with as many as fit into a message; return what writes the outcome down."""
    ids = [push.id for push in pushes]
    try:
        async with db.read() as session:
            sentence = await words.sentence(session, *pushes)
        if rest := ids[sentence.told :]:
            await actions.owe_again(db, push_ids=rest, after=timedelta())
    except TRANSIENT:
        return partial(actions.owe_again, db, push_ids=ids, after=_pause(pushes))
    except Exception as error:
        log.exception("Push %d has no words", ids[0])
        return partial(_without_words, db, pushes, error)
    pushes, ids = pushes[: sentence.told], ids[: sentence.told]
    try:
        message = await bot.send_message(
            sentence.chat, sentence.html, parse_mode="HTML", reply_markup=_keyboard(sentence)
        )
    except Exception as error:  # noqa: BLE001 - an answer nobody understands is an unknown outcome too
        return partial(_failed, db, pushes, error)
    return partial(actions.sent, db, push_ids=ids, message=message.message_id)


def _keyboard(sentence: words.Sentence) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(b.words, callback_data=b.data) for b in row] for row in sentence.rows]
    return InlineKeyboardMarkup(rows) if rows else None


async def _without_words(db: Database, pushes: Sequence[Push], error: Exception) -> None:
    """Park what has no words; in a group nobody knows which that is, so the others are tried one by one."""
    for push in pushes:
        if len(pushes) == 1 or not await _has_words(db, push):
            await actions.park(db, push_ids=[push.id], reason=f"{actions.NO_WORDS}: {type(error).__name__}")
        else:
            await actions.owe_again(db, push_ids=[push.id], after=timedelta())


async def _has_words(db: Database, push: Push) -> bool:
    try:
        async with db.read() as session:
            await words.sentence(session, push)
    except TRANSIENT:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, this is the one
        return False
    return True


async def _failed(db: Database, pushes: Sequence[Push], error: Exception) -> None:
    ids, repeat = [push.id for push in pushes], pushes[0].repeat
    if isinstance(error, RetryAfter):
        await actions.owe_again(db, push_ids=ids, after=_seconds(error))
    elif isinstance(error, Forbidden):
        await people.mark_reachable(db, person_id=pushes[0].person_id, reachable=False)
        reason = f"{actions.GONE}: {error.message.removeprefix(f'{actions.GONE}: ')}"
        await actions.park(db, push_ids=ids, reason=reason)
    elif isinstance(error, BadRequest):
        await actions.park(db, push_ids=ids, reason=error.message)
    elif _never_left(error):
        await actions.owe_again(db, push_ids=ids, after=_pause(pushes))
    elif isinstance(error, TimedOut) and repeat:
        await actions.park(db, push_ids=ids, reason=f"{actions.UNSURE}: it may have arrived")
    elif repeat and max(push.attempts for push in pushes) >= MOST_REPEATS:
        await actions.park(db, push_ids=ids, reason=f"{actions.GIVEN_UP}: {type(error).__name__}")
    else:
        await actions.owe_again(db, push_ids=ids, after=_pause(pushes), repeat=True)


def _never_left(error: Exception) -> bool:
    """Say whether it is certain that nothing arrived: no connection, or a token that is refused."""
    return isinstance(error, InvalidToken) or isinstance(error.__cause__, NEVER_LEFT)


def _seconds(error: RetryAfter) -> timedelta:
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


def _pause(pushes: Sequence[Push]) -> timedelta:
    attempts = max(push.attempts for push in pushes)
    return min(timedelta(seconds=2.0 ** min(attempts, 10) / 2), LONGEST_PAUSE)
