"""An author puts a returned suggestion right, as the chat does it: its draft, the text anew, handed in."""

from backend_house import one
from sqlalchemy import select

from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts.answering import Answer
from backend.drafts.model import Draft
from backend.suggestions import reopening
from backend.suggestions.model import Suggestion

STEPS = 5
"""Inbox entries that one correction takes."""


async def put_right(db: Database, *, person_id: int, number: str, text: str, update: int) -> None:
    """Take `update` and the four after it."""
    whose = {"person_id": person_id, "number": number}
    await reopening.open_again(db, **whose, update=update, message=update)
    first = (await one(db, Suggestion, number=number)).draft_id
    async with db.read() as session:
        query = select(Draft.id).where(Draft.corrects == first).order_by(Draft.id.desc()).limit(1)
        draft_id = (await session.scalars(query)).one()
    await drafts.retell(db, Answer(draft_id, update + 1))
    await drafts.say(db, Answer(draft_id, update + 2), message=update + 2, text=text)
    await drafts.close_text(db, Answer(draft_id, update + 3))
    await reopening.hand_in(db, person_id=person_id, draft_id=draft_id, update=update + 4)
