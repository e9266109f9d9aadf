"""Which tasks a process runs: any of the roles, together or apart."""

import asyncio
import gc
import logging
import socket
from collections.abc import Callable, Coroutine
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

import httpx
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.fsm.storage.redis import RedisStorage
from starlette.applications import Starlette
from starlette.routing import Mount

from backend.api import app as api
from backend.api import hooks
from backend.citizen.app import build as build_citizen
from backend.collect import app as collect
from backend.config import Settings
from backend.console.app import build as build_console
from backend.inbox import poll
from backend.inbox.batch import Batch
from backend.push import sender
from backend.recognition import reading
from backend.sources.links import Doors
from backend.suggestions import similar
from bot.app import build as build_bot
from bot.handlers.commands import tell_commands
from bot.talker import Talker
from jindianzi import chatserver, own_pages, rounds
from jindianzi.channels import TELEGRAM, WEBCHAT, Channel, channels
from jindianzi.doors import known, learn
from jindianzi.house import House, alone, opened, take_over
from jindianzi.servers import listen, serve

log = logging.getLogger(__name__)

WORTH_A_LINE = 5
"""Seconds between tries: before that a chat server may still be starting."""


class Role(StrEnum):
    INGRESS = "ingress"
    TALKER = "talker"
    SENDER = "sender"
    WEB = "web"
    WEBCHAT = "webchat"
    CLOCK = "clock"


ALL = frozenset(Role)


@dataclass
class Process:
    """One running process: its house, its roles, and what has been started in it."""

    house: House
    roles: frozenset[Role]
    channels: list[Channel]
    doors: Doors = field(default_factory=dict)
    tasks: list[Coroutine[Any, Any, None]] = field(default_factory=list)
    servers: list[asyncio.Event] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    closing: list[Callable[[], Coroutine[Any, Any, None]]] = field(default_factory=list)


async def run(
    settings: Settings, roles: frozenset[Role], ready: Callable[[Process], Coroutine[Any, Any, None]]
) -> None:
    """Run the roles until cancelled; `ready` is awaited once everything answers."""
    _refuse_unread(settings, roles)
    embedded = settings.database.startswith("sqlite")
    with alone(settings) if embedded else nullcontext():
        sockets = _sockets(settings, roles)
        async with opened(settings) as house:
            if embedded:
                await take_over(house.db)
            await own_pages.refuse_unsafe(house)
            named = _addressed(channels(settings), sockets)
            process = Process(house, roles, named, known(settings, named))
            _plan(process, sockets)
            await _run_together(process, ready)


def _refuse_unread(settings: Settings, roles: frozenset[Role]) -> None:
    """Refuse to promise that photos are read where what reads them is not installed."""
    if settings.text_recognition and Role.TALKER in roles and (missing := reading.missing()):
        raise reading.RecognitionMissingError(", ".join(missing))


def _sockets(settings: Settings, roles: frozenset[Role]) -> dict[Role, socket.socket]:
    """Take the ports before anything else: a taken one is the commonest mistake."""
    wanted = {Role.WEB: settings.console_port}
    if settings.webchat:
        wanted[Role.WEBCHAT] = settings.webchat_port
    return {role: listen(settings.host, port) for role, port in wanted.items() if role in roles}


def _addressed(named: list[Channel], sockets: dict[Role, socket.socket]) -> list[Channel]:
    """Talk to the web chat of this very process at the port it was given."""
    if Role.WEBCHAT not in sockets:
        return named
    port = sockets[Role.WEBCHAT].getsockname()[1]
    here = f"http://127.0.0.1:{port}"
    return [
        Channel(channel.name, channel.token, here) if channel.name == WEBCHAT else channel
        for channel in named
    ]


def _plan(process: Process, sockets: dict[Role, socket.socket]) -> None:
    talker = _talker(process, own_pages.origin(process.house.settings, sockets.get(Role.WEB)))
    wake = talker.wake.set if talker else _nobody_waits
    if Role.WEBCHAT in sockets:
        server = chatserver.build(process.house.settings, process.channels)
        _serve(process, "webchat", server, sockets[Role.WEBCHAT], server.state.hub.closing.set)
    if Role.WEB in sockets:
        _plan_web(process, sockets[Role.WEB], wake)
    if Role.INGRESS in process.roles:
        process.tasks += [_ingress(process, channel, wake) for channel in process.channels]
    if talker:
        process.tasks.append(talker.run())
        process.tasks.append(similar.keep(process.house.index))
        process.tasks += [_tell_commands(bot) for bot in talker.bots.values()]
    if process.roles & {Role.TALKER, Role.WEB}:
        process.tasks += [_learn(process, channel) for channel in process.channels]
    if Role.SENDER in process.roles:
        process.tasks += [_sender(process, channel) for channel in process.channels]
    if Role.CLOCK in process.roles:
        process.tasks.append(rounds.keep(process.house))


def _nobody_waits() -> None:
    """Stand in for a talker's alarm where the talker is another process: it looks by itself."""


def _talker(process: Process, origin: str) -> Talker | None:
    if Role.TALKER not in process.roles:
        return None
    house = process.house
    bots = {channel.name: talking_bot(channel) for channel in process.channels}
    for bot in bots.values():
        process.closing.append(bot.session.close)
    positions = _positions(house.settings)
    process.closing.append(positions.close)
    dispatcher = build_bot(
        house.db,
        house.store,
        house.index,
        positions=positions,
        campaign=house.settings.campaign,
        clamd=house.settings.clamd_url,
        own_pages=origin + own_pages.PATH,
        collect=f"{origin}{collect.PATH}/",
        doors=process.doors,
        text_recognition=house.settings.text_recognition,
    )
    return Talker(house.db, dispatcher, bots)


def talking_bot(channel: Channel) -> Bot:
    return Bot(
        channel.token,
        AiohttpSession(api=TelegramAPIServer.from_base(channel.api_url)),
        DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True),
    )


def _positions(settings: Settings) -> BaseStorage:
    if not settings.redis_url:
        return MemoryStorage()
    builder = DefaultKeyBuilder(with_bot_id=True, with_destiny=True)
    return RedisStorage.from_url(settings.redis_url, key_builder=builder)


def _plan_web(process: Process, bound: socket.socket, wake: Callable[[], None]) -> None:
    """Serve the console, and the hooks to which chat servers deliver."""
    house = process.house
    batch = Batch(house.db, wake)
    secrets = {channel.name: channel.secret for channel in process.channels if channel.hooked}
    secure = house.settings.secure_cookies
    clamd = house.settings.clamd_url
    console = build_console(
        house.db,
        house.store,
        secure_cookies=secure,
        doors=process.doors,
        second_factor=house.settings.staff_second_factor,
        one_time=timedelta(hours=house.settings.staff_one_time_hours),
        clamd=clamd,
        index=house.index,
        invitation_days=house.settings.invitation_days,
    )
    citizen = build_citizen(house.db, chats=process.doors, arrived=wake, secure=secure)
    hook = Mount("/hook", hooks.build(batch, secrets))
    programs = Mount(api.PATH, api.build(house.db, house.store, secure=secure, clamd=clamd))
    collecting = Mount(collect.PATH, collect.build(house.db, house.store, secure=secure, clamd=clamd))
    routes = [hook, Mount(own_pages.PATH, citizen), collecting, programs, Mount("/", console)]
    process.tasks.append(batch.run())
    _serve(process, "console", Starlette(routes=routes), bound)


def _serve(
    process: Process,
    name: str,
    app: Any,
    bound: socket.socket,
    ending: Callable[[], None] = lambda: None,
) -> None:
    started = asyncio.Event()
    host, port = bound.getsockname()[:2]
    process.addresses[name] = f"http://{host}:{port}/"
    process.servers.append(started)
    local_proxy = name != "webchat"  # that one has a setting of its own for whom it believes
    process.tasks.append(serve(app, bound, started, ending, local_proxy=local_proxy))


async def _ingress(process: Process, channel: Channel, wake: Callable[[], None]) -> None:
    """Fetch updates, or have them delivered where there is a public address."""
    if channel.hooked:
        url = f"{process.house.settings.public_url.rstrip('/')}/hook/{channel.name}"
        await _persist(
            lambda: poll.hook(address=channel.address, url=url, secret=channel.secret), channel.name
        )
        return
    await _persist(lambda: poll.unhook(address=channel.address), channel.name)
    await poll.poll(process.house.db, channel=channel.name, address=channel.address, arrived=wake)


async def _persist(ask: Callable[[], Coroutine[Any, Any, None]], channel: str) -> None:
    """Ask the chat server until it says yes: it may come up after us."""
    pause = 0.2
    while True:
        try:
            await ask()
        except (httpx.HTTPError, TelegramAPIError) as error:
            log.log(
                logging.WARNING if pause > WORTH_A_LINE else logging.DEBUG,
                "%s: %s",
                channel,
                type(error).__name__,
            )
            await asyncio.sleep(pause)
            pause = min(pause * 2, 60)
        else:
            return


async def _tell_commands(bot: Bot) -> None:
    await _persist(lambda: tell_commands(bot), "commands")


async def _learn(process: Process, channel: Channel) -> None:
    """Learn under which name our bot is found, for links; the web chat's address is known."""
    if channel.name == TELEGRAM:
        await _persist(lambda: learn(process.doors, channel), "links")


async def _sender(process: Process, channel: Channel) -> None:
    timeout = process.house.settings.push_timeout_seconds
    bot = sender.bot_for(channel.token, channel.api_url, timeout)
    await sender.run(process.house.db, channel=channel.name, bot=bot)


async def _run_together(process: Process, ready: Callable[[Process], Coroutine[Any, Any, None]]) -> None:
    """Run every task; when one fails, all end and the process with them."""
    try:
        async with asyncio.TaskGroup() as group:
            for task in process.tasks:
                group.create_task(task)
            for server in process.servers:
                await server.wait()
            await ready(process)
            gc.freeze()
    finally:
        for close in process.closing:
            await close()
