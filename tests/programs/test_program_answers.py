"""Idempotency keys: the same request is done once and answered the same, however often it comes."""

import asyncio
from typing import Any

import pytest
from programs_house import CLERK, MATTER, TEXT, House
from sqlalchemy import text, update

from backend.api import admission
from backend.programs import answers
from backend.programs.model import ProgramAnswer, Scope
from backend.suggestions.model import Event, Suggestion

LETTER: dict[str, Any] = {**MATTER, "text": TEXT}
REPLAYED = "idempotency-replayed"


async def test_the_same_request_gets_the_same_answer(house: House) -> None:
    async with house.program(CLERK) as program:
        first = await program.sends("/suggestions", key="letter-1", **LETTER)
        again = await program.sends("/suggestions", key='"letter-1"', **LETTER)
    assert first.status_code == 200
    assert REPLAYED not in first.headers
    assert again.headers[REPLAYED] == "true"
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["content-type"] == first.headers["content-type"]
    assert len(await house.rows(Suggestion)) == 1


async def test_a_refusal_is_repeated_too(house: House) -> None:
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        first = await program.sends(f"/suggestions/{number}/close", key="a")
        await program.sends(f"/suggestions/{number}/forward", unit="transport")
        await program.sends(f"/suggestions/{number}/reply", outcome="adopted", text="已经采纳。")
        again = await program.sends(f"/suggestions/{number}/close", key="a")
        anew = await program.sends(f"/suggestions/{number}/close", key="b")
    assert (first.status_code, again.status_code, anew.status_code) == (409, 409, 200)
    assert again.content == first.content
    assert again.headers["content-type"] == "application/problem+json"


async def test_a_key_stands_for_one_request_of_one_token(house: House) -> None:
    one, other = await house.suggestion(), await house.suggestion()
    async with house.program(CLERK) as program, house.program(CLERK) as another:
        first = await program.sends(f"/suggestions/{one.number}/forward", key="a", unit="transport")
        body = await program.sends(f"/suggestions/{one.number}/forward", key="a", unit="health")
        path = await program.sends(f"/suggestions/{other.number}/forward", key="a", unit="transport")
        theirs = await another.sends(f"/suggestions/{other.number}/forward", key="a", unit="health")
    assert [each.status_code for each in (first, body, path, theirs)] == [200, 422, 422, 200]
    assert body.json()["key"] == path.json()["key"] == "program-key-used"
    assert await house.state(other.number) == "forwarded"


@pytest.mark.parametrize("key", ["", "a b", "ä", '"', "x" * 201])
async def test_a_request_without_a_fitting_key_is_not_done(house: House, key: str) -> None:
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        headers = {b"Idempotency-Key": key.encode()} if key else {}
        answer = await program.post(f"/suggestions/{number}/publish", headers=headers)
    assert (answer.status_code, answer.json()["key"]) == (400, "api-key-missing")
    assert len(await house.rows(Event)) == 1


async def test_what_was_misread_may_come_again_put_right(house: House) -> None:
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        wrong = await program.sends(f"/suggestions/{number}/forward", key="a", units="health")
        right = await program.sends(f"/suggestions/{number}/forward", key="a", unit="health")
    assert (wrong.status_code, right.status_code) == (422, 200)


async def test_many_at_once_are_one(house: House) -> None:
    async with house.program(CLERK) as program:
        came = await asyncio.gather(
            *(program.sends("/suggestions", key="letter-1", **LETTER) for _ in range(8))
        )
        last = await program.sends("/suggestions", key="letter-1", **LETTER)
    assert {each.status_code for each in came} <= {200, 409}
    assert {each.json()["key"] for each in came if each.status_code == 409} <= {"program-key-running"}
    assert {each.content for each in came if each.status_code == 200} == {last.content}
    assert len(await house.rows(Suggestion)) == 1


async def test_one_that_was_killed_midway_is_taken_up_again_and_not_doubled(house: House) -> None:
    async with house.program(CLERK) as program:
        first = await program.sends("/suggestions", key="letter-1", **LETTER)
        async with house.db.begin() as session:  # the kill: it was done, and its answer never written down
            await session.execute(update(ProgramAnswer).values(status=None, body=None))
        soon = await program.sends("/suggestions", key="letter-1", **LETTER)
        house.hands.forward(minutes=6)
        later = await program.sends("/suggestions", key="letter-1", **LETTER)
    assert (soon.status_code, soon.json()["key"]) == (409, "program-key-running")
    assert later.status_code == 200
    assert later.json() == {**first.json(), "new": False}
    assert len(await house.rows(Suggestion)) == 1


async def test_one_that_broke_may_come_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number = (await house.suggestion()).number

    async def broken(*_: object) -> None:
        raise ConnectionError

    async with house.program(CLERK) as program:
        with monkeypatch.context() as patch:
            patch.setattr(admission, "_answered", broken)
            failed = await program.sends(f"/suggestions/{number}/publish", key="a")
        again = await program.sends(f"/suggestions/{number}/publish", key="a")
    assert (failed.status_code, failed.headers["retry-after"]) == (503, "5")
    assert again.status_code == 200


async def test_answers_are_kept_a_month_and_then_forgotten(house: House) -> None:
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        await program.sends(f"/suggestions/{number}/publish", key="a")
        house.hands.forward(days=30)
        await answers.forget(house.db)
        kept = await program.sends(f"/suggestions/{number}/publish", key="a")
        house.hands.forward(minutes=1)
        await answers.forget(house.db)
        anew = await program.sends(f"/suggestions/{number}/publish", key="a")
    assert kept.headers[REPLAYED] == "true"
    assert REPLAYED not in anew.headers
    assert anew.status_code == 200


async def test_what_is_kept_is_sealed(house: House) -> None:
    async with house.program(CLERK, Scope.REGISTER) as program:
        code = (await program.sends("/suggestions", **LETTER)).json()["code"]
    async with house.db.read() as session:
        (kept,) = (await session.execute(text("SELECT body FROM program_answer"))).scalars()
    assert code.encode() not in kept
