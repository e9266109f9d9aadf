"""Beside a reply: what is known of its delivery, talks with the author, notes, templates."""

import httpx
from console_house import CLERK, HANDLER, OTHER, House, words

from backend.campaigns import queries as campaigns
from backend.campaigns.actions import put_in_force
from backend.campaigns.parts import FaceToFace
from backend.contacts.model import ContactEntry
from backend.dates import today
from backend.handling.model import Reply
from backend.notes.model import Mention, Note
from backend.push import actions as push
from backend.push.model import Push
from backend.replies.model import ReplyTemplate, Told


def given(page: httpx.Response) -> str:
    """What stands with the replies that were given."""
    return page.text.split('id="given"')[1].split("</section>")[0]


async def test_delivery_is_shown_and_can_be_proven_in_person(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"{where}/reply", outcome="adopted", text="好的。")
        assert "等待送达建议人" in given(await handler.get(where))
        owed = (await house.all_of(Push))[-1]
        await push.park(house.db, push_ids=[owed.id], reason="blocked")
        page = given(await handler.get(where))
        assert "未能送达建议人：聊天平台拒收这条通知" in page
        assert "登记当面告知" in page
        (reply,) = await house.all_of(Reply)
        told = f"{where}/reply/{reply.id}/told"
        refused = await handler.sends(told, mode="phone", on="")
        assert refused.status_code == 422
        assert "请选择日期" in words(refused)
        assert 'value="phone" required checked' in refused.text
        await handler.sends(told, mode="phone", on=today().isoformat())
        page = words(await handler.get(where))
    assert "已当面告知：电话" in page
    assert "登记当面告知" not in page
    assert len(await house.all_of(Told)) == 1


async def test_a_delivered_reply_offers_no_such_form(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"{where}/reply", outcome="adopted", text="好的。")
        await push.sent(house.db, push_ids=[(await house.all_of(Push))[-1].id], message=3)
        page = given(await handler.get(where))
    assert "已送达建议人" in page
    assert "登记当面告知" not in page


async def test_a_talk_is_recorded_on_the_page(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    said = {"mode": "face-to-face", "on": today().isoformat(), "text": "在示例社区见面。"}
    async with house.at_desk(HANDLER) as handler:
        page = await handler.sends(f"{where}/contacts", **{**said, "mode": ""})
        assert page.status_code == 422
        assert "请选择方式" in words(page)
        assert "在示例社区见面。</textarea>" in page.text
        assert f'value="{today().isoformat()}"' in page.text
        await handler.sends(f"{where}/contacts", **said)
        seen = words(await handler.get(where))
    assert "见面 · " in seen
    assert "在示例社区见面。" in seen
    assert len(await house.all_of(ContactEntry)) == 1


async def test_each_unit_sees_its_share_against_the_floor(house: House) -> None:
    async with house.db.read() as session:
        _, city = await campaigns.in_force(session, "city-2024")
    floor = FaceToFace(mode="required", minimum_share="0.3333")
    changed = {"version": city.version + 1, "face_to_face": floor}
    await put_in_force(house.db, campaign=city.model_copy(update=changed))
    numbers = [(await house.forwarded()).number for _ in range(3)]
    await house.forwarded("health")
    async with house.at_desk(CLERK) as clerk:
        said = {"mode": "face-to-face", "on": today().isoformat(), "text": "见面。"}
        await clerk.sends(f"/suggestions/{numbers[0]}/contacts", **said)
        page = words(await clerk.get("/contacts"))
    assert "交通部门" in page
    assert "33% 要求不低于 33%，已达到" in page
    assert "0% 要求不低于 33%，还没有达到" in page
    async with house.at_desk(OTHER) as other:
        page = words(await other.get("/contacts"))
    assert "卫生健康" in page
    assert "交通部门" not in page


async def test_notes_are_written_named_changed_and_taken_away(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler, house.at_desk(CLERK) as clerk:
        empty = await handler.sends(f"{where}/notes", text=" ")
        assert empty.status_code == 422
        assert "请写下备注的内容" in words(empty)
        await handler.sends(f"{where}/notes", text="请 @clerk 核实<b>。")
        page = await clerk.get(where)
        assert "请 @clerk 核实<b>。" in words(page)
        assert "提到 clerk" in words(page)
        (note,) = await house.all_of(Note)
        assert f"{where}/notes/{note.id}" not in page.text
        assert f"{where}/notes/{note.id}" in (await handler.get(where)).text
        assert (await clerk.sends(f"{where}/notes/{note.id}", text="改掉")).status_code == 404
        await handler.sends(f"{where}/notes/{note.id}", text="已核实。")
        assert "已核实。" in words(await clerk.get(where))
        await handler.sends(f"{where}/notes/{note.id}/remove")
        assert "已由本人删除" in words(await clerk.get(where))
    async with house.db.read() as session:
        assert await session.get(Mention, (note.id, 1)) is not None


async def test_templates_are_made_changed_and_retired_by_their_owner(house: House) -> None:
    async with house.at_desk(CLERK) as clerk, house.at_desk(HANDLER) as handler:
        page = await clerk.sends("/templates", title=" ", text="来信收悉。")
        assert page.status_code == 422
        assert "请填写模板的名称" in words(page)
        assert "来信收悉。</textarea>" in page.text
        await clerk.sends("/templates", title="受理", text="来信收悉。")
        await handler.sends("/templates", title="公交", text="线路已调整。")
        office, unit = await house.all_of(ReplyTemplate)
        seen = await handler.get("/templates")
        assert "来信收悉。" in words(seen)
        assert f'action="/templates/{office.id}"' not in seen.text
        assert f'action="/templates/{unit.id}"' in seen.text
        refused = await handler.sends(f"/templates/{unit.id}", title="公交", text=" ")
        assert refused.status_code == 422
        await handler.sends(f"/templates/{unit.id}", title="公交站", text="站点已加装。")
        assert "站点已加装。" in words(await handler.get("/templates"))
        await clerk.sends(f"/templates/{office.id}/retire")
        assert "来信收悉。" not in words(await handler.get("/templates"))
