"""Follow-up questions: the clock stands, the answer is said message by message, and nothing counts twice."""

from datetime import date

import pytest
from backend_house import Hands, one, person, rows, stored_file, submitted, unit_id
from sqlalchemy import select

from backend.db import Database
from backend.errors import Refusal
from backend.handling import actions as handling
from backend.people.model import Person
from backend.push.model import Push
from backend.questions import actions, answering, queries
from backend.questions.model import AnswerPart, Question
from backend.suggestions import history
from backend.suggestions.model import Event, Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
NUMBER = "CQ2024-000001"
ASKED = "具体是哪一个路口？"


@pytest.fixture(autouse=True)
async def author(db: Database, hands: Hands) -> Person:
    """The author of a suggestion that was forwarded: due on 16 August 2024."""
    await submitted(db)
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=3)
    return await person(db)


async def ask(db: Database, text: str = ASKED, sight: Sight = OFFICE) -> int:
    return await actions.ask(db, number=NUMBER, text=text, sight=sight, staff_id=4)


async def say(db: Database, author: Person, question: int, update: int, text: str = "示例路口。") -> None:
    who = {"person_id": author.id, "question_id": question}
    await answering.say(db, **who, update=update, message=100 + update, text=text)


async def finish(db: Database, author: Person, question: int, update: int) -> answering.Ended:
    return await answering.finish(db, person_id=author.id, question_id=question, update=update)


async def kinds(db: Database, kind: str) -> int:
    return len(await rows(db, select(Push).filter_by(kind=kind)))


async def test_asking_stops_the_clock_and_tells_the_author_alone(db: Database, hands: Hands) -> None:
    assert await ask(db) == await ask(db)  # a form sent twice
    there = await one(db, Suggestion)
    assert there.paused_since == hands.at
    assert len(await rows(db, select(Question))) == await kinds(db, "suggestion-asked") == 1
    event = (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert event.kind == "asked"
    assert ASKED not in str(event.data)


async def test_the_clock_goes_on_after_the_last_open_question(
    db: Database, hands: Hands, author: Person
) -> None:
    first, second = await ask(db), await ask(db, "什么时间？")
    hands.forward(days=3)
    await say(db, author, first, 1)
    assert (await finish(db, author, first, 2)).days == 0
    assert (await one(db, Suggestion)).due_on == date(2024, 8, 16)
    hands.forward(days=2)
    await say(db, author, second, 3)
    ended = await finish(db, author, second, 4)
    assert (ended.days, ended.due_on, ended.late) == (5, date(2024, 8, 21), False)
    there = await one(db, Suggestion)
    assert (there.due_on, there.paused_since) == (date(2024, 8, 21), None)
    event = (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert event.data == {"question": second, "days": 5, "due_on": "2024-08-21", "late": "no"}
    assert await history.verify(db) == []


async def test_every_update_counts_once(db: Database, author: Person) -> None:
    question = await ask(db)
    for _ in range(2):
        await say(db, author, question, 1)
    assert len(await rows(db, select(AnswerPart))) == 1
    assert await finish(db, author, question, 2) == await finish(db, author, question, 2)
    assert len(await rows(db, select(Event).filter_by(kind="answered"))) == 1


async def test_an_edit_replaces_its_part_and_files_come_with_their_caption(
    db: Database, author: Person
) -> None:
    question = await ask(db)
    await say(db, author, question, 1)
    said = {"person_id": author.id, "question_id": question, "sha256": await stored_file(db)}
    for _ in range(2):
        await answering.attach(db, **said, update=2, message=102, name="路口.jpg", caption="照片")
    assert await answering.correct(db, person_id=author.id, message=101, text="另一个示例路口。")
    assert not await answering.correct(db, person_id=author.id, message=999, text="没有")
    parts = await rows(db, select(AnswerPart).order_by(AnswerPart.id))
    assert [part.text or part.name for part in parts] == ["另一个示例路口。", "路口.jpg", "照片"]


async def test_a_late_answer_is_still_taken_and_noted(db: Database, author: Person) -> None:
    question = await ask(db)
    said = {"outcome": "adopted", "text": "已安排加装。", "reason": ""}
    await handling.reply(db, number=NUMBER, sight=OFFICE, staff_id=4, **said)
    assert (await one(db, Suggestion)).paused_since is None
    await say(db, author, question, 1)
    ended = await finish(db, author, question, 2)
    assert (ended.late, ended.days) == (True, 0)
    assert (await one(db, Suggestion)).state == "replied"


async def test_what_a_person_answers_now_is_kept_with_the_person(db: Database, author: Person) -> None:
    question = await ask(db)
    await answering.take_up(db, person_id=author.id, question_id=question)
    async with db.read() as session:
        found = await queries.answering(session, author.id)
    assert found
    assert found[0].id == question
    await answering.put_down(db, person_id=author.id)
    async with db.read() as session:
        assert await queries.answering(session, author.id) is None


async def test_nobody_else_answers(db: Database) -> None:
    question, stranger = await ask(db), await person(db, 8)
    for act in (
        say(db, stranger, question, 1),
        finish(db, stranger, question, 1),
        answering.take_up(db, person_id=stranger.id, question_id=question),
    ):
        with pytest.raises(Refusal) as refusal:
            await act
        assert refusal.value.key == "question-missing"


async def test_what_cannot_be_is_refused(db: Database, author: Person) -> None:
    for text, key in (("\u200b", "question-text-missing"), ("字" * 1001, "question-too-long")):
        with pytest.raises(Refusal) as refusal:
            await ask(db, text)
        assert refusal.value.key == key
    with pytest.raises(Refusal) as refusal:
        await ask(db, sight=Sight(await unit_id(db, "health"), everything=False))
    assert refusal.value.key == "suggestion-missing"
    question = await ask(db)
    with pytest.raises(Refusal) as refusal:
        await finish(db, author, question, 1)
    assert refusal.value.key == "answer-missing"
    with pytest.raises(Refusal) as refusal:
        await say(db, author, question, 2, "字" * (answering.ANSWER_MAXIMUM + 1))
    assert refusal.value.key == "answer-too-long"
    await say(db, author, question, 3)
    await finish(db, author, question, 4)
    with pytest.raises(Refusal) as refusal:
        await say(db, author, question, 5)
    assert refusal.value.key == "question-answered"


async def test_one_reminder_after_three_days_and_none_for_what_was_answered(
    db: Database, hands: Hands, author: Person
) -> None:
    first = await ask(db)
    await ask(db, "什么时间？")
    await say(db, author, first, 1)
    await finish(db, author, first, 2)
    await actions.remind(db)
    assert await kinds(db, "question-reminded") == 0
    hands.forward(days=3)
    for _ in range(2):
        await actions.remind(db)
    assert await kinds(db, "question-reminded") == 1
