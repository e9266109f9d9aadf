"""Taking many entries in, one by one: what is right goes in, what is wrong comes back, nothing goes in twice.

Each entry is one transaction under a key made of what it says, so a run that was interrupted goes on where it
stood, and the same thing sent again changes nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.batches import understood
from backend.batches.fields import Field
from backend.batches.understood import Meant
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.drafts.model import Draft
from backend.errors import Refusal
from backend.ledger.intake import StoredName
from backend.officers import queries as officers
from backend.proxy import filing
from backend.proxy import queries as proxy
from backend.proxy.model import Entry, EntryWay
from backend.secret import Keys
from backend.suggestions.model import Suggestion

Progress = Callable[[int, int], Awaitable[None]]
"""Told how many entries are done, and of how many."""


@dataclass(frozen=True)
class Given:
    """An entry to be taken: `origin` is where it stood, `fault` why it cannot even be read."""

    place: int
    said: dict[Field, str]
    origin: str = ""
    fault: Refusal | None = None
    files: Sequence[StoredName] = ()


@dataclass(frozen=True)
class Taken:
    """`new` is False where it was there already; `guessed` is what a name was taken for."""

    place: int
    name: str
    number: str
    code: str
    new: bool
    guessed: str


@dataclass(frozen=True)
class Refused:
    place: int
    reason: Refusal


@dataclass
class Report:
    """Every entry that was seen is in one of the two."""

    taken: list[Taken] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True)
class Taking:
    """One run: whose, into which campaign, through which chat, how."""

    db: Database
    person_id: int
    rules: Campaign
    channel: str
    language: str
    way: EntryWay


async def nothing_told(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""


async def begin(
    db: Database, *, person_id: int, campaign: str, channel: str, language: str, way: EntryWay
) -> Taking:
    """Begin a run; refuses who is no officer, and a chat in which no personal data may be said."""
    async with db.read() as session:
        await officers.require(session, person_id)
        _, rules = await campaigns.in_force(session, campaign)
    chat = rules.chat(channel)
    if chat and chat.contact == "own_page":
        raise Refusal("batch-own-page")
    return Taking(db, person_id, rules, channel, language, way)


async def take_in(taking: Taking, given: Sequence[Given], progress: Progress = nothing_told) -> Report:
    """Take every entry that can be taken."""
    report = Report()
    meanings, together = await asyncio.to_thread(_understood, taking, given)
    for done, one in enumerate(given, 1):
        meaning = meanings[one.place]
        try:
            if isinstance(meaning, Refusal):
                raise meaning
            report.taken.append(await _take(taking, one, meaning, together))
        except Refusal as refusal:
            report.refused.append(Refused(one.place, refusal))
        await progress(done, len(given))
    return report


def _understood(taking: Taking, given: Sequence[Given]) -> tuple[dict[int, Meant | Refusal], set[str]]:
    """Return what each entry means, by its place, and the keys of all; a whole sheet takes a while."""
    meanings = {one.place: _meant(taking, one) for one in given}
    understandable = [one for one in meanings.values() if isinstance(one, Meant)]
    return meanings, {key for one in understandable for key in keys(taking.db.keys, one)}


def _meant(taking: Taking, one: Given) -> Meant | Refusal:
    if one.fault:
        return one.fault
    try:
        return understood.meant(one.said, taking.rules, channel=taking.channel, language=taking.language)
    except Refusal as refusal:
        return refusal


def keys(house: Keys, meaning: Meant) -> list[str]:
    """Return under which keys an entry is known again: one for each secret of the house, the newest first."""
    said = understood.facts(meaning.letter).encode()
    return [house.chained("batch", said, key=place) for place in range(len(house.events))]


async def _take(taking: Taking, one: Given, meaning: Meant, together: set[str]) -> Taken:
    """Take one entry; `together` are the keys of all that came with it."""
    known_as = keys(taking.db.keys, meaning)
    async with taking.db.read() as session:
        await officers.require(session, taking.person_id)
        if there := await _there(session, taking.person_id, Entry.once.in_(known_as)):
            _, draft, suggestion = there[0]
            code = taking.db.keys.code_told(draft.id, suggestion.code_hash)
            return Taken(one.place, draft.name or "", suggestion.number, code, new=False, guessed="")
        stood = await _there(session, taking.person_id, Entry.origin == one.origin) if one.origin else ()
    await asyncio.to_thread(_refuse_mended, stood, meaning, together)
    letter = replace(meaning.letter, files=one.files)
    entered = await filing.file(
        taking.db,
        person_id=taking.person_id,
        letter=letter,
        consent=meaning.consent,
        once=known_as[0],
        way=taking.way,
        origin=one.origin or None,
    )
    number, code = entered.suggestion.number, entered.code
    return Taken(one.place, letter.name, number, code, new=entered.new, guessed=meaning.guessed)


There = Row[Entry, Draft, Suggestion]


async def _there(session: AsyncSession, person_id: int, which: ColumnElement[bool]) -> Sequence[There]:
    """Return what this officer has entered already, under whatever appointment, of what is asked for."""
    query = select(Entry, Draft, Suggestion).join(Draft, Draft.id == Entry.draft_id)
    query = query.join(Suggestion, Suggestion.draft_id == Draft.id).options(selectinload(Draft.parts))
    mine = query.where(proxy.is_entered_by(person_id), which)
    found = await session.execute(mine.order_by(Entry.id))
    return found.all()


def _refuse_mended(there: Sequence[There], meaning: Meant, together: set[str]) -> None:
    """Refuse another wording of what went in from the same place: it is changed by nothing said there."""
    for entry, draft, suggestion in there:
        if entry.once not in together and understood.is_like(draft.text, meaning.letter.text):
            raise Refusal("batch-in-already", number=suggestion.number)
