"""An officer on the stage: appointed, asked to collect, with entries and a visit, as long as may be."""

from sqlalchemy import select, update
from stage import WIDE, Stage, fill

from backend import clock
from backend.calls.actions import TITLE_MAXIMUM, TOPICS_MAXIMUM, WORDS_MAXIMUM
from backend.calls.model import Asked, Call
from backend.calls.queries import topics_of
from backend.campaigns import queries as campaigns
from backend.dates import today
from backend.drafts.model import Draft, DraftState
from backend.handling.model import Unit
from backend.occasions.model import Occasion
from backend.officers.model import ContactPoint, Officer, OfficerKind
from backend.people.model import Person
from backend.proxy.filing import begun, subject
from backend.proxy.model import EntryWay
from backend.questions.actions import QUESTION_MAXIMUM
from backend.questions.model import Question
from backend.suggestions.model import Event, EventKind, Suggestion, SuggestionState
from backend.visits.model import Visit

THREADS = {"day": "day:{visit}", "answer": "answer:{visit}", "reason": "reason:{visit}:1:dissatisfied"}


async def office_in(on: Stage) -> None:
    """Appoint the person at a contact point, with an event of today; the unit has quotas."""
    async with on.db.begin() as session:
        unit = (await session.scalars(select(Unit).where(Unit.key == "transport"))).one()
        days = {"first_day": today(), "last_day": today()}
        point = ContactPoint(
            unit_id=unit.id, name="示" * 60, district="示" * 64, address="示" * 150, opened_at=clock.now()
        )
        occasion = Occasion(campaign=on.campaign, unit_id=unit.id, kind="other", title=WIDE * 80, **days)
        occasion.made_by, occasion.made_at = 1, clock.now()
        session.add_all([point, occasion])
        await session.flush()
        officer = Officer(unit_id=unit.id, kind=OfficerKind.PROXY, name="示" * 60, expertise=[])
        officer.contact_point_id, officer.occasion_id = point.id, occasion.id
        officer.appointed_by, officer.appointed_at = 1, clock.now()
        officer.person_id, officer.accepted_at, officer.until = on.person_id, clock.now(), today()
        session.add(officer)


async def calls_in(on: Stage) -> None:
    """Ask the person, an officer, for a long request on many topics."""
    async with on.db.begin() as session:
        officer = (await session.scalars(select(Officer).where(Officer.person_id == on.person_id))).one()
        _, rules = await campaigns.in_force(session, on.campaign)
        call = Call(
            campaign=on.campaign,
            title=WIDE * TITLE_MAXIMUM,
            words=WIDE * WORDS_MAXIMUM,
            topics=topics_of(rules)[:TOPICS_MAXIMUM],
            due_on=today(),
            made_by=1,
            made_at=clock.now(),
        )
        session.add(call)
        await session.flush()
        session.add(Asked(call_id=call.id, officer_id=officer.id))


async def entries_in(on: Stage) -> None:
    """Turn what the person, an officer, sent into an entry for somebody, and begin the longest one."""
    async with on.db.begin() as session:
        officer = (await session.scalars(select(Officer).where(Officer.person_id == on.person_id))).one()
        sent = (await session.scalars(select(Suggestion))).one()
        draft = await session.get_one(Draft, sent.draft_id)
        whose = await subject(session)
        draft.subject_id, sent.person_id, sent.officer_id = whose.id, whose.id, officer.id
        sent.state = SuggestionState.RETURNED
        session.add(begun(officer, draft, way=EntryWay.DIALOG))
        asked = Question(
            suggestion_id=sent.id, staff_id=1, text=WIDE * QUESTION_MAXIMUM, asked_at=clock.now()
        )
        session.add(asked)
        await session.flush()
        mine = select(Event).where(Event.suggestion_id == sent.id, Event.kind == EventKind.ASKED)
        event = (await session.scalars(mine)).one()
        event.data = {**event.data, "question": asked.id}
        session.add(
            Visit(
                suggestion_id=sent.id,
                event_id=event.id,
                person_id=whose.id,
                kind="suggestion-asked",
                officer_id=officer.id,
                made_at=clock.now(),
                due_on=today(),
            )
        )
        await session.execute(update(Person).values(answering=None))
    await fill(on)
    async with on.db.begin() as session:
        own = select(Draft).where(Draft.state == DraftState.OPEN)
        draft = (await session.scalars(own)).one()
        draft.subject_id = (await subject(session)).id
        session.add(begun(officer, draft, way=EntryWay.DIALOG))


async def stand_in(on: Stage, window: str) -> None:
    """Let what the person says next belong to the visit."""
    async with on.db.begin() as session:
        visit = (await session.scalars(select(Visit.id))).one()
        about = THREADS[window].format(visit=visit)
        mine = update(Person).where(Person.id == on.person_id)
        await session.execute(mine.values(answering=f"visit:{about}"))
