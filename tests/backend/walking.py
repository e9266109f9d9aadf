"""Each verb of the lifecycle, done as its hand would do it, with words of its own."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from correcting import STEPS, put_right
from sqlalchemy import select
from walk_house import CLERK, DOING, Walk

from backend.awards import actions as awards
from backend.contacts import actions as contacts
from backend.dates import today
from backend.handling import actions, extensions, marks, screening, sharing, undoing, unit
from backend.handling.queries import reply_to
from backend.promises import actions as promises
from backend.promises import queries as promised
from backend.promises.model import OVER, PromiseState
from backend.questions import actions as questions
from backend.questions import answering
from backend.questions.model import Question
from backend.ratings import actions as ratings
from backend.replies import actions as replies
from backend.replies import drafting, telling
from backend.suggestions import author
from backend.suggestions.lifecycle import ANSWERED, IN_HANDLING, Verb
from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.queries import Sight


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


async def correct(walk: Walk) -> None:
    said = {**walk.author, "text": walk.why}
    for _ in range(STEPS - 1):
        next(walk.ticks)
    await put_right(walk.db, **said)


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
    there = (await walk.row()).due_on or today()
    said = {"due_on": max(there, today()) + timedelta(days=1), "reason": walk.why}
    await unit.move_date(walk.db, **walk.handler, **said)


async def reply(walk: Walk) -> None:
    await actions.reply(walk.db, **walk.handler, outcome="adopted", text=walk.why, reason="")


async def instruct(walk: Walk) -> None:
    given = {"text": walk.why, "leader": "示例办公室", "given_on": date(2024, 7, 1)}
    await marks.instruct(walk.db, **walk.office, **given)


async def opine(walk: Walk) -> None:
    beside = {**walk.handler, "sight": Sight(walk.units["health"], everything=False)}
    await sharing.opine(walk.db, **beside, text=walk.why)


async def ask_extension(walk: Walk) -> None:
    there = (await walk.row()).due_on or today()
    said = {"wanted_on": max(there, today()) + timedelta(days=5), "reason": walk.why}
    await extensions.ask(walk.db, **walk.handler, **said)


async def contact(walk: Walk) -> None:
    said = {"mode": "phone", "spoken_on": today().isoformat(), "text": walk.why}
    await contacts.log(walk.db, **walk.handler, **said)


async def begin(walk: Walk) -> None:
    """Begin to write: a reply, or a correction of the one that was sent."""
    if await walk.draft() is None and await walk.state() in IN_HANDLING:
        await drafting.save(walk.db, **walk.handler, words=walk.words)
    if await walk.state() in ANSWERED:
        await drafting.begin_correction(walk.db, **walk.handler)


async def hand_in(walk: Walk) -> None:
    await begin(walk)
    await replies.hand_in(walk.db, **walk.handler, words=walk.words)


async def approve(walk: Walk) -> None:
    draft = await walk.draft()
    said = {"version": draft.version if draft else 0, "step": "office"}
    await replies.approve(walk.db, **walk.handler, **said)


async def give_back(walk: Walk) -> None:
    draft = await walk.draft()
    said = {"version": draft.version if draft else 0, "step": "office", "reason": walk.why}
    await replies.give_back(walk.db, **walk.handler, **said)


async def discard(walk: Walk) -> None:
    await begin(walk)
    await drafting.discard(walk.db, **walk.handler)


async def correct_reply(walk: Walk) -> None:
    await drafting.begin_correction(walk.db, **walk.handler)
    await replies.send(walk.db, **walk.handler, words=walk.words, correction=True)


async def tell(walk: Walk) -> None:
    async with walk.db.read() as session:
        last = await reply_to(session, walk.one.id)
    said = {"mode": "phone", "told_on": today().isoformat()}
    await telling.tell(walk.db, **walk.handler, reply_id=last.id if last else 0, **said)


async def promise(walk: Walk) -> None:
    said = {"text": walk.why, "due_on": today() + timedelta(days=40)}
    await promises.promise(walk.db, **walk.handler, **said)


def report(state: PromiseState) -> Callable[[Walk], Awaitable[Any]]:
    async def reported(walk: Walk) -> None:
        """Report on the first promise that is not over; a new day for one that is late."""
        async with walk.db.read() as session:
            made = await promised.of_suggestion(session, walk.one.id)
        one = next((each for each in made if each.state not in OVER), None)
        day = one.due_on + timedelta(days=1) if one else None
        said = {"ordinal": one.ordinal if one else 0, "state": state, "text": walk.why, "due_on": day}
        await promises.report(walk.db, **walk.handler, **said)

    return reported


V = Verb
DOING.update(
    {
        V.CORRECT: correct,
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
        V.ASK_EXTENSION: ask_extension,
        V.DECIDE_EXTENSION: lambda w: extensions.decide(w.db, **w.office, approved=True, reason=w.why),
        V.CONTACT: contact,
        V.HAND_IN: hand_in,
        V.APPROVE: approve,
        V.GIVE_BACK: give_back,
        V.DISCARD_REPLY: discard,
        V.REPLY: reply,
        V.CORRECT_REPLY: correct_reply,
        V.TELL: tell,
        V.PROMISE: promise,
        V.REPORT: report(PromiseState.UNDER_WAY),
        V.KEEP: report(PromiseState.KEPT),
        V.PUT_OFF: report(PromiseState.LATE),
        V.BREAK: report(PromiseState.DROPPED),
        V.AWARD: lambda walk: awards.give(walk.db, **walk.office, prize="first"),
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
)
"""How each verb is done; what the house does by itself comes of a rating or of the calendar."""

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
