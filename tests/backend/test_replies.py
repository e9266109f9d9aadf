"""A reply in the making: saved, sent with its files, corrected, and proven."""

import pytest
from backend_house import Hands, one, raw, rows, unit_id
from replies_house import CLERK, HANDLER, NUMBER, WORDS, attach, given, happened, save, send
from sqlalchemy import select

from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling import actions as handling
from backend.handling.model import Reply
from backend.push import actions as push
from backend.push.model import Push
from backend.replies import drafting, queries, telling
from backend.replies.drafting import Words
from backend.replies.model import ReplyDraft, ReplyFile, Told
from backend.suggestions.model import Event, Suggestion, SuggestionState
from backend.suggestions.queries import Sight


@pytest.fixture(autouse=True)
async def start(hands: Hands) -> None:
    """Stop the clock."""


async def test_a_draft_is_kept_sealed_and_says_who_saved_it_when(db: Database, hands: Hands) -> None:
    unit = await given(db)
    first = await save(db, unit)
    hands.forward(hours=1)
    second = await save(db, unit, Words("", "再想想。", "", first.version), staff_id=9)
    assert (second.id, second.version, second.staff_id, second.saved_at) == (first.id, 2, 9, hands.at)
    assert "再想想" not in str(await raw(db, "SELECT text FROM reply_draft"))
    assert await happened(db) == ["registered", "forwarded"]


async def test_who_saw_an_older_draft_writes_over_nobody(db: Database) -> None:
    unit = await given(db)
    await save(db, unit)
    await save(db, unit, Words("", "甲改的。", "", 1))
    with pytest.raises(Conflict) as refusal:
        await save(db, unit, Words("", "乙改的。", "", 1))
    assert refusal.value.key == "reply-draft-changed"
    with pytest.raises(Conflict):
        await send(db, unit, Words("adopted", "乙改的。", "", 1))
    assert (await one(db, ReplyDraft)).text == "甲改的。"
    assert (await save(db, unit, Words("", "甲改的。", "", 1))).version == 2  # the same words twice


async def test_another_unit_neither_sees_nor_writes_a_draft(db: Database) -> None:
    unit = await given(db)
    await save(db, unit)
    other = Sight(await unit_id(db, "health"), everything=False)
    with pytest.raises(NotFound):
        await save(db, other)
    await handling.forward(db, number=NUMBER, unit_id=other.unit_id, staff_id=CLERK)
    async with db.read() as session:
        assert await queries.draft_of(session, await session.get_one(Suggestion, 1)) is None
    with pytest.raises(NotFound):
        await save(db, unit)


async def test_without_steps_it_goes_straight_out_with_its_files(db: Database) -> None:
    unit = await given(db)
    await save(db, unit)
    for name in ("方案.pdf", "方案.pdf", "照片.pdf"):
        await attach(db, unit, name)
    await send(db, unit, shown="no-contact,nonsense")
    await send(db, unit, shown="no-contact")  # the form came twice
    reply = await one(db, Reply)
    assert [(file.name, file.reply_id) for file in await rows(db, select(ReplyFile))] == [
        ("方案.pdf", reply.id),
        ("照片.pdf", reply.id),
    ]
    assert await rows(db, select(ReplyDraft)) == []
    event = (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert event.data == {"reply": reply.id, "outcome": "adopted", "hints": "no-contact", "files": 2}
    assert await happened(db) == ["registered", "forwarded", "replied"]


async def test_files_are_counted_taken_out_and_stay_once_sent(db: Database) -> None:
    unit = await given(db)
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, "city-2024")
    for place in range(rules.files.max_count):
        await attach(db, unit, f"{place}.pdf")
    with pytest.raises(Refusal) as refusal:
        await attach(db, unit, "多了.pdf")
    assert refusal.value.key == "file-one-too-many"
    first = (await rows(db, select(ReplyFile).order_by(ReplyFile.id)))[0]
    for _ in range(2):
        await drafting.detach(db, number=NUMBER, file_id=first.id, sight=unit)
    left = rules.files.max_count - 1
    assert len(await rows(db, select(ReplyFile))) == left
    await send(db, unit)
    with pytest.raises(Conflict):
        await drafting.detach(db, number=NUMBER, file_id=first.id + 1, sight=unit)
    with pytest.raises(Conflict):
        await attach(db, unit, "晚了.pdf")
    assert len(await rows(db, select(ReplyFile))) == left


async def test_a_correction_follows_and_the_first_reply_stays(db: Database) -> None:
    unit = await given(db)
    await send(db, unit)
    late = Words("adopted", "换一种说法。", "")
    with pytest.raises(Conflict):
        await send(db, unit, late, correction=True)  # nobody began one
    for _ in range(2):
        await drafting.begin_correction(db, number=NUMBER, sight=unit, staff_id=HANDLER)
    draft = await one(db, ReplyDraft)
    assert (draft.text, draft.correction) == (WORDS.text, True)
    with pytest.raises(Conflict):
        await send(db, unit, late)  # an old form of the first reply is no correction
    await attach(db, unit)
    for _ in range(2):
        await send(db, unit, Words("adopted", "更正：下月完工。", ""), correction=True)
    first, second = await rows(db, select(Reply).order_by(Reply.ordinal))
    assert (first.text, second.text, second.ordinal) == (WORDS.text, "更正：下月完工。", 2)
    event = (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert event.data == {"reply": second.id, "outcome": "adopted", "corrects": first.id, "files": 1}
    assert (await one(db, Suggestion)).state == SuggestionState.REPLIED
    assert [row.kind for row in await rows(db, select(Push).order_by(Push.id))][2:] == [
        "suggestion-replied",
        "suggestion-reply-corrected",
    ]


async def test_a_draft_put_aside_takes_its_files_along(db: Database) -> None:
    unit = await given(db)
    await save(db, unit)
    await attach(db, unit)
    for _ in range(2):
        await drafting.discard(db, number=NUMBER, sight=unit, staff_id=HANDLER)
    assert await rows(db, select(ReplyDraft)) == await rows(db, select(ReplyFile)) == []
    assert await happened(db) == ["registered", "forwarded", "reply-discarded"]


async def test_told_in_person_proves_what_no_chat_brought(db: Database, hands: Hands) -> None:
    unit = await given(db)
    hands.forward(days=3)
    await send(db, unit)
    reply, owed = await one(db, Reply), (await rows(db, select(Push).order_by(Push.id)))[-1]
    await push.park(db, push_ids=[owed.id], reason="blocked")
    whose = {"number": NUMBER, "reply_id": reply.id, "sight": unit, "staff_id": HANDLER}
    for wrong in ({"mode": "letter"}, {"told_on": "x"}, {"told_on": "2024-07-31"}, {"told_on": "2024-08-05"}):
        with pytest.raises(Refusal):
            await telling.tell(db, **whose, **{"mode": "phone", "told_on": "2024-08-04", **wrong})
    with pytest.raises(NotFound):
        await telling.tell(db, **{**whose, "reply_id": 99}, mode="phone", told_on="2024-08-04")
    for _ in range(2):
        await telling.tell(db, **whose, mode="face-to-face", told_on="2024-08-04")
    told = await one(db, Told)
    assert (told.mode, told.told_on.isoformat(), told.staff_id) == ("face-to-face", "2024-08-04", HANDLER)
    assert (await happened(db)).count("told") == 1


async def test_what_was_delivered_needs_no_proof(db: Database) -> None:
    unit = await given(db)
    await send(db, unit)
    owed = (await rows(db, select(Push).order_by(Push.id)))[-1]
    await push.sent(db, push_ids=[owed.id], message=8)
    with pytest.raises(Refusal) as refusal:
        await telling.tell(
            db, number=NUMBER, reply_id=1, mode="phone", told_on="2024-08-01", sight=unit, staff_id=HANDLER
        )
    assert refusal.value.key == "reply-delivered-already"
