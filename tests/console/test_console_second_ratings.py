"""What an author says of the second time round, and who is told: on the page, in the notices, of the unit."""

from datetime import timedelta
from typing import Any

import pytest
from console_house import CLERK, HANDLER, OTHER, PASSWORD, House, words

from backend.dates import today
from backend.promises import actions as promises
from backend.promises.model import PromiseState
from backend.ratings import actions as ratings
from backend.staff import actions as staff
from backend.staff.model import Role, Staff
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

LEAD = "lead-here"


@pytest.fixture
async def answered(house: House) -> Suggestion:
    """A suggestion that the transport department answered, and the health commission assisted with."""
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    units = {"unit": await house.unit("transport"), f"assisting-{await house.unit('health')}": "yes"}
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/forward", **units)
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"{where}/reply", outcome="adopted", text="已安排加装。")
    return suggestion


async def rate(house: House, suggestion: Suggestion, unit: str, rating: str, **more: Any) -> None:
    whose = {"person_id": suggestion.person_id, "number": suggestion.number}
    said = {"unit_id": int(await house.unit(unit)), "rating": rating, "reason": "没有用。", **more}
    await ratings.give(house.db, **whose, **said)


async def test_the_lead_reads_which_assisting_unit_was_not_good(house: House, answered: Suggestion) -> None:
    await rate(house, answered, "health", "dissatisfied", update=90)
    where = f"/suggestions/{answered.number}"
    async with house.at_desk(HANDLER) as handler:
        told = words(await handler.get("/notices"))
        page = words(await handler.get(where))
    assert "建议人对协办单位“" in told
    assert "卫生" in told
    assert "的部分不满意。再次答复前" in page
    assert "评价：不满意（" in page
    async with house.at_desk(OTHER) as assisting:
        assert "建议人对协办单位“" in words(await assisting.get("/notices"))


async def test_where_the_lead_was_not_good_nobody_points_to_another(
    house: House, answered: Suggestion
) -> None:
    await rate(house, answered, "transport", "dissatisfied", update=90)
    async with house.at_desk(HANDLER) as handler:
        told = words(await handler.get("/notices"))
        page = words(await handler.get(f"/suggestions/{answered.number}"))
    assert "建议人对答复不满意" in told
    assert "协办单位“" not in told + page


async def test_a_second_rating_says_which_promise_it_is_about(house: House, answered: Suggestion) -> None:
    whose = {"number": answered.number, "sight": Sight(None, everything=True), "staff_id": 1}
    due_on = today() + timedelta(days=30)
    await promises.promise(house.db, text="装好三盏路灯。", due_on=due_on, **whose)
    await promises.report(house.db, ordinal=1, state=PromiseState.KEPT, text="三盏都亮了。", **whose)
    await rate(house, answered, "transport", "satisfied", update=90, promise=1)
    async with house.at_desk(CLERK) as clerk:
        page = words(await clerk.get(f"/suggestions/{answered.number}"))
    assert "第 1 项承诺办到之后) 满意" in page


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("promise", {"text": "九月底前装好。", "due_on": ""}),
        ("contacts", {"mode": "phone", "on": "", "text": "谈得很好。"}),
        ("notes", {"text": " "}),
        ("award", {"prize": "none"}),
    ],
)
async def test_a_refusal_stands_once_on_the_page(
    house: House, answered: Suggestion, form: str, typed: dict[str, str]
) -> None:
    where = f"/suggestions/{answered.number}"
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends(f"{where}/{form}", **typed)
    assert page.status_code in {404, 422}
    assert page.text.count('role="alert"') == 1
    kept = typed.get("text", "").strip()
    assert kept in page.text


async def test_a_form_that_is_gone_meanwhile_leaves_its_words_to_copy(
    house: House, answered: Suggestion
) -> None:
    await rate(house, answered, "transport", "dissatisfied", update=90)
    async with house.at_desk(CLERK) as clerk:
        typed = {"text": "九月底前装好。", "due_on": "2099-09-30"}
        page = await clerk.sends(f"/suggestions/{answered.number}/promise", **typed)
    assert page.status_code == 409
    assert page.text.count('role="alert"') == 1
    assert "九月底前装好。" in page.text


async def test_the_units_page_names_who_is_told_today(house: House) -> None:
    unit, day = int(await house.unit("transport")), today()
    for login, role in ((LEAD, Role.UNIT_LEAD), ("night", Role.HANDLER)):
        await staff.appoint(house.db, login=login, password=PASSWORD, role=role, unit_id=unit)
    async with house.at_desk(LEAD) as lead:
        before = words(await lead.get(f"/units/{unit}"))
        me = {"first": str(day - timedelta(days=1)), "last": str(day + timedelta(days=1))}
        night = next(row.id for row in await house.all_of(Staff) if row.login == "night")
        assert (await lead.sends(f"/units/{unit}/duty", member=str(night), **me)).status_code == 303
        after = words(await lead.get(f"/units/{unit}"))
    assert f"今天收到提醒的人 {HANDLER} , {LEAD} , night" in before.replace(",", " ,")
    assert f"今天收到提醒的人 {LEAD} , night" in after.replace(",", " ,")
