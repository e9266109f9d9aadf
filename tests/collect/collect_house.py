"""An officer's phone, as the page speaks for it: signed in by a link, photos in pieces, entries."""

import hashlib
import io
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from obstore.store import MemoryStore
from officers_house import in_office
from PIL import Image

from backend.collect.app import build
from backend.collecting import actions
from backend.collecting.uploads import PIECE_BYTES
from backend.db import Database
from backend.officers.model import Officer
from backend.people import actions as people
from backend.people.model import Person
from tests.backend.backend_house import Hands

WORDS = "示例村的水渠要清淤，建议每年春耕前做一次。"
NAME = "欧阳示例"
ENTRY = {
    "campaign": "city-2024",
    "theme": "green-ecology",
    "topic": "t24",
    "text": WORDS,
    "name": NAME,
    "identity": "resident",
    "said_on": "2024-08-01",
    "consent": "spoken",
    "agreed_at": "2024-08-01T03:00:00+00:00",
}


def photo(seed: str = "a", side: int = 400) -> bytes:
    """Draw a photo that no packing makes small."""
    noise = hashlib.shake_128(seed.encode()).digest(side * side)
    content = io.BytesIO()
    Image.frombytes("L", (side, side), noise).save(content, "JPEG", quality=90)
    return content.getvalue()


def new_key() -> str:
    return secrets.token_urlsafe(32)


@dataclass
class Phone:
    """What the page would do; `key` is "" before it is signed in."""

    http: httpx.AsyncClient
    key: str = ""

    async def asks(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        return await self.http.request(method, f"/api/{path}", headers=headers, **more)

    async def signs_in(self, token: str, key: str | None = None) -> httpx.Response:
        key = key or new_key()
        told = await self.asks("POST", "phone", json={"token": token, "key": key})
        self.key = key if told.status_code == 200 else self.key
        return told

    async def sends_piece(self, content: bytes, at: int = 0, **more: str) -> httpx.Response:
        sha256 = hashlib.sha256(content).hexdigest()
        where = {"at": str(at), "size": str(len(content)), **more}
        return await self.asks(
            "PUT", f"photos/{sha256}", params=where, content=content[at : at + PIECE_BYTES]
        )

    async def sends_photo(self, content: bytes) -> str:
        """Send all pieces; return the SHA-256 by which the entry names it."""
        far = 0
        while True:
            told = await self.sends_piece(content, far)
            assert told.status_code == 200, told.text
            far = told.json()["got"]
            if told.json()["kept"]:
                return hashlib.sha256(content).hexdigest()

    async def enters(self, once: str, **said: Any) -> httpx.Response:
        return await self.asks("POST", "entries", json={**ENTRY, "once": once, **said})


@dataclass
class Post:
    """An officer at their post, and links for their phones."""

    db: Database
    hands: Hands
    person: Person
    officer: Officer
    store: MemoryStore
    http: httpx.AsyncClient
    phones: list[Phone] = field(default_factory=list)

    async def link(self) -> str:
        return await actions.make_link(self.db, person_id=self.person.id)

    def stranger(self) -> Phone:
        """Return a phone nobody has signed in."""
        return Phone(self.http)

    async def phone(self) -> Phone:
        phone = self.stranger()
        told = await phone.signs_in(await self.link())
        assert told.status_code == 200, told.text
        return phone


@asynccontextmanager
async def in_post(db: Database, hands: Hands, chat: int = 77) -> AsyncIterator[Post]:
    person = await people.introduce(db, channel="webchat", chat=chat, language="zh-CN")
    officer = await in_office(db, person)
    store = MemoryStore()
    transport = httpx.ASGITransport(build(db, store), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://page.test") as http:
        yield Post(db, hands, person, officer, store, http)
