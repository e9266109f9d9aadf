"""Text that a machine read from a photo: proposed, taken over at a wish, read before it is sent."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database, if_new
from backend.drafts import queries
from backend.drafts.actions import add_words
from backend.drafts.answering import answers
from backend.drafts.model import Draft, DraftState, Part, PartKind, Step
from backend.errors import NotFound


async def propose(db: Database, *, person_id: int, draft_id: int, message: int, text: str) -> bool:
    """Keep what was read from the photo of a message; the first reading stays. Say whether it is there."""
    async with db.begin() as session:
        draft = await queries.own(session, person_id, draft_id)
        if draft is None or draft.state != DraftState.OPEN:
            return False
        row = {"draft_id": draft.id, "message": message, "kind": PartKind.PROPOSED}
        await session.execute(if_new(session, Part, **row, text=text, said_at=clock.now()))
        return True


async def of_message(session: AsyncSession, person_id: int, message: int) -> Part | None:
    """Return what was read from a photo, while its draft is open."""
    query = select(Part).join(Draft, Draft.id == Part.draft_id)
    query = query.where(Draft.person_id == person_id, Draft.state == DraftState.OPEN)
    return await session.scalar(query.where(Part.message == message, Part.kind == PartKind.PROPOSED))


@answers
async def use(session: AsyncSession, draft: Draft, *, message: int, at: int) -> None:
    """Take a proposal over into the text, which stays open to be corrected."""
    proposed = next((part for part in draft.proposed if part.message == message), None)
    if proposed is None or not proposed.text:
        raise NotFound("proposal-missing")
    if all(part.text != proposed.text for part in draft.texts):
        add_words(session, draft, await campaigns.edition(session, draft.edition), at, proposed.text)
    draft.text_closed, draft.step = False, Step.TEXT


@answers
async def decline(session: AsyncSession, draft: Draft, *, message: int) -> None:
    """Throw a proposal away, and ask for the text."""
    for part in draft.proposed:
        if part.message == message:
            await session.delete(part)
    draft.step = Step.TEXT if not draft.text_closed else draft.step


@answers
async def confirm(session: AsyncSession, draft: Draft) -> None:
    """Say that what was taken over has been read beside the paper."""
    for part in draft.unread:
        await session.delete(part)
