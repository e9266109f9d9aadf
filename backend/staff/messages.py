"""What staff with a linked chat are told there: the number and what is up, as on the page of notices."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.dates import day_in_words
from backend.handling.model import Unit
from backend.i18n import label
from backend.notices.model import Kind
from backend.people.model import Person
from backend.suggestions.messages import event_and_suggestion

PUSHES = tuple(f"staff-{kind}" for kind in Kind)
OF_A_PART = f"staff-{Kind.DISSATISFIED_ASSISTING}"


async def noticed(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    _, suggestion = await event_and_suggestion(session, event_id)
    due = suggestion.due_on
    return {
        "number": suggestion.number,
        "due": day_in_words(due, reader.language) if due else "",
        "has_due": "yes" if due else "no",
    }


for _kind in PUSHES:
    push.says(_kind)(noticed)


@push.says(OF_A_PART)
async def part_noticed(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    """Name the assisting unit whose part an author is not satisfied with."""
    event, _ = await event_and_suggestion(session, event_id)
    unit = await session.get_one(Unit, event.data["unit"])
    return {**await noticed(session, event_id, reader), "unit": unit.name(reader.language)}


@push.offers(*PUSHES)
async def opened(session: AsyncSession, event_id: int, reader: Person) -> Sequence[push.Row]:
    """Open it in the chat's own desk, which asks anew what this member of staff may see."""
    _, suggestion = await event_and_suggestion(session, event_id)
    return [
        (push.Button(label(reader.language, "push-desk"), f"desk:{suggestion.number}", suggestion.number),)
    ]
