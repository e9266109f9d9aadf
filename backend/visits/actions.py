"""What came of a visit, put on record by the officer; each verb is told which inbox entry said it."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, push
from backend.campaigns import queries as campaigns
from backend.contacts.model import Mode
from backend.db import Database
from backend.drafts.model import DraftState
from backend.errors import Conflict, NotFound, Refusal
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.people.values import cleaned
from backend.questions import answering
from backend.ratings import actions as ratings
from backend.ratings.queries import of_reply
from backend.replies.model import Told
from backend.staff import log
from backend.staff.model import Act
from backend.suggestions import history, reopening
from backend.suggestions.model import ActorKind, EventKind, Suggestion
from backend.visits import days, queries
from backend.visits.making import QUESTIONS, REPLIES, RETURNED, due_on, tell
from backend.visits.model import ENDED, Visit, VisitOutcome
from backend.visits.queries import TOPIC

NOTE_MAXIMUM = 500
"""Characters."""


async def told(db: Database, *, person_id: int, visit_id: int, on: date, update: int) -> None:
    """Put on record that word was brought, on which day: that counts as delivery (R72)."""
    async with db.begin() as session:
        officer, visit, suggestion = await _mine(session, person_id, visit_id)
        if visit.done_at or visit.answered >= update:
            return
        if visit.kind in QUESTIONS:
            raise Refusal("visit-answer-wanted")
        rules = await campaigns.edition(session, suggestion.edition)
        since = campaigns.day_of(rules, visit.made_at)
        days.refuse_beyond(on, today=campaigns.today(rules), since=since)
        await _deliver(session, officer, visit, suggestion, on)
        _end(visit, VisitOutcome.TOLD, update)


async def _deliver(
    session: AsyncSession, officer: Officer, visit: Visit, suggestion: Suggestion, on: date
) -> None:
    """Settle what was owed; a reply that reached its author is an event of the suggestion it was given to."""
    visit.told_on = on
    await push.told_in_person(session, event_id=visit.event_id, person_id=visit.person_id)
    word = await queries.word(session, visit)
    if visit.kind not in REPLIES or word.reply is None or word.event.suggestion_id != suggestion.id:
        return
    if await session.scalar(select(Told.id).where(Told.reply_id == word.reply.id)):
        return
    how = {"reply_id": word.reply.id, "mode": Mode.FACE_TO_FACE, "told_on": on, "staff_id": 0}
    session.add(Told(**how, officer_id=officer.id, recorded_at=clock.now()))
    await history.append(
        session,
        suggestion,
        kind=EventKind.TOLD,
        actor=(ActorKind.PERSON, officer.person_id or 0),
        data={
            "reply": word.reply.id,
            "mode": Mode.FACE_TO_FACE.value,
            "on": on.isoformat(),
            "officer": officer.id,
        },
    )


async def answered(db: Database, *, person_id: int, visit_id: int, text: str, update: int) -> None:
    """Hand in what the author answered in person; the question is told and answered in one (R136)."""
    async with db.begin() as session:
        officer, visit, suggestion = await _mine(session, person_id, visit_id)
        word = await queries.word(session, visit)
        if visit.kind not in QUESTIONS or word.question is None:
            raise NotFound("visit-missing")
        if visit.answered >= update or visit.outcome == VisitOutcome.ANSWERED:
            return
        await answering.bring(
            session,
            suggestion,
            question_id=word.question.id,
            text=text,
            update=update,
            officer_id=officer.id,
        )
        rules = await campaigns.edition(session, suggestion.edition)
        await _deliver(session, officer, visit, suggestion, campaigns.today(rules))
        _end(visit, VisitOutcome.ANSWERED, update)


async def not_met(db: Database, *, person_id: int, visit_id: int, tries: int, update: int) -> None:
    """Note a try that met nobody, and when to try again; `tries` as the button knew them."""
    async with db.begin() as session:
        _, visit, suggestion = await _mine(session, person_id, visit_id)
        if visit.done_at or visit.tries != tries or visit.answered >= update:
            return
        rules = await campaigns.edition(session, suggestion.edition)
        visit.tries, visit.outcome, visit.answered = tries + 1, VisitOutcome.NOT_MET, update
        visit.due_on = due_on(rules, rules.visits.again)


async def ended(db: Database, *, person_id: int, visit_id: int, outcome: VisitOutcome, update: int) -> None:
    """Put on record that nobody can be told any more: moved away, or does not want to hear of it."""
    if outcome not in ENDED:
        raise NotFound("visit-missing")
    async with db.begin() as session:
        _, visit, _ = await _mine(session, person_id, visit_id)
        if not visit.done_at and visit.answered < update:
            _end(visit, outcome, update)


async def undo(db: Database, *, person_id: int, visit_id: int, update: int) -> None:
    """Open a visit again that was ended by a slip today, with the day and the tries it had."""
    async with db.begin() as session:
        _, visit, suggestion = await _mine(session, person_id, visit_id)
        if visit.done_at is None or visit.answered >= update:
            return
        if not queries.may_undo(visit, await campaigns.edition(session, suggestion.edition)):
            raise Refusal("visit-undo-late")
        if suggestion.erased_at or await queries.is_needless(session, visit):
            raise Refusal("visit-undo-needless")
        visit.outcome = VisitOutcome.NOT_MET if visit.tries else None
        visit.done_at, visit.answered = None, update


def _end(visit: Visit, outcome: VisitOutcome, update: int) -> None:
    visit.outcome, visit.done_at, visit.answered = outcome, clock.now(), update


async def note(db: Database, *, person_id: int, visit_id: int, text: str, update: int) -> None:
    """Add words to a visit, for the office."""
    words = cleaned(text)
    async with db.begin() as session:
        _, visit, _ = await _mine(session, person_id, visit_id)
        if visit.answered >= update or not words:
            return
        whole = f"{visit.note}\n{words}" if visit.note else words
        if len(whole) > NOTE_MAXIMUM:
            raise Refusal("words-too-long", length=str(len(whole)), maximum=str(NOTE_MAXIMUM))
        visit.note, visit.answered = whole, update


async def rate(
    db: Database, *, person_id: int, visit_id: int, rating_id: int, rating: str, reason: str, update: int
) -> Suggestion:
    """Write down how satisfied the author said they are, as their own word, told in person (R118)."""
    async with db.begin() as session:
        officer, visit, suggestion = await _mine(session, person_id, visit_id)
        if visit.outcome != VisitOutcome.TOLD or visit.kind not in REPLIES:
            raise Refusal("visit-rate-first-tell")
        row = next((row for row in await of_reply(session, suggestion.id) if row.id == rating_id), None)
        if row is None:
            raise NotFound("rating-not-asked", number=suggestion.number)
        said = {"rating": rating, "reason": reason, "update": update}
        await ratings.take_down(session, suggestion, row, **said, officer_id=officer.id)  # type: ignore[arg-type]
        return suggestion


async def reopen(db: Database, *, person_id: int, number: str, update: int, message: int) -> None:
    """Open the draft of a returned suggestion again for the officer whose task it is (R56)."""
    async with db.begin() as session:
        await officers.require(session, person_id)
        found = await queries.correctable(session, person_id, number)
        if found is None:
            raise NotFound("suggestion-missing", number=number)
        suggestion = await session.get_one(Suggestion, found.id, with_for_update=True, populate_existing=True)
        await reopening.reopen(session, suggestion, person_id=person_id, update=update, message=message)


async def correct(db: Database, *, person_id: int, draft_id: int, update: int) -> str:
    """Hand a reopened draft in for its author: the number stays and is returned, the task is done (R56)."""
    async with db.begin() as session:
        officer = await officers.require(session, person_id)
        suggestion, draft = await reopening.reopened(session, person_id, draft_id)
        if draft.state != DraftState.OPEN:
            return suggestion.number
        await reopening.resubmit(
            session, suggestion, draft, update=update, by=person_id, officer_id=officer.id
        )
        open_ones = select(Visit).where(Visit.suggestion_id == suggestion.id, Visit.kind == RETURNED)
        for visit in await session.scalars(open_ones.where(Visit.done_at.is_(None))):
            await push.told_in_person(session, event_id=visit.event_id, person_id=visit.person_id)
            _end(visit, VisitOutcome.CORRECTED, update)
        return suggestion.number


async def reassign(db: Database, *, visit_id: int, officer_id: int, staff_id: int) -> None:
    """Give an open visit to another officer of the unit or of one below it; given twice it is given once."""
    async with db.begin() as session:
        visit = await session.get(Visit, visit_id, with_for_update=True)
        if visit is None:
            raise NotFound("visit-missing")
        if visit.done_at:
            raise Conflict("visit-over")
        if visit.officer_id == officer_id:
            return
        now = await session.get_one(Officer, visit.officer_id)
        if officer_id not in {one.id for one in await queries.who_may_take(session, now)}:
            raise Refusal("visit-officer-missing")
        data = {"visit": visit_id, "officer": officer_id, "before": visit.officer_id}
        log.note(session, Act.VISIT_GIVEN, actor_id=staff_id, data=data)
        visit.officer_id = officer_id
        await session.flush()
        await tell(session, visit)


async def take_up(db: Database, *, person_id: int, about: str) -> None:
    """Let the next words belong to a visit, wherever the chat's position goes; `about` says to what of it."""
    async with db.begin() as session:
        await officers.require(session, person_id)
        await answering.attend(session, person_id, f"{TOPIC}{about}")


async def put_down(db: Database, *, person_id: int) -> None:
    """Let words be part of a draft again."""
    async with db.begin() as session:
        await answering.attend(session, person_id, None)


async def _mine(session: AsyncSession, person_id: int, visit_id: int) -> tuple[Officer, Visit, Suggestion]:
    """Return an officer's own visit for writing; the suggestion's row is locked first, as everywhere."""
    officer = await officers.require(session, person_id)
    row = await queries.own(session, person_id, visit_id)
    if row is None:
        raise NotFound("visit-missing")
    suggestion = await session.get_one(
        Suggestion, row.suggestion.id, with_for_update=True, populate_existing=True
    )
    visit = await session.get_one(Visit, visit_id, with_for_update=True, populate_existing=True)
    return officer, visit, suggestion
