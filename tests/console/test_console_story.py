"""The way of one suggestion through the console."""

from console_house import CLERK, HANDLER, House, form_key, words

from backend.handling.model import Reply
from backend.inbox import actions as inbox
from backend.push import actions as push
from backend.push.model import Push
from backend.suggestions.history import verify
from backend.suggestions.model import Event, Suggestion, SuggestionState


async def test_a_clerk_forwards_and_the_handler_replies(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        assert suggestion.number in (await clerk.get("/suggestions")).text
        page = await clerk.get(where)
        assert "夏天候车的老人很多" in page.text
        answer = await clerk.post(
            f"{where}/forward", data={"form_key": form_key(page), "unit": await house.unit("transport")}
        )
        assert answer.headers["location"] == f"{where}?done=forwarded"
        assert "已转给交通部门" in words(await clerk.get(answer.headers["location"]))
    async with house.at_desk(HANDLER) as handler:
        page = await handler.get(where)
        answer = await handler.post(
            f"{where}/reply",
            data={
                "form_key": form_key(page),
                "outcome": "partly-adopted",
                "text": "先装三处。\r\n明年再装。",
            },
        )
        assert answer.headers["location"] == f"{where}?done=replied"
        seen = words(await handler.get(answer.headers["location"]))
    assert "答复已登记" in seen
    assert "部分采纳" in seen

    (stored,), (reply,) = await house.all_of(Suggestion), await house.all_of(Reply)
    events, pushes = await house.all_of(Event), await house.all_of(Push)
    assert stored.state == SuggestionState.REPLIED
    assert reply.text == "先装三处。\n明年再装。"
    assert [event.kind for event in events] == ["registered", "forwarded", "replied"]
    assert [(owed.kind, owed.event_id) for owed in pushes] == [
        (f"suggestion-{event.kind}", event.id) for event in events
    ]
    assert await verify(house.db) == []


async def test_a_clerk_may_record_a_reply_for_the_unit(house: House) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(CLERK) as clerk:
        answer = await clerk.sends(
            f"/suggestions/{suggestion.number}/reply", outcome="adopted", text="单位书面答复。"
        )
    assert answer.status_code == 303
    (reply,) = await house.all_of(Reply)
    assert str(reply.unit_id) == await house.unit("transport")


async def test_not_adopting_needs_a_reason_and_what_was_typed_stays(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}/reply"
    async with house.at_desk(HANDLER) as handler:
        page = await handler.sends(where, outcome="not-adopted", text="感谢您的关心。", reason="  ")
        assert page.status_code == 422
        assert 'role="alert"' in page.text
        assert "必须说明理由" in page.text
        assert "感谢您的关心。</textarea>" in page.text
        assert 'value="not-adopted" required checked' in page.text
        assert await house.all_of(Reply) == []
        done = await handler.sends(where, outcome="not-adopted", text="感谢。", reason="地下有管线。")
    assert done.status_code == 303
    (reply,) = await house.all_of(Reply)
    assert reply.reason == "地下有管线。"


async def test_other_faults_of_a_reply_are_said_in_the_form(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}/reply"
    faults = {
        "请选择办理结果": {"text": "好的。"},
        "请填写答复内容": {"outcome": "adopted", "text": " \u200b "},
        "最多 3000 字": {"outcome": "adopted", "text": "长" * 3001},
    }
    async with house.at_desk(HANDLER) as handler:
        for sentence, fields in faults.items():
            page = await handler.sends(where, **fields)
            assert page.status_code == 422
            assert sentence in words(page)
    assert await house.all_of(Reply) == []


async def test_a_reply_sent_twice_is_one_reply_and_no_error(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}/reply"
    async with house.at_desk(HANDLER) as handler:
        for _ in range(2):
            answer = await handler.sends(where, outcome="adopted", text="已经采纳。")
            assert answer.status_code == 303
        late = await handler.sends(where, outcome="adopted", text="换一种说法。")
    assert late.status_code == 409
    assert "换一种说法。</textarea>" in late.text
    assert len(await house.all_of(Reply)) == 1


async def test_forwarding_needs_a_unit_there_is(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        for unit, status in (("", 422), ("x", 422), ("9" * 30, 422), ("987654321", 404)):
            page = await clerk.sends(f"/suggestions/{suggestion.number}/forward", unit=unit)
            assert page.status_code == status
            assert "没有这个单位" in words(page)
    (stored,) = await house.all_of(Suggestion)
    assert stored.state == SuggestionState.REGISTERED


async def test_a_suggestion_moved_to_another_unit_leaves_the_first_desk(house: House) -> None:
    suggestion = await house.forwarded("transport")
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"/suggestions/{suggestion.number}/forward", unit=await house.unit("health"))
    async with house.at_desk(HANDLER) as handler:
        page = await handler.sends(
            f"/suggestions/{suggestion.number}/reply", outcome="adopted", text="写了很久的答复"
        )
    assert page.status_code == 404
    assert "写了很久的答复</textarea>" in page.text


async def test_the_timeline_says_what_became_of_each_notice(house: House) -> None:
    suggestion = await house.forwarded()
    first, second = await house.all_of(Push)
    async with house.at_desk(CLERK) as clerk:
        where = f"/suggestions/{suggestion.number}"
        assert words(await clerk.get(where)).count("等待送达建议人") == 2
        await push.sent(house.db, push_ids=[first.id], message=7)
        await push.park(house.db, push_ids=[second.id], reason="chat not found")
        page = words(await clerk.get(where))
    assert "已送达建议人（" in page
    assert "未能送达建议人：聊天平台已经找不到这个聊天窗口" in page
    assert "等待送达建议人" not in page


async def test_what_was_not_delivered_is_listed_without_its_words(house: House) -> None:
    suggestion = await house.suggest()
    (owed,) = await house.all_of(Push)
    await push.park(house.db, push_ids=[owed.id], reason="blocked")
    body = b'{"update_id": 7, "message": {"chat": {"id": 5}, "text": "private words"}}'
    await inbox.store(house.db, [inbox.Arrival("telegram", body)])
    await inbox.bury(house.db, holder=None, entry=1, reason="KeyError: 'sticker'")
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/undelivered")
    for wanted in (suggestion.number, "blocked", "KeyError: 'sticker'", "Telegram"):
        assert wanted in words(page)
    assert "private words" not in page.text


async def test_an_attachment_is_saved_under_its_name_and_never_shown(house: House) -> None:
    content = b"%PDF-1.7 sample"
    files = (("现场 照片\"<b>';.pdf", content, "application/pdf"),)
    suggestion = await house.forwarded(files=files)
    where = f"/suggestions/{suggestion.number}/files"
    async with house.at_desk(HANDLER) as handler:
        page = await handler.get(f"/suggestions/{suggestion.number}")
        answer = await handler.get(f"{where}/1")
        assert (await handler.get(f"{where}/2")).status_code == 404
        assert (await handler.get(f"{where}/one")).status_code == 404
    assert f"{where}/1" in page.text
    assert answer.content == content
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.headers["cache-control"] == "no-store"
    said = answer.headers["content-disposition"]
    assert said.startswith(f'attachment; filename="{suggestion.number}.pdf"; ')
    assert said.endswith("filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87%22%3Cb%3E%27%3B.pdf")


async def test_lost_bytes_of_an_attachment_are_no_bare_error(house: House) -> None:
    suggestion = await house.suggest(files=(("意见.txt", "示例".encode(), "text/plain"),))
    house.app.state.store = type(house.store)()
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(f"/suggestions/{suggestion.number}/files/1")
    assert page.status_code == 404
    assert "附件暂时取不到" in page.text
