"""Somebody blocked the bot, or came back."""

from aiogram import Dispatcher
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from backend.db import Database
from backend.people import actions as people
from backend.people.model import Person

GONE = {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}


async def on_membership(event: ChatMemberUpdated, db: Database, person: Person | None = None) -> None:
    if person:
        reachable = event.new_chat_member.status not in GONE
        await people.mark_reachable(db, person_id=person.id, reachable=reachable)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.my_chat_member.register(on_membership)
