"""An officer says a suggestion for somebody else, step by step in the usual dialog (R22).

The subject is another person in every draft, unless the officer says that it is the same one once more.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, push
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.drafts import queries as drafts
from backend.drafts import speaker
from backend.drafts.actions import new_draft, note_turn, refuse_unless_open, refuse_unless_taken
from backend.drafts.answering import answers, part_of, vouches
from backend.drafts.model import Draft, DraftState, PartKind
from backend.drafts.steps import NO_CONTACT, next_step
from backend.errors import NotFound, Refusal
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.people.model import Person
from backend.proxy import queries
from backend.proxy.filing import begun, subject
from backend.proxy.model import ConsentForm, Entry, EntryWay
from backend.staff.log import note
from backend.staff.model import Act
from backend.visits import queries as visits


@vouches
async def in_office(session: AsyncSession, person_id: int) -> int:
    """Return the appointment by which a person speaks for others today."""
    return (await officers.require(session, person_id)).id


async def begin(
    db: Database,
    *,
    person_id: int,
    campaign: str,
    update: int,
    message: int,
    like: int | None = None,
    same: bool = False,
    call_id: int | None = None,
    way: EntryWay = EntryWay.DIALOG,
) -> Draft | None:
    """Open a draft for somebody else; where this update was taken before, return what is open now.

    `like` is the draft sent before: its theme and topic are kept for the next person, and with `same` its
    person with name, contact and consent. `call_id` is the request it answers; `way` is PAPER for a letter.
    """
    async with db.begin() as session:
        officer = await officers.require(session, person_id)
        await session.get_one(Officer, officer.id, with_for_update=True)  # one entry of theirs at a time
        standing, rules = await campaigns.in_force(session, campaign)
        person = await session.get_one(Person, person_id)
        refuse_unless_open(campaigns.openness(standing, rules, person.channel), rules)
        opened = await drafts.current(session, person_id)
        if await drafts.answered(session, person_id) >= update:
            return opened
        last = await queries.sent_by(session, person_id, like) if like else None
        if opened and opened.edition == standing.edition and _is_just_begun(opened, last, same=same):
            opened.answered, opened.touched_at = update, clock.now()
            (await queries.entry_of(session, opened.id)).way = way
            return opened
        whose = last.subject_id if last and same else (await subject(session)).id
        draft = await new_draft(session, person, rules, standing.edition, subject_id=whose)
        draft.answered, draft.touched_at = update, clock.now()
        await session.flush()
        entry = begun(officer, draft, way=way, call_id=call_id)
        session.add(entry)
        await _take_over(session, draft, entry, rules, last, same=same)
        await note_turn(session, draft, message)
        return draft


async def _take_over(
    session: AsyncSession, draft: Draft, entry: Entry, rules: Campaign, last: Draft | None, *, same: bool
) -> None:
    """Keep from the draft before what was asked for, and ask what is then still open."""
    if last and same:
        await _same_person(session, draft, entry, rules, last)
    elif last:
        _same_matter(draft, rules, last)
    draft.step = next_step(draft, rules)


def _is_just_begun(opened: Draft, last: Draft | None, *, same: bool) -> bool:
    """Recognise the draft that an earlier tap on the same button opened: nothing was said in it yet."""
    if opened.subject_id is None or opened.parts:
        return False
    if same:
        return last is not None and opened.subject_id == last.subject_id and not opened.theme
    return not (opened.consent or opened.name) and (opened.theme == (last.theme if last else None))


def _same_matter(draft: Draft, rules: Campaign, last: Draft) -> None:
    theme = rules.theme(last.theme or "")
    known = {campaigns.OTHER_TOPIC, *(topic.id for topic in theme.topics)} if theme else set()
    if last.topic in known:
        draft.theme, draft.topic = last.theme, last.topic


async def _same_person(
    session: AsyncSession, draft: Draft, entry: Entry, rules: Campaign, last: Draft
) -> None:
    """Keep who it is and what they agreed to; a wording they have not heard is read out anew."""
    if last.consent != rules.privacy_wording:
        return
    before = await queries.entry_of(session, last.id)
    draft.consent, draft.consented_at = last.consent, last.consented_at
    entry.consent_form, entry.consented_at = before.consent_form, before.consented_at
    speaker.copy(draft, rules, last)
    if last.contact_kind == NO_CONTACT:
        speaker.leave_out_contact(draft)


@answers
async def spoken_consent(session: AsyncSession, draft: Draft) -> None:
    """Note that the subject heard the wording and agreed in the officer's presence (R49)."""
    await _agree(session, draft, ConsentForm.SPOKEN)


@answers
async def paper_consent(session: AsyncSession, draft: Draft, *, message: int, sha256: str, name: str) -> None:
    """Keep the photo of a paper that the subject signed, marked as such (R49)."""
    session.add(part_of(draft, message, PartKind.CONSENT, sha256=sha256, name=name))
    await _agree(session, draft, ConsentForm.PAPER)


@answers
async def letter_consent(session: AsyncSession, draft: Draft) -> None:
    """Note that the subject agreed in the letter itself, whose photo is there (R49)."""
    if not draft.files:
        raise Refusal("batch-paper-first")
    await _agree(session, draft, ConsentForm.PAPER)


async def _agree(session: AsyncSession, draft: Draft, form: ConsentForm) -> None:
    if draft.subject_id is None:
        raise NotFound("draft-missing")
    rules = await campaigns.edition(session, draft.edition)
    await refuse_unless_taken(session, draft)
    draft.consent, draft.consented_at = rules.privacy_wording, clock.now()
    entry = await queries.entry_of(session, draft.first_id)
    entry.consent_form, entry.consented_at = form, draft.consented_at
    draft.step = next_step(draft, rules)


@answers
async def without_contact(session: AsyncSession, draft: Draft) -> None:
    """Note that the subject has neither telephone nor mail: word is brought to them."""
    rules = await campaigns.edition(session, draft.edition)
    if draft.subject_id is None:
        raise Refusal("contact-missing", kinds="+".join(sorted(rules.contact_kinds)))
    if draft.consent != rules.privacy_wording:
        raise Refusal("consent-missing")
    speaker.leave_out_contact(draft)
    draft.step = next_step(draft, rules)


async def hand_over(db: Database, *, draft_id: int, officer_id: int, staff_id: int) -> None:
    """Let another officer of the unit, or of one below, go on with a draft; handed twice is once.

    They are told; what they are writing just now stays what their next words belong to.
    """
    async with db.begin() as session:
        draft = await session.get(Draft, draft_id, with_for_update=True)
        if draft is None or draft.subject_id is None or draft.state != DraftState.OPEN:
            raise NotFound("draft-missing")
        entry = await queries.entry_of(session, draft_id)
        if entry.officer_id == officer_id:
            return
        now = await session.get_one(Officer, entry.officer_id)
        taker = next((one for one in await visits.who_may_take(session, now) if one.id == officer_id), None)
        if taker is None or taker.person_id is None:
            raise Refusal("visit-officer-missing")
        data = {"draft": draft_id, "officer": taker.id, "before": now.id}
        note(session, Act.ENTRY_GIVEN, actor_id=staff_id, data=data)
        entry.officer_id, draft.person_id, draft.touched_at = taker.id, taker.person_id, draft.started_at
        kind = f"entry-given:{clock.now():%Y%m%d%H%M%S}"
        await push.owe(session, person_id=taker.person_id, kind=kind, about=draft_id)
