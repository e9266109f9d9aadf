"""Answering a call: a draft that begins at its topic, the officer's own or for somebody else."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.calls import queries
from backend.calls.model import Call
from backend.campaigns import queries as campaigns
from backend.campaigns.model import Standing
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import queries as draft_queries
from backend.drafts.model import Draft
from backend.drafts.steps import next_step
from backend.errors import Conflict, NotFound
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.people.model import Person
from backend.proxy import filing
from backend.proxy.model import Entry, EntryWay
from backend.sources import queries as sources


async def begin(
    db: Database,
    *,
    person_id: int,
    call_id: int,
    place_of: str,
    for_other: bool,
    update: int,
    message: int,
) -> Draft | None:
    """Open a draft at `place_of` (`theme/topic`); the same update opens no second one."""
    async with db.begin() as session:
        officer = await officers.require(session, person_id)
        call, standing, rules = await _open_call(session, officer, call_id)
        if place_of not in call.topics:
            raise NotFound("topic-missing")
        person = await session.get_one(Person, person_id)
        drafts.refuse_unless_open(campaigns.openness(standing, rules, person.channel), rules)
        opened = await draft_queries.current(session, person_id)
        if await draft_queries.answered(session, person_id) >= update:
            return opened
        if opened and await _is_just_begun(session, opened, call, place_of, for_other=for_other):
            opened.answered, opened.touched_at = update, clock.now()
            return opened
        subject_id = (await filing.subject(session)).id if for_other else None
        draft = await drafts.new_draft(session, person, rules, standing.edition, subject_id=subject_id)
        draft.answered, draft.touched_at = update, clock.now()
        draft.theme, draft.topic = place_of.split("/", 1)
        draft.step = next_step(draft, rules)
        await session.flush()
        await drafts.note_turn(session, draft, message)
        if for_other:
            session.add(filing.begun(officer, draft, way=EntryWay.DIALOG, call_id=call.id))
        else:
            draft.call_id = call.id
            draft.source_id = await sources.recent(session, person_id, rules.id)
        return draft


async def _is_just_begun(
    session: AsyncSession, opened: Draft, call: Call, place_of: str, *, for_other: bool
) -> bool:
    """Recognise the draft that an earlier tap on the same button opened: nothing was said in it yet."""
    entered = select(Entry.call_id).where(Entry.draft_id == opened.id)
    of_call = await session.scalar(entered) if for_other else opened.call_id
    same = of_call == call.id and f"{opened.theme}/{opened.topic}" == place_of
    return same and (opened.subject_id is not None) == for_other and not opened.parts


async def _open_call(
    session: AsyncSession, officer: Officer, call_id: int
) -> tuple[Call, Standing, Campaign]:
    found = await queries.asked_of(session, officer.id, call_id)
    if found is None:
        raise NotFound("call-missing")
    standing, rules = await campaigns.in_force(session, found[0].campaign)
    if not found[0].is_open_on(campaigns.today(rules)):
        raise Conflict("call-over")
    return found[0], standing, rules
