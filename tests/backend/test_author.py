"""What an author may still do after sending, what they see, and what nobody else sees."""

from datetime import date, timedelta

import pytest
from backend_house import TEXT, Hands, as_bytes, one, person, raw, rows, stored_file, submitted, unit_id
from correcting import put_right
from sqlalchemy import select

from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling import actions as handling
from backend.handling import story
from backend.push.model import Push
from backend.suggestions import actions, author, author_queries, history
from backend.suggestions.model import (
    ActorKind,
    Attachment,
    Event,
    EventKind,
    Objection,
    Remark,
    Suggestion,
    SuggestionState,
    Supplement,
)
from backend.suggestions.queries import Sight

NUMBER = "CQ2024-000001"
OFFICE = Sight(None, everything=True)
STATES = set(SuggestionState)


@pytest.fixture(autouse=True)
async def suggestion(db: Database, hands: Hands) -> Suggestion:
    return await submitted(db, files=["一.pdf"])


async def put(db: Database, state: SuggestionState, kind: EventKind | None = None, **data: object) -> int:
    """Have it stand at a state, with the event that brought it there."""
    async with db.begin() as session:
        there = (await session.scalars(select(Suggestion).where(Suggestion.number == NUMBER))).one()
        there.state = state
        if kind is None:
            return 0
        actor = (ActorKind.STAFF, 3)
        return (await history.append(session, there, kind=kind, actor=actor, data=data)).id


async def say(db: Database, verb: str, update: int = 50, number: str = NUMBER, by: int | None = None) -> None:
    who = {"person_id": by or (await person(db)).id, "number": number, "update": update}
    if verb == "supplement":
        await author.supplement(db, text="还有两盏。", **who)
    elif verb == "withdraw":
        await author.withdraw(db, reason="不需要了", **who)
    elif verb == "object_to":
        await author.object_to(db, text="这就是建议。", **who)
    else:
        await put_right(db, text="改好的建议。", **who)


VERBS = {
    "supplement": STATES - {SuggestionState.CLOSED, SuggestionState.WITHDRAWN},
    "withdraw": {SuggestionState.REGISTERED, SuggestionState.RETURNED},
    "object_to": {SuggestionState.DIVERTED, SuggestionState.MERGED},
    "put_right": {SuggestionState.RETURNED},
}


@pytest.mark.parametrize("state", sorted(STATES))
@pytest.mark.parametrize("verb", VERBS)
async def test_each_verb_works_where_it_may_and_refuses_elsewhere(
    db: Database, verb: str, state: SuggestionState
) -> None:
    await put(db, state)
    before = len(await rows(db, select(Event)))
    if state in VERBS[verb]:
        await say(db, verb)
        await say(db, verb)  # the same update, once more
        assert len(await rows(db, select(Event))) == before + 1
    elif verb == "withdraw" and state == SuggestionState.WITHDRAWN:
        await say(db, verb)
        assert len(await rows(db, select(Event))) == before
    else:
        with pytest.raises(Refusal):
            await say(db, verb)
        assert len(await rows(db, select(Event))) == before
    assert await history.verify(db) == []


@pytest.mark.parametrize("verb", VERBS)
async def test_nobody_does_anything_to_anothers(db: Database, verb: str) -> None:
    stranger = await person(db, chat=8)
    await put(db, min(VERBS[verb]))
    with pytest.raises(NotFound) as refusal:
        await say(db, verb, by=stranger.id)
    assert refusal.value.key == "suggestion-missing"
    async with db.read() as session:
        assert await author_queries.own(session, stranger.id, NUMBER) is None
        assert await author_queries.followed(session, stranger.id, NUMBER) is None


async def test_a_supplement_brings_words_and_files_and_is_seen_by_the_desk(db: Database) -> None:
    mine = (await person(db)).id
    sha256 = await stored_file(db)
    said = {"person_id": mine, "number": NUMBER}
    await author.supplement(db, **said, text="第一句", update=51)
    await author.supplement(db, **said, text="", update=52, files=[(sha256, "二.pdf")])
    first, second = await rows(db, select(Supplement).order_by(Supplement.id))
    assert (first.text, second.text) == ("第一句", "")
    files = await rows(db, select(Attachment).order_by(Attachment.ordinal))
    assert [(f.ordinal, f.name, f.supplement_id) for f in files] == [
        (1, "一.pdf", None),
        (2, "二.pdf", second.id),
    ]
    told = [e.data for e in await rows(db, select(Event)) if e.kind == EventKind.SUPPLEMENTED]
    assert told[0] == {"supplement": first.id, "files": 0, "update": 51}
    assert [row.kind for row in await rows(db, select(Push))] == ["suggestion-registered"]


@pytest.mark.parametrize(
    ("text", "files", "key"),
    [
        (" \u200b ", 0, "supplement-empty"),
        ("字" * 1001, 0, "words-too-long"),
        ("有附件", 11, "file-one-too-many"),
    ],
)
async def test_what_is_no_supplement_is_refused(db: Database, text: str, files: int, key: str) -> None:
    mine, sha256 = (await person(db)).id, await stored_file(db)
    named = [(sha256, f"{place}.pdf") for place in range(files)]
    with pytest.raises(Refusal) as refusal:
        await author.supplement(db, person_id=mine, number=NUMBER, text=text, update=51, files=named)
    assert refusal.value.key == key
    assert await rows(db, select(Supplement)) == []


async def test_supplements_have_an_end(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(author, "MOST_SUPPLEMENTS", 2)
    await say(db, "supplement", update=51)
    await say(db, "supplement", update=52)
    with pytest.raises(Refusal) as refusal:
        await say(db, "supplement", update=53)
    assert refusal.value.key == "supplement-often"


async def test_a_withdrawal_keeps_its_reason_sealed_and_takes_it_out_of_sight(db: Database) -> None:
    await handling.publish(db, number=NUMBER, staff_id=1)
    await say(db, "withdraw")
    there = await one(db, Suggestion)
    assert (there.state, there.public_since) == (SuggestionState.WITHDRAWN, None)
    assert (await one(db, Remark)).text == "不需要了"
    for table in ("remark", "event", "push"):
        assert "不需要了".encode() not in as_bytes(await raw(db, f"SELECT * FROM {table}"))  # noqa: S608


async def test_after_forwarding_it_is_not_withdrawn_and_the_way_is_told(db: Database) -> None:
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=3)
    with pytest.raises(Refusal) as refusal:
        await say(db, "withdraw")
    assert (refusal.value.key, refusal.value.blanks) == ("withdraw-too-late", {"number": NUMBER})


async def test_each_decision_is_objected_to_once(db: Database) -> None:
    await put(db, SuggestionState.DIVERTED, EventKind.DIVERTED, place="complaint")
    await say(db, "object_to", update=51)
    with pytest.raises(Refusal) as refusal:
        await say(db, "object_to", update=52)
    assert refusal.value.key == "objection-made"
    made = await one(db, Objection)
    assert (made.upheld, (await one(db, Remark)).event_id) == (None, made.event_id)
    await put(db, SuggestionState.MERGED, EventKind.MERGED, into="CQ2024-000002")
    await say(db, "object_to", update=53)
    assert len(await rows(db, select(Objection))) == 2


async def test_a_correction_keeps_the_old_text(db: Database) -> None:
    await put(db, SuggestionState.RETURNED, EventKind.RETURNED)
    await say(db, "put_right")
    there = await one(db, Suggestion)
    assert (there.text, there.state) == ("改好的建议。", SuggestionState.REGISTERED)
    assert (await one(db, Remark)).text == TEXT


async def test_the_list_is_paged_newest_first_and_what_is_followed_comes_apart(db: Database) -> None:
    mine, other = await person(db), await person(db, chat=8)
    for _ in range(6):
        await submitted(db, mine)
    theirs = await submitted(db, other)
    await handling.publish(db, number=theirs.number, staff_id=1)

    await actions.support(db, person_id=mine.id, number=theirs.number)
    async with db.read() as session:
        first = await author_queries.of_author(session, mine.id)
        second = await author_queries.of_author(session, mine.id, 2)
        beyond = await author_queries.of_author(session, mine.id, 99)
        none = await author_queries.of_author(session, 999)
    assert [row.number[-1] for row in first.own] == list("765432")
    assert ([row.number[-1] for row in second.own], [row.number[-1] for row in second.followed]) == (
        ["1"],
        ["8"],
    )
    assert (first.followed, first.pages, beyond.page) == ([], 2, 2)
    assert (none.own, none.followed, none.pages) == ([], [], 1)


async def told(db: Database, *, mine: bool = True, language: str = "zh-CN") -> tuple[list[str], list[str]]:
    async with db.read() as session:
        there = await author_queries.own(session, (await person(db)).id, NUMBER)
        known = await story.known(session, there, language, author=mine)
    return story.lines(known), story.why(known)


async def test_the_story_has_a_line_for_each_event_and_the_reply_in_full(db: Database) -> None:
    await say(db, "supplement")
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=3)
    await handling.reply(
        db, number=NUMBER, outcome="not-adopted", text="已有规划。", reason="重复。", sight=OFFICE, staff_id=4
    )
    lines, why = await told(db)
    assert ["登记" in lines[0], "还有两盏" in lines[1], "2024年8月16日前答复" in lines[2]] == [True] * 3
    assert all(words in lines[3] for words in ("不予采纳", "已有规划。", "理由：重复。"))
    assert why == []
    others, _ = await told(db, mine=False)
    assert "还有两盏" not in "".join(others)
    assert "建议人作了补充" in others[1]
    english, _ = await told(db, language="en")
    assert "You added something" in english[1]


async def test_why_the_day_is_that_day(db: Database, hands: Hands) -> None:
    _, why = await told(db)
    assert "2024年8月16日" in why[0]
    assert "从收到建议那天起，15 天" in why[0]
    assert "2024年8月1日 12:00" in why[0]
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=3)
    await put(db, SuggestionState.SIGNED, EventKind.DATE_MOVED, due_on="2024-09-02")
    async with db.begin() as session:
        (await session.scalars(select(Suggestion))).one().due_on = date(2024, 9, 2)
    _, why = await told(db)
    assert "2024年9月2日" in why[0]
    assert ["征集办改了日期" in line for line in why] == [False, True]


@pytest.mark.parametrize(
    ("days", "words"), [(0, "还剩 15 天"), (14.6, "今天到期"), (17.6, "已超期 3 天"), (11.1, "还剩 4 天")]
)
async def test_the_time_left_counts_days_of_the_campaigns_own_zone(
    db: Database, hands: Hands, days: float, words: str
) -> None:
    there = await one(db, Suggestion)
    async with db.read() as session:
        rules = await campaigns.edition(session, there.edition)
    hands.at += timedelta(days=days)
    assert story.time_left(there, rules, "zh-CN") == words
