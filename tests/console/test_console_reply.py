"""The editor of a reply: drafts, files, hints, searching, and the gate, on the suggestion's page."""

import html
import io
import re

import pytest
from console_house import CLERK, HANDLER, OTHER, PASSWORD, Browser, House, form_key, words
from PIL import Image

from backend.campaigns import queries as campaigns
from backend.campaigns.actions import put_in_force
from backend.campaigns.parts import ReplyRules
from backend.handling.model import Reply
from backend.replies.model import ReplyDraft, ReplyFile
from backend.staff import actions as staff
from backend.staff.model import Role
from backend.suggestions.model import Event

SAID = {"outcome": "adopted", "text": "按《示例办法》，公交站的遮阳棚下月加装。"}
LEAD, WATCHER = "lead", "watcher"


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "orange").save(made, "PNG")
    return made.getvalue()


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return html.unescape(found[1])


async def fills(browser: Browser, where: str, path: str, files: object = None, **typed: str) -> object:
    """Send the editor as a browser does: with all its hidden fields, as a form with files."""
    page = (await browser.get(where)).text
    fields = {name: hidden(page, name) for name in ("form_key", "version", "hints")}
    if 'name="correction"' in page:
        fields["correction"] = "yes"
    sent = files or [("file", ("", b""))]
    return await browser.post(f"{where}/{path}", data={**fields, **typed}, files=sent)


async def under(house: House, **rules: object) -> None:
    """Put the campaign in force with these rules for replies, and make a unit lead and a watcher."""
    async with house.db.read() as session:
        _, city = await campaigns.in_force(session, "city-2024")
    changed = {"version": city.version + 1, "reply": ReplyRules(**rules)}
    await put_in_force(house.db, campaign=city.model_copy(update=changed))
    unit = int(await house.unit("transport"))
    await staff.appoint(house.db, login=LEAD, password=PASSWORD, role=Role.UNIT_LEAD, unit_id=unit)
    await staff.appoint(house.db, login=WATCHER, password=PASSWORD, role=Role.SUPERVISOR)


async def test_a_draft_is_saved_and_still_there(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        answer = await fills(handler, where, "reply/draft", do="save", text="写了一半")
        assert answer.headers["location"] == f"{where}#reply"
        page = await handler.get(where)
    assert "写了一半</textarea>" in page.text
    assert f"{HANDLER} 保存于" in words(page)
    assert "没有写到依据" in words(page)
    assert await house.all_of(Reply) == []
    async with house.at_desk(HANDLER) as handler:
        await fills(handler, where, "reply/draft", do="discard")
        assert "写了一半" not in (await handler.get(where)).text


async def test_files_are_added_taken_out_sent_and_handed_out(house: House) -> None:
    number = (await house.forwarded()).number
    where = f"/suggestions/{number}"
    async with house.at_desk(HANDLER) as handler:
        sent = [("file", ("现场.png", picture(), "image/png")), ("file", ("说明.txt", "一".encode()))]
        await fills(handler, where, "reply/draft", sent, do="save", **SAID)
        page = (await handler.get(where)).text
        assert "现场.png" in page
        assert f"{SAID['text']}</textarea>" in page
        second = (await house.all_of(ReplyFile))[1]
        await fills(handler, where, "reply/draft", do=f"remove:{second.id}", **SAID)
        assert "说明.txt" not in (await handler.get(where)).text
        answer = await fills(handler, where, "reply", **SAID)
        assert answer.headers["location"] == f"{where}?done=replied"
        (file,) = await house.all_of(ReplyFile)
        got = await handler.get(f"{where}/reply/files/{file.id}")
        assert f"{where}/reply/files/{file.id}" in (await handler.get(where)).text
    assert got.content.startswith(b"\x89PNG")
    assert got.headers["content-security-policy"].startswith("sandbox")
    assert got.headers["content-disposition"].startswith(f'attachment; filename="{number}.png"')
    (event,) = [event for event in await house.all_of(Event) if event.kind == "replied"]
    assert event.data["files"] == 1
    async with house.at_desk(OTHER) as other:
        assert (await other.get(f"{where}/reply/files/{file.id}")).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("程序.exe", b"MZ", "只收这些格式"),
        ("假的.png", b"<html>", "文件内容不是 png 格式"),
        ("空的.txt", b"", "文件是空的"),
    ],
)
async def test_a_file_that_is_refused_costs_no_word(
    house: House, name: str, content: bytes, sentence: str
) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        sent = [("file", ("好的.txt", "一".encode())), ("file", (name, content))]
        page = await fills(handler, where, "reply", sent, **SAID)
        assert page.status_code == 422
        assert sentence in words(page)
        assert f"{SAID['text']}</textarea>" in page.text
        assert 'value="adopted" required checked' in page.text
        assert "好的.txt" in page.text
        again = await fills(handler, where, "reply", **SAID)
    assert again.status_code == 303
    assert [file.name for file in await house.all_of(ReplyFile)] == ["好的.txt"]


async def test_much_is_read_only_from_whom_it_is_taken(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}/reply"
    large = [("file", ("大.txt", b"a" * 200_000))]
    async with house.browser() as nobody:
        page = await nobody.post(where, data={"text": "写好的"}, files=large)
        assert page.status_code == 413
        small = await nobody.post(where, data={"text": "写好的"}, files=[("file", ("", b""))])
        assert small.status_code == 401
        assert "写好的</textarea>" in small.text
    async with house.at_desk(CLERK) as clerk:
        answer = await clerk.post("/language", data={"language": "en"}, files=large)
        assert answer.status_code == 400
        key = form_key(await clerk.get("/suggestions"))
        assert (await clerk.post(where, data={"form_key": key, **SAID}, files=large)).status_code == 303


async def test_what_seems_missing_is_shown_once_and_never_in_the_way(house: House) -> None:
    await under(house)
    where = f"/suggestions/{(await house.forwarded()).number}"
    said = {"outcome": "adopted", "text": "已转有关部门<b>。"}
    async with house.at_desk(HANDLER) as handler:
        first = await fills(handler, where, "reply", **said)
        assert first.headers["location"] == f"{where}#reply"
        page = await handler.get(where)
        assert await house.all_of(Reply) == []
        for sentence in ("有空话、套话", "已转有关部门", "没有写到依据", "没有回应", "还没有与建议人沟通"):
            assert sentence in words(page)
        assert hidden(page.text, "hints") == "empty-phrase,no-basis,off-the-point,no-contact"
        second = await fills(handler, where, "reply", **said)
        assert second.headers["location"] == f"{where}?done=replied"
    event = (await house.all_of(Event))[-1]
    assert event.data["hints"] == "empty-phrase,no-basis,off-the-point,no-contact"


async def test_a_program_that_sends_the_three_fields_is_asked_nothing(house: House) -> None:
    await under(house)
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        answer = await handler.sends(f"{where}/reply", outcome="adopted", text="好。", reason="")
    assert answer.headers["location"] == f"{where}?done=replied"
    assert "hints" not in (await house.all_of(Event))[-1].data


async def test_two_at_one_draft_are_told_of_each_other(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler, house.at_desk(CLERK) as clerk:
        key = form_key(await handler.get(where))
        await fills(clerk, where, "reply/draft", do="save", text="征集办写的")
        mine = {"form_key": key, "version": "0", "do": "save", "text": "承办人写的"}
        page = await handler.post(f"{where}/reply/draft", data=mine)
    assert page.status_code == 409
    assert "承办人写的</textarea>" in page.text
    assert "征集办写的" in words(page)
    assert (await house.all_of(ReplyDraft))[0].text == "征集办写的"


async def test_the_order_of_a_refusal_and_what_is_found_go_into_the_editor(house: House) -> None:
    old = f"/suggestions/{(await house.forwarded(text='老的建议')).number}"
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"{old}/reply", outcome="adopted", text="路灯已修好。")
        await handler.sends("/templates", title="收悉", text="来信收悉，谢谢。")
        await fills(handler, where, "reply/draft", do="negative", text="张同志：")
        text = (await house.all_of(ReplyDraft))[0].text
        assert re.search(r"张同志：\n\n感谢[\s\S]+出发点[\s\S]+原因是", text)
        found = await fills(handler, where, "reply/draft", do="enter", text="一", find="路灯")
        assert found.status_code == 200
        assert "路灯已修好。" in words(found)
        assert 'value="路灯"' in found.text
        nothing = await fills(handler, where, "reply/draft", do="find", text="一", find="没有的词")
        assert "没有找到" in words(nothing)
        both = await fills(handler, where, "reply/draft", do="find", text="一", find="收悉")
        buttons = re.findall(r'value="(put:\w+:\d+)"', found.text + both.text)
        assert buttons == ["put:reply:1", "put:template:1"]
        await fills(handler, where, "reply/draft", do="put:reply:999", text="一")
    assert [draft.text for draft in await house.all_of(ReplyDraft)] == ["一"]  # there is no such reply
    assert len(await house.all_of(Reply)) == 1


async def test_what_was_found_is_added_to_what_was_typed(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        await handler.sends("/templates", title="收悉", text="来信收悉，谢谢。")
        await fills(handler, where, "reply/draft", do="put:template:1", text="张同志：")
        await fills(handler, where, "reply/draft", do="put:template:99", text="李同志：")
        assert "李同志：</textarea>" in (await handler.get(where)).text
        await fills(handler, where, "reply/draft", do="put:template:1", text="李同志：")
    assert (await house.all_of(ReplyDraft))[0].text == "李同志：\n\n来信收悉，谢谢。"


async def test_the_gate_on_the_page(house: House) -> None:
    await under(house, approval=("lead", "office"), hints=False)
    number = (await house.forwarded()).number
    where = f"/suggestions/{number}"
    async with house.at_desk(HANDLER) as handler, house.at_desk(LEAD) as lead, house.at_desk(CLERK) as clerk:
        assert "提交审核" in words(await handler.get(where))
        await fills(handler, where, "reply", **SAID)
        assert "等单位负责人审核" in words(await handler.get(where))
        assert 'name="text" rows="8"' not in (await handler.get(where)).text
        assert number in words(await lead.get("/replies"))
        assert number not in words(await clerk.get("/replies"))
        refused = await lead.sends(f"{where}/reply/give-back", version="1", why=" ")
        assert refused.status_code == 422
        assert "请填写理由" in words(refused)
        await lead.sends(f"{where}/reply/give-back", version="1", why="请写明日期。")
        page = words(await handler.get(where))
        assert "这份答复被退回：请写明日期。" in page
        better = {**SAID, "text": "按《示例办法》，8月1日起加装。"}
        await fills(handler, where, "reply", **better)
        stale = await lead.sends(f"{where}/reply/approve", version="1")
        assert stale.status_code == 409
        await lead.sends(f"{where}/reply/approve", version="2")
        assert number in words(await clerk.get("/replies"))
        answer = await clerk.sends(f"{where}/reply/approve", version="2")
        assert answer.headers["location"] == f"{where}?done=replied"
        assert "8月1日起加装" in words(await handler.get(where))
    (reply,) = await house.all_of(Reply)
    assert reply.text == better["text"]


async def test_those_who_watch_see_it_and_have_no_form(house: House) -> None:
    await under(house, approval=("office",))
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        await fills(handler, where, "reply", **SAID)
        await fills(handler, where, "reply", **SAID)
    async with house.at_desk(WATCHER) as watcher:
        page = await watcher.get(where)
        assert "等征集办审核" in words(page)
        for path in ("reply", "reply/draft", "reply/approve", "contacts", "notes", "reply/correct"):
            assert f'{where}/{path}"' not in page.text
            assert (await watcher.sends(f"{where}/{path}", **SAID)).status_code == 403
        assert (await watcher.get("/contacts")).status_code == 200
        assert (await watcher.get("/templates")).status_code == 403


async def test_a_correction_is_another_reply(house: House) -> None:
    where = f"/suggestions/{(await house.forwarded()).number}"
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"{where}/reply", **SAID)
        assert f'{where}/reply"' not in (await handler.get(where)).text
        await handler.sends(f"{where}/reply/correct")
        assert f"{SAID['text']}</textarea>" in (await handler.get(where)).text
        answer = await fills(handler, where, "reply", outcome="adopted", text="更正：九月加装。")
        assert answer.status_code == 303
        page = words(await handler.get(where))
    assert page.index("更正：九月加装。") < page.index("先前的答复") < page.index(SAID["text"])
    assert [reply.ordinal for reply in await house.all_of(Reply)] == [1, 2]
    assert [event.kind for event in await house.all_of(Event)][2:] == ["replied", "reply-corrected"]
