"""A suggestion to walk through its life: each verb done as its hand would do it, with words of its own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, cycle
from typing import Any

from backend_house import person, submitted, unit_id
from sqlalchemy import select

from backend import clock
from backend.db import Database
from backend.handling import actions, marks, screening, sharing, undoing, unit
from backend.questions import actions as questions
from backend.questions import answering
from backend.questions.model import Question
from backend.ratings import actions as ratings
from backend.suggestions import author
from backend.suggestions.lifecycle import Verb
from backend.suggestions.model import Event, Suggestion, SuggestionState
from backend.suggestions.queries import Sight

CLERK, HANDLER = 3, 4
OFFICE = Sight(None, everything=True)
CHATS = count(50_000)


@dataclass
class Walk:
    db: Database
    one: Suggestion
    main: Suggestion
    units: dict[str, int]
    ticks: Any = field(default_factory=lambda: count(1000))
    leads: Any = field(default_factory=lambda: cycle(("transport", "housing")))

    @classmethod
    async def begun(cls, db: Database) -> "Walk":
        one = await submitted(db, await person(db, next(CHATS)))
        main = await submitted(db, await person(db, next(CHATS)))
        units = {key: await unit_id(db, key) for key in ("transport", "housing", "health")}
        return cls(db, one, main, units)

    async def row(self) -> Suggestion:
        async with self.db.read() as session:
            return await session.get_one(Suggestion, self.one.id)

    async def state(self) -> SuggestionState:
        return SuggestionState((await self.row()).state)

    async def events(self) -> list[Event]:
        mine = select(Event).where(Event.suggestion_id == self.one.id).order_by(Event.ordinal)
        async with self.db.read() as session:
            return list(await session.scalars(mine))

    async def does(self, *verbs: Verb) -> None:
        for verb in verbs:
            await DOING[verb](self)

    @property
    def said(self) -> dict[str, Any]:
        return {"number": self.one.number}

    @property
    def office(self) -> dict[str, Any]:
        return {**self.said, "staff_id": CLERK}

    @property
    def handler(self) -> dict[str, Any]:
        return {**self.said, "staff_id": HANDLER, "sight": OFFICE}

    @property
    def author(self) -> dict[str, Any]:
        return {**self.said, "person_id": self.one.person_id, "update": next(self.ticks)}

    @property
    def why(self) -> str:
        return f"第 {next(self.ticks)} 个原因。"


async def forward(walk: Walk) -> None:
    there = (await walk.row()).unit_id
    other = next(walk.units[key] for key in walk.leads if walk.units[key] != there)
    await actions.forward(walk.db, **walk.office, unit_id=other, assisting=[walk.units["health"]])


async def assist(walk: Walk) -> None:
    """Change who assists; who leads is the same, or the first where nobody does."""
    there = await walk.row()
    async with walk.db.read() as session:
        now = await sharing.assisting(session, there.id)
    beside = [] if now else [walk.units["health"]]
    async with walk.db.begin() as session:
        locked = await session.get_one(Suggestion, there.id, with_for_update=True)
        await sharing.change(session, locked, beside, staff_id=CLERK)


async def answer(walk: Walk) -> None:
    async with walk.db.read() as session:
        mine = select(Question.id).where(Question.suggestion_id == walk.one.id, Question.closed_at.is_(None))
        question = await session.scalar(mine.limit(1)) or 0
    whose = {"person_id": walk.one.person_id, "question_id": question}
    tick = next(walk.ticks)
    await answering.say(walk.db, **whose, update=tick, message=tick, text="在南门。")
    await answering.finish(walk.db, **whose, update=next(walk.ticks))


async def rate(walk: Walk) -> None:
    lead = (await walk.row()).unit_id or 0
    for unit_, rating in ((walk.units["health"], "satisfied"), (lead, "dissatisfied")):
        said = {**walk.author, "unit_id": unit_, "rating": rating, "reason": "还是没有装。"}
        await ratings.give(walk.db, **said)


async def value(walk: Walk) -> None:
    await marks.value(walk.db, **walk.office, valuable=not (await walk.row()).valuable)


async def recommend(walk: Walk) -> None:
    await marks.recommend(walk.db, **walk.office, recommended=not (await walk.row()).recommended_at)


async def classify(walk: Walk) -> None:
    there = (await walk.row()).topic
    theme, topic = ("green-ecology", "t24") if there == "t16" else ("megacity", "t16")
    await marks.classify(walk.db, **walk.office, theme=theme, topic=topic)


async def set_scope(walk: Walk) -> None:
    await marks.set_scope(walk.db, **walk.office, scope="city")


async def move_date(walk: Walk) -> None:
    there = (await walk.row()).due_on or clock.now().date()
    said = {"due_on": max(there, clock.now().date()) + timedelta(days=1), "reason": walk.why}
    await unit.move_date(walk.db, **walk.handler, **said)


async def reply(walk: Walk) -> None:
    await actions.reply(walk.db, **walk.handler, outcome="adopted", text=walk.why, reason="")


async def instruct(walk: Walk) -> None:
    given = {"text": walk.why, "leader": "示例办公室", "given_on": date(2024, 7, 1)}
    await marks.instruct(walk.db, **walk.office, **given)


async def opine(walk: Walk) -> None:
    beside = {**walk.handler, "sight": Sight(walk.units["health"], everything=False)}
    await sharing.opine(walk.db, **beside, text=walk.why)


V = Verb
DOING: dict[Verb, Callable[[Walk], Awaitable[Any]]] = {
    V.CORRECT: lambda walk: author.correct_returned(walk.db, **walk.author, text=walk.why),
    V.WITHDRAW: lambda walk: author.withdraw(walk.db, **walk.author, reason=""),
    V.OBJECT: lambda walk: author.object_to(walk.db, **walk.author, text=walk.why),
    V.SUPPLEMENT: lambda walk: author.supplement(walk.db, **walk.author, text=walk.why),
    V.ANSWER: answer,
    V.RATE: rate,
    V.FORWARD: forward,
    V.RETURN: lambda walk: screening.return_for_correction(walk.db, **walk.office, reason=walk.why),
    V.DIVERT: lambda walk: screening.divert(walk.db, **walk.office, place="complaint", reason=walk.why),
    V.MERGE: lambda walk: screening.merge(walk.db, **walk.office, into=walk.main.number),
    V.UPHOLD: lambda w: screening.decide_objection(w.db, **w.office, upheld=True, reason=w.why),
    V.REJECT: lambda w: screening.decide_objection(w.db, **w.office, upheld=False, reason=w.why),
    V.SIGN: lambda walk: unit.sign(walk.db, **walk.handler),
    V.SEND_BACK: lambda walk: unit.send_back(walk.db, **walk.handler, reason=walk.why),
    V.ASK: lambda walk: questions.ask(walk.db, **walk.handler, text=walk.why),
    V.MOVE_DATE: move_date,
    V.REPLY: reply,
    V.CLOSE: lambda walk: unit.close(walk.db, **walk.office),
    V.CLASSIFY: classify,
    V.SET_SCOPE: set_scope,
    V.VALUE: value,
    V.KEY: lambda walk: marks.key(walk.db, **walk.office, leader=walk.why),
    V.RECOMMEND: recommend,
    V.INSTRUCT: instruct,
    V.ASSIST: assist,
    V.OPINE: opine,
    V.PUBLISH: lambda walk: actions.publish(walk.db, **walk.office),
    V.UNPUBLISH: lambda walk: actions.unpublish(walk.db, **walk.office),
    V.UNDO: lambda walk: undoing.undo(walk.db, **walk.office),
}
"""How each verb is done; what the house does by itself comes of a rating."""

S = SuggestionState
WAY: dict[SuggestionState, tuple[Verb, ...]] = {
    S.REGISTERED: (),
    S.RETURNED: (V.RETURN,),
    S.DIVERTED: (V.DIVERT,),
    S.MERGED: (V.MERGE,),
    S.FORWARDED: (V.FORWARD,),
    S.SIGNED: (V.FORWARD, V.SIGN),
    S.REPLIED: (V.FORWARD, V.SIGN, V.REPLY),
    S.CLOSED: (V.FORWARD, V.SIGN, V.REPLY, V.CLOSE),
    S.WITHDRAWN: (V.WITHDRAW,),
}
"""How one comes to each state."""
