"""Long polling: fetch updates, store them, and only then acknowledge."""

import asyncio
import json
import logging
from collections.abc import Callable, Iterator

import httpx

from backend.db import TRANSIENT, Database
from backend.inbox import queries
from backend.inbox.actions import Arrival, store

log = logging.getLogger(__name__)

WAIT_SECONDS = 25
LONGEST_PAUSE = 30.0
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


async def hook(*, address: str, url: str, secret: str) -> None:
    """Ask the chat server to deliver updates to `url`; httpx.HTTPError when it does not."""
    wanted = {"url": url, "secret_token": secret, "allowed_updates": list(KINDS), "max_connections": 100}
    await _ask(address, "setWebhook", wanted)


async def unhook(*, address: str) -> None:
    """End deliveries, so that polling is allowed; what was not delivered yet is kept for us."""
    await _ask(address, "deleteWebhook", {"drop_pending_updates": False})


async def _ask(address: str, method: str, wanted: dict[str, object]) -> None:
    async with httpx.AsyncClient(timeout=10) as client:
        answer = await client.post(f"{address}/{method}", json=wanted)
        _refuse_failure(answer)


def _refuse_failure(answer: httpx.Response) -> None:
    """Raise without the address, which holds the bot's token."""
    if answer.status_code != httpx.codes.OK:
        raise httpx.HTTPError(f"the chat server answered {answer.status_code}")


async def poll(db: Database, *, channel: str, address: str, arrived: Callable[[], None]) -> None:
    """Poll the chat server at `address` (…/bot<token>) until cancelled."""
    failures: tuple[type[Exception], ...] = (httpx.HTTPError, *TRANSIENT)
    pause = 0.0
    async with httpx.AsyncClient(timeout=WAIT_SECONDS + 10) as client:
        while True:
            try:
                await _fetch(client, db, channel, address)
            except failures as error:
                pause = min(max(0.5, pause * 2), LONGEST_PAUSE)
                log.warning("Polling %s: %s %s; again in %.1f s", channel, type(error).__name__, error, pause)
                await asyncio.sleep(pause)
            else:
                pause = 0.0
                arrived()


async def _fetch(client: httpx.AsyncClient, db: Database, channel: str, address: str) -> None:
    async with db.read() as session:
        newest = await queries.newest(session, channel)
    wanted = {"timeout": WAIT_SECONDS, "allowed_updates": list(KINDS)}
    if newest is not None:
        wanted["offset"] = newest + 1
    answer = await client.post(f"{address}/getUpdates", json=wanted)
    _refuse_failure(answer)
    await store(db, list(_arrivals(channel, _result(answer))))


def _result(answer: httpx.Response) -> list[object]:
    """Return the updates; httpx.HTTPError for an answer that is none of a chat server's."""
    try:
        updates = answer.json()["result"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise httpx.HTTPError("the chat server's answer makes no sense") from error
    if not isinstance(updates, list):
        raise httpx.HTTPError("the chat server's answer has no list of updates")
    return updates


def _arrivals(channel: str, updates: list[object]) -> Iterator[Arrival]:
    for update in updates:
        arrival = Arrival(channel, json.dumps(update).encode())
        try:
            arrival.row()
        except ValueError:
            log.warning("Passed over something from %s that is no update", channel)
        else:
            yield arrival
