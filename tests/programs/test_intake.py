"""Letters registered by hand: the campaign's rules but for those of chats, and nobody owed a chat message."""

from datetime import date
from typing import Any

import pytest
from programs_house import CLERK, MATTER, TEXT, House

from backend.campaigns import actions as campaigns
from backend.campaigns import queries
from backend.errors import Conflict, Refusal
from backend.handling import actions as handling
from backend.handling import screening
from backend.handling.model import Unit
from backend.ledger import intake
from backend.ledger.intake import Letter, Registered
from backend.people.actions import introduce
from backend.push.model import Push
from backend.staff.model import Staff
from backend.suggestions import history
from backend.suggestions.model import Event, Suggestion, Support


async def registered(house: House, once: str = "a", **said: Any) -> Registered:
    clerk = await house.one(Staff, login=CLERK)
    letter = Letter(**{**MATTER, "text": TEXT, **said})
    return await intake.register(house.db, letter=letter, once=once, staff_id=clerk.id)


async def test_a_letter_is_a_suggestion_like_any_other(house: House) -> None:
    entered = await registered(house, text=TEXT * 200, received=date(2024, 7, 20))
    one = entered.suggestion
    assert (one.number, one.channel, one.state, one.consent) == (
        "CQ2024-000001",
        "letter",
        "registered",
        None,
    )
    assert len(one.text) > 1000  # the limit of the field in the chat is not that of a letter
    (event,) = await house.rows(Event)
    clerk = await house.one(Staff, login=CLERK)
    assert (event.actor_kind, event.actor_id, event.at) == ("staff", clerk.id, house.hands.at)
    assert house.db.keys.is_code(entered.code, one.code_hash)
    assert await history.verify(house.db) == []


async def test_the_clock_of_the_reply_starts_with_the_day_of_receipt(house: House) -> None:
    number = (await registered(house, received=date(2024, 7, 20))).suggestion.number
    unit, clerk = await house.one(Unit, key="transport"), await house.one(Staff, login=CLERK)
    await handling.forward(house.db, number=number, unit_id=unit.id, staff_id=clerk.id)
    assert (await house.one(Suggestion, number=number)).due_on == date(2024, 8, 4)


async def test_a_form_sent_twice_is_one_and_a_changed_one_is_not_swallowed(house: House) -> None:
    first, again = [await registered(house) for _ in range(2)]
    assert (first.new, again.new) == (True, False)
    assert (first.suggestion.number, first.code) == (again.suggestion.number, again.code)
    with pytest.raises(Conflict, match="intake-registered-already"):
        await registered(house, text="另一件事。")
    with pytest.raises(Conflict, match="intake-registered-already"):
        await registered(house, name="王五")
    other = await registered(house, once="b")
    assert other.suggestion.number != first.suggestion.number
    assert len(await house.rows(Suggestion)) == 2


async def test_whoever_has_no_chat_is_owed_nothing_that_could_only_wait(house: House) -> None:
    entered = await registered(house)
    author_in_chat = await introduce(house.db, channel="webchat", chat=1, language="zh-CN")
    number, clerk = entered.suggestion.number, await house.one(Staff, login=CLERK)
    main = await registered(house, once="b")
    async with house.db.begin() as session:
        session.add(
            Support(
                suggestion_id=main.suggestion.id,
                person_id=author_in_chat.id,
                since=house.hands.at,
                elsewhere=True,
            )
        )
    await screening.merge(house.db, number=number, into=main.suggestion.number, staff_id=clerk.id)
    unit = await house.one(Unit, key="transport")
    await handling.forward(house.db, number=main.suggestion.number, unit_id=unit.id, staff_id=clerk.id)
    told = {(push.kind, push.channel, push.state, push.reason) for push in await house.rows(Push)}
    assert told == {
        ("suggestion-registered", "letter", "parked", "no-chat"),
        ("suggestion-merged", "letter", "parked", "no-chat"),
        ("suggestion-forwarded", "letter", "parked", "no-chat"),
        ("suggestion-forwarded", "webchat", "owed", None),
    }


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"channel": "webchat"}, "intake-channel-missing"),
        ({"channel": "elsewhere"}, "intake-channel-missing"),
        ({"campaign": "nowhere"}, "campaign-missing"),
        ({"campaign": "district-2022"}, "intake-out-of-time"),
        ({"received": date(2024, 6, 30)}, "intake-out-of-time"),
        ({"received": date(2024, 8, 2)}, "intake-received-later"),
        ({"theme": "nothing"}, "intake-theme-missing"),
        ({"topic": "t1"}, "intake-topic-missing"),
        ({"text": " \u200b"}, "intake-text-missing"),
        ({"text": "字" * 20_001}, "intake-text-too-long"),
        ({"identity": "nobody"}, "intake-choice-missing"),
        ({"name": ""}, "name-missing"),
        ({"contact": ""}, "intake-contact-missing"),
        ({"contact": "无"}, "contact-missing"),
        ({"files": [("a" * 64, "一.pdf")] * 11}, "file-one-too-many"),
    ],
)
async def test_what_the_campaign_does_not_take(house: House, wrong: dict[str, Any], key: str) -> None:
    with pytest.raises(Refusal) as refused:
        await registered(house, **wrong)
    assert refused.value.key == key
    assert await house.rows(Suggestion) == []
    assert await house.rows(Event) == []


async def test_a_postal_address_is_a_way_to_reach_somebody(house: House) -> None:
    one = (await registered(house, contact="", address="示例路1号")).suggestion
    assert (one.contact, one.address) == ("", "示例路1号")


async def test_a_letter_that_came_in_time_is_taken_late(house: House) -> None:
    house.hands.forward(days=200)
    with pytest.raises(Refusal, match="intake-out-of-time"):
        await registered(house)
    assert (await registered(house, received=date(2024, 11, 30))).new


async def test_where_the_scope_decides_the_way_it_must_be_said(house: House) -> None:
    async with house.db.read() as session:
        _, rules = await queries.in_force(session, "district-2022")
    said = {
        "campaign": "district-2022",
        "theme": rules.themes[0].id,
        "topic": "",
        "received": date(2022, 8, 1),
    }
    with pytest.raises(Refusal, match="intake-scope-missing"):
        await registered(house, **said)
    assert (await registered(house, scope="city", **said)).suggestion.scope == "city"


async def test_a_stopped_campaign_takes_no_letters(house: House) -> None:
    await campaigns.stop(house.db, campaign="city-2024")
    with pytest.raises(Refusal, match="intake-campaign-stopped"):
        await registered(house)
