"""A returned suggestion opens as the draft it was: everything in it may be changed (R56).

It is a draft of its own, of the one who puts it right: what was sent stays as it is until that is handed in.
Files that come from the suggestion bear numbers no message of a chat has; its text bears the number of the
message by which it was opened, before everything that is said after it.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.drafts import queries as drafts
from backend.drafts.actions import note_turn
from backend.drafts.answering import load, part_of
from backend.drafts.model import Draft, DraftState, PartKind, Step
from backend.drafts.steps import PERSONAL, next_step
from backend.errors import NotFound, Refusal
from backend.people.model import Person
from backend.suggestions.actions import answered_in, refuse_unless_whole
from backend.suggestions.author import lock_own, put_right
from backend.suggestions.lifecycle import Verb, allowed
from backend.suggestions.model import Attachment, Suggestion

BEYOND_CHATS = 10**12
"""Added to the number of an attachment: the number of its part in a draft."""
WHAT = ("theme", "topic", "scope", "receiving_unit")
WHO = (Step.IDENTITY, *PERSONAL, "contact_kind")
Changes = dict[str, str | int | None]


async def open_again(db: Database, *, person_id: int, number: str, update: int, message: int) -> None:
    """Open the draft of a suggestion that was returned to its author, as told at a message of the chat."""
    async with db.begin() as session:
        suggestion = await lock_own(session, person_id, number)
        await reopen(session, suggestion, person_id=person_id, update=update, message=message)


async def hand_in(db: Database, *, person_id: int, draft_id: int, update: int) -> str:
    """Hand in for oneself what was put right, and return its number; handed in twice it is once."""
    async with db.begin() as session:
        suggestion, draft = await reopened(session, person_id, draft_id)
        if draft.subject_id:
            raise NotFound("draft-missing")
        if draft.state == DraftState.OPEN:
            await resubmit(session, suggestion, draft, update=update)
        return suggestion.number


async def reopened(session: AsyncSession, person_id: int, draft_id: int) -> tuple[Suggestion, Draft]:
    """Return a suggestion and the draft that corrects it for writing; it may be handed in already."""
    query = select(Suggestion).join(Draft, Draft.corrects == Suggestion.draft_id)
    query = query.where(Draft.id == draft_id, Draft.person_id == person_id)
    suggestion = await session.scalar(query.with_for_update(of=Suggestion))
    if suggestion is None:
        raise NotFound("draft-missing")
    return suggestion, await load(session, draft_id)


async def reopen(
    session: AsyncSession, suggestion: Suggestion, *, person_id: int, update: int, message: int
) -> None:
    """Open a returned suggestion, which must be locked, in a draft of whoever puts it right now.

    It holds what the suggestion holds; one that is open already is gone on with as it is. What was said of
    other things before, a question or a supplement, is put down.
    """
    if await drafts.answered(session, person_id) >= update:
        return
    if not allowed(Verb.CORRECT, suggestion.state):
        raise Refusal("correction-nothing", number=suggestion.number)
    begun = select(Draft).where(Draft.corrects == suggestion.draft_id, Draft.person_id == person_id)
    draft = await session.scalar(begun.where(Draft.state == DraftState.OPEN).with_for_update())
    if draft is None:
        draft = await _begun(session, suggestion, person_id, message)
    draft.answered, draft.touched_at = update, clock.now()
    person = await session.get_one(Person, person_id)
    person.answering = person.adding_to = None
    await note_turn(session, draft, message)


async def _begun(session: AsyncSession, suggestion: Suggestion, person_id: int, message: int) -> Draft:
    """Begin a draft with what the suggestion holds; who it is from is asked again where consent was ended."""
    first = await session.get_one(Draft, suggestion.draft_id)
    agreed = first.consent is not None
    draft = Draft(
        person_id=person_id,
        subject_id=first.subject_id,
        corrects=first.id,
        campaign=suggestion.campaign,
        edition=suggestion.edition,
        on_own_page=first.on_own_page,
        consent=first.consent,
        consented_at=first.consented_at,
        text_closed=True,
        files_closed=True,
        started_at=clock.now(),
        touched_at=clock.now(),
    )
    for name in (*WHAT, *(WHO if agreed else ())):
        setattr(draft, name, getattr(suggestion, name) or None)
    if agreed and draft.contact is None:
        draft.contact_kind = first.contact_kind
    session.add(draft)
    await session.flush()
    session.add(part_of(draft, message, PartKind.TEXT, text=suggestion.text))
    session.add_all(
        part_of(draft, BEYOND_CHATS + one.id, PartKind.FILE, sha256=one.sha256, name=one.name)
        for one in await _attached(session, suggestion)
    )
    draft.step = next_step(draft, await campaigns.edition(session, draft.edition))
    return draft


async def _attached(session: AsyncSession, suggestion: Suggestion) -> Sequence[Attachment]:
    """Return what was attached in the draft: neither what was added later nor the signed papers."""
    query = select(Attachment).where(Attachment.suggestion_id == suggestion.id)
    query = query.where(Attachment.supplement_id.is_(None), Attachment.agreement.is_(False))
    return (await session.scalars(query.order_by(Attachment.ordinal))).all()


async def resubmit(
    session: AsyncSession,
    suggestion: Suggestion,
    draft: Draft,
    *,
    update: int,
    by: int | None = None,
    officer_id: int | None = None,
) -> None:
    """Hand a reopened draft in under the number it has, `by` an officer or by its author; both are locked.

    The text before is kept with the event, which says what else was changed.
    """
    if not allowed(Verb.CORRECT, suggestion.state):
        raise Refusal("correction-nothing", number=suggestion.number)
    await refuse_unless_whole(session, draft)
    changes = dict(_changes(suggestion, draft)) | await _take_over_files(session, suggestion, draft)
    for name, value in answered_in(draft).items():
        setattr(suggestion, name, value)
    await put_right(
        session, suggestion, draft.text, update=update, by=by, officer_id=officer_id, changes=changes
    )
    suggestion.consent, suggestion.consented_at = draft.consent, draft.consented_at
    draft.state, draft.answered = DraftState.SENT, update
    await _empty(session, draft)


async def _empty(session: AsyncSession, draft: Draft) -> None:
    """Take out of a draft what the suggestion has now."""
    for part in draft.parts:
        await session.delete(part)
    for name in (*WHAT, *WHO, "consent", "consented_at"):
        setattr(draft, name, None)


def _changes(suggestion: Suggestion, draft: Draft) -> Iterator[tuple[str, str | int | None]]:
    if (draft.theme, draft.topic) != (suggestion.theme, suggestion.topic):
        yield from (("theme_before", suggestion.theme), ("topic_before", suggestion.topic))
        yield from (("theme", draft.theme), ("topic", draft.topic))
    if draft.scope != suggestion.scope:
        yield from (("scope_before", suggestion.scope), ("scope", draft.scope))
    if draft.receiving_unit != suggestion.receiving_unit:
        yield ("receiving_unit", draft.receiving_unit)
    now = answered_in(draft)
    if any((now[name] or None) != (getattr(suggestion, name) or None) for name in WHO):
        yield ("person_changed", 1)


async def _take_over_files(session: AsyncSession, suggestion: Suggestion, draft: Draft) -> Changes:
    there, kept = await _attached(session, suggestion), {part.message for part in draft.files}
    gone = [one for one in there if BEYOND_CHATS + one.id not in kept]
    new = [part for part in draft.files if part.message < BEYOND_CHATS]
    last = select(func.max(Attachment.ordinal)).where(Attachment.suggestion_id == suggestion.id)
    place = await session.scalar(last) or 0
    for one in gone:
        await session.delete(one)
    session.add_all(
        Attachment(suggestion_id=suggestion.id, ordinal=place + more, sha256=part.sha256, name=part.name)
        for more, part in enumerate(new, 1)
    )
    return {"files_added": len(new), "files_removed": len(gone)} if new or gone else {}
