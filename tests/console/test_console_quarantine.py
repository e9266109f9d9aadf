"""An attachment in quarantine is named on the page and handed out to nobody."""

import pytest
from console_house import CLERK, House
from sqlalchemy import update

from backend import clock
from backend.files.model import Quarantine, StoredFile

SAID = {Quarantine.UNCHECKED: "尚未完成病毒检查", Quarantine.INFECTED: "发现病毒"}


@pytest.mark.parametrize("why", SAID)
async def test_an_attachment_in_quarantine_is_kept_back(house: House, why: Quarantine) -> None:
    suggestion = await house.suggest(files=(("意见.txt", "示例".encode(), "text/plain"),))
    held = update(StoredFile).values(quarantine=why, quarantined_at=clock.now())
    async with house.db.begin() as session:
        await session.execute(held)
    async with house.at_desk(CLERK) as clerk:
        shown = await clerk.get(f"/suggestions/{suggestion.number}")
        refused = await clerk.get(f"/suggestions/{suggestion.number}/files/1")
    assert SAID[why] in shown.text
    assert refused.status_code == 403
    assert "示例".encode() not in refused.content
    assert "暂不提供下载" in refused.text
