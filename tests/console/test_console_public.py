"""Making a suggestion public and private again, and what the page tells of those who support it."""

from console_house import CLERK, HANDLER, House, words
from sqlalchemy import select

from backend.people.actions import introduce
from backend.push.model import Push
from backend.suggestions import actions as suggestions
from backend.suggestions.history import verify
from backend.suggestions.model import Event, Suggestion


async def supporter(house: House, number: str) -> int:
    person = await introduce(house.db, channel="webchat", chat=next(house.chats), language="zh-CN")
    await suggestions.support(house.db, person_id=person.id, number=number)
    return person.id


async def test_a_clerk_makes_public_and_private(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        assert "只有建议人和工作人员看得到" in words(await clerk.get(where))
        answer = await clerk.sends(f"{where}/publish")
        assert answer.headers["location"] == f"{where}?done=published"
        page = words(await clerk.get(answer.headers["location"]))
        assert "这件建议已公开。" in page
        assert "起公开，任何人都查得到" in page
        assert (await house.all_of(Suggestion))[0].public_since
        answer = await clerk.sends(f"{where}/unpublish")
        page = words(await clerk.get(answer.headers["location"]))
        assert "已转为不公开" in page
    assert (await house.all_of(Suggestion))[0].public_since is None
    assert [event.kind for event in await house.all_of(Event)] == ["registered", "published", "unpublished"]
    assert [push.kind for push in await house.all_of(Push)] == [
        "suggestion-registered",
        "suggestion-published",
    ]
    assert await verify(house.db) == []


async def test_said_twice_it_is_done_once(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        for _ in range(2):
            answer = await clerk.sends(f"/suggestions/{suggestion.number}/publish")
            assert answer.status_code == 303
    assert len(await house.all_of(Event)) == 2


async def test_what_is_not_there_is_not_made_public(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        for number in ("CQ2024-999999", "x"):
            answer = await clerk.sends(f"/suggestions/{number}/publish")
            assert answer.status_code == 404
            assert "返回列表" in words(answer)


async def test_a_notice_about_the_public_is_only_said_when_it_is_true(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        for done in ("published", "unpublished"):
            assert 'role="status"' not in (await clerk.get(where, params={"done": done})).text
        await clerk.sends(f"{where}/publish")
        assert 'role="status"' in (await clerk.get(where, params={"done": "published"})).text
        assert 'role="status"' not in (await clerk.get(where, params={"done": "unpublished"})).text


async def test_the_page_counts_supporters_and_shows_the_authors_notices_alone(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/publish")
        told = {await supporter(house, suggestion.number) for _ in range(2)}
        await clerk.sends(f"{where}/forward", unit=await house.unit("transport"))
        page = words(await clerk.get(where))
    assert "支持人数 2" in page
    assert page.count("等待送达建议人") == 3
    async with house.db.read() as session:
        owed = await session.scalars(select(Push.person_id).where(Push.kind == "suggestion-forwarded"))
        assert set(owed) == told | {suggestion.person_id}


async def test_who_replies_knows_who_else_reads_it(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk, house.at_desk(HANDLER) as handler:
        await clerk.sends(f"{where}/publish")
        assert "也会收到答复" not in words(await handler.get(where))
        await supporter(house, suggestion.number)
        page = await handler.get(where)
    assert "支持这件建议的 1 人也会收到答复" in words(page)
    assert "/publish" not in page.text
