"""The page of our own: a link made for the chat, opened by a browser, filled in once."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.drafts import answering, speaker
from backend.drafts.model import Draft, DraftState, Step
from backend.errors import Conflict, NotFound, Refusal
from backend.inbox import actions as inbox
from backend.own_page.model import PageLink
from backend.people.model import Person

OPEN_FOR = timedelta(hours=24)
TAKEN_AGAIN = timedelta(minutes=10)
"""So long the same form coming again is taken already; longer would let who has a used link try guesses."""
TOKEN_BYTES = 32
GO_ON = "/go_on"
"""The command with which the chat goes on by itself once the page was filled in."""


@dataclass(frozen=True)
class Page:
    """What a link opens: whose draft it is, and what its campaign asks."""

    link: PageLink
    draft: Draft
    rules: Campaign
    person: Person


def digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


async def make(db: Database, *, person_id: int, draft_id: int, update: int) -> str:
    """Return the token of a new link to a draft's page; the draft's older links end.

    The same update coming again gets another link: what the first one was is known to nobody.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    async with db.begin() as session:
        draft = await answering.load(session, draft_id)
        if draft.person_id != person_id or draft.state != DraftState.OPEN or not draft.on_own_page:
            raise NotFound("draft-missing")
        await answering.spokesman(session, draft)
        draft.answered, draft.touched_at = max(draft.answered, update), clock.now()
        await _end_older(session, draft_id)
        now = clock.now()
        session.add(
            PageLink(draft_id=draft_id, token_hash=digest(token), made_at=now, expires_at=now + OPEN_FOR)
        )
    return token


async def _end_older(session: AsyncSession, draft_id: int) -> None:
    now = clock.now()
    still_open = update(PageLink).where(PageLink.draft_id == draft_id, PageLink.used_at.is_(None))
    await session.execute(still_open.where(PageLink.expires_at > now).values(expires_at=now))


async def open_page(session: AsyncSession, token: str) -> Page:
    """Return what a link opens. Looking uses nothing up: programs that preview links look, too."""
    page = await _found(session, token)
    _refuse_over(page)
    return page


async def _found(session: AsyncSession, token: str) -> Page:
    query = (
        select(PageLink, Draft, Person)
        .join(Draft, Draft.id == PageLink.draft_id)
        .join(Person, Person.id == Draft.person_id)
        .where(PageLink.token_hash == digest(token))
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise NotFound("page-link-missing")
    link, draft, person = row
    return Page(link, draft, await campaigns.edition(session, draft.edition), person)


def _refuse_over(page: Page) -> None:
    if page.link.used_at:
        raise Conflict("page-link-used")
    if page.draft.state != DraftState.OPEN:
        raise Conflict("page-link-draft-over")
    if page.link.expires_at <= clock.now():
        raise Conflict("page-link-expired")


async def fill(db: Database, *, token: str, said: Mapping[str, str]) -> dict[Step, Refusal]:
    """Take the form and let the chat go on; return what is wrong with which field, and then take nothing.

    The same form coming again, by a double tap or after a lost answer, is taken already.
    """
    async with db.begin() as session:
        page = await _held(session, token)
        if _is_taken(page, said):
            return {}
        _refuse_over(page)
        await answering.spokesman(session, page.draft)
        asked = page.draft.step
        wrong = speaker.fill_in(page.draft, page.rules, said)
        if wrong:
            return wrong
        if asked != Step.OWN_PAGE:  # the chat asks something else by now, and goes on with that
            page.draft.step = asked
        page.link.used_at = clock.now()
        await inbox.put(session, _going_on(page))
        return {}


async def _held(session: AsyncSession, token: str) -> Page:
    """Return what a link opens, for writing; nobody else writes the draft or uses the link meanwhile."""
    query = select(PageLink.draft_id).where(PageLink.token_hash == digest(token))
    if draft_id := await session.scalar(query):
        await answering.load(session, draft_id)
    return await _found(session, token)


def _is_taken(page: Page, said: Mapping[str, str]) -> bool:
    used = page.link.used_at
    recent = bool(used and used > clock.now() - TAKEN_AGAIN)
    return recent and speaker.says_the_same(page.draft, page.rules, said)


def _going_on(page: Page) -> inbox.Arrival:
    """Make the update by which the chat goes on, of a number no chat server gives: they count upwards."""
    person = page.person.chat
    message = {
        "message_id": 0,
        "date": int(clock.now().timestamp()),
        "chat": {"id": person, "type": "private"},
        "from": {"id": person, "is_bot": False, "first_name": ""},
        "text": GO_ON,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(GO_ON)}],
    }
    update = {"update_id": -page.link.id, "message": message}
    return inbox.Arrival(page.person.channel, json.dumps(update).encode())
