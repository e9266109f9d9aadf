"""A promise made on the suggestion's page, reported on, and read there; a prize nobody can win twice."""

from datetime import timedelta

from console_house import CLERK, HANDLER, OTHER, House, words

from backend.dates import today
from backend.promises.model import Promise

LAMPS = "年底前装好三盏路灯。"


def in_days(days: int) -> str:
    return f"{today() + timedelta(days=days):%Y-%m-%d}"


async def test_a_unit_promises_reports_and_keeps(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler, house.at_desk(OTHER) as other:
        assert "登记承诺事项" not in words(await handler.get(where))
        await handler.sends(f"{where}/reply", outcome="adopted", text="已采纳。")
        answer = await handler.sends(f"{where}/promise", text=LAMPS, due_on="明天")
        assert answer.status_code == 422
        assert LAMPS in answer.text  # what was typed is kept
        answer = await handler.sends(f"{where}/promise", text=LAMPS, due_on=in_days(40))
        page = words(await handler.get(answer.headers["location"]))
        assert "承诺事项已登记" in page
        assert LAMPS in page
        answer = await handler.sends(
            f"{where}/promise/1", state="late", text="下雨停工。", due_on=in_days(70)
        )
        assert "延期办理" in words(await handler.get(answer.headers["location"]))
        answer = await handler.sends(f"{where}/promise/1", state="", text="好了。")
        assert answer.status_code == 422
        await handler.sends(f"{where}/promise/1", state="kept", text="都亮了。")
        assert "已经办到" in words(await handler.get(where))
        assert (await other.sends(f"{where}/promise", text=LAMPS, due_on=in_days(9))).status_code == 404
    assert [promise.state for promise in await house.all_of(Promise)] == ["kept"]


async def test_where_nothing_was_adopted_nothing_is_promised(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/reply", outcome="not-adopted", text="谢谢。", reason="没有经费。")
        assert "登记承诺事项" not in words(await clerk.get(where))
        assert (await clerk.sends(f"{where}/promise", text=LAMPS, due_on=in_days(9))).status_code == 409
        assert (await clerk.sends(f"{where}/award", prize="first")).status_code == 404
    assert await house.all_of(Promise) == []
