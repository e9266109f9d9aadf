"""Going to where the person stands: the one way from an answer to the next window, and the ways in."""

from collections.abc import Callable, Coroutine
from typing import Any, Concatenate, ParamSpec

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import queries
from backend.drafts.actions import Answer
from backend.drafts.model import Draft, Step
from backend.errors import Refusal
from bot.context import campaign_of, db_of, notice, person_of, update_of
from bot.position import position
from bot.states import OF_STEP, Start, Suggest

Said = ParamSpec("Said")


async def draft_of(manager: DialogManager) -> Draft | None:
    """Return the draft this person is working on, as it is now."""
    async with db_of(manager).read() as session:
        return await queries.current(session, person_of(manager).id)


async def go(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    """Go to the window of where the person stands; within the dialog it is shown when the handler ends."""
    state = await position(db_of(manager), person_of(manager).id)
    if manager.has_context() and manager.current_context().state.group is state.group is Suggest:
        await manager.switch_to(state, show_mode)
    else:
        await manager.start(state, mode=StartMode.RESET_STACK, show_mode=show_mode)


async def show_place(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    """Show the window of where the person stands, from outside the dialogs: commands, edits, old buttons."""
    if not manager.has_context():
        await go(manager, show_mode)
        return
    state = await position(db_of(manager), person_of(manager).id)
    if {manager.current_context().state, state} <= set(OF_STEP.values()):
        await manager.switch_to(state)
    await manager.show(show_mode)


async def answer(
    manager: DialogManager,
    verb: Callable[Concatenate[Database, Answer, Said], Coroutine[Any, Any, None]],
    *args: Said.args,
    **said: Said.kwargs,
) -> bool:
    """Give the draft an answer and say whether it was taken; a refusal is put above the next window."""
    draft = await draft_of(manager)
    if draft is None:
        notice(manager, "draft-missing")
        return False
    try:
        await verb(db_of(manager), Answer(draft.id, update_of(manager)), *args, **said)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return False
    return True


async def ask(manager: DialogManager, step: Step) -> None:
    """Go to a question of the draft."""
    await answer(manager, drafts.ask, step=step)
    await go(manager)


async def open_start(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    """Show the way in: the unfinished draft, the greeting, or that nothing is open."""
    draft = await draft_of(manager)
    state = Start.resume if draft and not draft.is_blank else await _way_in(manager)
    await manager.start(state, mode=StartMode.RESET_STACK, show_mode=show_mode)


async def in_force(manager: DialogManager) -> tuple[Campaign, campaigns.Openness]:
    """Return the campaign of new drafts, and whether it takes any today."""
    async with db_of(manager).read() as session:
        standing, rules = await campaigns.in_force(session, campaign_of(manager))
    return rules, campaigns.openness(standing, rules)


async def _way_in(manager: DialogManager) -> State:
    _, openness = await in_force(manager)
    return Start.welcome if openness == "open" else Start.closed
