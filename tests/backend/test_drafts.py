"""Saying a suggestion, part by part: every verb, and what it refuses."""

from datetime import UTC, datetime

import pytest
from backend_house import CAMPAIGN, CONTACT, SHA256, Hands, one, person, rows
from sqlalchemy import select
from telling import Telling

from backend.campaigns import actions as campaigns
from backend.db import Database
from backend.drafts import actions, queries
from backend.drafts.answering import Answer, part_of
from backend.drafts.model import Draft, DraftState, Part, PartKind, Step
from backend.errors import NotFound, Refusal


async def test_a_draft_begins_at_the_theme(telling: Telling, hands: Hands) -> None:
    draft = await telling.now()
    assert (draft.step, draft.state) == (Step.THEME, DraftState.OPEN)
    assert (draft.campaign, draft.started_at, draft.answered) == (CAMPAIGN, hands.at, 10)


async def test_the_update_that_opened_a_draft_opens_no_second_one(telling: Telling, hands: Hands) -> None:
    again = await actions.start(
        telling.db, person_id=telling.person_id, campaign=CAMPAIGN, update=10, message=10
    )
    assert again.id == telling.id
    hands.forward(minutes=1)
    blank = await actions.start(
        telling.db, person_id=telling.person_id, campaign=CAMPAIGN, update=11, message=11
    )
    assert blank.id == telling.id  # nothing was said in it yet: no second one beside it
    await actions.choose_theme(telling.db, Answer(telling.id, 12), theme="industry")
    hands.forward(minutes=1)
    later = await actions.start(
        telling.db, person_id=telling.person_id, campaign=CAMPAIGN, update=13, message=13
    )
    assert later.id != telling.id
    async with telling.db.read() as session:
        current = await queries.current(session, telling.person_id)
    assert current is not None
    assert current.id == later.id


async def test_no_draft_where_nothing_is_taken(db: Database, hands: Hands) -> None:
    author = await person(db)

    async def key(campaign: str) -> str:
        with pytest.raises(Refusal) as refusal:
            await actions.start(db, person_id=author.id, campaign=campaign, update=1, message=1)
        return refusal.value.key

    assert await key("nowhere") == "draft-campaign-missing"
    assert await key("district-2022") == "campaign-closed"
    await campaigns.stop(db, campaign=CAMPAIGN)
    assert await key(CAMPAIGN) == "campaign-stopped"
    await campaigns.resume(db, campaign=CAMPAIGN)
    hands.at = datetime(2024, 6, 1, tzinfo=UTC)
    assert await key(CAMPAIGN) == "campaign-not-yet"
    assert await rows(db, select(Draft)) == []


async def test_the_whole_way(telling: Telling, hands: Hands) -> None:
    steps = [
        ("choose_theme", {"theme": "megacity"}, Step.TOPIC),
        ("choose_topic", {"topic": "t16"}, Step.TEXT),
        ("say", {"message": 21, "text": " 加装\u200b遮阳棚。 "}, Step.TEXT),
        ("close_text", {}, Step.CONSENT),
        ("consent", {}, Step.IDENTITY),
        ("choose", {"step": Step.IDENTITY, "said": "resident"}, Step.NAME),
        ("tell", {"step": Step.NAME, "said": " 张三 "}, Step.CONTACT),
        ("tell", {"step": Step.CONTACT, "said": "138 0013 8000"}, Step.FILES),
        ("attach", {"message": 25, "sha256": SHA256, "name": "图.jpg"}, Step.FILES),
        ("close_files", {}, Step.PREVIEW),
    ]
    for verb, said, step in steps:
        hands.forward(seconds=1)
        await telling.does(verb, **said)
        assert ((await telling.now()).step, (await telling.now()).touched_at) == (step, hands.at)
    draft = await telling.now()
    assert (draft.theme, draft.topic, draft.text) == ("megacity", "t16", "加装遮阳棚。")
    assert (draft.name, draft.contact, draft.contact_kind) == ("张三", CONTACT, "phone")
    assert [(part.name, part.sha256) for part in draft.files] == [("图.jpg", SHA256)]


async def test_a_theme_and_a_topic_must_be_of_the_campaign(telling: Telling) -> None:
    assert await telling.refused("choose_theme", theme="nothing") == ("theme-missing", {})
    await telling.does("choose_theme", theme="megacity")
    assert await telling.refused("choose_topic", topic="t1") == ("topic-missing", {})
    assert await telling.refused("choose_topic", topic="t99") == ("topic-missing", {})
    await telling.does("choose_topic", topic="other")
    assert (await telling.now()).topic == "other"


async def test_another_theme_asks_for_its_topic_and_the_same_keeps_it(telling: Telling) -> None:
    await telling.does("choose_theme", theme="megacity")
    await telling.does("choose_topic", topic="t16")
    await telling.does("choose_theme", theme="megacity")
    assert (await telling.now()).topic == "t16"
    await telling.does("choose_theme", theme="reform")
    draft = await telling.now()
    assert (draft.theme, draft.topic, draft.step) == ("reform", None, Step.TOPIC)


async def test_a_text_in_several_messages_is_one_in_the_order_of_the_chat(telling: Telling) -> None:
    for message, text in ((31, "第一段"), (33, "第三段"), (32, "第二段")):
        await telling.says(message, text)
    assert (await telling.now()).text == "第一段\n第二段\n第三段"


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\ufeff"])
async def test_a_message_without_words_is_refused(telling: Telling, text: str) -> None:
    assert await telling.refused("say", message=21, text=text) == ("text-empty", {})
    assert await telling.refused("close_text") == ("text-missing", {})


async def test_the_limit_of_the_text_is_told_with_numbers(telling: Telling) -> None:
    await telling.says(21, "字" * 999)
    await telling.says(22, "😀字")
    told = {"length": "1002", "maximum": "1000", "over": "2"}
    assert await telling.refused("close_text") == ("text-too-long", told)
    assert len((await telling.now()).text) == 1002
    await telling.corrects(21, "字" * 997)
    await telling.does("close_text")
    assert (await telling.now()).text_closed


async def test_more_words_open_a_closed_text_only_over_the_limit(telling: Telling) -> None:
    await telling.says(21, "字" * 990)
    await telling.does("close_text")
    await telling.says(22, "字" * 9)
    assert (await telling.now()).text_closed
    await telling.says(23, "字")
    draft = await telling.now()
    assert (draft.text_closed, draft.step, len(draft.text)) == (False, Step.TEXT, 1002)


async def test_an_edit_replaces_its_part(telling: Telling) -> None:
    await telling.says(21, "第一段")
    await telling.says(22, "第二段")
    for _ in range(2):
        draft = await telling.corrects(21, "改了")
        assert draft is not None
    assert (await telling.now()).text == "改了\n第二段"


async def test_an_edit_of_what_is_no_open_draft_changes_nothing(telling: Telling) -> None:
    await telling.says(21, "第一段")
    stranger = await person(telling.db, 8)
    for person_id, message in ((telling.person_id, 99), (stranger.id, 21)):
        said = {"message": message, "text": "改了", "update": 40}
        found = await actions.correct(telling.db, person_id=person_id, **said)
        assert found is None
    with pytest.raises(Refusal) as refusal:
        await telling.corrects(21, " \u200b")
    assert refusal.value.key == "text-empty"
    await actions.discard(telling.db, draft_id=telling.id, person_id=telling.person_id, update=50)
    closed = await telling.corrects(21, "改了")
    assert closed is None
    assert (await telling.now()).text == "第一段"


async def test_an_edit_over_the_limit_opens_the_text_again(telling: Telling) -> None:
    await telling.says(21, "短")
    await telling.does("close_text")
    await telling.corrects(21, "长" * 1001)
    draft = await telling.now()
    assert (draft.text_closed, draft.step) == (False, Step.TEXT)


async def test_words_are_taken_out_and_an_empty_text_is_open_again(telling: Telling) -> None:
    await telling.says(21, "建议")
    await telling.says(22, "走错了")
    await telling.does("close_text")
    await telling.does("take_out", message=22)
    assert ((await telling.now()).text, (await telling.now()).text_closed) == ("建议", True)
    await telling.does("take_out", message=21)
    draft = await telling.now()
    assert (draft.text, draft.text_closed, draft.step) == ("", False, Step.TEXT)


async def test_telling_anew_drops_the_text_and_keeps_the_files(telling: Telling) -> None:
    await telling.says(21, "第一段")
    await telling.sends(22)
    await telling.does("close_text")
    await telling.does("retell")
    draft = await telling.now()
    assert (draft.text, draft.text_closed, draft.step, len(draft.files)) == ("", False, Step.TEXT, 1)


async def test_a_name_and_a_contact_that_are_none_are_refused(telling: Telling) -> None:
    await telling.does("consent")
    assert (await telling.refused("tell", step=Step.NAME, said="123"))[0] == "name-missing"
    assert (await telling.refused("tell", step=Step.CONTACT, said="123"))[0] == "contact-not-a-number"
    draft = await telling.now()
    assert (draft.name, draft.contact) == (None, None)


async def test_going_back_keeps_what_was_answered(telling: Telling) -> None:
    await telling.does("choose_theme", theme="megacity")
    await telling.does("choose_topic", topic="t16")
    await telling.does("ask", step=Step.THEME)
    draft = await telling.now()
    assert (draft.step, draft.topic) == (Step.THEME, "t16")


async def test_a_draft_is_given_up_by_its_author_only(telling: Telling) -> None:
    stranger = await person(telling.db, 8)
    await actions.discard(telling.db, draft_id=telling.id, person_id=stranger.id, update=50)
    assert (await telling.now()).state == DraftState.OPEN
    await actions.discard(telling.db, draft_id=telling.id, person_id=telling.person_id, update=51)
    assert (await telling.now()).state == DraftState.DISCARDED
    async with telling.db.read() as session:
        assert await queries.current(session, telling.person_id) is None


async def test_a_draft_that_is_not_there_is_told_so(db: Database) -> None:
    with pytest.raises(NotFound) as refusal:
        await actions.say(db, Answer(99, 1), message=1, text="建议")
    assert refusal.value.key == "draft-missing"


async def test_a_part_stands_once_for_a_message(telling: Telling) -> None:
    await telling.says(21, "建议")
    with pytest.raises(Exception, match=r"(?i)unique"):
        async with telling.db.begin() as session:
            session.add(part_of(await telling.now(), 21, PartKind.TEXT, text="又一次"))
    assert (await one(telling.db, Part)).text == "建议"
