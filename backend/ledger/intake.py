"""Letters, e-mails, visits and calls, registered by hand for whoever said them (R31, R34).

All in one transaction: person, draft and suggestion are there together or not at all. The draft is checked
by the campaign's rules, but for those that concern chats alone:

- length: the limit is that of a field to type in; a manuscript may have any length (R40, R47);
- consent and category: who writes a letter cannot be asked, and has sent name and address themselves;
- contact: where a letter gives a postal address, that is how its author is reached;
- dates: a letter is in time by the day it was received, however late it is entered (R12).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database, if_new, keys_of
from backend.drafts.model import Draft, DraftState, Part, PartKind, Step
from backend.errors import Conflict, Refusal
from backend.i18n import DEFAULT_LANGUAGE
from backend.ledger import numbers
from backend.ledger.numbers import Foreign
from backend.people import values
from backend.people.model import CHATLESS, Person
from backend.suggestions.actions import enter
from backend.suggestions.model import ActorKind, Suggestion

BY_HAND = ("letter", "email", "visit", "telephone")
"""Channels of what is registered by hand, the commonest first."""
TEXT_MAXIMUM = 20_000
CHAT_BITS = 62
StoredName = tuple[str, str]
"""SHA-256 and name of a file that has been kept."""


@dataclass(frozen=True)
class Letter:
    """What was said, and by whom; "" for what is not known. `received` is a day, or the moment itself."""

    campaign: str
    channel: str
    theme: str
    topic: str
    text: str
    name: str = ""
    contact: str = ""
    received: date | datetime | None = None
    scope: str = ""
    receiving_unit: str = ""
    identity: str = ""
    work_unit: str = ""
    school: str = ""
    address: str = ""
    files: Sequence[StoredName] = field(default=())
    papers: Sequence[StoredName] = field(default=())
    """Signed consents (R49), which are no files of the suggestion."""
    told_by: str = ""
    """The channel of its person, where that is not the letter's own: `elsewhere`."""


@dataclass(frozen=True)
class Registered:
    """`code` is told to the author with the number; `new` is False where it was there already."""

    suggestion: Suggestion
    code: str
    new: bool


async def register(
    db: Database, *, letter: Letter, once: str, staff_id: int, foreign: Foreign | None = None
) -> Registered:
    """Enter a letter into the ledger; asked for twice, by `once` or by its foreign number, it is one."""
    async with db.begin() as session:
        if foreign and (known := await numbers.suggestion_with(session, foreign)):
            return Registered(known, "", new=False)
        person = await _person(session, letter, once)
        draft = await session.scalar(
            select(Draft).where(Draft.person_id == person.id).options(selectinload(Draft.parts))
        )
        if draft:
            return await again(session, draft, letter)
        rules, draft = await fill(session, person.id, letter)
        suggestion = await enter(
            session,
            draft,
            actor=(ActorKind.STAFF, staff_id),
            received_at=moment(rules, letter.received),
            channel=letter.channel,
        )
        if foreign:
            await numbers.note(session, foreign, suggestion.id, finished=not letter.told_by)
        return Registered(suggestion, keys_of(session).code(draft.id), new=True)


async def _person(session: AsyncSession, letter: Letter, once: str) -> Person:
    """Return the one person this form is about, made on first sight; the number of their chat is ours."""
    channel = letter.told_by or letter.channel
    if channel not in (CHATLESS if letter.told_by else BY_HAND):
        raise Refusal("intake-channel-missing")
    number = int.from_bytes(hashlib.sha256(once.encode()).digest(), "big") >> (256 - CHAT_BITS)
    row = {"channel": channel, "chat": number, "language": DEFAULT_LANGUAGE, "since": clock.now()}
    mine = select(Person).where(Person.chat == number, Person.channel.in_(CHATLESS))
    if await session.scalar(mine.limit(1)) is None:
        await session.execute(if_new(session, Person, **row))
    return (await session.scalars(mine.with_for_update())).one()


async def again(session: AsyncSession, draft: Draft, letter: Letter) -> Registered:
    """Answer a form sent twice; one that says something else by now is refused, not swallowed."""
    there = (await session.scalars(select(Suggestion).where(Suggestion.draft_id == draft.id))).one()
    if draft.text != values.cleaned(letter.text) or not _is_the_same(draft, letter):
        raise Conflict("intake-registered-already", number=there.number)
    return Registered(there, keys_of(session).code_told(draft.id, there.code_hash), new=False)


def _is_the_same(draft: Draft, letter: Letter) -> bool:
    """Say whether matter and author are those of the draft; one that was emptied has forgotten its author."""
    if (draft.theme, draft.topic) != (letter.theme, letter.topic or campaigns.OTHER_TOPIC):
        return False
    contact = values.contact(letter.contact)[0] if values.cleaned(letter.contact) else None
    return draft.name is None or (draft.name, draft.contact) == (values.name(letter.name), contact)


async def fill(
    session: AsyncSession, person_id: int, letter: Letter, *, as_in_chats: bool = False
) -> tuple[Campaign, Draft]:
    """Make a draft of a letter, checked and ready to be entered; `as_in_chats` with the limit of chats."""
    standing, rules = await campaigns.in_force(session, letter.campaign)
    if standing.stopped_at:
        raise Refusal("intake-campaign-stopped")
    _refuse_out_of_time(rules, letter)
    maximum = rules.length_for(letter.identity or None).maximum if as_in_chats else TEXT_MAXIMUM
    draft = Draft(
        person_id=person_id,
        campaign=rules.id,
        edition=standing.edition,
        state=DraftState.OPEN,
        step=Step.PREVIEW,
        text_closed=True,
        files_closed=True,
        started_at=clock.now(),
        touched_at=clock.now(),
        parts=_parts(rules, letter, maximum),
        **_matter(rules, letter),
        **_speaker(rules, letter),
    )
    session.add(draft)
    await session.flush()
    return rules, draft


def _refuse_out_of_time(rules: Campaign, letter: Letter) -> None:
    zone, day = ZoneInfo(rules.time_zone), letter.received or campaigns.today(rules)
    received = day.astimezone(zone).date() if isinstance(day, datetime) else day
    if received > campaigns.today(rules):
        raise Refusal("intake-received-later")
    way = rules.chat(letter.channel)
    if way is None or way.open_on(received) != "open":
        raise Refusal("intake-out-of-time", day=received.isoformat())


def moment(rules: Campaign, received: date | datetime | None) -> datetime:
    """Return when a letter was received: of a day that is over, its beginning."""
    if isinstance(received, datetime):
        return received
    if received is None or received == campaigns.today(rules):
        return clock.now()
    return datetime.combine(received, time(), ZoneInfo(rules.time_zone))


def _parts(rules: Campaign, letter: Letter, maximum: int) -> list[Part]:
    words, now = values.cleaned(letter.text), clock.now()
    if not words:
        raise Refusal("intake-text-missing")
    if len(words) > maximum:
        raise Refusal("intake-text-too-long", length=str(len(words)), maximum=str(maximum))
    if len(letter.files) > rules.files.max_count:
        name = letter.files[rules.files.max_count][1]
        raise Refusal("file-one-too-many", name=name, maximum=str(rules.files.max_count))
    kinds = [
        *((PartKind.FILE, one) for one in letter.files),
        *((PartKind.CONSENT, one) for one in letter.papers),
    ]
    files = [
        Part(message=message, kind=kind, sha256=sha256, name=name, said_at=now)
        for message, (kind, (sha256, name)) in enumerate(kinds, 2)
    ]
    return [Part(message=1, kind=PartKind.TEXT, text=words, said_at=now), *files]


def _matter(rules: Campaign, letter: Letter) -> dict[str, str | None]:
    theme = rules.theme(letter.theme)
    if theme is None:
        raise Refusal("intake-theme-missing")
    topic = letter.topic or campaigns.OTHER_TOPIC
    if topic != campaigns.OTHER_TOPIC and topic not in {one.id for one in theme.topics}:
        raise Refusal("intake-topic-missing")
    lists = {
        "scope": (letter.scope, rules.scopes),
        "receiving_unit": (letter.receiving_unit, rules.receiving_units),
        "identity": (letter.identity, rules.audiences),
    }
    chosen: dict[str, str | None] = {"theme": theme.id, "topic": topic}
    for question, (said, among) in lists.items():
        known = [one.id for one in among]
        if said and said not in known:
            raise Refusal("intake-choice-missing")
        chosen[question] = said or (known[0] if len(known) == 1 else None)
    if rules.scopes and not chosen["scope"]:  # it decides where the suggestion goes (R53)
        raise Refusal("intake-scope-missing")
    return chosen


def _speaker(rules: Campaign, letter: Letter) -> dict[str, str | None]:
    """Check who is speaking as chats do; what is not given is left empty, but for name and a way back."""
    told: dict[str, str | None] = {
        step: values.line(getattr(letter, step)) if getattr(letter, step) else None
        for step in (Step.WORK_UNIT, Step.SCHOOL, Step.ADDRESS)
    }
    told["name"] = values.name(letter.name)
    told["contact"] = told["contact_kind"] = None
    if values.cleaned(letter.contact):
        told["contact"], told["contact_kind"] = values.contact(letter.contact)
    elif "contact" in rules.required_fields and not (told[Step.ADDRESS] or letter.told_by):
        raise Refusal("intake-contact-missing")
    return told
