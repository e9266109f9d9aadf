"""What comes again after a kill or an outage takes nothing away."""

from datetime import timedelta

from sqlalchemy import select

from backend.campaigns.queries import OTHER_TOPIC
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts.answering import Answer
from backend.drafts.model import Draft, DraftState
from backend.inbox import actions as inbox
from backend.inbox.actions import Arrival
from backend.inbox.model import Update, UpdateState
from backend.people.actions import introduce

CHANNELS = ("webchat", "telegram")


async def test_throwing_away_twice_by_one_tap_leaves_the_other_draft(db: Database) -> None:
    person = await introduce(db, channel="webchat", chat=1, language="zh-CN")
    for update in (1, 5):
        draft = await drafts.start(
            db, person_id=person.id, campaign="city-2024", update=update, message=update
        )
        await drafts.choose_topic(db, Answer(draft.id, update + 1), topic=OTHER_TOPIC)
    async with db.read() as session:
        older, newer = await session.scalars(select(Draft.id).order_by(Draft.id))
    for draft_id in (newer, older):  # the repeat finds the older one to be the current one
        await drafts.discard(db, draft_id=draft_id, person_id=person.id, update=9)
    async with db.read() as session:
        states = list(await session.scalars(select(Draft.state).order_by(Draft.id)))
    assert states == [DraftState.OPEN, DraftState.DISCARDED]


async def test_an_outage_makes_no_dead_letter(db: Database) -> None:
    await inbox.store(db, [Arrival("webchat", b'{"update_id": 1, "message": {"chat": {"id": 1}}}')])
    for _ in range(3 * inbox.MOST_ATTEMPTS):
        (row,) = await inbox.claim(db, channels=CHANNELS, holder="talker", most=1)
        assert row.attempts <= inbox.MOST_ATTEMPTS
        await inbox.retry(db, holder="talker", entry=row.id, after=timedelta(seconds=-1))
    async with db.read() as session:
        assert await session.scalar(select(Update.state)) == UpdateState.OPEN
