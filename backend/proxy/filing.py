"""An officer enters a whole suggestion at once: collected without signal, in one message, or by sheet.

All in one transaction, and by the officer's own key (`once`): what comes again, after a cut line or a
second import of the same sheet, is the one that is there.
"""

from dataclasses import dataclass
from datetime import datetime
from secrets import randbits

from sqlalchemy import ScalarSelect, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.dates import today
from backend.db import Database, Table, keys_of
from backend.drafts.model import Draft
from backend.i18n import DEFAULT_LANGUAGE
from backend.ledger import intake
from backend.ledger.intake import Letter, Registered
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.people.model import Person
from backend.proxy import queries
from backend.proxy.model import ConsentForm, Entry, EntryWay
from backend.suggestions.actions import enter
from backend.suggestions.model import ActorKind

CHANNEL = "proxy"
"""The channel of those for whom an officer speaks."""


@dataclass(frozen=True)
class Consent:
    """How and when the subject agreed to the processing of their data (R49)."""

    form: ConsentForm
    given_at: datetime


async def file(
    db: Database,
    *,
    person_id: int,
    letter: Letter,
    consent: Consent,
    once: str,
    way: EntryWay,
    call_id: int | None = None,
    occasion_id: int | None = None,
    origin: str | None = None,
) -> Registered:
    """Enter a suggestion for somebody else, who may have no telephone; asked for twice it is one (R22).

    `letter.channel` is the channel of the officer's chat. Refuses who is no officer (any more), and the same
    `once` with other words.
    """
    async with db.begin() as session:
        await session.get_one(Person, person_id, with_for_update=True)  # one entry of theirs at a time
        officer = await officers.require(session, person_id)
        if there := await _there(session, person_id, once):
            return await intake.again(session, there, letter)
        rules, draft = await intake.fill(session, person_id, letter, as_in_chats=True)
        draft.subject_id = (await subject(session)).id
        draft.consent, draft.consented_at = rules.privacy_wording, consent.given_at
        entry = begun(officer, draft, way=way, once=once, call_id=call_id, occasion_id=occasion_id)
        entry.consent_form, entry.consented_at = consent.form, consent.given_at
        entry.origin = origin
        session.add(entry)
        suggestion = await enter(
            session,
            draft,
            actor=(ActorKind.PERSON, person_id),
            received_at=intake.moment(rules, letter.received),
            channel=letter.channel,
            officer_id=officer.id,
        )
        return Registered(suggestion, keys_of(session).code(draft.id), new=True)


def begun(
    officer: Officer,
    draft: Draft,
    *,
    way: EntryWay,
    once: str | None = None,
    call_id: int | None = None,
    occasion_id: int | None = None,
) -> Entry:
    """Say of a draft who fills it for whom it counts, from what holds of the officer now (R95).

    What was collected without signal may be sent from anywhere: it belongs to the event it names, or to none.
    """
    here = None if way == EntryWay.OFFLINE else _event_now(officer, draft)
    return Entry(
        draft_id=draft.id,
        officer_id=officer.id,
        unit_id=officer.unit_id,
        district=officer.district,
        contact_point_id=officer.contact_point_id,
        occasion_id=occasion_id or here,
        call_id=call_id,
        way=way,
        once=once,
        begun_at=clock.now(),
    )


def _event_now(officer: Officer, draft: Draft) -> ScalarSelect[int] | None:
    """Ask for the event the officer is at, if it is held today and for the campaign of the draft."""
    if officer.occasion_id is None:
        return None
    event = Table.metadata.tables["occasion"]  # of a slice above this one
    held = (event.c.first_day <= today(), event.c.last_day >= today(), event.c.ended_at.is_(None))
    mine = (event.c.id == officer.occasion_id, event.c.campaign == draft.campaign)
    return select(event.c.id).where(*mine, *held).scalar_subquery()


async def subject(session: AsyncSession) -> Person:
    """Make the person an entry is about: nobody's chat, told by the officer."""
    person = Person(
        channel=CHANNEL, chat=randbits(intake.CHAT_BITS), language=DEFAULT_LANGUAGE, since=clock.now()
    )
    session.add(person)
    await session.flush()
    return person


async def _there(session: AsyncSession, person_id: int, once: str) -> Draft | None:
    query = select(Draft).join(Entry, Entry.draft_id == Draft.id).options(selectinload(Draft.parts))
    mine = query.where(queries.is_entered_by(person_id), Entry.once == once)
    return await session.scalar(mine.order_by(Entry.id).limit(1))
