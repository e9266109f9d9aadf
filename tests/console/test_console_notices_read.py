"""Whoever acts on a suggestion has read what they were told of it, as far as their page showed it."""

import re
from datetime import UTC, datetime

import httpx
import pytest
from console_house import CLERK, HANDLER, OTHER, Browser, House, words
from sqlalchemy import select

from backend import clock, notices
from backend.notices.model import Kind, Notice
from backend.staff.model import Staff
from backend.suggestions.model import Suggestion


async def told(house: House, one: Suggestion, kind: Kind, once: str, **more: object) -> None:
    async with house.db.begin() as session:
        mine = (await session.scalars(select(Staff.id).where(Staff.login == HANDLER))).one()
        await notices.tell(session, staff_ids=[mine], kind=kind, suggestion_id=one.id, once=once, **more)  # type: ignore[arg-type]


async def read(house: House) -> dict[str, bool]:
    async with house.db.read() as session:
        mine = select(Notice).join(Staff, Staff.id == Notice.staff_id).where(Staff.login == HANDLER)
        return {str(one.kind): one.read_at is not None for one in await session.scalars(mine)}


async def acts(browser: Browser, page: httpx.Response, one: Suggestion, verb: str, **said: str) -> int:
    seen = re.search(r'name="seen" value="(\d+)"', page.text)
    assert seen
    answer = await browser.sends(f"/suggestions/{one.number}/{verb}", seen=seen[1], **said)
    return answer.status_code


@pytest.fixture
async def one(house: House, monkeypatch: pytest.MonkeyPatch) -> Suggestion:
    """A suggestion of which its handler was told: that it came, of its last day, and by name in a note."""
    received = datetime(2026, 11, 2, 4, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: received)
    forwarded = await house.forwarded()
    await told(house, forwarded, Kind.DUE_SOON, "day:1", due_on=received.date())
    await told(house, forwarded, Kind.MENTIONED, "note:1")
    return forwarded


async def test_looking_alone_reads_nothing(house: House, one: Suggestion) -> None:
    async with house.at_desk(HANDLER) as handler:
        await handler.get(f"/suggestions/{one.number}")
    assert set((await read(house)).values()) == {False}


async def test_acting_reads_what_the_page_showed_and_no_more(house: House, one: Suggestion) -> None:
    other = await house.forwarded()
    async with house.at_desk(HANDLER) as handler:
        page = await handler.get(f"/suggestions/{one.number}")
        async with house.at_desk(CLERK) as clerk:
            await clerk.sends(f"/suggestions/{one.number}/value", on="yes")
        async with house.db.read() as session:
            newest = await notices.queries.newest_event(session, one.id)
        await told(house, one, Kind.SUPPLEMENTED, f"event:{newest}")
        assert await acts(handler, page, one, "notes", text="先去现场看看。") == 303
        seen = {"forwarded": True, "due-soon": True, "mentioned": False, "supplemented": False}
        async with house.db.read() as session:
            about = await session.scalars(select(Notice).where(Notice.suggestion_id == other.id))
            assert [notice.read_at for notice in about] == [None]
        assert (await read(house)) | {"forwarded": True} == seen
        after = words(await handler.get("/suggestions"))
    assert "提醒 未读： 3" in after


async def test_what_is_refused_reads_nothing_and_others_read_their_own_alone(
    house: House, one: Suggestion
) -> None:
    async with house.at_desk(HANDLER) as handler, house.at_desk(OTHER) as other:
        page = await handler.get(f"/suggestions/{one.number}")
        assert await acts(handler, page, one, "reply", outcome="", text="") == 422
        assert await acts(other, page, one, "notes", text="不是我的。") in {403, 404, 422}
    assert set((await read(house)).values()) == {False}
