"""The gate of a reply: the lead approves, the office checks, each may give it back (R67-R74)."""

import asyncio
from collections.abc import Callable

import pytest
from backend_house import Hands, one, rows, unit_id
from replies_house import (
    CLERK,
    HANDLER,
    LEAD,
    NUMBER,
    OFFICE,
    WORDS,
    approve,
    attach,
    give_back,
    given,
    hand_in,
    happened,
    save,
    send,
)
from sqlalchemy import select

from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling import actions as handling
from backend.handling.model import Reply
from backend.notices.model import Notice
from backend.push.model import Push
from backend.ratings import actions as ratings
from backend.replies import actions, drafting, queries
from backend.replies.drafting import Words
from backend.replies.model import DraftState, ReplyDraft
from backend.staff.model import Role, Staff
from backend.suggestions import history
from backend.suggestions.model import Event, Remark, Suggestion, SuggestionState


@pytest.fixture(autouse=True)
async def start(hands: Hands) -> None:
    """Stop the clock."""


async def test_lead_and_office_let_it_go_one_after_the_other(db: Database) -> None:
    unit = await given(db, "lead", "office")
    with pytest.raises(Refusal) as refusal:
        await send(db, unit)
    assert refusal.value.key == "reply-needs-approval"
    with pytest.raises(Refusal):
        await handling.reply(
            db, number=NUMBER, outcome="adopted", text="好", reason="", sight=unit, staff_id=HANDLER
        )
    await attach(db, unit)
    for _ in range(2):
        await hand_in(db, unit, shown="off-the-point")
    assert (await one(db, ReplyDraft)).state == DraftState.WITH_LEAD
    with pytest.raises(Conflict):
        await approve(db, OFFICE, "office", CLERK)
    with pytest.raises(Conflict) as refusal:
        await save(db, unit, Words("adopted", "趁没人看再改一下。", "", 1))
    assert refusal.value.key == "reply-draft-handed-in"
    for _ in range(2):
        await approve(db, unit, "lead", LEAD)
    assert (await one(db, ReplyDraft)).state == DraftState.WITH_OFFICE
    assert (await one(db, Suggestion)).state == SuggestionState.FORWARDED
    for _ in range(2):
        await approve(db, OFFICE, "office", CLERK)
    reply, last = await one(db, Reply), (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert (reply.text, reply.staff_id, last.actor_id) == (WORDS.text, HANDLER, CLERK)
    assert last.data == {"reply": reply.id, "outcome": "adopted", "hints": "off-the-point", "files": 1}
    steps = ["reply-handed-in", "reply-approved", "reply-approved", "replied"]
    assert await happened(db) == ["registered", "forwarded", *steps]
    assert [row.kind for row in await rows(db, select(Push).order_by(Push.id))] == [
        "suggestion-registered",
        "suggestion-forwarded",
        "suggestion-replied",
    ]
    assert await history.verify(db) == []


@pytest.mark.parametrize(
    ("approval", "lead", "first"),
    [
        (("lead",), True, DraftState.WITH_LEAD),
        (("office",), True, DraftState.WITH_OFFICE),
        (("lead",), False, DraftState.WITH_OFFICE),
        (("lead", "office"), False, DraftState.WITH_OFFICE),
    ],
)
async def test_whose_step_comes_first(
    db: Database, approval: tuple[str, ...], first: DraftState, *, lead: bool
) -> None:
    unit = await given(db, *approval, lead=lead)
    await hand_in(db, unit)
    assert (await one(db, ReplyDraft)).state == first
    step = ("lead", LEAD, unit) if first == DraftState.WITH_LEAD else ("office", CLERK, OFFICE)
    await approve(db, step[2], step[0], step[1])
    assert (await one(db, Suggestion)).state == SuggestionState.REPLIED


async def test_given_back_with_a_reason_it_is_written_and_handed_in_anew(db: Database) -> None:
    unit = await given(db, "lead", "office")
    await hand_in(db, unit)
    await approve(db, unit, "lead", LEAD)
    with pytest.raises(Refusal):
        await actions.give_back(
            db, number=NUMBER, version=1, reason=" ", step="office", sight=OFFICE, staff_id=CLERK
        )
    for _ in range(2):
        await give_back(db, OFFICE, "office", CLERK)
    assert (await one(db, ReplyDraft)).state == DraftState.WRITING
    with pytest.raises(NotFound):
        await approve(db, OFFICE, "office", CLERK)
    assert [remark.text for remark in await rows(db, select(Remark))] == ["请补充依据。"]
    await hand_in(db, unit, Words("adopted", "已按《示例办法》第三条办理。", "", 1))
    with pytest.raises(Conflict) as refusal:
        await approve(db, unit, "lead", LEAD, version=1)  # who read the first one does not let this one go
    assert refusal.value.key == "reply-draft-changed"
    await approve(db, unit, "lead", LEAD, version=2)
    assert (await happened(db))[2:] == [
        "reply-handed-in", "reply-approved", "reply-given-back", "reply-handed-in", "reply-approved",
    ]  # fmt: skip


async def test_only_a_complete_reply_is_handed_in(db: Database) -> None:
    unit = await given(db, "office")
    with pytest.raises(Refusal) as refusal:
        await hand_in(db, unit, Words("not-adopted", "感谢。", ""))
    assert refusal.value.key == "reply-reason-missing"
    assert await rows(db, select(ReplyDraft)) == []


async def test_two_who_approve_at_once_send_it_once(db: Database, another: Callable[..., Database]) -> None:
    unit = await given(db, "office")
    await hand_in(db, unit)
    both = (approve(house, OFFICE, "office", CLERK) for house in (db, another(db)))
    await asyncio.gather(*both)
    assert len(await rows(db, select(Reply))) == 1
    assert (await happened(db)).count("replied") == 1


async def test_a_correction_passes_the_same_gate(db: Database) -> None:
    unit = await given(db, "office")
    await hand_in(db, unit)
    await approve(db, OFFICE, "office", CLERK)
    await drafting.begin_correction(db, number=NUMBER, sight=unit, staff_id=HANDLER)
    await hand_in(db, unit, Words("adopted", "更正：下月完工。", "", 1))
    assert len(await rows(db, select(Reply))) == 1
    await approve(db, OFFICE, "office", CLERK, version=2)
    assert [reply.text for reply in await rows(db, select(Reply).order_by(Reply.ordinal))] == [
        WORDS.text,
        "更正：下月完工。",
    ]


async def test_each_finds_the_replies_that_wait_for_them(db: Database) -> None:
    unit = await given(db, "lead", "office")

    async def waiting(role: Role, unit_id: int | None) -> int:
        async with db.read() as session:
            return len(await queries.waiting_for(session, Staff(role=role, unit_id=unit_id)))

    async def all_waiting() -> list[int]:
        other = await unit_id(db, "health")
        roles = ((Role.HANDLER, unit.unit_id), (Role.UNIT_LEAD, unit.unit_id), (Role.UNIT_LEAD, other))
        return [await waiting(*each) for each in (*roles, (Role.CLERK, None))]

    await save(db, unit)
    assert await all_waiting() == [1, 0, 0, 0]
    await hand_in(db, unit)
    assert await all_waiting() == [0, 1, 0, 0]
    await approve(db, unit, "lead", LEAD)
    assert await all_waiting() == [0, 0, 0, 1]


async def told_of(db: Database) -> dict[int, list[str]]:
    """What each member of staff was told, by their number."""
    found: dict[int, list[str]] = {}
    for notice in await rows(db, select(Notice).order_by(Notice.id)):
        found.setdefault(notice.staff_id, []).append(str(notice.kind))
    return found


async def test_whoever_a_reply_waits_for_is_told(db: Database) -> None:
    unit = await given(db, "lead", "office")
    async with db.begin() as session:
        account = {"password_hash": "x", "language": "zh-CN"}
        session.add(Staff(id=HANDLER, login="handler", role=Role.HANDLER, unit_id=unit.unit_id, **account))
        session.add(Staff(id=CLERK, login="clerk", role=Role.CLERK, **account))
    for _ in range(2):
        await hand_in(db, unit)
    assert await told_of(db) == {LEAD: ["forwarded", "reply-to-approve"]}
    for _ in range(2):
        await give_back(db, unit, "lead", LEAD)
    assert (await told_of(db))[HANDLER] == ["reply-given-back"]
    await hand_in(db, unit, Words("adopted", "已按《示例办法》第三条办理。", "", 1))
    for _ in range(2):
        await approve(db, unit, "lead", LEAD, version=2)
    assert await told_of(db) == {
        LEAD: ["forwarded", "reply-to-approve", "reply-to-approve"],
        HANDLER: ["reply-given-back"],
        CLERK: ["reply-to-check"],
    }
    await give_back(db, OFFICE, "office", CLERK, version=2)
    assert (await told_of(db))[HANDLER] == ["reply-given-back"] * 2


async def test_where_no_lead_approves_the_office_is_told_at_once(db: Database) -> None:
    unit = await given(db, "office", lead=False)
    async with db.begin() as session:
        session.add(Staff(id=CLERK, login="clerk", role=Role.CLERK, password_hash="x", language="zh-CN"))
    await hand_in(db, unit)
    assert await told_of(db) == {CLERK: ["reply-to-check"]}


async def test_a_correction_handed_in_and_overtaken_by_a_reopening_is_the_next_reply(db: Database) -> None:
    unit = await given(db, "office")
    await hand_in(db, unit)
    await approve(db, OFFICE, "office", CLERK)
    await drafting.begin_correction(db, number=NUMBER, sight=unit, staff_id=HANDLER)
    await hand_in(db, unit, Words("adopted", "更正：下月完工。", "", 1))
    one_ = await one(db, Suggestion)
    whose = {"person_id": one_.person_id, "number": NUMBER, "unit_id": one_.unit_id}
    await ratings.give(db, **whose, rating="dissatisfied", reason="还是漏水。", update=5)
    await approve(db, OFFICE, "office", CLERK, version=2)
    assert (await happened(db))[-3:] == ["reopened", "reply-approved", "replied"]
