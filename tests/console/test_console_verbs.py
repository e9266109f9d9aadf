"""Every verb of the lifecycle on the suggestion's page: what it asks, what it says afterwards, who has it."""

import pytest
from console_house import CLERK, HANDLER, OTHER, WATCHER, House, seen, shown_forms, words

from backend.questions import answering
from backend.questions.model import Question
from backend.ratings import actions as ratings
from backend.suggestions import author
from backend.suggestions.model import Assignment, Attachment, Event, Suggestion

WHY = "请写明是哪个路口。"


async def state(house: House, number: str) -> str:
    (found,) = [one for one in await house.all_of(Suggestion) if one.number == number]
    return str(found.state)


BESIDE = {"contacts", "notes"}
"""Forms that stand by whatever may be done."""


async def test_an_unscreened_suggestion_offers_the_clerk_what_may_be_done(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(f"/suggestions/{suggestion.number}")
    marks = {"classify", "value", "key", "recommend", "instruct"}
    assert shown_forms(page) == {"forward", "return", "divert", "ask", "publish"} | marks | BESIDE
    assert "主建议的编号" in page.text


@pytest.mark.parametrize(
    ("verb", "fields", "after", "says"),
    [
        ("return", {"reason": WHY}, "returned", "已退回补正"),
        ("divert", {"place": "complaint", "reason": WHY}, "diverted", "已分流"),
        ("ask", {"text": "哪个路口？"}, "registered", "问题正在发给建议人"),
    ],
)
async def test_a_clerk_screens(
    house: House, verb: str, fields: dict[str, str], after: str, says: str
) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        empty = await clerk.sends(f"{where}/{verb}", **dict.fromkeys(fields, " "))
        assert empty.status_code in {404, 422}
        assert 'role="alert"' in empty.text
        answer = await clerk.sends(f"{where}/{verb}", **fields)
        page = await clerk.get(answer.headers["location"])
    assert says in words(page)
    assert await state(house, suggestion.number) == after
    assert list(fields.values())[-1] in words(page)


async def test_a_refused_form_comes_back_open_with_what_was_typed(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends(f"/suggestions/{suggestion.number}/return", reason="长" * 1001)
        away = await clerk.sends(f"/suggestions/{suggestion.number}/divert", place="moon", reason=WHY)
    assert page.status_code == 422
    assert '<details class="card verb" id="do-return" open>' in page.text
    assert "长" * 1001 + "</textarea>" in page.text
    assert away.status_code == 404
    assert WHY + "</textarea>" in away.text


async def test_merging_shows_both_texts_before_it_is_done(house: House) -> None:
    suggestion, main = await house.suggest(), await house.suggest(text="公交站都该有座椅。")
    where = f"/suggestions/{suggestion.number}/merge"
    async with house.at_desk(CLERK) as clerk:
        for said, sentence in (("", "请填写"), (suggestion.number, "不能与自身合并"), ("CQ2024-9", "没有")):
            refused = await clerk.get(where, params={"into": said})
            assert refused.status_code in {404, 422}, sentence
            assert 'role="alert"' in refused.text
        both = await clerk.get(where, params={"into": main.number.lower()})
        assert "夏天候车的老人很多" in both.text
        assert "公交站都该有座椅" in both.text
        answer = await clerk.sends(where, into=main.number, seen=seen(both))
        merged = words(await clerk.get(answer.headers["location"]))
        there = words(await clerk.get(f"/suggestions/{main.number}"))
    assert "已合并" in merged
    assert main.number in merged
    assert "有 1 件建议并入了这一件" in there
    assert suggestion.number in there


async def test_a_clerk_decides_an_objection(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/divert", place="complaint", reason=WHY)
        assert "decide" not in shown_forms(await clerk.get(where))
        said = {"person_id": suggestion.person_id, "number": suggestion.number}
        await author.object_to(house.db, **said, text="我提的是建议。", update=90)
        page = await clerk.get(where)
        assert "decide" in shown_forms(page)
        assert "我提的是建议。" in page.text
        undecided = await clerk.sends(f"{where}/decide", reason="有道理。")
        assert undecided.status_code == 422
        assert "有道理。</textarea>" in undecided.text
        answer = await clerk.sends(f"{where}/decide", upheld="yes", reason="有道理。")
        assert "异议已裁定" in words(await clerk.get(answer.headers["location"]))
    assert await state(house, suggestion.number) == "registered"


async def test_the_unit_signs_and_sends_back_what_is_not_its_own(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(HANDLER) as handler:
        assert (
            shown_forms(await handler.get(where))
            == {"sign", "reply", "ask", "send-back", "extension"} | BESIDE
        )
        answer = await handler.sends(f"{where}/sign")
        assert "已签收" in words(await handler.get(answer.headers["location"]))
        assert "sign" not in shown_forms(await handler.get(where))
        answer = await handler.sends(f"{where}/send-back", reason="这条路归住建部门管。")
        assert "已退回征集办" in words(await handler.get(answer.headers["location"]))
        assert (await handler.get(where)).status_code == 404
    async with house.at_desk(CLERK) as clerk:
        assert "这条路归住建部门管。" in words(await clerk.get(where))
        assert (await clerk.get(f"{where}/sent-back")).status_code == 404
    assert await state(house, suggestion.number) == "registered"


async def test_questions_and_answers_stand_in_one_thread_with_their_files(house: House) -> None:
    suggestion = await house.forwarded(files=(("现场.txt", "示例".encode(), "text/plain"),))
    where, person = f"/suggestions/{suggestion.number}", suggestion.person_id
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"{where}/ask", text="是哪个路口？")
        assert "还没有回答" in words(await handler.get(where))
        (question,) = await house.all_of(Question)
        said = {"person_id": person, "question_id": question.id}
        await answering.say(house.db, **said, update=91, message=91, text="第一个路口。")
        (attachment,) = await house.all_of(Attachment)
        kept = {"sha256": attachment.sha256, "name": "照片.txt"}
        await answering.attach(house.db, **said, update=92, message=92, **kept)
        await answering.finish(house.db, **said, update=93)
        page = await handler.get(where)
        assert "第一个路口。" in page.text
        file = await handler.get(f"{where}/answers/2")
        assert file.content == "示例".encode()
        assert (await handler.get(f"{where}/answers/1")).status_code == 404
    async with house.at_desk(OTHER) as other:
        assert (await other.get(f"{where}/answers/2")).status_code == 404


async def test_supplements_and_ratings_are_on_the_page(house: House) -> None:
    suggestion = await house.forwarded()
    where, said = f"/suggestions/{suggestion.number}", {"person_id": suggestion.person_id}
    await author.supplement(house.db, **said, number=suggestion.number, text="还有南边那一站。", update=95)
    async with house.at_desk(CLERK) as clerk:
        assert "还有南边那一站。" in words(await clerk.get(where))
        await clerk.sends(f"{where}/reply", outcome="adopted", text="已安排。")
        assert "close" in shown_forms(await clerk.get(where))
        unit = int(await house.unit("transport"))
        told = {"number": suggestion.number, "unit_id": unit, "rating": "dissatisfied", "update": 96}
        await ratings.give(house.db, **said, **told, reason="还是没有装。")
        page = words(await clerk.get(where))
    assert "不满意" in page
    assert "还是没有装。" in page


async def test_a_clerk_closes_what_was_answered(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/reply", outcome="adopted", text="已安排。")
        answer = await clerk.sends(f"{where}/close")
        assert "已办结" in words(await clerk.get(answer.headers["location"]))
    assert await state(house, suggestion.number) == "closed"


async def test_an_assisting_unit_reads_and_gives_an_opinion_and_nothing_else(house: House) -> None:
    suggestion = await house.suggest()
    where, health = f"/suggestions/{suggestion.number}", await house.unit("health")
    async with house.at_desk(CLERK) as clerk:
        lead = {"unit": await house.unit("transport")}
        both = await clerk.sends(f"{where}/forward", **lead, **{f"assisting-{lead['unit']}": "yes"})
        assert both.status_code == 422
        await clerk.sends(f"{where}/forward", **lead, **{f"assisting-{health}": "yes"})
    async with house.at_desk(OTHER) as assisting:
        assert suggestion.number in (await assisting.get("/suggestions")).text
        assert shown_forms(await assisting.get(where)) == {"opine", "notes"}
        for verb, fields in (
            ("sign", {}),
            ("reply", {"outcome": "adopted", "text": "好。"}),
            ("ask", {"text": "？"}),
        ):
            refused = await assisting.sends(f"{where}/{verb}", **fields)
            assert refused.status_code == 403
        for _ in range(2):
            answer = await assisting.sends(f"{where}/opine", text="站台要留出急救通道。")
            assert answer.status_code == 303
    async with house.at_desk(HANDLER) as handler:
        page = words(await handler.get(where))
    assert page.count("站台要留出急救通道。") == 1
    assert "协办单位" in page
    assert [part.role for part in await house.all_of(Assignment)] == ["lead", "assisting"]


async def test_who_no_longer_assists_no_longer_sees_it(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    lead, health = {"unit": await house.unit("transport")}, await house.unit("health")
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/forward", **lead, **{f"assisting-{health}": "yes"})
        answer = await clerk.sends(f"{where}/forward", **lead)
        assert "协办单位已更改" in words(await clerk.get(answer.headers["location"]))
    async with house.at_desk(OTHER) as other:
        assert (await other.get(where)).status_code == 404
    assert [event.kind for event in await house.all_of(Event)] == ["registered", "forwarded", "assisting"]


async def test_who_watches_reads_everything_and_has_no_form(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(WATCHER) as watcher:
        page = await watcher.get(where)
        assert page.status_code == 200
        assert shown_forms(page) == set()
        for verb in ("forward", "sign", "reply", "ask", "send-back", "value", "undo", "opine"):
            refused = await watcher.sends(f"{where}/{verb}", text="越权", reason="越权")
            assert refused.status_code == 403
        assert (await watcher.get("/screening")).status_code == 403
    assert len(await house.all_of(Event)) == 2
