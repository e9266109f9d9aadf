"""Similar ones: public suggestions that say nearly the same as a text, with what became of them."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Text
from backend.db import TRANSIENT, Database
from backend.suggestions import index as shelf
from backend.suggestions.index import BusyError, DamagedError, Entry, Weights
from backend.suggestions.model import (
    PUBLIC_CHANGES,
    Counter,
    Event,
    EventKind,
    Suggestion,
    SuggestionState,
    Support,
)

log = logging.getLogger(__name__)

PLACE = "similar"
CLOSE = 0.2
"""From this likeness on (0 nothing in common, 1 the same words) two suggestions may be one."""
CANDIDATES = 16
BATCH = 2000
AT_ONCE = 50
"""As many changes are taken in before a search; more are left to `keep`, nobody waits for them."""
KEEP_EVERY = 20.0
TROUBLE: tuple[type[Exception], ...] = (DamagedError, BusyError, *TRANSIENT)

Progress = Callable[[int, int], None]
"""Told how many texts are done, and of how many."""


@dataclass(frozen=True)
class Close:
    """A public suggestion; `outcome` is there once it was replied to."""

    number: str
    text: str
    state: SuggestionState
    outcome: Text | None
    supporters: int
    likeness: float


@dataclass
class Index:
    """What a process looks up in; `folder` may be shared by the processes of one machine."""

    db: Database
    folder: Path
    damaged: bool = False
    reader: shelf.Reader = field(init=False)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self.reader = shelf.Reader(self.folder / PLACE)


async def closest(index: Index, text: str, *, most: int = 3) -> list[Close]:
    """Return the public suggestions closest to a text, the closest first; none when nothing is close.

    An index that cannot be read finds nothing, is told in the log, and is made anew by `keep`.
    """
    try:
        await _catch_up(index)
        weights = await asyncio.to_thread(index.reader.look_up, text, most=max(CANDIDATES, 2 * most))
    except DamagedError as error:
        log.warning("Similar suggestions cannot be looked up (%s)", error)
        index.damaged = True
        return []
    async with index.db.read() as session:
        return await _shown(session, weights, most)


async def _catch_up(index: Index) -> None:
    """Take in the few changes since the last search."""
    behind = await _last_change(index.db) - await asyncio.to_thread(index.reader.mark)
    if not 0 < behind <= AT_ONCE:
        return
    async with index.turn:
        try:
            await _take_in(index)
        except BusyError:
            log.info("Another process is writing the index of similar suggestions")


async def _last_change(db: Database) -> int:
    async with db.read() as session:
        return await session.scalar(select(Counter.last).where(Counter.prefix == PUBLIC_CHANGES)) or 0


async def _shown(session: AsyncSession, weights: Weights, most: int) -> list[Close]:
    """Look the candidates up: only what is public now counts, whatever the index holds."""
    rows = (await session.execute(_candidates(weights.found))).all()
    likely = sorted(((likeness(weights.grams, row.text), row.id, row) for row in rows), reverse=True)
    return [await _close(session, row, alike) for alike, _, row in likely[:most] if alike >= CLOSE]


def _candidates(ids: list[int]) -> Select[Any]:
    """Ask for what is shown of a suggestion, and no more: never who wrote it."""
    supporters = select(func.count()).where(
        Support.suggestion_id == Suggestion.id, Support.elsewhere.is_(False)
    )
    told = select(Event.data).where(Event.suggestion_id == Suggestion.id, Event.kind == EventKind.REPLIED)
    told = told.order_by(Event.ordinal.desc()).limit(1)
    return select(
        Suggestion.id,
        Suggestion.number,
        Suggestion.text,
        Suggestion.state,
        Suggestion.edition,
        supporters.scalar_subquery().label("supporters"),
        told.scalar_subquery().label("told"),
    ).where(Suggestion.id.in_(ids), Suggestion.public_since.is_not(None))


def likeness(weights: dict[str, float], text: str) -> float:
    """Compare by the weight of the grams in common, against the lengths of both texts."""
    there = set(shelf.grams(text))
    common = sum(weight for gram, weight in weights.items() if gram in there)
    if not common:
        return 0.0
    return min(1.0, common / sum(weights.values()) * sqrt(len(weights) / len(there)))


async def _close(session: AsyncSession, row: Row[Any], alike: float) -> Close:
    rules = await campaigns.edition(session, row.edition) if row.told else None
    outcome = rules.outcome(row.told["outcome"]) if rules else None
    return Close(
        number=row.number,
        text=row.text,
        state=SuggestionState(row.state),
        outcome=outcome.name if outcome else None,
        supporters=row.supporters,
        likeness=alike,
    )


async def refresh(index: Index) -> None:
    """Take in what was made public or private since; make the index anew where that cannot be done."""
    async with index.turn:
        try:
            if not index.damaged and await _take_in(index):
                return
        except DamagedError as error:
            log.warning("The index of similar suggestions is made anew (%s)", error)
        except BusyError:
            log.info("Another process is writing the index of similar suggestions")
            return
        await rebuild(index.db, index.folder)
        index.damaged = False


async def _take_in(index: Index) -> bool:
    """Return False for an index that knows of more than the database: it belongs to another one."""
    place = index.folder / PLACE
    with shelf.writing(place):
        mark = await asyncio.to_thread(index.reader.mark)
        if mark > await _last_change(index.db):
            return False
        while entries := await _changes(index.db, mark):
            mark = entries[-1].change
            await asyncio.to_thread(shelf.write, place, entries, mark=mark)
    return True


async def _changes(db: Database, mark: int) -> list[Entry]:
    columns = (Suggestion.id, Suggestion.text, Suggestion.public_since, Suggestion.public_change)
    query = select(*columns).where(Suggestion.public_change > mark).order_by(Suggestion.public_change)
    async with db.read() as session:
        rows = await session.execute(query.limit(BATCH))
        return [Entry(one, text if since else None, change or 0) for one, text, since, change in rows]


async def rebuild(db: Database, folder: Path, progress: Progress = lambda _done, _of: None) -> int:
    """Make the index anew beside the old one, which serves until then; return how many texts it holds.

    BusyError when another process is at it.
    """
    place = folder / PLACE
    with shelf.writing(place), shelf.made_anew(place) as fresh:
        mark, total = await _last_change(db), await _public_count(db)
        done, after = 0, 0
        progress(done, total)
        while entries := await _page(db, after):
            await asyncio.to_thread(shelf.write, fresh, entries, mark=mark)
            done, after = done + len(entries), entries[-1].suggestion_id
            progress(done, max(done, total))
        if not done:
            await asyncio.to_thread(shelf.write, fresh, [], mark=mark)
        return done


async def _public_count(db: Database) -> int:
    query = select(func.count()).select_from(Suggestion).where(Suggestion.public_since.is_not(None))
    async with db.read() as session:
        return await session.scalar(query) or 0


async def _page(db: Database, after: int) -> list[Entry]:
    query = select(Suggestion.id, Suggestion.text, Suggestion.public_change)
    query = query.where(Suggestion.id > after, Suggestion.public_since.is_not(None))
    async with db.read() as session:
        rows = await session.execute(query.order_by(Suggestion.id).limit(BATCH))
        return [Entry(one, text, change or 0) for one, text, change in rows]


async def keep(index: Index) -> None:
    """Keep the index up to date until cancelled."""
    while True:
        try:
            await refresh(index)
        except TROUBLE as error:
            log.warning("The index of similar suggestions is not up to date (%s)", type(error).__name__)
        await asyncio.sleep(KEEP_EVERY)
