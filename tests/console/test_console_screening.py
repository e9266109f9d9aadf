"""Screening: marks, the queue, taking back."""

import re
from datetime import timedelta

import pytest
from console_house import CLERK, House, seen, shown_forms, words

from backend import clock
from backend.handling.model import Instruction
from backend.push.model import Push
from backend.suggestions.model import Event, Suggestion

WHY = "请写明是哪个路口。"


async def test_a_clerk_corrects_theme_and_topic(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        answer = await clerk.sends(f"{where}/classify", place_of="megacity/t16")
        page = words(await clerk.get(answer.headers["location"]))
        for wrong in ("megacity/t24", "nowhere/t16", "", "megacity"):
            assert (await clerk.sends(f"{where}/classify", place_of=wrong)).status_code == 404
    assert "主题和议题已更正" in page
    assert "绿色生态" in page
    (stored,) = await house.all_of(Suggestion)
    assert (stored.theme, stored.topic) == ("megacity", "t16")
    assert [push.kind for push in await house.all_of(Push)] == ["suggestion-registered"]


async def test_marks_are_set_and_taken_away(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        nameless = await clerk.sends(f"{where}/key", on="yes", leader=" ")
        assert nameless.status_code == 422
        for verb, fields in (("value", {}), ("key", {"leader": "示例区政府办公室"}), ("recommend", {})):
            await clerk.sends(f"{where}/{verb}", on="yes", **fields)
        page = words(await clerk.get(where))
        assert "有价值" in page
        assert "重点：示例区政府办公室" in page
        assert "已推荐上报" in page
        for verb in ("value", "key", "recommend"):
            await clerk.sends(f"{where}/{verb}", on="no")
    (stored,) = await house.all_of(Suggestion)
    assert (stored.valuable, stored.key_leader, stored.recommended_at) == (False, None, None)
    kinds = [event.kind for event in await house.all_of(Event)]
    assert kinds == ["registered", *["valued", "keyed", "recommended"] * 2]


async def test_an_instruction_is_recorded_with_its_words_its_day_and_by_whom(house: House) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    told = {"text": "请交通部门研究采纳。", "leader": "示例区政府办公室", "given_on": "2024-08-01"}
    async with house.at_desk(CLERK) as clerk:
        for fault in ({"given_on": "八月一日"}, {"given_on": "2999-01-01"}, {"leader": ""}, {"text": " "}):
            page = await clerk.sends(f"{where}/instruct", **{**told, **fault})
            assert page.status_code == 422
            assert 'role="alert"' in page.text
        for _ in range(2):
            await clerk.sends(f"{where}/instruct", **told)
        page = words(await clerk.get(where))
    assert "请交通部门研究采纳。" in page
    assert "2024年8月1日" in page
    (kept,) = await house.all_of(Instruction)
    events = await house.all_of(Event)
    assert "示例区" not in str([event.data for event in events])
    assert kept.leader == "示例区政府办公室"


async def test_the_queue_opens_the_oldest_and_goes_on_to_the_next(house: House) -> None:
    first, second, third = [await house.suggest(text=f"第{n}件：加装路灯。") for n in "一二三"]
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/screening")
        assert f"<h1>{first.number}</h1>" in page.text
        assert "待筛选第 1 件，共 3 件" in words(page)
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert "<script>" not in page.text
        said = {"seen": seen(page), "next": "screening", "place": "1"}
        refused = await clerk.sends(f"/suggestions/{first.number}/return", reason=" ", **said)
        assert refused.status_code == 422
        assert 'name="next" value="screening"' in refused.text
        done = await clerk.sends(f"/suggestions/{first.number}/return", reason=WHY, **said)
        page = await clerk.get(done.headers["location"])
        assert f"<h1>{second.number}</h1>" in page.text
        assert "已办：退回补正" in words(page)
        skipped = await clerk.get("/screening", params={"place": 2})
        assert f"<h1>{third.number}</h1>" in skipped.text
        assert f"<h1>{third.number}</h1>" in (await clerk.get("/screening?place=999999999")).text
        for number in (second.number, third.number):
            done = await clerk.sends(f"/suggestions/{number}/return", reason=WHY, **said | {"seen": ""})
        assert "没有等待筛选的建议" in words(await clerk.get(done.headers["location"]))


async def test_the_queue_takes_back_the_last_decision(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        said = {"next": "screening", "place": "1"}
        done = await clerk.sends(f"/suggestions/{suggestion.number}/return", reason=WHY, **said)
        page = await clerk.get(done.headers["location"])
        assert shown_forms(page) == {"undo"}
        back = await clerk.sends(f"/suggestions/{suggestion.number}/undo", seen=seen(page), **said)
        assert f"<h1>{suggestion.number}</h1>" in (await clerk.get(back.headers["location"])).text


async def test_a_queue_says_nothing_of_what_others_did(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        for last in (suggestion.number, "CQ2024-999999", "<script>"):
            page = await clerk.get("/screening", params={"last": last})
            assert page.status_code == 200
            assert "已办" not in words(page)


@pytest.mark.parametrize(
    ("verb", "fields", "told"),
    [
        ("return", {"reason": WHY}, True),
        ("divert", {"place": "complaint", "reason": WHY}, True),
        ("classify", {"place_of": "megacity/t16"}, False),
        ("value", {"on": "yes"}, False),
        ("key", {"on": "yes", "leader": "示例区政府办公室"}, False),
        ("recommend", {"on": "yes"}, False),
    ],
)
async def test_the_last_act_can_be_taken_back(
    house: House,
    verb: str,
    fields: dict[str, str],
    told: bool,  # noqa: FBT001 - a column of the table
) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/{verb}", **fields)
        assert "undo" in shown_forms(await clerk.get(where))
        for _ in range(2):
            answer = await clerk.sends(f"{where}/undo")
            assert answer.status_code == 303
        page = await clerk.get(answer.headers["location"])
    assert "已撤销" in words(page)
    assert "undo" not in shown_forms(page)
    (stored,) = await house.all_of(Suggestion)
    same = ("state", "theme", "topic", "valuable", "key_leader", "recommended_at")
    assert [getattr(stored, name) for name in same] == [getattr(suggestion, name) for name in same]
    assert ("suggestion-undone" in [push.kind for push in await house.all_of(Push)]) == told


async def test_it_is_too_late_after_half_an_hour(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    suggestion = await house.suggest()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"{where}/return", reason=WHY)
        later = clock.now() + timedelta(minutes=31)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert "undo" not in shown_forms(await clerk.get(where))
        page = await clerk.sends(f"{where}/undo")
    assert page.status_code == 409
    assert "没有可以撤销的操作" in words(page)


async def test_every_key_of_the_overlay_is_a_key_of_the_script(house: House) -> None:
    await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/screening")
        script = await clerk.get(re.findall(r'<script src="([^"]+)"', page.text)[0])
    named = set(re.findall(r"<dt><kbd>(.)</kbd></dt>", page.text))
    known = set(re.findall(r'^    "?([a-z?])"?: ', script.text, re.MULTILINE))
    assert named == known
    assert len(named) == 9
