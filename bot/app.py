"""build(): the one place where the dispatcher is assembled; tests call the same function."""

from aiogram import Dispatcher
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram_dialog import setup_dialogs
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
    doors: Doors | None = None,
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
        doors={} if doors is None else doors,
    )
    talked = dialogs.routers()
    windows = {state: window for dialog in talked for state, window in dialog.windows.items()}
    dispatcher["has_button"] = lambda state, button: windows[state].find(button) is not None
    dispatcher.update.outer_middleware(introduce)
    dispatcher.message.outer_middleware(keep_position)
    dispatcher.callback_query.outer_middleware(keep_position)
    register(dispatcher)
    dispatcher.include_routers(*talked)
    setup_dialogs(dispatcher, events_isolation=isolation)
    return dispatcher
