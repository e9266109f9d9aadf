"""Typed doors to the data that travels with an update."""

from typing import Any

from aiogram.types import CallbackQuery, InaccessibleMessage, Message
from aiogram_dialog import DialogManager
from obstore.store import ObjectStore

from backend.db import Database
from backend.people.model import Person
from backend.sources.links import Doors
from backend.suggestions.similar import Index
from bot.wording import worded

Data = dict[str, Any]


def db_of(manager: DialogManager) -> Database:
    db: Database = manager.middleware_data["db"]
    return db


def store_of(manager: DialogManager) -> ObjectStore:
    store: ObjectStore = manager.middleware_data["store"]
    return store


def doors_of(manager: DialogManager) -> Doors:
    """Return where each channel is entered by a link."""
    doors: Doors = manager.middleware_data["doors"]
    return doors


def clamd_of(manager: DialogManager) -> str:
    """Return the address of the virus scanner, "" for none."""
    address: str = manager.middleware_data["clamd"]
    return address


def own_pages_of(manager: DialogManager) -> str:
    """Return the address below which personal data are asked on pages of our own."""
    address: str = manager.middleware_data["own_pages"]
    return address


def collect_of(manager: DialogManager) -> str:
    """Return the address of the page for collecting without signal."""
    address: str = manager.middleware_data["collect"]
    return address


def index_of(manager: DialogManager) -> Index:
    """Return where close public suggestions are looked up."""
    index: Index = manager.middleware_data["index"]
    return index


def person_of(manager: DialogManager) -> Person:
    person: Person = manager.middleware_data["person"]
    return person


def language_of(manager: DialogManager) -> str:
    return person_of(manager).language


def campaign_of(manager: DialogManager) -> str:
    """Return the id of the campaign new drafts are for."""
    campaign: str = manager.middleware_data["campaign"]
    return campaign


def channel_of(manager: DialogManager) -> str:
    """Return the name of the channel the person talks in."""
    channel: str = manager.middleware_data["channel"]
    return channel


def message_of(manager: DialogManager) -> int:
    """Return the number of the chat message that was sent or tapped; 0 where none is known."""
    event = manager.event
    said = event.message if isinstance(event, CallbackQuery) else event
    return said.message_id if isinstance(said, (Message, InaccessibleMessage)) else 0


def update_of(manager: DialogManager) -> int:
    """Return the number of the inbox entry that is being answered."""
    update: int = manager.middleware_data["inbox"]
    return update


def notice(manager: DialogManager, key: str, **blanks: str) -> None:
    """Put a sentence into the next window, below those that are there; where it stands, `T` says."""
    above = manager.middleware_data.get("notice")
    words = worded(person_of(manager), key, **blanks)
    manager.middleware_data["notice"] = f"{above}\n{words}" if above else words
