"""One person after the other: nothing of one gets to the next, whatever an officer does in between."""

import random

import pytest
from backend_house import CAMPAIGN, TEXT, one, rows
from officers_at_work import TICKS, an_officer, begun, by, entered, told
from sqlalchemy import select, update

from backend import clock
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import queries, speaker
from backend.drafts.model import Draft, DraftState, Step
from backend.errors import NotAllowed, NotFound, Refusal
from backend.mydata import actions as mydata
from backend.mydata import export
from backend.officers.model import Officer
from backend.people.model import Consent
from backend.proxy import queries as proxy
from backend.proxy import speaking
from backend.proxy.model import Entry
from backend.staff.model import AccountEvent, Act
from backend.suggestions.actions import submit
from backend.suggestions.model import Event, EventKind, Suggestion

PERSONAL = ("name", "contact", "contact_kind", "work_unit", "school", "address", "identity")


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_of_one_person_gets_to_another(db: Database, seed: int) -> None:
    """Enter many in a row at random: the next, the same once more, with or without a telephone."""
    chance, (officer, _) = random.Random(seed), await an_officer(db)
    known: dict[int, tuple[str, str]] = {}
    last: Suggestion | None = None
    for place in range(8):
        how = chance.choice(["next", "same", "new"]) if last else "new"
        like = {"like": last.draft_id, "same": how == "same"} if last and how != "new" else {}
        who = (f"村民{'甲乙丙丁戊己庚辛'[place]}", chance.choice(["", "13800138000"]))
        sent = await entered(db, officer, name=who[0], contact=who[1], text=f"{TEXT}{place}", **like)
        known.setdefault(sent.person_id, who)
        if how == "same" and last:
            assert sent.person_id == last.person_id
        last = await one(db, Suggestion, id=sent.id)
        name, number = known[last.person_id]
        assert (last.name, last.contact) == (name, f"+86{number}" if number else "")
        assert last.text == f"{TEXT}{place}"
    assert len({name for name, _ in known.values()}) == len(known)
    assert await rows(db, select(Consent)) == []  # none of these agreements is the officer's


async def test_an_agreement_is_asked_of_each_person_and_of_nobody_for_another(db: Database) -> None:
    officer, _ = await an_officer(db)
    first = await entered(db, officer)
    draft = await begun(db, officer, like=first.draft_id)
    assert (draft.step, draft.consent) == (Step.CONSENT, None)
    with pytest.raises(Refusal, match="consent-missing"):
        await speaker.tell(db, by(draft), step=Step.NAME, said="王五")
    with pytest.raises(Refusal, match="behalf-consent-theirs"):
        await speaker.consent(db, by(draft))
    with pytest.raises(Refusal, match="draft-incomplete"):
        await submit(db, person_id=officer.id, draft_id=draft.id)


async def test_the_same_person_is_asked_anew_where_the_wording_is_another(db: Database) -> None:
    officer, _ = await an_officer(db)
    first = await entered(db, officer)
    async with db.begin() as session:
        older = update(Draft).where(Draft.id == first.draft_id).values(consent="standard-0")
        await session.execute(older)
    draft = await begun(db, officer, like=first.draft_id, same=True)
    assert (draft.subject_id, draft.step, draft.name) == (first.person_id, Step.CONSENT, None)


async def test_an_own_draft_is_offered_nothing_of_others_and_the_other_way_round(db: Database) -> None:
    officer, _ = await an_officer(db)
    await entered(db, officer)
    own = await drafts.start(
        db, person_id=officer.id, campaign=CAMPAIGN, update=next(TICKS), message=next(TICKS)
    )
    assert own
    assert (own.subject_id, own.consent) == (None, None)
    async with db.read() as session:
        assert await queries.last_sent(session, officer.id) is None
        assert [draft.id for draft in await queries.open_ones(session, officer.id)] == []
    theirs = await begun(db, officer)
    assert theirs.id != own.id
    async with db.read() as session:
        assert [draft.id for draft in await proxy.open_ones(session, officer.id)] == [theirs.id]
    again = await drafts.start(
        db, person_id=officer.id, campaign=CAMPAIGN, update=next(TICKS), message=next(TICKS)
    )
    assert again
    assert again.subject_id is None


async def test_the_same_update_begins_one_and_a_second_tap_finds_it(db: Database) -> None:
    officer, _ = await an_officer(db)
    said = {"person_id": officer.id, "campaign": CAMPAIGN, "message": 1}
    update_ = next(TICKS)
    for number in (update_, update_, next(TICKS)):
        await speaking.begin(db, **said, update=number)
    assert len(await rows(db, select(Draft))) == 1
    assert len(await rows(db, select(Entry))) == 1


async def test_the_office_is_asked_for_anew_at_every_step(db: Database) -> None:
    officer, appointed = await an_officer(db)
    draft = await begun(db, officer)
    await speaking.spoken_consent(db, by(draft))
    async with db.begin() as session:
        await session.execute(update(Officer).where(Officer.id == appointed.id).values(ended_at=clock.now()))
    for step in (
        speaker.choose(db, by(draft), step=Step.IDENTITY, said="resident"),
        speaking.without_contact(db, by(draft)),
        drafts.say(db, by(draft), message=1, text=TEXT),
        submit(db, person_id=officer.id, draft_id=draft.id),
        drafts.pick_up(db, person_id=officer.id, draft_id=draft.id, update=next(TICKS)),
    ):
        with pytest.raises(NotAllowed, match="officer-not-in-office"):
            await step
    kept = await one(db, Draft, id=draft.id)
    assert (kept.state, kept.identity) == (DraftState.OPEN, None)


async def test_the_office_hands_a_draft_to_another_officer(db: Database) -> None:
    (leaving, left), (taker, taking) = await an_officer(db), await an_officer(db)
    _, elsewhere = await an_officer(db, "health")
    draft = await begun(db, leaving)
    async with db.begin() as session:
        await session.execute(update(Officer).where(Officer.id == left.id).values(ended_at=clock.now()))
    async with db.read() as session:
        assert [(found.id, who.id) for found, who in await proxy.left_behind(session)] == [
            (draft.id, left.id)
        ]
    with pytest.raises(Refusal, match="visit-officer-missing"):
        await speaking.hand_over(db, draft_id=draft.id, officer_id=elsewhere.id, staff_id=1)
    own = await begun(db, taker)
    for _ in range(2):
        await speaking.hand_over(db, draft_id=draft.id, officer_id=taking.id, staff_id=1)
    (kind,) = await told(db, taker)
    assert kind.startswith("entry-given:")
    assert (await one(db, AccountEvent, act=Act.ENTRY_GIVEN)).data["officer"] == taking.id
    async with db.read() as session:
        current = await queries.current(session, taker.id)
        assert current
        assert current.id == own.id  # what is being written now takes the next words
        assert await proxy.left_behind(session) == []
        assert await proxy.open_ones(session, leaving.id) == []
    await speaking.spoken_consent(db, by(draft))
    kept = await one(db, Draft, id=draft.id)
    assert (kept.person_id, (await one(db, Entry, draft_id=draft.id)).officer_id) == (taker.id, taking.id)


async def test_who_entered_it_stands_in_the_history(db: Database) -> None:
    officer, appointed = await an_officer(db)
    entry = await entered(db, officer)
    event = await one(db, Event, suggestion_id=entry.id, kind=EventKind.REGISTERED)
    assert (event.actor_id, event.data["officer"]) == (officer.id, appointed.id)
    async with db.read() as session:
        shelf = await proxy.entered(session, officer.id)
        assert await proxy.own(session, officer.id + 1, entry.number) is None
    assert [row.suggestion.number for row in shelf.rows] == [entry.number]


async def test_a_paper_or_a_missing_telephone_is_only_for_others(db: Database) -> None:
    officer, _ = await an_officer(db)
    own = await drafts.start(
        db, person_id=officer.id, campaign=CAMPAIGN, update=next(TICKS), message=next(TICKS)
    )
    assert own
    with pytest.raises(NotFound):
        await speaking.spoken_consent(db, by(own))
    with pytest.raises(Refusal, match="contact-missing"):
        await speaking.without_contact(db, by(own))


async def test_an_officer_who_is_forgotten_takes_nobody_else_along(db: Database) -> None:
    officer, _ = await an_officer(db)
    sent, open_one = await entered(db, officer), await begun(db, officer)
    await speaking.spoken_consent(db, by(open_one))
    await speaker.choose(db, by(open_one), step=Step.IDENTITY, said="resident")
    await speaker.tell(db, by(open_one), step=Step.NAME, said="王五")
    async with db.read() as session:
        own = {section.table.name for section in await export.held(session, officer.id)}
    assert own.isdisjoint({"draft", "draft_part", "suggestion", "visit"})
    await mydata.forget(db, person_id=officer.id, update=next(TICKS))
    assert (await one(db, Suggestion, id=sent.id)).name == "张三"
    kept = await one(db, Draft, id=open_one.id)
    assert (kept.name, kept.state) == ("王五", DraftState.OPEN)
