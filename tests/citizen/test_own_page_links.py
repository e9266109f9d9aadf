"""A link: made for one draft, open for a day, used once, whatever comes twice."""

import asyncio
import json
from datetime import timedelta

import pytest
from own_page_house import ADDRESS, NAME, SAID, Desk
from sqlalchemy import update

from backend import clock
from backend.campaigns import queries as campaigns
from backend.drafts import actions as drafts
from backend.drafts import queries, speaker
from backend.drafts.answering import Answer
from backend.drafts.model import Draft, DraftState, Step
from backend.errors import Conflict, NotFound, Refusal
from backend.inbox import actions as inbox
from backend.inbox import queries as arrived
from backend.inbox.model import Update, UpdateState
from backend.own_page import actions as own_page
from backend.own_page.model import PageLink
from backend.people.model import Person


async def opens(desk: Desk, token: str) -> str:
    """Return "" where the link opens, else the reason why not."""
    async with desk.db.read() as session:
        try:
            await own_page.open_page(session, token)
        except Refusal as refusal:
            return refusal.key
    return ""


async def test_the_database_does_not_know_the_token(desk: Desk) -> None:
    token = await desk.link(await desk.draft())
    (link,) = await desk.all_of(PageLink)
    assert link.token_hash == own_page.digest(token)
    assert token not in str(vars(link))
    assert len(token) >= 43


async def test_a_link_is_open_for_a_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    token, made = await desk.link(await desk.draft()), clock.now()
    for hours, expected in ((23.9, ""), (24.1, "page-link-expired")):
        later = made + timedelta(hours=hours)
        monkeypatch.setattr(clock, "now", lambda later=later: later)
        assert await opens(desk, token) == expected
    with pytest.raises(Conflict, match="page-link-expired"):
        await own_page.fill(desk.db, token=token, said=SAID)


@pytest.mark.parametrize("token", ["", "x", "钥匙", "\udcff", "a" * 5000, "' or 1=1 --"])
async def test_a_made_up_token_opens_nothing(desk: Desk, token: str) -> None:
    await desk.link(await desk.draft())
    assert await opens(desk, token) == "page-link-missing"
    with pytest.raises(NotFound, match="page-link-missing"):
        await own_page.fill(desk.db, token=token, said=SAID)


async def test_a_newer_link_ends_the_older_of_its_draft_alone(desk: Desk) -> None:
    mine, other = await desk.draft(), await desk.draft()
    older, elsewhere = await desk.link(mine), await desk.link(other)
    newer = await desk.link(mine)
    assert [await opens(desk, token) for token in (older, elsewhere, newer)] == ["page-link-expired", "", ""]


async def test_the_same_update_gets_a_link_that_opens_each_time(desk: Desk) -> None:
    draft = await desk.draft()
    asking = {"person_id": draft.person_id, "draft_id": draft.id, "update": 90}
    first, second = await own_page.make(desk.db, **asking), await own_page.make(desk.db, **asking)
    assert [await opens(desk, first), await opens(desk, second)] == ["page-link-expired", ""]
    assert (await desk.now(draft)).answered == 90


async def test_nobody_gets_a_link_to_the_draft_of_another(desk: Desk) -> None:
    draft, stranger = await desk.draft(), await desk.draft()
    with pytest.raises(NotFound, match="draft-missing"):
        await own_page.make(desk.db, person_id=stranger.person_id, draft_id=draft.id, update=90)
    assert await desk.all_of(PageLink) == []


async def test_a_form_is_taken_and_the_chat_told(desk: Desk) -> None:
    draft = await desk.draft()
    token = await desk.link(draft)
    assert await own_page.fill(desk.db, token=token, said=SAID) == {}
    now = await desk.now(draft)
    assert (now.name, now.contact, now.contact_kind, now.address) == (
        NAME,
        "+8613800138123",
        "phone",
        ADDRESS,
    )
    assert now.step == Step.FILES
    (update_,) = await desk.all_of(Update)
    body = json.loads(update_.body)
    assert body["update_id"] == update_.update_id < 0
    assert body["message"]["text"] == "/go_on"
    assert body["message"]["chat"]["id"] == update_.chat == body["message"]["from"]["id"]
    assert [value for value in SAID.values() if value in update_.body] == []


async def test_the_same_form_again_is_taken_already(desk: Desk) -> None:
    token = await desk.link(await desk.draft())
    for _ in range(3):
        assert await own_page.fill(desk.db, token=token, said=SAID | {"name": f" {NAME} "}) == {}
    assert len(await desk.all_of(Update)) == 1
    with pytest.raises(Conflict, match="page-link-used"):
        await own_page.fill(desk.db, token=token, said=SAID | {"name": "李四"})
    with pytest.raises(Conflict, match="page-link-used"):
        await own_page.fill(desk.db, token=token, said={})


async def test_a_used_link_lets_nobody_try_guesses_for_long(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await desk.link(await desk.draft())
    await own_page.fill(desk.db, token=token, said=SAID)
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    with pytest.raises(Conflict, match="page-link-used"):
        await own_page.fill(desk.db, token=token, said=SAID)


async def test_forms_at_the_same_instant_are_one(desk: Desk) -> None:
    draft = await desk.draft()
    token = await desk.link(draft)
    told = await asyncio.gather(*(own_page.fill(desk.db, token=token, said=SAID) for _ in range(5)))
    assert told == [{}] * 5
    assert len(await desk.all_of(Update)) == 1


async def test_a_form_and_a_new_link_at_the_same_instant_end_well(desk: Desk) -> None:
    draft = await desk.draft()
    token = await desk.link(draft)
    told = await asyncio.gather(
        own_page.fill(desk.db, token=token, said=SAID), desk.link(draft), return_exceptions=True
    )
    assert told[0] == {} or isinstance(told[0], Conflict)
    assert isinstance(told[1], str)
    assert len(await desk.all_of(Update)) == (1 if told[0] == {} else 0)


async def test_a_wrong_form_changes_nothing_and_the_link_still_opens(desk: Desk) -> None:
    draft = await desk.draft()
    token = await desk.link(draft)
    wrong = await own_page.fill(desk.db, token=token, said={"name": NAME, "contact": "12", "address": " "})
    assert {step: refusal.key for step, refusal in wrong.items()} == {
        Step.CONTACT: "contact-not-a-number",
        Step.WORK_UNIT: "line-missing",
        Step.ADDRESS: "line-missing",
    }
    now = await desk.now(draft)
    assert (now.name, now.step) == (None, Step.OWN_PAGE)
    assert await desk.all_of(Update) == []
    assert await own_page.fill(desk.db, token=token, said=SAID) == {}


@pytest.mark.parametrize("state", [DraftState.SENT, DraftState.DISCARDED])
async def test_a_draft_that_is_over_needs_no_form(desk: Desk, state: DraftState) -> None:
    draft = await desk.draft()
    token = await desk.link(draft)
    async with desk.db.begin() as session:
        await session.execute(update(Draft).where(Draft.id == draft.id).values(state=state))
    assert await opens(desk, token) == "page-link-draft-over"
    with pytest.raises(Conflict, match="page-link-draft-over"):
        await own_page.fill(desk.db, token=token, said=SAID)
    with pytest.raises(NotFound, match="draft-missing"):
        await desk.link(draft)


async def test_what_the_chat_asks_by_now_is_still_asked(desk: Desk) -> None:
    """The form was open while the person went back to change the topic."""
    draft = await desk.draft()
    token = await desk.link(draft)
    await drafts.ask(desk.db, Answer(draft.id, 91), step=Step.TOPIC)
    assert await own_page.fill(desk.db, token=token, said=SAID) == {}
    now = await desk.now(draft)
    assert (now.step, now.name) == (Step.TOPIC, NAME)


async def test_a_form_of_one_draft_leaves_the_other_one_in_hand(desk: Desk) -> None:
    draft = await desk.draft()
    token = await desk.link(draft)
    told = {"person_id": draft.person_id, "campaign": draft.campaign, "edition": draft.edition}
    newer = Draft(**told, started_at=clock.now(), touched_at=clock.now())
    async with desk.db.begin() as session:
        session.add(newer)
    await own_page.fill(desk.db, token=token, said=SAID)
    async with desk.db.read() as session:
        in_hand = await queries.current(session, draft.person_id)
    assert in_hand
    assert in_hand.id == newer.id


async def test_numbers_of_our_own_are_not_acknowledged_to_a_chat_server(desk: Desk) -> None:
    draft = await desk.draft()
    body = json.dumps({"update_id": 41, "message": {"chat": {"id": 1}}}).encode()
    await inbox.store(desk.db, [inbox.Arrival("webchat", body)])
    await own_page.fill(desk.db, token=await desk.link(draft), said=SAID)
    async with desk.db.read() as session:
        assert await arrived.newest(session, "webchat") == 41


async def test_forgetting_keeps_the_number_the_poller_goes_on_from(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await desk.draft()
    body = json.dumps({"update_id": 41, "message": {"chat": {"id": 1}}}).encode()
    await inbox.store(desk.db, [inbox.Arrival("webchat", body)])
    await own_page.fill(desk.db, token=await desk.link(draft), said=SAID)
    async with desk.db.begin() as session:
        await session.execute(update(Update).values(state=UpdateState.DONE, body=None))
    later = clock.now() + timedelta(days=9)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert await inbox.forget(desk.db, older_than=timedelta(days=8)) == 1
    assert [row.update_id for row in await desk.all_of(Update)] == [41]


async def test_the_update_goes_to_the_persons_own_channel_and_chat(desk: Desk) -> None:
    draft = await desk.draft()
    await own_page.fill(desk.db, token=await desk.link(draft), said=SAID)
    async with desk.db.read() as session:
        person = await session.get_one(Person, draft.person_id)
    (update_,) = await desk.all_of(Update)
    assert (update_.channel, update_.chat) == (person.channel, person.chat)


@pytest.mark.parametrize(
    ("here", "offered"), [(True, {Step.NAME, Step.CONTACT, Step.ADDRESS}), (False, set())]
)
async def test_what_the_page_was_told_is_offered_to_no_chat_that_would_show_it(
    desk: Desk, *, here: bool, offered: set[Step]
) -> None:
    draft = await desk.draft()
    await own_page.fill(desk.db, token=await desk.link(draft), said=SAID)
    async with desk.db.read() as session:
        last = await session.get_one(Draft, draft.id)
        rules = await campaigns.edition(session, draft.edition)
    newer = Draft(person_id=draft.person_id, identity="resident", on_own_page=here)
    known = set(speaker.known(newer, rules, last))
    assert Step.IDENTITY in known
    assert (known & {Step.NAME, Step.CONTACT, Step.ADDRESS}) == offered
