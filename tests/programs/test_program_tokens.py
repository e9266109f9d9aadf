"""Who gets in: tokens, their scopes, their end, and how often they may come."""

from datetime import timedelta

import pytest
from programs_house import AUDITOR, CLERK, HANDLER, Caller, House
from sqlalchemy import text

from backend.dates import today
from backend.errors import Refusal
from backend.programs import actions as programs
from backend.programs.model import ProgramToken, Scope
from backend.staff.model import Role, Staff


async def came(house: House, secret: str, **headers: str) -> int:
    async with Caller(house.app, secret, **headers) as caller:
        return (await caller.get("/suggestions")).status_code


async def test_nobody_gets_in_without_a_good_token(house: House) -> None:
    good = await house.token(CLERK, Scope.READ)
    assert await came(house, good) == 200
    assert await came(house, "") == 401
    assert await came(house, good + "x") == 401
    assert await came(house, "", Authorization=f"Basic {good}") == 401
    assert await came(house, "", Cookie=f"jindianzi_sign_in={good}") == 401
    async with Caller(house.app, "") as caller:
        answer = await caller.get("/suggestions")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.json()["key"] == "api-token-missing"


async def test_the_secret_is_kept_nowhere(house: House) -> None:
    secret = await house.token(CLERK, Scope.READ)
    async with house.db.read() as session:
        rows = (await session.execute(text("SELECT * FROM program_token"))).all()
    assert len(rows) == 1
    assert secret not in str(rows)
    assert secret.removeprefix("jdz_") not in str(rows)


async def test_a_token_ends_with_its_last_day_and_when_it_is_revoked(house: House) -> None:
    short, long = await house.token(CLERK, Scope.READ, days=1), await house.token(CLERK, Scope.READ)
    house.hands.forward(hours=35, minutes=59)  # noon in the house's zone, and a day and a half
    assert [await came(house, each) for each in (short, long)] == [200, 200]
    house.hands.forward(minutes=2)
    assert [await came(house, each) for each in (short, long)] == [401, 200]
    for _ in range(2):
        await programs.revoke(house.db, token_id=(await house.rows(ProgramToken))[-1].id)
    assert await came(house, long) == 401


async def test_a_token_is_good_for_its_scopes_alone(house: House) -> None:
    number = (await house.suggestion(unit="transport")).number
    async with house.program(CLERK, Scope.READ) as program:
        read = await program.get(f"/suggestions/{number}")
        handled = await program.sends(f"/suggestions/{number}/sign")
    async with house.program(CLERK, Scope.HANDLE) as program:
        unread = await program.get(f"/suggestions/{number}")
    assert (read.status_code, handled.status_code, unread.status_code) == (200, 403, 403)
    assert handled.json()["blanks"] == {"scope": "handle"}
    assert await house.state(number) == "forwarded"


async def test_a_token_reaches_no_further_than_its_member_of_staff(house: House) -> None:
    secret = await house.token(CLERK, Scope.READ, Scope.HANDLE)
    for role, status in ((Role.AUDITOR, 200), (Role.ADMINISTRATOR, 403)):
        async with house.db.begin() as session:
            (await session.get_one(Staff, (await house.one(Staff, login=CLERK)).id)).role = role
        assert await came(house, secret) == status


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"name": " \u200b"}, "program-name-missing"),
        ({"name": "名" * 61}, "program-name-too-long"),
        ({"scopes": []}, "program-scope-missing"),
        ({"login": "nobody"}, "program-staff-missing"),
        ({"login": AUDITOR, "scopes": [Scope.HANDLE]}, "program-scope-not-theirs"),
        ({"login": HANDLER, "scopes": [Scope.REGISTER]}, "program-scope-not-theirs"),
        ({"login": "administrator"}, "program-scope-not-theirs"),
        ({"days": -1}, "program-last-day"),
        ({"days": 367}, "program-last-day"),
    ],
)
async def test_a_token_that_must_not_be_made(house: House, wrong: dict[str, object], key: str) -> None:
    said = {"name": "示例", "scopes": [Scope.READ], "login": CLERK, "days": 10, "once": "a", **wrong}
    last_day = today() + timedelta(days=said.pop("days"))
    with pytest.raises(Refusal) as refused:
        await programs.make(house.db, last_day=last_day, **said)
    assert refused.value.key == key
    assert await house.rows(ProgramToken) == []


async def test_a_form_sent_twice_makes_one_token(house: House) -> None:
    said = {"name": "示例", "scopes": [Scope.READ], "login": CLERK, "last_day": today(), "once": "a"}
    await programs.make(house.db, **said)
    with pytest.raises(Refusal, match="program-made-already"):
        await programs.make(house.db, **said)
    assert len(await house.rows(ProgramToken)) == 1


async def test_too_many_requests_in_a_minute_are_refused_until_it_is_over(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "MOST_PER_MINUTE", 3)
    busy, calm = await house.token(CLERK, Scope.READ), await house.token(CLERK, Scope.READ)
    assert [await came(house, busy) for _ in range(4)] == [200, 200, 200, 429]
    assert await came(house, calm) == 200
    async with Caller(house.app, busy) as caller:
        answer = await caller.get("/suggestions")
    assert 0 < int(answer.headers["retry-after"]) <= 61
    house.hands.forward(seconds=61)
    assert await came(house, busy) == 200


async def test_every_answer_says_how_many_requests_are_left(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "MOST_PER_MINUTE", 3)
    async with Caller(house.app, await house.token(CLERK, Scope.READ)) as caller:
        read, refused = await caller.get("/suggestions"), await caller.get("/suggestions/X-1")
    async with Caller(house.app, "") as nobody:
        closed = await nobody.get("/suggestions")
    names = ("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset")
    assert [read.headers[name] for name in names] == ["3", "2", "61"]
    assert (refused.status_code, refused.headers["ratelimit-remaining"]) == (404, "1")
    assert not set(names) & set(closed.headers)


async def test_when_a_token_was_used_is_written_down(house: House) -> None:
    secret = await house.token(CLERK, Scope.READ)
    (made,) = await house.rows(ProgramToken)
    assert made.last_used_at is None
    await came(house, secret)
    (used,) = await house.rows(ProgramToken)
    assert used.last_used_at == house.hands.at
