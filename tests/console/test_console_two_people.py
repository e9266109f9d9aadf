"""Two people at one suggestion: who comes second is told who did what when, and loses no word."""

import pytest
from console_house import CLERK, HANDLER, House, seen, words

from backend.suggestions import author
from backend.suggestions.model import Event

WHY = "写了很久的理由。"


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("return", {"reason": WHY}),
        ("divert", {"place": "complaint", "reason": WHY}),
        ("ask", {"text": WHY}),
        ("forward", {"unit": "1"}),
        ("classify", {"place_of": "megacity/t16"}),
        ("value", {"on": "yes"}),
        ("publish", {}),
    ],
)
async def test_a_form_of_an_older_page_is_refused_and_kept(
    house: House, verb: str, fields: dict[str, str]
) -> None:
    suggestion = await house.suggest()
    where, said = f"/suggestions/{suggestion.number}", {"person_id": suggestion.person_id}
    async with house.at_desk(CLERK) as clerk:
        old = seen(await clerk.get(where))
        await author.supplement(house.db, **said, number=suggestion.number, text="我来补充。", update=90)
        before = len(await house.all_of(Event))
        page = await clerk.sends(f"{where}/{verb}", seen=old, **fields)
        assert page.status_code == 409
        assert "别人处理过" in words(page)
        assert "这期间发生了" in words(page)
        assert "我来补充。" in page.text
        assert len(await house.all_of(Event)) == before
        if WHY in fields.values():
            assert WHY + "</textarea>" in page.text
        assert (await clerk.sends(f"{where}/{verb}", seen=seen(page), **fields)).status_code == 303


async def test_the_second_reply_is_kept_where_the_first_was_sent(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk, house.at_desk(HANDLER) as handler:
        old = seen(await handler.get(where))
        await clerk.sends(f"{where}/reply", outcome="adopted", text="单位书面答复。", seen=old)
        page = await handler.sends(f"{where}/reply", outcome="adopted", text=WHY, seen=old)
    assert page.status_code == 409
    assert WHY + "</textarea>" in page.text
    meanwhile = words(page).split("这期间发生了")[1][:60]
    assert "答复" in meanwhile
    assert "clerk" in meanwhile


async def test_a_form_sent_twice_is_no_quarrel_with_oneself(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        old = seen(await clerk.get(where))
        for _ in range(2):
            answer = await clerk.sends(f"{where}/return", reason=WHY, seen=old)
            assert answer.status_code == 303
    assert len(await house.all_of(Event)) == 2


async def test_who_leaves_out_what_was_seen_is_not_held_up(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        for said in ("", "x", "-1"):
            answer = await clerk.sends(f"/suggestions/{suggestion.number}/value", on="yes", seen=said)
            assert answer.status_code == 303
