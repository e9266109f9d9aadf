"""The ledger as a sheet (台账): rows page by page, so that many fill no memory."""

import asyncio
import csv
import io
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.parts import name_of
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.handling import queries as handling
from backend.handling.model import Reply
from backend.i18n import has, label
from backend.ledger import listing, numbers
from backend.ledger.columns import IMPERSONAL, Column, head, width
from backend.ledger.listing import Wanted
from backend.ledger.workbook import Value, Workbook
from backend.ratings.model import Rating
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

Format = Literal["xlsx", "csv"]
Progress = Callable[[int], None]
"""Told how many rows are written."""

ROWS_AT_ONCE = 200
PIECE = 65_536
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a table program takes for the beginning of a formula."""
BOM = "\ufeff"


def columns(*, personal: bool) -> Sequence[Column]:
    return tuple(Column) if personal else IMPERSONAL


async def sheet(
    db: Database,
    *,
    sight: Sight,
    wanted: Wanted,
    language: str,
    personal: bool,
    kind: Format,
    progress: Progress = lambda _done: None,
) -> AsyncIterator[bytes]:
    """Yield the bytes of a file with what the asker may see and wants; `personal` is not checked here."""
    shown = columns(personal=personal)
    heads = [head(column, language) for column in shown]
    pages = _pages(db, sight, wanted, language, shown)
    done = 0
    if kind == "csv":
        yield (BOM + lines([heads])).encode()
        async for rows in pages:
            yield lines(rows).encode()
            progress(done := done + len(rows))
        return
    book = Workbook(label(language, "ledger-title"), heads, [width(column) for column in shown])
    try:
        async for rows in pages:
            await asyncio.to_thread(book.take, rows)
            progress(done := done + len(rows))
    except BaseException:
        asyncio.get_running_loop().run_in_executor(None, book.drop)  # who is cancelled waits for nothing
        raise
    with TemporaryFile() as whole:
        await asyncio.to_thread(book.save, whole)
        whole.seek(0)
        while piece := whole.read(PIECE):
            yield piece


def lines(rows: Sequence[Sequence[Value]]) -> str:
    """Return rows as CSV; a text that looks like a formula begins with an apostrophe."""
    written = io.StringIO()
    csv.writer(written).writerows([[_plain(value) for value in row] for row in rows])
    return written.getvalue()


def _plain(value: Value) -> str | int:
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        words = value.replace("\0", "")
        return f"'{words}" if words.startswith(FORMULA) else words
    return "" if value is None else value


async def _pages(
    db: Database, sight: Sight, wanted: Wanted, language: str, shown: Sequence[Column]
) -> AsyncIterator[list[list[Value]]]:
    after = 0
    while True:
        async with db.read() as session:
            found = await listing.page(session, sight, wanted, after=after, most=ROWS_AT_ONCE)
            rows = await _rows(session, found, language)
        if rows:
            yield [[row[column] for column in shown] for row in rows]
        if len(found) < ROWS_AT_ONCE:
            return
        after = found[-1].id


async def _rows(
    session: AsyncSession, found: Sequence[Suggestion], language: str
) -> list[dict[Column, Value]]:
    ids = [one.id for one in found]
    units = {unit.id: unit.name(language) for unit in await handling.units(session)}
    known = await numbers.of_suggestions(session, ids)
    replies = await _replies(session, ids)
    ratings = await _ratings(session, [reply.id for reply in replies.values()])
    rows = []
    for one in found:
        rules = await campaigns.edition(session, one.edition)
        reply = replies.get(one.id)
        rated = ratings.get(reply.id) if reply else None
        rows.append(
            {
                Column.FOREIGN: numbers.written(known.get(one.id, [])),
                Column.UNIT: units.get(one.unit_id or 0),
                **_matter(one, rules, language),
                **_answer(reply, rated, rules, language),
                **_speaker(one, rules, language),
            }
        )
    return rows


async def _replies(session: AsyncSession, ids: Sequence[int]) -> dict[int, Reply]:
    """Return the newest reply to each that has one."""
    query = select(Reply).where(Reply.suggestion_id.in_(ids)).order_by(Reply.ordinal)
    return {reply.suggestion_id: reply for reply in await session.scalars(query)}


async def _ratings(session: AsyncSession, replies: Sequence[int]) -> dict[int, str]:
    given = select(Rating.reply_id, Rating.rating).where(
        Rating.reply_id.in_(replies), Rating.rating.is_not(None)
    )
    rows = await session.execute(given.order_by(Rating.part == "lead", Rating.id))
    return {reply_id: rating for reply_id, rating in rows if rating}


def _matter(one: Suggestion, rules: Campaign, language: str) -> dict[Column, Value]:
    theme, topic = rules.theme(one.theme), rules.topic(one.topic)
    received = one.submitted_at.astimezone(ZoneInfo(rules.time_zone)).replace(tzinfo=None)
    return {
        Column.NUMBER: one.number,
        Column.RECEIVED: received.replace(second=0, microsecond=0),
        Column.CAMPAIGN: one.campaign,
        Column.THEME: theme.name.said(language) if theme else one.theme,
        Column.TOPIC: topic.name.said(language) if topic else label(language, "console-topic-other"),
        Column.TEXT: one.text,
        Column.SCOPE: name_of(one.scope, rules.scopes, language),
        Column.DUE: one.due_on,
        Column.STATE: label(language, f"console-state-{one.state}"),
        Column.CHANNEL: _channel(one.channel, language),
    }


def _channel(channel: str, language: str) -> str:
    key = f"console-channel-{channel}"
    return label(language, key) if has(language, key) else channel


def _answer(reply: Reply | None, rated: str | None, rules: Campaign, language: str) -> dict[Column, Value]:
    outcome = rules.outcome(reply.outcome) if reply else None
    return {
        Column.OUTCOME: outcome.name.said(language) if outcome else "",
        Column.REPLY: reply.text if reply else "",
        Column.REASON: reply.reason if reply else "",
        Column.RATING: name_of(rated, rules.ratings, language),
    }


def _speaker(one: Suggestion, rules: Campaign, language: str) -> dict[Column, Value]:
    return {
        Column.IDENTITY: name_of(one.identity, rules.audiences, language),
        Column.NAME: one.name,
        Column.CONTACT: one.contact,
        Column.WORK_UNIT: one.work_unit,
        Column.SCHOOL: one.school,
        Column.ADDRESS: one.address,
    }
