"""A ledger taken in: once, whole, and however often the file is sent."""

from datetime import UTC, datetime
from typing import Any

import pytest
from ledger_house import as_csv, as_workbook, csv_rows, line, rows_of, saved, taken
from programs_house import AUDITOR, CLERK, HANDLER, House
from sqlalchemy import select

from backend.campaigns.load import read
from backend.config import ROOT
from backend.db import Database
from backend.handling import actions as handling
from backend.handling import queries
from backend.handling.desk import OFFICE
from backend.handling.model import Reply, Unit
from backend.ledger import reports
from backend.ledger.model import ForeignNumber
from backend.ledger.template import template
from backend.people.model import Person
from backend.push.model import Push
from backend.staff.model import Staff
from backend.suggestions.model import Event, Suggestion

WHOLE = {
    "unit": "交通部门",
    "state": "已办结",
    "outcome": "部分采纳",
    "reply": "已经采纳。",
    "reason": "经费所限。",
    "channel": "来访",
    "foreign": "portal:A-9",
}


@pytest.mark.parametrize("made", [as_csv, as_workbook])
async def test_a_line_becomes_a_suggestion(house: House, made: Any) -> None:
    report = await taken(house, made(line()))
    assert (report.new, report.known, report.refused) == (1, 0, [])
    (one,) = await house.rows(Suggestion)
    assert (one.theme, one.topic, one.state, one.name) == ("green-ecology", "other", "registered", "张三")
    assert one.contact == "+8613800138000"
    assert one.submitted_at == datetime(2024, 7, 19, 16, tzinfo=UTC)
    (known,) = await house.rows(ForeignNumber)
    assert (known.system, known.number, known.suggestion_id) == ("xinfang", "2024-17", one.id)
    (person,) = await house.rows(Person)
    assert (one.channel, person.channel) == ("elsewhere", "elsewhere")


async def test_the_same_file_again_changes_nothing(house: House) -> None:
    content = as_csv(line(), line(number="2024-18", **WHOLE))
    await taken(house, content)
    before = [len(await house.rows(table)) for table in (Suggestion, Event, Push, Person, ForeignNumber)]
    again = await taken(house, content)
    assert (again.new, again.known, again.refused) == (0, 2, [])
    after = [len(await house.rows(table)) for table in (Suggestion, Event, Push, Person, ForeignNumber)]
    assert after == before
    elsewhere = await taken(house, content, system="portal-2")
    assert elsewhere.new == 2


async def test_how_far_it_had_come_is_taken_over(house: House) -> None:
    report = await taken(house, as_csv(line(**WHOLE)))
    assert report.refused == []
    (one,), (reply,) = await house.rows(Suggestion), await house.rows(Reply)
    assert (one.state, one.channel) == ("closed", "visit")
    assert (reply.outcome, reply.text, reply.reason) == ("partly-adopted", "已经采纳。", "经费所限。")
    assert {known.number for known in await house.rows(ForeignNumber)} == {"2024-17", "A-9"}
    pushes = await house.rows(Push)
    assert {(push.state, push.reason) for push in pushes} == {("parked", "told-elsewhere")}


async def test_an_interrupted_import_goes_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    content = as_csv(line(**WHOLE), line(number="2024-18"))

    async def killed(*_: object, **__: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(handling, "reply", killed)
        with pytest.raises(ConnectionError):
            await taken(house, content)
    assert [one.state for one in await house.rows(Suggestion)] == ["forwarded"]
    report = await taken(house, content)
    assert (report.new, report.refused) == (2, [])
    assert [one.state for one in await house.rows(Suggestion)] == ["closed", "registered"]
    kinds = [event.kind for event in await house.rows(Event)]
    assert kinds == ["registered", "forwarded", "replied", "closed", "registered"]


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"number": None}, "ledger-number-missing"),
        ({"number": "a;b"}, "ledger-number-unclear"),
        ({"theme": "没有的主题"}, "intake-theme-missing"),
        ({"topic": "没有的议题"}, "intake-topic-missing"),
        ({"text": "\u200b"}, "intake-text-missing"),
        ({"name": "13800138000"}, "name-missing"),
        ({"contact": "无"}, "contact-missing"),
        ({"received": "昨天"}, "ledger-day-unclear"),
        ({"received": "2024-13-01"}, "ledger-day-unclear"),
        ({"received": "2023-01-01"}, "intake-out-of-time"),
        ({"received": "2024-08-02"}, "intake-received-later"),
        ({"unit": "没有的单位"}, "ledger-unit-unclear"),
        ({"state": "已答复"}, "ledger-unit-missing"),
        ({"state": "已撤回"}, "ledger-state-not-taken"),
        ({"state": "好"}, "ledger-state-unclear"),
        ({"channel": "飞鸽"}, "ledger-channel-unclear"),
        ({"outcome": "好"}, "ledger-outcome-unclear"),
        ({"unit": "交通部门", "outcome": "采纳"}, "reply-text-missing"),
        ({"unit": "交通部门", "outcome": "不予采纳", "reply": "谢谢。"}, "reply-reason-missing"),
        ({"campaign": "nowhere"}, "campaign-missing"),
    ],
)
async def test_a_line_that_is_wrong_is_named_and_the_others_are_taken(
    house: House, wrong: dict[str, Any], key: str
) -> None:
    report = await taken(house, as_csv(line(**wrong), line(number="2024-18")))
    assert [(one.line, one.key) for one in report.refused] == [(2, key)]
    assert report.new == 1
    assert len(await house.rows(Suggestion)) == 1
    assert len(await house.rows(Person)) == 1


async def test_the_report_is_put_right_and_sent_again(house: House) -> None:
    report = await taken(house, as_csv(line(theme="没有的主题"), line(number="2024-18")))
    for kind in ("csv", "xlsx"):
        content = reports.sheet(report.refused, "zh-CN", kind)
        rows = csv_rows(content) if kind == "csv" else rows_of(content)
        assert rows[0][:2] == ["行", "未导入的原因"]
        assert "没有该主题" in rows[1][1]
        again = await taken(house, content)
        assert (again.new, [one.key for one in again.refused]) == (0, ["intake-theme-missing"])
    mended = reports.sheet(report.refused, "zh-CN", "csv").replace("没有的主题".encode(), "绿色生态".encode())
    assert (await taken(house, mended)).new == 1


async def test_a_report_is_its_own_clerks_and_goes_after_a_month(house: House) -> None:
    report = await taken(house, as_csv(line(name=None)))
    clerk, other = await house.one(Staff, login=CLERK), await house.one(Staff, login=AUDITOR)
    run = await reports.keep(
        house.db, report=report, system="xinfang", campaign="city-2024", staff_id=clerk.id
    )
    async with house.db.read() as session:
        kept = await reports.own(session, staff_id=clerk.id, import_id=run)
        assert await reports.own(session, staff_id=other.id, import_id=run) is None
    assert kept is not None
    assert reports.refused(kept) == report.refused
    house.hands.forward(days=30, minutes=1)
    await reports.forget(house.db)
    async with house.db.read() as session:
        assert await reports.own(session, staff_id=clerk.id, import_id=run) is None


async def test_the_template_is_taken_as_it_is(house: House) -> None:
    rules = read(ROOT / "campaigns" / "city-2024.yaml")
    async with house.db.read() as session:
        units = await queries.units(session)
    for language, kind in (("zh-CN", "xlsx"), ("en", "xlsx"), ("zh-CN", "csv"), ("en", "csv")):
        report = await taken(house, template(rules, units, language, kind), system=f"{language}.{kind}")
        assert (report.new, report.refused) == (1, []), (language, kind)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_what_is_saved_here_is_taken_in_elsewhere_as_it_was(
    house: House, another: Database, kind: Any
) -> None:
    await house.suggestion(text="=这不是公式", channel="telephone", received=house.hands.at)
    await house.suggestion(
        unit="transport", identity="teacher-student", school="示例大学", address="示例路1号"
    )
    number = (await house.suggestion(unit="health")).number
    staff = await house.one(Staff, login=HANDLER)
    await handling.reply(
        house.db,
        number=number,
        outcome="adopted",
        text="已经采纳。",
        reason="",
        sight=OFFICE,
        staff_id=staff.id,
    )
    there = House(another, house.hands)
    report = await taken(there, await saved(house, kind=kind), system="old-house")
    assert (report.new, report.refused) == (3, [])
    assert await matters(there) == await matters(house)
    assert [known.number for known in await there.rows(ForeignNumber)] == [
        one.number for one in await house.rows(Suggestion)
    ]


async def matters(house: House) -> list[tuple[Any, ...]]:
    async with house.db.read() as session:
        units = {unit.id: unit.key for unit in await session.scalars(select(Unit))}
        replies = {reply.suggestion_id: reply for reply in await session.scalars(select(Reply))}
    same = (
        *("theme", "topic", "text", "scope", "state", "channel", "submitted_at", "due_on", "identity"),
        *("name", "contact", "contact_kind", "school", "address"),
    )
    return [
        (
            *(getattr(one, name) for name in same),
            units.get(one.unit_id),
            getattr(replies.get(one.id), "outcome", None),
            getattr(replies.get(one.id), "text", None),
        )
        for one in await house.rows(Suggestion)
    ]
