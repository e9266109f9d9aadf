"""What administrators do with accounts, and what members of staff do with their own password."""

import asyncio
from datetime import timedelta

import pytest
from backend_house import Hands, one, rows, unit_id
from passwords import CHEAP
from sqlalchemy import select
from staff_house import PASSWORD, account, acts, sign_in, signed_in, told

from backend import pace
from backend.db import Database
from backend.staff import accounts, actions, passwords
from backend.staff.log import logged
from backend.staff.model import Act, Role, Staff

NEW = "vier-neue-Worte-7"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> None:
    monkeypatch.setattr(actions, "HASHER", CHEAP)
    monkeypatch.setattr(actions, "NOBODY", CHEAP.hash("nobody"))


@pytest.fixture
async def boss(db: Database, _cheap: None) -> Staff:
    return await account(db, "boss", Role.ADMINISTRATOR)


async def change(db: Database, staff_id: int, old: str = PASSWORD, new: str = NEW, **more: str) -> str:
    said = {"again": new, "token": "", **more}
    return await told(passwords.change(db, staff_id=staff_id, old=old, new=new, **said))


async def test_a_new_account_signs_in_once_and_chooses_its_own_password(db: Database, boss: Staff) -> None:
    made, password = await accounts.make(
        db, login=" Zhang.San ", role=Role.CLERK, unit_id=None, actor_id=boss.id
    )
    token = await sign_in(db, "zhang.san", password)
    assert (await signed_in(db, token)).staff.one_time
    assert await change(db, made.id, old=password, token=token) == "done"
    assert not (await signed_in(db, token)).staff.one_time
    assert await told(sign_in(db, "zhang.san", password)) == "sign-in-wrong"
    assert await told(sign_in(db, "zhang.san", NEW)) == "done"
    assert [act[0] for act in await acts(db)] == ["appointed", "made", "password-changed"]


async def test_a_one_time_password_ends(db: Database, boss: Staff, hands: Hands) -> None:
    making = {"role": Role.CLERK, "unit_id": None, "actor_id": boss.id}
    first, password = await accounts.make(db, login="zhang", **making)
    _, other = await accounts.make(db, login="li", lasts=timedelta(hours=200), **making)
    hands.forward(hours=72)
    assert await told(sign_in(db, "zhang", password)) == "done"
    hands.forward(minutes=1)
    assert await told(sign_in(db, "zhang", password)) == "sign-in-one-time-over"
    assert await told(sign_in(db, "zhang", "wrong")) == "sign-in-wrong"
    assert await told(sign_in(db, "li", other)) == "done"
    again = await accounts.give_password(db, staff_id=first.id, actor_id=boss.id)
    token = await sign_in(db, "zhang", again)
    assert await change(db, first.id, old=again, token=token) == "done"
    hands.forward(days=30)
    assert await told(sign_in(db, "zhang", NEW)) == "done"  # one's own does not end


async def test_one_login_is_one_account_however_many_make_it_at_once(db: Database, boss: Staff) -> None:
    making = {"login": "zhang", "role": Role.CLERK, "unit_id": None, "actor_id": boss.id}
    said = await asyncio.gather(*(told(accounts.make(db, **making)) for _ in range(4)))
    assert sorted(said) == ["account-login-taken"] * 3 + ["done"]
    assert len([act for act in await acts(db) if act[0] == Act.MADE]) == 1


@pytest.mark.parametrize("login", ["", "x", "a b", "张三", "-zhang", "z" * 33, "zhang@x"])
async def test_a_login_that_cannot_be_typed_is_none(db: Database, boss: Staff, login: str) -> None:
    making = accounts.make(db, login=login, role=Role.CLERK, unit_id=None, actor_id=boss.id)
    assert await told(making) == "account-login-wrong"


async def test_a_role_brings_its_unit_or_none(db: Database, boss: Staff) -> None:
    transport = await unit_id(db)
    zhang, _ = await accounts.make(db, login="zhang", role=Role.CLERK, unit_id=transport, actor_id=boss.id)
    assert zhang.unit_id is None
    change_to = {"staff_id": zhang.id, "actor_id": boss.id}
    lead = accounts.change_role(db, role=Role.UNIT_LEAD, unit_id=None, **change_to)
    assert await told(lead) == "account-unit-missing"
    for _ in range(2):
        await accounts.change_role(db, role=Role.UNIT_LEAD, unit_id=transport, **change_to)
    there = await one(db, Staff, login="zhang")
    assert (there.role, there.unit_id) == (Role.UNIT_LEAD, transport)
    assert len([act for act in await acts(db) if act[0] == Act.ROLE_CHANGED]) == 1


async def test_a_suspended_account_is_nobody_at_once_and_comes_back_as_it_was(
    db: Database, boss: Staff
) -> None:
    clerk = await account(db, "clerk")
    token = await sign_in(db, "clerk")
    for _ in range(2):
        await accounts.suspend(db, staff_id=clerk.id, actor_id=boss.id)
    assert await signed_in(db, token) is None
    assert await told(sign_in(db, "clerk")) == "sign-in-suspended"
    assert await told(sign_in(db, "clerk", "wrong")) == "sign-in-wrong"
    await accounts.resume(db, staff_id=clerk.id, actor_id=boss.id)
    assert await told(sign_in(db, "clerk")) == "done"
    assert [act[0] for act in await acts(db)][-2:] == ["suspended", "resumed"]


async def test_nobody_does_this_to_their_own_account(db: Database, boss: Staff) -> None:
    mine = {"staff_id": boss.id, "actor_id": boss.id}
    for doing in (
        accounts.suspend(db, **mine),
        accounts.resume(db, **mine),
        accounts.change_role(db, role=Role.CLERK, unit_id=None, **mine),
        accounts.give_password(db, **mine),
        accounts.reset_factor(db, **mine),
    ):
        assert await told(doing) == "account-own"
    assert await told(accounts.suspend(db, staff_id=999, actor_id=boss.id)) == "account-missing"


async def test_a_forgotten_password_is_replaced_for_one_time(db: Database, boss: Staff) -> None:
    clerk = await account(db, "clerk")
    token = await sign_in(db, "clerk")
    password = await accounts.give_password(db, staff_id=clerk.id, actor_id=boss.id)
    assert await signed_in(db, token) is None
    assert await told(sign_in(db, "clerk")) == "sign-in-wrong"
    assert (await signed_in(db, await sign_in(db, "clerk", password))).staff.one_time


async def test_a_changed_password_signs_the_others_out(db: Database) -> None:
    clerk = await account(db, "clerk")
    here, there = await sign_in(db, "clerk"), await sign_in(db, "clerk")
    assert await change(db, clerk.id, token=here) == "done"
    assert await signed_in(db, here) is not None
    assert await signed_in(db, there) is None


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"old": "wrong"}, "password-old-wrong"),
        ({"new": "short"}, "password-short"),
        ({"new": "lang-" * 50}, "password-long"),
        ({"again": "something-else"}, "password-not-again"),
        ({"new": PASSWORD}, "password-same"),
        ({"new": "the-CLERK-of-2024"}, "password-easy"),
        ({"new": "abababababab"}, "password-easy"),
    ],
)
async def test_a_password_that_will_not_do_changes_nothing(
    db: Database, said: dict[str, str], key: str
) -> None:
    clerk = await account(db, "clerk")
    assert await change(db, clerk.id, **said) == key
    assert await told(sign_in(db, "clerk")) == "done"


async def test_guessing_the_old_password_slows_down(db: Database) -> None:
    clerk = await account(db, "clerk")
    for _ in range(pace.FREE_TRIES):
        assert await change(db, clerk.id, old="wrong") == "password-old-wrong"
    assert await change(db, clerk.id) == "sign-in-wait"


async def test_the_log_names_who_did_what_to_whom_page_by_page(db: Database, boss: Staff) -> None:
    clerk = await account(db, "clerk")
    for _ in range(26):
        await accounts.suspend(db, staff_id=clerk.id, actor_id=boss.id)
        await accounts.resume(db, staff_id=clerk.id, actor_id=boss.id)
    async with db.read() as session:
        first, last = [await logged(session, page) for page in (1, 9)]
        mine = await logged(session, 1, about=boss.id)
    assert (first.pages, last.page, len(first.events), len(last.events)) == (2, 2, 50, 4)
    newest = first.events[0]
    names = first.names[newest.actor_id], first.names[newest.staff_id]
    assert (newest.act, *names) == (Act.RESUMED, "boss", "clerk")
    assert [event.act for event in mine.events] == [Act.APPOINTED]
    assert len(await rows(db, select(Staff))) == 2
