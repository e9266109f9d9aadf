"""The second factor: right codes, each once; recovery codes; guessing slows down; a lost phone."""

from datetime import timedelta

import pytest
from backend_house import Hands, as_bytes, raw
from passwords import CHEAP
from staff_house import account, acts, code_now, sign_in, signed_in, told, with_factor

from backend import pace
from backend.db import Database
from backend.errors import Refusal
from backend.staff import actions, second_factor, totp
from backend.staff.model import Act, Staff

RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> None:
    monkeypatch.setattr(actions, "HASHER", CHEAP)
    monkeypatch.setattr(actions, "NOBODY", CHEAP.hash("nobody"))


@pytest.fixture
async def clerk(db: Database, _cheap: None) -> Staff:
    return await account(db, "clerk")


@pytest.mark.parametrize(
    ("second", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_norm(second: int, code: str) -> None:
    assert totp.code(RFC_SECRET, second // totp.STEP_SECONDS) == code


async def test_it_counts_only_once_a_code_was_shown(db: Database, clerk: Staff) -> None:
    await second_factor.begin(db, staff_id=clerk.id)
    assert not (await signed_in(db, await sign_in(db, "clerk"))).code_due
    wrong = second_factor.confirm(db, staff_id=clerk.id, code="000000", token="")
    assert await told(wrong) == "factor-code-wrong"
    code = await code_now(db, clerk.id)
    assert len(await second_factor.confirm(db, staff_id=clerk.id, code=code, token="")) == 10
    assert (await signed_in(db, await sign_in(db, "clerk"))).code_due


async def test_a_secret_and_recovery_codes_are_not_to_be_read_in_the_database(
    db: Database, clerk: Staff
) -> None:
    codes = await with_factor(db, clerk)
    there = as_bytes(
        await raw(db, "SELECT * FROM second_factor") + await raw(db, "SELECT * FROM recovery_code")
    )
    for code in codes:
        assert code.encode() not in there
        assert code.replace("-", "").encode() not in there
    assert b"gAAAA" in there


async def test_a_code_is_good_once_and_so_is_none_before_it(db: Database, clerk: Staff, hands: Hands) -> None:
    await with_factor(db, clerk)
    hands.forward(seconds=60)
    first, second = await sign_in(db, "clerk"), await sign_in(db, "clerk")
    code, before = await code_now(db, clerk.id), await code_now(db, clerk.id, later=-1)
    await second_factor.show(db, token=first, code=f" {code[:3]} {code[3:]} ")
    assert not (await signed_in(db, first)).code_due
    for used in (code, before):
        assert await told(second_factor.show(db, token=second, code=used)) == "factor-code-wrong"
    hands.forward(seconds=30)
    await second_factor.show(db, token=second, code=await code_now(db, clerk.id))
    assert not (await signed_in(db, second)).code_due


@pytest.mark.parametrize(("later", "right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
async def test_the_clock_of_the_phone_may_be_half_a_minute_wrong(
    db: Database, clerk: Staff, hands: Hands, later: int, *, right: bool
) -> None:
    await with_factor(db, clerk)
    hands.forward(minutes=5)
    token = await sign_in(db, "clerk")
    showing = second_factor.show(db, token=token, code=await code_now(db, clerk.id, later=later))
    assert await told(showing) == ("done" if right else "factor-code-wrong")


async def test_a_recovery_code_opens_once(db: Database, clerk: Staff) -> None:
    code, *_ = await with_factor(db, clerk)
    first, second = await sign_in(db, "clerk"), await sign_in(db, "clerk")
    await second_factor.show(db, token=first, code=code.lower())
    assert not (await signed_in(db, first)).code_due
    assert await told(second_factor.show(db, token=second, code=code)) == "factor-code-wrong"
    assert ("recovery-used", clerk.id, clerk.id) in await acts(db)


async def test_new_recovery_codes_end_the_old_ones(db: Database, clerk: Staff) -> None:
    old = await with_factor(db, clerk)
    new = await second_factor.renew_codes(db, staff_id=clerk.id)
    token = await sign_in(db, "clerk")
    assert await told(second_factor.show(db, token=token, code=old[0])) == "factor-code-wrong"
    assert await told(second_factor.show(db, token=token, code=new[9])) == "done"


async def test_guessing_codes_slows_down_over_all_sign_ins_and_never_locks_for_good(
    db: Database, clerk: Staff, hands: Hands
) -> None:
    await with_factor(db, clerk)
    hands.forward(minutes=5)
    for _ in range(pace.FREE_TRIES):
        token = await sign_in(db, "clerk")
        assert await told(second_factor.show(db, token=token, code="000000")) == "factor-code-wrong"
    with pytest.raises(Refusal) as refusal:
        await second_factor.show(db, token=token, code=await code_now(db, clerk.id))
    assert refusal.value.key == "sign-in-wait"
    hands.forward(seconds=int(refusal.value.blanks["seconds"]))
    assert await told(second_factor.show(db, token=token, code=await code_now(db, clerk.id))) == "done"


async def test_a_password_waits_ten_minutes_for_its_code(db: Database, clerk: Staff, hands: Hands) -> None:
    await with_factor(db, clerk)
    token = await sign_in(db, "clerk")
    hands.at += actions.FOR_THE_CODE - timedelta(seconds=1)
    assert await signed_in(db, token) is not None
    hands.forward(seconds=1)
    assert await signed_in(db, token) is None


async def test_switching_on_signs_the_others_out(db: Database, clerk: Staff) -> None:
    here, there = await sign_in(db, "clerk"), await sign_in(db, "clerk")
    await second_factor.begin(db, staff_id=clerk.id)
    await second_factor.confirm(db, staff_id=clerk.id, code=await code_now(db, clerk.id), token=here)
    assert await signed_in(db, here) is not None
    assert await signed_in(db, there) is None


async def test_a_lost_phone_is_helped_and_written_down(db: Database, clerk: Staff) -> None:
    codes = await with_factor(db, clerk)
    boss = await account(db, "boss")
    waiting = await sign_in(db, "clerk")
    for _ in range(2):
        await second_factor.reset(db, staff_id=clerk.id, actor_id=boss.id)
    assert await signed_in(db, waiting) is None
    token = await sign_in(db, "clerk")
    assert not (await signed_in(db, token)).code_due
    assert [act for act in await acts(db) if act[0] == Act.FACTOR_RESET] == [
        ("factor-reset", boss.id, clerk.id)
    ]
    await second_factor.show(db, token=token, code=codes[0])  # there is nothing to show any more


async def test_who_needs_one_keeps_it(db: Database, clerk: Staff) -> None:
    await with_factor(db, clerk)
    off = second_factor.switch_off(db, staff_id=clerk.id, required=True)
    assert await told(off) == "factor-required"
    await second_factor.switch_off(db, staff_id=clerk.id, required=False)
    assert not (await signed_in(db, await sign_in(db, "clerk"))).code_due
