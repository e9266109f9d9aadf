"""What stands on every window of a draft: why it came back (R56), and for whom it is said (R22)."""

from typing import Any

from aiogram_dialog import DialogManager

from backend.drafts.answering import spokesman
from backend.drafts.model import Draft
from backend.proxy import queries as proxy
from backend.suggestions.author_queries import returned_why
from backend.suggestions.lifecycle import Verb, allowed
from backend.suggestions.queries import of_draft
from bot.context import db_of, person_of
from bot.wording import worded

WHY = 300
"""Characters of the reason that every window shows; the story tells the whole reason."""


async def whose(manager: DialogManager, draft: Draft) -> dict[str, Any]:
    """Return the lines above the windows of a draft, and whether it is one for somebody else.

    A name that was told to a page of our own is in no window of the chat.
    """
    above, still = await returned(manager, draft) if draft.corrects else ([], True)
    if draft.subject_id is None:
        return {"for_whom": "\n".join(above), "still": still, "own": True, "behalf": False, "speaks": "own"}
    async with db_of(manager).read() as session:
        await spokesman(session, draft)
        place = await proxy.place(session, draft)
    name = "" if draft.on_own_page else draft.name or ""
    words = worded(
        person_of(manager), "behalf-for-whom", name=name, named="yes" if name else "no", place=str(place)
    )
    above.append(words)
    return {"for_whom": "\n".join(above), "still": still, "own": False, "behalf": True, "speaks": "other"}


async def returned(manager: DialogManager, draft: Draft) -> tuple[list[str], bool]:
    """Return what stands above a correction: number, why it came back; and whether it may be sent still."""
    async with db_of(manager).read() as session:
        suggestion = await of_draft(session, draft.first_id)
        why = await returned_why(session, suggestion)
    still = allowed(Verb.CORRECT, suggestion.state)
    said = worded(
        person_of(manager),
        "suggest-returned",
        number=suggestion.number,
        remark=why if len(why) <= WHY else why[:WHY] + "…",
        has_remark="yes" if why else "no",
        still="yes" if still else "no",
    )
    return [said], still
