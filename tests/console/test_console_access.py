"""Who gets in where: what the matrix does not say, in prose; test_console_matrix.py walks the table."""

import pytest
from console_house import CLERK, HANDLER, LOOSE, OTHER, TEXT, House
from fastapi import FastAPI

from backend.console import access
from backend.console.app import build
from backend.suggestions.model import Suggestion, SuggestionState


async def test_a_handler_may_not_reply_for_another_unit(house: House) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(OTHER) as other:
        answer = await other.sends(
            f"/suggestions/{suggestion.number}/reply", outcome="adopted", text="越权的答复"
        )
    assert answer.status_code == 404
    (stored,) = await house.all_of(Suggestion)
    assert stored.state == SuggestionState.FORWARDED


async def test_a_handler_finds_nothing_of_others_in_list_and_counts(house: House) -> None:
    suggestion = await house.forwarded(text="只给交通部门的建议")
    await house.suggest(text="还没有转办的建议")
    async with house.at_desk(HANDLER) as handler:
        mine = (await handler.get("/suggestions")).text
    async with house.at_desk(OTHER) as other:
        theirs = (await other.get("/suggestions")).text
    assert suggestion.number in mine
    assert "还没有转办的建议" not in mine
    assert suggestion.number not in theirs
    assert '<span class="count">0</span>' in theirs


async def test_a_handler_without_a_unit_sees_nothing(house: House) -> None:
    waiting = await house.suggest()
    async with house.at_desk(LOOSE) as loose:
        for path in ("/suggestions", f"/suggestions/{waiting.number}"):
            page = await loose.get(path)
            assert page.status_code == 403
            assert TEXT.split()[0] not in page.text


async def test_a_sign_in_ends_when_signed_out(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        token = clerk.cookies["jindianzi_sign_in"]
        await clerk.sends("/sign-out")
        assert "jindianzi_sign_in" not in clerk.cookies
    async with house.browser(Cookie=f"jindianzi_sign_in={token}") as thief:
        assert (await thief.get("/suggestions")).status_code == 303


def test_a_route_without_a_row_fails_start_up(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(access.TABLE, ("GET", "/undelivered"))
    with pytest.raises(RuntimeError, match="/undelivered"):
        build(house.db, house.store, secure_cookies=False)


def test_a_row_without_a_route_fails_too() -> None:
    with pytest.raises(RuntimeError, match="/healthz"):
        access.check(FastAPI(openapi_url=None).routes)


async def test_health_tells_of_a_database_that_does_not_answer(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise ConnectionError

    monkeypatch.setattr(house.db, "read", gone)
    async with house.browser() as browser:
        assert (await browser.get("/healthz")).status_code == 503
