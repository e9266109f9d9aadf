"""A campaign that asks for personal data on a page of our own, and the way to that page."""

import html
import re
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx
from chat import Chat
from sqlalchemy import select
from steps import to_the_consent

from backend.campaigns.actions import put_in_force
from backend.campaigns.load import read
from backend.citizen.app import build
from backend.config import ROOT
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import speaker
from backend.drafts.answering import Answer
from backend.drafts.model import Draft, Step
from backend.own_page import actions as own_page
from backend.people.actions import introduce

FIELDS = "[name, contact, work_unit, address]"
NAME, PHONE, UNIT, ADDRESS = "欧阳示例", "13800138123", "示例街道虚构厂", "示例区虚构路88号9单元"
SAID = {"name": NAME, "contact": PHONE, "work_unit": UNIT, "address": ADDRESS}
VALUES = (NAME, PHONE, UNIT, ADDRESS)


def write_campaign(folder: Path, *, fields: str = FIELDS, kinds: str = "[phone, email]") -> Path:
    """Write the city's campaign as one whose chats may not hear personal data; return the folder."""
    text = (ROOT / "campaigns" / "city-2024.yaml").read_text("utf-8")
    for old, new in (
        ("contact: in_chat", "contact: own_page"),
        ("required_fields: [name, contact]", f"required_fields: {fields}"),
        ("contact_kinds: [phone, email]", f"contact_kinds: {kinds}"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    folder.mkdir(exist_ok=True)
    (folder / "city.yaml").write_text(text, "utf-8")
    return folder


async def to_the_page(chat: Chat) -> None:
    """Walk to the question that the chat does not ask itself."""
    await to_the_consent(chat)
    if any("同意" in button for button in await chat.buttons()):  # asked once of each person
        await chat.taps("同意，继续")
    await chat.taps("市民")


async def link_of(chat: Chat) -> str:
    """Return the link that is shown now."""
    links = [b["url"] for row in (await chat.window())["buttons"] for b in row if "url" in b]
    assert len(links) == 1, links
    link: str = links[0]
    return link


async def gets_link(chat: Chat) -> str:
    await chat.taps("获取填写链接")
    return await link_of(chat)


def words(page: httpx.Response) -> str:
    """Return what a reader of the page reads, spaces drawn together."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


@dataclass
class Desk:
    """The page without a chat: drafts made by their own verbs, and browsers to open it."""

    db: Database
    chats: dict[str, str] = field(default_factory=dict)
    secure: bool = False
    woken: list[str] = field(default_factory=list)
    ticks: Any = field(default_factory=lambda: count(1))
    people: Any = field(default_factory=lambda: count(5001))

    def browser(self, **headers: str) -> httpx.AsyncClient:
        app = build(self.db, chats=self.chats, arrived=lambda: self.woken.append("woken"), secure=self.secure)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, root_path="")
        return httpx.AsyncClient(transport=transport, base_url="http://page.test", headers=headers)

    async def draft(self, *, identity: str = "resident", language: str = "zh-CN") -> Draft:
        """Walk a new person's draft to the page."""
        db, tick = self.db, next(self.ticks)
        person = await introduce(db, channel="webchat", chat=next(self.people), language=language)
        draft = await drafts.start(db, person_id=person.id, campaign="city-2024", update=tick, message=1)
        for verb, told in (
            (drafts.choose_theme, {"theme": "green-ecology"}),
            (drafts.choose_topic, {"topic": "t24"}),
            (drafts.say, {"message": 1, "text": "在示例社区加装遮阳棚。"}),
            (drafts.close_text, {}),
            (speaker.consent, {}),
            (speaker.choose, {"step": Step.IDENTITY, "said": identity}),
        ):
            await verb(db, Answer(draft.id, next(self.ticks)), **told)
        return await self.now(draft)

    async def link(self, draft: Draft) -> str:
        """Return the token of a new link."""
        return await own_page.make(
            self.db, person_id=draft.person_id, draft_id=draft.id, update=next(self.ticks)
        )

    async def now(self, draft: Draft) -> Draft:
        async with self.db.read() as session:
            return await session.get_one(Draft, draft.id)

    async def all_of(self, table: type[Any]) -> list[Any]:
        async with self.db.read() as session:
            return list(await session.scalars(select(table).order_by(table.id)))


async def furnish(db: Database, folder: Path, **more: str) -> None:
    await put_in_force(db, campaign=read(write_campaign(folder, **more) / "city.yaml"))
