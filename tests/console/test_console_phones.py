"""The office sees officers' phones and signs a lost one out."""

import pytest
from console_house import CLERK, HANDLER, House, words
from officers_house import in_office

from backend.collecting import actions, queries
from backend.errors import NotFound
from backend.people.actions import introduce

KEY = "k" * 43


async def test_a_lost_phone_is_signed_out_by_a_clerk(house: House) -> None:
    person = await introduce(house.db, channel="webchat", chat=77, language="zh-CN")
    await in_office(house.db, person)
    token = await actions.make_link(house.db, person_id=person.id)
    holder = await actions.sign_in(house.db, token=token, key=KEY)
    async with house.at_desk(CLERK) as clerk:
        assert "李四" in words(await clerk.get("/phones"))
        answer = await clerk.sends(f"/phones/{holder.device.id}/end")
        page = await clerk.get(answer.headers["location"])
        assert "这部手机已退出" in words(page)
        assert "现在没有登录的手机" in words(page)
        assert (await clerk.sends("/phones/999/end")).status_code == 404
    async with house.db.read() as session:
        with pytest.raises(NotFound, match="collect-device-gone"):
            await queries.holder(session, KEY)


async def test_nobody_but_the_office_sees_the_phones(house: House) -> None:
    async with house.at_desk(HANDLER) as handler:
        assert (await handler.get("/phones")).status_code == 403
        assert "/phones" not in (await handler.get("/suggestions")).text
