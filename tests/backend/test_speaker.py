"""Who is speaking: what a campaign asks of whom, consent first, and last time's answers offered again."""

from typing import Any

import pytest
from backend_house import CAMPAIGN, Hands, person, ready_draft, rows, submitted
from sqlalchemy import select
from telling import Telling

from backend.campaigns import actions as campaigns
from backend.campaigns import queries as campaign_queries
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.drafts import actions, speaker, steps
from backend.drafts.model import Draft, Step
from backend.errors import Refusal
from backend.people.model import Consent, Person
from backend.suggestions import actions as suggestions

EVERYTHING: dict[str, Any] = {
    "required_fields": ["name", "contact", "work_unit"],
    "scopes": [
        {"id": "city", "name": {"zh-CN": "针对全市", "en": "The city"}},
        {"id": "district", "name": {"zh-CN": "针对本区", "en": "The district"}},
    ],
    "receiving_units": [
        {"id": "here", "name": {"zh-CN": "本区", "en": "Here"}},
        {"id": "there", "name": {"zh-CN": "邻区", "en": "There"}},
    ],
    "audiences": [
        {"id": "public", "name": {"zh-CN": "市民", "en": "Resident"}},
        {
            "id": "school",
            "name": {"zh-CN": "高校师生", "en": "University"},
            "minimum_soft": 800,
            "maximum": 900,
            "also_required": ["school", "address"],
        },
    ],
    "privacy": {"version": "2024-1", "text": {"zh-CN": "说明", "en": "A note"}},
}


async def changed(db: Database, **fields: Any) -> Campaign:
    """Put the campaign in force with other rules."""
    async with db.read() as session:
        _, city = await campaign_queries.in_force(session, CAMPAIGN)
    rules = Campaign.model_validate({**city.model_dump(mode="json"), **fields})
    await campaigns.put_in_force(db, campaign=rules)
    return rules


async def begun(db: Database, author: Person | None = None) -> Telling:
    author = author or await person(db)
    return Telling(
        db, await actions.start(db, person_id=author.id, campaign=CAMPAIGN, update=10_000, message=10)
    )


async def to_the_person(telling: Telling) -> None:
    await telling.does("choose_theme", theme="megacity")
    await telling.does("choose_topic", topic="t16")
    await telling.says(21, "加装遮阳棚。")
    await telling.does("close_text")


async def test_every_question_a_campaign_can_ask_in_its_order(db: Database, hands: Hands) -> None:
    await changed(db, **EVERYTHING)
    telling = await begun(db)
    await to_the_person(telling)
    told: list[tuple[str, dict[str, Any], Step]] = [
        ("choose", {"step": Step.SCOPE, "said": "district"}, Step.RECEIVING_UNIT),
        ("choose", {"step": Step.RECEIVING_UNIT, "said": "there"}, Step.CONSENT),
        ("consent", {}, Step.IDENTITY),
        ("choose", {"step": Step.IDENTITY, "said": "school"}, Step.NAME),
        ("tell", {"step": Step.NAME, "said": "张三"}, Step.CONTACT),
        ("tell", {"step": Step.CONTACT, "said": "zhangsan@example.com"}, Step.WORK_UNIT),
        ("tell", {"step": Step.WORK_UNIT, "said": " 示例 单位 "}, Step.SCHOOL),
        ("tell", {"step": Step.SCHOOL, "said": "示例大学"}, Step.ADDRESS),
        ("tell", {"step": Step.ADDRESS, "said": "示例路 1 号"}, Step.FILES),
        ("close_files", {}, Step.PREVIEW),
    ]
    for verb, said, step in told:
        await telling.does(verb, **said)
        assert (await telling.now()).step == step
    sent = await suggestions.submit(db, person_id=telling.person_id, draft_id=telling.id)
    assert (sent.scope, sent.receiving_unit, sent.identity) == ("district", "there", "school")
    assert (sent.work_unit, sent.school, sent.address) == ("示例 单位", "示例大学", "示例路 1 号")
    assert (sent.consent, sent.consented_at) == (f"{CAMPAIGN}/2024-1", hands.at)


async def test_a_list_of_one_is_no_question(db: Database) -> None:
    one = {field: EVERYTHING[field][:1] for field in ("scopes", "receiving_units", "audiences")}
    rules = await changed(db, **one)
    draft = await (await begun(db)).now()
    assert not {Step.SCOPE, Step.RECEIVING_UNIT, Step.IDENTITY} & set(steps.asked(draft, rules))
    assert (draft.scope, draft.receiving_unit, draft.identity) == ("city", "here", "public")


async def test_nothing_personal_is_taken_before_consent(db: Database) -> None:
    telling = await begun(db)
    for step, said in ((Step.NAME, "张三"), (Step.CONTACT, "13800138000"), (Step.WORK_UNIT, "示例单位")):
        assert (await telling.refused("tell", step=step, said=said))[0] == "consent-missing"
    assert (await telling.refused("reuse"))[0] == "consent-missing"
    draft = await telling.now()
    assert (draft.name, draft.contact, draft.work_unit) == (None, None, None)
    assert await rows(db, select(Consent)) == []


async def test_consent_is_asked_once_for_a_wording_and_again_for_a_new_one(
    db: Database, hands: Hands
) -> None:
    author = await person(db)
    first = await begun(db, author)
    await first.does("consent")
    given_at = hands.at
    await actions.discard(db, draft_id=first.id, person_id=author.id, update=10_050)
    hands.forward(days=3)
    again = await Telling.now(await another(db, author, 10_051))
    assert (again.consent, again.consented_at) == ("standard-1", given_at)
    await actions.discard(db, draft_id=again.id, person_id=author.id, update=10_052)
    await changed(db, privacy=EVERYTHING["privacy"])
    anew = await Telling.now(await another(db, author, 10_053))
    assert anew.consent is None


async def another(db: Database, author: Person, update: int) -> Telling:
    draft = await actions.start(db, person_id=author.id, campaign=CAMPAIGN, update=update, message=update)
    return Telling(db, draft)


async def test_a_choice_that_is_none_is_refused(db: Database) -> None:
    telling = await begun(db)
    assert (await telling.refused("choose", step=Step.IDENTITY, said="nobody"))[0] == "choice-missing"
    assert (await telling.refused("choose", step=Step.SCOPE, said="city"))[0] == "choice-missing"


@pytest.mark.parametrize(
    ("said", "key"), [("", "line-missing"), ("——", "line-missing"), ("长" * 101, "line-too-long")]
)
async def test_a_work_unit_is_one_line_of_words(db: Database, said: str, key: str) -> None:
    await changed(db, required_fields=["name", "contact", "work_unit"])
    telling = await begun(db)
    await telling.does("consent")
    assert (await telling.refused("tell", step=Step.WORK_UNIT, said=said))[0] == key


async def test_an_audience_with_a_smaller_limit_opens_the_text_again(db: Database) -> None:
    await changed(db, audiences=EVERYTHING["audiences"])
    telling = await begun(db)
    await telling.says(21, "长" * 950)
    await telling.does("close_text")
    await telling.does("consent")
    await telling.does("choose", step=Step.IDENTITY, said="school")
    draft = await telling.now()
    assert (draft.text_closed, draft.identity) == (False, "school")
    assert (await telling.refused("close_text"))[1]["maximum"] == "900"


async def test_a_known_person_answers_as_the_last_time(db: Database) -> None:
    author = await person(db)
    await submitted(
        db, author, name="张三", contact="zhangsan@example.com", contact_kind="email", identity="cadre"
    )
    telling = await begun(db, author)
    await telling.does("consent")
    await telling.does("reuse")
    draft = await telling.now()
    assert (draft.identity, draft.name, draft.contact) == ("cadre", "张三", "zhangsan@example.com")
    assert draft.contact_kind == "email"


async def test_what_the_last_identity_is_asked_is_taken_over_too(db: Database) -> None:
    author = await person(db)
    await submitted(db, author, identity="teacher-student", school="示例大学")
    telling = await begun(db, author)
    await telling.does("consent")
    await telling.does("reuse")
    assert (await telling.now()).school == "示例大学"


async def test_one_answer_is_taken_over_and_the_others_are_left(db: Database) -> None:
    author = await person(db)
    await submitted(db, author, name="张三")
    telling = await begun(db, author)
    await telling.does("consent")
    await telling.does("reuse", step=Step.NAME)
    draft = await telling.now()
    assert (draft.name, draft.contact, draft.identity) == ("张三", None, None)


async def test_what_this_campaign_does_not_take_is_not_taken_over(db: Database) -> None:
    author = await person(db)
    await submitted(db, author, contact="zhangsan@example.com", contact_kind="email", identity="cadre")
    await changed(db, contact_kinds=["phone"], audiences=EVERYTHING["audiences"])
    telling = await begun(db, author)
    await telling.does("consent")
    await telling.does("reuse")
    draft = await telling.now()
    assert (draft.contact, draft.identity, draft.name) == (None, None, "张三")


async def test_nobody_answers_as_somebody_else(db: Database) -> None:
    await submitted(db, await person(db, 8), name="李四")
    telling = await begun(db, await person(db, 9))
    await telling.does("consent")
    assert (await telling.refused("reuse"))[0] == "last-time-missing"


async def test_a_form_is_taken_whole_or_not_at_all(db: Database) -> None:
    rules = await changed(db, required_fields=["name", "contact", "work_unit"])
    telling = await begun(db)
    draft = await telling.now()
    with pytest.raises(Refusal):
        speaker.fill_in(draft, rules, {})
    draft.consent = rules.privacy_wording
    wrong = speaker.fill_in(draft, rules, {"name": "张三", "contact": "123"})
    assert {step: refusal.key for step, refusal in wrong.items()} == {
        Step.CONTACT: "contact-not-a-number",
        Step.WORK_UNIT: "line-missing",
    }
    assert draft.name is None
    said = {"name": "张三", "contact": "023-12345678", "work_unit": "示例单位"}
    assert speaker.fill_in(draft, rules, said) == {}
    assert (draft.name, draft.contact, draft.work_unit) == ("张三", "+862312345678", "示例单位")


async def test_the_question_before(db: Database) -> None:
    rules = await changed(db, **EVERYTHING)
    draft = Draft(identity="public", on_own_page=False)
    questions = steps.asked(draft, rules)
    assert [steps.before(draft, rules, step) for step in questions] == [None, *questions[:-1]]
    assert steps.before(draft, rules, Step.PREVIEW) == Step.FILES


async def test_several_drafts_and_which_is_in_hand(db: Database, hands: Hands) -> None:
    author = await person(db)
    first = await ready_draft(db, author)
    hands.forward(minutes=1)
    second = await begun(db, author)
    await second.says(11, "第二条。")
    hands.forward(minutes=1)
    await actions.pick_up(db, person_id=author.id, draft_id=first.id, update=20_000, message=30)
    async with db.read() as session:
        from_then = [await actions.queries.of_message(session, author.id, at) for at in (5, 10, 29, 30, 99)]
        listed = [draft.id for draft in await actions.queries.open_ones(session, author.id)]
    assert [draft and draft.id for draft in from_then] == [None, second.id, second.id, first.id, first.id]
    assert listed == [first.id, second.id]


async def test_what_was_thrown_away_comes_back_within_a_day(db: Database, hands: Hands) -> None:
    author = await person(db)
    draft = await ready_draft(db, author)
    await actions.discard(db, draft_id=draft.id, person_id=author.id, update=500)
    async with db.read() as session:
        found = await actions.queries.just_discarded(session, author.id)
    assert found is not None
    back = {"person_id": author.id, "draft_id": draft.id, "message": 40}
    await actions.take_back(db, **back, update=501)
    await actions.discard(db, draft_id=draft.id, person_id=author.id, update=502)
    await actions.take_back(db, **back, update=501)  # coming again, it brings nothing back
    hands.forward(days=2)
    async with db.read() as session:
        assert await actions.queries.current(session, author.id) is None
        assert await actions.queries.just_discarded(session, author.id) is None
