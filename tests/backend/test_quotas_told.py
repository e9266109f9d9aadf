"""What officers and unit leads are told of quotas, and last year's figures taken in from a sheet."""

import pytest
from backend_house import Hands, rows
from noticed_house import staff
from quotas_house import OTHER, RURAL, Field, field
from sqlalchemy import select

from backend import clock
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.ledger import sheets
from backend.ledger.workbook import Workbook
from backend.officers.model import Officer
from backend.people import actions as people
from backend.people.model import Person
from backend.push.model import Push
from backend.push.words import sentence
from backend.quotas import baselines, reminders, told
from backend.quotas.baselines import Loaded
from backend.quotas.model import Baseline
from backend.staff.model import Link, Role


@pytest.fixture
async def on(db: Database, hands: Hands) -> Field:
    return await field(db, hands)


async def lines(on: Field, who: str) -> str:
    async with on.db.read() as session:
        officer = await session.get_one(Officer, on.officers[who].id)
        return told.lines(await told.of_officer(session, officer), "zh-CN")


async def test_an_officer_reads_unit_district_and_own_figures(on: Field) -> None:
    for theme in (OTHER, OTHER, RURAL):
        await on.entered("A", theme, day=6)
    await on.entered("B", RURAL, day=7)
    on.at(8)
    said = await lines(on, "A")
    assert "本区县 代录：4/60，其中您 3，还有 12 天" in said
    assert "本区县 其中三农：2/30，其中您 1，还有 12 天" in said
    assert "本单位 上报：3/2 ✅，其中您 3" in said
    assert "本单位 有价值：0/1，其中您 0" in said
    assert "您本人 each-officer：3/5" in said
    assert "其中三农" not in await lines(on, "C")  # no agricultural district
    on.at(20)
    assert "代录：4/60，其中您 3，今天截止" in await lines(on, "A")
    on.at(21)
    assert "代录" not in await lines(on, "A")  # over
    await baselines.load(on.db, campaign="city-2024", **last_year("each-unit,unit,town-a,2023-08-20,7"))
    assert "本单位 上报：3/2 ✅，其中您 3，去年同日 7" in await lines(on, "A")


async def pushes(on: Field) -> list[tuple[str, str]]:
    found = await rows(on.db, select(Push).where(Push.about.is_not(None)).order_by(Push.id))
    async with on.db.read() as session:
        people_by_id = {one.id: one for one in await session.scalars(select(Person))}
    return [(push.kind, chr(people_by_id[push.person_id].chat)) for push in found]


async def test_those_who_lack_some_are_told_14_and_3_days_before_each_once(on: Field) -> None:
    on.at(5)
    await reminders.remind(on.db)
    assert await pushes(on) == []
    on.at(6)
    for _ in range(2):
        await reminders.remind(on.db)
    first = [("quota-due:city-2024:240820:14", who) for who in "ABC"]
    assert await pushes(on) == first
    on.at(17)
    for _ in range(2):
        await reminders.remind(on.db)
    on.at(19)
    await reminders.remind(on.db)
    assert await pushes(on) == [*first, *((kind.replace(":14", ":3"), who) for kind, who in first)]
    on.at(21)
    await reminders.remind(on.db)
    assert len(await pushes(on)) == 6


async def words(on: Field) -> list[str]:
    found = await rows(on.db, select(Push).where(Push.about.is_not(None)).order_by(Push.id))
    async with on.db.read() as session:
        return [(await sentence(session, push)).html for push in found]


async def test_the_message_says_how_it_stands_when_it_goes_out(on: Field) -> None:
    on.at(17)
    await reminders.remind(on.db)
    await on.entered("A", RURAL, day=18)
    told_a, _, told_c = await words(on)
    assert "本区县 代录：1/60，其中您 1，还有 2 天" in told_a
    assert "上报" not in told_a  # it has no last day
    assert "其中三农" not in told_c
    on.at(22)
    assert "已经完成" in (await words(on))[0]  # what is over is not spoken of as open


async def test_a_unit_lead_with_a_linked_chat_is_told_of_districts_wholly_theirs(on: Field) -> None:
    lead = await staff(on.db, "lead", Role.UNIT_LEAD, "county")
    other = await staff(on.db, "other", Role.UNIT_LEAD, "health")
    for staff_id, chat in ((lead, "L"), (other, "O")):
        person = await people.introduce(on.db, channel="webchat", chat=ord(chat), language="zh-CN")
        async with on.db.begin() as session:
            session.add(Link(staff_id=staff_id, person_id=person.id, since=clock.now()))
    await on.change("A", unit_id=on.units["county"])
    on.at(17)
    await reminders.remind(on.db)
    await reminders.remind(on.db)
    assert [who for kind, who in await pushes(on) if kind.startswith("quota-lead")] == ["L"]
    assert "管理台" in (await words(on))[-1]


def last_year(*said: str, name: str = "last.csv") -> dict[str, object]:
    content = "\n".join(["quota,share,of,day,count", *said]).encode()
    return {"name": name, "content": content, "limits": sheets.ON_PAGE}


async def figures(on: Field) -> set[tuple[str, str, str, str, int]]:
    found = await rows(on.db, select(Baseline))
    return {(one.quota, one.share, one.of, one.day.isoformat(), one.count) for one in found}


async def test_last_year_is_loaded_once_and_put_right(on: Field) -> None:
    said = ("proxy,district,示例区,2023-08-01,12", "growth,campaign,whatever,2023-08-01,40")
    assert await baselines.load(on.db, campaign="city-2024", **last_year(*said)) == Loaded(2, 0, 0)
    assert await baselines.load(on.db, campaign="city-2024", **last_year(*said)) == Loaded(0, 0, 2)
    right = ("proxy,区县,示例区,2023-08-01,13", said[1])
    assert await baselines.load(on.db, campaign="city-2024", **last_year(*right)) == Loaded(0, 1, 1)
    assert await figures(on) == {
        ("proxy", "district", "示例区", "2023-08-01", 13),
        ("growth", "campaign", "", "2023-08-01", 40),
    }


async def test_a_workbook_with_chinese_heads_and_real_dates_is_read(on: Field) -> None:
    heads = [baselines.head(column, "zh-CN") for column in baselines.COLUMNS]
    book = Workbook("去年", heads, [10] * len(heads))
    book.take([("each-unit", "单位", "town-a", on.hands.at.date(), 5)])
    content = book.whole()
    asked = {"name": "last.xlsx", "content": content, "limits": sheets.ON_PAGE}
    assert await baselines.load(on.db, campaign="city-2024", **asked) == Loaded(1, 0, 0)
    assert await figures(on) == {("each-unit", "unit", "town-a", "2024-08-01", 5)}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("nobody,unit,town-a,2023-08-01,1", "baseline-quota-unknown"),
        ("good,village,town-a,2023-08-01,1", "baseline-share-unknown"),
        ("good,unit,nowhere,2023-08-01,1", "baseline-unit-unknown"),
        ("good,officer,李四,2023-08-01,1", "baseline-officer-unclear"),
        ("good,district,,2023-08-01,1", "baseline-of-missing"),
        ("good,unit,town-a,last year,1", "baseline-day-unclear"),
        ("good,unit,town-a,2023-08-01,many", "baseline-count-unclear"),
        ("good,unit,town-a,2023-08-01,-1", "baseline-count-unclear"),
    ],
)
async def test_one_wrong_line_and_nothing_is_loaded(on: Field, line: str, key: str) -> None:
    good = "good,unit,town-b,2023-08-01,1"
    with pytest.raises(Refusal, match=key) as refused:
        await baselines.load(on.db, campaign="city-2024", **last_year(good, line))
    assert refused.value.blanks["line"] == "3"
    assert await figures(on) == set()


async def test_a_sheet_without_its_columns_or_campaign_is_refused(on: Field) -> None:
    asked = {"name": "x.csv", "content": b"quota,count\ngood,1", "limits": sheets.ON_PAGE}
    with pytest.raises(Refusal, match="baseline-heads-missing"):
        await baselines.load(on.db, campaign="city-2024", **asked)
    with pytest.raises(NotFound, match="campaign-missing"):
        await baselines.load(on.db, campaign="nowhere", **last_year("good,unit,town-b,2023-08-01,1"))
