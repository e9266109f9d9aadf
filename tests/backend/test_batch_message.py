"""One message with several entries: what is right goes in once, what is wrong comes back with its reason."""

import re

import pytest
from backend_house import CAMPAIGN, Hands, rows
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from officers_house import in_office
from sqlalchemy import func, select

from backend.batches import empty, form, taking, understood
from backend.batches.fields import Field
from backend.batches.form import Said
from backend.batches.taking import Given, Report
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import NotAllowed, Refusal
from backend.officers.model import Officer
from backend.people import actions as people
from backend.people.model import Person
from backend.proxy.model import Entry, EntryWay
from backend.suggestions.model import Suggestion

GOOD = """主题: 绿色生态
姓名: 张三
电话: 13800138000
建议: 在示例社区的公交站加装遮阳棚。
夏天等车太晒。"""
OTHER = """主题：产业发展
姓名：李四
电话：无
同意：书面
日期：2024-07-20
建议：办一个特产合作社，统一包装和销售。"""


@pytest.fixture
async def officer(db: Database, hands: Hands) -> Officer:
    person = await people.introduce(db, channel="webchat", chat=77, language="zh-CN")
    return await in_office(db, person)


async def send(db: Database, officer: Officer, words: str, message: int = 1) -> Report:
    assert officer.person_id
    run = await taking.begin(
        db,
        person_id=officer.person_id,
        campaign=CAMPAIGN,
        channel="webchat",
        language="zh-CN",
        way=EntryWay.MESSAGE,
    )
    given_ = [
        Given(one.place, one.said, f"message:{message}", Refusal(one.fault.key) if one.fault else None)
        for one in form.read(words)
    ]
    return await taking.take_in(run, given_)


async def entered(db: Database) -> list[Suggestion]:
    return await rows(db, select(Suggestion).order_by(Suggestion.id))


def keys(report: Report) -> list[str]:
    return [one.reason.key for one in report.refused]


async def test_two_entries_go_in_with_number_and_code(db: Database, officer: Officer) -> None:
    report = await send(db, officer, f"{GOOD}\n\n{OTHER}")
    assert [one.new for one in report.taken] == [True, True]
    assert all(one.number and one.code for one in report.taken)
    first, second = await entered(db)
    assert (first.name, first.contact, first.text.count("\n")) == ("张三", "+8613800138000", 1)
    assert (second.theme, second.contact, second.name) == ("industry", "", "李四")
    forms = await rows(db, select(Entry.consent_form).order_by(Entry.id))
    assert forms == ["spoken", "paper"]
    assert str(second.submitted_at.date()) == "2024-07-19"  # the beginning of that day in Chongqing


async def test_what_is_wrong_is_refused_while_the_rest_goes_in(db: Database, officer: Officer) -> None:
    wrong = OTHER.replace("电话：无", "电话：12345")
    report = await send(db, officer, f"{GOOD}\n---\n{wrong}")
    assert [one.name for one in report.taken] == ["张三"]
    assert keys(report) == ["contact-not-a-number"]
    mended = await send(db, officer, f"{GOOD}\n---\n{OTHER}")
    assert [(one.name, one.new) for one in mended.taken] == [("张三", False), ("李四", True)]
    assert [one.code for one in report.taken] == [mended.taken[0].code]


async def test_the_same_message_sent_twice_changes_nothing(db: Database, officer: Officer) -> None:
    for message in (1, 2):
        await send(db, officer, GOOD, message)
    await send(db, officer, GOOD.replace(":", "：").replace("张三", " 张三 "), 3)
    assert len(await entered(db)) == 1


async def test_what_differs_in_the_circumstances_alone_is_another_entry(
    db: Database, officer: Officer
) -> None:
    plain = GOOD.replace("13800138000", "无")
    for place, more in enumerate(("", "单位: 示例公司\n", "学校: 示例小学\n", "日期: 2024-07-20\n"), 1):
        await send(db, officer, plain.replace("电话", f"{more}电话"), place)
    await send(db, officer, plain.replace("绿色生态", "产业发展"), 9)
    assert len(await entered(db)) == 5


async def test_a_text_over_the_limit_is_refused_before_it_is_compared_with_anything(
    db: Database, officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await send(db, officer, GOOD)
    monkeypatch.setattr(understood, "is_like", None)
    assert keys(await send(db, officer, GOOD + "路" * 2000)) == ["intake-text-too-long"]


async def test_an_edit_changes_nothing_that_is_in(db: Database, officer: Officer) -> None:
    await send(db, officer, GOOD)
    edited = GOOD.replace("太晒", "实在太晒")
    report = await send(db, officer, f"{edited}\n\n{OTHER}")
    assert (keys(report), [one.name for one in report.taken]) == (["batch-in-already"], ["李四"])
    assert (await entered(db))[0].text.endswith("太晒。")
    assert keys(await send(db, officer, edited)) == ["batch-in-already"]
    assert (await send(db, officer, edited, message=9)).taken  # said anew, it is another


@pytest.mark.parametrize(
    ("said", "theme", "guessed"),
    [
        ("绿色生态", "green-ecology", ""),
        ("绿色生太", "green-ecology", "绿色生态"),
        ("６", "green-ecology", "绿色生态"),
        ("6 绿色生态", "green-ecology", ""),
        ("区域协调", "regional-synergy", ""),
        ("Green ecology", "green-ecology", ""),
    ],
)
async def test_a_theme_is_known_by_number_name_alias_and_near_spelling(
    db: Database, officer: Officer, said: str, theme: str, guessed: str
) -> None:
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, CAMPAIGN)
    if not rules.theme(theme):
        theme = next(one.id for one in rules.themes if said in one.aliases)
    (taken,) = (await send(db, officer, GOOD.replace("绿色生态", said))).taken
    assert ((await entered(db))[0].theme, taken.guessed) == (theme, guessed)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (GOOD.replace("绿色生态", "天文地理"), "batch-theme-unknown"),
        (GOOD.replace("绿色生态", ""), "batch-theme-missing"),
        (GOOD.replace("绿色生态", "999"), "batch-theme-unknown"),
        (GOOD.replace("张三", ""), "name-missing"),
        (GOOD.partition("建议")[0] + "建议：", "batch-text-missing"),
        (GOOD.replace("建议:", "议题：第九百个\n建议："), "batch-topic-unknown"),
        (GOOD.replace("建议:", "类别：外星人\n建议："), "batch-choice-unknown"),
        (GOOD.replace("建议:", "同意：也许\n建议："), "batch-consent-unknown"),
        (GOOD.replace("建议:", "日期：昨天\n建议："), "batch-day-unclear"),
        (GOOD.replace("建议:", "日期：2024-08-02\n建议："), "intake-received-later"),
        (GOOD.replace("建议:", "姓名：王五\n建议："), "batch-label-twice"),
        (f"{GOOD}\n{OTHER}", "batch-label-twice"),  # nothing between them: whose is which is not clear
        (f"{GOOD}\n---\n还有一段没有写是谁的话，很长很长很长。", "batch-loose"),
        (GOOD + "长" * 4000, "batch-cut"),
    ],
)
async def test_nothing_of_a_doubtful_entry_is_taken(
    db: Database, officer: Officer, words: str, key: str
) -> None:
    report = await send(db, officer, words)
    assert (keys(report), report.taken, await entered(db)) == ([key], [], [])


def test_labels_stand_in_any_order_alone_numbered_and_in_english() -> None:
    above = "1、Name： Zhang San\n【 电  话 】\n无\nＴｈｅｍｅ\n3\n"
    words = f"{above}**建议**:\n\n第一行\n建议：第二行\n单位：示例单位"
    (one,) = form.read(words)
    assert one.fault is None
    assert one.said == {
        Field.NAME: "Zhang San",
        Field.CONTACT: "无",
        Field.THEME: "3",
        Field.TEXT: "第一行\n建议：第二行",
        Field.WORK_UNIT: "示例单位",
    }


def test_a_message_is_a_form_by_its_labels_alone() -> None:
    assert form.is_form(GOOD)
    for words in ("建议：修路", "主题：产业发展", "我的主题是绿色，建议修路", "/start", "主题建议"):
        assert not form.is_form(words)


async def test_the_empty_form_is_a_form_of_which_nothing_is_taken(db: Database, officer: Officer) -> None:
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, CAMPAIGN)
    for language in ("zh-CN", "en"):
        lines = empty.empty_form(rules, language)
        assert form.is_form(lines)
        assert keys(await send(db, officer, lines)) == ["batch-theme-missing"]
        whole = lines.replace("：", ": ").split("\n")
        filled = [f"{line} 6" if place == 0 else line for place, line in enumerate(whole)]
        assert keys(await send(db, officer, "\n".join(filled))) == ["batch-text-missing"]


async def test_only_an_officer_in_office_may(db: Database, hands: Hands) -> None:
    person = await people.introduce(db, channel="webchat", chat=78, language="zh-CN")
    with pytest.raises(NotAllowed):
        await taking.begin(
            db,
            person_id=person.id,
            campaign=CAMPAIGN,
            channel="webchat",
            language="zh-CN",
            way=EntryWay.MESSAGE,
        )


LINES = [
    *GOOD.split("\n"),
    *OTHER.split("\n"),
    "",
    "---",
    "——",
    "主题：",
    "建议",
    "姓名",
    "\u200b",
    "：",
    "  ",
]
DAMAGED = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25).map("\n".join)
WHOLE = (f"{GOOD}\n\n{OTHER}", f"{OTHER}\n---\n{GOOD}")
CUT = st.builds(lambda words, at: words[:at], st.sampled_from(WHOLE), st.integers(0, 200))
HOLED = st.builds(
    lambda words, at, more: words[:at] + more + words[at:],
    st.sampled_from(WHOLE),
    st.integers(0, 150),
    st.text(max_size=5),
)


@given(DAMAGED | CUT | HOLED | st.text())
@example("主题:\ud800\n建议:\udfff")
@example("\n---\n---\n")
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_every_word_is_in_some_entry_and_an_entry_is_whole_or_faulty(words: str) -> None:
    entries = form.read(words)
    assert [one.place for one in entries] == list(range(1, len(entries) + 1))
    for one in entries:
        assert one.raw.strip()
        if not one.fault:
            assert _said(one) <= set(re.findall(r"\S", form.cleaned(words)))
            again = form.read(one.raw)
            assert [each.said for each in again] == [one.said]  # sent back alone, it says the same


def _said(one: Said) -> set[str]:
    return set("".join("".join(one.said.values()).split()))


@given(DAMAGED | CUT | HOLED)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_taken_and_refused_are_all_that_was_seen_and_twice_is_once(
    db: Database, officer: Officer, words: str
) -> None:
    seen = len(form.read(words))
    before = {one.number for one in await entered(db)}
    first = await send(db, officer, words)
    there = {one.number for one in await entered(db)}
    second = await send(db, officer, words)
    assert len(first.taken) + len(first.refused) == len(second.taken) + len(second.refused) == seen
    assert {one.number for one in first.taken} <= there
    assert there - before == {one.number for one in first.taken if one.new}
    assert not [one for one in second.taken if one.new]
    assert {one.number for one in await entered(db)} == there
    async with db.read() as session:
        halves = select(func.count()).select_from(Person).where(Person.channel == "proxy")
        assert await session.scalar(halves) == len(there)
    for one in await entered(db):
        assert one.name
        assert one.text
        assert one.theme


def test_names_are_taken_only_when_they_are_clearly_meant(rules: Campaign) -> None:
    with pytest.raises(Refusal, match="batch-theme-unknown"):
        understood._theme("绿色发展", rules, "zh-CN")


@pytest.fixture
async def rules(db: Database) -> Campaign:
    async with db.read() as session:
        return (await campaigns.in_force(session, CAMPAIGN))[1]
