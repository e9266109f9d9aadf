"""The office sees who entered what, who is still to be told, and gives it on where an officer has left."""

import pytest
from console_house import CLERK, HANDLER, OTHER, WATCHER, House, words
from officers_at_work import TICKS, an_officer, begun, entered, visits
from sqlalchemy import update

from backend import clock
from backend.dates import today
from backend.db import Database
from backend.drafts.model import Draft
from backend.officers.model import Officer
from backend.people.model import Person
from backend.ratings.model import Rating
from backend.suggestions.model import Suggestion
from backend.visits import actions
from backend.visits.model import Visit


@pytest.fixture
async def entry(db: Database) -> tuple[Person, Officer, Suggestion]:
    person, officer = await an_officer(db)
    return person, officer, await entered(db, person, contact="13800138000")


async def replied(house: House, entry: Suggestion) -> Visit:
    async with house.at_desk(CLERK) as clerk:
        where = f"/suggestions/{entry.number}"
        await clerk.sends(f"{where}/forward", unit=await house.unit("transport"))
        await clerk.sends(f"{where}/reply", outcome="adopted", text="已采纳。")
    return (await visits(house.db, entry))[-1]


async def leaves(house: House, officer: Officer) -> None:
    async with house.db.begin() as session:
        mine = update(Officer).where(Officer.id == officer.id)
        await session.execute(mine.values(ended_at=clock.now()))


async def test_the_page_says_who_entered_it_and_how_its_author_agreed(
    house: House, entry: tuple[Person, Officer, Suggestion]
) -> None:
    _, _, sent = entry
    own = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        page = words(await clerk.get(f"/suggestions/{sent.number}"))
        assert "录入人 信息员李四（" in page
        assert "同意方式 当面口头同意" in page
        timeline = page[page.index("经过") :]
        assert "信息员李四（" in timeline
        assert "录入人" not in words(await clerk.get(f"/suggestions/{own.number}"))
        listed = (await clerk.get("/suggestions?show=by-officers")).text
        assert (sent.number in listed, own.number in listed) == (True, False)


async def test_a_visit_and_its_outcome_stand_on_the_page(
    house: House, entry: tuple[Person, Officer, Suggestion]
) -> None:
    person, _, sent = entry
    visit = await replied(house, sent)
    said = {"person_id": person.id, "visit_id": visit.id}
    async with house.at_desk(HANDLER) as handler, house.at_desk(OTHER) as other:
        where = f"/suggestions/{sent.number}"
        assert "有答复要告知" in words(await handler.get(where))
        assert sent.number in (await handler.get("/visits")).text
        assert sent.number not in (await other.get("/visits")).text
        await actions.told(house.db, **said, on=today(), update=next(TICKS))
        (rating,) = [row for row in await house.all_of(Rating) if row.suggestion_id == sent.id]
        await actions.rate(
            house.db, **said, rating_id=rating.id, rating="satisfied", reason="", update=next(TICKS)
        )
        page = words(await handler.get(where))
        assert "已当面告知" in page
        assert "信息员已当面告知" in page  # what was owed to the author is settled
        assert "由信息员李四（" in page
        assert sent.number not in (await handler.get("/visits")).text
    async with house.at_desk(CLERK) as clerk:
        page = words(await clerk.get("/visits"))
        assert "city-2024 · satisfied 1 0" in page  # counted apart from what was said in chats


async def test_an_overdue_visit_of_one_who_left_is_given_to_a_colleague(
    house: House, entry: tuple[Person, Officer, Suggestion]
) -> None:
    _, left, sent = entry
    _, taker = await an_officer(house.db)
    _, far = await an_officer(house.db, "health")
    visit = await replied(house, sent)
    await leaves(house, left)
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/visits")
        assert "信息员已离任" in page.text
        assert (f'value="{taker.id}"' in page.text, f'value="{far.id}"' in page.text) == (True, False)
        refused = await clerk.sends(f"/visits/{visit.id}/reassign", officer=str(far.id))
        assert refused.status_code == 422
        assert "同一单位或下级单位" in words(refused)
        done = await clerk.sends(f"/visits/{visit.id}/reassign", officer=str(taker.id))
        assert "已改派" in words(await clerk.get(done.headers["location"]))
    assert [row.officer_id for row in await house.all_of(Visit)] == [taker.id]


async def test_watchers_read_and_give_nothing(
    house: House, entry: tuple[Person, Officer, Suggestion]
) -> None:
    _, officer, sent = entry
    visit = await replied(house, sent)
    async with house.at_desk(WATCHER) as watcher:
        page = await watcher.get("/visits")
        assert sent.number in page.text
        assert "/reassign" not in page.text
        answer = await watcher.sends(f"/visits/{visit.id}/reassign", officer=str(officer.id))
        assert answer.status_code == 403


async def test_an_unfinished_entry_of_one_who_left_is_handed_on_unread(house: House) -> None:
    (person, left), (_, taker) = await an_officer(house.db), await an_officer(house.db)
    draft = await begun(house.db, person)
    async with house.db.begin() as session:
        await session.execute(update(Draft).where(Draft.id == draft.id).values(name="王五"))
    await leaves(house, left)
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/visits")
        assert "没录完的代录" in page.text
        assert "王五" not in page.text
        await clerk.sends(f"/entries/{draft.id}/hand-over", officer=str(taker.id))
        assert "没录完的代录" not in (await clerk.get("/visits")).text
    assert [row.person_id for row in await house.all_of(Draft)] == [taker.person_id]


async def test_an_author_without_a_chat_is_forgotten_by_the_code_on_the_slip(
    house: House, entry: tuple[Person, Officer, Suggestion]
) -> None:
    _, _, sent = entry
    own = await house.suggest()
    code = house.db.keys.code(sent.draft_id)
    async with house.at_desk(CLERK) as clerk:
        where = f"/suggestions/{sent.number}"
        await clerk.sends(f"{where}/divert", place="complaint", reason="属于投诉。")
        wrong = await clerk.sends(f"{where}/forget", code="ABCDEFGH")
        assert wrong.status_code == 404
        assert 'role="alert"' in wrong.text
        for _ in range(2):
            done = await clerk.sends(f"{where}/forget", code=code)
            assert "删除凭证 DEL-000001" in words(await clerk.get(done.headers["location"]))
        assert "张三" not in words(await clerk.get(where))
        own_page = await clerk.get(f"/suggestions/{own.number}/forget")
        assert own_page.status_code == 404
    rows = {row.number: row.name for row in await house.all_of(Suggestion)}
    assert rows == {sent.number: "", own.number: "张三"}
