from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock, push
from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import FROM_RECEIPT
from backend.campaigns.schema import Campaign
from backend.db import Database, if_new, keys_of
from backend.deadlines import actions as deadlines
from backend.drafts.actions import refuse_unless_taken
from backend.drafts.answering import spokesman
from backend.drafts.model import Draft, DraftState, PartKind, Step
from backend.drafts.steps import next_step
from backend.errors import NotFound, Refusal
from backend.people.model import Person
from backend.suggestions import history
from backend.suggestions.model import (
    PUBLIC_CHANGES,
    ActorKind,
    Attachment,
    Counter,
    EventKind,
    Suggestion,
    SuggestionState,
    Support,
)


async def submit(db: Database, *, person_id: int, draft_id: int) -> Suggestion:
    """Turn a draft into a suggestion with number, event and owed push; sent twice it is still one.

    A draft for somebody else is entered by the appointment that holds now (R22).
    """
    async with db.begin() as session:
        draft = await _lock(session, person_id, draft_id)
        if sent := await session.scalar(select(Suggestion).where(Suggestion.draft_id == draft_id)):
            return sent
        officer_id = await spokesman(session, draft)
        await _check(session, draft)
        actor = (ActorKind.PERSON, person_id)
        return await enter(session, draft, actor=actor, officer_id=officer_id)


async def enter(
    session: AsyncSession,
    draft: Draft,
    *,
    actor: tuple[ActorKind, int],
    received_at: datetime | None = None,
    channel: str | None = None,
    officer_id: int | None = None,
) -> Suggestion:
    """Give a draft that has been checked its number, its event and the push that is owed.

    `received_at` and `channel` say what is true of a letter that staff enter for its author, `officer_id`
    who enters it for somebody else (R22).
    """
    suggestion = await _write(session, draft, received_at, channel)
    suggestion.officer_id = officer_id
    await _start_the_clock(session, suggestion)
    draft.state = DraftState.SENT
    event = await history.append(
        session,
        suggestion,
        kind=EventKind.REGISTERED,
        actor=actor,
        data={
            "consent": suggestion.consent,
            "due_on": suggestion.due_on.isoformat() if suggestion.due_on else None,
            **({"officer": officer_id} if officer_id else {}),
        },
    )
    await push.owe(
        session, person_id=suggestion.person_id, event_id=event.id, kind="suggestion-registered", at_once=True
    )
    return suggestion


async def support(db: Database, *, person_id: int, number: str) -> None:
    """Stand behind somebody else's public suggestion and follow it; said twice it is said once."""
    async with db.begin() as session:
        query = select(Suggestion).where(Suggestion.number == number, Suggestion.public_since.is_not(None))
        suggestion = await session.scalar(query.with_for_update(key_share=True))
        if suggestion is None:
            raise NotFound("suggestion-missing", number=number)
        if suggestion.person_id == person_id:
            raise Refusal("support-own", number=number)
        values = {"suggestion_id": suggestion.id, "person_id": person_id, "since": clock.now()}
        await session.execute(if_new(session, Support, **values))


async def set_public(session: AsyncSession, suggestion: Suggestion, since: datetime | None) -> None:
    """Make public or private; the suggestion's row must be locked."""
    suggestion.public_since = since
    suggestion.public_change = await counted(session, PUBLIC_CHANGES)


async def counted(session: AsyncSession, prefix: str) -> int:
    """Take the next number under a prefix; others who want one wait until this transaction ends."""
    await session.execute(if_new(session, Counter, prefix=prefix, last=0))
    taken = update(Counter).where(Counter.prefix == prefix).values(last=Counter.last + 1)
    return (await session.execute(taken.returning(Counter.last))).scalar_one()


async def _lock(session: AsyncSession, person_id: int, draft_id: int) -> Draft:
    draft = await session.scalar(
        select(Draft)
        .where(Draft.id == draft_id, Draft.person_id == person_id)
        .options(selectinload(Draft.parts))
        .with_for_update()
    )
    if draft is None or draft.state == DraftState.DISCARDED:
        raise NotFound("draft-missing")
    return draft


async def _check(session: AsyncSession, draft: Draft) -> None:
    await refuse_unless_taken(session, draft)
    await refuse_unless_whole(session, draft)


async def refuse_unless_whole(session: AsyncSession, draft: Draft) -> None:
    """Take no draft with a question open, with words nobody has read, or over the campaign's limit."""
    began_under = await campaigns.edition(session, draft.edition)
    if next_step(draft, began_under) != Step.PREVIEW:
        raise Refusal("draft-incomplete")
    if draft.unread:
        raise Refusal("proposal-unread")
    if len(draft.text) > began_under.length_for(draft.identity).maximum:
        raise Refusal("draft-incomplete")


async def _write(
    session: AsyncSession, draft: Draft, received_at: datetime | None = None, channel: str | None = None
) -> Suggestion:
    rules = await campaigns.edition(session, draft.edition)
    person = await session.get_one(Person, draft.person_id)
    keys = keys_of(session)
    suggestion = Suggestion(
        number=await _next_number(session, rules),
        draft_id=draft.id,
        person_id=draft.subject_id or draft.person_id,
        campaign=draft.campaign,
        edition=draft.edition,
        text=draft.text,
        **answered_in(draft),
        consent=draft.consent,
        consented_at=draft.consented_at,
        source_id=draft.source_id,
        channel=channel or person.channel,
        code_hash=keys.code_hash(keys.code(draft.id)),
        state=SuggestionState.REGISTERED,
        submitted_at=received_at or clock.now(),
        attachments=_attachments(draft),
    )
    session.add(suggestion)
    await session.flush()
    return suggestion


def answered_in(draft: Draft) -> dict[str, str | None]:
    """Return what a suggestion takes over from its draft beside the text and the files."""
    return {
        "theme": draft.theme,
        "topic": draft.topic,
        "scope": draft.scope,
        "receiving_unit": draft.receiving_unit,
        "identity": draft.identity,
        "name": draft.name or "",
        "contact": draft.contact or "",
        "contact_kind": (draft.contact_kind or "") if draft.contact else "",
        "work_unit": draft.work_unit,
        "school": draft.school,
        "address": draft.address,
    }


def _attachments(draft: Draft) -> list[Attachment]:
    """Return the files of a draft, then the signed papers by which its subject agreed."""
    return [
        Attachment(ordinal=place, sha256=part.sha256, name=part.name, agreement=part.kind == PartKind.CONSENT)
        for place, part in enumerate([*draft.files, *draft.papers], 1)
    ]


async def _start_the_clock(session: AsyncSession, suggestion: Suggestion) -> None:
    """Set the last day where it counts from receipt: it runs before any unit has the suggestion (R68)."""
    rules = await campaigns.edition(session, suggestion.edition)
    if (starts_at := rules.deadline.starts_at) in FROM_RECEIPT:
        suggestion.due_on = await deadlines.begin(
            session, suggestion.id, rules, started=suggestion.submitted_at, starts_at=starts_at
        )


async def _next_number(session: AsyncSession, rules: Campaign) -> str:
    return f"{rules.number_prefix}-{await counted(session, rules.number_prefix):06d}"
