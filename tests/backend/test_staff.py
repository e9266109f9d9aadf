"""Signing in: only hashes are kept, guessing slows down, and a stay ends."""

import asyncio
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from backend_house import Hands, as_bytes, one, raw, rows, unit_id
from sqlalchemy import select

from backend import pace
from backend.db import Database
from backend.errors import Refusal
from backend.pace.model import Tries
from backend.staff import actions, queries
from backend.staff.model import Role, SignIn, Staff

PASSWORD = "golden-idea-2024"


@pytest.fixture(autouse=True)
async def clerk(db: Database, monkeypatch: pytest.MonkeyPatch, hands: Hands) -> None:
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(actions, "HASHER", cheap)
    monkeypatch.setattr(actions, "NOBODY", cheap.hash("nobody"))
    await actions.appoint(db, login="clerk", password=PASSWORD, role=Role.CLERK)


async def said(db: Database, password: str, login: str = "clerk") -> str:
    """Sign in, and return the refusal's key, or "in"."""
    try:
        await actions.sign_in(db, login=login, password=password)
    except Refusal as refusal:
        return refusal.key
    return "in"


async def signed_in(db: Database, token: str) -> SignIn | None:
    async with db.read() as session:
        return await queries.signed_in(session, token)


async def test_the_right_password_opens_and_the_database_knows_hashes_only(db: Database) -> None:
    token = await actions.sign_in(db, login="clerk", password=PASSWORD)
    here = await signed_in(db, token)
    assert here is not None
    assert (here.staff.login, here.staff.role) == ("clerk", Role.CLERK)
    there = as_bytes(await raw(db, "SELECT * FROM sign_in") + await raw(db, "SELECT * FROM staff"))
    assert token.encode() not in there
    assert PASSWORD.encode() not in there
    assert b"$argon2id$" in there


async def test_another_token_is_nobody(db: Database) -> None:
    token = await actions.sign_in(db, login="clerk", password=PASSWORD)
    for wrong in ("", "x", token[:-1], token + "x", actions.digest(token), "密"):
        assert await signed_in(db, wrong) is None


async def test_two_sign_ins_have_two_tokens_and_two_form_keys(db: Database) -> None:
    tokens = {await actions.sign_in(db, login="clerk", password=PASSWORD) for _ in range(2)}
    assert len(tokens) == 2
    assert len({row.form_key for row in await rows(db, select(SignIn))}) == 2


async def test_a_wrong_password_and_an_unknown_login_sound_the_same(db: Database) -> None:
    assert await said(db, "wrong") == await said(db, PASSWORD, "nobody") == "sign-in-wrong"
    assert await rows(db, select(SignIn)) == []


async def test_guessing_slows_down_even_for_the_right_password(db: Database, hands: Hands) -> None:
    for _ in range(pace.FREE_TRIES):
        assert await said(db, "wrong") == "sign-in-wrong"
    assert await said(db, PASSWORD) == "sign-in-wait"
    with pytest.raises(Refusal) as refusal:
        await actions.sign_in(db, login="clerk", password=PASSWORD)
    hands.forward(seconds=int(refusal.value.blanks["seconds"]))
    assert await said(db, PASSWORD) == "in"


async def test_the_wait_doubles_and_never_locks_for_good(db: Database, hands: Hands) -> None:
    waits = []
    for _ in range(pace.FREE_TRIES + 14):
        assert await said(db, "wrong") == "sign-in-wrong"
        until = (await one(db, Tries, key=pace.key_of("clerk", ""))).not_before
        waits.append(max(until - hands.at, timedelta(0)))
        hands.at = max(hands.at, until) + timedelta(seconds=1)
    assert waits[: pace.FREE_TRIES - 1] == [timedelta(0)] * (pace.FREE_TRIES - 1)
    assert waits == sorted(waits)
    assert waits[pace.FREE_TRIES] == 2 * waits[pace.FREE_TRIES - 1]
    assert waits[-1] == pace.LONGEST_WAIT
    assert await said(db, PASSWORD) == "in"


async def test_the_right_password_forgives_earlier_mistakes(db: Database) -> None:
    for _ in range(2):
        for _ in range(pace.FREE_TRIES - 1):
            assert await said(db, "wrong") == "sign-in-wrong"
        assert await said(db, PASSWORD) == "in"


async def test_guessing_at_once_is_counted_before_it_is_answered(db: Database) -> None:
    told = await asyncio.gather(*(said(db, "wrong") for _ in range(12)))
    assert sorted(told) == ["sign-in-wait"] * (12 - pace.FREE_TRIES) + ["sign-in-wrong"] * pace.FREE_TRIES


async def test_an_unknown_login_waits_as_a_known_one_does(db: Database) -> None:
    for _ in range(pace.FREE_TRIES):
        assert await said(db, PASSWORD, "nobody") == "sign-in-wrong"
    assert await said(db, PASSWORD, "nobody") == "sign-in-wait"


async def test_guessing_from_elsewhere_keeps_nobody_out(db: Database) -> None:
    for _ in range(pace.FREE_TRIES + 1):
        await said(db, "wrong")
    assert await actions.sign_in(db, login="clerk", password=PASSWORD, address="192.0.2.7")


async def test_one_account_does_not_slow_another(db: Database) -> None:
    await actions.appoint(db, login="second", password=PASSWORD, role=Role.CLERK)
    for _ in range(pace.FREE_TRIES + 1):
        await said(db, "wrong")
    assert await said(db, PASSWORD, "second") == "in"


async def test_a_stay_ends_by_itself_and_is_forgotten(db: Database, hands: Hands) -> None:
    token = await actions.sign_in(db, login="clerk", password=PASSWORD)
    for _ in range(12):
        hands.at += actions.STAY / 12 - timedelta(seconds=1)
        here = await signed_in(db, token)
        assert here is not None
        await actions.seen(db, sign_in=here)
    hands.forward(seconds=12)
    assert await signed_in(db, token) is None
    hands.forward(seconds=1)
    await actions.sign_in(db, login="clerk", password=PASSWORD)
    assert len(await rows(db, select(SignIn))) == 1


async def test_whoever_does_nothing_for_two_hours_signs_in_again(db: Database, hands: Hands) -> None:
    idle, busy = [await actions.sign_in(db, login="clerk", password=PASSWORD) for _ in range(2)]
    hands.at += queries.IDLE - timedelta(seconds=1)
    here = await signed_in(db, busy)
    assert here is not None
    await actions.seen(db, sign_in=here)
    hands.forward(seconds=1)
    assert await signed_in(db, idle) is None
    assert await signed_in(db, busy) is not None


async def test_signing_out_ends_this_stay_only(db: Database) -> None:
    here, there = [await actions.sign_in(db, login="clerk", password=PASSWORD) for _ in range(2)]
    await actions.sign_out(db, token=here)
    assert await signed_in(db, here) is None
    assert await signed_in(db, there) is not None


async def test_a_new_appointment_changes_password_role_and_unit(db: Database) -> None:
    unit = await unit_id(db)
    await actions.appoint(db, login="clerk", password="another-password", role=Role.HANDLER, unit_id=unit)
    assert await said(db, PASSWORD) == "sign-in-wrong"
    assert await said(db, "another-password") == "in"
    (staff,) = await rows(db, select(Staff))
    assert (staff.role, staff.unit_id) == (Role.HANDLER, unit)
    async with db.read() as session:
        sight = await queries.sight(session, staff)
    assert (sight.everything, sight.unit_id) == (False, unit)


async def test_a_handler_belongs_to_a_unit_and_a_clerk_to_none(db: Database) -> None:
    with pytest.raises(ValueError, match="handler"):
        await actions.appoint(db, login="x", password=PASSWORD, role=Role.HANDLER)
    with pytest.raises(ValueError, match="others to none"):
        await actions.appoint(db, login="x", password=PASSWORD, role=Role.CLERK, unit_id=await unit_id(db))
