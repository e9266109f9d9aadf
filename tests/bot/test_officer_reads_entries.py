"""An officer reads of an entry what became of it, told of its author and not of the officer."""

import re

from chat import Chat
from living import Living
from sqlalchemy import update
from test_asked import OFFICE
from test_behalf import enters, person_of

from backend.handling import actions as handling
from backend.handling import queries as units
from backend.handling import screening, undoing
from backend.people.model import Person
from backend.questions import actions as questions
from backend.suggestions.model import Suggestion

SPOKEN_TO = re.compile(r"您|\byou(r|rs)?\b", re.IGNORECASE)


async def reads(chat: Chat, sent: Suggestion, *words: str) -> None:
    """Open the entry and check that it speaks of the author, never to them."""
    await chat.says("/entries")
    await chat.taps(sent.number)
    window = await chat.sees(*words)
    assert not SPOKEN_TO.search(window["text"]), window["text"]


async def speaks(chat: Chat, language: str) -> None:
    async with chat.db.begin() as session:
        mine = update(Person).where(Person.id == (await person_of(chat)).id)
        await session.execute(mine.values(language=language))


async def test_every_line_is_of_the_author(house: Living, officer: Chat) -> None:
    db, sent = house.house.db, await enters(officer)
    said = {"number": sent.number, "staff_id": 1}
    await screening.return_for_correction(db, reason="是哪个路口？", **said)
    await officer.receives("退回补正", sent.number)
    await officer.says("/entries")
    await officer.sees(sent.number, "退回补正，等待修改")
    await reads(officer, sent, "退回补正，等待修改", "征集办请建议人修改")
    await undoing.undo(db, **said)
    await reads(officer, sent, "不用修改了")
    async with db.read() as session:
        unit = (await units.units(session))[1]
    await handling.forward(db, unit_id=unit.id, **said)
    await questions.ask(db, number=sent.number, text="在哪里？", sight=OFFICE, staff_id=2)
    await officer.receives("有问题要问", sent.number)
    await reads(officer, sent, "等建议人回答，期限暂停计算", "向建议人提了一个问题")
    await speaks(officer, "en")
    await reads(officer, sent, "waiting for the author’s answer", "(The author can answer it.)")
