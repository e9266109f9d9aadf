"""The table of the lifecycle: every cell written down once more by hand, and every verb held to it."""

import asyncio
from pathlib import Path
from random import Random

import pytest
from backend_house import Hands
from copying import copied, opened
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from walk_house import DOING, Walk
from walking import WAY

from backend.awards import queries as awards
from backend.config import ROOT
from backend.console import access
from backend.db import Database
from backend.errors import Refusal
from backend.handling.extensions import open_of
from backend.handling.queries import reply_to
from backend.promises import queries as promises
from backend.secret import Keys
from backend.staff.model import Role
from backend.suggestions import history
from backend.suggestions.lifecycle import MOVES, TABLE, Hand, Verb, allowed, may
from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.replaying import replay
from jindianzi.lifecycle import page

STATES = {letter: SuggestionState(name) for letter, name in (
    ("g", "registered"), ("r", "returned"), ("d", "diverted"), ("m", "merged"), ("f", "forwarded"),
    ("s", "signed"), ("a", "replied"), ("c", "closed"), ("w", "withdrawn"),
)}  # fmt: skip
"""A letter for each state, in the order of the columns below; a is answered."""
CELLS = """
    verb       hands            g r d m f s a c w
    correct    author           . g . . . . . . .
    withdraw   author           w w . . . . . . .
    object     author           . . d m . . . . .
    supplement author           g r d m f s a . .
    answer     author           g r d m f s a c w
    rate       author           . . . . . . a c .
    forward    clerk            f . . . f f . . .
    return     clerk            r . . . . . . . .
    divert     clerk            d . . . . . . . .
    merge      clerk            m . . . . . . . .
    uphold     clerk            . . g g . . . . .
    reject     clerk            . . d m . . . . .
    sign       clerk,unit       . . . . s . . . .
    send-back  clerk,unit       . . . . g g . . .
    ask        clerk,unit       g . . . f s . . .
    move-date  clerk            . . . . f s . . .
    ask-extension unit          . . . . f s . . .
    decide-extension clerk      . . . . f s . . .
    contact    clerk,unit       g r d m f s a c w
    hand-in    clerk,unit       . . . . f s a c .
    approve    clerk,unit-lead  . . . . f s a c .
    give-back  clerk,unit-lead  . . . . f s a c .
    discard-reply clerk,unit    . . . . f s a c .
    reply      clerk,unit       . . . . a a . . .
    correct-reply clerk,unit    . . . . . . a c .
    tell       clerk,unit       g . . . f s a c .
    promise    clerk,unit       . . . . . . a c .
    report     clerk,unit       . . . . . . a c .
    keep       clerk,unit       . . . . . . a c .
    put-off    clerk,unit       . . . . . . a c .
    break      clerk,unit       . . . . . . a c .
    award      clerk            g . . . f s a c .
    close      clerk            . . . . . . c . .
    classify   clerk            g . . . f s a c .
    scope      clerk            g . . . f s a c .
    value      clerk            g . . . f s a c .
    key        clerk            g . . . f s a c .
    recommend  clerk            g . . . f s a c .
    instruct   clerk            g . . . f s a c .
    assist     clerk            . . . . f s . . .
    opine      assisting        . . . . f s . . .
    publish    clerk            g r d m f s a c .
    unpublish  clerk            g r d m f s a c .
    undo       clerk            g g g g f s a c .
    reopen     house            . . . . . . s s .
    end        house            . . . . . . c . .
    recount    house            g . . . f s . . .
"""
ROWS = {line.split()[0]: line.split()[1:] for line in CELLS.strip().splitlines()[1:]}
ALREADY = {(Verb.SIGN, "signed"), (Verb.CLOSE, "closed"), (Verb.MERGE, "merged")} | {
    (Verb.WITHDRAW, "withdrawn"), (Verb.UNPUBLISH, "withdrawn"),
}  # fmt: skip
"""Done already, so that the same once more is no refusal and changes nothing."""
ALONE = {Verb.REOPEN, Verb.END, Verb.RECOUNT}
"""What the house does by itself."""
LATER = ALONE | {
    Verb.ANSWER, Verb.RATE, Verb.UNDO, Verb.UPHOLD, Verb.REJECT, Verb.SET_SCOPE, Verb.OPINE, Verb.TELL,
    Verb.DECIDE_EXTENSION, Verb.HAND_IN, Verb.APPROVE, Verb.GIVE_BACK,
    Verb.REPORT, Verb.KEEP, Verb.PUT_OFF, Verb.BREAK,
}  # fmt: skip
"""Verbs that need more than a state: a question, a draft, a promise, something to take back."""
BRINGS = {Verb.RATE, Verb.APPROVE}
"""Verbs that bring another with them: a rating ends or reopens, the last approval sends."""
KEPT = {"objection-missing", "objection-made", "rating-not-asked", "rating-given", "undo-nothing"} | {
    "question-missing", "scope-missing", "opinion-not-assisting", "suggestion-missing", "supplement-often",
    "extension-open", "extension-missing", "reply-missing", "promise-missing",
    "reply-needs-approval", "reply-needs-no-approval", "reply-draft-missing", "reply-draft-handed-in",
}  # fmt: skip
"""Refusals of a verb that its state would allow."""


@pytest.mark.parametrize("hand", Hand)
@pytest.mark.parametrize("letter", STATES)
@pytest.mark.parametrize("verb", Verb)
def test_cell(verb: Verb, letter: str, hand: Hand) -> None:
    hands, *cells = ROWS[verb]
    to = dict(zip(STATES, cells, strict=True))[letter]
    assert TABLE[verb].leads(STATES[letter]) == STATES.get(to)
    assert (verb in may(STATES[letter], {hand})) == (to != "." and hand in hands.split(","))


def test_the_table_has_a_row_for_every_verb() -> None:
    assert set(ROWS) == set(Verb) == set(TABLE)
    assert set(DOING) == set(Verb) - ALONE


@pytest.mark.parametrize("verb", Verb)
def test_who_may_try_it_at_the_console(verb: Verb) -> None:
    roles = {
        "clerk": {Role.CLERK},
        "unit": {Role.HANDLER, Role.UNIT_LEAD},
        "unit-lead": {Role.UNIT_LEAD},
        "assisting": {Role.HANDLER, Role.UNIT_LEAD},
    }
    assert access.by(verb).roles == set().union(
        *(roles.get(hand, set()) for hand in ROWS[verb][0].split(","))
    )


@pytest.fixture
async def walk(db: Database, hands: Hands) -> Walk:
    return await Walk.begun(db)


@pytest.mark.parametrize("state", SuggestionState)
async def test_what_the_table_forbids_is_refused_and_changes_nothing(
    walk: Walk, state: SuggestionState
) -> None:
    await walk.does(*WAY[state])
    before = [event.kind for event in await walk.events()]
    for verb in set(DOING) - {Verb.ANSWER}:
        if allowed(verb, state):
            continue
        if (verb, state) in ALREADY:
            await walk.does(verb)
        else:
            with pytest.raises(Refusal):
                await walk.does(verb)
        assert [event.kind for event in await walk.events()] == before, verb
        assert await walk.state() == state


@pytest.mark.parametrize("state", SuggestionState)
async def test_what_leaves_the_state_leaves_it(walk: Walk, state: SuggestionState) -> None:
    await walk.does(*WAY[state])
    for verb in Verb:
        if state in TABLE[verb].stays and verb not in LATER:
            before = len(await walk.events())
            await walk.does(verb)
            assert await walk.state() == state
            assert len(await walk.events()) == before + 1, verb


MOVING = [(verb, state) for verb in DOING for state in TABLE[verb].moves]


@pytest.mark.parametrize(("verb", "state"), MOVING)
async def test_what_moves_goes_where_the_table_says(walk: Walk, verb: Verb, state: SuggestionState) -> None:
    await walk.does(*WAY[state])
    if verb == Verb.UPHOLD:
        await walk.does(Verb.OBJECT)
    await walk.does(verb)
    assert await walk.state() == TABLE[verb].moves[state]
    await stands_as_its_events_say(walk)


async def stands_as_its_events_say(walk: Walk) -> None:
    row, told = await walk.row(), replay(await walk.events())
    assert told.state == row.state
    assert told.unit_id == row.unit_id
    assert told.due_on == (row.due_on.isoformat() if row.due_on else None)
    async with walk.db.read() as session:
        main = await session.get(Suggestion, row.merged_into) if row.merged_into else None
        last, wanted = await reply_to(session, row.id), await open_of(session, row)
        made = await promises.of_suggestion(session, row.id)
        won = await awards.of_suggestion(session, row.id)
    assert told.merged_into == (main.number if main else None)
    assert told.reply == (last.id if last else None)
    assert told.asked_until == (wanted.wanted_on.isoformat() if wanted else None)
    assert told.promises == {one.ordinal: (one.state, one.due_on.isoformat()) for one in made}
    assert told.prizes == {award.prize for award in won}


async def refused(walk: Walk, verb: Verb) -> str:
    """Return why a verb was refused, "" where it was done."""
    try:
        await walk.does(verb)
    except Refusal as refusal:
        return refusal.key
    return ""


async def step(walk: Walk, verb: Verb) -> None:
    """Try a verb: allowed, it leads where the table says; if not, it changes nothing."""
    before, wrote = await walk.state(), len(await walk.events())
    if no := await refused(walk, verb):
        assert not allowed(verb, before) or no in KEPT, (verb, before, no)
        assert verb == Verb.RATE or len(await walk.events()) == wrote
    after = await walk.state()
    moved = after != before
    assert not moved or after in MOVES[before], (verb, before, after)
    if moved and verb not in BRINGS:
        assert after == TABLE[verb].leads(before)
    await stands_as_its_events_say(walk)


async def one_walk(db: Database, chance: Random, *, gate: bool) -> None:
    """Begin anywhere and go on, mostly by what is allowed; behind the gate a reply is handed in."""
    walk = await Walk.begun(db, gate=gate)
    gated = {Verb.REPLY: [Verb.HAND_IN, Verb.APPROVE]} if gate else {}
    way = WAY[chance.choice(sorted(STARTS))]
    for each in way:
        for verb in gated.get(each, [each]):
            await step(walk, verb)
    for _ in range(STEPS):
        state = await walk.state()
        anything = chance.random() < ASTRAY
        await step(walk, chance.choice([verb for verb in sorted(DOING) if anything or allowed(verb, state)]))


STARTS = set(SuggestionState) - {SuggestionState.WITHDRAWN}
STEPS = 12
ASTRAY = 0.2
"""The share of steps that are tried without a look at the table."""


def test_no_way_leads_to_a_state_the_table_does_not_know(
    postgresql: str | None, furnished_template: str, keys: Keys, tmp_path: Path
) -> None:
    with asyncio.Runner() as runner:
        db = opened(runner.run(copied(postgresql, furnished_template, tmp_path)), keys)

        @settings(
            max_examples=25,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        )
        @given(st.randoms(use_true_random=True), st.booleans())
        def walked(chance: Random, gate: bool) -> None:  # noqa: FBT001
            runner.run(one_walk(db, chance, gate=gate))

        walked()
        assert runner.run(history.verify(db)) == []
        runner.run(db.close())


def test_the_page_of_the_lifecycle_is_up_to_date() -> None:
    """Write it anew with `python -m jindianzi lifecycle > docs/lifecycle.md`."""
    assert (ROOT / "docs" / "lifecycle.md").read_text("utf-8") == page()
