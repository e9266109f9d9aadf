"""Idempotency keys: the same request is done once and answered the same, however often it comes."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from ledger_house import as_csv, line
from programs_house import CLERK, MATTER, TEXT, Caller, House
from sqlalchemy import text

from backend.api import admission
from backend.db import Database
from backend.ledger.model import ForeignNumber
from backend.programs import answers
from backend.programs.answers import Asked, Claim
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
    assert {each.status_code for each in came} == {200}
    assert {each.content for each in came} == {last.content}
    assert len(await house.rows(Suggestion)) == 1


async def test_what_is_done_and_what_is_answered_are_one(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before its answer is kept, nothing was done either."""
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        with monkeypatch.context() as patch:
            patch.setattr(answers, "keep", lost)
            failed = await program.sends(f"/suggestions/{number}/forward", key="a", unit="transport")
        assert (failed.status_code, await house.state(number)) == (503, "registered")
        again = await program.sends(f"/suggestions/{number}/forward", key="a", unit="transport")
    assert (again.status_code, again.json()["state"]) == (200, "forwarded")
    assert [event.kind for event in await house.rows(Event)] == ["registered", "forwarded"]


async def lost(*_: object, **__: object) -> None:
    raise ConnectionError


async def test_a_refusal_takes_nothing_else_back(house: House) -> None:
    """It is kept in the transaction in which the verb said no."""
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        refused = await program.sends(f"/suggestions/{number}/close", key="a")
        await program.sends(f"/suggestions/{number}/forward", key="b", unit="transport")
    (kept, _) = await house.rows(ProgramAnswer)
    assert (kept.status, kept.body) == (409, refused.text)
    assert await house.state(number) == "forwarded"


SHEET = as_csv(line(), line(number="2024-18", unit="交通部门"), line(number="2024-19", name=None), line())
COUNTS = {"new": 2, "known": 1}


@pytest.mark.parametrize(("killed", "wait"), [(True, 6), (False, 0)], ids=["killed", "broken off"])
async def test_an_import_that_ended_midway_goes_on_and_answers_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch, *, killed: bool, wait: int
) -> None:
    async with house.program(CLERK) as program:
        with monkeypatch.context() as patch:
            patch.setattr(answers, "settle", lost)
            if killed:
                patch.setattr(answers, "release", lost)
            assert (await imported(program)).status_code == 503
        if killed:
            soon = await imported(program)
            assert (soon.status_code, soon.json()["key"]) == (409, "program-key-running")
        house.hands.forward(minutes=wait)
        late, again = await imported(program), await imported(program)
    assert late.status_code == 200
    assert COUNTS.items() <= late.json().items()
    assert [refused["line"] for refused in late.json()["refused"]] == [4]
    assert again.content == late.content
    assert len(await house.rows(Suggestion)) == 2
    kinds = [event.kind for event in await house.rows(Event)]
    assert kinds == ["registered", "registered", "forwarded"]


async def imported(program: Caller) -> httpx.Response:
    named = {"Idempotency-Key": "ledger-1", "Content-Type": "text/csv"}
    address = "/imports?system=xinfang&campaign=city-2024"
    return await program.post(address, content=SHEET, headers=named)


async def test_an_import_that_lost_its_claim_stops(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house.program(CLERK) as program:

        async def taken_over(db: Database, mine: Asked) -> Claim:
            found = await claim(db, mine)
            assert isinstance(found, Claim)
            return replace(found, claimed_at=found.claimed_at + timedelta(seconds=1))

        claim = answers.claim
        with monkeypatch.context() as patch:
            patch.setattr(answers, "claim", taken_over)
            stopped = await imported(program)
    assert stopped.status_code == 503
    assert {known.finished_at for known in await house.rows(ForeignNumber)} == {None}


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
