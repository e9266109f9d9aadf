"""One suggestion: how far it is, by when, why then, what has happened, and what can be done now."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.errors import NotFound, Refusal
from backend.suggestions import author as verbs
from backend.suggestions import author_queries as author
from backend.suggestions import lifecycle
from backend.suggestions.lifecycle import Hand
from backend.suggestions.model import Suggestion
from bot.context import db_of, notice, person_of
from bot.dialogs.mine.buttons import named, opens, split, turns
from bot.dialogs.mine.overview import show_list
from bot.dialogs.mine.reply_files import file_buttons, sent_files
from bot.dialogs.mine.shown import number_here, told
from bot.dialogs.suggest.again import open_again
from bot.states import Mine
from bot.text import Label, T


async def one(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Show an own suggestion with all its words, a followed one without what was said between two."""
    person, number = person_of(dialog_manager), await number_here(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        mine = await author.own(session, person.id, number)
        theirs = None if mine else await author.followed(session, person.id, number)
        objected = mine is not None and await author.has_objected(session, mine.id)
    found = mine or theirs
    if found is None:
        raise NotFound("suggestion-missing", number=number)
    possible = _possible(mine, objected=objected) if mine else set()
    return {
        **await told(dialog_manager, found, whole=mine is not None),
        **{verb: [number] if verb in possible else [] for verb in VERBS},
        "files": await sent_files(dialog_manager, mine),
    }


VERBS = ("supplement", "correct", "object", "withdraw")


def _possible(mine: Suggestion, *, objected: bool) -> set[str]:
    """Return what the author may do now: no button promises what would be refused."""
    may = {verb.value for verb in lifecycle.may(mine.state, {Hand.AUTHOR})}
    return may - ({"object"} if objected else set())


async def on_supplement(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Take what comes next as a supplement, also when this position is lost meanwhile."""
    number = split(said)[0]
    manager.dialog_data["number"] = number
    try:
        await verbs.begin_adding(db_of(manager), person_id=person_of(manager).id, number=number)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        await manager.switch_to(Mine.supplement)


async def on_correct(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Open what was returned in its own draft, with everything that may be changed."""
    number = split(said)[0]
    manager.dialog_data["number"] = number
    await open_again(manager, number, own=True)


async def on_list(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await show_list(manager)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    number, person = await number_here(manager), person_of(manager)
    async with db_of(manager).read() as session:
        mine = await author.own(session, person.id, number)
    notice(manager, "mine-one-words" if mine else "mine-elsewhere-words")


def window() -> Window:
    return Window(
        T("mine-one"),
        turns("mine"),
        Column(file_buttons()),
        Column(
            named("mine_supplement", Label("mine-one-supplement"), "supplement", on_supplement),
            named("mine_correct", Label("mine-one-correct"), "correct", on_correct),
            named("mine_object", Label("mine-one-object"), "object", opens(Mine.objection)),
            named("mine_withdraw", Label("mine-one-withdraw"), "withdraw", opens(Mine.withdrawal)),
            Button(Label("mine-to-overview"), id="mine_list", on_click=on_list),
        ),
        MessageInput(on_words),
        getter=one,
        state=Mine.one,
    )
