"""A suggestion found by number and query code: from any chat, forgivingly typed, guessed by nobody."""

from collections.abc import Callable

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from sqlalchemy import select

from backend import pace
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling import actions as handling
from backend.pace.model import Tries
from backend.people.model import Person
from backend.push.model import Push
from backend.secret import Keys
from backend.suggestions import author_queries, lookup
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import support_of

NUMBER = "CQ2024-000001"


@pytest.fixture(autouse=True)
async def suggestion(db: Database, hands: Hands) -> Suggestion:
    return await submitted(db)


async def code(db: Database) -> str:
    return db.keys.code((await one(db, Suggestion, number=NUMBER)).draft_id)


async def test_the_code_finds_it_from_any_chat_however_it_is_typed(db: Database) -> None:
    elsewhere, right = await person(db, chat=8), await code(db)
    for number, typed in (
        (NUMBER, right),
        ("cq2024-1", right.lower()),
        (" CQ2024 － 000001", f"{right[:4]} {right[4:]}"),
        ("编号：CQ2024-000001", f"查询码：{right}"),
    ):
        found = await lookup.find(db, person_id=elsewhere.id, number=number, code=typed)
        assert (found.number, [event.kind for event in found.events]) == (NUMBER, ["registered"])


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ABCD2340", "code-look-alike"),
        ("abcdefgo", "code-look-alike"),
        ("ABC", "code-not-whole"),
        ("", "code-not-whole"),
    ],
)
async def test_what_no_code_can_be_is_said_and_counts_as_no_try(db: Database, typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        await lookup.find(db, person_id=(await person(db, chat=8)).id, number=NUMBER, code=typed)
    assert refusal.value.key == key
    assert await rows(db, select(Tries)) == []


async def wrong(db: Database, who: Person, number: str = NUMBER) -> str:
    with pytest.raises(Refusal) as refusal:
        await lookup.find(db, person_id=who.id, number=number, code="ABCDEFGH")
    return refusal.value.key


async def test_wrong_codes_slow_down_by_person_and_by_number_and_never_lock(
    db: Database, hands: Hands
) -> None:
    guesser, owner, right = await person(db, chat=8), await person(db, chat=9), await code(db)
    told = [await wrong(db, guesser) for _ in range(10)]
    assert told == ["code-wrong"] * pace.FREE_TRIES + ["code-wait"] * (10 - pace.FREE_TRIES)
    assert await wrong(db, guesser, "CQ2024-000777") == "code-wait"
    assert await wrong(db, owner) == "code-wait"
    hands.at += pace.LONGEST_WAIT
    assert (await lookup.find(db, person_id=owner.id, number=NUMBER, code=right)).number == NUMBER
    assert await wrong(db, guesser) == "code-wrong"


async def test_a_number_that_is_not_there_answers_as_a_wrong_code_does(db: Database) -> None:
    guesser = await person(db, chat=8)
    assert [await wrong(db, guesser, n) for n in (NUMBER, "CQ2024-999999")] == ["code-wrong"] * 2


async def test_a_right_code_gives_no_free_tries_on_others(db: Database) -> None:
    guesser, right = await person(db, chat=8), await code(db)
    for place in range(pace.FREE_TRIES - 1):
        assert await wrong(db, guesser, f"CQ2024-00090{place}") == "code-wrong"
    await lookup.find(db, person_id=guesser.id, number=NUMBER, code=right)
    assert await wrong(db, guesser, "CQ2024-000909") == "code-wrong"
    assert await wrong(db, guesser, "CQ2024-000910") == "code-wait"


async def test_a_code_told_under_an_earlier_secret_still_finds(
    db: Database, another: Callable[..., Database]
) -> None:

    right = await code(db)
    rotated = another(db, Keys.of("a newer secret, long enough", "a secret for tests only, long enough"))
    found = await lookup.find(rotated, person_id=(await person(db, chat=8)).id, number=NUMBER, code=right)
    assert found.number == NUMBER


async def test_the_author_follows_in_another_chat_and_is_told_there_too(db: Database) -> None:
    elsewhere, right = await person(db, chat=8), await code(db)
    for _ in range(2):
        await lookup.follow(db, person_id=elsewhere.id, number=NUMBER, code=right)
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=3)
    pushes = await rows(db, select(Push).where(Push.kind == "suggestion-forwarded"))
    assert {push.person_id for push in pushes} == {(await person(db)).id, elsewhere.id}
    async with db.read() as session:
        assert await support_of(session, (await one(db, Suggestion)).id) == 0
        assert (await author_queries.followed(session, elsewhere.id, NUMBER)).number == NUMBER
        assert await author_queries.own(session, elsewhere.id, NUMBER) is None
    with pytest.raises(NotFound):
        await lookup.follow(db, person_id=(await person(db, chat=9)).id, number=NUMBER, code="ABCDEFGH")
