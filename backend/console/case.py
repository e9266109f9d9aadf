"""Everything about one suggestion, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import due_on
from backend.campaigns.parts import Prize, name_of
from backend.campaigns.schema import Campaign
from backend.console import beside, deadline, entered, queries, thread
from backend.console.beside import Beside
from backend.console.deadline import Deadline
from backend.console.entered import Entered
from backend.console.thread import Thread
from backend.drafts.model import Step
from backend.files.model import StoredFile
from backend.handling import queries as handling
from backend.handling.model import Reply, Unit
from backend.handling.undoing import is_undoable
from backend.promises import queries as promises
from backend.promises.model import OVER, Promise
from backend.push.model import Push
from backend.ratings.model import Part
from backend.sources.model import Source
from backend.staff.model import Staff
from backend.suggestions.lifecycle import ANSWERED
from backend.suggestions.model import ActorKind, Attachment, Event, Suggestion
from backend.suggestions.queries import Sight, assisting, one_on_desk, support_of


@dataclass(frozen=True)
class Entry:
    """One line of the timeline; `who` is None for the author, `pushes` are the author's own."""

    event: Event
    who: Staff | None
    unit: Unit | None
    due_on: date | None
    pushes: Sequence[Push]
    words: str


@dataclass(frozen=True)
class Case:
    suggestion: Suggestion
    rules: Campaign
    units: Sequence[Unit]
    unit: Unit | None
    assisting: Sequence[Unit]
    reply: Reply | None
    timeline: Sequence[Entry]
    files: Sequence[tuple[Attachment, StoredFile]]
    thread: Thread
    supporters: int
    source: Source | None
    beside: Beside
    deadline: Deadline
    promises: Sequence[Promise]
    entered: Entered | None = None

    @property
    def due_if_forwarded_now(self) -> date:
        return due_on(self.rules, received=self.suggestion.submitted_at, forwarded=clock.now())

    @property
    def last(self) -> int:
        """The ordinal of the newest event: what a form of this page has seen."""
        return self.suggestion.events[-1].ordinal

    @property
    def undoable(self) -> Entry | None:
        return self.timeline[-1] if is_undoable(self.suggestion.events[-1]) else None

    @property
    def first_files(self) -> list[tuple[Attachment, StoredFile]]:
        """The files that came with the suggestion itself."""
        return [(each, kept) for each, kept in self.files if each.supplement_id is None]

    def files_of(self, supplement_id: int) -> list[tuple[Attachment, StoredFile]]:
        return [(each, kept) for each, kept in self.files if each.supplement_id == supplement_id]

    def unit_named(self, unit_id: int, language: str) -> str:
        return next((unit.name(language) for unit in self.units if unit.id == unit_id), "")

    def rating_named(self, rating: str, language: str) -> str:
        return name_of(rating, self.rules.ratings, language)

    def since(self, seen: str) -> list[Entry]:
        """Return what happened after the event that a form had seen."""
        told = int(seen) if seen.isascii() and seen.isdigit() else self.last
        return [entry for entry in self.timeline if entry.event.ordinal > told]

    @property
    def adopted(self) -> bool:
        """Say whether the newest reply took the suggestion in, in whole or in part."""
        outcome = self.rules.outcome(self.reply.outcome) if self.reply else None
        return outcome is not None and outcome.adopted and self.suggestion.state in ANSWERED

    @property
    def displeasing(self) -> list[int]:
        """Return the assisting units whose part in the newest reply its author is not satisfied with."""
        bad = {each.id for each in self.rules.ratings if not each.satisfied}
        reply_id = self.reply.id if self.reply else 0
        rows = [row for row in self.thread.ratings if row.reply_id == reply_id and row.part == Part.ASSISTING]
        return [row.unit_id for row in rows if row.rating in bad]

    @property
    def going(self) -> list[Promise]:
        """Return the promises that are not over."""
        return [one for one in self.promises if one.state not in OVER]

    @property
    def prizes(self) -> list[Prize]:
        """Return the prizes that it may be given."""
        awards = self.rules.awards
        if awards is None or (awards.needs_adoption and not self.adopted):
            return []
        return [one for one in awards.prizes if one.awarded_to == "person"]

    def about(self, language: str) -> list[tuple[str, str]]:
        """Return what the author answered besides name and contact: a key and the answer."""
        one, rules = self.suggestion, self.rules
        said = {
            Step.SCOPE: name_of(one.scope, rules.scopes, language),
            Step.RECEIVING_UNIT: name_of(one.receiving_unit, rules.receiving_units, language),
            Step.IDENTITY: name_of(one.identity, rules.audiences, language),
            Step.WORK_UNIT: one.work_unit,
            Step.SCHOOL: one.school,
            Step.ADDRESS: one.address,
        }
        return [(f"about-{step}", answer) for step, answer in said.items() if answer]


async def load(session: AsyncSession, sight: Sight, number: str) -> Case | None:
    """Return what this desk may see under a number; None for nothing, or nothing of theirs."""
    suggestion = await one_on_desk(session, sight, number)
    if suggestion is None:
        return None
    units = await handling.units(session)
    by_id = {unit.id: unit for unit in units}
    kept = await queries.stored_files(session, [each.sha256 for each in suggestion.attachments])
    told = await thread.load(session, suggestion)
    return Case(
        suggestion=suggestion,
        rules=await campaigns.edition(session, suggestion.edition),
        units=units,
        unit=by_id.get(suggestion.unit_id or 0),
        assisting=[by_id[unit_id] for unit_id in await assisting(session, suggestion.id)],
        reply=await handling.reply_to(session, suggestion.id),
        timeline=await _timeline(session, suggestion, by_id, told),
        files=[(each, kept[each.sha256]) for each in suggestion.attachments],
        thread=told,
        supporters=await support_of(session, suggestion.id),
        source=await session.get(Source, suggestion.source_id) if suggestion.source_id else None,
        beside=await beside.load(session, suggestion),
        deadline=await deadline.load(session, suggestion),
        promises=await promises.of_suggestion(session, suggestion.id),
        entered=await entered.load(session, suggestion),
    )


async def _timeline(
    session: AsyncSession, suggestion: Suggestion, units: dict[int, Unit], told: Thread
) -> Sequence[Entry]:
    events = suggestion.events
    actors = await queries.staff(
        session, [event.actor_id for event in events if event.actor_kind == ActorKind.STAFF]
    )
    pushes = await queries.pushes(session, [event.id for event in events], suggestion.person_id)
    return [
        Entry(
            event=event,
            who=actors.get(event.actor_id) if event.actor_kind == ActorKind.STAFF else None,
            unit=units.get(event.data.get("unit") or 0),
            due_on=date.fromisoformat(event.data["due_on"]) if event.data.get("due_on") else None,
            pushes=[push for push in pushes if push.event_id == event.id],
            words=told.remarks.get(event.id, ""),
        )
        for event in events
    ]
