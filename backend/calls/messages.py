"""What officers are told of a call: its title and its last day, and a button that opens it."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.calls.model import Call
from backend.campaigns import queries as campaigns
from backend.dates import day_in_words, days_left
from backend.i18n import label
from backend.people.model import Person

KINDS = ("call-made", "call-reminded", "call-extended", "call-due")
SHORT = 12
"""Characters of a title that tell a button from those of other calls."""


async def called(session: AsyncSession, call_id: int, reader: Person) -> push.Blanks:
    call = await session.get_one(Call, call_id)
    _, rules = await campaigns.in_force(session, call.campaign)
    left = days_left(call.due_on, rules.time_zone)
    return {
        "title": call.title,
        "due": day_in_words(call.due_on, reader.language),
        "days": str(max(0, left)),
        "when": "over" if not call.is_open_on(campaigns.today(rules)) else "later" if left else "today",
        "of_unit": "no" if call.unit_id is None else "yes",
    }


for _kind in KINDS:
    push.says(_kind)(called)


@push.offers(*KINDS)
async def opened(session: AsyncSession, call_id: int, reader: Person) -> Sequence[push.Row]:
    call = await session.get_one(Call, call_id)
    button = push.Button(label(reader.language, "push-call"), f"call:{call.id}", call.title[:SHORT])
    return [(button,)]
