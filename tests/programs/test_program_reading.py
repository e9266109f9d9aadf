"""What programs read: by pages, within the sight of their member of staff, and the author only on demand."""

from typing import Any

import pytest
from programs_house import AUDITOR, CLERK, HANDLER, OTHER, House

from backend.handling.model import Unit
from backend.suggestions.model import Suggestion


async def numbers(house: House, login: str, **asked: Any) -> list[str]:
    async with house.program(login) as program:
        answer = await program.get("/suggestions", params=asked)
    assert answer.status_code == 200, answer.text
    return [item["number"] for item in answer.json()["items"]]


async def test_the_list_goes_on_from_its_cursor(house: House) -> None:
    made = [(await house.suggestion()).number for _ in range(5)]
    seen, cursor = [], ""
    async with house.program(CLERK) as program:
        for size in (2, 2, 1):
            page = (await program.get("/suggestions", params={"limit": 2, "after": cursor})).json()
            assert len(page["items"]) == size
            seen += [item["number"] for item in page["items"]]
            cursor = page["next"]
    assert seen == made
    assert cursor is None


async def test_a_unit_reads_its_own_alone(house: House) -> None:
    mine = await house.suggestion(unit="transport")
    await house.suggestion()
    assert await numbers(house, HANDLER) == [mine.number]
    assert await numbers(house, OTHER) == []
    assert len(await numbers(house, AUDITOR)) == 2
    async with house.program(OTHER) as program:
        answer = await program.get(f"/suggestions/{mine.number}")
    assert (answer.status_code, answer.json()["key"]) == (404, "suggestion-missing")


async def test_the_list_is_narrowed(house: House) -> None:
    early = await house.suggestion(received=house.hands.at.replace(month=7, day=20))
    late = await house.suggestion(unit="transport", channel="telephone")
    for asked, found in (
        ({"state": "forwarded"}, [late]),
        ({"unit": "transport"}, [late]),
        ({"unit": "nobody"}, []),
        ({"channel": "letter"}, [early]),
        ({"campaign": "district-2022"}, []),
        ({"received_from": "2024-07-21"}, [late]),
        ({"received_until": "2024-07-20"}, [early]),
        ({"received_from": "0001-01-01", "received_until": "9999-12-31"}, [early, late]),
        ({"due_before": "2024-08-17"}, [early, late]),
        ({"due_before": "2024-08-16"}, [early]),
        ({"due_before": "2024-08-04"}, []),
        ({"after": "999999999999999999"}, []),
    ):
        assert await numbers(house, CLERK, **asked) == [one.number for one in found], asked


async def test_what_changed_since_is_told(house: House) -> None:
    """A program that asks again with the newest moment it was told misses nothing."""
    quiet, busy = await house.suggestion(), await house.suggestion()
    begun = house.hands.at.isoformat().replace("+00:00", "Z")
    assert await numbers(house, CLERK, updated_since=begun) == [quiet.number, busy.number]
    house.hands.forward(minutes=5)
    async with house.program(CLERK) as program:
        await program.sends(f"/suggestions/{busy.number}/forward", unit="transport")
        (item,) = (await program.get("/suggestions", params={"state": "forwarded"})).json()["items"]
    assert item["updated_at"] == "2024-08-01T04:05:00Z"
    for since, found in (
        (item["updated_at"], [busy]),
        ("2024-08-01T12:05:00+08:00", [busy]),
        ("2024-08-01T04:05:01Z", []),
        ("0001-01-01T00:00:00+14:00", [quiet, busy]),
        ("9999-12-31T23:59:59-12:00", []),
    ):
        assert await numbers(house, CLERK, updated_since=since) == [one.number for one in found], since


@pytest.mark.parametrize(
    "asked",
    [
        {"updated_since": "2024-08-01T04:05:00"},
        {"state": "x"},
        {"limit": 0},
        {"limit": 201},
        {"after": "x"},
        {"received_from": "gestern"},
    ],
)
async def test_nonsense_is_refused(house: House, asked: dict[str, Any]) -> None:
    async with house.program(CLERK) as program:
        assert (await program.get("/suggestions", params=asked)).status_code == 422


async def test_one_with_all_that_happened(house: House) -> None:
    number = (await house.suggestion(unit="transport")).number
    async with house.program(CLERK) as office, house.program(HANDLER) as program:
        await office.sends(f"/suggestions/{number}/move-date", due_on="2024-09-20", reason="需要勘查。")
        await program.sends(f"/suggestions/{number}/reply", outcome="adopted", text="已经采纳。")
        one = (await program.get(f"/suggestions/{number}")).json()
    assert [event["kind"] for event in one["events"]] == ["registered", "forwarded", "date-moved", "replied"]
    assert one["events"][1]["unit"] == "transport"
    assert one["events"][2]["words"] == "需要勘查。"
    assert one["events"][2]["data"] == {"due_on": "2024-09-20"}
    assert [(reply["unit"], reply["outcome"]) for reply in one["replies"]] == [("transport", "adopted")]
    assert one["due_on"] == "2024-09-20"


async def test_who_made_it_is_told_only_when_asked_and_to_whom_it_may_be(house: House) -> None:
    number = (await house.suggestion(unit="transport")).number
    for login, status in ((CLERK, 200), (HANDLER, 200), (AUDITOR, 403), (OTHER, 404)):
        async with house.program(login) as program:
            told = await program.get(f"/suggestions/{number}", params={"personal": True})
            plain = await program.get(f"/suggestions/{number}")
            listed = await program.get("/suggestions")
        assert told.status_code == status, login
        assert ("张三" in told.text) == (status == 200)
        assert "张三" not in plain.text + listed.text
        assert "138" not in plain.text + listed.text


async def test_what_can_be_chosen(house: House) -> None:
    async with house.program(HANDLER) as program:
        campaigns = (await program.get("/campaigns")).json()
        units = (await program.get("/units")).json()
    city = next(one for one in campaigns if one["id"] == "city-2024")
    assert "t24" in [topic["id"] for theme in city["themes"] for topic in theme["topics"]]
    assert {unit["id"] for unit in units} == {unit.key for unit in await house.rows(Unit)}


async def test_the_document_is_open_and_holds_no_secret(house: House) -> None:
    await house.suggestion()
    async with house.program(CLERK) as program:
        program.headers.pop("authorization")
        answer = await program.get("/openapi.json")
    told = answer.json()
    assert told["servers"] == [{"url": "/api/v1"}]
    assert "CQ2024-000001" in answer.text  # the example, and nothing of what is there
    assert len(await house.rows(Suggestion)) == 1
    for word in ("张三", "jdz_", str(house.db.engine.url)):
        assert word not in answer.text
