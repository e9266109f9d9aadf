"""Saying a suggestion, part by part.

Each verb is told which inbox entry it answers: what comes a second time, after a kill or a retry,
finds itself answered and changes nothing.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.drafts import queries
from backend.drafts.model import Draft, DraftState, Part, PartKind, Step
from backend.errors import NotFound, Refusal
from backend.people import values

Said = ParamSpec("Said")


@dataclass(frozen=True)
class Answer:
    """Which draft is spoken to, and by which inbox entry (`update`)."""

    draft_id: int
    update: int


def answers(
    verb: Callable[Concatenate[AsyncSession, Draft, Said], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Database, Answer, Said], Coroutine[Any, Any, None]]:
    """Give a verb its transaction; an answer that was taken before is not taken again."""

    @wraps(verb)
    async def once(db: Database, answer: Answer, /, *args: Said.args, **said: Said.kwargs) -> None:
        async with db.begin() as session:
            draft = await _load(session, answer.draft_id)
            if draft.answered >= answer.update or draft.state != DraftState.OPEN:
                return
            draft.answered, draft.touched_at = answer.update, clock.now()
            await verb(session, draft, *args, **said)

    return once


async def start(
    db: Database, *, person_id: int, campaign: str, update: int, message: int = 0, text: str = ""
) -> Draft:
    """Open a draft of a campaign that takes suggestions, or return the one this update opened.

    `text`, said by `message`, is its first part where there is one.
    """
    async with db.begin() as session:
        standing, rules = await campaigns.in_force(session, campaign)
        refuse_unless_open(campaigns.openness(standing, rules), rules)
        opened = await queries.current(session, person_id)
        if opened and opened.answered >= update:
            return opened
        if opened is None or not opened.is_blank or opened.edition != standing.edition:
            opened = Draft(
                person_id=person_id,
                campaign=campaign,
                edition=standing.edition,
                started_at=clock.now(),
                parts=[],
            )
            session.add(opened)
        opened.answered, opened.touched_at = update, clock.now()
        await session.flush()
        if words := values.cleaned(text):
            session.add(_part(opened, message, PartKind.TEXT, text=words))
        return opened


def refuse_unless_open(openness: campaigns.Openness, rules: Campaign) -> None:
    if openness != "open":
        raise Refusal(f"campaign-{openness.replace('_', '-')}", campaign=rules.id)


@answers
async def choose_theme(session: AsyncSession, draft: Draft, *, theme: str) -> None:
    rules = await campaigns.edition(session, draft.edition)
    found = rules.theme(theme)
    if found is None:
        raise NotFound("theme-missing")
    if draft.theme != theme:
        draft.theme, draft.topic = theme, None
    if not found.topics:
        draft.topic = campaigns.OTHER_TOPIC
    draft.step = Step.TOPIC if found.topics else draft.next_step


@answers
async def choose_topic(session: AsyncSession, draft: Draft, *, topic: str) -> None:
    rules = await campaigns.edition(session, draft.edition)
    owner = rules.theme_of(topic)
    if topic != campaigns.OTHER_TOPIC and (owner is None or owner.id != draft.theme):
        raise NotFound("topic-missing")
    draft.topic = topic
    draft.step = draft.next_step


@answers
async def say(session: AsyncSession, draft: Draft, *, message: int, text: str) -> None:
    """Add a message to the text, whatever was asked just then."""
    words = values.cleaned(text)
    if not words:
        raise Refusal("text-empty")
    rules = await campaigns.edition(session, draft.edition)
    _add_words(session, draft, rules, message, words)


def _add_words(session: AsyncSession, draft: Draft, rules: Campaign, message: int, words: str) -> None:
    """Keep words as a part of the text; a closed text that grows over the limit is open again."""
    session.add(_part(draft, message, PartKind.TEXT, text=words))
    if draft.text_closed and len(draft.text) + len(words) + 1 > rules.length.maximum:
        draft.text_closed, draft.step = False, Step.TEXT


@answers
async def take_out(session: AsyncSession, draft: Draft, *, message: int) -> None:
    """Take what one message said out of the text again; a closed text that is now empty is open again."""
    if draft.text_closed and all(part.message == message for part in draft.texts):
        draft.text_closed, draft.step = False, Step.TEXT
    for part in draft.texts:
        if part.message == message:
            await session.delete(part)


async def correct(db: Database, *, person_id: int, message: int, text: str) -> Draft | None:
    """Replace the part that an edited message said; None where no open draft holds that message."""
    words = values.cleaned(text)
    async with db.begin() as session:
        part = await session.scalar(
            select(Part)
            .join(Draft, Draft.id == Part.draft_id)
            .where(Draft.person_id == person_id, Draft.state == DraftState.OPEN)
            .where(Part.message == message, Part.kind == PartKind.TEXT)
        )
        if part is None:
            return None
        if not words:
            raise Refusal("text-empty")
        part.text = words
        draft = await _load(session, part.draft_id)
        draft.touched_at = clock.now()
        rules = await campaigns.edition(session, draft.edition)
        if len(draft.text) > rules.length.maximum:
            draft.text_closed, draft.step = False, Step.TEXT
        return draft


@answers
async def close_text(session: AsyncSession, draft: Draft) -> None:
    """End the text; refuses an empty one and one over the campaign's limit, with the numbers (R40)."""
    rules = await campaigns.edition(session, draft.edition)
    if not draft.text:
        raise Refusal("text-missing")
    if len(draft.text) > rules.length.maximum:
        raise Refusal(
            "text-too-long",
            length=str(len(draft.text)),
            maximum=str(rules.length.maximum),
            over=str(len(draft.text) - rules.length.maximum),
        )
    draft.text_closed = True
    draft.step = draft.next_step


@answers
async def retell(session: AsyncSession, draft: Draft) -> None:
    """Put the text said so far aside, at the person's own wish, to say it anew."""
    for part in draft.dropped:
        await session.delete(part)
    await session.flush()
    for part in draft.texts:
        part.kind = PartKind.DROPPED
    draft.text_closed, draft.step = False, Step.TEXT


@answers
async def restore(_session: AsyncSession, draft: Draft) -> None:
    """Take the text that was put aside up again."""
    for part in draft.dropped:
        part.kind = PartKind.TEXT


@answers
async def attach_text(session: AsyncSession, draft: Draft, *, sha256: str, name: str) -> None:
    """Let a stored text file take the place of a text over the limit; a short one is asked next (R41)."""
    texts = draft.texts
    if not texts:
        return
    place = -texts[0].message  # the message itself may stand for a file, whose caption this text was
    session.add(_part(draft, place, PartKind.FILE, sha256=sha256, name=name))
    for part in texts:
        await session.delete(part)
    draft.text_closed = False
    draft.step = Step.TEXT


@answers
async def name(_session: AsyncSession, draft: Draft, *, name: str) -> None:
    draft.name = values.name(name)
    draft.step = draft.next_step


@answers
async def contact(session: AsyncSession, draft: Draft, *, contact: str) -> None:
    rules = await campaigns.edition(session, draft.edition)
    draft.contact, draft.contact_kind = values.contact(contact, rules.contact_kinds)
    draft.step = draft.next_step


@answers
async def attach(
    session: AsyncSession, draft: Draft, *, message: int, sha256: str, name: str, caption: str = ""
) -> None:
    """Add a stored file, and its caption to the text; refuses one more than the campaign takes."""
    if any(part.message == message for part in draft.files):
        return
    rules = await campaigns.edition(session, draft.edition)
    if len(draft.files) >= rules.files.max_count:
        raise Refusal("file-one-too-many", name=name, maximum=str(rules.files.max_count))
    session.add(_part(draft, message, PartKind.FILE, sha256=sha256, name=name))
    if words := values.cleaned(caption):
        _add_words(session, draft, rules, message, words)


@answers
async def remove_files(session: AsyncSession, draft: Draft) -> None:
    await session.execute(delete(Part).where(Part.draft_id == draft.id, Part.kind == PartKind.FILE))


@answers
async def close_files(_session: AsyncSession, draft: Draft) -> None:
    draft.files_closed = True
    draft.step = draft.next_step


@answers
async def ask(_session: AsyncSession, draft: Draft, *, step: Step) -> None:
    """Go to a question, to change its answer; what was answered stays until it is answered anew."""
    draft.step = step


async def discard(db: Database, *, draft_id: int, person_id: int, update: int) -> None:
    """Give a draft up; the update that asked for it, coming again, gives up no other one."""
    before = select(Draft.id).where(Draft.person_id == person_id, Draft.answered == update)
    async with db.begin() as session:
        if await session.scalar(before.where(Draft.state == DraftState.DISCARDED)):
            return
        draft = await queries.own(session, person_id, draft_id)
        if draft and draft.state == DraftState.OPEN:
            draft.state, draft.answered = DraftState.DISCARDED, update


async def _load(session: AsyncSession, draft_id: int) -> Draft:
    query = select(Draft).where(Draft.id == draft_id).options(selectinload(Draft.parts)).with_for_update()
    draft = await session.scalar(query)
    if draft is None:
        raise NotFound("draft-missing")
    return draft


def _part(
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
