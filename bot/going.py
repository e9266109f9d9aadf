"""Going to where the person stands: the one way from an answer to the next window, and the ways in."""

from collections.abc import Callable, Coroutine
from typing import Any, Concatenate, ParamSpec

from aiogram_dialog import DialogManager, ShowMode, StartMode

from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts import queries
from backend.drafts.answering import Answer
from backend.drafts.model import Draft, Step
from backend.errors import Refusal
from backend.sources import queries as sources
from bot.context import campaign_of, channel_of, db_of, notice, person_of, update_of
from bot.position import position
from bot.states import OF_STEP, Start, Suggest

Said = ParamSpec("Said")


def about(manager: DialogManager, draft_id: int) -> None:
    """Say which draft this update is about, where it is not the one last worked on."""
    manager.middleware_data["about"] = draft_id


async def draft_of(manager: DialogManager) -> Draft | None:
    """Return the draft this person is working on, as it is now."""
    chosen = manager.middleware_data.get("about")
    async with db_of(manager).read() as session:
        if chosen:
            return await queries.own(session, person_of(manager).id, chosen)
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
    await catch_up(manager)
    await manager.show(show_mode)


async def catch_up(manager: DialogManager) -> None:
    """Turn to the draft's own question, which may be another than when this window was left."""
    state = await position(db_of(manager), person_of(manager).id)
    if {manager.current_context().state, state} <= set(OF_STEP.values()):
        await manager.switch_to(state)


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


async def open_start(
    manager: DialogManager, show_mode: ShowMode | None = None, *, campaign: str | None = None
) -> None:
    """Show the way in: the unfinished draft, or what may be begun."""
    async with db_of(manager).read() as session:
        begun = await queries.open_ones(session, person_of(manager).id)
    if begun:
        await manager.start(Start.resume, mode=StartMode.RESET_STACK, show_mode=show_mode)
    else:
        await open_campaign(manager, show_mode, campaign=campaign)


async def open_campaign(
    manager: DialogManager, show_mode: ShowMode | None = None, *, campaign: str | None = None
) -> None:
    """Show the greeting of a campaign, of the only one that is open, or the list of those that are."""
    offers = await offered(manager)
    came_for = campaign or await _came_for(manager)
    if came_for is None and len([offer for offer in offers if offer.is_open]) > 1:
        await manager.start(Start.campaigns, mode=StartMode.RESET_STACK, show_mode=show_mode)
        return
    offer = _of(offers, came_for, campaign_of(manager))
    state = Start.welcome if offer.is_open else Start.closed
    shown = {"campaign": offer.campaign.id}
    await manager.start(state, shown, mode=StartMode.RESET_STACK, show_mode=show_mode)


async def offered(manager: DialogManager) -> list[campaigns.Offer]:
    """Return every campaign, and whether it takes suggestions in this chat today."""
    async with db_of(manager).read() as session:
        return await campaigns.offered(session, channel_of(manager))


async def looked_at(manager: DialogManager) -> campaigns.Offer:
    """Return the campaign the window is about: chosen, come for by a link, or the house's."""
    told = manager.start_data if isinstance(manager.start_data, dict) else {}
    came_for = told.get("campaign") or await _came_for(manager)
    return _of(await offered(manager), came_for, campaign_of(manager))


def _of(offers: list[campaigns.Offer], came_for: str | None, house: str) -> campaigns.Offer:
    """Choose the one come for; else the house's if it is open; else one that is."""
    asked = [offer for offer in offers if offer.campaign.id == came_for]
    own = [offer for offer in offers if offer.campaign.id == house]
    by_wish = (*asked, *(offer for offer in (*own, *offers) if offer.is_open), *own)
    return by_wish[0]


async def _came_for(manager: DialogManager) -> str | None:
    async with db_of(manager).read() as session:
        source = await sources.newest(session, person_of(manager).id)
    return source.campaign if source else None
