"""build(): the one place where the dispatcher is assembled; tests call the same function."""

from collections.abc import Callable, Sequence

from aiogram import Dispatcher
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram_dialog import Dialog, setup_dialogs
from obstore.store import ObjectStore

from backend.db import Database
from backend.sources.links import Doors
from backend.suggestions.similar import Index
from bot import dialogs
from bot.handlers import register
from bot.middlewares import introduce
from bot.position import keep_position


def build(
    db: Database,
    store: ObjectStore,
    index: Index,
    *,
    positions: BaseStorage,
    campaign: str,
    clamd: str = "",
    own_pages: str = "",
    collect: str = "",
    doors: Doors | None = None,
    text_recognition: bool = False,
) -> Dispatcher:
    """Assemble the conversation; `positions` may lose everything, `campaign` is the one of new drafts.

    Updates are fed with `inbox`, the number of their inbox entry, and `channel`.
    """
    isolation = SimpleEventIsolation()
    dispatcher = Dispatcher(
        storage=positions,
        events_isolation=isolation,
        db=db,
        store=store,
        index=index,
        campaign=campaign,
        clamd=clamd,
        own_pages=own_pages,
        collect=collect,
        doors={} if doors is None else doors,
        text_recognition=text_recognition,
    )
    talked = dialogs.routers()
    dispatcher["has_button"] = _has_button(talked)
    dispatcher.update.outer_middleware(introduce)
    dispatcher.message.outer_middleware(keep_position)
    dispatcher.callback_query.outer_middleware(keep_position)
    register(dispatcher)
    dispatcher.include_routers(*talked)
    setup_dialogs(dispatcher, events_isolation=isolation)
    return dispatcher


def _has_button(talked: Sequence[Dialog]) -> Callable[[State, str], bool]:
    windows = {state: window for dialog in talked for state, window in dialog.windows.items()}
    return lambda state, button: windows[state].find(button) is not None
