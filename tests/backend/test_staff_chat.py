"""A member of staff and their chat: linked by a code, looked up for notices, let in by the one table."""

import asyncio

import pytest
from backend_house import Hands, as_bytes, person, raw
from passwords import CHEAP
from staff_house import account, acts, told

from backend import pace
from backend.db import Database
from backend.errors import NotAllowed, NotFound
from backend.mydata import actions as mydata
from backend.staff import access, accounts, actions, linking, queries
from backend.staff.access import Answer
from backend.staff.model import UNITS, Role, Staff


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> None:
    monkeypatch.setattr(actions, "HASHER", CHEAP)


@pytest.fixture
async def clerk(db: Database, _cheap: None) -> Staff:
    return await account(db, "clerk")


async def linked(db: Database, staff_id: int) -> int | None:
    async with db.read() as session:
        return await queries.linked_person(session, staff_id)


async def link(db: Database, person_id: int, code: str) -> str:
    return await told(linking.link(db, person_id=person_id, code=code))


async def test_a_code_links_once_and_the_same_word_twice_is_once(db: Database, clerk: Staff) -> None:
    me, other = await person(db, 7), await person(db, 8)
    code = await linking.offer(db, staff_id=clerk.id)
    assert code.encode() not in as_bytes(await raw(db, "SELECT * FROM staff_link_code"))
    assert [await link(db, me.id, said) for said in (code, code.lower())] == ["done", "done"]
    assert await link(db, other.id, code) == "staff-link-wrong"
    assert await linked(db, clerk.id) == me.id
    assert [act[0] for act in await acts(db)] == ["appointed", "linked"]


async def test_a_code_is_over_after_a_quarter_of_an_hour_or_with_the_next(
    db: Database, clerk: Staff, hands: Hands
) -> None:
    me = await person(db)
    first, second = [await linking.offer(db, staff_id=clerk.id) for _ in range(2)]
    assert await link(db, me.id, first) == "staff-link-wrong"
    hands.at += linking.GOOD_FOR
    assert await link(db, me.id, second) == "staff-link-wrong"
    assert await linked(db, clerk.id) is None


async def test_guessing_codes_slows_down(db: Database, clerk: Staff) -> None:
    me, code = await person(db), await linking.offer(db, staff_id=clerk.id)
    for _ in range(pace.FREE_TRIES):
        assert await link(db, me.id, "GUESS") == "staff-link-wrong"
    assert await link(db, me.id, code) == "staff-link-wait"


async def test_one_chat_is_of_one_account_and_the_newest_counts(db: Database, clerk: Staff) -> None:
    second = await account(db, "second")
    here, there = await person(db, 7), await person(db, 8)
    for staff, chat in ((clerk, here), (clerk, there), (second, there)):
        assert await link(db, chat.id, await linking.offer(db, staff_id=staff.id)) == "done"
    assert await linked(db, clerk.id) is None
    assert await linked(db, second.id) == there.id


async def test_two_that_link_at_once_leave_one_link(db: Database, clerk: Staff) -> None:
    code, chats = await linking.offer(db, staff_id=clerk.id), [await person(db, chat) for chat in (7, 8)]
    said = await asyncio.gather(*(link(db, chat.id, code) for chat in chats))
    assert sorted(said) == ["done", "staff-link-wrong"]


async def test_suspended_or_unlinked_is_told_nothing(db: Database, clerk: Staff) -> None:
    boss, me = await account(db, "boss", Role.ADMINISTRATOR), await person(db)
    await link(db, me.id, await linking.offer(db, staff_id=clerk.id))
    await accounts.suspend(db, staff_id=clerk.id, actor_id=boss.id)
    assert await linked(db, clerk.id) is None
    async with db.read() as session:
        with pytest.raises(NotFound, match="desk-missing"):
            await access.in_chat(session, me.id, "desk")
    await accounts.resume(db, staff_id=clerk.id, actor_id=boss.id)
    assert await linked(db, clerk.id) == me.id
    for _ in range(2):
        await linking.unlink(db, staff_id=clerk.id)
    assert await linked(db, clerk.id) is None
    assert [act[0] for act in await acts(db)].count("unlinked") == 1


async def test_whoever_is_forgotten_in_the_chat_is_no_longer_linked(db: Database, clerk: Staff) -> None:
    me = await person(db)
    await link(db, me.id, await linking.offer(db, staff_id=clerk.id))
    await mydata.forget(db, person_id=me.id, update=1)
    assert await linked(db, clerk.id) is None


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("method", "act"), access.CHAT)
async def test_every_row_for_the_chat_holds(db: Database, method: str, act: str, role: Role) -> None:
    staff = await account(db, "somebody", role, "transport" if role in UNITS else "")
    me, nobody = await person(db, 7), await person(db, 8)
    await link(db, me.id, await linking.offer(db, staff_id=staff.id))
    wanted = access.answer(access.CHAT[method, act], role, own=True)
    async with db.read() as session:
        with pytest.raises(NotFound):
            await access.in_chat(session, nobody.id, act)
        if wanted == Answer.OPEN:
            found, sight = await access.in_chat(session, me.id, act)
            assert (found.id, sight) == (staff.id, await queries.sight(session, staff))
        else:
            with pytest.raises(NotAllowed):
                await access.in_chat(session, me.id, act)
