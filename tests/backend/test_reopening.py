"""A returned suggestion opens in its own draft, as it stands, and keeps its number (R56)."""

import pytest
from backend_house import SHA256, TEXT, Hands, one, person, rows, stored_file, submitted
from correcting import put_right
from sqlalchemy import select

from backend.campaigns import actions as campaigns
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import attachments, speaker
from backend.drafts.answering import Answer
from backend.drafts.model import Draft, DraftState, Part, PartKind, Step
from backend.errors import NotFound, Refusal
from backend.handling import marks, screening
from backend.mydata import actions as mydata
from backend.people.model import Person
from backend.suggestions import author, history, reopening
from backend.suggestions.model import Attachment, Event, EventKind, Suggestion

OTHER = "cd" * 32


async def returned(db: Database, **values: object) -> Suggestion:
    there = await submitted(db, **values)
    await screening.return_for_correction(db, number=there.number, reason="请写明路口。", staff_id=3)
    return there


async def opened(db: Database, there: Suggestion, update: int = 50) -> Draft:
    whose = {"person_id": there.person_id, "number": there.number}
    await reopening.open_again(db, **whose, update=update, message=update)
    found: Draft = await one(db, Draft, corrects=there.draft_id, state=DraftState.OPEN)
    return found


async def handed_in(db: Database, there: Suggestion, update: int, draft_id: int | None = None) -> Suggestion:
    draft_id = draft_id or (await one(db, Draft, corrects=there.draft_id)).id
    await reopening.hand_in(db, person_id=there.person_id, draft_id=draft_id, update=update)
    found: Suggestion = await one(db, Suggestion, number=there.number)
    return found


async def test_it_opens_as_it_stands_and_is_handed_in_under_its_number(db: Database, hands: Hands) -> None:
    there = await submitted(db)
    await marks.classify(db, number=there.number, theme="green-ecology", topic="t24", staff_id=3)
    await screening.return_for_correction(db, number=there.number, reason="请写明路口。", staff_id=3)
    draft = await opened(db, there)
    assert (draft.state, draft.step, draft.theme) == (DraftState.OPEN, Step.PREVIEW, "green-ecology")
    await drafts.choose_theme(db, Answer(draft.id, 51), theme="megacity")
    await drafts.choose_topic(db, Answer(draft.id, 52), topic="t16")
    await speaker.tell(db, Answer(draft.id, 53), step=Step.NAME, said="李四")
    for _ in range(2):
        now = await handed_in(db, there, 54)
    assert (now.number, now.state, now.theme, now.topic) == (there.number, "registered", "megacity", "t16")
    assert (now.text, now.name, now.contact) == (TEXT, "李四", there.contact)
    event = await one(db, Event, kind=EventKind.CORRECTED)
    said = {"theme_before", "topic_before", "theme", "topic", "person_changed"}
    assert said <= event.data.keys()
    assert "李四" not in str(event.data)
    draft = await one(db, Draft, id=draft.id)
    assert (draft.state, draft.name, draft.theme) == (DraftState.SENT, None, None)
    assert await rows(db, select(Part).where(Part.draft_id == draft.id)) == []
    assert await history.verify(db) == []


async def test_files_come_and_go_and_what_was_added_later_stays(db: Database, hands: Hands) -> None:
    there = await submitted(db, files=["一.pdf"])
    later = {"person_id": there.person_id, "number": there.number, "update": 40}
    await author.supplement(db, **later, text="", files=[(SHA256, "后补.pdf")])
    await screening.return_for_correction(db, number=there.number, reason="换一张照片。", staff_id=3)
    draft = await opened(db, there)
    await stored_file(db, OTHER)
    (mine,) = await rows(db, select(Part).where(Part.draft_id == draft.id, Part.kind == PartKind.FILE))
    await attachments.remove_file(db, Answer(draft.id, 51), part=mine.id)
    await attachments.attach(db, Answer(draft.id, 52), message=52, sha256=OTHER, name="二.pdf")
    await attachments.close_files(db, Answer(draft.id, 53))
    await handed_in(db, there, 54)
    found = await rows(db, select(Attachment).order_by(Attachment.ordinal))
    assert [(file.name, file.sha256) for file in found] == [("后补.pdf", SHA256), ("二.pdf", OTHER)]
    event = await one(db, Event, kind=EventKind.CORRECTED)
    assert (event.data["files_added"], event.data["files_removed"]) == (1, 1)


async def test_it_may_be_put_right_again_and_again(db: Database, hands: Hands) -> None:
    there = await returned(db)
    whose = {"person_id": there.person_id, "number": there.number}
    await put_right(db, **whose, text="第一次改好的建议。", update=50)
    await screening.return_for_correction(db, number=there.number, reason="还要改。", staff_id=3)
    await put_right(db, **whose, text="第二次改好的建议。", update=60)
    assert (await one(db, Suggestion, number=there.number)).text == "第二次改好的建议。"
    assert len(await rows(db, select(Event).where(Event.kind == EventKind.CORRECTED))) == 2


async def test_the_end_of_the_campaign_does_not_keep_it_from_being_put_right(db: Database) -> None:
    there = await returned(db)
    await campaigns.stop(db, campaign=there.campaign)
    await put_right(
        db, person_id=there.person_id, number=there.number, text="改好的建议，很具体。", update=50
    )
    assert (await one(db, Suggestion, number=there.number)).state == "registered"


async def test_nothing_is_opened_or_handed_in_where_it_may_not(db: Database) -> None:
    there, stranger = await submitted(db), await person(db, chat=8)
    whose = {"person_id": there.person_id, "number": there.number}
    with pytest.raises(Refusal) as refusal:
        await reopening.open_again(db, **whose, update=50, message=50)
    assert refusal.value.key == "correction-nothing"
    await screening.return_for_correction(db, number=there.number, reason="请写明路口。", staff_id=3)
    with pytest.raises(NotFound):
        await reopening.open_again(db, person_id=stranger.id, number=there.number, update=51, message=51)
    draft = await opened(db, there, 52)
    with pytest.raises(NotFound):
        await reopening.hand_in(db, person_id=stranger.id, draft_id=draft.id, update=53)
    await author.withdraw(db, **whose, reason="", update=54)
    with pytest.raises(Refusal) as refusal:
        await handed_in(db, there, 55)
    assert refusal.value.key == "correction-nothing"


async def test_thrown_away_it_stays_sent_as_it_was_and_the_words_can_be_taken_back(db: Database) -> None:
    there = await returned(db)
    draft = await opened(db, there)
    await drafts.say(db, Answer(draft.id, 51), message=51, text="这句话没有提交。")
    whose = {"draft_id": draft.id, "person_id": there.person_id}
    assert await drafts.discard(db, **whose, update=52)
    assert (await one(db, Draft, id=there.draft_id)).state == DraftState.SENT
    now = await one(db, Suggestion, number=there.number)
    assert (now.state, now.text) == ("returned", TEXT)
    await drafts.take_back(db, **whose, update=53, message=53)
    assert (await handed_in(db, there, 54)).text == f"{TEXT}\n这句话没有提交。"


async def test_opened_again_it_goes_on_with_what_was_changed(db: Database) -> None:
    there = await returned(db)
    draft = await opened(db, there)
    await drafts.say(db, Answer(draft.id, 51), message=51, text="还有一句。")
    assert (await opened(db, there, 52)).id == draft.id
    assert (await handed_in(db, there, 53)).text == f"{TEXT}\n还有一句。"


async def test_an_edited_message_of_before_changes_nothing_of_it(db: Database) -> None:
    there = await returned(db)
    await opened(db, there)
    said = {"person_id": there.person_id, "message": 1, "text": "改掉以前的话。", "update": 51}
    assert await drafts.correct(db, **said) is None
    assert (await handed_in(db, there, 52)).text == TEXT


async def test_of_two_equal_files_one_may_be_taken_out(db: Database) -> None:
    there = await returned(db, files=["一.pdf", "二.pdf"])
    draft = await opened(db, there)
    mine = await rows(db, select(Part).where(Part.draft_id == draft.id, Part.kind == PartKind.FILE))
    await attachments.remove_file(db, Answer(draft.id, 51), part=mine[0].id)
    await attachments.close_files(db, Answer(draft.id, 52))
    await handed_in(db, there, 53)
    assert [file.name for file in await rows(db, select(Attachment))] == [mine[1].name]


async def test_ended_consent_is_asked_for_again(db: Database) -> None:
    there = await returned(db)
    await mydata.withdraw_consent(db, person_id=there.person_id)
    draft = await opened(db, there)
    assert (draft.step, draft.name, draft.consent) == (Step.CONSENT, None, None)
    with pytest.raises(Refusal):
        await handed_in(db, there, 51)
    assert (await one(db, Suggestion, number=there.number)).name == there.name


async def test_a_question_is_put_down_by_it(db: Database) -> None:
    there = await returned(db)
    async with db.begin() as session:
        person_ = await session.get_one(Person, there.person_id)
        person_.answering, person_.adding_to = "question:1", there.id
    await opened(db, there)
    now = await one(db, Person, id=there.person_id)
    assert (now.answering, now.adding_to) == (None, None)


async def test_who_is_forgotten_in_the_middle_loses_no_suggestion(db: Database) -> None:
    there = await returned(db)
    await opened(db, there)
    await mydata.forget(db, person_id=there.person_id, update=60)
    assert await rows(db, select(Draft).where(Draft.corrects.is_not(None))) == []
    assert (await one(db, Suggestion, number=there.number)).text == TEXT
