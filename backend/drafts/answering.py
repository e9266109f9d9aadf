"""An answer to a draft is taken once, however often its update comes."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.db import Database
from backend.drafts import queries
from backend.drafts.model import Draft, DraftState, Part, PartKind
from backend.errors import NotAllowed, NotFound

Said = ParamSpec("Said")
Voucher = Callable[[AsyncSession, int], Awaitable[int]]
"""From a person to the appointment by which they speak for others today; it refuses who has none."""
VOUCHERS: list[Voucher] = []


def vouches(voucher: Voucher) -> Voucher:
    """Register what knows who may speak for somebody else: appointments are known above drafts."""
    VOUCHERS.append(voucher)
    return voucher


async def spokesman(session: AsyncSession, draft: Draft) -> int | None:
    """Return the appointment by which a draft is said for somebody else, None for one's own; asked anew."""
    if draft.subject_id is None:
        return None
    for voucher in VOUCHERS:
        return await voucher(session, draft.person_id)
    raise NotAllowed("officer-not-in-office")


@dataclass(frozen=True)
class Answer:
    """Which draft is spoken to, and by which inbox entry (`update`)."""

    draft_id: int
    update: int


def answers(
    verb: Callable[Concatenate[AsyncSession, Draft, Said], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Database, Answer, Said], Coroutine[Any, Any, None]]:
    """Give a verb its transaction; an answer that was taken before is not taken again, by no draft.

    An update that was older than what any draft of this person has taken in comes from a talker that stood
    still meanwhile, and says nothing new.
    """

    @wraps(verb)
    async def once(db: Database, answer: Answer, /, *args: Said.args, **said: Said.kwargs) -> None:
        async with db.begin() as session:
            draft = await load(session, answer.draft_id)
            if draft.state != DraftState.OPEN:
                return
            if await queries.answered(session, draft.person_id) >= answer.update:
                return
            await spokesman(session, draft)
            draft.answered, draft.touched_at = answer.update, clock.now()
            await verb(session, draft, *args, **said)

    return once


async def load(session: AsyncSession, draft_id: int) -> Draft:
    """Return a draft for writing, with its parts; nobody else writes it meanwhile."""
    query = select(Draft).where(Draft.id == draft_id).options(selectinload(Draft.parts)).with_for_update()
    draft = await session.scalar(query)
    if draft is None:
        raise NotFound("draft-missing")
    return draft


def part_of(
    draft: Draft,
    message: int,
    kind: PartKind,
    *,
    text: str | None = None,
    sha256: str | None = None,
    name: str | None = None,
) -> Part:
    return Part(
        draft_id=draft.id,
        message=message,
        kind=kind,
        text=text,
        sha256=sha256,
        name=name,
        said_at=clock.now(),
    )
