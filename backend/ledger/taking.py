"""Taking a ledger in, line by line (R34, R35): what is known by its number is not taken twice.

A line is registered in one transaction, and its handling is gone through by the desk's own verbs; an import
that was interrupted goes on from there when it is run again.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, push
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database, if_new
from backend.errors import Refusal
from backend.handling import actions as handling
from backend.handling import queries as handling_queries
from backend.handling import unit as unit_verbs
from backend.handling.desk import OFFICE
from backend.ledger import intake, numbers
from backend.ledger.columns import Column, folded
from backend.ledger.model import ForeignNumber
from backend.ledger.numbers import Foreign
from backend.ledger.sheets import FORMULA_CELL, Line
from backend.ledger.understood import WAY, Meant, meant
from backend.suggestions.model import Event, Suggestion, SuggestionState

Progress = Callable[[int, int], None]
"""Told how many lines are done, and of how many."""
Note = Callable[[AsyncSession], Awaitable[None]]
"""Awaited in the transaction by which a new line is in, whole."""

_S = SuggestionState


@dataclass(frozen=True)
class Refused:
    """A line that was not taken; `key` and `blanks` say why, `said` is what stood there."""

    line: int
    key: str
    blanks: dict[str, str]
    said: dict[str, str]

    def plain(self) -> dict[str, object]:
        return asdict(self)


@dataclass
class Report:
    new: int = 0
    known: int = 0
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True)
class Taking:
    """One run: into which campaign, from which system, by whom."""

    db: Database
    rules: Campaign
    system: str
    staff_id: int
    units: dict[str, int]
    note: Note


async def _nothing(_session: AsyncSession) -> None:
    """Note nothing."""


async def take_in(
    db: Database,
    *,
    lines: Sequence[Line],
    system: str,
    campaign: str,
    staff_id: int,
    progress: Progress = lambda _done, _of: None,
    note: Note = _nothing,
) -> Report:
    """Take every line that can be taken; run again it takes the rest and doubles nothing."""
    numbers.foreign(system, "1")
    taking, report = await _begun(db, system, campaign, staff_id, note), Report()
    for place, line in enumerate(lines, 1):
        try:
            if await _take(taking, line):
                report.new += 1
            else:
                report.known += 1
        except Refusal as refusal:
            said = {str(column): words for column, words in line.said.items() if words != FORMULA_CELL}
            report.refused.append(Refused(line.number, refusal.key, refusal.blanks, said))
        progress(place, len(lines))
    return report


async def _begun(db: Database, system: str, campaign: str, staff_id: int, note: Note) -> Taking:
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, campaign)
        units = {
            folded(name): unit.id
            for unit in await handling_queries.units(session)
            for name in (*unit.names.values(), unit.key)
        }
    return Taking(db, rules, system, staff_id, units, note)


async def _take(taking: Taking, line: Line) -> bool:
    """Take one line in; False for one that was there, whole."""
    found = meant(line, await _rules(taking, line), taking.system, taking.units)
    async with taking.db.read() as session:
        there = await numbers.row_with(session, found.known_as)
    if there and there.finished_at:
        return False
    entered = await intake.register(
        taking.db,
        letter=found.letter,
        once="\n".join(("import", *found.known_as)),
        staff_id=taking.staff_id,
        foreign=found.known_as,
    )
    await _go_through(taking, found, entered.suggestion.number)
    await _finish(taking, found, entered.suggestion.id)
    return True


async def _rules(taking: Taking, line: Line) -> Campaign:
    named = line.said.get(Column.CAMPAIGN, "")
    if not named or named == taking.rules.id:
        return taking.rules
    async with taking.db.read() as session:
        return (await campaigns.in_force(session, named))[1]


async def _go_through(taking: Taking, found: Meant, number: str) -> None:
    """Go on from where it stands to where it had come, by the verbs of the desk."""
    db, who, reached = taking.db, taking.staff_id, WAY.index(found.state)
    if reached >= WAY.index(_S.FORWARDED) and await _stands(db, number) == _S.REGISTERED:
        await handling.forward(db, number=number, unit_id=found.unit_id, staff_id=who)
    if found.state == _S.SIGNED and await _stands(db, number) == _S.FORWARDED:
        await unit_verbs.sign(db, number=number, sight=OFFICE, staff_id=who)
    if reached >= WAY.index(_S.REPLIED) and await _stands(db, number) in {_S.FORWARDED, _S.SIGNED}:
        await handling.reply(
            db,
            number=number,
            outcome=found.outcome,
            text=found.reply,
            reason=found.reason,
            sight=OFFICE,
            staff_id=who,
        )
    if found.state == _S.CLOSED and await _stands(db, number) == _S.REPLIED:
        await unit_verbs.close(db, number=number, staff_id=who)


async def _stands(db: Database, number: str) -> SuggestionState | None:
    async with db.read() as session:
        state = await session.scalar(select(Suggestion.state).where(Suggestion.number == number))
    return SuggestionState(state) if state else None


async def _finish(taking: Taking, found: Meant, suggestion_id: int) -> None:
    """Note that all of the line is here; what happened so far its author was told by the other system."""
    async with taking.db.begin() as session:
        row = await numbers.row_with(session, found.known_as)
        if row:
            row.finished_at = clock.now()
        for other in found.also:
            await _note_also(session, other, suggestion_id)
        events = select(Event.id).where(Event.suggestion_id == suggestion_id)
        await push.told_elsewhere(session, event_ids=events)
        await taking.note(session)


async def _note_also(session: AsyncSession, other: Foreign, suggestion_id: int) -> None:
    now = clock.now()
    row = {**other._asdict(), "suggestion_id": suggestion_id, "noted_at": now, "finished_at": now}
    await session.execute(if_new(session, ForeignNumber, **row))
