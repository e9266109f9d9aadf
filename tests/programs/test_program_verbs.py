"""What a program can do for its member of staff: each verb, for whom, and what it is answered."""

from typing import Any

import pytest
from programs_house import AUDITOR, CLERK, HANDLER, OTHER, TEXT, House

from backend.push.model import Push
from backend.suggestions.model import Event

VERBS: dict[str, tuple[str, dict[str, Any], str]] = {
    "forward": ("", {"unit": "health"}, "forwarded"),
    "return": ("", {"reason": "请补充地点。"}, "returned"),
    "divert": ("", {"place": "complaint", "reason": "属于投诉。"}, "diverted"),
    "publish": ("", {}, "registered"),
    "unpublish": ("", {}, "registered"),
    "sign": ("transport", {}, "signed"),
    "send-back": ("transport", {"reason": "不属本单位职责。"}, "registered"),
    "ask": ("transport", {"text": "在哪个路口？"}, "forwarded"),
    "reply": ("transport", {"outcome": "adopted", "text": "已经采纳。"}, "replied"),
    "move-date": ("transport", {"due_on": "2024-09-20", "reason": "需要勘查。"}, "forwarded"),
}
"""In whose hands it is before, what is said, and the state afterwards."""
BY_OFFICE = {"move-date", "forward", "return", "divert", "publish", "unpublish"}


@pytest.mark.parametrize("verb", VERBS)
async def test_a_verb_does_what_it_says(house: House, verb: str) -> None:
    unit, body, state = VERBS[verb]
    number = (await house.suggestion(unit=unit)).number
    async with house.program(CLERK) as program:
        if verb == "unpublish":
            await program.sends(f"/suggestions/{number}/publish")
        before = len(await house.rows(Event))
        answer = await program.sends(f"/suggestions/{number}/{verb}", **body)
    assert answer.status_code == 200, answer.text
    assert answer.json()["number"] == number
    assert answer.json()["state"] == state == await house.state(number)
    event = (await house.rows(Event))[-1]
    assert len(await house.rows(Event)) == before + 1
    assert event.actor_kind == "staff"


@pytest.mark.parametrize("verb", VERBS)
async def test_who_may_not_is_refused_and_nothing_happens(house: House, verb: str) -> None:
    number = (await house.suggestion(unit="transport")).number
    before = len(await house.rows(Event))
    wanted = {OTHER: 403 if verb in BY_OFFICE else 404, AUDITOR: 403}
    for login, status in wanted.items():
        async with house.program(login) as program:
            answer = await program.sends(f"/suggestions/{number}/{verb}", **VERBS[verb][1])
        assert answer.status_code == status, (login, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    assert len(await house.rows(Event)) == before


async def test_merged_and_closed(house: House) -> None:
    main, other = await house.suggestion(unit="transport"), await house.suggestion()
    async with house.program(CLERK) as program:
        merged = await program.sends(f"/suggestions/{other.number}/merge", into=main.number)
        itself = await program.sends(f"/suggestions/{main.number}/merge", into=main.number)
        early = await program.sends(f"/suggestions/{main.number}/close")
        await program.sends(f"/suggestions/{main.number}/reply", outcome="adopted", text="已经采纳。")
        closed = await program.sends(f"/suggestions/{main.number}/close")
    assert merged.json()["state"] == "merged"
    assert (itself.status_code, itself.json()["key"]) == (422, "merge-itself")
    assert (early.status_code, early.json()["key"]) == (409, "suggestion-moved-on")
    assert closed.json()["state"] == "closed"


async def test_a_refusal_is_told_in_the_callers_language(house: House) -> None:
    number = (await house.suggestion()).number
    said = {}
    for language in ("zh-CN", "en"):
        async with house.program(CLERK, **{"Accept-Language": language}) as program:
            answer = await program.sends(f"/suggestions/{number}/return", reason=" ")
        told = answer.json()
        assert (answer.status_code, told["status"], told["key"]) == (422, 422, "reason-missing")
        assert told["type"] == "urn:jindianzi:refusal:reason-missing"
        assert answer.headers["content-language"] == language
        said[language] = (told["title"], told["detail"])
    assert said == {
        "zh-CN": ("没有接受", "请填写理由。"),
        "en": ("Not taken", "Please give a reason."),
    }


async def test_what_is_not_there_or_makes_no_sense(house: House) -> None:
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        answers = {
            "a number of nobody": await program.get("/suggestions/CQ2024-999999"),
            "no number": await program.get("/suggestions/x"),
            "no address": await program.get("/nowhere"),
            "another method": await program.delete(f"/suggestions/{number}"),
            "a unit of nobody": await program.sends(f"/suggestions/{number}/forward", unit="nobody"),
            "a field nobody knows": await program.sends(f"/suggestions/{number}/forward", unit="health", x=1),
            "no body": await program.sends(f"/suggestions/{number}/forward"),
            "no JSON": await program.post(
                f"/suggestions/{number}/forward",
                content=b"{",
                headers={"Idempotency-Key": "a", "Content-Type": "application/json"},
            ),
            "JSON that does not say so": await program.post(
                f"/suggestions/{number}/forward",
                content=b'{"unit": "transport"}',
                headers={"Idempotency-Key": "a", "Content-Type": "application/x-www-form-urlencoded"},
            ),
            "too large": await program.sends(f"/suggestions/{number}/return", reason="字" * 300_000),
        }
    statuses = {what: answer.status_code for what, answer in answers.items()}
    assert statuses == {
        "a number of nobody": 404,
        "no number": 422,
        "no address": 404,
        "another method": 405,
        "a unit of nobody": 422,
        "a field nobody knows": 422,
        "no body": 400,
        "no JSON": 400,
        "JSON that does not say so": 400,
        "too large": 413,
    }
    assert "GET /units" in answers["a unit of nobody"].json()["detail"]
    for what, answer in answers.items():
        assert answer.headers["content-type"] == "application/problem+json", what
        assert answer.json()["detail"], what
    assert await house.state(number) == "registered"


async def test_what_was_wrong_is_named_and_not_repeated(house: House) -> None:
    number = (await house.suggestion()).number
    async with house.program(CLERK) as program:
        answer = await program.sends(f"/suggestions/{number}/forward", unit="x", secret="张三的电话")
    (fault,) = answer.json()["errors"]
    assert fault["at"] == "body/secret"
    assert "张三" not in answer.text


async def test_a_letter_is_registered_and_its_author_is_owed_nothing_by_chat(house: House) -> None:
    async with house.program(CLERK) as program:
        said = {
            "campaign": "city-2024",
            "channel": "letter",
            "theme": "green-ecology",
            "topic": "t24",
            "text": TEXT * 200,
            "name": "李四",
            "address": "示例路1号",
            "received_on": "2024-07-20",
            "foreign": {"system": "xinfang", "number": "2024-17"},
            "files": [{"name": "来信.txt", "content": "5L+h"}],
        }
        answer = await program.sends("/suggestions", **said)
        told = answer.json()
        again = await program.sends("/suggestions", **said)
        one = (await program.get(f"/suggestions/{told['number']}")).json()
        file = await program.get(f"/suggestions/{told['number']}/files/1")
    assert answer.status_code == 200, answer.text
    assert (told["new"], len(told["code"]), told["state"]) == (True, 8, "registered")
    assert (again.json()["number"], again.json()["new"], again.json()["code"]) == (
        told["number"],
        False,
        None,
    )
    assert one["received_at"] == "2024-07-19T16:00:00Z"
    assert one["foreign"] == [{"system": "xinfang", "number": "2024-17"}]
    assert one["author"] is None
    assert file.content == "信".encode()
    (push,) = await house.rows(Push)
    assert (push.state, push.reason, push.channel) == ("parked", "no-chat", "letter")


async def test_a_handler_registers_nothing(house: House) -> None:
    async with house.program(HANDLER) as program:
        answer = await program.sends("/suggestions", campaign="city-2024")
    assert (answer.status_code, answer.json()["key"]) == (403, "api-scope-missing")
