"""What a reply says: hints of what it lacks, wordings found for it, and the author's own data kept out."""

import pytest
from backend_house import NAME, Hands, one, person, rows, submitted, unit_id
from sqlalchemy import select

from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling import actions as handling
from backend.handling import story
from backend.handling.model import Reply
from backend.handling.naming import names_author
from backend.push import words
from backend.push.model import Push
from backend.replies import hints, queries, templates
from backend.replies.hints import Hint
from backend.suggestions import actions as suggestions
from backend.suggestions.author_queries import followed, own
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

NUMBER = "CQ2024-000001"
OFFICE = Sight(None, everything=True)
TEXT = "在示例社区的公交站加装遮阳棚，夏天候车的老人很多。"
ALL = {"spoken": True}


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        ("按《示例办法》，公交站的遮阳棚下月加装。", set()),
        ("公交站加装遮阳棚已列入2024年计划。", set()),
        ("The sunshade at 公交站加装遮阳棚 is planned under Article 3.", set()),
        ("公交站加装遮阳棚的事，很好。", {Hint.NO_BASIS}),
        ("依据《示例办法》答复如下：谢谢来信。", {Hint.OFF_THE_POINT}),
        ("您的建议已转有关部门，我们将认真研究。", {*Hint} - {Hint.NO_CONTACT}),
        ("2024年公交站加装遮阳棚，我们将 认真研究！", {Hint.EMPTY_PHRASE}),
    ],
)
def test_what_a_reply_lacks(reply: str, found: set[Hint]) -> None:
    assert set(hints.of(reply, TEXT, **ALL)) == found


def test_no_talk_and_a_campaigns_own_phrases() -> None:
    reply = "按《示例办法》，公交站的遮阳棚下月加装，敬请期待。"
    assert hints.of(reply, TEXT, spoken=False) == [Hint.NO_CONTACT]
    assert hints.of(reply, TEXT, **ALL, phrases=("敬请期待",)) == [Hint.EMPTY_PHRASE]
    assert hints.phrases_in("We will STUDY it carefully.") == ["we will study it carefully"]
    assert hints.known("no-contact,<b>,empty-phrase") == ["empty-phrase", "no-contact"]


ABOUT = {"work_unit": "示例单位", "school": "示例第九中学", "address": "虚构路 1 号"}


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("张三同志：您好。", True),
        ("张 三同志：您好。", True),
        ("已致电 138-0013-8000。", True),
        ("已致电＋86 138 0013 8000。", True),
        ("已致电 023-63880000。", False),
        ("到示例单位了解过。", True),
        ("到示例第九中学了解过。", True),
        ("虚构路1号门前已加装。", True),
        ("虚构路 12 号门前已加装。", False),
        ("遮阳棚已加装。", False),
    ],
)
async def test_whether_a_reply_says_who_the_author_is(
    db: Database, hands: Hands, text: str, *, tells: bool
) -> None:
    there = await submitted(db, **ABOUT)
    assert names_author(there, Reply(text="好。", reason=text)) is tells
    assert names_author(there, Reply(text=text, reason=None)) is tells


def test_latin_names_are_whole_words() -> None:
    who = Suggestion(name="Li", contact="li@example.com", work_unit=None, school=None, address=None)
    assert not names_author(who, Reply(text="The policy was published.", reason=None))
    assert names_author(who, Reply(text="Dear Li, thank you.", reason=None))
    assert names_author(who, Reply(text="写信到LI@example.com了。", reason=None))


async def pushed(db: Database, kind: str) -> dict[int, str]:
    """Return what each person reads of a kind of push."""
    async with db.read() as session:
        owed = await session.scalars(select(Push).where(Push.kind == kind))
        return {push.person_id: (await words.sentence(session, push)).html for push in owed}


@pytest.mark.parametrize("named", [True, False])
async def test_a_push_leaves_out_a_reply_that_says_who_it_is_for(
    db: Database, hands: Hands, *, named: bool
) -> None:
    there, supporter = await submitted(db), await person(db, 8)
    await handling.publish(db, number=NUMBER, staff_id=1)
    await suggestions.support(db, person_id=supporter.id, number=NUMBER)
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=1)
    reason = f"{NAME}的电话没有打通。" if named else "地下有管线。"
    said = {"outcome": "not-adopted", "text": "感谢来信。", "reason": reason}
    await handling.reply(db, number=NUMBER, **said, sight=OFFICE, staff_id=2)
    told = await pushed(db, "suggestion-replied")
    assert NUMBER in told[there.person_id]
    for said_to in told.values():
        assert ("感谢来信。" in said_to) is not named
        assert NAME not in said_to
    assert ("/mine" in told[there.person_id]) is named
    assert ("只给建议人本人看" in told[supporter.id]) is named

    async with db.read() as session:
        mine = await own(session, there.person_id, NUMBER)
        theirs = await followed(session, supporter.id, NUMBER)
        whole = story.lines(await story.known(session, mine, "zh-CN", author=True))
        part = story.lines(await story.known(session, theirs, "zh-CN", author=False))
    assert reason in "".join(whole)
    assert (reason in "".join(part)) is not named
    assert ("建议人的个人信息" in part[-1]) is named


async def test_templates_belong_to_the_office_or_to_a_unit(db: Database, hands: Hands) -> None:
    mine = Sight(await unit_id(db), everything=False)
    theirs = Sight(await unit_id(db, "health"), everything=False)
    shared = await templates.add(db, title="受理", text="来信收悉。", sight=OFFICE, staff_id=1)
    assert await templates.add(db, title=" 受理 ", text="来信收悉。", sight=OFFICE, staff_id=1) == shared
    own_one = await templates.add(db, title="公交", text="线路已调整。", sight=mine, staff_id=4)
    with pytest.raises(Refusal) as refusal:
        await templates.add(db, title="公交", text="另一个。", sight=mine, staff_id=4)
    assert refusal.value.key == "template-title-taken"
    with pytest.raises(NotFound):
        await templates.change(db, template_id=shared, title="x", text="y", sight=mine, staff_id=4)
    with pytest.raises(NotFound):
        await templates.retire(db, template_id=own_one, sight=theirs)

    async def offered(sight: Sight, said: str = "") -> list[str]:
        async with db.read() as session:
            return [template.title for template in await queries.templates(session, sight, said)]

    assert sorted(await offered(mine)) == ["公交", "受理"]
    assert await offered(theirs) == ["受理"]
    assert await offered(mine, "线路 调整") == ["公交"]
    await templates.change(
        db, template_id=own_one, title="公交站", text="站点已加装。", sight=mine, staff_id=4
    )
    await templates.retire(db, template_id=shared, sight=OFFICE)
    assert await offered(mine) == ["公交站"]


async def test_past_replies_are_found_within_ones_sight(db: Database, hands: Hands) -> None:
    for number, unit in ((1, "transport"), (2, "health")):
        await submitted(db)
        name = f"CQ2024-{number:06d}"
        await handling.forward(db, number=name, unit_id=await unit_id(db, unit), staff_id=1)
        said = {"outcome": "adopted", "text": f"{unit} 已加装遮阳棚 100%_。", "reason": ""}
        await handling.reply(db, number=name, **said, sight=OFFICE, staff_id=2)
    mine = Sight(await unit_id(db), everything=False)

    async def found(sight: Sight, said: str) -> list[str]:
        async with db.read() as session:
            return [row.number for row in (await queries.past(session, sight, said, 1))[0]]

    assert await found(OFFICE, "遮阳棚") == ["CQ2024-000002", "CQ2024-000001"]
    assert await found(mine, "遮阳棚 TRANSPORT") == ["CQ2024-000001"]
    assert await found(mine, "health") == await found(OFFICE, "  ") == await found(OFFICE, "0_0") == []
    theirs = (await rows(db, select(Reply).order_by(Reply.id)))[-1]
    async with db.read() as session:
        assert await queries.wording(session, mine, "reply", theirs.id) == ""
        assert await queries.wording(session, OFFICE, "reply", theirs.id) == theirs.text


async def test_found_replies_come_in_pages(db: Database, hands: Hands) -> None:
    await submitted(db)
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=1)
    await handling.reply(
        db, number=NUMBER, outcome="adopted", text="第一次。", reason="", sight=OFFICE, staff_id=2
    )
    first = await one(db, Reply)
    async with db.begin() as session:
        session.add_all(
            Reply(
                suggestion_id=first.suggestion_id,
                ordinal=place,
                unit_id=first.unit_id,
                staff_id=2,
                outcome="adopted",
                text=f"第{place}次。",
                given_at=hands.at,
            )
            for place in range(2, 8)
        )
    async with db.read() as session:
        some, more = await queries.past(session, OFFICE, "次", 1)
        rest, end = await queries.past(session, OFFICE, "次", 2)
    assert (len(some), more, len(rest), end) == (5, True, 2, False)
