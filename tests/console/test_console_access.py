"""Who gets in where: every cell of the access table, and nothing beside it."""

from datetime import timedelta

import pytest
from console_house import CLERK, HANDLER, LOOSE, OTHER, TEXT, House, form_key
from fastapi import FastAPI

from backend import clock
from backend.console import access
from backend.console.app import build
from backend.sources.model import Source
from backend.suggestions.model import Event, Suggestion, SuggestionState

VISITORS = ("clerk", "handler", "other", "nobody", "expired")
TO_SIGN_IN = "to sign-in"
CELLS: dict[tuple[str, str], tuple[int | str, ...]] = {
    ("GET", "/healthz"): (200, 200, 200, 200, 200),
    ("GET", "/static"): (200, 200, 200, 200, 200),
    ("GET", "/sign-in"): (303, 303, 303, 200, 200),
    ("POST", "/sign-in"): (422, 422, 422, 422, 422),
    ("POST", "/sign-out"): (TO_SIGN_IN, TO_SIGN_IN, TO_SIGN_IN, 401, 401),
    ("POST", "/language"): (303, 303, 303, 401, 401),
    ("GET", "/"): (303, 303, 303, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/suggestions"): (200, 200, 200, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/suggestions/{number}"): (200, 200, 404, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/suggestions/{number}/files/{ordinal}"): (200, 200, 404, TO_SIGN_IN, TO_SIGN_IN),
    ("POST", "/suggestions/{number}/forward"): (303, 403, 403, 401, 401),
    ("POST", "/suggestions/{number}/reply"): (303, 303, 404, 401, 401),
    ("POST", "/suggestions/{number}/publish"): (303, 403, 403, 401, 401),
    ("POST", "/suggestions/{number}/unpublish"): (303, 403, 403, 401, 401),
    ("GET", "/undelivered"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/ways-in"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("POST", "/ways-in"): (303, 403, 403, 401, 401),
    ("GET", "/ways-in/{code}"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("POST", "/ways-in/{code}/retire"): (303, 403, 403, 401, 401),
    ("POST", "/ways-in/{code}/reopen"): (303, 403, 403, 401, 401),
    ("GET", "/ways-in/{code}/{channel}.svg"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/ways-in/{code}/{channel}.png"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/ways-in/{code}/card"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/intake/new"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("POST", "/intake"): (422, 403, 403, 401, 401),
    ("GET", "/ledger"): (200, 200, 200, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/ledger/file"): (200, 200, 200, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/ledger/template"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("POST", "/ledger/import"): (422, 403, 403, 401, 401),
    ("GET", "/ledger/imports/{run}"): (404, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/ledger/imports/{run}/refused"): (404, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("GET", "/programs"): (200, 403, 403, TO_SIGN_IN, TO_SIGN_IN),
    ("POST", "/programs"): (422, 403, 403, 401, 401),
    ("POST", "/programs/{token}/revoke"): (404, 403, 403, 401, 401),
}
FIELDS = {
    "/language": {"language": "en"},
    "/suggestions/{number}/reply": {"outcome": "adopted", "text": "已经采纳。"},
    "/ways-in": {"campaign": "city-2024", "kind": "place", "name": "示例社区"},
    "/intake": {"campaign": "city-2024"},
}
PATHS = {
    "/static": "/static/console.css",
    "/ledger/template": "/ledger/template?campaign=city-2024",
}


def test_the_cells_below_are_those_of_the_table() -> None:
    assert CELLS.keys() == access.TABLE.keys()


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize(("method", "path"), CELLS)
async def test_cell(
    house: House, monkeypatch: pytest.MonkeyPatch, method: str, path: str, visitor: str
) -> None:
    suggestion = await house.forwarded(files=(("意见.txt", "示例".encode(), "text/plain"),))
    browser = house.browser()
    key = ""
    if visitor != "nobody":
        await browser.sign_in(CLERK if visitor == "expired" else visitor)
        key = form_key(await browser.get("/suggestions"))
    if visitor == "expired":
        later = clock.now() + timedelta(hours=13)
        monkeypatch.setattr(clock, "now", lambda: later)
    parts = {"number": suggestion.number, "ordinal": 1, "code": "city-2024", "channel": "webchat"}
    parts |= {"run": 1, "token": 1}
    where = PATHS.get(path, path).format(**parts)
    before = len(await house.all_of(Event)), [one.retired_at for one in await house.all_of(Source)]

    fields = {"form_key": key, "unit": await house.unit("health"), **FIELDS.get(path, {})}
    answer = await browser.request(method, where, data=fields if method == "POST" else None)

    wanted = CELLS[method, path][VISITORS.index(visitor)]
    turned = answer.headers.get("location", "").startswith("/sign-in")
    got = TO_SIGN_IN if turned else answer.status_code
    assert got == wanted
    if answer.status_code >= 400:
        after = len(await house.all_of(Event)), [one.retired_at for one in await house.all_of(Source)]
        assert after == before


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
