"""Ways in: who came by which link, and what is counted for it."""

from datetime import UTC, datetime

import pytest
from backend_house import CAMPAIGN, Hands, one, person, rows, submitted, unit_id
from sqlalchemy import select

from backend.campaigns.schema import STANDARD_PRIVACY
from backend.console import ways_in_queries
from backend.console.ways_in_queries import Came
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts.model import Draft
from backend.errors import Refusal
from backend.people.model import Person
from backend.secret import CODE_ALPHABET
from backend.sources import actions, queries
from backend.sources.model import Arrival, Source, SourceKind

PLACE = "示例社区公告栏"
ANSWERED = {"consent": STANDARD_PRIVACY, "identity": "resident"}


async def place(db: Database, name: str = PLACE) -> Source:
    return await actions.add(db, campaign=CAMPAIGN, kind=SourceKind.PLACE, name=name)


async def arrives(db: Database, who: Person, source: Source, update: int) -> None:
    assert await actions.arrive(db, person_id=who.id, code=source.code, update=update)


async def begins(db: Database, who: Person, update: int) -> Draft:
    return await drafts.start(db, person_id=who.id, campaign=CAMPAIGN, update=update, message=update)


async def test_a_way_in_has_a_code_that_can_be_read_aloud(db: Database, hands: Hands) -> None:
    transport = await unit_id(db)
    made = await actions.add(
        db, campaign=CAMPAIGN, kind=SourceKind.OFFICER, name="  张三\n（示例村）\u200b ", unit_id=transport
    )
    kept = await one(db, Source, code=made.code)
    assert (kept.name, kept.kind, kept.campaign) == ("张三 （示例村）", SourceKind.OFFICER, CAMPAIGN)
    assert (kept.unit_id, kept.made_at, kept.retired_at) == (transport, hands.at, None)
    assert len(kept.code) == 8
    assert set(kept.code) <= set(CODE_ALPHABET)


async def test_what_is_asked_for_twice_is_made_once(db: Database) -> None:
    first, again = await place(db), await place(db, f" {PLACE} ")
    other = await place(db, "示例大学")
    event = await actions.add(db, campaign=CAMPAIGN, kind=SourceKind.EVENT, name=PLACE)
    assert first.code == again.code
    assert len({first.code, other.code, event.code}) == 3
    await actions.retire(db, code=first.code)
    assert (await place(db)).code != first.code


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"name": " \u200b "}, "source-name-missing"),
        ({"name": "名" * 101}, "source-name-too-long"),
        ({"kind": SourceKind.SHARED}, "source-kind-missing"),
        ({"campaign": "nowhere"}, "source-campaign-missing"),
    ],
)
async def test_what_cannot_be_a_way_in_is_refused(db: Database, said: dict[str, str], key: str) -> None:
    wanted = {"campaign": CAMPAIGN, "kind": SourceKind.PLACE, "name": PLACE, **said}
    with pytest.raises(Refusal) as refusal:
        await actions.add(db, **wanted)
    assert refusal.value.key == key
    assert await rows(db, select(Source)) == []


async def test_the_campaigns_own_id_is_a_way_in_once(db: Database) -> None:
    for _ in range(2):
        await actions.put_campaign(db, campaign=CAMPAIGN)
    own = await one(db, Source)
    assert (own.code, own.kind, own.name) == (CAMPAIGN, SourceKind.CAMPAIGN, "")
    await actions.retire(db, code=CAMPAIGN)
    await actions.put_campaign(db, campaign=CAMPAIGN)
    assert (await one(db, Source)).retired_at


async def test_a_share_link_is_one_for_a_person_and_a_campaign(db: Database) -> None:
    first, second = await person(db, 7), await person(db, 8)
    links = [
        await actions.share(db, person_id=who.id, campaign=campaign)
        for who, campaign in (
            (first, CAMPAIGN),
            (first, CAMPAIGN),
            (second, CAMPAIGN),
            (first, "district-2022"),
        )
    ]
    assert links[0].code == links[1].code
    assert len({link.code for link in links}) == 3
    assert {link.name for link in links} == {""}
    async with db.read() as session:
        assert await queries.of_staff(session) == []


async def test_the_same_update_is_one_arrival(db: Database) -> None:
    who, source = await person(db), await place(db)
    for _ in range(2):
        await arrives(db, who, source, 11)
    assert (await one(db, Arrival)).person_id == who.id
    await arrives(db, who, source, 12)
    assert len(await rows(db, select(Arrival))) == 2


@pytest.mark.parametrize("code", ["", "NOSUCH22", "city-2024", "'; --", "x" * 64])
async def test_nobody_arrives_by_a_code_that_is_not_there(db: Database, code: str) -> None:
    who = await person(db)
    assert await actions.arrive(db, person_id=who.id, code=code, update=1) is None
    assert await rows(db, select(Arrival)) == []


async def test_a_retired_code_is_counted_no_more_until_it_is_taken_up_again(
    db: Database, hands: Hands
) -> None:
    who, source = await person(db), await place(db)
    await arrives(db, who, source, 1)
    for _ in range(2):
        await actions.retire(db, code=source.code)
        hands.forward(hours=1)
    retired = await one(db, Source)
    assert retired.retired_at == datetime(2024, 8, 1, 4, 0, tzinfo=UTC)
    assert await actions.arrive(db, person_id=who.id, code=source.code, update=2) is None
    assert len(await rows(db, select(Arrival))) == 1
    await actions.reopen(db, code=source.code)
    await arrives(db, who, source, 3)
    await actions.retire(db, code="NOSUCH22")
    await actions.reopen(db, code="NOSUCH22")


async def test_a_draft_counts_for_the_newest_link_of_the_last_day(db: Database, hands: Hands) -> None:
    who, first, second = await person(db), await place(db, "一"), await place(db, "二")
    await arrives(db, who, first, 1)
    await arrives(db, who, second, 2)
    assert (await begins(db, who, 3)).source_id == second.id

    late = await person(db, 8)
    await arrives(db, late, first, 4)
    hands.forward(hours=24)
    assert (await begins(db, late, 5)).source_id is None


async def test_a_link_of_another_campaign_is_not_counted_for_this_one(db: Database, hands: Hands) -> None:
    who = await person(db)
    other = await actions.add(db, campaign="district-2022", kind=SourceKind.PLACE, name=PLACE)
    await arrives(db, who, other, 1)
    assert (await begins(db, who, 2)).source_id is None


async def test_what_came_is_counted_by_source_and_by_kind(db: Database, hands: Hands) -> None:
    first, second, third = [await person(db, chat) for chat in (7, 8, 9)]
    square, stand = (
        await place(db),
        await actions.add(db, campaign=CAMPAIGN, kind=SourceKind.EVENT, name="示例商圈摆展"),
    )
    elsewhere = await actions.add(db, campaign="district-2022", kind=SourceKind.PLACE, name=PLACE)
    for update, (who, source) in enumerate(
        [(first, square), (first, square), (second, square), (second, stand), (third, elsewhere)]
    ):
        await arrives(db, who, source, update)
    await submitted(db, first, source_id=square.id, **ANSWERED)
    await submitted(db, second, source_id=stand.id, **ANSWERED)
    await submitted(db, third, **ANSWERED)
    await begins(db, first, 20)
    async with db.read() as session:
        came = await ways_in_queries.came_by(session, [square, stand, elsewhere])
        here = await ways_in_queries.by_kind(session, CAMPAIGN)
        everywhere = await ways_in_queries.by_kind(session, "")
    assert came == {
        square.id: Came(people=2, drafts=2, suggestions=1),
        stand.id: Came(people=1, drafts=1, suggestions=1),
        elsewhere.id: Came(people=1, drafts=0, suggestions=0),
    }
    assert here[SourceKind.PLACE] == Came(people=2, drafts=2, suggestions=1)
    assert here[SourceKind.EVENT] == Came(people=1, drafts=1, suggestions=1)
    assert here[SourceKind.OFFICER] == Came()
    assert here[None] == Came(people=0, drafts=1, suggestions=1)
    assert everywhere[SourceKind.PLACE].people == 3
