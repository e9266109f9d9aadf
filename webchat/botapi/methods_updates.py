"""Getting updates, by asking or by webhook."""

import asyncio
import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from webchat.bells import first_of
from webchat.botapi.errors import ApiError, bad
from webchat.botapi.registry import Call, Described, method
from webchat.db import LOCK
from webchat.model import Bot
from webchat.updates import queue

LONGEST = 50  # seconds
MOST = 100
MOST_CONNECTIONS = 100
CONNECTIONS = 40
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def allowed_of(call: Call) -> list[str] | None:
    """None when the bot does not speak of it."""
    found = call.params.nested("allowed_updates", "can't parse allowed updates JSON object")
    if found is None:
        return None
    if not isinstance(found, list):
        raise bad("expected an Array of String as allowed updates")
    return [str(kind) for kind in found]


@method("getUpdates")
async def get_updates(call: Call) -> Any:
    allowed = allowed_of(call)
    offset = await _begin(call, allowed)
    limit = min(max(call.params.integer("limit", MOST), 1), MOST)
    seconds = min(max(call.params.integer("timeout"), 0), LONGEST)
    ended = call.hub.polls.begin(call.bot_id)
    try:
        found = await _wait(call, offset, limit, seconds, ended)
    finally:
        reason = call.hub.polls.done(call.bot_id, ended)
    if reason:
        raise ApiError(409, f"terminated by {reason}")
    return found


async def _begin(call: Call, allowed: list[str] | None) -> int:
    """Forget what is confirmed; returns the first id to give out."""
    offset = call.params.integer("offset")
    async with call.hub.db.read() as session:
        bot = await session.get_one(Bot, call.bot_id)
        if bot.webhook_url:
            raise ApiError(
                409,
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if offset < 0:
            offset = await queue.first_from_end(session, call.bot_id, -offset)
        forget = offset > 0 and await queue.has_below(session, call.bot_id, offset)
    if forget or (allowed is not None and allowed != (bot.allowed_updates or [])):
        async with call.hub.write() as work:
            await queue.confirm(work.session, call.bot_id, offset)
            if allowed is not None:
                row = await work.session.get_one(Bot, call.bot_id, with_for_update=LOCK)
                row.allowed_updates = allowed
    return offset


async def _wait(
    call: Call, offset: int, limit: int, seconds: int, ended: asyncio.Event
) -> list[dict[str, Any]]:
    deadline = asyncio.get_running_loop().time() + seconds
    while True:
        bell = call.hub.bells.at(("bot", call.bot_id))
        async with call.hub.db.read() as session:
            found = await queue.owed(session, call.bot_id, offset=offset, limit=limit)
        left = deadline - asyncio.get_running_loop().time()
        if found or left <= 0 or ended.is_set() or call.hub.closing.is_set():
            return found
        await first_of(bell, ended, call.hub.closing, timeout=left)


@method("setWebhook")
async def set_webhook(call: Call) -> Any:
    url = call.params.text("url").strip()
    if not url:
        return await delete_webhook(call)
    _check_url(url, call.hub.settings.webhook_http_hosts)
    secret = call.params.text("secret_token")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    most = min(max(call.params.integer("max_connections", CONNECTIONS), 1), MOST_CONNECTIONS)
    allowed = allowed_of(call)
    async with call.hub.write() as work:
        bot = await work.session.get_one(Bot, call.bot_id, with_for_update=LOCK)
        same = bot.webhook_url == url
        bot.webhook_url = url
        bot.webhook = {"secret": secret, "max_connections": most}
        bot.allowed_updates = bot.allowed_updates if allowed is None else allowed
        if call.params.flag("drop_pending_updates"):
            await queue.forget(work.session, call.bot_id)
        work.ring("webhooks")
        work.ring(("bot", call.bot_id))
    call.hub.polls.end(call.bot_id, "setWebhook request")
    return Described(True, "Webhook is already set" if same else "Webhook was set")  # noqa: FBT003


@method("deleteWebhook")
async def delete_webhook(call: Call) -> Any:
    async with call.hub.write() as work:
        bot = await work.session.get_one(Bot, call.bot_id, with_for_update=LOCK)
        there = bot.webhook_url is not None
        bot.webhook_url = bot.webhook = None
        if call.params.flag("drop_pending_updates"):
            await queue.forget(work.session, call.bot_id)
        work.ring("webhooks")
        work.ring(("bot", call.bot_id))
    return Described(True, "Webhook was deleted" if there else "Webhook is already deleted")  # noqa: FBT003


@method("getWebhookInfo")
async def get_webhook_info(call: Call) -> Any:
    async with call.hub.db.read() as session:
        bot = await session.get_one(Bot, call.bot_id)
        pending = await queue.count(session, call.bot_id)
    info: dict[str, Any] = {
        "url": bot.webhook_url or "",
        "has_custom_certificate": False,
        "pending_update_count": pending,
    }
    if bot.webhook:
        shown = ("max_connections", "last_error_date", "last_error_message")
        info |= {name: bot.webhook[name] for name in shown if name in bot.webhook}
    return info | ({"allowed_updates": bot.allowed_updates} if bot.allowed_updates else {})


def _check_url(url: str, plain_hosts: tuple[str, ...]) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise bad("bad webhook: invalid URL specified") from error
    if not host or parts.scheme not in {"http", "https"}:
        raise bad("bad webhook: invalid URL specified")
    if parts.scheme == "http" and host not in plain_hosts and not _loopback(host):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
