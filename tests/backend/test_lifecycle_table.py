"""The table of the lifecycle: every cell written down once more by hand, and every verb held to it."""

import asyncio
from pathlib import Path

import pytest
from backend_house import Hands
from copying import copied, opened
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from walking import DOING, WAY, Walk

from backend.config import ROOT
from backend.console import access
from backend.db import Database
from backend.errors import Refusal
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
    reply      clerk,unit       . . . . a a . . .
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
"""
ROWS = {line.split()[0]: line.split()[1:] for line in CELLS.strip().splitlines()[1:]}
ALREADY = {(Verb.SIGN, "signed"), (Verb.CLOSE, "closed"), (Verb.MERGE, "merged")} | {
    (Verb.WITHDRAW, "withdrawn"), (Verb.UNPUBLISH, "withdrawn"),
}  # fmt: skip
"""Done already, so that the same once more is no refusal and changes nothing."""
LATER = {Verb.ANSWER, Verb.RATE, Verb.UNDO, Verb.UPHOLD, Verb.REJECT, Verb.SET_SCOPE, Verb.OPINE}
"""Verbs that need more than a state: a question, a rating asked for, something to take back."""
KEPT = {"objection-missing", "objection-made", "rating-not-asked", "rating-given", "undo-nothing"} | {
    "question-missing", "scope-missing", "opinion-not-assisting", "supplement-often",
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
    assert set(DOING) == set(Verb) - {Verb.REOPEN, Verb.END}


@pytest.mark.parametrize("verb", Verb)
def test_who_may_try_it_at_the_console(verb: Verb) -> None:
    roles = {
        "clerk": {Role.CLERK},
        "unit": {Role.HANDLER, Role.UNIT_LEAD},
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
    assert told.merged_into == (main.number if main else None)


async def refused(walk: Walk, verb: Verb) -> str:
    """Return why a verb was refused, "" where it was done."""
    try:
        await walk.does(verb)
    except Refusal as refusal:
        return refusal.key
    return ""


async def steps(walk: Walk, verbs: list[Verb]) -> None:
    """Try one verb after the other: allowed, it leads where the table says; if not, it changes nothing."""
    for verb in verbs:
        before, wrote = await walk.state(), len(await walk.events())
        if no := await refused(walk, verb):
            assert not allowed(verb, before) or no in KEPT, (verb, before, no)
            assert verb == Verb.RATE or len(await walk.events()) == wrote
        after = await walk.state()
        moved = after != before
        assert not moved or after in MOVES[before], (verb, before, after)
        if moved and verb != Verb.RATE:
            assert after == TABLE[verb].leads(before)
        await stands_as_its_events_say(walk)


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
        @given(st.lists(st.sampled_from(sorted(DOING)), min_size=4, max_size=14))
        def walked(verbs: list[Verb]) -> None:
            runner.run(one_walk(db, verbs))

        walked()
        assert runner.run(history.verify(db)) == []
        runner.run(db.close())


async def one_walk(db: Database, verbs: list[Verb]) -> None:
    await steps(await Walk.begun(db), verbs)


def test_the_page_of_the_lifecycle_is_up_to_date() -> None:
    """Write it anew with `python -m jindianzi lifecycle > docs/lifecycle.md`."""
    assert (ROOT / "docs" / "lifecycle.md").read_text("utf-8") == page()
