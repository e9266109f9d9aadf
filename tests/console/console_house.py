"""A house with one campaign and four accounts, and browsers to walk into it."""

import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
from fastapi import FastAPI
from obstore.store import MemoryStore
from sqlalchemy import select

from backend.console.app import build
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import attachments, speaker
from backend.drafts.answering import Answer
from backend.drafts.model import Step
from backend.files.actions import keep
from backend.handling.model import Unit
from backend.people.actions import introduce
from backend.sources import actions as sources
from backend.suggestions.actions import submit
from backend.suggestions.model import Suggestion

PASSWORD = "golden-idea-2024"
CLERK, HANDLER, OTHER, LOOSE, WATCHER = "clerk", "handler", "other", "loose", "watcher"
ORIGIN = "http://console.test"
DOORS = {"webchat": "https://chat.example/?start={code}"}
TEXT = "在示例社区的公交站加装遮阳棚。\n\n夏天候车的老人很多。"


class Browser(httpx.AsyncClient):
    """Follows no redirect by itself, and sends the form key of the page it looked at last."""

    def __init__(self, app: FastAPI, **headers: str) -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        super().__init__(transport=transport, base_url=ORIGIN, headers=headers)

    async def sign_in(self, login: str, password: str = PASSWORD, **fields: str) -> httpx.Response:
        return await self.post("/sign-in", data={"login": login, "password": password, **fields})

    async def sends(self, path: str, **fields: str) -> httpx.Response:
        page = await self.get("/suggestions")
        return await self.post(path, data={"form_key": form_key(page), **fields})


def shown_forms(page: httpx.Response) -> set[str]:
    """Return the verbs whose forms a page shows."""
    return set(re.findall(r'<form method="post" action="/suggestions/[^/"]+/([a-z-]+)"', page.text))


def seen(page: httpx.Response) -> str:
    """Return the ordinal of the newest event a page has shown, as its forms carry it."""
    return re.findall(r'name="seen" value="(\d+)"', page.text)[0]


def form_key(page: httpx.Response) -> str:
    found = re.search(r'name="form_key" value="([^"]+)"', page.text)
    return found[1] if found else ""


def words(page: httpx.Response) -> str:
    """Return what a reader of the page reads, spaces drawn together."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


@dataclass
class House:
    db: Database
    store: MemoryStore = field(default_factory=MemoryStore)
    secure: bool = False
    doors: dict[str, str] = field(default_factory=lambda: dict(DOORS))
    chats: Any = field(default_factory=lambda: count(1001))

    def __post_init__(self) -> None:
        self.app = build(self.db, self.store, secure_cookies=self.secure, doors=self.doors)

    def browser(self, **headers: str) -> Browser:
        return Browser(self.app, **headers)

    @asynccontextmanager
    async def at_desk(self, login: str) -> AsyncIterator[Browser]:
        async with self.browser() as browser:
            assert (await browser.sign_in(login)).status_code == 303
            yield browser

    def link(self, code: str) -> str:
        return self.doors["webchat"].replace("{code}", code)

    async def unit(self, key: str) -> str:
        async with self.db.read() as session:
            return str(await session.scalar(select(Unit.id).where(Unit.key == key)))

    async def all_of(self, table: type[Any]) -> list[Any]:
        async with self.db.read() as session:
            return list(await session.scalars(select(table).order_by(table.id)))

    async def suggest(
        self,
        *,
        text: str = TEXT,
        name: str = "张三",
        contact: str = "13800138000",
        files: tuple[tuple[str, bytes, str], ...] = (),
        came_by: str = "",
    ) -> Suggestion:
        """Walk a suggestion through the draft's own verbs."""
        db, ticks = self.db, count(1)
        person = await introduce(db, channel="webchat", chat=next(self.chats), language="zh-CN")
        if came_by:
            await sources.arrive(db, person_id=person.id, code=came_by, update=person.id)
        draft = await drafts.start(
            db, person_id=person.id, campaign="city-2024", update=next(ticks), message=next(ticks)
        )

        def answer() -> Answer:
            return Answer(draft.id, next(ticks))

        await drafts.choose_theme(db, answer(), theme="green-ecology")
        await drafts.choose_topic(db, answer(), topic="t24")
        await drafts.say(db, answer(), message=1, text=text)
        await drafts.close_text(db, answer())
        await speaker.consent(db, answer())
        await speaker.choose(db, answer(), step=Step.IDENTITY, said="resident")
        await speaker.tell(db, answer(), step=Step.NAME, said=name)
        await speaker.tell(db, answer(), step=Step.CONTACT, said=contact)
        for message, (file_name, content, media_type) in enumerate(files, 2):
            sha256 = await keep(db, self.store, content=content, media_type=media_type)
            await attachments.attach(db, answer(), message=message, sha256=sha256, name=file_name)
        await attachments.close_files(db, answer())
        return await submit(db, person_id=person.id, draft_id=draft.id)

    async def forwarded(self, unit: str = "transport", **said: Any) -> Suggestion:
        suggestion = await self.suggest(**said)
        async with self.at_desk(CLERK) as clerk:
            answer = await clerk.sends(
                f"/suggestions/{suggestion.number}/forward", unit=await self.unit(unit)
            )
        assert answer.status_code == 303
        return suggestion
