"""A house in which every page has something to show and every form something to do."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
from console_house import OTHER, Browser, House, form_key
from matrix_house import OWN, Matrix, furnish
from officer_entries import entered
from sqlalchemy import select, update
from test_console_programs import ROW, a_token, sheet_of
from test_console_programs import sends_files as sends_sheet
from test_console_reply import fills

from backend.campaigns import queries as campaigns
from backend.campaigns.actions import put_in_force
from backend.campaigns.parts import ReplyRules
from backend.dates import today
from backend.files.actions import keep
from backend.inbox import actions as inbox
from backend.ledger.columns import Column
from backend.push import actions as push
from backend.push.model import Push
from backend.questions import answering
from backend.questions.model import Question
from backend.ratings import actions as ratings
from backend.replies.model import ReplyFile
from backend.staff.model import Staff
from backend.suggestions import author
from backend.suggestions.model import Suggestion

LONG = "https://example.com/" + "very-long-word-without-a-space-" * 6
SAID = "按《示例办法》第三条，公交站的遮阳棚下月加装，由示例街道办理。"


@dataclass
class FullHouse:
    """`numbers` are suggestions by what there is to see of them, `parts` fill addresses."""

    matrix: Matrix
    numbers: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)


@dataclass
class Desks:
    house: House
    clerk: Browser
    handler: Browser
    other: Browser
    lead: Browser
    boss: Browser

    async def forwarded(self, **more: str) -> Suggestion:
        one = await self.house.suggest(files=(("现场说明.txt", b"1", "text/plain"),))
        unit = await self.house.unit(OWN)
        await does(self.clerk, f"{where(one)}/forward", unit=unit, **more)
        return one


def where(one: Suggestion) -> str:
    return f"/suggestions/{one.number}"


def in_days(days: int) -> str:
    return f"{today() + timedelta(days=days):%Y-%m-%d}"


async def does(browser: Browser, path: str, **fields: str) -> httpx.Response:
    """Send a form that is not refused."""
    home = "/accounts" if path.startswith(("/units", "/accounts")) else "/suggestions"
    key = form_key(await browser.get(home))
    answer = await browser.post(path, data={"form_key": key, **fields})
    assert answer.status_code in {200, 303}, (path, answer.status_code)
    return answer


async def fill(house: House) -> FullHouse:
    full = FullHouse(await furnish(house))
    async with AsyncExitStack() as stack:
        logins = ("m-clerk", "m-handler", OTHER, "m-unit-lead", "m-administrator")
        desks = Desks(house, *[await stack.enter_async_context(house.at_desk(login)) for login in logins])
        full.numbers["registered"] = (await house.suggest(text=f"示例社区缺路灯。\n{LONG}")).number
        full.numbers["handled"] = (await _handled(desks)).number
        full.numbers["answered"] = (await _answered(desks)).number
        full.numbers |= await _screened(desks)
        full.numbers["entered"] = (await entered(desks.house)).number
        await does(desks.clerk, f"/suggestions/{full.numbers['entered']}/return", reason="请写明路口。")
        await _overdue(desks, full)
        full.numbers |= await _at_the_gate(desks)
        await _around(desks, full)
    async with house.db.read() as session:
        full.matrix.staff["other"] = (
            await session.scalars(select(Staff.id).where(Staff.login == OTHER))
        ).one()
    return full


async def _handled(desks: Desks) -> Suggestion:
    """Everything that can happen between forwarding and the reply, with a question still open."""
    health = await desks.house.unit("health")
    one = await desks.forwarded(**{f"assisting-{health}": "yes"})
    here = where(one)
    for verb, fields in (
        ("classify", {"place_of": "megacity/t16"}),
        ("value", {"on": "yes"}),
        ("key", {"on": "yes", "leader": "示例区政府办公室"}),
        ("recommend", {"on": "yes"}),
        ("instruct", {"leader": "示例领导", "given_on": in_days(0), "text": "请交通部门研究采纳。"}),
    ):
        await does(desks.clerk, f"{here}/{verb}", **fields)
    await does(desks.handler, f"{here}/sign")
    await does(desks.handler, f"{here}/ask", text="在哪个路口？")
    await _answers(desks.house, one)
    await author.supplement(
        desks.house.db, person_id=one.person_id, number=one.number, text=f"还有南边那一站。{LONG}", update=95
    )
    await does(desks.handler, f"{here}/ask", text="什么时候最不方便？")
    await does(desks.other, f"{here}/opine", text="站台要留出急救通道。")
    await does(desks.handler, f"{here}/contacts", mode="phone", on=in_days(0), text="电话里说清了位置。")
    await does(desks.clerk, f"{here}/notes", text=f"@m-handler 请核实位置。{LONG}")
    await does(desks.handler, f"{here}/extension", wanted_on=in_days(40), reason="需要现场勘查。")
    await does(desks.handler, f"{here}/reply/draft", do="save", outcome="adopted", text="已转有关部门。")
    return one


async def _answers(house: House, one: Suggestion) -> None:
    (question,) = await house.all_of(Question)
    said = {"person_id": one.person_id, "question_id": question.id}
    sha256 = await keep(house.db, house.store, content=b"1", media_type="text/plain")
    await answering.say(house.db, **said, update=91, message=1, text=f"南门。{LONG}")
    named = {"sha256": sha256, "name": f"{LONG}.txt"[-120:]}
    await answering.attach(house.db, **said, update=92, message=2, **named)
    await answering.finish(house.db, **said, update=93)


async def _answered(desks: Desks) -> Suggestion:
    """Answered, not liked, handled again and answered once more; with promises."""
    one = await desks.forwarded()
    here, unit = where(one), int(await desks.house.unit(OWN))
    refused = {"outcome": "not-adopted", "text": SAID, "reason": f"没有经费。{LONG}"}
    await fills(desks.handler, here, "reply", [("file", ("现场说明.txt", b"1"))], **refused)
    said = {"person_id": one.person_id, "number": one.number, "unit_id": unit}
    await ratings.give(desks.house.db, **said, rating="dissatisfied", reason="没有说清。", update=96)
    await does(desks.handler, f"{here}/reply", outcome="adopted", text=SAID)
    for text in ("年底前装好三盏路灯。", "明年再装五盏。"):
        await does(desks.handler, f"{here}/promise", text=text, due_on=in_days(40))
    await does(desks.handler, f"{here}/promise/1", state="late", text="下雨停工。", due_on=in_days(70))
    await does(desks.clerk, f"{here}/publish")
    return one


async def _screened(desks: Desks) -> dict[str, str]:
    returned, diverted, merged, main = [await desks.house.suggest() for _ in range(4)]
    await does(desks.clerk, f"{where(returned)}/return", reason="请写明是哪个路口。")
    await does(desks.clerk, f"{where(diverted)}/divert", place="complaint", reason="这是求决。")
    said = {"person_id": diverted.person_id, "number": diverted.number}
    await author.object_to(desks.house.db, **said, text="我不同意，这是建议。", update=97)
    await does(desks.clerk, f"{where(merged)}/merge", into=main.number)
    gone = await desks.forwarded()
    await does(desks.clerk, f"{where(gone)}/send-back", reason="不归交通部门管。")
    named = {"returned": returned, "diverted": diverted, "merged": merged, "main": main, "sent-back": gone}
    return {name: one.number for name, one in named.items()}


async def _overdue(desks: Desks, full: FullHouse) -> None:
    one, soon = await desks.forwarded(), await desks.forwarded()
    full.numbers |= {"overdue": one.number, "soon": soon.number}
    async with desks.house.db.begin() as session:
        for late, number in ((-3, one.number), (2, soon.number)):
            day = today() + timedelta(days=late)
            await session.execute(update(Suggestion).where(Suggestion.number == number).values(due_on=day))


async def _at_the_gate(desks: Desks) -> dict[str, str]:
    """Replies that wait for the unit's lead and for the office."""
    async with desks.house.db.read() as session:
        _, city = await campaigns.in_force(session, "city-2024")
    changed = {"version": city.version + 1, "reply": ReplyRules(approval=("lead", "office"))}
    await put_in_force(desks.house.db, campaign=city.model_copy(update=changed))
    lead, office, back = [await desks.forwarded() for _ in range(3)]
    for one in (lead, office, back):
        await does(desks.handler, f"{where(one)}/reply", outcome="adopted", text=SAID)
    for one in (office, back):
        await does(desks.lead, f"{where(one)}/reply/approve", version="1")
    await does(desks.clerk, f"{where(back)}/reply/give-back", version="1", why="请写明依据和日期。")
    return {"with-lead": lead.number, "with-office": office.number, "given-back": back.number}


async def _around(desks: Desks, full: FullHouse) -> None:
    """Templates, programs, a ledger taken in, the roster, and what could not be delivered."""
    house, unit = desks.house, await desks.house.unit(OWN)
    await does(desks.clerk, "/templates", title=f"感谢信 {LONG}"[:60], text=SAID)
    await does(desks.handler, "/templates", title="路灯", text=SAID)
    await does(desks.clerk, "/programs", **a_token())
    await does(desks.clerk, "/ways-in", campaign="city-2024", kind="place", name=f"示例社区 {LONG}"[:60])
    taken = await sends_sheet(
        desks.clerk,
        "/ledger/import",
        ("台账.csv", sheet_of(ROW, {**ROW, Column.NUMBER: "18", Column.NAME: ""})),
        system="xinfang",
        campaign="city-2024",
    )
    (file,) = await house.all_of(ReplyFile)
    full.parts |= {"part": "2", "file": str(file.id)}
    full.parts["run"] = taken.headers["location"].rsplit("/", 1)[-1]
    member = str(full.matrix.staff["handler"])
    week = {"member": member, "first": in_days(0), "last": in_days(7)}
    await does(desks.boss, f"/units/{unit}/duty", **week)
    await does(desks.boss, f"/units/{unit}/absence", **week)
    first, second, *_ = await house.all_of(Push)
    await push.sent(house.db, push_ids=[first.id], message=7)
    await push.park(house.db, push_ids=[second.id], reason="Forbidden: bot was blocked by the user")
    body = b'{"update_id": 7, "message": {"chat": {"id": 5}, "text": "private words"}}'
    await inbox.store(house.db, [inbox.Arrival("telegram", body)])
    await inbox.bury(house.db, holder=None, entry=1, reason="KeyError: 'sticker'")
