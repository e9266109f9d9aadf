"""Talks with authors are put on record and counted; notes are for staff, who are named in them."""

import pytest
from backend_house import Hands, one, person, raw, rows, submitted, unit_id
from sqlalchemy import select

from backend.contacts import actions as contacts
from backend.contacts import queries as talks
from backend.contacts.model import ContactEntry
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling import actions as handling
from backend.handling import story
from backend.notes import actions as notes
from backend.notes.model import Mention, Note
from backend.notes.queries import of_suggestion
from backend.staff.model import Role, Staff
from backend.suggestions.author_queries import own
from backend.suggestions.model import Event, Suggestion
from backend.suggestions.queries import Sight

NUMBER = "CQ2024-000001"
OFFICE = Sight(None, everything=True)
SAID = {"mode": "face-to-face", "spoken_on": "2024-08-01", "text": "在示例社区见面，听取了意见。"}


@pytest.fixture
async def unit(db: Database, hands: Hands) -> Sight:
    """The sight of the unit that has the suggestion."""
    await submitted(db)
    unit = await unit_id(db)
    await handling.forward(db, number=NUMBER, unit_id=unit, staff_id=1)
    return Sight(unit, everything=False)


@pytest.fixture
async def staff(db: Database, unit: Sight) -> dict[str, int]:
    """Accounts by their logins."""
    health = await unit_id(db, "health")
    made = {
        "clerk": (Role.CLERK, None),
        "wang": (Role.HANDLER, unit.unit_id),
        "li": (Role.HANDLER, unit.unit_id),
        "elsewhere": (Role.HANDLER, health),
        "keeper": (Role.ADMINISTRATOR, None),
    }
    accounts = [
        Staff(login=login, role=role, unit_id=of, password_hash="x", language="zh-CN")
        for login, (role, of) in made.items()
    ]
    async with db.begin() as session:
        session.add_all(accounts)
    return {account.login: account.id for account in accounts}


async def log(db: Database, sight: Sight, number: str = NUMBER, **said: str) -> None:
    await contacts.log(db, number=number, sight=sight, staff_id=4, **{**SAID, **said})


async def test_a_talk_is_on_record_once_and_sealed(db: Database, unit: Sight) -> None:
    for _ in range(2):
        await log(db, unit)
    entry = await one(db, ContactEntry)
    assert (entry.unit_id, entry.staff_id, entry.mode) == (unit.unit_id, 4, "face-to-face")
    assert "听取" not in str(await raw(db, "SELECT text FROM contact_entry"))
    event = (await rows(db, select(Event).order_by(Event.id)))[-1]
    on = {"unit": unit.unit_id, "mode": "face-to-face", "on": "2024-08-01"}
    assert (event.kind, event.data) == ("contacted", {"contact": entry.id, **on})


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"mode": ""}, "contact-mode-missing"),
        ({"mode": "letter"}, "contact-mode-missing"),
        ({"spoken_on": ""}, "day-missing"),
        ({"spoken_on": "昨天"}, "day-missing"),
        ({"spoken_on": "2024-07-31"}, "day-not-then"),
        ({"spoken_on": "2024-08-02"}, "day-not-then"),
        ({"text": " \u200b"}, "contact-outcome-missing"),
        ({"text": "长" * 1001}, "words-too-long"),
    ],
)
async def test_a_talk_that_is_not_whole_is_refused(
    db: Database, unit: Sight, said: dict[str, str], key: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        await log(db, unit, **said)
    assert refusal.value.key == key
    assert await rows(db, select(ContactEntry)) == []


async def test_another_unit_records_nothing(db: Database, unit: Sight) -> None:
    with pytest.raises(NotFound):
        await log(db, Sight(await unit_id(db, "health"), everything=False))


async def test_each_units_share_of_talks(db: Database, unit: Sight) -> None:
    author, health = await person(db, 9), await unit_id(db, "health")
    for number, to in ((2, unit.unit_id), (3, unit.unit_id), (4, health)):
        await submitted(db, author)
        await handling.forward(db, number=f"CQ2024-{number:06d}", unit_id=to, staff_id=1)
    await submitted(db, author)  # with nobody yet
    await log(db, unit)
    await log(db, unit, text="又见了一次。")
    await log(db, unit, "CQ2024-000002", mode="phone")
    async with db.read() as session:
        every = await talks.shares(session, OFFICE)
        mine = await talks.shares(session, unit)
    counts = {(share.unit_id, share.suggestions, share.spoken, share.met, share.percent) for share in every}
    assert counts == {(unit.unit_id, 3, 2, 1, 33), (health, 1, 0, 0, 0)}
    assert [share.unit_id for share in mine] == [unit.unit_id]


async def test_a_talk_is_told_to_the_author_without_what_was_said(db: Database, unit: Sight) -> None:
    await log(db, unit)
    async with db.read() as session:
        there = await own(session, (await one(db, Suggestion)).person_id, NUMBER)
        lines = story.lines(await story.known(session, there, "zh-CN", author=True))
    assert "见面沟通了一次" in lines[-1]
    assert "听取了意见" not in "".join(lines)


async def test_a_note_names_only_those_who_may_see_it(
    db: Database, unit: Sight, staff: dict[str, int]
) -> None:
    text = "请@li核实，抄送 @clerk、@wang、@elsewhere、@keeper、@lily；信箱 a@li.example"
    whose = {"number": NUMBER, "sight": unit, "staff_id": staff["wang"]}
    first = await notes.write(db, text=text, **whose)
    assert await notes.write(db, text=text, **whose) == first
    assert {row.staff_id for row in await rows(db, select(Mention))} == {staff["li"], staff["clerk"]}
    assert "核实" not in str(await raw(db, "SELECT text FROM note"))
    assert len(await rows(db, select(Event))) == 2
    async with db.read() as session:
        (shown,) = await of_suggestion(session, 1)
    assert (shown.writer.login, [member.login for member in shown.named]) == ("wang", ["clerk", "li"])


async def test_a_note_is_changed_and_taken_away_by_its_writer_for_a_while(
    db: Database, unit: Sight, staff: dict[str, int], hands: Hands
) -> None:
    whose = {"number": NUMBER, "sight": unit, "staff_id": staff["wang"]}
    note = await notes.write(db, text="请核实。", **whose)
    other = {**whose, "note_id": note, "staff_id": staff["li"]}
    for verb, said in ((notes.edit, {"text": "改掉"}), (notes.remove, {})):
        with pytest.raises(NotFound):
            await verb(db, **other, **said)
    hands.forward(minutes=29)
    await notes.edit(db, note_id=note, text="请 @li 核实。", **whose)
    assert [row.staff_id for row in await rows(db, select(Mention))] == [staff["li"]]
    hands.forward(minutes=2)
    for verb, said in ((notes.edit, {"text": "晚了"}), (notes.remove, {})):
        with pytest.raises(Conflict):
            await verb(db, note_id=note, **said, **whose)
    fresh = await notes.write(db, text="写错了。", **whose)
    for _ in range(2):
        await notes.remove(db, note_id=fresh, **whose)
    there = await rows(db, select(Note).order_by(Note.id))
    assert [(row.text, row.removed_at is None) for row in there] == [("请 @li 核实。", True), ("", False)]


@pytest.mark.parametrize(("text", "key"), [(" \u200b", "note-empty"), ("长" * 2001, "words-too-long")])
async def test_a_note_that_says_nothing_or_too_much(db: Database, unit: Sight, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        await notes.write(db, number=NUMBER, text=text, sight=unit, staff_id=1)
    assert refusal.value.key == key
