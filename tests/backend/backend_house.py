"""People, drafts and suggestions made in one step, and looks at what the database really holds."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select, text

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.drafts.model import Draft, Part, PartKind, Step
from backend.files.model import StoredFile
from backend.handling.model import Unit
from backend.inbox import actions as inbox
from backend.inbox.actions import Arrival
from backend.people import actions as people
from backend.people.model import Person
from backend.suggestions import actions as suggestions
from backend.suggestions.model import Suggestion

NAME, CONTACT = "张三", "+8613800138000"
TEXT = "在示例社区的公交站加装遮阳棚。"
CAMPAIGN = "city-2024"
SHA256 = "ab" * 32
PATIENCE = 2000


@dataclass
class Hands:
    """The hands of the clock."""

    at: datetime

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


async def until(found: Callable[[], Awaitable[Any] | Any], what: str) -> Any:
    """Wait until `found` finds something; the patience is a guard, not an expectation."""
    for _ in range(PATIENCE):
        looked = found()
        if answer := await looked if isinstance(looked, Awaitable) else looked:
            return answer
        await asyncio.sleep(0.01)
    raise AssertionError(f"never came: {what}")


async def rows(db: Database, query: Select[Any]) -> list[Any]:
    """Look through a fresh session."""
    async with db.read() as session:
        return list(await session.scalars(query))


async def one(db: Database, table: type[Any], **values: Any) -> Any:
    (found,) = await rows(db, select(table).filter_by(**values))
    return found


async def raw(db: Database, sql: str) -> list[tuple[Any, ...]]:
    """Look at what is written, past every value type."""
    async with db.engine.connect() as connection:
        return [tuple(row) for row in await connection.execute(text(sql))]


async def change(db: Database, sql: str) -> None:
    """Do what nobody should: write past the actions."""
    async with db.begin() as session:
        await session.execute(text(sql))


def as_bytes(values: list[tuple[Any, ...]]) -> bytes:
    """Everything in these rows, to search for what must not be there."""
    flat = [value for row in values for value in row]
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in flat)


async def person(db: Database, chat: int = 7, channel: str = "webchat", language: str = "zh-CN") -> Person:
    return await people.introduce(db, channel=channel, chat=chat, language=language)


async def stored_file(db: Database, sha256: str = SHA256) -> str:
    async with db.begin() as session:
        if await session.get(StoredFile, sha256) is None:
            row = StoredFile(sha256=sha256, bytes=3, media_type="text/plain", stored_at=clock.now())
            session.add(row)
    return sha256


async def ready_draft(db: Database, author: Person, **values: Any) -> Draft:
    """Write a draft with every question answered; `files` by their names."""
    files: list[str] = values.pop("files", [])
    words = values.pop("text", TEXT)
    sha256 = await stored_file(db) if files else None
    now = clock.now()
    parts = [Part(message=1, kind=PartKind.TEXT, text=words, said_at=now)]
    parts += [
        Part(message=2 + place, kind=PartKind.FILE, sha256=sha256, name=name, said_at=now)
        for place, name in enumerate(files)
    ]
    async with db.begin() as session:
        standing, rules = await campaigns.in_force(session, values.get("campaign", CAMPAIGN))
        answered = {
            "theme": "megacity",
            "topic": "t16",
            "text_closed": True,
            "files_closed": True,
            "name": NAME,
            "contact": CONTACT,
            "contact_kind": "phone",
            "scope": rules.scopes[0].id if rules.scopes else None,
            "identity": rules.audiences[0].id,
            "work_unit": "示例单位",
            "consent": rules.privacy_wording,
            "consented_at": now,
        }
        draft = Draft(
            person_id=author.id,
            edition=standing.edition,
            step=Step.PREVIEW,
            started_at=now,
            touched_at=now,
            parts=parts,
            **{"campaign": CAMPAIGN, **answered, **values},
        )
        session.add(draft)
    return draft


async def submitted(db: Database, author: Person | None = None, **values: Any) -> Suggestion:
    author = author or await person(db)
    draft = await ready_draft(db, author, **values)
    return await suggestions.submit(db, person_id=author.id, draft_id=draft.id)


async def unit_id(db: Database, key: str = "transport") -> int:
    found: int = (await one(db, Unit, key=key)).id
    return found


def body(update_id: int, chat: int = 7, text: str = "你好", kind: str = "message") -> bytes:
    """An update as a chat server sends it."""
    told = {"message_id": update_id, "chat": {"id": chat, "type": "private"}, "text": text}
    return json.dumps({"update_id": update_id, kind: told}).encode()


async def arrive(db: Database, *updates: tuple[int, int], channel: str = "webchat") -> None:
    """Store updates, given by number and chat."""
    await inbox.store(db, [Arrival(channel, body(number, chat)) for number, chat in updates])
