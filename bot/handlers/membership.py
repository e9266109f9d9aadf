"""Somebody blocked the bot, or came back."""

from aiogram import Dispatcher
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from backend import push
from backend.db import Database
from backend.people import actions as people
from backend.people.model import Person

GONE = {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}


async def on_membership(event: ChatMemberUpdated, db: Database, person: Person | None = None) -> None:
    """Note who is gone; who is back is told what was missed."""
    if person is None:
        return
    if event.new_chat_member.status in GONE:
        await people.mark_reachable(db, person_id=person.id, reachable=False)
    else:
        await push.owe_missed(db, person_id=person.id)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.my_chat_member.register(on_membership)
