"""An officer at work, past the chat: entries said step by step, and what comes back of them."""

from itertools import count
from typing import Any

from officers_house import in_office
from sqlalchemy import select

import backend.visits.messages  # noqa: F401 - as in the program: these declare what officers are told
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import attachments, speaker
from backend.drafts.answering import Answer
from backend.drafts.model import Draft, Step
from backend.officers.model import Officer
from backend.people import actions as people
from backend.people.model import Person
from backend.proxy import speaking
from backend.push.model import Push
from backend.suggestions.actions import submit
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight
from backend.visits.model import Visit

CAMPAIGN, TEXT = "city-2024", "在示例社区的公交站加装遮阳棚。"
OFFICE = Sight(None, everything=True)
TICKS = count(100)
CHATS = count(8_000)


async def an_officer(db: Database, unit: str = "transport") -> tuple[Person, Officer]:
    person = await people.introduce(db, channel="webchat", chat=next(CHATS), language="zh-CN")
    return person, await in_office(db, person, unit=unit)


def by(draft: Draft) -> Answer:
    return Answer(draft.id, next(TICKS))


async def begun(db: Database, person: Person, **like: Any) -> Draft:
    draft = await speaking.begin(
        db, person_id=person.id, campaign=CAMPAIGN, update=next(TICKS), message=next(TICKS), **like
    )
    assert draft
    return draft


async def entered(
    db: Database, person: Person, *, name: str = "张三", contact: str = "", text: str = TEXT, **like: Any
) -> Suggestion:
    """Enter a suggestion for somebody, step by step."""
    draft = await begun(db, person, **like)
    if draft.consent is None:
        await speaking.spoken_consent(db, by(draft))
        await speaker.choose(db, by(draft), step=Step.IDENTITY, said="resident")
        await speaker.tell(db, by(draft), step=Step.NAME, said=name)
        if contact:
            await speaker.tell(db, by(draft), step=Step.CONTACT, said=contact)
        else:
            await speaking.without_contact(db, by(draft))
    if draft.theme is None:
        await drafts.choose_theme(db, by(draft), theme="green-ecology")
        await drafts.choose_topic(db, by(draft), topic="t24")
    await drafts.say(db, by(draft), message=next(TICKS), text=text)
    await drafts.close_text(db, by(draft))
    await attachments.close_files(db, by(draft))
    return await submit(db, person_id=person.id, draft_id=draft.id)


async def visits(db: Database, suggestion: Suggestion) -> list[Visit]:
    mine = select(Visit).where(Visit.suggestion_id == suggestion.id)
    async with db.read() as session:
        return list(await session.scalars(mine.order_by(Visit.id)))


async def told(db: Database, person: Person) -> list[str]:
    """Return the kinds of what an officer was told of visits, in order."""
    mine = select(Push.kind).where(Push.person_id == person.id, Push.about.is_not(None))
    async with db.read() as session:
        return list(await session.scalars(mine.order_by(Push.id)))
