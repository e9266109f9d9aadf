"""Forgetting somebody for whom an officer spoke: at their wish, proven by number and code (R22)."""

from backend.db import Database
from backend.errors import Refusal
from backend.mydata import actions
from backend.mydata.model import Certificate
from backend.suggestions import lookup


async def forget(db: Database, *, number: str, code: str, staff_id: int) -> Certificate:
    """Erase what is held about the author of an entry; asked for twice, the first certificate counts.

    Wrong codes are counted for this member of staff and for this number, as those of chats are.
    """
    suggestion = await lookup.find(db, person_id=-staff_id, number=number, code=code)
    if suggestion.officer_id is None:  # authors with a chat of their own ask there
        raise Refusal("forget-in-own-chat", number=number)
    return await actions.forget(db, person_id=suggestion.person_id, update=-suggestion.id)
