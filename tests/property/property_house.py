"""The house these conversations take place in, and what people send there."""

import asyncio
import io
from collections.abc import Coroutine
from itertools import count
from pathlib import Path
from typing import Any

from acting import Clock, Place
from campaign_files import CITY
from databases import new_database_url
from PIL import Image
from property_campaigns import COUNTY

from backend import clock
from backend.campaigns import actions as campaigns
from backend.campaigns import queries
from backend.campaigns.load import read_all
from backend.campaigns.schema import Campaign
from backend.db import Database, connect
from backend.drafts.model import Draft, Part, PartKind, Step
from backend.handling import actions as handling
from backend.migrations.run import upgrade
from backend.people import actions as people
from backend.secret import Keys
from backend.sources import actions as sources
from backend.suggestions import actions as suggestions
from backend.suggestions.similar import Index

SAID_BEFORE = "建议在示例社区第 0 号楼前加装路灯，晚上太黑了。"


def _picture(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "orange").save(made, kind)
    return made.getvalue()


FILES = {
    "a text": ("说明-{n}.txt", "附件内容".encode()),
    "another text": ("../<b>&{n}.txt", b"1"),
    "a photo": ("", _picture("JPEG")),
    "a program": ("{n}.exe", b"MZ"),
    "nothing": ("{n}.txt", b""),
    "a renamed program": ("{n}.pdf", b"MZ\0\0"),
}
"""By what it is: its name and what is in it; a photo has no name."""
REFUSED = {"a program", "nothing", "a renamed program"}


class House:
    """`run` is the one way from a rule, which is no coroutine, to what is."""

    def __init__(self, runner: asyncio.Runner, place: Place, rules: dict[str, Campaign]) -> None:
        self._runner, self.place, self.campaigns = runner, place, rules
        self._chats = count(500_000)

    def run(self, doing: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(doing)

    def new_chat(self) -> int:
        return next(self._chats)


async def opened(folder: Path, keys: Keys, postgresql: str | None, campaign_files: Path) -> tuple[Place, Any]:
    db = connect(await new_database_url(postgresql, folder), keys)
    await upgrade(db)
    rules = read_all(campaign_files)
    for campaign in rules.values():
        await campaigns.put_in_force(db, campaign=campaign)
        await handling.add_units(db, campaign=campaign)
        await sources.put_campaign(db, campaign=campaign.id)
    await _publish(db, SAID_BEFORE)
    ticking, real = Clock(), clock.now
    clock.now = lambda: real() + ticking.ahead
    return Place(db, Index(db, folder / "similar"), CITY, ticking), rules


async def _publish(db: Database, text: str) -> None:
    """Let there be a public suggestion to which others are close."""
    author = await people.introduce(db, channel="webchat", chat=1, language="zh-CN")
    now = clock.now()
    async with db.begin() as session:
        standing, rules = await queries.in_force(session, COUNTY)
        draft = Draft(
            person_id=author.id,
            campaign=rules.id,
            edition=standing.edition,
            step=Step.PREVIEW,
            theme=rules.themes[0].id,
            topic="other",
            text_closed=True,
            files_closed=True,
            scope=rules.scopes[0].id if rules.scopes else None,
            receiving_unit=rules.receiving_units[0].id if rules.receiving_units else None,
            identity=rules.audiences[0].id,
            consent=rules.privacy_wording,
            consented_at=now,
            contact="lisi@example.com",
            contact_kind="email",
            started_at=now,
            touched_at=now,
            parts=[Part(message=1, kind=PartKind.TEXT, text=text, said_at=now)],
        )
        session.add(draft)
    sent = await suggestions.submit(db, person_id=author.id, draft_id=draft.id)
    await handling.publish(db, number=sent.number, staff_id=1)
