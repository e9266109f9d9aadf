"""Saying a suggestion, part by part.

Each verb is told which inbox entry it answers: what comes a second time, after a kill or a retry,
finds itself answered and changes nothing.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Named
from backend.campaigns.schema import Campaign
from backend.db import Database, if_new
from backend.drafts import queries
from backend.drafts.answering import answers, load, part_of, spokesman
from backend.drafts.model import Draft, DraftState, Part, PartKind, Step, Turn
from backend.drafts.steps import next_step
from backend.errors import NotFound, Refusal
from backend.people import queries as people
from backend.people import values
from backend.people.model import Person
from backend.sources import queries as sources


async def start(
    db: Database, *, person_id: int, campaign: str, update: int, message: int, text: str = ""
) -> Draft | None:
    """Open a draft of a campaign that takes suggestions.

    Where this update was taken before, return what is open now, None for nothing.

    `message` is where in the chat it was begun; `text`, said there, is its first part if there is one.
    """
    async with db.begin() as session:
        try:
            standing, rules = await campaigns.in_force(session, campaign)
        except NotFound as gone:
            raise NotFound("draft-campaign-missing") from gone
        person = await session.get_one(Person, person_id)
        refuse_unless_open(campaigns.openness(standing, rules, person.channel), rules)
        opened = await queries.current(session, person_id)
        if await queries.answered(session, person_id) >= update:
            return opened
        if opened is None or opened.subject_id or not opened.is_blank or opened.edition != standing.edition:
            opened = await new_draft(session, person, rules, standing.edition)
        opened.answered, opened.touched_at = update, clock.now()
        opened.source_id = await sources.recent(session, person_id, campaign)
        await session.flush()
        await note_turn(session, opened, message)
        if words := values.cleaned(text):
            session.add(part_of(opened, message, PartKind.TEXT, text=words))
        return opened


async def new_draft(
    session: AsyncSession, person: Person, rules: Campaign, edition: str, *, subject_id: int | None = None
) -> Draft:
    """Begin a draft, with all that need not be asked: a list of one, an agreement given before.

    What the person agreed to for themselves says nothing of a subject for whom they speak.
    """
    chat = rules.chat(person.channel)
    own = subject_id is None
    given_at = await people.consented_at(session, person.id, rules.privacy_wording) if own else None
    opened = Draft(
        person_id=person.id,
        subject_id=subject_id,
        campaign=rules.id,
        edition=edition,
        scope=_only(rules.scopes),
        receiving_unit=_only(rules.receiving_units),
        identity=_only(rules.audiences),
        on_own_page=bool(chat and chat.contact == "own_page"),
        consent=rules.privacy_wording if given_at else None,
        consented_at=given_at,
        started_at=clock.now(),
        parts=[],
    )
    session.add(opened)
    return opened


def _only(named: Sequence[Named]) -> str | None:
    return named[0].id if len(named) == 1 else None


async def note_turn(session: AsyncSession, draft: Draft, message: int) -> None:
    turn = {"person_id": draft.person_id, "draft_id": draft.id, "message": message}
    await session.execute(if_new(session, Turn, **turn))


async def turn_to(db: Database, *, person_id: int, draft_id: int, message: int) -> None:
    """Note that from this message of the chat on, this draft was being written."""
    async with db.begin() as session:
        draft = await queries.own(session, person_id, draft_id)
        if draft:
            await note_turn(session, draft, message)


async def pick_up(
    db: Database, *, person_id: int, draft_id: int, update: int, message: int | None = None
) -> None:
    """Go on with one of several drafts, from this message of the chat on where it is known."""
    async with db.begin() as session:
        draft = await queries.own(session, person_id, draft_id)
        if draft is None or draft.state != DraftState.OPEN:
            raise NotFound("draft-missing")
        await spokesman(session, draft)
        if draft.answered < update:
            draft.answered, draft.touched_at = update, clock.now()
            if message is not None:
                await note_turn(session, draft, message)


async def refuse_unless_taken(session: AsyncSession, draft: Draft) -> None:
    """Ask for no personal data, and take nothing to be sent, while the campaign takes nothing (R12).

    What was returned may be put right also then.
    """
    if draft.corrects:
        return
    standing, rules = await campaigns.in_force(session, draft.campaign)
    person = await session.get_one(Person, draft.person_id)
    refuse_unless_open(campaigns.openness(standing, rules, person.channel), rules)


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
    draft.step = Step.TOPIC if found.topics else next_step(draft, rules)


@answers
async def choose_topic(session: AsyncSession, draft: Draft, *, topic: str) -> None:
    rules = await campaigns.edition(session, draft.edition)
    owner = rules.theme_of(topic)
    if topic != campaigns.OTHER_TOPIC and (owner is None or owner.id != draft.theme):
        raise NotFound("topic-missing")
    draft.topic = topic
    draft.step = next_step(draft, rules)


@answers
async def say(session: AsyncSession, draft: Draft, *, message: int, text: str) -> None:
    """Add a message to the text, whatever was asked just then."""
    words = values.cleaned(text)
    if not words:
        raise Refusal("text-empty")
    rules = await campaigns.edition(session, draft.edition)
    add_words(session, draft, rules, message, words)


def add_words(session: AsyncSession, draft: Draft, rules: Campaign, message: int, words: str) -> None:
    """Keep words as a part of the text; a closed text that grows over the limit is open again."""
    session.add(part_of(draft, message, PartKind.TEXT, text=words))
    if draft.text_closed and len(draft.text) + len(words) + 1 > rules.length_for(draft.identity).maximum:
        draft.text_closed, draft.step = False, Step.TEXT


@answers
async def take_out(session: AsyncSession, draft: Draft, *, message: int) -> None:
    """Take what one message said out of the text again; a closed text that is now empty is open again."""
    if draft.text_closed and all(part.message == message for part in draft.texts):
        draft.text_closed, draft.step = False, Step.TEXT
    for part in draft.texts:
        if part.message == message:
            await session.delete(part)


async def correct(db: Database, *, person_id: int, message: int, text: str, update: int) -> Draft | None:
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
        draft = await load(session, part.draft_id)
        await spokesman(session, draft)
        if await queries.answered(session, person_id) >= update:
            return draft
        part.text = words
        draft.answered = update  # and not touched: it may be another than is being written
        rules = await campaigns.edition(session, draft.edition)
        if len(draft.text) > rules.length_for(draft.identity).maximum:
            draft.text_closed, draft.step = False, Step.TEXT
        return draft


@answers
async def close_text(session: AsyncSession, draft: Draft) -> None:
    """End the text; refuses an empty one and one over the campaign's limit, with the numbers (R40)."""
    rules = await campaigns.edition(session, draft.edition)
    if not draft.text:
        raise Refusal("text-missing")
    if len(draft.text) > rules.length_for(draft.identity).maximum:
        raise Refusal(
            "text-too-long",
            length=str(len(draft.text)),
            maximum=str(rules.length_for(draft.identity).maximum),
            over=str(len(draft.text) - rules.length_for(draft.identity).maximum),
        )
    draft.text_closed = True
    draft.step = next_step(draft, rules)


@answers
async def retell(session: AsyncSession, draft: Draft) -> None:
    """Put the text said so far aside, at the person's own wish, to say it anew; said twice it stays there."""
    if not draft.texts:
        return
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
async def ask(_session: AsyncSession, draft: Draft, *, step: Step) -> None:
    """Go to a question, to change its answer; what was answered stays until it is answered anew."""
    draft.step = step


async def discard(db: Database, *, draft_id: int, person_id: int, update: int) -> bool:
    """Give a draft up, and say whether it is; the update that asked, coming again, gives up no other one."""
    async with db.begin() as session:
        draft = await queries.own(session, person_id, draft_id)
        taken = await queries.answered(session, person_id) >= update
        if draft and draft.state == DraftState.OPEN and not taken:
            draft.state, draft.answered, draft.touched_at = DraftState.DISCARDED, update, clock.now()
        return bool(draft and draft.state == DraftState.DISCARDED)


async def take_back(db: Database, *, person_id: int, draft_id: int, update: int, message: int) -> None:
    """Open a draft again that was thrown away; one that was sent or is open stays as it is."""
    async with db.begin() as session:
        draft = await queries.own(session, person_id, draft_id)
        if draft and draft.state == DraftState.DISCARDED and draft.answered < update:
            draft.state, draft.answered, draft.touched_at = DraftState.OPEN, update, clock.now()
            await note_turn(session, draft, message)
